"""The Neo4j store, by the official driver."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
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
from neo4j.time import Date, DateTime, Duration, Time

from graph.schema import Schema
from graph.store.base import (
    Row,
    StoreError,
    StoreQueryError,
    StoreTimeout,
    StoreUnavailable,
    Transaction,
)
from graph.store.ddl import statements

T = TypeVar("T")

CONNECT_SECONDS = 5.0

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
        self._driver = neo4j.GraphDatabase.driver(
            address,
            auth=(user, password),
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=2 * CONNECT_SECONDS,
            max_transaction_retry_time=CONNECT_SECONDS,
            notifications_min_severity="OFF",
        )

    @property
    def url(self) -> str:
        """The address, with the database where one was named."""
        return f"{self._address}/{self._database}" if self._database else self._address

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        seconds: float | None = None,
    ) -> list[Row]:
        """Run one statement in a session in read mode; a server that is down fails at once."""

        def work(session: neo4j.Session) -> list[Row]:
            try:
                return _rows_once(session, cypher, parameters, seconds)
            except (ServiceUnavailable, SessionExpired):
                # A pooled connection may be stale; a server that is down refuses at once again.
                return _rows_once(session, cypher, parameters, seconds)

        return self._in_session(work, neo4j.READ_ACCESS)

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in one transaction; the driver tries again after a transient error."""
        return self._in_session(
            lambda s: s.execute_write(lambda t: work(_Neo4jTransaction(t))), neo4j.WRITE_ACCESS
        )

    def define(self, schema: Schema) -> None:
        """Create the constraints and indexes of `schema` where they are missing."""

        def work(session: neo4j.Session) -> None:
            for statement in statements(schema):
                session.run(statement).consume()
            session.run("CALL db.awaitIndexes(60)").consume()

        self._in_session(work, neo4j.WRITE_ACCESS)

    def flush(self) -> None:
        """Nothing to do: a commit is visible to everybody."""

    def ping(self) -> None:
        """Raise `StoreUnavailable` unless the server answers."""
        self.read("RETURN 1 AS one", seconds=CONNECT_SECONDS)

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def _in_session(self, work: Callable[[neo4j.Session], T], access: str) -> T:
        try:
            with self._driver.session(
                database=self._database, default_access_mode=access
            ) as session:
                return work(session)
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
            raise StoreError(f"{self.url}: {error.message}") from error


class _Neo4jTransaction:
    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]:
        return _rows(self._transaction, cypher, parameters)


def _rows_once(
    session: neo4j.Session,
    cypher: str,
    parameters: Mapping[str, Any] | None,
    seconds: float | None,
) -> list[Row]:
    with session.begin_transaction(timeout=seconds) as transaction:
        return _rows(transaction, cypher, parameters)


def _rows(
    transaction: neo4j.ManagedTransaction | neo4j.Transaction,
    cypher: str,
    parameters: Mapping[str, Any] | None,
) -> list[Row]:
    result = transaction.run(cypher, dict(parameters or {}))
    return [{k: _plain(v) for k, v in record.data().items()} for record in result]


def _plain(value: Any) -> Any:
    """A driver's value as JSON knows it: dates and durations as ISO 8601 text."""
    if isinstance(value, Date | DateTime | Time):
        return value.iso_format()
    if isinstance(value, Duration):
        return value.iso_format()
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return value
