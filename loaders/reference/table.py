"""CSV with the place of every row and cell, so that a claim can quote its row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CELL = re.compile(r'(?:"([^"]*+(?:""[^"]*+)*+)"|([^",\r\n]*+))(,|\r?\n|\Z)')


class TableError(ValueError):
    """Text that is no table: at which row (the header is row 1), and why."""

    def __init__(self, row: int, reason: str) -> None:
        self.row, self.reason = row, reason
        super().__init__(f"row {row}: {reason}")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and where it stands in the text, without enclosing quotation marks."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number (the header is row 1), and where it stands, without the line's end."""

    number: int
    start: int
    end: int
    cells: tuple[Cell, ...]


def read_table(text: str) -> Iterator[Row]:
    """The rows of a CSV text, the header first; empty lines are passed over.

    Raises `TableError` where a quotation mark is not closed or stands inside a plain cell.
    """
    number, position = 1, 0
    while position < len(text):
        start, cells, separator = position, [], ","
        while separator == ",":
            found = _CELL.match(text, position)
            if found is None:
                raise TableError(number, "a quotation mark is not closed or out of place")
            cells.append(_cell(found))
            separator, position = found[3], found.end()
        if len(cells) > 1 or cells[0].value:
            yield Row(number, start, position - len(separator), tuple(cells))
            number += 1


def _cell(found: re.Match[str]) -> Cell:
    if found[1] is None:
        return Cell(found[2], *found.span(2))
    return Cell(found[1].replace('""', '"'), *found.span(1))
