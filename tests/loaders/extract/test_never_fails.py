"""Whatever text comes: no exception, exact offsets, the same answer twice, and time in line with
its length."""

import itertools
import json
import math
import os
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model import Document
from loaders.extract.registry import extractor
from loaders.extract.validate import validate
from loaders.lexicon.coverage import phrases_of
from loaders.reading import read_document
from loaders.sources.base import SourceError
from loaders.sources.html import parse
from loaders.text.language import LANGUAGES
from loaders.text.sentences import sentences
from loaders.text.tokens import tokens

RULES = extractor()

ROOT = Path(__file__).parents[3]

WORDS = sorted(
    {
        phrase.replace("*", "")
        for language in LANGUAGES
        for phrases in phrases_of(language).values()
        for phrase in phrases
    }
)
"""What rules look for, in every language."""

NAMES = (
    "Kenya", "Ghana", "Kenya's", "Ana Duarte", "Network Agency", "(NA)", "l'Agence", "وكينيا",
    "مصر", "Россия", "Министерство связи", "3 May 2024", "10/10/2024", "2018", "Kenya na Ghana",
)  # fmt: skip

STRANGE = (
    "\0", "\u202e", "\u200f", "\u200d", "\u0301", "\u0640", "\u064b", "\ufeff", "\u00ad", "🌍",
    "👩‍👩‍👧",
    "ﬁ", "ß", "İ", "ǅ", "ª", "²", "½", "①", "٣", "中文", "नमस्ते", "<b>", "</p>", "&amp;", "<!--",
    "(", ")", "«", "”", "'", "’s", "-", "–", "/", "&", ",", "،", ".", "...", "…", "؟", ":", ";",
    "\n", "\r\n", "\t", "\u2028", "\x1f", "  ", "A.B.", "U.S.", "CERT.tg", "1.1.1", "1º", "K" * 50,
)  # fmt: skip

PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(str.title),
    st.sampled_from(NAMES),
    st.sampled_from(STRANGE),
    st.text(max_size=6),
)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from(("", " ", " ", " ", ". ", "\n")))).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)
LANGUAGE = st.sampled_from((*LANGUAGES, None))
MANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(TEXTS, LANGUAGE, st.sampled_from((None, "2024", "2024-02", "2024-02-29", "today")))
@MANY
def test_any_text_is_read_with_exact_offsets(text, language, published):
    document = Document("any", text, language=language, published=published, publisher=text[:40])
    found = RULES.extract(document)
    assert validate(document, found).dropped == Counter()
    assert RULES.extract(document) == found
    read_document(document)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sw", "Makubaliano Mawili ya mwisho"),  # a number after its noun, at the head
    ],
)
def test_texts_that_once_were_read_wrongly(language, text):
    document = Document("any", text, language=language)
    assert validate(document, RULES.extract(document)).dropped == Counter()


@given(TEXTS)
@MANY
def test_any_page_is_read(body):
    page = f"<html><head><title>{body[:30]}</title></head><body><p>{body}</p></body></html>"
    try:
        parsed = parse(page.encode("utf-8", "surrogatepass"))
    except SourceError:
        return  # a page without an article
    document = Document("any", parsed.text, language=parsed.language)
    assert validate(document, RULES.extract(document)).dropped == Counter()


@given(TEXTS, st.sampled_from(LANGUAGES))
@MANY
def test_words_and_sentences_hold_every_letter_once(text, language):
    words = tokens(text, language)
    assert all(text[t.start : t.end].strip() for t in words)
    assert sum(t.end - t.start for t in words) == sum(not c.isspace() for c in text)
    spans = list(sentences(text, frozenset()))
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    assert sum(not c.isspace() for s, e in spans for c in text[s:e]) == sum(
        not c.isspace() for c in text
    )


