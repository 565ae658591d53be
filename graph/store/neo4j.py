"""The Neo4j store, by the official driver."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import (
    AuthError,
    ClientError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

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
from graph.store.neo4j_values import operators, plain, shown

T = TypeVar("T")

CONNECT_SECONDS = 5.0

RETRY_SECONDS = 30.0
"""How long a transaction is tried again after a transient error, as the driver does by default.

Time counts from the first failure on. A writer that waits for another to end is no failure.
"""

RACED = {
    "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists",
    "Neo.ClientError.Schema.ConstraintAlreadyExists",
    "Neo.ClientError.Schema.IndexAlreadyExists",
    "Neo.ClientError.Schema.ConstraintWithNameAlreadyExists",
    "Neo.ClientError.Schema.IndexWithNameAlreadyExists",
}
"""What a definition is answered where another process makes the same at the same moment."""

MARK = {"cybercoop": "browse"}
"""What transactions of `explain` and `browse` are marked with on the server."""

STOPPING = """
SHOW TRANSACTIONS YIELD transactionId, metaData, status
WHERE metaData = $mark AND status STARTS WITH 'Terminated'
RETURN transactionId
"""
"""Those of them that were ended and do not stop: a server cannot stop within an expression."""

FAILED = (
    "{url}: the server has failed, and its disk may be full: {reason} Free space, start the server "
    "again and then this; what was committed stays"
)

# What goes wrong is raised; the driver's warnings about it would reach stderr beside that.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Neo4jStore:
    """A database of a Neo4j server, 5.26 or later."""

    def __init__(
        self, address: str, *, user: str, password: str, database: str | None = None
    ) -> None:
        """The server at `address` (`neo4j://host:port`); not connected to before first use."""
        self._address = address
        self._database = database
        self._closed = False
        self._lock = threading.Lock()
        self._written = Counters()
        self._driver = neo4j.GraphDatabase.driver(
            address,
            auth=(user, password),
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=2 * CONNECT_SECONDS,
            max_transaction_retry_time=RETRY_SECONDS,
            notifications_min_severity="OFF",
        )

    @property
    def url(self) -> str:
        """The address, with the database where one was named."""
        return f"{self._address}/{self._database}" if self._database else self._address

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
        """Run one statement in a session in read mode; a server that is down fails at once."""

        return self._in_session(
            lambda session: _rows(session, cypher, parameters, seconds), neo4j.READ_ACCESS
        )

    def state(self) -> str:
        """The bookmark of a read: the server's newest transaction that is committed."""

        def work(session: neo4j.Session) -> str:
            _rows(session, "RETURN 1 AS one", None, CONNECT_SECONDS)
            return " ".join(sorted(session.last_bookmarks().raw_values))

        return self._in_session(work, neo4j.READ_ACCESS)

    def at_hand(self) -> bool:
        """Never: it is on the server."""
        return False

    @contextmanager
    def snapshot(self, lock: str) -> Iterator[Transaction]:
        """Read in one transaction that holds the writers' lock and is rolled back."""
        with self._in_words():
            session = self._session(neo4j.WRITE_ACCESS)
        try:
            with self._in_words():
                transaction = session.begin_transaction()
            snapshot = _Snapshot(transaction, self._in_words)
            snapshot.run(lock)
            yield snapshot
        finally:
            session.close()

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in one transaction; the driver tries again after a transient error."""

        def counted(transaction: neo4j.ManagedTransaction) -> tuple[T, Counters]:
            own = _Neo4jTransaction(transaction)
            return work(own), own.written

        result, written = self._in_session(lambda s: s.execute_write(counted), neo4j.WRITE_ACCESS)
        with self._lock:
            self._written += written
        return result

    def define(self, schema: Schema) -> None:
        """Create the constraints and indexes of `schema` where they are missing."""
        self.ping()
        for statement in statements(schema):
            try:
                self.write(_running(statement))
            except StoreQueryError as error:
                if not (isinstance(error.__cause__, ClientError) and error.__cause__.code in RACED):
                    raise
        self.read("CALL db.awaitIndexes(60)")

    def flush(self) -> None:
        """Nothing to do: a commit is visible to everybody."""

    def ping(self) -> None:
        """Raise `StoreUnavailable` unless the server answers."""
        self.read("RETURN 1 AS one", seconds=CONNECT_SECONDS)

    def explain(
        self, cypher: str, parameters: Mapping[str, Any] | None = None, *, seconds: float
    ) -> Plan:
        """The server's plan, with all its operators."""
        if self.read(STOPPING, {"mark": MARK}, seconds=CONNECT_SECONDS):
            raise StoreBusy(f"{self.url} is still stopping an earlier query; wait until it has")
        run = neo4j.Query(f"EXPLAIN {cypher}", metadata=MARK, timeout=seconds)

        def work(session: neo4j.Session) -> Plan:
            summary = session.run(run, dict(parameters or {})).consume()
            return Plan(summary.query_type == "r", tuple(operators(summary.plan or {})))

        return self._in_session(work, neo4j.READ_ACCESS)

    def browse(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        seconds: float,
        rows: int,
    ) -> Table:
        """At most `rows` rows, fetched and no more; the transaction is rolled back."""

        def work(session: neo4j.Session) -> Table:
            with session.begin_transaction(MARK, seconds) as transaction:
                found = transaction.run(cypher, dict(parameters or {}))
                columns = tuple(found.keys())
                return Table(columns, [shown(columns, r) for r in found.fetch(rows)])

        return self._in_session(work, neo4j.READ_ACCESS)

    def close(self) -> None:
        """Close the connections."""
        self._closed = True
        self._driver.close()

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(database=self._database, default_access_mode=access)

    def _in_session(self, work: Callable[[neo4j.Session], T], access: str) -> T:
        with self._in_words(), self._session(access) as session:
            return work(session)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """Raise the driver's errors as those of a store."""
        if self._closed:
            raise StoreUnavailable(f"{self.url} is closed")
        try:
            yield
        except AuthError as error:
            raise StoreUnavailable(
                f"{self.url} refuses the user or the password; check CYBERCOOP_STORE"
            ) from error
        except ClientError as error:
            if "TransactionTimedOut" in (error.code or ""):
                raise StoreTimeout("the query took too long; narrow it") from error
            raise StoreQueryError(error.message or str(error)) from error
        except (DriverError, OSError) as error:
            raise StoreUnavailable(
                f"{self.url} does not answer; start Neo4j there, or check CYBERCOOP_STORE"
            ) from error
        except Neo4jError as error:
            if "OutOfMemory" in (error.code or ""):
                raise StoreQueryError("the query needs more memory than it may take") from error
            if (error.code or "").startswith("Neo.DatabaseError"):
                raise StoreError(FAILED.format(url=self.url, reason=error.message)) from error
            raise StoreError(f"{self.url}: {error.message}") from error


