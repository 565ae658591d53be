"""`cybercoop extract`: what the documents say, as JSONL, without a graph."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from app.cli.common import FAILED, known_extractor


def extract(
    paths: Annotated[
        list[Path], typer.Argument(help="Files and folders, or JSONL with one document a line.")
    ],
    extractor: Annotated[str, typer.Option(help="What reads the documents.")] = "rules",
) -> None:
    """Print the entities and claims of each document as one line of JSON.

    Exit code 1 where a file could not be read: it is named, and the rest is extracted.
    """
    from app.cli.output import print_note
    from loaders.extract.output import as_json
    from loaders.reading import read_document
    from loaders.sources import Unreadable, walk

    reader, failed = known_extractor(extractor), False
    for document in walk(paths):
        if isinstance(document, Unreadable):
            failed = True
            print_note(f"cannot be read: {document}")
            continue
        extraction, _ = read_document(document, reader)
        print(json.dumps(as_json(document, extraction), ensure_ascii=False))
    if failed:
        raise typer.Exit(FAILED)
