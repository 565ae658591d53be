"""Where the graph lives: one protocol, two stores, the same Cypher in both."""

from graph.store.base import (
    Counters,
    Plan,
    Row,
    Store,
    StoreBusy,
    StoreError,
    StoreQueryError,
    StoreTimeout,
    StoreUnavailable,
    Table,
    Transaction,
)
from graph.store.open import open_store

__all__ = [
    "Counters",
    "Plan",
    "Row",
    "Store",
    "StoreBusy",
    "StoreError",
    "StoreQueryError",
    "StoreTimeout",
    "StoreUnavailable",
    "Table",
    "Transaction",
    "open_store",
]
