"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from loaders.sources.metadata import LANGUAGES, labelled_date, parse_date, web_address


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("2022-02-27", "2022-02-27"),
        ("2022-02-27T10:15:00Z", "2022-02-27"),
        ("2023-02", "2023-02"),
        ("2023", "2023"),
        ("Monday, 29 September 2025 at 10:00", "2025-09-29"),
        ("September 29th, 2025", "2025-09-29"),
        ("29 Septemba 2025", "2025-09-29"),
        ("1er mars 2023", "2023-03-01"),
        ("segunda-feira, 3 de julho de 2023", "2023-07-03"),
        ("16 de diciembre de 2024", "2024-12-16"),
        ("19 сентября 2024 г.", "2024-09-19"),
        ("٢١ فبراير ٢٠٢٣", "2023-02-21"),
        ("21 شتنبر 2023", "2023-09-21"),
        ("5 كانون الثاني 2023", "2023-01-05"),
        ("24/06/2025", "2025-06-24"),
        ("03.04.2025", "2025-04-03"),
        ("03/04/2025", None),
        ("31 February 2025", None),
        ("next Thursday", None),
        ("", None),
    ],
)
def test_parse_date(words: str, known: str | None) -> None:
    assert parse_date(words) == known


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)),
    st.sampled_from(LANGUAGES),
    st.sampled_from(("long", "full")),
)
def test_every_language_writes_its_dates(day: date, language: str, form: str) -> None:
    written = format_date(day, form, locale=language)
    assert parse_date(written) == day.isoformat(), written


def test_labelled_dates() -> None:
    assert labelled_date("Imewekwa: 29 Septemba 2025") == "2025-09-29"
    assert labelled_date("Publié le 3 mars 2023 à 10h") == "2023-03-03"
    assert labelled_date("The forum opens on 29 September 2025") is None
    assert labelled_date("Posted " + "x" * 200 + " 29 September 2025") is None


def test_web_address() -> None:
    assert web_address(" https://a.example/b ") == "https://a.example/b"
    for unsound in ("javascript:alert(1)", "/b", "https://", "https://a b", "http://[", None):
        assert web_address(unsound) is None
