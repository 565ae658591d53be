"""`cybercoop browser`: the style and the saved queries of Neo4j Browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def browser(
    folder: Annotated[Path, typer.Argument(help="Where to write them.")] = Path(),
) -> None:
    """Write the style and the saved queries of Neo4j Browser, to be dropped on its page."""
    from queries.browser import QUERIES, STYLE, archive, style

    folder.mkdir(parents=True, exist_ok=True)
    (folder / STYLE).write_text(style(), encoding="utf-8")
    (folder / QUERIES).write_bytes(archive())
    typer.echo(f"{folder / STYLE}\n{folder / QUERIES}")
    typer.echo("Drag each onto the page of Neo4j Browser.", err=True)
