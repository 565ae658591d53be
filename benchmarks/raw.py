"""The bare stores, used as a careful user would: statements with rows, a transaction a batch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import kglite
import neo4j

from benchmarks.stores import Place
from graph.schema import Schema
from graph.store.ddl import statements

BATCH = 10_000
"""Rows of one statement and transaction."""

Rows = list[dict[str, Any]]


class Bare(Protocol):
    """A store without anything of ours."""

    def run(self, statement: str, rows: Rows | None = None) -> None:
        """Run a statement, with `$rows` if any, in a transaction of its own."""

    def finish(self) -> None:
        """Make what was written safe, and wait until it is."""


class _Neo4j:
    def __init__(self, driver: neo4j.Driver) -> None:
        self._driver = driver

    def run(self, statement: str, rows: Rows | None = None) -> None:
        self._driver.execute_query(statement, {"rows": rows})

    def finish(self) -> None:
        """Nothing is left to do after the commits."""


class _Kglite:
    def __init__(self, session: kglite.Session) -> None:
        self._session = session

    def run(self, statement: str, rows: Rows | None = None) -> None:
        self._session.execute(statement, params={"rows": rows})

    def finish(self) -> None:
        self._session.save()


@contextmanager
def bare(place: Place) -> Iterator[Bare]:
    """The store at a place, opened with nothing but its own package."""
    if place.server:
        auth = (place.server.user, place.server.password)
        with neo4j.GraphDatabase.driver(place.server.bolt, auth=auth) as driver:
            yield _Neo4j(driver)
        return
    path = Path(place.url.removeprefix("embedded:"))
    path.parent.mkdir(parents=True, exist_ok=True)
    session = kglite.open_session(str(path), durable="full")
    try:
        yield _Kglite(session)
    finally:
        session.close()


def define(store: Bare, schema: Schema) -> None:
    """The constraints and indexes that our graph has."""
    for statement in statements(schema):
        store.run(statement)


def write(store: Bare, statement: str, rows: Rows) -> None:
    """Run a statement over rows, batch by batch."""
    for start in range(0, len(rows), BATCH):
        store.run(statement, rows[start : start + BATCH])
