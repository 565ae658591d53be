"""Labels, types, properties and ids, looked at by the shapes that nodes and relationships have.

A graph has few shapes (labels with the names of properties), so the store counts them and only
examples of a wrong one are fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph.checking.finding import Finding
from graph.checking.pages import ids_of
from graph.rows import ALL_SUFFIX, QUALIFIER_PREFIX, WEIGHTS_SUFFIX
from graph.schema import Property, Schema
from graph.store.base import Row, Store

NODE_SHAPES = """
MATCH (n)
RETURN DISTINCT labels(n) AS labels, keys(n) AS keys
"""

EXAMPLES_OF_NODES = """
MATCH (n)
WHERE labels(n) = $labels AND keys(n) = $keys
RETURN n.id AS id
ORDER BY id LIMIT 20
"""

RELATIONSHIP_SHAPES = """
MATCH (a)-[r]->(b)
RETURN DISTINCT type(r) AS type, labels(a) AS source, labels(b) AS target, keys(r) AS keys
"""

EXAMPLES_OF_RELATIONSHIPS = """
MATCH (a)-[r]->(b)
WHERE type(r) = $type AND labels(a) = $source AND labels(b) = $target AND keys(r) = $keys
RETURN a.id AS source, b.id AS target
ORDER BY source, target LIMIT 20
"""

GRAPH_NODES = """
MATCH (g:Graph)
RETURN g.id AS id, g.schema_version AS version, g.unfinished AS unfinished
"""

SHOWN_BY_A_STORE = {"type", "title"}
"""Names that the embedded store lists among the properties of every node or relationship."""


@dataclass(frozen=True, slots=True)
class _Names:
    """What may be together: labels of nodes with properties, ends of types with properties."""

    records: dict[str, set[str]]
    kinds: dict[str, set[str]]
    sub_labels: dict[str, set[str]]
    types: dict[str, set[str]]
    ends: dict[str, tuple[set[str], set[str]]]


def check_shapes(store: Store, schema: Schema) -> Iterator[Finding]:
    """What has no place in the schema, ids that are not one node's, and the version."""
    names = _names(schema)
    shapes = store.read(NODE_SHAPES)
    if shapes:
        yield from _graph_node(store, schema)
    for shape in shapes:
        for rule, fault in _node_faults(shape, names):
            for row in store.read(EXAMPLES_OF_NODES, shape):
                yield Finding(rule, str(row["id"]), f"a node {fault}")
    for shape in store.read(RELATIONSHIP_SHAPES):
        for rule, fault in _relationship_faults(shape, names):
            for row in store.read(EXAMPLES_OF_RELATIONSHIPS, shape):
                yield Finding(rule, str(row["source"]), f"{fault}, to {row['target']}")
    for label in ("Entity", *names.records):
        yield from _ids(store, label)


def _graph_node(store: Store, schema: Schema) -> Iterator[Finding]:
    found = store.read(GRAPH_NODES)
    if len(found) != 1:
        yield Finding("graph", "graph", f"there are {len(found)} Graph nodes and should be one")
    for row in found:
        if row["id"] != "graph" or row["version"] != schema.version:
            message = f"its schema version is {row['version']} and should be {schema.version}"
            yield Finding("graph", str(row["id"]), message)
        if row["unfinished"] is not None:
            message = f"a {row['unfinished']} was not finished; run it again"
            yield Finding("graph", str(row["id"]), message)


def _ids(store: Store, label: str) -> Iterator[Finding]:
    ids = ids_of(store, label)
    for one, other in pairwise(ids):
        if one == other:
            yield Finding("ids", one, f"more than one {label} has this id")
    count = store.read(f"MATCH (n:{label}) RETURN count(*) AS nodes")[0]["nodes"]
    if count != len(ids):
        yield Finding("ids", label, f"nodes with this label that have no id: {count - len(ids)}")


def _names(schema: Schema) -> _Names:
    qualifiers = {QUALIFIER_PREFIX + name for name in schema.qualifiers}
    records = {r.name: _plain(r.properties) for r in schema.records}
    records["Claim"] |= qualifiers
    return _Names(
        records=records,
        kinds={k.name: _with_all(k.properties) for k in schema.kinds},
        sub_labels={k.name: set(k.sub_labels) for k in schema.kinds},
        types={
            **{
                t.name: _plain(schema.fact_properties)
                | {q.name + end for q in t.qualifiers for end in ("", ALL_SUFFIX, WEIGHTS_SUFFIX)}
                for t in schema.types
            },
            **{link.name: _plain(link.properties) - {"id"} for link in schema.links},
        },
        ends={
            **{t.name: (set(t.subjects), set(t.objects)) for t in schema.types},
            **{link.name: ({link.source}, {link.target}) for link in schema.links},
        },
    )


def _plain(properties: tuple[Property, ...]) -> set[str]:
    return {"id", *(p.name for p in properties)}


def _with_all(properties: tuple[Property, ...]) -> set[str]:
    return _plain(properties) | {p.name + ALL_SUFFIX for p in properties}


def _node_faults(shape: Row, names: _Names) -> Iterator[tuple[str, str]]:
    labels, keys = set(shape["labels"]), set(shape["keys"]) - SHOWN_BY_A_STORE
    said = ":".join(sorted(labels)) or "nothing"
    if "Entity" in labels:
        kinds = labels & names.kinds.keys()
        if len(kinds) != 1 or not labels <= {"Entity"} | kinds | names.sub_labels[min(kinds)]:
            yield "labels", f"is labelled {said}"
            return
        allowed = names.kinds[min(kinds)]
    elif len(labels) == 1 and labels <= names.records.keys():
        allowed = names.records[min(labels)]
    else:
        yield "labels", f"is labelled {said}"
        return
    for name in sorted(keys - allowed):
        yield "properties", f"labelled {said} has a property {name!r}"


def _relationship_faults(shape: Row, names: _Names) -> Iterator[tuple[str, str]]:
    type_ = shape["type"]
    if type_ not in names.ends:
        yield "types", f"a relationship of the unknown type {type_}"
        return
    sources, targets = names.ends[type_]
    if not sources & set(shape["source"]) or not targets & set(shape["target"]):
        ends = (":".join(sorted(shape[end])) for end in ("source", "target"))
        yield "types", f"{type_} may not lead from {' to '.join(ends)}"
    for name in sorted(set(shape["keys"]) - SHOWN_BY_A_STORE - names.types[type_]):
        yield "properties", f"{type_} has a property {name!r}"
