"""How questions are asked: arguments, evidence, cut-off and reading only, on both stores."""

from __future__ import annotations

import pytest

from graph.schema import UnknownName
from graph.store import Store
from queries.catalog import ask, question, questions
from queries.errors import Ambiguous, BadArgument, NotFound
from tests.conformance.small_graph import (
    COPY,
    KENYA,
    MOROCCO,
    VISIT,
)


def test_evidence_names_document_speaker_and_denials(small_store: Store) -> None:
    answer = ask(small_store, question("wishes_and_deeds"), {"country": KENYA}, evidence=True)
    wish = answer.rows[0]["evidence"]
    assert [(e["url"], e["published"], e["stated_by"], e["modality"]) for e in wish] == [
        (COPY, "2025-08-09", "Asha Mwangi", "intended"),
        (VISIT, "2025-08-08", "Asha Mwangi", "intended"),
    ]
    desk = next(r for r in answer.rows if r["sort"] == "done" and r["direction"] == "both")
    assert [e["modality"] for e in desk["evidence"]] == ["fact", "fact", "denied"]


def test_more_rows_than_wanted_are_cut_off_and_said_so(small_store: Store) -> None:
    every = ask(small_store, question("posts"), {"of": KENYA})
    first = ask(small_store, question("posts"), {"of": KENYA}, rows=1)
    assert first.truncated
    assert first.rows == every.rows[:1]


def test_arguments_that_cannot_be(small_store: Store) -> None:
    between = question("agreements_between")
    with pytest.raises(BadArgument, match="b: is needed: the other country"):
        ask(small_store, between, {"a": KENYA})
    with pytest.raises(NotFound, match="no Country 'Kenia'; near it: country:KE"):
        ask(small_store, between, {"a": "Kenia", "b": MOROCCO})
    with pytest.raises(UnknownName, match="known: a, b, multilateral"):
        ask(small_store, between, {"a": KENYA, "b": MOROCCO, "c": "?"})
    with pytest.raises(BadArgument, match="since: must be a date such as 2023"):
        ask(small_store, question("agreements_of"), {"country": KENYA, "since": "last year"})
    with pytest.raises(NotFound, match="no document 'nowhere'"):
        ask(small_store, question("document_statements"), {"document": "nowhere"})
    with pytest.raises(UnknownName, match="unknown question 'posts_of'; known: agreements_between"):
        question("posts_of")


def test_a_name_that_two_bear_is_no_argument(small_store: Store) -> None:
    with pytest.raises(Ambiguous, match="of: 'noor kip' may be any of") as caught:
        ask(small_store, question("posts"), {"of": "noor kip"})
    assert caught.value.candidates == ("person:clerk", "person:noor")


def test_the_stores_take_every_question_as_reading_only(small_store: Store) -> None:
    for asked in questions():
        small_store.read(f"EXPLAIN {asked.text}", dict(asked.example))


def test_examples_are_maps_of_cypher(small_store: Store) -> None:
    for asked in questions():
        line = next(x for x in asked.text.splitlines() if x.startswith("// example: "))
        written = line.removeprefix("// example: ")
        assert small_store.read(f"RETURN {written} AS example")[0]["example"] == asked.example
