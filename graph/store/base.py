"""The protocol of a store, and what can go wrong with one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from graph.schema import Schema

Row = dict[str, Any]
"""A result row: column to plain value (None, bool, int, float, str, list, dict)."""

T = TypeVar("T")


class StoreError(Exception):
    """Something is wrong with the store; the message says what to do."""


class StoreUnavailable(StoreError):
    """The store cannot be reached, or holds no graph yet."""


class StoreBusy(StoreError):
    """Somebody else is writing, and only one writer is possible."""


class StoreTimeout(StoreError):
    """A query took longer than it may."""


class StoreQueryError(StoreError):
    """The store refused a query."""


class Transaction(Protocol):
    """A transaction under way: all of what is run in it is kept, or nothing."""

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Run one statement and give all its rows."""


class Store(Protocol):
    """A property graph that answers Cypher.

    All methods raise `StoreUnavailable` where the store cannot be reached.
    """

    @property
    def url(self) -> str:
        """Where it is, without a password."""

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        seconds: float | None = None,
    ) -> list[Row]:
        """Run one reading statement. Raises `StoreTimeout` past `seconds`."""

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in one transaction and commit it.

        `work` may run more than once where the store asks for another try, so it must have no
        effect but through its transaction. Raises `StoreBusy` where another writer is at work.
        """

    def define(self, schema: Schema) -> None:
        """Create the constraints and indexes of `schema` where they are missing."""

    def flush(self) -> None:
        """Make everything written so far visible to other processes."""

    def ping(self) -> None:
        """Raise `StoreUnavailable` unless the store answers."""

    def close(self) -> None:
        """Let go of the store; closing twice does no harm."""
