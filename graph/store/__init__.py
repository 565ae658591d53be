"""Where the graph lives: one protocol, two stores, the same Cypher in both."""

from graph.store.base import (
    Row,
    Store,
    StoreBusy,
    StoreError,
    StoreQueryError,
    StoreTimeout,
    StoreUnavailable,
    Transaction,
)
from graph.store.open import open_store

__all__ = [
    "Row",
    "Store",
    "StoreBusy",
    "StoreError",
    "StoreQueryError",
    "StoreTimeout",
    "StoreUnavailable",
    "Transaction",
    "open_store",
]
