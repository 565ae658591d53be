"""A table is read as the standard library reads it, and written as lines that can be quoted."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reference.table import TableError, read_table, write_table

CELLS = st.text(alphabet='ab ,"\n;é中', max_size=8)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=5))
def test_reads_what_was_written(table: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(table)
    assert list(read_table(text.getvalue())) == list(enumerate(table, start=1))


@pytest.mark.parametrize("text", ['a,b\n"c,d\n', 'a,b\n"c"d,e\n'])
def test_a_stray_quotation_mark_is_refused_with_its_row(text: str) -> None:
    with pytest.raises(TableError, match="row 2: a quotation mark is not closed or out of place"):
        list(read_table(text))


def test_a_row_becomes_a_line_that_names_its_columns() -> None:
    values = {"name_en": "Accord", "signed": "2023", "place": "", "source": "a.example"}
    text, rows = write_table("Agreements", [(2, values), (3, {"name_en": "Pact"})])
    assert text == "Agreements\n\nname en: Accord; signed: 2023\nname en: Pact\n"
    assert [(r.number, text[r.start : r.end]) for r in rows] == [
        (2, "name en: Accord; signed: 2023"),
        (3, "name en: Pact"),
    ]
    assert {n: text[slice(*place)] for n, place in rows[0].places.items()} == {
        "name_en": "Accord",
        "signed": "2023",
    }
