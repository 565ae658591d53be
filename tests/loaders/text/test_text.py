"""Sentences and dates, by what a reader would say."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.lexicon.pack import pack
from loaders.text.dates import dates
from loaders.text.language import detect
from loaders.text.sentences import sentences
from loaders.text.tokens import tokens


def cut(text: str, language: str = "en") -> list[str]:
    return [text[a:b] for a, b in sentences(text, pack(language).abbreviations)]


def test_abbreviations_and_initials_end_no_sentence():
    text = "Dr. A. Mwita met H.E. Amb. Said Juma. They agreed."
    assert cut(text) == ["Dr. A. Mwita met H.E. Amb. Said Juma.", "They agreed."]


def test_a_headline_ends_at_its_line_and_a_wrapped_line_does_not():
    assert cut("Two states sign\nThe text was\nsigned today.") == [
        "Two states sign",
        "The text was\nsigned today.",
    ]


@given(st.text(max_size=400))
def test_sentences_are_in_order_and_lose_no_letter(text):
    spans = list(sentences(text, frozenset({"dr"})))
    assert all(a < b for a, b in spans)
    assert all(x[1] <= y[0] for x, y in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "signed on 6 July 2022", ["2022-07-06"]),
        ("en", "signed on October 3, 2022", ["2022-10-03"]),
        ("en", "in January 2024", ["2024-01"]),
        ("en", "in 2015", ["2015"]),
        ("en", "on Tuesday", ["2024-05-14"]),
        ("en", "yesterday", ["2024-05-15"]),
        ("en", "last year", ["2023"]),
        ("sw", "tarehe 28 Juni, 2022", ["2022-06-28"]),
        ("sw", "jana", ["2024-05-15"]),
        ("fr", "le 1 mars 2021", ["2021-03-01"]),
        ("ru", "25 декабря 2013 года", ["2013-12-25"]),
        ("ar", "في 2 نوفمبر 2023", ["2023-11-02"]),
        ("es", "el 5 de abril de 2019", ["2019-04-05"]),
    ],
)
def test_dates(language, text, expected):
    found = tokens(text, language)
    hits = pack(language).find(found).hits
    assert [d.value for d in dates(found, hits, "2024-05-16")] == expected


def test_a_relative_date_without_the_documents_date_stays_unset():
    found = tokens("on Tuesday", "en")
    hits = pack("en").find(found).hits
    assert hits["weekdays"]
    assert dates(found, hits, None) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Serikali imesaini hati ya makubaliano na nchi jirani.", "sw"),
        ("Le gouvernement a signé un accord avec ses voisins.", "fr"),
        ("Правительство подписало соглашение с соседями.", "ru"),
        ("وقعت الحكومة اتفاقية مع جيرانها.", "ar"),
        ("", "en"),
    ],
)
def test_language(text, language):
    assert detect(text) == language
