"""`cybercoop review`: what a machine proposes, judged by a person, one pair after another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.common import StoreOption, opened

if TYPE_CHECKING:
    from graph.model import Verdict
    from graph.resolution import Contradiction
    from graph.store import Store

Shown = dict[str, Any]

VERDICTS: dict[str, Verdict] = {"y": "same", "n": "not same", "?": "unsure"}
ASK = "one and the same? y yes, n no, ? unsure, s skip, u undo, q quit"
ENDED = "that was the last: u undo, q quit"


def review(
    kind: Annotated[str | None, typer.Option(help="Only entities of this kind: Person ...")] = None,
    merged: Annotated[
        bool, typer.Option("--merged", help="What the machine has merged, not what waits.")
    ] = False,
    author: Annotated[
        str | None, typer.Option(help="Who judges.", show_default="the name you are logged in by")
    ] = None,
    store: StoreOption = None,
) -> None:
    """Judge pairs that may be one entity: both sides with their sentences, and the reasons.

    First come contradictions: pairs that are judged not the same, and led to be one by others.
    """
    from getpass import getuser

    from graph.resolution import contradictions
    from queries.judgements import judgements

    with opened(store, writable=True) as graph:
        judge = _Judge(graph, author or getuser())
        for contradiction in contradictions(graph):
            _show_contradiction(contradiction)
        after, going = None, True
        while going:
            page = judgements(graph, "merged" if merged else "waiting", kind=kind, after=after)
            going = _through(page.items, judge, last=page.next is None) and page.next is not None
            after = page.next
        graph.flush()
    typer.echo(f"judged: {len(judge.done)}", err=True)


def _through(items: list[Shown], judge: _Judge, *, last: bool) -> bool:
    """Ask about each pair; False where the person has had enough."""
    at = 0
    while at < len(items) or (last and judge.done):
        ended = at == len(items)
        if not ended:
            _show(items[at])
        answer = _ask(ENDED if ended else ASK, "uq" if ended else "yn?suq")
        if answer == "q":
            return False
        if answer == "u":
            if (taken_back := judge.undo()) is not None:
                items.insert(at, taken_back)
            continue
        if answer in VERDICTS:
            judge.judge(items[at], VERDICTS[answer])
        at += 1
    return True


def _ask(question: str, answers: str) -> str:
    """The next answer; the end of the input is the end of the review."""
    while True:
        try:
            answer = input(f"{question}: ").strip().lower()[:1]
        except EOFError:
            return "q"
        if answer and answer in answers:
            return answer


@dataclass(slots=True)
class _Judge:
    """Writes what a person judges, and takes back the last of it."""

    graph: Store
    author: str
    done: list[tuple[str, Shown]] = field(default_factory=list)
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    def judge(self, item: Shown, verdict: Verdict) -> None:
        from graph.model import Judgement
        from graph.writing import judge

        time = self.clock().isoformat(timespec="seconds")
        judgement = Judgement(item["left"], item["right"], verdict, self.author, time)
        judge(self.graph, judgement)
        self.done.append((judgement.id, item))

    def undo(self) -> Shown | None:
        """Take the last judgement back, and give what it was on; None where there is none."""
        from graph.writing import withdraw

        if not self.done:
            return None
        judgement, item = self.done.pop()
        withdraw(self.graph, judgement)
        return item


def _show(item: Shown) -> None:
    from app.cli.output import harmless

    typer.echo()
    for side in item["sides"]:
        entity = side["entity"] or {"kind": "gone", "name": "", "id": ""}
        names = "; ".join([entity["name"], *side["aliases"]])
        country = f"  {side['country']}" if side["country"] else ""
        typer.echo(harmless(f"{entity['kind']}  {names}{country}  ({side['id']})"))
        for claim in side["sentences"]:
            said = " ".join(claim["quote"].split())
            typer.echo(harmless(f"    {claim['predicate']}: “{said}” {claim['url'] or ''}"))
    score = f"{item['score']:.2f}: " if item["score"] is not None else ""
    typer.echo(harmless(f"  {score}{item['reason'] or ''}"))


def _show_contradiction(found: Contradiction) -> None:
    from app.cli.output import harmless

    denied = found.denied
    path = " = ".join(found.path)
    authors = ", ".join(sorted({j.author for j in found.same})) or "keys alone"
    back = ", ".join(j.id for j in (denied, *found.same))
    message = (
        f"contradiction: {denied.author} judged {denied.left} and {denied.right} not the same; "
        f"{path} by {authors}. Take one of these back: {back}"
    )
    typer.echo(harmless(message), err=True)
