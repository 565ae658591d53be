"""One writer after another, however many there are."""

from __future__ import annotations

from graph.schema import Schema
from graph.store.base import StoreError, Transaction
from graph.writing import queries


def lock(tx: Transaction, schema: Schema) -> None:
    """Wait until no other transaction writes, and keep all others waiting until this one ends.

    What is one entity depends on all documents together, so of two changes at once the later must
    see the earlier. Reading documents, which takes the time, goes on meanwhile. Raises `StoreError`
    where the graph is of no version or another than the schema's.
    """
    rows = tx.run(queries.LOCK)
    if [row["version"] for row in rows] != [schema.version]:
        raise StoreError(
            f"the graph is not, or no longer, one of schema version {schema.version}; "
            "start the command again to see what it is"
        )
