"""Rows and cells are those that the standard library reads, each with its place."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reference.table import TableError, read_table

CELLS = st.text(alphabet='ab ,"\n;é中', max_size=8)
TABLES = st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=5)


@given(TABLES, st.sampled_from(["\n", "\r\n"]))
def test_reads_what_was_written_and_knows_where_it_stands(
    table: list[list[str]], ending: str
) -> None:
    written = io.StringIO()
    csv.writer(written, lineterminator=ending).writerows(table)
    text = written.getvalue()
    rows = list(read_table(text))
    assert [[cell.value for cell in row.cells] for row in rows] == table
    for number, row in enumerate(rows, start=1):
        assert row.number == number
        assert next(csv.reader([text[row.start : row.end]])) == [c.value for c in row.cells]
        for cell in row.cells:
            assert text[cell.start : cell.end].replace('""', '"') == cell.value


def test_last_row_needs_no_line_end_and_empty_lines_are_passed_over() -> None:
    rows = list(read_table("a,b\n\nc,d"))
    assert [(r.number, r.start, r.end) for r in rows] == [(1, 0, 3), (2, 5, 8)]


@pytest.mark.parametrize("text", ['a,b\n"c,d\n', 'a,b\nc"d,e\n', 'a,b\n"c"d,e\n'])
def test_a_stray_quotation_mark_is_refused_with_its_row(text: str) -> None:
    with pytest.raises(TableError, match="row 2: a quotation mark is not closed or out of place"):
        list(read_table(text))
