"""Facts and properties from claims, for what a change has touched.

A fact or property that only gains claims is compared with what it is already, which costs the same
however many claims it rests on; only what may change otherwise is projected from all its claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from graph.facts import (
    Attribute,
    Statement,
    already,
    attribute_id,
    extend,
    preferred,
    project,
    supports,
)
from graph.model import Evidence, Fact, Qualifiers
from graph.rows import ALL_SUFFIX, evidence_of, fact_of, fact_row, qualifiers_of, typed
from graph.schema import Kind
from graph.store.base import Row, Transaction
from graph.weights import Support
from graph.writing import queries
from graph.writing.touched import Touched

NAMES = ("name", "aliases")


def project_facts(tx: Transaction, touched: Touched) -> int:
    """Bring the touched facts up to date, or drop those without a claim; give how many stand."""
    facts = _grown(tx, touched)
    gone: dict[str, list[str]] = defaultdict(list)
    supporting = _evidence_by_id(tx, "fact", touched.facts, touched)
    denying = _evidence_by_id(tx, "contradicts", touched.facts, touched)
    for fact_id, type_ in sorted(touched.facts.items()):
        fact = project(supporting[fact_id], denying[fact_id], touched.schema)
        if fact is None:
            gone[type_].append(fact_id)
        else:
            facts.append(fact)
    for type_, ids in gone.items():
        name = touched.schema.type(type_).name
        tx.run(queries.with_name(queries.DROP_FACTS, type=name), {"ids": ids})
    standing: dict[str, list[Row]] = defaultdict(list)
    for fact in facts:
        standing[fact.type].append(fact_row(fact))
    for type_, rows in standing.items():
        name = touched.schema.type(type_).name
        tx.run(queries.with_name(queries.PUT_FACTS, type=name), {"rows": rows})
    return len(facts)


def _grown(tx: Transaction, touched: Touched) -> list[Fact]:
    """Facts that only gain claims, with these; those that need all their claims are noted."""
    grown = {key: gained for key, gained in touched.grown.items() if key not in touched.facts}
    statements = {key: _statement(gained[0], touched) for key, gained in grown.items()}
    denied = _evidence_by_id(tx, "contradicts", statements, touched)
    touched.facts |= {key: statements[key].type for key in denied}
    stored = _stored_facts(tx, {k: s for k, s in statements.items() if k not in denied}, touched)
    said = _said_by_twins(tx, {key: grown[key] for key in stored}, touched)
    facts = []
    for key, gained in grown.items():
        if key in denied:
            continue
        if key in stored:
            fact = extend(*stored[key], gained, already(said[key]), touched.schema)
        else:
            fact = project(gained, (), touched.schema)
        if fact is None:
            touched.facts[key] = statements[key].type
        else:
            facts.append(fact)
    return facts


def _statement(evidence: Evidence, touched: Touched) -> Statement:
    statement = supports(evidence, touched.schema)
    assert statement is not None
    return statement


def _stored_facts(
    tx: Transaction, statements: dict[str, Statement], touched: Touched
) -> dict[str, tuple[Fact, str | None, bool]]:
    """Facts as they stand, with date of publication and sort of their best claim's document."""
    by_type: dict[str, list[Row]] = defaultdict(list)
    for key, s in sorted(statements.items()):
        by_type[s.type].append({"id": key, "subject": s.subject, "object": s.object})
    found = {}
    for type_, rows in by_type.items():
        for row in tx.run(queries.facts(type_, touched.schema), {"rows": rows}):
            s = statements[row["fact"]["id"]]
            fact = fact_of(row["fact"], s.type, s.subject, s.object, touched.schema)
            found[fact.id] = (fact, row["published"], bool(row["dataset"]))
    return found


def _said_by_twins(
    tx: Transaction, grown: dict[str, list[Evidence]], touched: Touched
) -> dict[str, list[tuple[str, Qualifiers]]]:
    """What twins of the documents from which claims come say for the same facts: see `already`."""
    rows = [
        {"document": twin, "original": original}
        for original in sorted({e.original for gained in grown.values() for e in gained})
        for twin in sorted(touched.twins.get(original, ()))
    ]
    said: dict[str, list[tuple[str, Qualifiers]]] = defaultdict(list)
    if rows:
        given = {"rows": rows, "facts": sorted(grown)}
        for row in tx.run(queries.said(touched.schema), given):
            said[row["fact"]].append((row["original"], qualifiers_of(row, touched.schema)))
    return said


