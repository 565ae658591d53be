"""What Neo4j's driver gives, as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import neo4j
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from graph.store.base import Row

SCALARS = frozenset({str, int, float, bool, type(None)})
"""What is plain as it is; most values are."""


def plain(value: Any) -> Any:
    """A driver's value as JSON knows it: dates and durations as ISO 8601 text.

    Whole nodes, relationships and paths are as a `Table` has them.
    """
    if type(value) in SCALARS:
        return value
    if isinstance(value, Date | DateTime | Time):
        return value.iso_format()
    if isinstance(value, Duration):
        return value.iso_format()
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    if isinstance(value, Node | Relationship | Path):
        return _shown(value)
    return value


def shown(columns: tuple[str, ...], record: neo4j.Record) -> Row:
    """A row with whole nodes, relationships and paths, as a `Table` has them."""
    return {name: _shown(value) for name, value in zip(columns, record, strict=True)}


def operators(plan: Mapping[str, Any]) -> Iterator[str]:
    """The operators of a plan, without the name of the database behind each."""
    yield str(plan.get("operatorType", "")).partition("@")[0]
    for child in plan.get("children", ()):
        yield from operators(child)


def _shown(value: Any) -> Any:
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), "properties": plain(dict(value))}
    if isinstance(value, Relationship):
        return {"type": value.type, "properties": plain(dict(value))}
    if isinstance(value, Path):
        steps = {"nodes": value.nodes, "relationships": value.relationships}
        return {name: [_shown(v) for v in parts] for name, parts in steps.items()}
    if isinstance(value, dict):
        return {k: _shown(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_shown(v) for v in value]
    return plain(value)
