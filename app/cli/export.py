"""`cybercoop export`: the graph in formats of other programs."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli.common import OutputOption, StoreOption, opened, write_out


def export(
    format: Annotated[str, typer.Argument(help="The format: graphml, which Gephi opens.")],
    projection: Annotated[
        str | None,
        typer.Option(help="A question that gives edges, in place of all entities and facts."),
    ] = None,
    modality: Annotated[
        list[str] | None, typer.Option(help="Only facts that are meant so; may be repeated.")
    ] = None,
    output: OutputOption = None,
    store: StoreOption = None,
) -> None:
    """Write the graph, or a projection of it, for other programs."""
    from graph.schema import UnknownName
    from queries.exports import exports

    formats = exports()
    if format not in formats:
        raise UnknownName("format", format, list(formats))
    with opened(store) as graph:
        text = formats[format](graph, projection=projection, modalities=modality)
    write_out(text, output)
