"""From a graph of an older schema version to one of the version in force, step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from graph.identity import is_fixed
from graph.schema import Schema
from graph.store.base import Row, Store, StoreError, Transaction
from graph.versions import mark, require, stored_version
from graph.vocabulary import SCHEMA

PAGE = 200
"""Entities looked at in one transaction."""

ENTITIES = f"""
MATCH (e:Entity)
WHERE e.id > $after
RETURN e.id AS id
ORDER BY e.id LIMIT {PAGE}
"""

MENTIONS = """
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[m:MENTIONS]-(d:Document)
RETURN id AS entity, m.local AS local, m.keys AS keys, d.dataset AS reference
"""

PUT_IDENTIFIERS = """
UNWIND $rows AS row
MERGE (i:Identifier {id: row.id})
SET i += row
"""


def migrate(store: Store, schema: Schema = SCHEMA) -> list[int]:
    """Bring a graph up to the version of `schema`; gives the versions that it went through.

    Memory does not grow with the graph. Where it is interrupted the graph keeps its version, and
    running it again goes through the step again. Raises `StoreError` for a graph that is newer,
    or that is not whole.
    """
    version, unfinished = stored_version(store)
    if version is None and unfinished is None:
        raise StoreError(f"{store.url}: no graph there yet; load documents with `cybercoop load`")
    passed = []
    if version is not None and version < schema.version:
        store.define(schema)
        for older in range(version, schema.version):
            MIGRATIONS[older](store, schema)
            store.write(partial(mark, schema_version=older + 1))
            passed.append(older + 1)
        store.flush()
    require(store, schema)
    return passed


@dataclass(slots=True)
class _Id:
    """An id in use by mentions of one entity, as the second version stores it."""

    entity: str
    mentions: int = 0
    keys: set[str] = field(default_factory=set)
    reference: bool = False
    uses: int = 0

    def row(self, id_: str) -> Row:
        local = self.mentions > 0
        ties = self.uses > 0 or (local and (self.reference or len(self.keys) != 1))
        return {
            "id": id_,
            "name": id_,
            "entity": self.entity,
            "ties": self.entity if ties else None,
            "keys": sorted(self.keys) if local else None,
            "reference": self.reference if local else None,
            "mentions": self.mentions or None,
            "uses": self.uses or None,
        }


def _identify_every_id(store: Store, schema: Schema) -> None:
    """1 to 2: an Identifier for every id in use, not only for those that are not canonical.

    All mentions by an id lead to one entity, so each entity gives the whole of its Identifiers.
    """
    after = ""
    while rows := store.read(ENTITIES, {"after": after}):
        after = rows[-1]["id"]
        ids = [row["id"] for row in rows if not is_fixed(row["id"], schema)]
        mentions = store.read(MENTIONS, {"ids": ids})
        store.write(partial(_put, rows=_identifiers(mentions)))


def _put(tx: Transaction, rows: list[Row]) -> None:
    tx.run(PUT_IDENTIFIERS, {"rows": rows})


def _identifiers(mentions: Iterable[Row]) -> list[Row]:
    ids: dict[str, _Id] = {}
    for row in mentions:
        local = ids.setdefault(row["local"], _Id(row["entity"]))
        local.mentions += 1
        local.keys.update(row["keys"])
        local.reference |= bool(row["reference"])
        for key in row["keys"]:
            ids.setdefault(key, _Id(row["entity"]))
        if not row["reference"] and len(row["keys"]) == 1:
            ids[row["keys"][0]].uses += 1
    return [known.row(id_) for id_, known in sorted(ids.items())]


MIGRATIONS: Mapping[int, Callable[[Store, Schema], None]] = {1: _identify_every_id}
"""By version: what brings a graph of it to the next one. Each may be interrupted and run again."""
