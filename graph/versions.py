"""Which version of the schema a stored graph is of, and whether it may be used."""

from __future__ import annotations

from graph.model import Scalar
from graph.schema import Schema
from graph.store.base import Store, StoreError, Transaction
from graph.vocabulary import SCHEMA

FIRST_VERSION = 1
"""What a graph is of that does not say: the first version had no Graph node."""

GRAPH_NODE = """
MATCH (g:Graph {id: 'graph'})
RETURN g.schema_version AS version, g.unfinished AS unfinished
"""

ANY_NODE = "MATCH (n) RETURN n.id AS id LIMIT 1"

PUT_GRAPH_NODE = """
MERGE (g:Graph {id: 'graph'})
SET g += $row
"""


def prepare(store: Store, schema: Schema = SCHEMA) -> None:
    """Make a store ready to be written: constraints, indexes, and the node that says the version.

    Where all of these are there nothing is written. Raises `StoreError` as `require` does.
    """
    stored = require(store, schema)
    store.define(schema)
    if stored is None:
        store.write(lambda tx: mark(tx, schema_version=schema.version))


def require(store: Store, schema: Schema = SCHEMA) -> int | None:
    """The version of the stored graph, which is the schema's; None where nothing is stored.

    Raises `StoreError` for a graph of another version and for one that was not written to its
    end; the message names the command to run.
    """
    version, unfinished = stored_version(store)
    if unfinished is not None:
        raise StoreError(
            f"{store.url}: the graph is not whole, since a {unfinished} into it was not finished; "
            f"run `cybercoop {unfinished}` again"
        )
    if version is not None and version < schema.version:
        raise StoreError(
            f"{store.url}: the graph is of schema version {version}, older than "
            f"{schema.version}; run `cybercoop migrate`"
        )
    if version is not None and version > schema.version:
        raise StoreError(
            f"{store.url}: the graph is of schema version {version}, newer than "
            f"{schema.version}; install a newer cybercoop"
        )
    return version


def stored_version(store: Store) -> tuple[int | None, str | None]:
    """The version of what is stored, None where nothing is; and what was begun but not done.

    A graph that is not whole has no version.
    """
    # A loader puts the Graph node first. So who sees any node and only then looks for the Graph
    # node finds it, even where another loader begins in between.
    stored = bool(store.read(ANY_NODE))
    for row in store.read(GRAPH_NODE):
        return row["version"], row["unfinished"]
    return (FIRST_VERSION if stored else None), None


def mark(tx: Transaction, **state: Scalar | None) -> None:
    """Set properties of the Graph node, which is put where it is missing; None takes one away."""
    tx.run(PUT_GRAPH_NODE, {"row": {"id": "graph", "name": "cybercoop", **state}})
