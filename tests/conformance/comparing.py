"""Graphs compared, and emptied for the next example."""

from __future__ import annotations

from typing import Any

from graph.store import Store


def same(reached: Any, afresh: Any) -> None:
    """Assert that two dumps are equal; what differs is shown first."""
    for part in ("nodes", "edges"):
        assert sorted(set(reached[part]) - set(afresh[part])) == []
        assert sorted(set(afresh[part]) - set(reached[part])) == []
        assert reached[part] == afresh[part]


def empty(store: Store) -> None:
    """Take everything out of a store but the node that says its version."""
    store.write(lambda tx: tx.run("MATCH (n) WHERE NOT n:Graph DETACH DELETE n"))
