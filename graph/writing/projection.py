"""Facts and properties from claims, for what a change has touched."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from graph.facts import Attribute, attribute, attribute_id, project
from graph.model import Evidence
from graph.rows import ALL_SUFFIX, evidence_of, fact_row
from graph.schema import Kind
from graph.store.base import Row, Transaction
from graph.writing import queries
from graph.writing.touched import Touched

NAMES = ("name", "aliases")


def project_facts(tx: Transaction, touched: Touched) -> int:
    """Write the touched facts anew, or drop those that no claim supports; give how many stand."""
    if not touched.facts:
        return 0
    supporting = _evidence_by_id(tx, "fact", touched.facts, touched)
    denying = _evidence_by_id(tx, "contradicts", touched.facts, touched)
    standing: dict[str, list[Row]] = defaultdict(list)
    gone: dict[str, list[str]] = defaultdict(list)
    for fact_id, type_ in sorted(touched.facts.items()):
        fact = project(supporting[fact_id], denying[fact_id], touched.schema)
        if fact is None:
            gone[type_].append(fact_id)
        else:
            standing[type_].append(fact_row(fact))
    for type_, ids in gone.items():
        tx.run(
            queries.with_name(queries.DROP_FACTS, type=touched.schema.type(type_).name),
            {"ids": ids},
        )
    for type_, rows in standing.items():
        tx.run(
            queries.with_name(queries.PUT_FACTS, type=touched.schema.type(type_).name),
            {"rows": rows},
        )
    return sum(map(len, standing.values()))


def project_attributes(tx: Transaction, touched: Touched) -> None:
    """Write the touched properties of entities anew, and the sub-labels that follow from them."""
    wanted = _with_names(touched.attributes)
    labels = {
        row["id"]: set(row["labels"])
        for row in tx.run(queries.KINDS_OF, {"ids": sorted({e for e, _ in wanted})})
    }
    kinds = {kind.name: kind for kind in touched.schema.kinds}
    ids = {attribute_id(e, name): name for e, name in wanted if e in labels}
    evidences = _evidence_by_id(tx, "fact", ids, touched)
    by_entity: dict[str, dict[str, Attribute | None]] = defaultdict(dict)
    for entity, name in sorted(wanted):
        if entity in labels:
            kind = next(kinds[label] for label in labels[entity] if label in kinds)
            claims = evidences[attribute_id(entity, name)]
            by_entity[entity][name] = attribute(claims, kind.name, touched.schema)
    spoken = _names_in_texts(tx, [e for e, a in by_entity.items() if _nameless(a)])
    rows = [
        {"id": entity, "properties": _properties(attributes, spoken.get(entity))}
        for entity, attributes in by_entity.items()
    ]
    tx.run(queries.SET_PROPERTIES, {"rows": rows})
    _sub_labels(tx, by_entity, labels, kinds)


def _with_names(attributes: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Names that lose become aliases, so either is looked at with the other."""
    return attributes | {(e, n) for e, name in attributes if name in NAMES for n in NAMES}


def _evidence_by_id(
    tx: Transaction, by: str, ids: dict[str, str], touched: Touched
) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = defaultdict(list)
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
