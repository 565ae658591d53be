"""A dump with every label, type and property there may be, each with all sorts of values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from graph.moving.lines import (
    Counts,
    Node,
    Relationship,
    header,
    node_line,
    order,
    relationship_line,
)
from graph.moving.shapes import Shapes
from graph.schema import ValueType
from graph.vocabulary import SCHEMA

VALUES: dict[ValueType, list[Any]] = {
    "string": ["", 'a "quoted"\n\u2028 line', "نص", "🌍", "2023"],
    "date": ["2023", "2023-02-21"],
    "id": ["country:KE"],
    "strings": [[], ["b", "a", "🌍"]],
    "ids": [["country:KE"]],
    "integer": [0, -1, 2**63 - 1],
    "float": [1.0, 0.1 + 0.2, 5e-324, -0.0],
    "boolean": [True, False],
}


def everything() -> Iterator[bytes]:
    """The lines, but for the last; ids include some that UTF-8 and UTF-16 order differently."""
    shapes = Shapes(SCHEMA)
    labels: list[tuple[str, ...]] = [
        (record.name,) for record in SCHEMA.records if record.name != "Graph"
    ]
    labels += [
        ("Entity", kind.name, *sub)
        for kind in SCHEMA.kinds
        for sub in ((), *((label,) for label in kind.sub_labels))
    ]
    nodes = [
        Node(f"{prefix}:{':'.join(together)}:{number}", together, properties)
        for together in labels
        for number, properties in enumerate(_filled(shapes.of_labels(together) or {}))
        for prefix in ("z", "\uff5e", "\U0001f30d")
    ]
    nodes.sort(key=lambda node: (shapes.label_of(node.labels) or "", node.id))
    ends = {shapes.label_of(node.labels): node.id for node in nodes}
    edges = [
        Relationship(type_, ends[shape.source], ends[shape.target], properties)
        for type_, shape in shapes.types.items()
        for properties in _filled(shape.properties)
    ]
    edges.sort(key=lambda e: (shapes.types[e.type].source, *order(e)))
    counts = Counts(
        Counter(shapes.label_of(node.labels) or "" for node in nodes),
        Counter(edge.type for edge in edges),
    )
    yield header(counts, SCHEMA)
    yield from map(node_line, nodes)
    yield from map(relationship_line, edges)


def _filled(properties: Any) -> Iterator[dict[str, Any]]:
    """Nothing but a name, then every property with each of the values its type may have."""
    yield {name: "a name" for name in properties if name == "name"}
    for turn in range(5):
        yield {n: VALUES[t][turn % len(VALUES[t])] for n, t in properties.items()}
