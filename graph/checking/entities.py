"""Entities against what their attribute claims and mentions make of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from graph.checking.finding import Finding, differences
from graph.checking.identities import Identities
from graph.checking.pages import ids_of, pages
from graph.facts import Attribute, attribute, attribute_id
from graph.identity import kind_of
from graph.model import Evidence
from graph.rows import ALL_SUFFIX, evidence_of
from graph.schema import Kind, Schema
from graph.store.base import Row, Store
from graph.writing import property_queries, queries

ENTITIES = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, labels(e) AS labels, properties(e) AS properties
"""


def check_entities(store: Store, schema: Schema, known: Identities) -> Iterator[Finding]:
    """Entities that nothing speaks of, and properties and sub-labels that nothing says."""
    for ids in pages(ids_of(store, "Entity")):
        rows = {row["id"]: row for row in store.read(ENTITIES, {"ids": ids})}
        sound: dict[str, Kind] = {}
        for id_, row in rows.items():
            kind = kind_of(id_, schema)
            if kind is None or kind.name not in row["labels"]:
                yield Finding("entity", id_, f"it is labelled {':'.join(sorted(row['labels']))}")
            elif id_ not in known.entities:
                yield Finding("entity", id_, "no document speaks of it")
            else:
                sound[id_] = kind
        attributes = _attributes(store, sound, schema)
        nameless = [id_ for id_ in sound if "name" not in attributes[id_]]
        spoken = store.read(property_queries.NAME_IN_TEXTS, {"ids": nameless}) if nameless else []
        names = {row["id"]: row["name"] for row in spoken}
        for id_, kind in sound.items():
            yield from _entity(rows[id_], kind, attributes[id_], names.get(id_))


def _attributes(
    store: Store, kinds: Mapping[str, Kind], schema: Schema
) -> dict[str, dict[str, Attribute]]:
    """By entity: its properties as claims have them."""
    wanted = {
        attribute_id(id_, prop.name): (id_, prop.name)
        for id_, kind in kinds.items()
        for prop in kind.properties
    }
    evidences: dict[str, list[Evidence]] = defaultdict(list)
    for row in store.read(queries.evidence("fact", schema), {"ids": sorted(wanted)}):
        evidences[row["claim"]["fact"]].append(evidence_of(row, schema))
    found: dict[str, dict[str, Attribute]] = {id_: {} for id_ in kinds}
    for key, claims in evidences.items():
        id_, name = wanted[key]
        said = attribute(claims, kinds[id_].name, schema)
        if said is not None:
            found[id_][name] = said
    return found


def _entity(
    row: Row, kind: Kind, attributes: Mapping[str, Attribute], spoken: str | None
) -> Iterator[Finding]:
    expected = _properties(attributes, spoken)
    declared = {n for p in kind.properties for n in (p.name, p.name + ALL_SUFFIX)}
    stored = {name: value for name, value in row["properties"].items() if name in declared}
    if wrong := differences(stored, expected):
        yield Finding("attribute", row["id"], wrong)
    said = attributes.get("sub")
    labels = {str(said.value)} if said else set()
    found = set(row["labels"]) & set(kind.sub_labels)
    if found != labels & set(kind.sub_labels):
        message = f"its sub-labels are {_list(found)} and should be {_list(labels)}"
        yield Finding("sub-label", row["id"], message)


def _properties(attributes: Mapping[str, Attribute], spoken: str | None) -> dict[str, Any]:
    """The properties that an entity must have; `spoken` names it where no claim does."""
    expected: dict[str, Any] = {}
    for name, said in attributes.items():
        every = sorted(map(str, said.values))
        expected[name] = every if said.many else said.value
        if said.disputed:
            expected[name + ALL_SUFFIX] = every
    said_name = attributes.get("name")
    expected["name"] = said_name.value if said_name else spoken
    names = {*(said_name.values if said_name else ()), *expected.get("aliases", ())}
    expected["aliases"] = sorted(map(str, names - {expected["name"]}))
    return expected


def _list(labels: set[str]) -> str:
    return ", ".join(sorted(labels)) or "none"
