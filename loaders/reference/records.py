"""From the text of a dataset to its rows with typed values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import Scalar
from loaders.reference.cells import read_cell
from loaders.reference.declare import Column, Dataset, DatasetError
from loaders.reference.table import Row, TableError, read_table, write_table

Values = Mapping[str, tuple[Scalar, ...]]
"""By column: the values in a cell, none where it is empty."""


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a dataset as it stands in the document, and its values by column."""

    row: Row
    values: Values


def read_records(dataset: Dataset, text: str) -> tuple[str, list[Record]]:
    """The text of the document of a dataset whose CSV is `text`, and its rows.

    Raises `DatasetError` where the text is no table of the declared columns, and where a cell
    does not hold what its column declares.
    """
    try:
        table = list(read_table(text))
    except TableError as error:
        raise DatasetError(dataset.name, error.reason, error.row) from error
    if not table:
        raise DatasetError(dataset.name, "it is empty; the first row must name the columns")
    names = table[0][1]
    _check_header(dataset, names)
    cells = [(number, _by_column(dataset, names, row, number)) for number, row in table[1:]]
    written, rows = write_table(dataset.title, cells)
    return written, [
        Record(row, _read(dataset, values, number))
        for row, (number, values) in zip(rows, cells, strict=True)
    ]


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


def _by_column(dataset: Dataset, names: list[str], row: list[str], number: int) -> dict[str, str]:
    if len(row) != len(names):
        reason = f"{len(row)} cells where the header has {len(names)}"
        raise DatasetError(dataset.name, reason, number)
    return dict(zip(names, row, strict=True))


def _read(dataset: Dataset, cells: Mapping[str, str], row: int) -> Values:
    columns = {column.name: column for column in dataset.columns}
    return {name: _values(dataset, columns[name], cell, row) for name, cell in cells.items()}


def _values(dataset: Dataset, column: Column, cell: str, row: int) -> tuple[Scalar, ...]:
    try:
        return read_cell(column, cell)
    except ValueError as error:
        raise DatasetError(dataset.name, str(error), row, column.name) from error
