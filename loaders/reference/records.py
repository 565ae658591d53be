"""From the text of a dataset to its rows with typed values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.model import Scalar
from loaders.reference.cells import read_cell
from loaders.reference.declare import Column, Dataset, DatasetError
from loaders.reference.table import Cell, Row, TableError, read_table

Values = Mapping[str, tuple[Scalar, ...]]
"""By column: the values in a cell, none where it is empty."""


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a dataset, with its cells and their values by column."""

    row: Row
    cells: Mapping[str, Cell]
    values: Values


def read_records(dataset: Dataset, text: str) -> list[Record]:
    """The rows of a dataset below the header.

    Raises `DatasetError` where the text is no table of the declared columns, and where a cell
    does not hold what its column declares.
    """
    try:
        table = list(read_table(text))
    except TableError as error:
        raise DatasetError(dataset.name, error.reason, error.row) from error
    if not table:
        raise DatasetError(dataset.name, "it is empty; the first row must name the columns")
    names = [cell.value for cell in table[0].cells]
    _check_header(dataset, names)
    return list(_read(dataset, names, table[1:]))


def _check_header(dataset: Dataset, names: list[str]) -> None:
    declared = [column.name for column in dataset.columns]
    for name in declared:
        if name not in names:
            raise DatasetError(dataset.name, f"no column {name!r}", 1)
    for name, times in Counter(names).items():
        if name not in declared:
            reason = f"unknown column {name!r}; known: {', '.join(declared)}"
            raise DatasetError(dataset.name, reason, 1)
        if times > 1:
            raise DatasetError(dataset.name, f"column {name!r} is there {times} times", 1)


def _read(dataset: Dataset, names: list[str], rows: list[Row]) -> Iterator[Record]:
    columns = {column.name: column for column in dataset.columns}
    for row in rows:
        if len(row.cells) != len(names):
            reason = f"{len(row.cells)} cells where the header has {len(names)}"
            raise DatasetError(dataset.name, reason, row.number)
        cells = dict(zip(names, row.cells, strict=True))
        values = {
            name: _values(dataset, columns[name], cell, row.number) for name, cell in cells.items()
        }
        yield Record(row, cells, values)


def _values(dataset: Dataset, column: Column, cell: Cell, row: int) -> tuple[Scalar, ...]:
    try:
        return read_cell(column, cell.value)
    except ValueError as error:
        raise DatasetError(dataset.name, str(error), row, column.name) from error
