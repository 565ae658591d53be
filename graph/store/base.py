"""The protocol of a store, and what can go wrong with one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields
from typing import Any, Protocol, TypeVar

from graph.schema import Schema

Row = dict[str, Any]
"""A result row: column to plain value (None, bool, int, float, str, list, dict)."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Counters:
    """What was written, as the store itself counts it.

    `properties` counts properties and labels that were set or taken away, those too that had the
    same value before; `definitions` counts new constraints and indexes.
    """

    nodes_created: int = 0
    nodes_deleted: int = 0
    relationships_created: int = 0
    relationships_deleted: int = 0
    properties: int = 0
    definitions: int = 0

    def __add__(self, other: Counters) -> Counters:
        return Counters(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def __sub__(self, other: Counters) -> Counters:
        return Counters(*(getattr(self, f.name) - getattr(other, f.name) for f in fields(self)))

    @property
    def total(self) -> int:
        """All of them together."""
        return sum(getattr(self, f.name) for f in fields(self))


@dataclass(frozen=True, slots=True)
class Plan:
    """How a store would run a statement."""

    reads: bool
    """Whether the store takes it for one that only reads."""
    operators: tuple[str, ...]
    """The steps, by the names that the store has for them; steps within others may be missing."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with the names of their columns.

    A node is `{"labels": [...], "properties": {...}}`, a relationship
    `{"type": ..., "properties": {...}}`, a path `{"nodes": [...], "relationships": [...]}`.
    """

    columns: tuple[str, ...]
    rows: list[Row]


class StoreError(Exception):
    """Something is wrong with the store; the message says what to do."""


class StoreUnavailable(StoreError):
    """The store cannot be reached, or holds no graph yet."""


class StoreBusy(StoreError):
    """Somebody else is writing, and only one writer is possible."""


class StoreTimeout(StoreError):
    """A query took longer than it may."""


class StoreQueryError(StoreError):
    """The store refused a query, or a value that was given with it."""


class Transaction(Protocol):
    """A transaction under way: all of what is run in it is kept, or nothing."""

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        """Run one statement and give all its rows; one that is refused ends the transaction."""


class Store(Protocol):
    """A property graph that answers Cypher.

    All methods raise `StoreUnavailable` where the store cannot be reached or was closed.
    Parameters are plain values (None, bool, int of 64 bits, float, str, list, dict); another
    raises `StoreQueryError`. One store may be used by several threads at once.
    """

    @property
    def url(self) -> str:
        """Where it is, without a password."""

    @property
    def written(self) -> Counters:
        """What was written through this object, summed over committed transactions."""

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        seconds: float | None = None,
    ) -> list[Row]:
        """Run one reading statement.

        Raises `StoreTimeout` past `seconds`, and the store works on it no longer then; raises
        `StoreQueryError` for a statement that writes.
        """

    def state(self) -> str:
        """What differs whenever a read may give something else than it gave before.

        It is the same for as long as nobody writes; it says nothing to another store object.
        """

    def at_hand(self) -> bool:
        """Whether the graph is in this process as it is now, so that a read waits for nobody."""

    def snapshot(self, lock: str) -> AbstractContextManager[Transaction]:
        """Read one state of the graph for as long as it takes, by any number of statements.

        `lock` is the statement by which every writer begins. A store that does not keep states
        apart runs it, so that writers wait until the end; nothing of it is kept.
        """

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in one transaction and commit it; whatever `work` raises undoes it all.

        `work` may run more than once where the store asks for another try, so it must have no
        effect but through its transaction. Raises `StoreBusy` where another writer is at work.
        """

    def define(self, schema: Schema) -> None:
        """Create the constraints and indexes of `schema` where they are missing."""

    def flush(self) -> None:
        """Make everything written so far visible to other processes."""

    def ping(self) -> None:
        """Raise `StoreUnavailable` unless the store answers."""

    def explain(
        self, cypher: str, parameters: Mapping[str, Any] | None = None, *, seconds: float
    ) -> Plan:
        """How a statement would be run. It is not run.

        Raises as `read` does, and `StoreBusy` while the server cannot stop one that was to end.
        """

    def browse(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        seconds: float,
        rows: int,
    ) -> Table:
        """At most `rows` rows of a reading statement, with whole nodes and relationships.

        Raises as `read` does.
        """

    def close(self) -> None:
        """Let go of the store; closing twice does no harm."""
