"""JSONL: one document a line, with its metadata."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from loaders.sources.base import Limits, Parsed, SourceError, Unreadable, check_text, too_large
from loaders.sources.encoding import in_place
from loaders.sources.metadata import language_code, parse_date, web_address

FIELDS = (
    "text",
    "title",
    "id",
    "url",
    "publisher",
    "language",
    "published",
    "retrieved",
    "licence",
)


def read(path: Path, limits: Limits) -> Iterator[Parsed | Unreadable]:
    """The documents of a file; a bad line is reported and the rest goes on."""
    seen: dict[str, int] = {}
    for number, line in _lines(path, limits):
        try:
            if isinstance(line, SourceError):
                raise line
            if not line.strip():
                continue
            parsed = check_text(_document(line), limits)
            key = parsed.url or parsed.id
            if key is not None and seen.setdefault(key, number) != number:
                raise SourceError(
                    f"{key!r} is the key of line {seen[key]} too; give each document its own id"
                )
            yield parsed
        except SourceError as error:
            yield Unreadable(str(path), f"line {number}", error.reason)


def _lines(path: Path, limits: Limits) -> Iterator[tuple[int, bytes | SourceError]]:
    """Numbered lines; one that is too large is passed over without keeping it in memory."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(limits.max_bytes + 1):
            number += 1
            size = len(line)
            if size <= limits.max_bytes:
                yield number, line
                continue
            while line and not line.endswith(b"\n"):
                line = file.readline(limits.max_bytes)
                size += len(line)
            yield number, too_large("the line", size, limits)
        if not number:
            raise SourceError("the file is empty; leave it out or fill it")


def _document(line: bytes) -> Parsed:
    """The document of one line. Raises `SourceError`."""
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SourceError("this is not UTF-8; save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        why = "it is nested too deeply" if isinstance(error, RecursionError) else error
        raise SourceError(f"this is no JSON ({why}); write one object a line") from error
    if not isinstance(record, dict):
        raise SourceError('this is no object; write {"id": ..., "text": ...}')
    fields = {name: record[name] for name in FIELDS if record.get(name) is not None}
    for name, value in fields.items():
        if not isinstance(value, str):
            raise SourceError(f"{name!r} is no text; write it in quotes")
    if "text" not in fields:
        raise SourceError("there is no 'text'; give the document one")
    checked: dict[str, Any] = {name: _checked(name, value) for name, value in fields.items()}
    return Parsed(**checked)


def _checked(name: str, value: str) -> str | None:
    """The value of a field as it is kept.

    Characters of the text stay where they are: others may have counted offsets into it.
    """
    if name == "text":
        return in_place(value)
    value = " ".join(in_place(value).split())
    check = CHECKS.get(name)
    if check is None or not value:
        return value or ("" if name == "title" else None)
    function, form = check
    if (known := function(value)) is None:
        raise SourceError(f"{name!r} is {value[:80]!r}; write it as {form}")
    return known


CHECKS = {
    "url": (web_address, "https://..."),
    "language": (language_code, "an ISO 639 code such as sw"),
    "published": (parse_date, "2023-02-21, 2023-02 or 2023"),
    "retrieved": (parse_date, "2023-02-21, 2023-02 or 2023"),
}
