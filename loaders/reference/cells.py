"""From the text of a cell to its values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from graph.model import Scalar
from loaders.reference.declare import Column

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_REFERENCE = re.compile(r"([A-Z]{2}:)?[A-Za-z0-9][A-Za-z0-9._-]*")
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_LANGUAGE = re.compile(r"[a-z]{2}:\s*")


def read_cell(column: Column, text: str) -> tuple[Scalar, ...]:
    """The values in a cell, none where it is empty; raises ValueError with what is wrong."""
    if not text.strip():
        if column.required:
            raise ValueError("may not be empty")
        return ()
    return _READERS[column.type](column, text.strip())


def _text(column: Column, text: str) -> tuple[Scalar, ...]:
    return (text,)


def _names(column: Column, text: str) -> tuple[Scalar, ...]:
    return tuple(_LANGUAGE.sub("", name, count=1) for name in _listed(text))


def _code(column: Column, text: str) -> tuple[Scalar, ...]:
    if not _CODE.fullmatch(text):
        raise ValueError(
            f"{text!r} is no code: only letters, digits, dots, hyphens and underscores"
        )
    return (text,)


def _date(column: Column, text: str) -> tuple[Scalar, ...]:
    try:
        if not _DATE.fullmatch(text):
            raise ValueError
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        message = f"{text!r} is no date; write 2023, 2023-02 or 2023-02-21"
        raise ValueError(message) from None
    return (text,)


def _integer(column: Column, text: str) -> tuple[Scalar, ...]:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise ValueError(f"{text!r} is no whole number")
    return (int(text),)


def _number(column: Column, text: str) -> tuple[Scalar, ...]:
    if not re.fullmatch(r"0(\.[0-9]+)?|1(\.0+)?", text):
        raise ValueError(f"{text!r} is no number from 0 to 1")
    return (float(text),)


def _choice(column: Column, text: str) -> tuple[Scalar, ...]:
    if text not in column.of:
        raise ValueError(f"{text!r} is none of: {', '.join(column.of)}")
    return (text,)


def _references(column: Column, text: str) -> tuple[Scalar, ...]:
    for code in _listed(text):
        if not _REFERENCE.fullmatch(code):
            raise ValueError(f"{code!r} is no code of {column.of[0]}; write KE, or KE:odpp")
    return tuple(f"{column.of[0]}:{code}" for code in _listed(text))


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


_READERS: Mapping[str, Callable[[Column, str], tuple[Scalar, ...]]] = {
    "text": _text,
    "names": _names,
    "code": _code,
    "date": _date,
    "integer": _integer,
    "number": _number,
    "choice": _choice,
    "references": _references,
}
