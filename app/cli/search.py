"""`cybercoop search`: find by name, title or quote."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from app.cli.common import JsonOption, StoreOption, opened

COLUMNS = ("match", "name", "kind", "id", "facts", "found")


def search(
    text: Annotated[str, typer.Argument(help="A name or words, in any spelling and script.")],
    kind: Annotated[
        str | None, typer.Option(help="Only this kind of entity, or Document or Claim.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(help="Only entities of this country: id or exact name.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="Most hits.")] = 20,
    store: StoreOption = None,
    json: JsonOption = False,
) -> None:
    """Find entities by their names, documents by their titles and claims by their quotes."""
    from app.cli.output import print_json, print_note, print_table
    from queries.search import search

    with opened(store) as graph:
        found = search(graph, text, kind=kind, country=country, limit=limit)
    if json:
        print_json(found.items)
        return
    print_table(COLUMNS, [{**item, "found": _marked(item)} for item in found.items])
    if not found.items:
        print_note("nothing is called so")
    elif found.next:
        print_note("there is more; --limit shows it")


def _marked(item: dict[str, Any]) -> str:
    """The snippet of a hit with its marks in brackets."""
    text: str = item["snippet"]
    for start, end in reversed(item["marks"]):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text
