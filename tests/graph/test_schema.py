"""The schema is data: what follows from it follows for anything declared in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.model import Claim, Document, Entity, Extraction
from graph.schema import Kind, Property, Qualifier, RelationshipType, UnknownName
from graph.store import open_store
from graph.store.ddl import statements
from graph.versions import prepare
from graph.vocabulary import SCHEMA
from graph.vocabulary.kinds import NAME
from graph.writing import Reading, write_documents

LARGER = replace(
    SCHEMA,
    kinds=(
        *SCHEMA.kinds,
        Kind(
            "Cable",
            "A submarine cable.",
            properties=(
                NAME,
                Property("aliases", "strings"),
                Property("length", "integer", indexed=True),
            ),
        ),
    ),
    types=(
        *SCHEMA.types,
        RelationshipType(
            "LANDS_IN",
            "Where a cable comes ashore.",
            ("Cable",),
            ("Country",),
            (Qualifier("beach", values=("north", "south")),),
        ),
    ),
)


def test_every_qualifier_means_the_same_with_every_type() -> None:
    declared = {}
    for type_ in SCHEMA.types:
        for qualifier in type_.qualifiers:
            assert declared.setdefault(qualifier.name, qualifier) == qualifier


def test_types_and_modalities_name_only_what_there_is() -> None:
    kinds = {kind.name for kind in SCHEMA.kinds}
    for type_ in SCHEMA.types:
        assert {*type_.subjects, *type_.objects} <= kinds, type_.name
    for modality in SCHEMA.modalities:
        for predicate, instead in (modality.makes or {}).items():
            allowed = {q.name for q in SCHEMA.type(predicate).qualifiers}
            assert set(instead) <= allowed


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (
            ("HOLDS_POST", "Country", "Agency", "fact", {}),
            "subject of HOLDS_POST may not be a Country",
        ),
        (("HELD_IN", "Event", "Agency", "fact", {}), "object of HELD_IN may not be a Agency"),
        (
            ("PARTY_TO", "Agency", "Agreement", "fact", {"role": "chair"}),
            "PARTY_TO has no qualifier 'role'",
        ),
        (
            ("PARTY_TO", "Agency", "Agreement", "fact", {"status": "done"}),
            "status of PARTY_TO may not be 'done'",
        ),
        (("HOSTED", "Agency", "Event", "maybe", {}), "unknown modality 'maybe'"),
        (("iso3", "Person", None, "fact", {}), "Person has no property 'iso3'"),
        (("number", "Event", None, "fact", {}, "17th"), "number of Event may not be '17th'"),
        (("sub", "Agency", None, "fact", {}, "Treaty"), "sub of Agency may not be 'Treaty'"),
        (
            ("starts", "Event", None, "fact", {}, "May 2023"),
            "starts of Event may not be 'May 2023'",
        ),
        (
            ("SIGNED", "Person", "Agreement", "fact", {"date": "2023-13"}),
            "date of SIGNED may not be '2023-13'",
        ),
    ],
)
def test_faults_are_said_in_words(arguments: tuple, fault: str) -> None:  # type: ignore[type-arg]
    assert list(SCHEMA.faults(*arguments)) == [fault]


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="unknown modality 'maybe'; known: agreed, denied, fact"):
        SCHEMA.modality("maybe")


def test_a_kind_a_type_and_a_qualifier_are_one_declaration_each(tmp_path: Path) -> None:
    ddl = list(statements(LARGER))
    assert "CREATE INDEX entity_length IF NOT EXISTS FOR (n:Entity) ON (n.length)" in ddl
    assert "CREATE INDEX lands_in_id IF NOT EXISTS FOR ()-[r:LANDS_IN]-() ON (r.id)" in ddl
    assert list(LARGER.faults("LANDS_IN", "Cable", "Country", "fact", {"beach": "east"})) == [
        "beach of LANDS_IN may not be 'east'"
    ]
    store = open_store(f"embedded:{tmp_path / 'graph.kgl'}", writable=True)
    prepare(store, LARGER)
    document = Document("one", "The cable comes ashore in the north.")
    cable = Entity("cable:c.1", "Cable", "the cable")
    kenya = Entity("country:KE", "Country", "Kenya", keys=("country:KE",))
    claims = (
        Claim(document.id, "name", cable.id, "The cable", 0, 9, value="Cable C"),
        Claim(document.id, "length", cable.id, "The cable", 0, 9, value=120),
        Claim(
            document.id,
            "LANDS_IN",
            cable.id,
            document.text,
            0,
            36,
            object=kenya.id,
            qualifiers={"beach": "north"},
        ),
    )
    write_documents(
        store, [Reading(document, Extraction((cable, kenya), claims), "test 1")], LARGER
    )
    rows = store.read(
        "MATCH (c:Cable)-[f:LANDS_IN]->(k:Country) "
        "RETURN c.name AS name, c.length AS length, f.beach AS beach, k.id AS country, "
        "f.quote AS quote"
    )
    assert rows == [
        {
            "name": "Cable C",
            "length": 120,
            "beach": "north",
            "country": "country:KE",
            "quote": document.text,
        }
    ]
    store.close()