def project_attributes(tx: Transaction, touched: Touched) -> None:
    """Write the touched properties of entities anew, and the sub-labels that follow from them."""
    _note_names(tx, touched)
    _note_gained(tx, touched)
    if not touched.attributes:
        return
    wanted = _with_names(touched.attributes)
    labels = {
        row["id"]: set(row["labels"])
        for row in tx.run(queries.KINDS_OF, {"ids": sorted({e for e, _ in wanted})})
    }
    kinds = {kind.name: kind for kind in touched.schema.kinds}
    ids = {attribute_id(e, name): name for e, name in wanted if e in labels}
    by_id: dict[str, list[Row]] = defaultdict(list)
    for row in tx.run(queries.SUPPORTS, {"ids": sorted(ids)}) if ids else ():
        by_id[row["id"]].append(row)
    by_entity: dict[str, dict[str, Attribute | None]] = defaultdict(dict)
    for entity, name in sorted(wanted):
        if entity in labels:
            kind = next(kinds[label] for label in labels[entity] if label in kinds)
            rows = by_id[attribute_id(entity, name)]
            said = [_support(row, kind, name) for row in rows]
            by_entity[entity][name] = preferred(entity, name, said, kind.name, touched.schema)
    spoken = _names_in_texts(tx, [e for e, a in by_entity.items() if _nameless(a)])
    values = [
        {"id": entity, "properties": _properties(attributes, spoken.get(entity))}
        for entity, attributes in by_entity.items()
    ]
    tx.run(queries.SET_PROPERTIES, {"rows": values})
    _sub_labels(tx, by_entity, labels, kinds)


def _note_names(tx: Transaction, touched: Touched) -> None:
    """Note entities whose name is what texts call them, where that is another now."""
    if not touched.names:
        return
    rows = [
        {
            "entity": entity,
            "name": name,
            "leaves": leaves,
            "attribute": attribute_id(entity, "name"),
        }
        for entity, name, leaves in sorted(touched.names)
    ]
    changed = tx.run(queries.NAMES_THAT_CHANGE, {"rows": rows})
    touched.attributes |= {(row["id"], "name") for row in changed}


def _note_gained(tx: Transaction, touched: Touched) -> None:
    """Note the properties for which claims come that say anything but what is preferred.

    More support for the preferred value leaves it preferred, and a list that has it as it is.
    """
    if not touched.gained:
        return
    ids = sorted({e.subject for e in touched.gained})
    rows = tx.run(queries.properties(touched.schema), {"ids": ids})
    stored = {row["id"]: row["properties"] for row in rows}
    for evidence in touched.gained:
        claim, standing = evidence.claim, stored.get(evidence.subject, {})
        present = standing.get(claim.predicate)
        listed = [*present, standing["name"]] if isinstance(present, list) else [present]
        if claim.value not in listed:
            touched.attributes.add((evidence.subject, claim.predicate))


def _support(row: Row, kind: Kind, name: str) -> Support:
    value = typed(row["value"], kind, name)
    return Support(value, row["original"], row["confidence"], bool(row["dataset"]))


def _with_names(attributes: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Names that lose become aliases, so either is looked at with the other."""
    return attributes | {(e, n) for e, name in attributes if name in NAMES for n in NAMES}


def _evidence_by_id(
    tx: Transaction, by: str, ids: Collection[str], touched: Touched
) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = defaultdict(list)
    if not ids:
        return found
    statement = queries.evidence(by, touched.schema)
    for row in tx.run(statement, {"ids": sorted(ids)}):
        found[row["claim"][by]].append(evidence_of(row, touched.schema))
    return found


def _nameless(attributes: dict[str, Attribute | None]) -> bool:
    return "name" in attributes and attributes["name"] is None


def _names_in_texts(tx: Transaction, entities: list[str]) -> dict[str, str]:
    """What documents call entities whose name nothing claims."""
    if not entities:
        return {}
    rows = tx.run(queries.NAME_IN_TEXTS, {"ids": sorted(entities)})
    return {row["id"]: row["name"] for row in rows}


def _properties(attributes: dict[str, Attribute | None], spoken: str | None) -> dict[str, Any]:
    """Property values to set; None takes a property away."""
    values: dict[str, Any] = {}
    for prop, found in attributes.items():
        if prop in NAMES:
            continue
        every = sorted(map(str, found.values)) if found else None
        values[prop] = every if found and found.many else found and found.value
        values[f"{prop}{ALL_SUFFIX}"] = every if found and found.disputed else None
    if "name" in attributes:
        names, aliases = attributes["name"], attributes["aliases"]
        name = names.value if names is not None else spoken
        if name is not None:
            values["name"] = name
        others = {*(names.values if names else ()), *(aliases.values if aliases else ())}
        values["aliases"] = sorted(map(str, others - {name})) or None
    return values


def _sub_labels(
    tx: Transaction,
    by_entity: dict[str, dict[str, Attribute | None]],
    labels: dict[str, set[str]],
    kinds: dict[str, Kind],
) -> None:
    put: dict[str, list[str]] = defaultdict(list)
    drop: dict[str, list[str]] = defaultdict(list)
    for entity, attributes in by_entity.items():
        if "sub" not in attributes:
            continue
        kind = next(kinds[label] for label in labels[entity] if label in kinds)
        found = attributes["sub"]
        for label in kind.sub_labels:
            wanted = found is not None and found.value == label
            if wanted and label not in labels[entity]:
                put[label].append(entity)
            elif not wanted and label in labels[entity]:
                drop[label].append(entity)
    for statement, changes in ((queries.PUT_SUB_LABEL, put), (queries.DROP_SUB_LABEL, drop)):
        for label, ids in sorted(changes.items()):
            tx.run(queries.with_name(statement, label=label), {"ids": ids})
