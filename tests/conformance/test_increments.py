"""What is loaded again writes nothing, and a change what it changes, by the stores' counters."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Document, Judgement
from graph.store import Counters, Store
from graph.writing import judge, remove_documents, withdraw, write_documents
from loaders.pipeline import load, load_reference
from tests.conformance.annotated import Annotated
from tests.conformance.small_graph import readings

KENYA, MOROCCO = "country:KE", "country:MA"
OFFICE = "agency:KE:order-office"


def report(number: int, doing: str = "share alerts", **known: str) -> Annotated:
    """One of many texts that all say the same of the same, and something of their own."""
    return (
        Annotated(
            f"https://news.example/{number}",
            f"Report {number}. The Order Office of Kenya works with Morocco. "
            f"Kenya and Morocco {doing}.",
            published=f"2024-{number % 12 + 1:02}",
            **known,
        )
        .entity(KENYA, "Kenya")
        .entity(MOROCCO, "Morocco")
        .entity(OFFICE, "Order Office", country=KENYA)
        .says(OFFICE, "PART_OF", "The Order Office of Kenya", KENYA)
        .says(OFFICE, "COOPERATES_WITH", "The Order Office of Kenya works with Morocco", MOROCCO)
        .says(KENYA, "COOPERATES_WITH", f"Kenya and Morocco {doing}", MOROCCO)
    )


def many(store: Store, first: int, last: int) -> None:
    write_documents(store, [report(n).reading() for n in range(first, last)])


def test_documents_and_reference_facts_loaded_again_write_nothing(
    store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    for number in range(3):
        text = (
            f"Kenya and Morocco signed agreement {number} on cybercrime in Nairobi on 3 May 2024."
        )
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    before = store.written
    load_reference(store)
    load(store, [folder])
    assert (store.written - before).nodes_created > 100
    written = store.written
    again = load_reference(store).change
    assert (again.added, again.changed, again.claims) == (0, 0, 0)
    assert load(store, [folder], prune=True).change.unchanged == 3
    assert store.written == written


def test_readings_written_again_write_nothing_wherever_they_stand(store: Store) -> None:
    for reading in readings():
        write_documents(store, [reading])
    written = store.written
    write_documents(store, readings())
    write_documents(store, readings()[::-1])
    remove_documents(store, [Document("https://nowhere.example", "").id])
    assert not withdraw(store, "judgement:0000000000000000")
    assert store.written == written


def test_one_changed_sentence_writes_the_same_in_few_documents_and_in_many(store: Store) -> None:
    changed = report(7, "train together").reading()
    costs: list[Counters] = []
    for first, last in ((0, 20), (20, 200)):
        many(store, first, last)
        before = store.written
        write_documents(store, [changed])
        costs.append(store.written - before)
        many(store, 7, 8)
    few, lots = costs
    assert few == lots
    own = 1 + len(changed.extraction.claims)
    assert (few.nodes_created, few.nodes_deleted) == (own, own)


@pytest.mark.parametrize("change", ["one more", "one less", "judge and undo"])
def test_a_change_writes_the_same_in_few_documents_and_in_many(store: Store, change: str) -> None:
    costs: list[Counters] = []
    for first, last in ((0, 20), (20, 200)):
        many(store, first, last)
        newcomer = report(1000).entity("person:ann", "Ann", "Report").reading()
        if change != "one more":
            write_documents(store, [newcomer])
        before = store.written
        if change == "one more":
            write_documents(store, [newcomer])
        elif change == "judge and undo":
            _judge_and_undo(store)
        else:
            remove_documents(store, [newcomer.document.id])
        costs.append(store.written - before)
        remove_documents(store, [newcomer.document.id])
    assert costs[0] == costs[1]
    assert 0 < costs[0].total < 400


def _judge_and_undo(store: Store) -> None:
    """Say that a body which one document names is the office that all of them name."""
    other = (
        Annotated("https://paper.example", "The Office for Order met Kenya.")
        .entity(KENYA, "Kenya")
        .entity("agency:office", "Office for Order")
        .says("agency:office", "PART_OF", "The Office for Order met Kenya", KENYA)
        .reading()
    )
    write_documents(store, [other])
    judgement = Judgement("agency:office", OFFICE, "same", "ann", "2026-01-01T00:00:00Z")
    judge(store, judgement)
    joined = store.read("MATCH (i:Identifier {id: 'agency:office'}) RETURN i.entity AS entity")
    assert joined == [{"entity": OFFICE}]
    withdraw(store, judgement.id)
    remove_documents(store, [other.document.id])
