"""Which local ids are one entity after a change, and moving those that were another before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.identity import Linked, canonical_ids, is_fixed
from graph.model import Entity, Evidence, Judgement
from graph.rows import evidence_of
from graph.store.base import Row, Transaction
from graph.writing import queries
from graph.writing.touched import Touched

ENDS = {
    "SUBJECT": ("subject_id", "subject"),
    "OBJECT": ("object_id", "object"),
    "STATED_BY": ("stated_by", "stated_by"),
}
"""Links from a claim to an entity: the stored property with the local id, and the claim's."""


@dataclass(slots=True)
class _Region:
    """All that bears on who is who among the entities that a change may join or part."""

    entities: set[str]
    rows: list[Row]
    judgements: dict[str, Judgement]


def link(
    tx: Transaction,
    coming: Iterable[tuple[Entity, bool]],
    touched: Touched,
    judged: Iterable[Judgement] = (),
) -> dict[str, str]:
    """Canonical ids of every local id and key of `coming`; entities that join or part are moved.

    `coming` pairs each entity with whether a dataset declares it, `judged` are judgements just
    written. What goes must have been taken out already, what comes must not be in yet.
    """
    coming = list(coming)
    new = [
        Linked(entity.id, entity.keys, reference)
        for entity, reference in coming
        if not is_fixed(entity.id, touched.schema)
    ]
    names = {n for entity in new for n in (entity.id, *entity.keys) if n}
    names |= {end for judgement in judged for end in (judgement.left, judgement.right)}
    region = _region(tx, names, touched)
    stored = [Linked(r["local"], tuple(r["keys"]), r["reference"]) for r in region.rows]
    canonical = canonical_ids([*stored, *new], region.judgements.values())
    known = {n: row["entity"] for row in region.rows for n in (row["local"], *row["keys"]) if n}
    _identify(tx, {n: e for n, e in canonical.items() if known.get(n) != e})
    _move(tx, region.rows, canonical, touched)
    _forget(tx, touched.ids - set(canonical))
    touched.judgements |= region.judgements
    return canonical | {e.id: e.id for e, _ in coming if is_fixed(e.id, touched.schema)}


def resolve(tx: Transaction, ids: Iterable[str]) -> dict[str, str]:
    """Stored canonical ids of those of `ids` that the graph knows."""
    wanted = sorted(ids)
    if not wanted:
        return {}
    return {r["id"]: r["entity"] for r in tx.run(queries.RESOLVE, {"ids": wanted})}


def judgement_of(row: Row) -> Judgement:
    """The judgement in a row with its columns."""
    return Judgement(
        row["left"], row["right"], row["verdict"], row["author"], row["time"], row["reason"] or ""
    )


def _region(tx: Transaction, names: set[str], touched: Touched) -> _Region:
    """Grow from what is touched and from `names` until no judgement leads any further."""
    region = _Region(set(), [], {})
    entities = {e for e in touched.entities if not is_fixed(e, touched.schema)}
    while names or entities:
        entities = (entities | set(resolve(tx, names).values())) - region.entities
        region.entities |= entities
        found: list[Row] = []
        if entities:
            parameters = {"entities": sorted(entities)}
            region.rows += tx.run(queries.LINKED, parameters)
            found += tx.run(queries.JUDGEMENTS_ON_ENTITIES, parameters)
        if names:
            found += tx.run(queries.JUDGEMENTS_ON_IDS, {"ids": sorted(names)})
        judgements = {j.id: j for j in map(judgement_of, found)}
        fresh = {k: j for k, j in judgements.items() if k not in region.judgements}
        region.judgements |= fresh
        names = {end for j in fresh.values() for end in (j.left, j.right)}
        entities = set()
    region.rows += _judged_locals(tx, region.judgements.values())
    return region


