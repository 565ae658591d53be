"""Properties of entities from attribute claims and mentions, for what a change has touched.

What only gains or loses support that decides nothing stands as it is; all else is asked of all the
claims on a property.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from graph.facts import Attribute, attribute_id, preferred
from graph.model import Evidence, Scalar
from graph.rows import ALL_SUFFIX, claim_row, typed
from graph.schema import Kind
from graph.store.base import Row, Transaction
from graph.weights import Support
from graph.writing import property_queries, queries
from graph.writing.touched import Touched

NAMES = ("name", "aliases")


def project_attributes(tx: Transaction, touched: Touched) -> None:
    """Write the touched properties of entities anew, and the sub-labels that follow from them."""
    _note_names(tx, touched)
    _note_gained_and_lost(tx, touched)
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
    for row in tx.run(property_queries.SUPPORTS, {"ids": sorted(ids)}) if ids else ():
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
    tx.run(property_queries.SET_PROPERTIES, {"rows": values})
    _sub_labels(tx, by_entity, labels, kinds)


def _note_names(tx: Transaction, touched: Touched) -> None:
    """Note entities whose name is what texts call them, where that is another now."""
    changing = {(e, name) for e, name, leaves in touched.names if leaves}
    coming = {(e, name) for e, name, leaves in touched.names if not leaves}
    if changing == coming:
        return
    rows = [
        {"entity": e, "name": name, "leaves": leaves, "attribute": attribute_id(e, "name")}
        for leaves, names in ((True, changing - coming), (False, coming - changing))
        for e, name in sorted(names)
    ]
    for row in tx.run(property_queries.NAMES_THAT_CHANGE, {"rows": rows}):
        entity, name = row["id"], row["name"]
        # Asked one by one, since the embedded store stops at the first mention only so.
        if row["better"] or not tx.run(
            property_queries.NAME_IS_USED, {"entity": entity, "name": name}
        ):
            touched.attributes.add((entity, "name"))


def _note_gained_and_lost(tx: Transaction, touched: Touched) -> None:
    """Note the properties for which claims come or go that bear on what is preferred."""
    ids = sorted({e.subject for e in (*touched.gained, *touched.lost)})
    if not ids:
        return
    rows = tx.run(property_queries.properties(touched.schema), {"ids": ids})
    stored = {row["id"]: row for row in rows}
    for evidence in touched.gained:
        if not _is_present(evidence, stored.get(evidence.subject)):
            touched.attributes.add((evidence.subject, evidence.claim.predicate))
    gained = {_weight(e) for e in touched.gained}
    lost = {_attribute(e): e for e in touched.lost if _weight(e) not in gained}
    given = [{"attribute": attribute, "value": value} for attribute, value in sorted(lost)]
    said = tx.run(property_queries.VALUES_SAID, {"rows": given}) if given else []
    again = {(row["attribute"], row["value"]) for row in said}
    for attribute, evidence in lost.items():
        if attribute not in again or _may_tip(evidence, stored.get(evidence.subject)):
            touched.attributes.add((evidence.subject, evidence.claim.predicate))


def _is_present(evidence: Evidence, row: Row | None) -> bool:
    """Whether a property has a value already: preferred, in its list, or as the entity's name.

    More support for the preferred value leaves it preferred, and a list that has it as it is.
    """
    if row is None:
        return False
    standing = row["properties"]
    present = standing.get(evidence.claim.predicate)
    listed = [*present, standing["name"]] if isinstance(present, list) else [present]
    return evidence.claim.value in listed


def _may_tip(evidence: Evidence, row: Row | None) -> bool:
    """Whether less support for a value that others give too may leave another preferred.

    The preferred one may lose to others. Of dates the less precise ones support the others.
    """
    if row is None:
        return True
    prop, value = evidence.claim.predicate, evidence.claim.value
    others = row["properties"]["aliases"] if prop in NAMES else row["contended"][prop]
    return bool(others) and (prop not in NAMES or value == row["properties"]["name"])


def _weight(evidence: Evidence) -> tuple[str, str, Scalar | None, str, float]:
    """What an attribute claim adds to the support of a value; another may add just that."""
    claim = evidence.claim
    return evidence.subject, claim.predicate, claim.value, claim.document, claim.confidence


def _attribute(evidence: Evidence) -> tuple[str, str]:
    """The id of the property that an attribute claim is on, and its value as it is stored."""
    value = claim_row(evidence.claim, None, None)["value"]
    return attribute_id(evidence.subject, evidence.claim.predicate), value


def _support(row: Row, kind: Kind, name: str) -> Support:
    value = typed(row["value"], kind, name)
    return Support(value, row["original"], row["confidence"], bool(row["dataset"]))


def _with_names(attributes: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Names that lose become aliases, so either is looked at with the other."""
    return attributes | {(e, n) for e, name in attributes if name in NAMES for n in NAMES}


def _nameless(attributes: dict[str, Attribute | None]) -> bool:
    return "name" in attributes and attributes["name"] is None


def _names_in_texts(tx: Transaction, entities: list[str]) -> dict[str, str]:
    """What documents call entities whose name nothing claims."""
    if not entities:
        return {}
    rows = tx.run(property_queries.NAME_IN_TEXTS, {"ids": sorted(entities)})
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
    for statement, changes in (
        (property_queries.PUT_SUB_LABEL, put),
        (property_queries.DROP_SUB_LABEL, drop),
    ):
        for label, ids in sorted(changes.items()):
            tx.run(queries.with_name(statement, label=label), {"ids": ids})
