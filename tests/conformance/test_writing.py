"""Documents and judgements as they stand in a store, on both stores."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from graph.model import Claim, Document, Entity, Extraction, Judgement, Mention
from graph.store import Store, StoreQueryError, StoreTimeout
from graph.writing import (
    Change,
    Reading,
    judge,
    remove_documents,
    stored_fingerprints,
    withdraw,
    write_documents,
)
from graph.writing.judgements import InvalidJudgement

Dump = Callable[[Store], Any]

FIRST = Document(
    "https://news.example/1",
    "Anna Odera, head of the Order Office of Kenya, signed the accord with Morocco.",
    title="An accord",
    url="https://news.example/1",
    publisher="News",
    language="en",
    published="2024-03-01",
)
SECOND = Document(
    "https://paper.example/2",
    "Kenya's Order Office is party to the accord, said Anna Odera.",
    url="https://paper.example/2",
    published="2024-04",
)


def entity(document: Document, kind: str, name: str, form: str, *keys: str) -> Entity:
    start = document.text.index(form)
    id_ = keys[0] if kind == "Country" else f"{kind.lower()}:{name}.{document.source[-1]}"
    return Entity(id_, kind, name, (Mention(form, start, start + len(form)),), keys=keys)


def claim(document: Document, predicate: str, subject: Entity, quote: str, **more: Any) -> Claim:
    start = document.text.index(quote)
    object_ = more.pop("object", None)
    return Claim(
        document.id,
        predicate,
        subject.id,
        quote,
        start,
        start + len(quote),
        object=object_.id if object_ else None,
        extractor="test 1",
        **more,
    )


def first() -> Reading:
    d = FIRST
    anna = entity(d, "Person", "anna", "Anna Odera")
    office = entity(d, "Agency", "office", "Order Office", "agency:KE:order-office")
    accord = entity(d, "Agreement", "accord", "the accord")
    kenya = entity(d, "Country", "Kenya", "Kenya", "country:KE")
    morocco = entity(d, "Country", "Morocco", "Morocco", "country:MA")
    claims = (
        claim(d, "name", anna, "Anna Odera", value="Anna Odera"),
        claim(d, "name", office, "Order Office", value="Order Office"),
        claim(d, "sub", office, "Order Office", value="Police"),
        claim(d, "name", accord, "the accord", value="the accord"),
        claim(
            d,
            "HOLDS_POST",
            anna,
            "Anna Odera, head of the Order Office",
            object=office,
            qualifiers={"title": "head"},
        ),
        claim(d, "PART_OF", office, "Order Office of Kenya", object=kenya),
        claim(
            d,
            "SIGNED",
            anna,
            "Anna Odera, head of the Order Office of Kenya, signed the accord",
            object=accord,
            confidence=0.9,
        ),
        claim(
            d,
            "PARTY_TO",
            morocco,
            "signed the accord with Morocco",
            object=accord,
            qualifiers={"status": "signed"},
            confidence=0.9,
        ),
    )
    return Reading(d, Extraction((anna, office, accord, kenya, morocco), claims), "test 1")


def second() -> Reading:
    d = SECOND
    anna = entity(d, "Person", "anna", "Anna Odera")
    office = entity(d, "Agency", "office", "Order Office", "agency:KE:order-office")
    accord = entity(d, "Agreement", "accord", "the accord")
    kenya = entity(d, "Country", "Kenya", "Kenya", "country:KE")
    claims = (
        claim(d, "name", anna, "Anna Odera", value="A. Odera"),
        claim(d, "name", office, "Order Office", value="Order Office"),
        claim(d, "name", accord, "the accord", value="the accord"),
        claim(d, "PART_OF", office, "Kenya's Order Office", object=kenya),
        claim(
            d,
            "PARTY_TO",
            office,
            "Kenya's Order Office is party to the accord",
            object=accord,
            stated_by=anna.id,
        ),
        claim(
            d,
            "SEEKS_COOPERATION_WITH",
            kenya,
            "party to the accord",
            modality="intended",
            object_phrase="others",
        ),
    )
    return Reading(d, Extraction((anna, office, accord, kenya), claims), "test 1")


FACTS = """
MATCH (s:Entity)-[f]->(o:Entity)
RETURN s.id AS subject, type(f) AS type, o.id AS object, f.modality AS modality,
  f.claims AS claims, f.sources AS sources, f.quote AS quote, f.url AS url
