"""The embedded store: a KGLite graph in one file.

One process at a time may write; KGLite holds a lease for it. Readers see what was last
flushed: they open the file without the lease and open it again when it has changed, so a
server goes on answering during a load and shows its outcome at the next request.
"""

from __future__ import annotations

import threading
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import kglite

from graph.schema import Schema
from graph.store.base import (
    Row,
    StoreBusy,
    StoreError,
    StoreQueryError,
    StoreTimeout,
    StoreUnavailable,
    Transaction,
)
from graph.store.ddl import statements

T = TypeVar("T")

CONFLICT_TRIES = 5


class EmbeddedStore:
    """A graph in a file, in this process."""

    def __init__(self, path: Path, *, writable: bool = False) -> None:
        """Open the graph at `path`; it is created at the first write.

        Raises `StoreBusy` where `writable` and another process writes.
        """
        kglite.set_query_warning_policy("silent")
        self._path = path
        self._writable = writable
        self._lock = threading.Lock()
        self._seen: tuple[int, int, int] | None = None
        self._session: kglite.Session | None = self._open_writer() if writable else None

    @property
    def url(self) -> str:
        """`embedded:` and the path."""
        return f"embedded:{self._path}"

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        seconds: float | None = None,
    ) -> list[Row]:
        """Run one reading statement on the newest state there is."""
        timeout = None if seconds is None else max(1, int(seconds * 1000))
        return _rows(self._current().cypher, cypher, parameters, timeout_ms=timeout)

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in one transaction, which is one frame of the write-ahead log."""
        if not self._writable:
            raise StoreError(f"{self.url} was opened for reading only; open it writable to load")
        for _ in range(CONFLICT_TRIES):
            try:
                with self._current().begin() as transaction:
                    return work(_EmbeddedTransaction(transaction))
            except kglite.TransactionConflictError:
                continue
            except kglite.FileError as error:
                raise StoreError(f"{self.url}: cannot write: {error}") from error
        raise StoreBusy(f"{self.url}: another thread keeps writing; try again")

    def define(self, schema: Schema) -> None:
        """Create the constraints and indexes of `schema` where they are missing."""
        session = self._current()
        for statement in statements(schema):
            _rows(session.execute, statement)

    def flush(self) -> None:
        """Write a checkpoint, which is what readers see."""
        if self._writable and self._session is not None:
            try:
                self._session.save()
            except kglite.FileError as error:
                raise StoreError(f"{self.url}: cannot write: {error}") from error

    def ping(self) -> None:
        """Raise `StoreUnavailable` unless there is a graph that can be read."""
        self._current()

    def close(self) -> None:
        """Let go of the file; a writer leaves a checkpoint behind."""
        if self._session is not None and self._writable:
            self._session.close()
        self._session = None

    def _current(self) -> kglite.Session:
        if not self._writable:
            self._follow()
        if self._session is None:
            raise StoreUnavailable(f"{self.url} is closed")
        return self._session

    def _open_writer(self) -> kglite.Session:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return kglite.open_session(str(self._path), durable="full")
        except kglite.WriterLeaseHeldError as error:
            raise StoreBusy(
                f"{self.url} is being written by another process; wait until it is done ({error})"
            ) from error
        except (kglite.KgError, OSError) as error:
            raise StoreUnavailable(f"{self.url} cannot be opened for writing: {error}") from error

    def _follow(self) -> None:
        """Open the file anew where it has changed since it was last opened."""
        try:
            status = self._path.stat()
        except OSError as error:
            raise StoreUnavailable(
                f"{self.url}: no graph there yet; load documents with `cybercoop load`"
            ) from error
        state = (status.st_ino, status.st_mtime_ns, status.st_size)
        if state == self._seen:
            return
        with self._lock:
            if state == self._seen:
                return
            try:
                with warnings.catch_warnings():
                    # A loader at work has commits that are not flushed yet: not ours to see.
                    warnings.simplefilter("ignore")
                    self._session = kglite.open_session(str(self._path))
            except (kglite.KgError, OSError) as error:
                raise StoreUnavailable(
                    f"{self.url} cannot be read: {error}; restore it, or load it anew"
                ) from error
            self._seen = state


class _EmbeddedTransaction:
    def __init__(self, transaction: kglite.SessionTransaction) -> None:
        self._transaction = transaction

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        return _rows(self._transaction.cypher, cypher, parameters)


def _rows(
    run: Callable[..., Any],
    cypher: str,
    parameters: Mapping[str, Any] | None = None,
    **options: Any,
) -> list[Row]:
    try:
        return list(run(cypher, params=dict(parameters or {}), **options))
    except kglite.CypherTimeoutError as error:
        raise StoreTimeout(f"the query took too long: {error}") from error
    except (kglite.CypherError, kglite.SchemaError, kglite.ReadOnlyError) as error:
        raise StoreQueryError(str(error)) from error
