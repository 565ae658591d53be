"""Tokens of pages: they give back the key, and nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.errors import BadArgument
from queries.paging import after_key, checked_limit, page

ROWS = [{"name": f"n{i}", "id": i} for i in range(4)]


@given(st.text(), st.integers(-(2**40), 2**40))
def test_a_token_gives_back_the_key_of_the_last_item(name: str, number: int) -> None:
    token = page([{"k": 0}, {"k": 1}], 1, lambda _: (name, number)).next
    assert token is not None
    assert after_key(token, ("", 0)) == (name, number)


@given(st.text(max_size=40))
def test_anything_else_is_refused_in_words(text: str) -> None:
    try:
        assert isinstance(after_key(text, ("", 0)), tuple)
    except BadArgument as error:
        assert "take `next` of a page" in str(error)


def test_a_token_of_another_list_is_refused() -> None:
    token = page(ROWS, 3, lambda row: (row["name"],)).next
    with pytest.raises(BadArgument, match="is no page of this list"):
        after_key(token, ("", 0))


def test_the_last_page_has_no_token() -> None:
    assert page(ROWS, 4, lambda row: (row["id"],)).next is None
    assert page(ROWS, 3, lambda row: (row["id"],)).items == ROWS[:3]


@pytest.mark.parametrize("limit", [0, -1, 1001])
def test_a_page_has_a_sensible_size(limit: int) -> None:
    with pytest.raises(BadArgument, match="limit: must be from 1 to 1000"):
        checked_limit(limit)