def _judged_locals(tx: Transaction, judgements: Iterable[Judgement]) -> list[Row]:
    """Rows of local ids that are judged upon, which `LINKED` may have folded into their key."""
    known = resolve(tx, {end for j in judgements for end in (j.left, j.right)})
    if not known:
        return []
    rows = [{"local": local, "entity": entity} for local, entity in sorted(known.items())]
    return tx.run(queries.LOCALS, {"rows": rows})


def _move(tx: Transaction, rows: list[Row], canonical: dict[str, str], touched: Touched) -> None:
    """Move every local id whose entity is another now: mentions, claims and facts with it."""
    stale = {
        row["entity"] for row in rows if canonical[row["local"] or row["keys"][0]] != row["entity"]
    }
    if not stale:
        return
    mentions = tx.run(queries.MENTIONS_OF, {"entities": sorted(stale)})
    moved: list[Row] = []
    for row in mentions:
        target = canonical.get(row["local"]) or canonical[row["keys"][0]]
        if target != row["entity"]:
            moved.append({**row, "target": target})
    touched.entities |= stale
    kinds = _kinds(tx, stale, touched)
    put_entities(tx, [(row["target"], kinds[row["entity"]], row["name"]) for row in moved], touched)
    tx.run(queries.DROP_MENTIONS, {"rows": moved})
    tx.run(queries.PUT_MENTIONS, {"rows": [{**row, "entity": row["target"]} for row in moved]})
    touched.attributes |= {(e, "name") for e in stale | {row["target"] for row in moved}}
    targets = {row["local"]: row["target"] for row in moved}
    _move_claims(tx, targets, touched)
    _identify(tx, targets)


def _move_claims(tx: Transaction, targets: dict[str, str], touched: Touched) -> None:
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


def put_entities(
    tx: Transaction, entities: Iterable[tuple[str, str, str]], touched: Touched
) -> None:
    """Make sure that entities (canonical id, kind, name) are there; they become touched."""
    by_kind: dict[str, dict[str, Row]] = {}
    for entity, kind, name in sorted(entities, reverse=True):
        by_kind.setdefault(kind, {})[entity] = {"id": entity, "name": name}
        touched.entities.add(entity)
    for kind, rows in sorted(by_kind.items()):
        statement = queries.with_name(queries.PUT_ENTITIES, label=touched.schema.kind(kind).name)
        tx.run(statement, {"rows": list(rows.values())})


def _kinds(tx: Transaction, entities: Iterable[str], touched: Touched) -> dict[str, str]:
    rows = tx.run(queries.KINDS_OF, {"ids": sorted(entities)})
    names = {kind.name for kind in touched.schema.kinds}
    return {row["id"]: next(label for label in row["labels"] if label in names) for row in rows}


def _evidence(tx: Transaction, claims: set[str], touched: Touched) -> list[Evidence]:
    rows = tx.run(queries.evidence("id", touched.schema), {"ids": sorted(claims)})
    return [evidence_of(row, touched.schema) for row in rows]


def _identify(tx: Transaction, canonical: dict[str, str]) -> None:
    """Keep an Identifier for every id that is not canonical, and none for one that is."""
    rows = [{"id": n, "entity": entity} for n, entity in sorted(canonical.items()) if n != entity]
    if rows:
        tx.run(queries.PUT_IDENTIFIERS, {"rows": rows})
    _forget(tx, {n for n, entity in canonical.items() if n == entity})


def _forget(tx: Transaction, names: set[str]) -> None:
    if names:
        tx.run(queries.DROP_IDENTIFIERS, {"ids": sorted(names)})


def link_judgements(tx: Transaction, touched: Touched, canonical: dict[str, str]) -> None:
    """Lead touched judgements to the entities they are on, once these are all in the graph."""
    if not touched.judgements:
        return
    tx.run(queries.UNLINK_JUDGEMENTS, {"ids": sorted(touched.judgements)})
    rows = [
        {"judgement": key, "entity": entity}
        for key, j in sorted(touched.judgements.items())
        for entity in sorted({canonical[end] for end in (j.left, j.right) if end in canonical})
    ]
    tx.run(queries.LINK_JUDGEMENTS, {"rows": rows})