def test_another_process_reads_the_same_in_the_same_order(tmp_path):
    text = "Kenya and Ghana met. The prosecution offices of the two countries signed a memorandum."
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"id": "one", "text": text, "language": "en"}), "utf-8")
    command = [sys.executable, "-m", "loaders.extract", str(path)]
    read = {
        subprocess.run(
            command, cwd=ROOT, capture_output=True, check=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "3", "4", "6")
    }  # fmt: skip
    assert len(read) == 1


def _name(number: int) -> str:
    """A made-up name, another for each number."""
    letters = []
    while number or not letters:
        number, letter = divmod(number, 20)
        letters.append("bcdfghklmnpqrstvwxyz"[letter] + "aeiou"[letter % 5])
    return "".join(letters).title()


REPEATED = {
    "capitals": "A", "small letters": "a", "Cyrillic": "Б", "Arabic": "ال", "initials": "A.",
    "initials apart": "A. ", "numbers": "1.", "list": "1,", "apostrophes": "a'", "brackets": "(",
    "hyphens": "A-", "quotes": "“", "lines": "A\n", "blank lines": "\n", "full stops": ".",
    "exclamations": "! ", "countries": "Kenya, ", "joined": "Kenya and ", "posts": "President of ",
    "post and body": "Minister of Health of Kenya. ", "agreements": "Kenya and Ghana signed it. ",
    "both": "The two countries signed an agreement. ", "dates": "3 May 2024. ", "marks": "\u0301a",
    "invisible": "\u200f", "NUL": "\0", "emoji": "🌍", "tags": "<b>",
    "acronyms": "Net Agency (NA). ",
    "unbroken": "Kenya and Ghana signed an agreement ", "address": "CERT.",
    "entries": "crime\n\n- ",
    "laws": "the Cybercrime Act 2018, ", "he": "He said that he will cooperate. ",
}  # fmt: skip


def _many(name: str, length: int) -> str:
    """A text of a length that asks for time out of proportion, were anything looked at twice."""
    if name == "people":
        parts = (f"President {_name(i)} {_name(i * 7 + 3)} spoke. " for i in range(length // 25))
    elif name == "bodies":
        parts = (
            f"The {_name(i)} Agency of {_name(i + 9)} met Kenya. " for i in range(length // 35)
        )
    else:
        parts = (REPEATED[name] for _ in range(length // len(REPEATED[name]) + 1))
    return "".join(parts)[:length]


def _seconds(text: str, language: str) -> float:
    document = Document("long", text, language=language, published="2024-05-05")
    best = math.inf
    for _ in range(2):
        start = time.process_time()
        RULES.extract(document)
        best = min(best, time.process_time() - start)
    return best


CASES = [("en", name) for name in (*REPEATED, "people", "bodies")] + [
    (language, name)
    for language in ("ar", "ru")
    for name in ("Cyrillic", "Arabic", "joined", "agreements", "people")
]


@pytest.mark.parametrize(("language", "name"), CASES)
def test_time_grows_with_length_alone(language, name):
    """Eight times the text may take thirty times as long; what is quadratic takes sixty-four."""
    short, long = 4_000, 32_000
    once = max(_seconds(_many(name, short), language), 0.004)
    assert _seconds(_many(name, long), language) < 30 * once


def test_five_megabytes_of_capitals():
    document = Document("long", "KENYA AND GHANA " + "A" * 5_000_000, language="en")
    found = RULES.extract(document)
    assert {e.id for e in found.entities} == {"country:KE", "country:GH"}
    assert validate(document, found).dropped == Counter()


def test_a_million_full_stops_and_blanks_before_a_sentence():
    gap = "." * 500_000 + "\n" * 500_000
    text = f"Kenya signed the Malabo Convention. {gap}Cybercrime and online fraud are its subjects."
    document = Document("long", text, language="en")
    found = RULES.extract(replace(document, language="en"))
    assert "country:KE" in {e.id for e in found.entities}
    assert validate(document, found).dropped == Counter()
