"""Entities as they must stand after linking: those needed are put, those that join are moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.model import Evidence
from graph.rows import evidence_of
from graph.store.base import Row, Transaction
from graph.writing import queries
from graph.writing.linking import Region
from graph.writing.touched import Touched

ENDS = {
    "SUBJECT": ("subject_id", "subject"),
    "OBJECT": ("object_id", "object"),
    "STATED_BY": ("stated_by", "stated_by"),
}
"""Links from a claim to an entity: the stored property with the local id, and the claim's."""


def relocate(
    tx: Transaction, region: Region, canonical: Mapping[str, str], touched: Touched
) -> None:
    """Move every mention, with its claims and facts, whose entity is another now."""
    stale = {
        known.entity
        for name, known in region.ids.items()
        if known.entity is not None and canonical.get(name, known.entity) != known.entity
    }
    if not stale:
        return
    moved: list[Row] = []
    for row in tx.run(queries.MENTIONS_OF, {"entities": sorted(stale)}):
        target = canonical.get(row["local"]) or canonical[row["keys"][0]]
        if target != row["entity"]:
            moved.append({**row, "target": target})
    touched.entities |= stale
    kinds = _kinds(tx, stale, touched)
    put_entities(tx, [(row["target"], kinds[row["entity"]], row["name"]) for row in moved])
    tx.run(queries.DROP_MENTIONS, {"rows": moved})
    tx.run(queries.PUT_MENTIONS, {"rows": [{**row, "entity": row["target"]} for row in moved]})
    touched.attributes |= {(e, "name") for e in stale | {row["target"] for row in moved}}
    targets = {row["local"]: row["target"] for row in moved}
    _move_claims(tx, targets, touched)
    rows = [{"id": n, "entity": e} for n, e in sorted(targets.items()) if n not in region.ids]
    tx.run(queries.LEAD_IDENTIFIERS, {"rows": rows})


def put_entities(tx: Transaction, entities: Iterable[tuple[str, str, str]]) -> None:
    """Make sure that entities (canonical id, kind, name) are there."""
    by_kind: dict[str, dict[str, Row]] = {}
    for entity, kind, name in sorted(entities, reverse=True):
        by_kind.setdefault(kind, {})[entity] = {"id": entity, "name": name}
    for kind, rows in sorted(by_kind.items()):
        statement = queries.with_name(queries.PUT_ENTITIES, label=kind)
        tx.run(statement, {"rows": list(rows.values())})


def _move_claims(tx: Transaction, targets: Mapping[str, str], touched: Touched) -> None:
    claims: set[str] = set()
    for stored, _ in ENDS.values():
        statement = queries.with_name(queries.CLAIMS_OF_LOCALS, property=stored)
        claims |= {row["id"] for row in tx.run(statement, {"locals": sorted(targets)})}
    if not claims:
        return
    before = _evidence(tx, claims, touched)
    for evidence in before:
        touched.evidence(evidence)
    for link_type, (_, end) in ENDS.items():
        rows = [
            {"claim": e.claim.id, "entity": targets[getattr(e.claim, end)]}
            for e in before
            if getattr(e.claim, end) in targets
        ]
        if rows:
            unlink = queries.with_name(queries.UNLINK_CLAIMS, type=link_type)
            tx.run(unlink, {"ids": [row["claim"] for row in rows]})
            tx.run(
                queries.with_name(queries.LINK_CLAIMS_TO_ENTITIES, type=link_type), {"rows": rows}
            )
    facts: list[Row] = []
    for evidence in _evidence(tx, claims, touched):
        fact, denied = touched.evidence(evidence)
        facts.append({"id": evidence.claim.id, "fact": fact, "contradicts": denied})
    tx.run(queries.SET_CLAIM_FACTS, {"rows": facts})


def _kinds(tx: Transaction, entities: Iterable[str], touched: Touched) -> dict[str, str]:
    rows = tx.run(queries.KINDS_OF, {"ids": sorted(entities)})
    names = {kind.name for kind in touched.schema.kinds}
    return {row["id"]: next(label for label in row["labels"] if label in names) for row in rows}


def _evidence(tx: Transaction, claims: set[str], touched: Touched) -> list[Evidence]:
    rows = tx.run(queries.evidence("id", touched.schema), {"ids": sorted(claims)})
    return [evidence_of(row, touched.schema) for row in rows]
