"""What is asked of a store between kills; each runs in a child of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from graph.checking import check
from graph.model import Judgement
from graph.moving import dump
from graph.store import Store, open_store
from graph.vocabulary import SCHEMA
from graph.writing import judge, withdraw
from graph.writing.lock import lock

States = dict[str, str]
"""The hash of the text of each stored document, by its file; a dataset has its source."""

STATES = "MATCH (d:Document) RETURN coalesce(d.origin, d.source) AS file, d.sha256 AS sha256"

PEOPLE = """
MATCH (i:Identifier)
WHERE i.id STARTS WITH 'person:' AND i.mentions > 0
RETURN i.id AS id ORDER BY id
"""

JUDGEMENTS = """
MATCH (j:Judgement)
RETURN j.left AS left, j.right AS right, j.verdict AS verdict, j.author AS author,
  j.time AS time, j.reason AS reason, j.id AS id
ORDER BY id
"""


def state(url: str, writable: bool) -> tuple[list[str], States]:
    """What is wrong with a graph, in words, and the documents that it has.

    Opened writable, it is the graph with every committed batch, else as readers see it.
    """
    with _opened(url, writable) as store:
        if writable:
            # A server may still be at work for a loader that is gone; its lock is the last to go.
            store.write(lambda tx: lock(tx, SCHEMA))
        states = {row["file"]: row["sha256"] for row in store.read(STATES)}
        return [f"{f.rule}: {f.id}: {f.message}" for f in check(store)], states


def judged(url: str, one: float, other: float, verdict: str) -> str:
    """Judge the two people that stand at these shares (0 to 1) of all; give the judgement."""
    with _opened(url, writable=True) as store:
        people = [row["id"] for row in store.read(PEOPLE)]
        left, right = people[int(one * len(people))], people[int(other * len(people))]
        if left == right:
            return "none"
        judge(store, Judgement(left, right, verdict, "kills", "2024-01-01"))  # type: ignore[arg-type]
        return f"{verdict}: {left} / {right}"


def settled(url: str) -> list[Judgement]:
    """Take back judgements on ids that nothing uses any more; give those that stand."""
    with _opened(url, writable=True) as store:
        people = {row["id"] for row in store.read(PEOPLE)}
        standing = []
        for row in store.read(JUDGEMENTS):
            if {row["left"], row["right"]} <= people:
                del row["id"]
                standing.append(Judgement(**{**row, "reason": row["reason"] or ""}))
            else:
                withdraw(store, row["id"])
        return standing


def judge_all(url: str, judgements: list[Judgement]) -> None:
    """Write judgements into a graph that knows all their ids."""
    with _opened(url, writable=True) as store:
        for judgement in judgements:
            judge(store, judgement)


def all_of(url: str) -> list[bytes]:
    """A dump of the graph, as lines."""
    with _opened(url, writable=False) as store:
        return list(dump(store))


def emptied(url: str) -> None:
    """Take everything out of a store."""
    with _opened(url, writable=True) as store:
        store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))


@contextmanager
def _opened(url: str, writable: bool) -> Iterator[Store]:
    store = open_store(url, writable=writable)
    try:
        yield store
    finally:
        store.flush()
        store.close()
