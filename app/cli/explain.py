"""`cybercoop explain`: a text with what was read in it, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.common import FAILED, known_extractor, write_out

if TYPE_CHECKING:
    from app.explained import Explained
    from graph.model import Document


def explain(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files and folders.")],
    extractor: Annotated[str, typer.Option(help="What reads the documents.")] = "rules",
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write an HTML page, not to the screen.")
    ] = None,
) -> None:
    """Show each text with its mentions and claims, and for each claim the rule that made it.

    A claim has its modality, who states it, and its confidence. In the text [Kenya Country] is a
    mention and ^2 where the quote of claim 2 ends; on a terminal kinds have colours. Exit code 1
    where a file could not be read: it is named, and the rest is explained.
    """
    from app.cli.output import print_note
    from loaders.sources import Unreadable, walk

    reader, failed = known_extractor(extractor), False
    shown: list[Explained] = []
    for document in walk(paths):
        if isinstance(document, Unreadable):
            failed = True
            print_note(f"cannot be read: {document}")
        elif html is None:
            _print(_explained(document, reader))
        else:
            shown.append(_explained(document, reader))
    if html is not None:
        from app.explained.page import page

        write_out(page(shown), html)
    if failed:
        raise typer.Exit(FAILED)


def _explained(document: Document, extractor: str) -> Explained:
    from app.explained import explained
    from loaders.reading import read_document

    extraction, _ = read_document(document, extractor)
    return explained(document, extraction)


def _print(explained: Explained) -> None:
    from rich.console import Console
    from rich.style import Style
    from rich.text import Text

    from app.cli.output import harmless, is_terminal, print_cards, print_heading
    from app.explained import COLUMNS
    from graph.vocabulary import SCHEMA

    coloured = is_terminal()
    styles = {kind.name: Style(color="black", bgcolor=kind.colour) for kind in SCHEMA.kinds}
    text = Text()
    for stretch in explained.stretches:
        mark = stretch.mark
        kind = styles.get(mark.kind, Style()) if mark else Style()
        opening = "[" if stretch.opens and not coloured else ""
        closing = f" {mark.kind}]" if mark and stretch.closes and not coloured else ""
        words = f"{opening}{harmless(stretch.text)}{closing}"
        text.append(words, kind + Style(underline=stretch.quoted))
        text.append("".join(f"^{number}" for number in stretch.claims), Style(bold=True))
    print_heading(explained.document.title or explained.document.source)
    if coloured:
        Console().print(text)
    else:
        print(text.plain)
    print()
    print_cards(COLUMNS, explained.claims)
