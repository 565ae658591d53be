"""What the readers of all formats share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one document may take; a document beyond it is refused, the rest loads.

    `max_bytes` is the size of its file (of its line, in JSONL), `seconds` the time that its
    parser may run, `max_characters` the length of its text.
    """

    max_bytes: int = 20_000_000
    seconds: float = 30.0
    max_characters: int = 5_000_000


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or a place in one, that could not be read: why, and what to do."""

    path: str
    place: str
    reason: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.path, self.place, self.reason) if part)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a format gives of a document, before its text is cleaned and its language told.

    `id` is the document's own key where it has one and no URL.
    """

    text: str
    title: str = ""
    id: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    published: str | None = None
    retrieved: str | None = None
    licence: str | None = None


class SourceError(ValueError):
    """A document cannot be read: `reason` says why and what to do, `place` where."""

    def __init__(self, reason: str, place: str = "") -> None:
        self.reason, self.place = reason, place
        super().__init__(f"{place}: {reason}" if place else reason)


class Reader(Protocol):
    """Reads one file of a format, document by document.

    Raises `SourceError` or `OSError` where nothing more of the file can be read; yields
    `Unreadable` for one document of several.
    """

    def __call__(self, path: Path, limits: Limits) -> Iterator[Parsed | Unreadable]: ...


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The content of a file.

    Raises `SourceError` where it is larger than allowed, without reading it, or empty.
    """
    size = path.stat().st_size
    if size > limits.max_bytes:
        raise too_large("the file", size, limits)
    data = path.read_bytes()
    if not data:
        raise SourceError("the file is empty; leave it out or fill it")
    return data


def too_large(what: str, size: int, limits: Limits) -> SourceError:
    """The refusal of a document of `size` bytes."""
    return SourceError(
        f"{what} has {size:,} bytes, the limit is {limits.max_bytes:,}; split it or raise the limit"
    )


def check_text(parsed: Parsed, limits: Limits) -> Parsed:
    """`parsed` itself. Raises `SourceError` where its text is empty or longer than allowed."""
    if not parsed.text.strip():
        raise SourceError("the document has no text; leave it out or fill it")
    if len(parsed.text) > limits.max_characters:
        raise SourceError(
            f"the text has {len(parsed.text):,} characters, the limit is "
            f"{limits.max_characters:,}; split it or raise the limit"
        )
    return parsed
