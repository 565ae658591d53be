"""The version of a stored graph: said once, kept by all that writes, asked by all that reads."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from pydantic import SecretStr

from app.cli.common import opened
from app.main import create_app
from app.settings import Settings
from graph.checking import check
from graph.model import Judgement
from graph.moving import dump, migrate, migrations
from graph.store import Store, StoreError
from graph.store.base import Counters, Row, Transaction
from graph.versions import prepare, require, stored_version
from graph.vocabulary import SCHEMA
from graph.writing import judge, remove_documents, write_documents
from tests.conformance.small_graph import readings

OLDER_IDENTIFIERS = (
    "MATCH (i:Identifier) WHERE i.id = i.entity DETACH DELETE i",
    "MATCH (i:Identifier) SET i.ties = null, i.keys = null, i.reference = null, "
    "i.mentions = null, i.uses = null",
)

NO_GRAPH_NODE = "MATCH (g:Graph) DETACH DELETE g"


def test_preparing_an_empty_store_says_the_version_once(store: Store) -> None:
    assert stored_version(store) == (2, None)
    rows = store.read(
        "MATCH (g:Graph) RETURN g.id AS id, g.name AS name, g.schema_version AS version"
    )
    assert rows == [{"id": "graph", "name": "cybercoop", "version": 2}]
    before = store.written
    prepare(store)
    assert store.written - before == Counters()


def _run(store: Store, *statements: str) -> None:
    def work(tx: Transaction) -> None:
        for statement in statements:
            tx.run(statement)

    store.write(work)


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            NO_GRAPH_NODE,
            "the graph is of schema version 1, older than 2; run `cybercoop migrate`",
        ),
        (
            "MATCH (g:Graph) SET g.schema_version = 3",
            "the graph is of schema version 3, newer than 2; install a newer cybercoop",
        ),
        (
            "MATCH (g:Graph) SET g += {unfinished: 'copy', schema_version: null}",
            "the graph is not whole, since a copy into it was not finished; "
            "run `cybercoop copy` again",
        ),
    ],
)
def test_nothing_reads_or_writes_a_graph_of_another_version(
    store: Store, statement: str, message: str, request: pytest.FixtureRequest
) -> None:
    write_documents(store, readings()[:2])
    _run(store, statement)
    store.flush()
    message = f"{store.url}: {message}"
    nodes = store.read("MATCH (n) RETURN count(n) AS nodes")
    for door in (require, prepare, lambda s: list(dump(s))):
        with pytest.raises(StoreError) as raised:
            door(store)
        assert str(raised.value) == message
    with pytest.raises(StoreError):
        write_documents(store, readings())
    with pytest.raises(StoreError):
        remove_documents(store, [readings()[0].document.id])
    assert store.read("MATCH (n) RETURN count(n) AS nodes") == nodes
    url = store.url
    if not url.startswith("embedded:"):
        url = request.getfixturevalue("neo4j_server").url
    with pytest.raises(StoreError) as raised, opened(url):
        pass
    assert str(raised.value) == message
    _assert_served_as_unavailable(url, message)


def _assert_served_as_unavailable(url: str, message: str) -> None:
    service = create_app(Settings(store=SecretStr(url), _env_file=None))

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=service)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.get("/readyz")

    answer = asyncio.run(ask())
    service.state.store.close()
    assert (answer.status_code, answer.json()["detail"]) == (503, message)


def test_a_graph_of_the_first_version_becomes_what_loading_it_now_gives(store: Store) -> None:
    _judged(store)
    wanted = list(dump(store))
    _run(store, *OLDER_IDENTIFIERS, NO_GRAPH_NODE)
    assert migrate(store) == [2]
    assert list(dump(store)) == wanted
    assert list(check(store)) == []
    before = store.written
    assert migrate(store) == []
    assert (store.written - before).total == 0


def test_a_migration_that_was_interrupted_is_run_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    _judged(store)
    wanted = list(dump(store))
    _run(store, *OLDER_IDENTIFIERS, NO_GRAPH_NODE)
    put, batches = migrations._put, []

    def interrupted(tx: Transaction, rows: list[Row]) -> None:
        batches.append(rows)
        if len(batches) == 3:
            raise KeyboardInterrupt
        put(tx, rows)

    monkeypatch.setattr(migrations, "ENTITIES", migrations.ENTITIES.replace("LIMIT 200", "LIMIT 4"))
    monkeypatch.setattr(migrations, "_put", interrupted)
    with pytest.raises(KeyboardInterrupt):
        migrate(store)
    with pytest.raises(StoreError, match="of schema version 1, older than 2"):
        prepare(store)
    monkeypatch.undo()
    assert migrate(store) == [2]
    assert list(dump(store)) == wanted


def test_there_is_a_way_from_every_version_and_none_from_what_is_not_there(store: Store) -> None:
    assert list(migrations.MIGRATIONS) == list(range(1, SCHEMA.version))
    _run(store, NO_GRAPH_NODE)
    with pytest.raises(StoreError, match="no graph there yet"):
        migrate(store)


def _judged(store: Store) -> None:
    """The small graph, with two people that were judged one and documents of every sort."""
    write_documents(store, readings())
    judge(store, Judgement("person:noor", "person:clerk", "same", "me", "2026-01-01", "one man"))


def test_a_loader_that_begins_while_another_looks_is_no_older_graph(store: Store) -> None:
    _run(store, NO_GRAPH_NODE)
    read, patch = store.read, pytest.MonkeyPatch()

    def another_begins(statement: str) -> list[Row]:
        """Answers, and only then lets another loader write its first documents."""
        rows = read(statement)
        patch.undo()
        prepare(store)
        write_documents(store, readings()[:2])
        return rows

    patch.setattr(store, "read", another_begins)
    require(store)
    assert stored_version(store) == (2, None)
