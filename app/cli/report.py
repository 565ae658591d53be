"""`cybercoop report`: a brief to read."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli.common import OutputOption, StoreOption, opened, write_out


def report(
    country: Annotated[str, typer.Argument(help="Id or exact name, for example country:KE.")],
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Nothing older than this date.")
    ] = None,
    output: OutputOption = None,
    store: StoreOption = None,
) -> None:
    """Write a brief on a country in Markdown, every statement with its sentence and link."""
    from queries.entities import resolve
    from queries.reports.country import country_brief

    with opened(store) as graph:
        text = country_brief(graph, resolve(graph, country, ("Country",)), since=since)
    write_out(text, output)
