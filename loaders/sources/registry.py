"""Which reader reads which ending, and what every document goes through."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.model import Document
from loaders.sources import jsonl
from loaders.sources.base import DEFAULT_LIMITS, Limits, Parsed, Reader, SourceError, Unreadable
from loaders.sources.encoding import in_place
from loaders.sources.worker import WORKER, parse_file
from loaders.text.language import detect


def here(module: str) -> Reader:
    """A reader for one document a file, whose parser is quick on any input."""

    def read_file(path: Path, limits: Limits) -> Iterator[Parsed | Unreadable]:
        yield parse_file(module, path, limits)

    return read_file


def apart(module: str) -> Reader:
    """A reader for one document a file, whose parser runs in a process of its own."""

    def read_file(path: Path, limits: Limits) -> Iterator[Parsed | Unreadable]:
        yield WORKER.parse_file(module, path, limits)

    return read_file


ENDINGS: Mapping[str, Reader] = {
    ".txt": here("text"),
    ".text": here("text"),
    ".md": apart("markdown"),
    ".markdown": apart("markdown"),
    ".html": apart("html"),
    ".htm": apart("html"),
    ".xhtml": apart("html"),
    ".pdf": apart("pdf"),
    ".docx": apart("docx"),
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
}
"""Readers by file ending, in lower case."""


def read(
    path: Path, limits: Limits = DEFAULT_LIMITS, root: Path | None = None
) -> Iterator[Document | Unreadable]:
    """The documents of one file, and what of it could not be read; never raises for a file.

    A document's source is its URL, else its own id, else the key of the file, which is also its
    origin.
    """
    reader = ENDINGS.get(path.suffix.lower())
    key = key_of(path, root or path.parent)
    if reader is None:
        known = ", ".join(sorted(ENDINGS))
        yield Unreadable(str(path), "", f"unknown ending {path.suffix!r}; known: {known}")
        return
    try:
        if not os.path.isfile(path):
            raise SourceError("there is no such file; check the path")
        for number, parsed in enumerate(reader(path, limits), 1):
            if isinstance(parsed, Unreadable):
                yield parsed
            else:
                yield _document(parsed, key, number)
    except SourceError as error:
        yield Unreadable(str(path), error.place, error.reason)
    except OSError as error:
        yield Unreadable(str(path), "", f"{error.strerror}; check the file and its permissions")


def key_of(path: Path, root: Path) -> str:
    """The path of a file from the name of the folder `root` on: the same on every machine."""
    return f"{Path(os.path.realpath(root)).name}/{path.relative_to(root).as_posix()}"


def _document(parsed: Parsed, key: str, number: int) -> Document:
    """The document of what a reader gave as the `number`-th of the file with this key."""
    own = key if number == 1 else f"{key}#{number}"
    return Document(
        source=in_place(parsed.url or parsed.id or own),
        text=parsed.text,
        title=" ".join(parsed.title.split()),
        url=parsed.url,
        publisher=parsed.publisher,
        language=parsed.language or detect(parsed.text),
        published=parsed.published,
        retrieved=parsed.retrieved,
        licence=parsed.licence,
        origin=key,
    )
