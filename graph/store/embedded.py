"""The embedded store: a KGLite graph in one file.

One process at a time may write; KGLite holds a lease for it. Readers see what was last
flushed: they open the file without the lease and open it again when it has changed, so a
server goes on answering during a load and shows its outcome at the next request.
"""

from __future__ import annotations

import os
import re
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import kglite

from graph.schema import Schema
from graph.store.base import (
    Counters,
    Plan,
    Row,
    StoreBusy,
    StoreError,
    StoreQueryError,
    StoreTimeout,
    StoreUnavailable,
    Table,
    Transaction,
)
from graph.store.ddl import statements
from graph.store.embedded_values import shown

T = TypeVar("T")

HOLDER = re.compile(r"\bpid (\d+)")
"""Who holds the writer's lease, in KGLite's words."""

REFUSED = (
    kglite.ArgumentError,
    kglite.ConstraintError,
    kglite.CypherError,
    kglite.ExprError,
    kglite.SchemaError,
    kglite.ValidationError,
)
"""What KGLite raises for a statement that it does not take."""


class EmbeddedStore:
    """A graph in a file, in this process."""

    def __init__(self, path: Path, *, writable: bool = False) -> None:
        """Open the graph at `path`; it is created at the first write.

        Raises `StoreBusy` where `writable` and another process writes.
        """
        kglite.set_query_warning_policy("silent")
        self._path = path
        self._writable = writable
        self._closed = False
        self._opening = threading.Lock()
        self._writing = threading.Lock()
        self._seen: tuple[int, int, int] | None = None
        self._written = Counters()
        self._commits = 0
        self._session: kglite.Session | None = self._open_writer() if writable else None

    @property
    def url(self) -> str:
        """`embedded:` and the path."""
        return f"embedded:{self._path}"

    @property
    def written(self) -> Counters:
        """What was written through this object."""
        return self._written

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        seconds: float | None = None,
    ) -> list[Row]:
        """Run one reading statement on the newest state there is."""
        timeout = None if seconds is None else max(1, int(seconds * 1000))
        return _run(self._current().cypher, cypher, parameters, timeout_ms=timeout)[0]

    def state(self) -> str:
        """A reader's is that of the file, a writer's the number of its commits."""
        self._current()
        return f"{self._seen} {self._commits}"

    def at_hand(self) -> bool:
        """Unless the file has changed, which is then opened anew by the next read."""
        try:
            return self._writable or self._state_of_file() == self._seen
        except OSError:
            return False

    @contextmanager
    def snapshot(self, lock: str) -> Iterator[Transaction]:
        """Read the newest state there is; nothing is locked, as what comes later is not seen."""
        yield _EmbeddedTransaction(self._current().snapshot().cypher)

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in one transaction, which is one frame of the write-ahead log.

        Threads that write at once do so one after another: KGLite refuses all but the first.
        """
        if not self._writable:
            raise StoreError(f"{self.url} was opened for reading only; open it writable to load")
        with self._writing, self._in_words():
            with self._current().begin() as transaction:
                own = _EmbeddedTransaction(transaction.cypher)
                result = work(own)
            self._written += own.written
            self._commits += 1
        return result

    def define(self, schema: Schema) -> None:
        """Create the constraints and indexes of `schema` where they are missing."""
        with self._writing, self._in_words():
            session = self._current()
            for statement in statements(schema):
                self._written += _run(session.execute, statement)[1]

    def flush(self) -> None:
        """Write a checkpoint, which is what readers see."""
        if self._writable and self._session is not None:
            with self._in_words():
                self._session.save()

    def ping(self) -> None:
        """Raise `StoreUnavailable` unless there is a graph that can be read."""
        self._current()

    def explain(
        self, cypher: str, parameters: Mapping[str, Any] | None = None, *, seconds: float
    ) -> Plan:
        """The steps that KGLite names; this door refuses what writes."""
        steps = self.read(f"EXPLAIN {cypher}", parameters, seconds=seconds)
        return Plan(reads=True, operators=tuple(step["operation"] for step in steps))

    def browse(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        seconds: float,
        rows: int,
    ) -> Table:
        """At most `rows` rows on the newest state there is."""
        timeout = max(1, int(seconds * 1000))
        session, values = self._current(), dict(parameters or {})
        with _in_words():
            found = session.cypher(cypher, params=values, timeout_ms=timeout, row_limit=rows)
            return Table(tuple(found.columns), [shown(row) for row in found])

    def close(self) -> None:
        """Let go of the file; a writer leaves a checkpoint behind."""
        self._closed = True
        session, self._session = self._session, None
        if session is not None and self._writable:
            with self._in_words():
                session.close()

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """Raise KGLite's errors at writing as those of a store."""
        try:
            yield
        except kglite.FileIoError as error:
            raise StoreError(
                f"{self.url}: cannot write: {error}; "
                "free space on the disk and start again; what was committed stays"
            ) from error
        except kglite.KgError as error:
            raise StoreError(f"{self.url}: cannot write: {error}") from error

    def _current(self) -> kglite.Session:
        if not self._writable and not self._closed:
            self._follow()
        if self._session is None:
            raise StoreUnavailable(f"{self.url} is closed")
        return self._session

    def _open_writer(self) -> kglite.Session:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return kglite.open_session(str(self._path), durable="full")
        except kglite.WriterLeaseHeldError as error:
            holder = HOLDER.search(str(error))
            who = f"process {holder[1]}" if holder else "another process"
            raise StoreBusy(f"{self.url} is being written by {who}; wait until it ends") from error
        except (kglite.KgError, OSError) as error:
            raise StoreUnavailable(
                f"{self.url} cannot be opened for writing: {error}; "
                "check the path and the permissions of its folder"
            ) from error

    def _state_of_file(self) -> tuple[int, int, int]:
        status = os.stat(self._path)
        return status.st_ino, status.st_mtime_ns, status.st_size

    def _follow(self) -> None:
        """Open the file anew where it has changed since it was last opened."""
        try:
            state = self._state_of_file()
        except OSError as error:
            raise StoreUnavailable(
                f"{self.url}: no graph there yet; load documents with `cybercoop load`"
            ) from error
        if state == self._seen:
            return
        with self._opening:
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
    def __init__(self, cypher: Callable[..., Any]) -> None:
        self._cypher = cypher
        self.written = Counters()

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        rows, written = _run(self._cypher, cypher, parameters)
        self.written += written
        return rows


def _run(
    run: Callable[..., Any],
    cypher: str,
    parameters: Mapping[str, Any] | None = None,
    **options: Any,
) -> tuple[list[Row], Counters]:
    with _in_words():
        result = run(cypher, params=dict(parameters or {}), **options)
        return list(result), _counters(result.stats)


@contextmanager
def _in_words() -> Iterator[None]:
    """Raise KGLite's errors about a query as those of a store."""
    try:
        yield
    except (TypeError, ValueError, OverflowError) as error:
        raise StoreQueryError(f"a parameter is no value for a graph: {error}") from error
    except kglite.CypherTimeoutError as error:
        raise StoreTimeout(f"the query took too long; narrow it ({error})") from error
    except REFUSED as error:
        raise StoreQueryError(str(error)) from error


def _counters(counted: Mapping[str, int] | None) -> Counters:
    if counted is None:
        return Counters()
    return Counters(
        nodes_created=counted["nodes_created"],
        nodes_deleted=counted["nodes_deleted"],
        relationships_created=counted["relationships_created"],
        relationships_deleted=counted["relationships_deleted"],
        # It counts labels as properties.
        properties=counted["properties_set"] + counted["properties_removed"],
        definitions=counted["indexes_added"] + counted["constraints_added"],
    )
