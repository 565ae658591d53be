"""A table as text that can be read and quoted: one line a row, each value with its column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

BETWEEN = "; "
UNTOLD = frozenset({"source", "confidence"})
"""Columns about a row itself: claims have them beside the quote."""


class TableError(ValueError):
    """Text that is no table: at which row (the header is row 1), and why."""

    def __init__(self, row: int, reason: str) -> None:
        self.row, self.reason = row, reason
        super().__init__(f"row {row}: {reason}")


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands in the written text.

    `number` counts the rows of the table, the header being row 1; `start` and `end` are the
    offsets of its line; `places` gives, by column, those of every value that is not empty.
    """

    number: int
    start: int
    end: int
    places: Mapping[str, tuple[int, int]]


def read_table(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV text with their numbers, the header first; empty lines are passed over.

    Raises `TableError` where a quotation mark is not closed or out of place.
    """
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    try:
        for cells in rows:
            if cells:
                number += 1
                yield number, cells
    except csv.Error as error:
        reason = "a quotation mark is not closed or out of place"
        raise TableError(number + 1, reason) from error


def write_table(title: str, rows: Sequence[tuple[int, Mapping[str, str]]]) -> tuple[str, list[Row]]:
    """A text under a title with a line for each row, `column: value; column: value`, and places.

    Empty values are left out, and so are the columns in `UNTOLD`.
    """
    text = f"{title}\n\n"
    written = []
    for number, values in rows:
        line, places = "", dict[str, tuple[int, int]]()
        for name, value in values.items():
            if value and name not in UNTOLD:
                line += f"{BETWEEN if line else ''}{name.replace('_', ' ')}: "
                start = len(text) + len(line)
                places[name] = (start, start + len(value))
                line += value
        written.append(Row(number, len(text), len(text) + len(line), places))
        text += f"{line}\n"
    return text, written
