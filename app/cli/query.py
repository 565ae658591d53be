"""`cybercoop query`: questions by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.common import JsonOption, StoreOption, opened, settings

if TYPE_CHECKING:
    from queries.catalog import Answer, Question

IDS = frozenset({"facts", "claims"})
"""Columns of ids, which say nothing to a person."""


def query(
    name: Annotated[
        str | None, typer.Argument(help="Name of a question; without one they are listed.")
    ] = None,
    arguments: Annotated[
        list[str] | None,
        typer.Argument(metavar="[KEY=VALUE]...", help="Its arguments, for example a=Kenya."),
    ] = None,
    describe: Annotated[
        bool, typer.Option("--describe", help="Say what it needs and gives, and its Cypher.")
    ] = False,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Give every row the sentences that it rests on.")
    ] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    store: StoreOption = None,
    json: JsonOption = False,
) -> None:
    """Ask the graph a question by its name.

    Entities may be given by id or by exact name: cybercoop query agreements_between a=Kenya
    b=Morocco
    """
    from dataclasses import asdict

    from app.cli.output import print_json
    from queries.catalog import answer_csv, ask, question

    if name is None:
        _list(json)
        return
    asked = question(name)
    if describe:
        _describe(asked, json)
        return
    given = _arguments(arguments or ())
    limits = settings()
    with opened(store) as graph:
        answer = ask(
            graph,
            asked,
            given,
            rows=limits.max_rows,
            seconds=limits.query_seconds,
            evidence=evidence,
        )
    if json:
        print_json(asdict(answer))
    elif csv:
        typer.echo(answer_csv(answer), nl=False)
    else:
        _print(asked, answer)


def _arguments(given: list[str] | tuple[()]) -> dict[str, str]:
    """`key=value` as a map. Raises `BadParameter` for anything else, and for a key given twice."""
    arguments: dict[str, str] = {}
    for text in given:
        key, equals, value = text.partition("=")
        if not equals:
            raise typer.BadParameter(f"{text!r} is no argument; write KEY=VALUE, as in a=Kenya")
        if key in arguments:
            raise typer.BadParameter(f"{key!r} is given more than once")
        arguments[key] = value
    return arguments


def _list(json: bool) -> None:
    from app.cli.output import print_json, print_note, print_table
    from queries.catalog import questions

    rows = [
        {
            "name": q.name,
            "title": q.title,
            "arguments": [p.name if p.required else f"[{p.name}]" for p in q.parameters],
        }
        for q in questions()
    ]
    if json:
        print_json(rows)
        return
    print_table(("name", "arguments", "title"), rows)
    print_note("\n`cybercoop query NAME --describe` says more of one.")


def _describe(question: Question, json: bool) -> None:
    from dataclasses import asdict
    from shlex import quote

    from app.cli.output import print_heading, print_json, print_table

    if json:
        print_json(asdict(question))
        return
    print_heading(question.title)
    typer.echo(f"{question.description}\n")
    if question.parameters:
        print_heading("Arguments")
        rows = [asdict(p) for p in question.parameters]
        print_table(("name", "type", "kinds", "required", "default", "description"), rows)
        typer.echo()
    print_heading("Columns")
    print_table(("name", "description"), [asdict(c) for c in question.columns])
    example = " ".join(quote(f"{key}={_word(value)}") for key, value in question.example.items())
    typer.echo(f"\nExample: cybercoop query {question.name} {example}\n\n{question.cypher}")


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _print(question: Question, answer: Answer) -> None:
    from app.cli.output import is_terminal, print_cards, print_heading, print_note, shown

    columns, rows = list(answer.columns), answer.rows
    if any("evidence" in row for row in rows):
        columns.append("evidence")
    if is_terminal():
        columns = [name for name in columns if name not in IDS]
        rows = [{**row, "evidence": _sentences(row.get("evidence", ()))} for row in rows]
    print_heading(f"{question.title}: {shown(answer.arguments)}")
    print_cards(columns, rows)
    print_note(f"rows: {len(rows)}" + (", and there are more" if answer.truncated else ""))


def _sentences(evidence: Iterable[Mapping[str, Any]]) -> str:
    """The sentences behind a row, each with where it was read on the line below."""
    from queries.evidence import sentences

    where = ("stated_by", "title", "publisher", "published", "url")
    return "\n".join(
        f"“{item['quote']}”\n  {', '.join(item[name] for name in where if item[name])}"
        for item in sentences(evidence)
    )
