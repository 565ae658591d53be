"""What KGLite gives, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from graph.store.base import Row

NODE = {"id", "labels", "properties"}
ADDED = {"type", "title"}
RELATIONSHIP = {"id", "start", "end", "type", "properties"}


def shown(row: Mapping[str, Any]) -> Row:
    """A row with whole nodes, relationships and paths, as a `Table` has them."""
    return {name: _shown(value) for name, value in row.items()}


def _shown(value: Any) -> Any:
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, list):
        return [_shown(v) for v in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == NODE:
        return {"labels": sorted(value["labels"]), "properties": _own(value)}
    if value.keys() == RELATIONSHIP:
        return {"type": value["type"], "properties": value["properties"]}
    return {k: _shown(v) for k, v in value.items()}


def _own(node: dict[str, Any]) -> dict[str, Any]:
    """A node's properties without what KGLite adds: its label, and its name as a title."""
    return {k: v for k, v in node["properties"].items() if k not in ADDED and v is not None}
