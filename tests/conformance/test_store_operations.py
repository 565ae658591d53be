"""Every operation of a store, alike on both: transactions, limits, errors, closing."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.store import (
    Counters,
    Store,
    StoreError,
    StoreQueryError,
    StoreTimeout,
    StoreUnavailable,
    Transaction,
    open_store,
)
from graph.vocabulary import SCHEMA
from graph.writing import queries

COUNT = "MATCH (n:Entity) RETURN count(n) AS count"
PUT = "UNWIND $ids AS id MERGE (n:Entity {id: id}) SET n.name = id"


def put(store: Store, *ids: str) -> None:
    store.write(lambda tx: tx.run(PUT, {"ids": list(ids)}))


def count(store: Store) -> int:
    return int(store.read(COUNT)[0]["count"])


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("MATCH (n RETURN n", "RETURN"),
        ("", "(?i)empty query|end of input"),
        ("RETURN nonsense(1) AS x", "(?i)unknown function.*nonsense"),
        ("RETURN nobody AS x", "nobody"),
        ("RETURN $missing AS x", "missing"),
        ("RETURN 1 / 0 AS x", "(?i)zero"),
        ("RETURN 1 AS a, 2 AS a", "same name"),
        ("CREATE (n:Entity {id: 'a'})", "(?i)read-only|read access"),
        ("MATCH (n) DETACH DELETE n", "(?i)read-only|read access"),
        ("RETURN 1 AS a; CREATE (n:Entity {id: 'a'})", "(?i)read-only|one statement"),
    ],
)
def test_a_query_that_cannot_be_is_refused_in_words(store: Store, query: str, message: str) -> None:
    with pytest.raises(StoreQueryError, match=message):
        store.read(query)
    assert count(store) == 0


def test_an_id_is_given_once(store: Store) -> None:
    put(store, "a")
    with pytest.raises(StoreQueryError, match="already exists"):
        store.write(lambda tx: tx.run("CREATE (n:Entity {id: 'a'})"))
    assert count(store) == 1


def test_a_transaction_sees_itself_and_nobody_else_does(store: Store) -> None:
    seen: list[int] = []

    def work(tx: Transaction) -> str:
        tx.run(PUT, {"ids": ["a", "b"]})
        reader = threading.Thread(target=lambda: seen.append(count(store)))
        reader.start()
        reader.join()
        seen.append(tx.run(COUNT)[0]["count"])
        return "what the work gives"

    assert store.write(work) == "what the work gives"
    assert [*seen, count(store)] == [0, 2, 2]


class _Stop(Exception):
    pass


def _stops(tx: Transaction) -> None:
    raise _Stop


def _fails(tx: Transaction) -> None:
    tx.run("MATCH (n RETURN n")


def _violates(tx: Transaction) -> None:
    tx.run("CREATE (n:Entity {id: 'old'})")


@pytest.mark.parametrize("end", [_stops, _fails, _violates])
def test_work_that_fails_is_undone(store: Store, end: Callable[[Transaction], None]) -> None:
    store.write(lambda tx: tx.run("MERGE (n:Entity {id: 'old'}) SET n.x = 1"))
    before = store.written

    def work(tx: Transaction) -> None:
        tx.run(PUT, {"ids": ["a", "b"]})
        tx.run("MATCH (n:Entity {id: 'old'}) SET n.x = 2, n:Country")
        tx.run("MATCH (n:Entity {id: 'b'}) DETACH DELETE n")
        end(tx)

    with pytest.raises((_Stop, StoreQueryError)):
        store.write(work)
    rows = store.read("MATCH (n:Entity) RETURN n.id AS id, n.x AS x, n:Country AS country")
    assert rows == [{"id": "old", "x": 1, "country": False}]
    assert store.written == before
    put(store, "after")
    assert count(store) == 2


def test_the_store_counts_what_is_committed(store: Store) -> None:
    before = store.written
    put(store, "a", "b")
    store.write(
        lambda tx: tx.run(
            "MATCH (a:Entity {id: 'a'}) MATCH (b:Entity {id: 'b'}) CREATE (a)-[:ASSISTS]->(b)"
        )
    )
    made = store.written - before
    assert (made.nodes_created, made.relationships_created) == (2, 1)
    assert made.properties >= 2
    store.read("MATCH (n) RETURN count(n) AS count")
    store.write(lambda tx: tx.run("MATCH (n:Entity {id: 'nobody'}) SET n.x = 1"))
    assert store.written - before == made
    store.write(lambda tx: tx.run("MATCH (n:Entity) SET n:Country, n.x = 1 REMOVE n:Country"))
    store.write(lambda tx: tx.run("MATCH (n:Entity) DETACH DELETE n"))
    gone = store.written - before - made
    assert (gone.nodes_deleted, gone.relationships_deleted) == (2, 1)
    assert gone.properties >= 4


def test_what_is_defined_is_defined_once(store: Store) -> None:
    before = store.written
    store.define(SCHEMA)
    store.define(SCHEMA)
    assert store.written - before == Counters()


def test_threads_that_write_at_once_all_come_through(store: Store) -> None:
    before = store.written
    errors: list[StoreError] = []

    def go(number: int) -> None:
        try:
            for turn in range(5):
                put(store, f"{number}.{turn}")
        except StoreError as error:
            errors.append(error)

    threads = [threading.Thread(target=go, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert count(store) == 20
    assert (store.written - before).nodes_created == 20


def test_a_query_past_its_time_is_stopped_and_the_store_goes_on(store: Store) -> None:
    slow = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS s"
    start = time.monotonic()
    with pytest.raises(StoreTimeout, match="took too long; narrow it"):
        store.read(slow, seconds=0.5)
    assert time.monotonic() - start < 5
    if store.url.startswith("embedded:"):
        spent = time.process_time()
        time.sleep(0.5)
        assert time.process_time() - spent < 0.25
    else:
        running = store.read("SHOW TRANSACTIONS YIELD currentQuery AS query RETURN query")
        assert [row for row in running if row["query"].startswith("UNWIND range")] == []
    assert store.read("RETURN 1 AS one", seconds=5) == [{"one": 1}]


def test_a_snapshot_shows_one_state_while_others_write(store: Store) -> None:
    put(store, "a")

    def another(tx: Transaction) -> None:
        tx.run(queries.LOCK)
        tx.run(PUT, {"ids": ["b"]})

    writer = threading.Thread(target=lambda: store.write(another))
    with store.snapshot(queries.LOCK) as reading:
        assert reading.run(COUNT) == [{"count": 1}]
        writer.start()
        writer.join(0.5)
        assert reading.run(COUNT) == [{"count": 1}]
    writer.join()
    assert count(store) == 2


def test_the_state_differs_when_something_was_written_and_only_then(store: Store) -> None:
    before = store.state()
    count(store)
    assert store.state() == before
    put(store, "a")
    after = store.state()
    assert after != before
    assert (count(store), store.state()) == (1, after)


def test_what_is_flushed_is_seen_by_those_who_opened_before(store: Store) -> None:
    store.flush()
    # Neo4j asks every client for its password, and has nothing to open anew.
    reader = open_store(store.url) if store.url.startswith("embedded:") else store
    assert count(reader) == 0
    put(store, "a", "b")
    store.flush()
    assert count(reader) == 2
    reader.ping()
    if reader is not store:
        with pytest.raises(StoreError, match="was opened for reading only; open it writable"):
            put(reader, "c")
        reader.close()
        put(store, "d")
        store.flush()
        with pytest.raises(StoreUnavailable, match="is closed"):
            count(reader)


def test_a_graph_in_a_file_is_at_hand_until_another_process_changes_it(tmp_path: Path) -> None:
    url = f"embedded:{tmp_path / 'graph.kgl'}"
    reader = open_store(url)
    assert not reader.at_hand()
    for id_ in ("a", "b"):
        writer = open_store(url, writable=True)
        put(writer, id_)
        assert writer.at_hand()
        writer.close()
        assert not reader.at_hand()
        reader.ping()
        assert reader.at_hand()
    reader.close()


def test_a_closed_store_says_so(store: Store) -> None:
    put(store, "a")
    store.close()
    store.close()
    for call in (
        lambda: store.read(COUNT),
        lambda: put(store, "b"),
        lambda: store.define(SCHEMA),
        lambda: store.ping(),
        lambda: store.snapshot(queries.LOCK).__enter__(),
    ):
        with pytest.raises(StoreUnavailable, match="is closed"):
            call()


def test_where_nothing_answers_is_said_at_once(tmp_path: Path) -> None:
    broken = tmp_path / "broken.kgl"
    broken.write_bytes(b"this is no graph")
    for url, message in (
        ("neo4j://neo4j:x@127.0.0.1:9", "127.0.0.1:9 does not answer; start Neo4j there"),
        (f"embedded:{tmp_path / 'none.kgl'}", "no graph there yet; load documents with"),
        (f"embedded:{broken}", "broken.kgl cannot be read: .*; restore it, or load it anew"),
    ):
        absent = open_store(url)
        start = time.monotonic()
        for call in (absent.ping, lambda s=absent: count(s)):
            with pytest.raises(StoreUnavailable, match=message):
                call()
        assert time.monotonic() - start < 5
        absent.close()


def test_a_wrong_password_is_no_server_that_is_down(empty_neo4j_store_url: str) -> None:
    scheme, _, host = empty_neo4j_store_url.partition("@")
    refused = open_store(f"{scheme.rpartition(':')[0]}:wrong@{host}")
    with pytest.raises(StoreUnavailable, match="refuses the user or the password; check"):
        refused.ping()
    refused.close()
