"""Who is who, worked out anew from all mentions and judgements; Identifiers against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.checking.finding import Finding, differences
from graph.checking.pages import ids_of, read_pages
from graph.identity import Linked, canonical_ids, is_fixed
from graph.model import Judgement
from graph.rows import judgement_of
from graph.schema import Schema
from graph.store.base import Row, Store

MENTIONS = """
UNWIND $ids AS id
MATCH (d:Document {id: id})-[m:MENTIONS]->(:Entity)
RETURN m.local AS local, m.keys AS keys, coalesce(d.dataset, false) AS dataset
"""

IDENTIFIERS = """
UNWIND $ids AS id
MATCH (i:Identifier {id: id})
RETURN i.id AS id, i.name AS name, i.entity AS entity, i.ties AS ties, i.keys AS keys,
  i.reference AS reference, i.mentions AS mentions, i.uses AS uses
"""

JUDGEMENTS = """
UNWIND $ids AS id
MATCH (j:Judgement {id: id})
RETURN j.id AS id, j.name AS name, j.left AS left, j.right AS right, j.verdict AS verdict,
  j.author AS author, j.time AS time, j.reason AS reason, j.score AS score
"""

JUDGED = """
UNWIND $ids AS id
MATCH (j:Judgement {id: id})-[:JUDGES]->(e:Entity)
RETURN j.id AS id, e.id AS entity
"""


@dataclass(slots=True)
class Use:
    """How documents use an id: as a local id, with what keys, or as a lone key."""

    mentions: int = 0
    uses: int = 0
    keys: tuple[str, ...] = ()
    reference: bool = False

    def identifier(self, id_: str, entity: str) -> Row:
        """Properties that its Identifier must have."""
        local = self.mentions > 0
        ties = self.uses > 0 or (local and (self.reference or len(self.keys) != 1))
        return {
            "id": id_,
            "name": id_,
            "entity": entity,
            "ties": entity if ties else None,
            "keys": list(self.keys) if local else None,
            "reference": self.reference if local else None,
            "mentions": self.mentions or None,
            "uses": self.uses or None,
        }


@dataclass(slots=True)
class Identities:
    """Every id in use and where it leads; `judgements` are all there are, by stored id."""

    schema: Schema
    uses: dict[str, Use] = field(default_factory=dict)
    judgements: dict[str, Judgement] = field(default_factory=dict)
    canonical: Mapping[str, str] = field(default_factory=dict)
    entities: set[str] = field(default_factory=set)
    """The canonical ids of all entities that documents speak of."""

    def entity_of(self, local: str) -> str | None:
        """The canonical id of what a local id speaks of; None where no mention has it."""
        return local if local in self.entities else self.canonical.get(local)


def identities(store: Store, schema: Schema) -> Identities:
    """Who is who by all mentions and judgements that are stored."""
    known = Identities(schema)
    for rows in read_pages(store, MENTIONS, ids_of(store, "Document")):
        for row in rows:
            _count(known, row)
    for rows in read_pages(store, JUDGEMENTS, ids_of(store, "Judgement")):
        known.judgements |= {row["id"]: judgement_of(row) for row in rows}
    known.canonical = canonical_ids(_linked(known.uses), known.judgements.values())
    known.entities |= {known.canonical[name] for name, use in known.uses.items() if use.mentions}
    return known


def check_identifiers(store: Store, known: Identities) -> Iterator[Finding]:
    """Identifiers that are missing, too many, or not true."""
    stored: set[str] = set()
    for rows in read_pages(store, IDENTIFIERS, ids_of(store, "Identifier")):
        for row in rows:
            stored.add(row["id"])
            if row["id"] not in known.canonical:
                yield Finding("identifier", row["id"], "no document uses this id")
                continue
            expected = known.uses[row["id"]].identifier(row["id"], known.canonical[row["id"]])
            if wrong := differences(row, expected):
                yield Finding("identifier", row["id"], wrong)
    for name in sorted(known.canonical.keys() - stored):
        yield Finding("identifier", name, "this id is in use and has no Identifier")


def check_judgements(store: Store, known: Identities) -> Iterator[Finding]:
    """Judgements whose id does not fit, or that lead to other entities than they are on."""
    ends: dict[str, list[str]] = {id_: [] for id_ in known.judgements}
    for rows in read_pages(store, JUDGED, known.judgements):
        for row in rows:
            ends[row["id"]].append(row["entity"])
    for id_, judgement in known.judgements.items():
        if id_ != judgement.id:
            yield Finding("judgement", id_, f"what it says has the id {judgement.id}")
        on = (judgement.left, judgement.right)
        expected = sorted({known.canonical[end] for end in on if end in known.canonical})
        if sorted(ends[id_]) != expected:
            message = f"it leads to {_list(ends[id_])} and should lead to {_list(expected)}"
            yield Finding("judgement", id_, message)


def _count(known: Identities, row: Row) -> None:
    local, keys, dataset = row["local"], tuple(row["keys"] or ()), row["dataset"]
    if is_fixed(local, known.schema):
        known.entities.add(local)
        return
    use = known.uses.setdefault(local, Use())
    use.mentions += 1
    use.keys = tuple(sorted({*use.keys, *keys}))
    use.reference |= dataset
    for key in keys:
        known.uses.setdefault(key, Use())
    if not dataset and len(keys) == 1:
        known.uses[keys[0]].uses += 1


def _linked(uses: Mapping[str, Use]) -> Iterator[Linked]:
    for name, use in uses.items():
        if use.mentions:
            yield Linked(name, use.keys, use.reference)


def _list(ids: list[str]) -> str:
    return ", ".join(sorted(ids)) or "nothing"
