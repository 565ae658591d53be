"""`cybercoop cypher`: queries in Cypher."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from app.cli.common import JsonOption, StoreOption, opened, settings

STDIN = "-"


def cypher(
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help="One statement that only reads; -: from stdin.")
    ],
    parameters: Annotated[
        str | None,
        typer.Option(
            "--parameters",
            "-p",
            metavar="JSON",
            help="""Values for $name in it, as '{"id": "country:KE"}'.""",
        ),
    ] = None,
    store: StoreOption = None,
    json: JsonOption = False,
) -> None:
    """Run a query in Cypher. It reads and cannot write; long ones are stopped.

    For example: cybercoop cypher 'MATCH (a:Country)-[:PARTY_TO]->(g:Agreement) RETURN a.name,
    g.name'
    """
    from dataclasses import asdict

    from app.cli.output import print_json, print_note, print_table
    from app.console import console

    given = _parameters(parameters)
    text = sys.stdin.read() if query == STDIN else query
    chosen = settings(store=store)
    with opened(store):
        pass  # says what is wrong with the store, in the words of all commands
    runner = console(chosen)
    try:
        answer = runner.run(text, given)
    finally:
        runner.close()
    if json:
        print_json(asdict(answer))
        return
    print_table(answer.columns, answer.rows)
    print_note(f"rows: {len(answer.rows)}" + (", and there are more" if answer.truncated else ""))


def _parameters(text: str | None) -> dict[str, Any]:
    """Parameters from JSON. Raises `BadParameter` for anything but an object."""
    from json import JSONDecodeError, loads

    try:
        given = loads(text or "{}")
    except JSONDecodeError as error:
        raise typer.BadParameter(f"--parameters is no JSON: {error}") from None
    if not isinstance(given, dict):
        raise typer.BadParameter("""--parameters is no object; write '{"name": value}'""")
    return given
