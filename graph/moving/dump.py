"""A whole graph as lines, the same for equal graphs whatever store holds them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from graph.moving.lines import (
    Counts,
    Node,
    Relationship,
    header,
    node_line,
    order,
    relationship_line,
    sealed,
)
from graph.moving.shapes import Shapes, Types, faults
from graph.schema import Schema
from graph.store.base import Row, Store, StoreError, Transaction
from graph.versions import require
from graph.vocabulary import SCHEMA
from graph.writing.queries import LOCK, with_name

PAGE = 5_000
"""Ids in one answer of the store, and nodes in one question to it, at most."""

PAGE_BYTES = 2_000_000
"""About how long the lines of one page are, at most, from the second page on."""

COUNT_NODES = "MATCH (n:{label}) RETURN count(n) AS count"
COUNT_RELATIONSHIPS = "MATCH ()-[r:{type}]->() RETURN count(r) AS count"
COUNT_ALL_NODES = "MATCH (n) RETURN count(n) AS count"
COUNT_ALL_RELATIONSHIPS = "MATCH ()-[r]->() RETURN count(r) AS count"

# The limit is part of the text, since KGLite then keeps no more than that while it scans.
IDS = f"""
MATCH (n:{{label}})
WHERE n.id > $after
RETURN n.id AS id
ORDER BY n.id LIMIT {PAGE}
"""

NODES = """
UNWIND $ids AS id
MATCH (n:{label} {id: id})
RETURN id, labels(n) AS labels, properties(n) AS properties
"""

LEADING_FROM = """
UNWIND $ids AS id
MATCH (n:{label} {id: id})-[r]->(m)
RETURN id AS source, type(r) AS type, m.id AS target, properties(r) AS properties
"""

CHECK = "run `cybercoop check`, which names what is wrong"

Progress = Callable[[int, int], None]
"""Called with how many nodes and relationships are done, and how many there are."""


def dump(
    store: Store, schema: Schema = SCHEMA, *, progress: Progress | None = None
) -> Iterator[bytes]:
    """The lines of the whole graph as it stands at one moment; memory does not grow with it.

    Writers to a Neo4j wait until the dump is done; an embedded graph is dumped as it was last
    flushed, whoever writes. Raises `StoreError` where nothing is stored, for a graph of another
    version, and for one with anything in it that the schema does not have.
    """
    if require(store, schema) is None:
        raise StoreError(f"{store.url}: no graph there yet; load documents with `cybercoop load`")
    with store.snapshot(LOCK) as tx:
        yield from sealed(_lines(Source(tx, schema), progress or (lambda done, total: None)))


def _lines(source: Source, progress: Progress) -> Iterator[bytes]:
    counts = source.counts()
    yield header(counts, source.schema)
    done = 0
    for label in source.shapes.labels:
        for page in source.pages(label, source.nodes):
            yield from page
            progress(done := done + len(page), counts.total)
    for label in source.shapes.sources():
        for page in source.pages(label, source.relationships):
            yield from page
            progress(done := done + len(page), counts.total)
    if done != counts.total:
        raise StoreError(f"{done} nodes and relationships have ids, of {counts.total}; {CHECK}")


class Source:
    """What is read from one state of a graph."""

    def __init__(self, tx: Transaction, schema: Schema) -> None:
        self._tx = tx
        self.schema = schema
        self.shapes = Shapes(schema)

    def counts(self) -> Counts:
        """How many there are of all. Raises `StoreError` where there are some of no known name."""
        nodes = {
            label: self._count(with_name(COUNT_NODES, label=label)) for label in self.shapes.labels
        }
        relationships = {
            type_: self._count(with_name(COUNT_RELATIONSHIPS, type=type_))
            for type_ in self.shapes.types
        }
        for known, question, what in (
            (sum(nodes.values()) + 1, COUNT_ALL_NODES, "nodes"),
            (sum(relationships.values()), COUNT_ALL_RELATIONSHIPS, "relationships"),
        ):
            found = self._count(question)
            if found != known:
                raise StoreError(
                    f"{found} {what} are stored and {known} are of the schema; {CHECK}"
                )
        return Counts(
            {label: count for label, count in nodes.items() if count},
            {type_: count for type_, count in relationships.items() if count},
        )

    def pages(
        self, label: str, read: Callable[[str, Sequence[str]], list[bytes]]
    ) -> Iterator[list[bytes]]:
        """What `read` gives of all nodes with a label; where lines are long, of few at a time."""
        limit = PAGE // 50
        for ids in self._ids(label):
            while ids:
                lines = read(label, ids[:limit])
                yield lines
                ids = ids[limit:]
                fitting = limit * PAGE_BYTES // max(1, sum(map(len, lines)))
                limit = max(1, min(PAGE, 4 * limit, fitting))

    def nodes(self, label: str, ids: Sequence[str]) -> list[bytes]:
        """Lines of nodes in the order of their ids."""
        rows = self._tx.run(with_name(NODES, label=label), {"ids": ids})
        found = {row["id"]: node_line(self._node(row)) for row in rows}
        return [found[id_] for id_ in ids]

    def relationships(self, label: str, ids: Sequence[str]) -> list[bytes]:
        """Lines of all that leads from nodes, in order."""
        leading: dict[str, list[Relationship]] = defaultdict(list)
        for row in self._tx.run(with_name(LEADING_FROM, label=label), {"ids": ids}):
            leading[row["source"]].append(self._relationship(row))
        return [relationship_line(r) for id_ in ids for r in sorted(leading[id_], key=order)]

    def _ids(self, label: str) -> Iterator[list[str]]:
        """The ids of all nodes with a label, in order, page by page."""
        after = ""
        while rows := self._tx.run(with_name(IDS, label=label), {"after": after}):
            ids = [row["id"] for row in rows]
            yield ids
            after = ids[-1]

    def _node(self, row: Row) -> Node:
        allowed = self.shapes.of_labels(row["labels"])
        if allowed is None:
            raise StoreError(
                f"the labels {row['labels']} of {row['id']} do not go together; {CHECK}"
            )
        given = {k: v for k, v in row["properties"].items() if k != "id"}
        return Node(row["id"], tuple(row["labels"]), self._own(row["id"], given, allowed))

    def _relationship(self, row: Row) -> Relationship:
        allowed = self.shapes.types[row["type"]].properties
        place = f"{row['type']} from {row['source']} to {row['target']}"
        return Relationship(
            row["type"],
            row["source"],
            row["target"],
            self._own(place, row["properties"], allowed),
        )

    def _own(self, place: str, given: Row, allowed: Types) -> dict[str, Any]:
        own = self.shapes.own(given, allowed)
        for fault in faults(own, allowed):
            raise StoreError(f"{place}: {fault}; {CHECK}")
        return own

    def _count(self, statement: str) -> int:
        count: int = self._tx.run(statement)[0]["count"]
        return count
