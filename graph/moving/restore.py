"""A graph from the lines of a dump into an empty store, and from one store into another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from graph.moving.dump import Progress, dump
from graph.moving.lines import Counts, Node, Reader, Relationship
from graph.moving.shapes import Shapes, Types
from graph.schema import Schema
from graph.store.base import Row, Store, StoreError, Transaction
from graph.versions import mark, stored_version
from graph.vocabulary import SCHEMA
from graph.writing.queries import with_name

BATCH = 5_000
"""Nodes or relationships written in one transaction, at most."""

BATCH_BYTES = 2_000_000
"""Length of their lines from which on no more join a batch."""

ANY_OTHER_NODE = "MATCH (n) WHERE NOT n:Graph RETURN n.id AS id LIMIT 1"

PUT_NODES = """
UNWIND $rows AS row
CREATE (n:{label} {id: row.id})
SET n += row.properties
"""

PUT_RELATIONSHIPS = """
UNWIND $rows AS row
MATCH (a:{source} {id: row.source})
MATCH (b:{target} {id: row.target})
CREATE (a)-[r:{type}]->(b)
SET r += row.properties
RETURN count(r) AS count
"""

MISSING = """
UNWIND $ids AS id
OPTIONAL MATCH (n:{label} {id: id})
WITH id, n
WHERE n IS NULL
RETURN id
"""

DROP_RELATIONSHIPS = """
MATCH ()-[r]->()
WITH r LIMIT 5000
DELETE r
RETURN count(r) AS count
"""

DROP_NODES = """
MATCH (n) WHERE NOT n:Graph
WITH n LIMIT 5000
DETACH DELETE n
RETURN count(n) AS count
"""


def restore(
    store: Store,
    lines: Iterable[bytes],
    name: str,
    schema: Schema = SCHEMA,
    *,
    progress: Progress | None = None,
) -> Counts:
    """Put the graph of a dump into a store; gives how much that was. Memory does not grow with it.

    `name` is what messages call the dump. The store must be empty, or hold what a restore or copy
    left that was not finished: that is taken out first. Until the last line is in, the graph says
    that it is not whole, and nothing reads or writes it. Raises `DumpError` for a dump that is
    not sound, and `StoreError`.
    """
    return _restore(store, Reader(lines, name, schema), "restore", schema, progress)


def copy(
    source: Store, target: Store, schema: Schema = SCHEMA, *, progress: Progress | None = None
) -> Counts:
    """Put the graph of one store into another, empty one, as `dump` and `restore` would."""
    if source.url == target.url:
        raise StoreError(f"{source.url} is where the graph is already; name another store")
    reader = Reader(dump(source, schema), source.url, schema)
    return _restore(target, reader, "copy", schema, progress)


def _restore(
    store: Store, reader: Reader, doing: str, schema: Schema, progress: Progress | None
) -> Counts:
    _clear(store, schema)
    store.write(lambda tx: mark(tx, unfinished=doing, schema_version=None))
    store.flush()
    shapes, done = Shapes(schema), 0
    for batch in _batches(reader.items()):
        store.write(partial(_put, batch=batch, reader=reader, shapes=shapes))
        done += len(batch)
        if progress:
            progress(done, reader.counts.total)
    store.write(lambda tx: mark(tx, unfinished=None, schema_version=schema.version))
    store.flush()
    return reader.counts


def _clear(store: Store, schema: Schema) -> None:
    """Make sure that the store is empty, but for its constraints and indexes."""
    if stored_version(store)[1] is not None:
        for statement in (DROP_RELATIONSHIPS, DROP_NODES):
            while store.write(partial(_dropped, statement=statement)):
                pass
    elif store.read(ANY_OTHER_NODE):
        raise StoreError(
            f"{store.url} holds a graph already, and nothing is put over it; name an empty store"
        )
    store.define(schema)


def _dropped(tx: Transaction, statement: str) -> int:
    count: int = tx.run(statement)[0]["count"]
    return count


def _batches(items: Iterable[Node | Relationship]) -> Iterator[list[Node] | list[Relationship]]:
    """Items in lists of one sort, none of which holds too much."""
    for _, alike in groupby(items, type):
        batch: list[Any] = []
        size = 0
        for item in alike:
            batch.append(item)
            size += item.size
            if len(batch) == BATCH or size >= BATCH_BYTES:
                yield batch
                batch, size = [], 0
        if batch:
            yield batch


def _put(
    tx: Transaction, *, batch: Sequence[Node | Relationship], reader: Reader, shapes: Shapes
) -> None:
    by_name: dict[str, list[Any]] = defaultdict(list)
    for item in batch:
        name = item.type if isinstance(item, Relationship) else shapes.joined(item.labels)
        by_name[name].append(item)
    for name, items in by_name.items():
        if name in shapes.types:
            _put_relationships(tx, items, reader, shapes)
        else:
            rows = [{"id": node.id, "properties": dict(node.properties)} for node in items]
            _make_known(rows, shapes.of_labels(items[0].labels) or {})
            tx.run(with_name(PUT_NODES, label=name), {"rows": rows})


def _put_relationships(
    tx: Transaction, items: Sequence[Relationship], reader: Reader, shapes: Shapes
) -> None:
    type_ = items[0].type
    ends = shapes.types[type_]
    statement = PUT_RELATIONSHIPS.replace("{source}", ends.source).replace("{target}", ends.target)
    rows = [
        {"source": r.source, "target": r.target, "properties": dict(r.properties)} for r in items
    ]
    _make_known(rows, ends.properties)
    if tx.run(with_name(statement, type=type_), {"rows": rows})[0]["count"] == len(rows):
        return
    for end in ("source", "target"):
        label = getattr(ends, end)
        ids = sorted({str(row[end]) for row in rows})
        missing = {r["id"] for r in tx.run(with_name(MISSING, label=label), {"ids": ids})}
        for item in items:
            if getattr(item, end) in missing:
                raise reader.error(
                    f"no {label} of the dump has the id {getattr(item, end)!r}; take a dump as it "
                    "was written",
                    item.line,
                )


def _make_known(rows: Sequence[Row], allowed: Types) -> None:
    """Name every property once, since KGLite refuses to look for one that it never met."""
    rows[0]["properties"] = {**dict.fromkeys(allowed), **rows[0]["properties"]}