def _running(statement: str) -> Callable[[Transaction], list[Row]]:
    return lambda transaction: transaction.run(statement)


class _Neo4jTransaction:
    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction
        self.written = Counters()

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        rows, written = _run(self._transaction.run, cypher, parameters)
        self.written += written
        return rows


class _Snapshot:
    def __init__(
        self,
        transaction: neo4j.Transaction,
        in_words: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._transaction = transaction
        self._in_words = in_words

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        with self._in_words():
            return _run(self._transaction.run, cypher, parameters)[0]


def _rows(
    session: neo4j.Session,
    cypher: str,
    parameters: Mapping[str, Any] | None,
    seconds: float | None,
) -> list[Row]:
    try:
        return _rows_once(session, cypher, parameters, seconds)
    except (ServiceUnavailable, SessionExpired):
        # A pooled connection may be stale; a server that is down refuses at once again.
        return _rows_once(session, cypher, parameters, seconds)


def _rows_once(
    session: neo4j.Session,
    cypher: str,
    parameters: Mapping[str, Any] | None,
    seconds: float | None,
) -> list[Row]:
    # A transaction that the server commits by itself: one way to it and back, and not three.
    return _run(session.run, neo4j.Query(cypher, timeout=seconds), parameters)[0]


def _run(
    run: Callable[..., neo4j.Result],
    cypher: str | neo4j.Query,
    parameters: Mapping[str, Any] | None,
) -> tuple[list[Row], Counters]:
    try:
        result = run(cypher, dict(parameters or {}))
    except (TypeError, ValueError, OverflowError) as error:
        raise StoreQueryError(f"a parameter is no value for a graph: {error}") from error
    columns = result.keys()
    rows = [dict(zip(columns, map(plain, record), strict=True)) for record in result]
    return rows, _counters(result.consume().counters)


def _counters(counted: neo4j.SummaryCounters) -> Counters:
    return Counters(
        nodes_created=counted.nodes_created,
        nodes_deleted=counted.nodes_deleted,
        relationships_created=counted.relationships_created,
        relationships_deleted=counted.relationships_deleted,
        properties=counted.properties_set + counted.labels_added + counted.labels_removed,
        definitions=counted.indexes_added + counted.constraints_added,
    )
