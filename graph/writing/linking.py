"""Which ids are one entity after a change: read, counted and written as Identifiers.

Every id in use has an Identifier: the local ids by which documents speak of an entity, and the
strong keys that tie these to each other. What is one entity is read from the Identifiers of the
entities that a change bears on, so a body that thousands of documents mention costs no more than
one that a single document does: of its local ids only those that may join others are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from graph.identity import Linked, canonical_ids, is_fixed
from graph.model import Entity, Judgement
from graph.rows import judgement_of
from graph.store.base import Row, Transaction
from graph.writing import queries
from graph.writing.touched import Touched


@dataclass(slots=True)
class Known:
    """An id in use. `mentions` counts the documents that use it as a local id.

    `keys` and `reference` are what these mentions bring; `uses` counts the mentions of other
    local ids that are known by this key alone. `entity` is where it leads as stored.
    """

    id: str
    entity: str | None = None
    keys: tuple[str, ...] = ()
    reference: bool = False
    mentions: int = 0
    uses: int = 0

    @property
    def ties(self) -> bool:
        """Whether it may join others; a local id known by one key only leaves that to the key."""
        return self.uses > 0 or (self.mentions > 0 and (self.reference or len(self.keys) != 1))

    def row(self, entity: str) -> Row:
        """Properties of its Identifier, leading to `entity`."""
        local = self.mentions > 0
        return {
            "id": self.id,
            "name": self.id,
            "entity": entity,
            "ties": entity if self.ties else None,
            "keys": list(self.keys) if local else None,
            "reference": self.reference if local else None,
            "mentions": self.mentions or None,
            "uses": self.uses or None,
        }


@dataclass(slots=True)
class Region:
    """All that bears on who is who among the entities that a change may join or part."""

    entities: set[str] = field(default_factory=set)
    ids: dict[str, Known] = field(default_factory=dict)
    judgements: dict[str, Judgement] = field(default_factory=dict)


def link(
    tx: Transaction,
    coming: Iterable[tuple[Entity, bool]],
    touched: Touched,
    judged: Iterable[Judgement] = (),
) -> tuple[dict[str, str], Region]:
    """Canonical ids of every local id and key that a change bears on, and what was known of them.

    `coming` pairs each entity with whether a dataset declares it, `judged` are judgements just
    written. What goes must have been taken out already, what comes must not be in yet; Identifiers
    are brought up to date for both, all else that joins or parts is for `relocate` to move.
    """
    coming = list(coming)
    new = [(e, dataset) for e, dataset in coming if not is_fixed(e.id, touched.schema)]
    names = {n for e, _ in new for n in (e.id, *e.keys)}
    names |= {n for row in touched.leaving for n in (row["local"], *row["keys"])}
    names |= {end for judgement in judged for end in (judgement.left, judgement.right)}
    region = _region(tx, names, touched)
    stored = {known.id: replace(known) for known in region.ids.values()}
    _subtract(tx, region.ids, touched.leaving)
    for entity, dataset in new:
        _add(region.ids, entity.id, entity.keys, dataset)
    canonical = canonical_ids(_linked(region.ids.values()), region.judgements.values())
    _write(tx, region.ids, stored, canonical)
    touched.judgements |= region.judgements
    fixed = {e.id: e.id for e, _ in coming if is_fixed(e.id, touched.schema)}
    return canonical | fixed, Region(region.entities, stored, region.judgements)


def resolve(tx: Transaction, ids: Iterable[str]) -> dict[str, str]:
    """Stored canonical ids of those of `ids` that the graph knows."""
    wanted = sorted(ids)
    if not wanted:
        return {}
    return {r["id"]: r["entity"] for r in tx.run(queries.RESOLVE, {"ids": wanted})}


def link_judgements(tx: Transaction, touched: Touched, canonical: Mapping[str, str]) -> None:
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


def _region(tx: Transaction, names: set[str], touched: Touched) -> Region:
    """Grow from what is touched and from `names` until neither key nor judgement leads further."""
    region = Region()
    asked: set[str] = set()
    entities = {e for e in touched.entities if not is_fixed(e, touched.schema)}
    while names or entities:
        asked |= names
        rows: list[Row] = []
        found: list[Row] = []
        if names:
            rows += tx.run(queries.IDENTIFIERS, {"ids": sorted(names)})
            found += tx.run(queries.JUDGEMENTS_ON_IDS, {"ids": sorted(names)})
        entities = (entities | {row["entity"] for row in rows}) - region.entities
        region.entities |= entities
        if entities:
            parameters = {"entities": sorted(entities)}
            rows += tx.run(queries.TIED, parameters)
            found += tx.run(queries.JUDGEMENTS_ON_ENTITIES, parameters)
        known = [_known(row) for row in rows]
        region.ids |= {k.id: k for k in known}
        fresh = {j.id: j for j in map(judgement_of, found) if j.id not in region.judgements}
        region.judgements |= fresh
        names = {end for j in fresh.values() for end in (j.left, j.right)}
        names = (names | {key for k in known for key in k.keys}) - asked - set(region.ids)
        entities = set()
    return region


def _known(row: Row) -> Known:
    return Known(
        row["id"],
        row["entity"],
        tuple(row["keys"] or ()),
        bool(row["reference"]),
        row["mentions"] or 0,
        row["uses"] or 0,
    )


def _subtract(tx: Transaction, ids: dict[str, Known], leaving: Iterable[Row]) -> None:
    """Count out mentions that were taken out; an id that others still use keeps what they bring."""
    fewer: dict[str, Known] = {}
    for row in leaving:
        known = fewer[row["local"]] = ids[row["local"]]
        known.mentions -= 1
        if not row["reference"] and len(row["keys"]) == 1:
            ids[row["keys"][0]].uses -= 1
    for known in fewer.values():
        known.keys, known.reference = (), False
    shared = [
        {"local": name, "entity": known.entity}
        for name, known in sorted(fewer.items())
        if known.mentions > 0
    ]
    for row in tx.run(queries.LOCALS, {"rows": shared}) if shared else ():
        known = fewer[row["local"]]
        known.keys = tuple(sorted({*known.keys, *row["keys"]}))
        known.reference |= row["reference"]


def _add(ids: dict[str, Known], local: str, keys: Iterable[str], dataset: bool) -> None:
    """Count in a mention that comes."""
    keys = tuple(keys)
    known = ids.setdefault(local, Known(local))
    known.mentions += 1
    known.keys = tuple(sorted({*known.keys, *keys}))
    known.reference |= dataset
    for key in keys:
        ids.setdefault(key, Known(key))
    if not dataset and len(keys) == 1:
        ids[keys[0]].uses += 1


def _linked(ids: Iterable[Known]) -> Iterable[Linked]:
    for known in ids:
        if known.mentions > 0:
            yield Linked(known.id, known.keys, known.reference)
        if known.uses > 0:
            yield Linked(None, (known.id,))


def _write(
    tx: Transaction,
    ids: Mapping[str, Known],
    stored: Mapping[str, Known],
    canonical: Mapping[str, str],
) -> None:
    """Write the Identifiers that differ from what is stored, and drop those of unused ids."""
    rows = [
        known.row(canonical[name])
        for name, known in sorted(ids.items())
        if name in canonical and replace(known, entity=canonical[name]) != stored.get(name)
    ]
    if rows:
        tx.run(queries.PUT_IDENTIFIERS, {"rows": rows})
    if unused := sorted(set(stored) - set(canonical)):
        tx.run(queries.DROP_IDENTIFIERS, {"ids": unused})