ORDER BY type, subject, object
"""


def test_a_document_becomes_nodes_facts_and_evidence(store: Store) -> None:
    change = write_documents(store, [first()])
    assert change == Change(added=1, claims=8, facts=4)
    assert store.read(FACTS) == [
        {
            "subject": "person:anna.1",
            "type": "HOLDS_POST",
            "object": "agency:KE:order-office",
            "modality": "fact",
            "claims": 1,
            "sources": 1,
            "quote": "Anna Odera, head of the Order Office",
            "url": "https://news.example/1",
        },
        {
            "subject": "country:MA",
            "type": "PARTY_TO",
            "object": "agreement:accord.1",
            "modality": "fact",
            "claims": 1,
            "sources": 1,
            "quote": "signed the accord with Morocco",
            "url": "https://news.example/1",
        },
        {
            "subject": "agency:KE:order-office",
            "type": "PART_OF",
            "object": "country:KE",
            "modality": "fact",
            "claims": 1,
            "sources": 1,
            "quote": "Order Office of Kenya",
            "url": "https://news.example/1",
        },
        {
            "subject": "person:anna.1",
            "type": "SIGNED",
            "object": "agreement:accord.1",
            "modality": "fact",
            "claims": 1,
            "sources": 1,
            "quote": "Anna Odera, head of the Order Office of Kenya, signed the accord",
            "url": "https://news.example/1",
        },
    ]
    evidence = store.read(
        "MATCH (s:Entity)-[f:PARTY_TO]->(o:Entity) "
        "WITH s, o, f, f.id AS fact "
        "MATCH (c:Claim {fact: fact})-[:FROM]->(d:Document) "
        "MATCH (c)-[:SUBJECT]->(cs:Entity) MATCH (c)-[:OBJECT]->(co:Entity) "
        "RETURN c.id = f.claim AS best, cs.id = s.id AS subject, co.id = o.id AS object, "
        "d.name AS title, d.text AS text, c.char_start AS start, c.char_end AS end, "
        "c.q_status AS status, f.status AS printed"
    )
    assert len(evidence) == 1
    row = evidence[0]
    assert (row["best"], row["subject"], row["object"]) == (True, True, True)
    assert row["text"][row["start"] : row["end"]] == "signed the accord with Morocco"
    assert (row["title"], row["status"], row["printed"]) == ("An accord", "signed", "signed")
    agencies = store.read("MATCH (a:Agency:Police) RETURN a.id AS id, a.name AS name")
    assert agencies == [{"id": "agency:KE:order-office", "name": "Order Office"}]


def test_a_second_document_adds_evidence_and_loading_again_writes_nothing(
    store: Store, dump: Dump
) -> None:
    write_documents(store, [first()])
    assert write_documents(store, [second()]) == Change(added=1, claims=6, facts=2)
    part_of = store.read(
        "MATCH (:Agency)-[f:PART_OF]->(:Country) RETURN f.claims AS claims, f.sources AS sources, "
        "f.first_reported AS first, f.last_reported AS last"
    )
    assert part_of == [{"claims": 2, "sources": 2, "first": "2024-03-01", "last": "2024-04"}]
    speakers = store.read(
        "MATCH (c:Claim)-[:STATED_BY]->(p:Person) RETURN c.predicate AS predicate, p.name AS name"
    )
    assert speakers == [{"predicate": "PARTY_TO", "name": "A. Odera"}]
    phrase = store.read(
        "MATCH (c:Claim) WHERE c.object_phrase IS NOT NULL "
        "RETURN c.object_phrase AS phrase, c.fact AS fact"
    )
    assert phrase == [{"phrase": "others", "fact": None}]
    before = dump(store)
    assert write_documents(store, [first(), second()]) == Change(unchanged=2)
    assert dump(store) == before


def test_a_changed_document_replaces_its_claims(store: Store, dump: Dump) -> None:
    write_documents(store, [first(), second()])
    text = SECOND.text.replace("is party to", "left")
    newer = second()
    kept = tuple(
        replace(c, document=SECOND.id)
        for c in newer.extraction.claims
        if c.predicate not in {"PARTY_TO", "SEEKS_COOPERATION_WITH"}
    )
    newer = Reading(replace(SECOND, text=text), replace(newer.extraction, claims=kept), "test 1")
    assert write_documents(store, [newer]).changed == 1
    parties = store.read("MATCH (s:Entity)-[:PARTY_TO]->() RETURN s.id AS id")
    assert parties == [{"id": "country:MA"}]
    reached = dump(store)
    remove_documents(store, [FIRST.id, SECOND.id])
    write_documents(store, [newer])
    write_documents(store, [first()])
    assert dump(store) == reached


def test_removing_a_document_takes_what_nothing_else_speaks_of(store: Store, dump: Dump) -> None:
    nothing = dump(store)
    write_documents(store, [second()])
    alone = dump(store)
    write_documents(store, [first()])
    assert remove_documents(store, [FIRST.id, "doc:unknown"]).removed == 1
    assert dump(store) == alone
    assert remove_documents(store, [SECOND.id]).removed == 1
    assert dump(store) == nothing


def test_a_judgement_joins_two_entities_and_is_undone_exactly(store: Store, dump: Dump) -> None:
    write_documents(store, [first(), second()])
    before = dump(store)
    judgement = Judgement("person:anna.2", "person:anna.1", "same", "ann", "2026-01-01T00:00:00Z")
    judge(store, judgement)
    people = store.read("MATCH (p:Person) RETURN p.id AS id, p.name AS name, p.aliases AS aliases")
    assert people == [{"id": "person:anna.1", "name": "A. Odera", "aliases": ["Anna Odera"]}]
    led = store.read("MATCH (i:Identifier {id: 'person:anna.2'}) RETURN i.entity AS entity")
    assert led == [{"entity": "person:anna.1"}]
    said = store.read(
        "MATCH (c:Claim)-[:STATED_BY]->(p:Entity) RETURN p.id AS entity, c.stated_by AS local"
    )
    assert said == [{"entity": "person:anna.1", "local": "person:anna.2"}]
    assert withdraw(store, judgement.id)
    assert dump(store) == before
    assert not withdraw(store, judgement.id)


@pytest.mark.parametrize(
    ("left", "right", "message"),
    [
        ("person:anna.1", "person:nobody", "no entity is called 'person:nobody'"),
        ("person:anna.1", "agreement:accord.1", "are of different kinds"),
        ("country:KE", "country:MA", "'country:KE' is a reference id"),
        ("person:anna.1", "person:anna.1", "is one id; a judgement needs two"),
    ],
)
def test_a_judgement_that_cannot_be_is_refused_and_changes_nothing(
    store: Store, dump: Dump, left: str, right: str, message: str
) -> None:
    write_documents(store, [first()])
    before = dump(store)
    with pytest.raises(InvalidJudgement, match=message):
        judge(store, Judgement(left, right, "same", "ann", "2026-01-01T00:00:00Z"))
    assert dump(store) == before


def test_a_failure_in_the_middle_leaves_the_old_state(store: Store, dump: Dump) -> None:
    write_documents(store, [first()])
    before = dump(store)
    broken = second()
    # The claim speaks of an entity that the extraction lacks: writing fails half-way.
    stray = replace(broken.extraction.claims[0], subject="person:stray.2")
    with pytest.raises(KeyError):
        write_documents(
            store,
            [replace(broken, extraction=replace(broken.extraction, claims=(stray,)))],
        )
    assert dump(store) == before


def test_fingerprints_tell_what_is_stored(store: Store) -> None:
    assert stored_fingerprints(store, [FIRST.id]) == {}
    write_documents(store, [first()])
    assert list(stored_fingerprints(store, [FIRST.id, SECOND.id])) == [FIRST.id]


def test_text_of_a_document_reaches_no_query(store: Store) -> None:
    nasty = "x'}) DETACH DELETE n //` \\u0027 $id {label} {type}"
    document = Document("https://x.example/1", nasty, title=nasty, publisher=nasty)
    person = Entity("person:x.1", "Person", nasty, (Mention(nasty, 0, len(nasty)),))
    said = Claim(document.id, "name", person.id, nasty, 0, len(nasty), value=nasty)
    write_documents(store, [Reading(document, Extraction((person,), (said,)), "test 1")])
    rows = store.read(
        "MATCH (d:Document)-[m:MENTIONS]->(p:Person) "
        "RETURN d.name AS title, p.name AS name, m.forms AS forms"
    )
    assert rows == [{"title": nasty, "name": nasty, "forms": [nasty]}]


def test_reading_cannot_write_and_a_slow_query_is_stopped(store: Store, dump: Dump) -> None:
    write_documents(store, [first()])
    before = dump(store)
    with pytest.raises(StoreQueryError):
        store.read("CREATE (n:Entity {id: 'x'}) RETURN n.id AS id")
    assert dump(store) == before
    with pytest.raises(StoreQueryError):
        store.read("MATCH (n RETURN n")
    slow = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS s"
    with pytest.raises(StoreTimeout):
        store.read(slow, seconds=0.5)


def test_a_number_is_text_for_a_law_and_a_number_for_an_event(store: Store) -> None:
    document = Document("https://x.example/2", "Law 313-22, 17th forum")
    law = entity(document, "Law", "law", "Law 313-22")
    event = entity(document, "Event", "forum", "17th forum")
    claims = (
        claim(document, "number", law, "Law 313-22", value="313-22"),
        claim(document, "number", event, "17th forum", value=17),
    )
    write_documents(store, [Reading(document, Extraction((law, event), claims), "test 1")])
    rows = store.read("MATCH (e:Entity) RETURN e.number AS number ORDER BY e.id")
    assert rows == [{"number": 17}, {"number": "313-22"}]


def test_a_row_of_a_dataset_is_read_where_it_comes_from(store: Store) -> None:
    document = Document("reference/x", "Kenya: member", url="https://set.example", dataset=True)
    kenya = entity(document, "Country", "Kenya", "Kenya", "country:KE")
    club = entity(document, "Organization", "club", "member")
    sources = ("https://page.example/1 (2023); press", "press")
    for source, url in zip(sources, ("https://page.example/1", "https://set.example"), strict=True):
        said = claim(document, "MEMBER_OF", kenya, "Kenya: member", object=club, source=source)
        reading = Reading(document, Extraction((kenya, club), (said,)), f"test {source}")
        write_documents(store, [reading])
        rows = store.read("MATCH (:Country)-[f:MEMBER_OF]->() RETURN f.url AS url")
        assert rows == [{"url": url}]


def test_what_nothing_names_is_called_as_texts_call_it(store: Store) -> None:
    # KGLite gives a node without a name one of its own making, which is not to be kept.
    kenya = entity(FIRST, "Country", "Kenya", "Kenya", "country:KE")
    write_documents(store, [Reading(FIRST, Extraction((kenya,), ()), "test 1")])
    rows = store.read("MATCH (c:Entity {id: 'country:KE'}) RETURN c.name AS name")
    assert rows == [{"name": "Kenya"}]
