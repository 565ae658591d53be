"""What people may try in Cypher, on both stores: what is refused and why, and what passes.

The graph is the same afterwards to the letter, no file was read, and nobody was called.
"""

from __future__ import annotations

import hashlib
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from graph.store import Store, StoreBusy, StoreError, StoreQueryError, StoreTimeout, open_store
from graph.versions import prepare
from graph.writing import write_documents
from queries.catalog import Question, questions
from queries.errors import BadArgument
from queries.raw import Console, Limits, Refused
from queries.raw.console import Worker
from queries.raw.worker import Job
from tests.conformance.attempts import GOOD, REFUSED, STOPPED
from tests.conformance.small_graph import readings
from tools.neo4j.choice import empty

SECRET = "the-secret-of-this-file"


@dataclass(frozen=True, slots=True)
class Asked:
    url: str
    store: Store
    console: Console
    places: dict[str, Any]
    callers: socket.socket


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def asked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Asked]:
    """A store of either sort with the small graph, a secret file, and a port that listens."""
    folder = tmp_path_factory.mktemp("attempts")
    url = f"embedded:{folder / 'graph.kgl'}"
    if request.param == "neo4j":
        server = request.getfixturevalue("neo4j_server")
        empty(server)
        url = server.url
    store = open_store(url, writable=True)
    prepare(store)
    for reading in readings():
        write_documents(store, [reading])
    store.flush()
    (folder / "secret.csv").write_text(SECRET, encoding="utf-8")
    limits = Limits(seconds=2, rows=50, bytes=200_000, memory=300 << 20, queries=1)
    console = Console(url, limits)
    console.run("MATCH (n) RETURN n LIMIT 1")  # starts what starts at first use
    with socket.create_server(("127.0.0.1", 0)) as callers:
        callers.setblocking(False)
        places = {"file": (folder / "secret.csv").as_uri(), "port": callers.getsockname()[1]}
        yield Asked(url, store, console, places, callers)
    console.close()
    store.close()


@pytest.fixture(scope="module")
def unchanged(asked: Asked) -> Iterator[None]:
    """After all tests of the module: the graph is as before, and nobody has called."""
    before = checksum(asked.store)
    yield
    assert checksum(asked.store) == before
    with pytest.raises(BlockingIOError):
        asked.callers.accept()


def checksum(store: Store) -> tuple[int, int, str]:
    """Nodes, relationships, and a checksum over all there is, the file's bytes included."""
    nodes = store.read("MATCH (n) RETURN labels(n) AS l, properties(n) AS p")
    edges = store.read("MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS t, b.id AS b, r.id AS r")
    whole = [sorted(map(repr, rows)) for rows in (map(_in_order, nodes), edges)]
    scheme, _, path = store.url.partition(":")
    kept = Path(path).read_bytes() if scheme == "embedded" else b""
    digest = hashlib.sha256(repr(whole).encode() + kept).hexdigest()
    return len(nodes), len(edges), digest


def _in_order(row: dict[str, Any]) -> dict[str, Any]:
    return {"l": sorted(row["l"]), "p": sorted(row["p"].items(), key=lambda item: item[0])}


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize(("query", "reason"), [a[1:] for a in REFUSED], ids=[a[0] for a in REFUSED])
def test_an_attempt_is_refused_with_its_reason(asked: Asked, query: str, reason: str) -> None:
    text = query.format(**asked.places) if re.search(r"\{file\}|\{port\}|\{\{", query) else query
    given = {"big": 10**12, "file": asked.places["file"], "properties": {"x": 1}, "label": "X"}
    with pytest.raises(Refused, match=reason) as refused:
        asked.console.run(text, given)
    assert SECRET not in str(refused.value)


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("name", STOPPED)
def test_what_takes_too_much_is_stopped_and_the_next_query_is_answered(
    asked: Asked, name: str
) -> None:
    began = time.monotonic()
    with pytest.raises((StoreTimeout, Refused), match=r"was stopped|than it may take"):
        asked.console.run(STOPPED[name])
    assert time.monotonic() - began < 15
    assert asked.console.run("RETURN 1 AS one").rows == [{"one": 1}]
    if asked.store.url.startswith("neo4j"):
        running = "SHOW TRANSACTIONS YIELD currentQuery, metaData, status RETURN *"
        left = [row for row in asked.store.read(running) if row["metaData"]]
        assert left == []


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize(("query", "parameters", "rows"), GOOD, ids=[g[0][:50] for g in GOOD])
def test_a_good_query_passes(
    asked: Asked, query: str, parameters: dict[str, Any], rows: int
) -> None:
    answer = asked.console.run(query, parameters)
    assert (len(answer.rows), answer.truncated) == (rows, False)
    assert all(tuple(row) == answer.columns for row in answer.rows)


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("asked_by_name", questions(), ids=lambda q: q.name)
def test_the_cypher_of_every_question_passes(asked: Asked, asked_by_name: Question) -> None:
    given = {p.name: p.default for p in asked_by_name.parameters} | asked_by_name.example
    columns = tuple(column.name for column in asked_by_name.columns)
    assert asked.console.run(asked_by_name.text, given).columns == columns


def test_there_are_as_many_as_were_promised() -> None:
    assert len({text for _, text, _ in REFUSED}) + len(STOPPED) >= 60
    assert len(GOOD) >= 20


@pytest.mark.usefixtures("unchanged")
def test_nodes_relationships_and_paths_are_the_same_on_both_stores(asked: Asked) -> None:
    query = (
        "MATCH p = (a:Entity {id: 'country:KE'})-[r:PARTY_TO]->(g:Agreement) "
        "RETURN a, type(r) AS type, r, p ORDER BY g.id LIMIT 1"
    )
    (row,) = asked.console.run(query).rows
    assert row["a"]["labels"] == ["Country", "Entity"]
    assert row["a"]["properties"]["id"] == "country:KE"
    assert not {"title", "type"} & set(row["a"]["properties"])
    assert row["r"]["type"] == row["type"] == "PARTY_TO"
    assert row["p"]["nodes"][0] == row["a"]
    assert row["p"]["relationships"] == [row["r"]]


@pytest.mark.usefixtures("unchanged")
def test_rows_and_bytes_have_an_end(asked: Asked) -> None:
    many = asked.console.run("UNWIND range(1, 100000) AS x RETURN x")
    assert ([row["x"] for row in many.rows], many.truncated) == (list(range(1, 51)), True)
    exact = asked.console.run("UNWIND range(1, 50) AS x RETURN x")
    assert (len(exact.rows), exact.truncated) == (50, False)
    wide = asked.console.run("UNWIND range(1, 40) AS x RETURN [y IN range(1, 3000) | y] AS list")
    assert 5 < len(wide.rows) < 40
    assert wide.truncated
    with pytest.raises(Refused, match="first row is bigger than 200000 bytes; return less"):
        wider = "[y IN range(1, 10000) | y]"
        asked.console.run(f"RETURN {', '.join(f'{wider} AS x{n}' for n in range(9))}")


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize(
    "parameters", [{"x": 2**63}, {"x": [{"y": -(2**63) - 1}]}, {"x": "a" * 200_001}],
    ids=["too big", "too big within", "too long"],
)  # fmt: skip
def test_a_parameter_that_cannot_be_is_named(asked: Asked, parameters: dict[str, Any]) -> None:
    with pytest.raises(BadArgument, match=r"^parameters: "):
        asked.console.run("RETURN $x AS x", parameters)


@pytest.mark.usefixtures("unchanged")
def test_a_parameter_is_a_value_and_never_code(asked: Asked) -> None:
    text = "x' RETURN 1; CREATE (n) //"
    assert asked.console.run("RETURN $x AS x", {"x": text}).rows == [{"x": text}]


LAYERS: dict[str, Callable[[Store], object]] = {
    "the session": lambda s: s.browse("CREATE (n:Entity {id: 'x'})", seconds=5, rows=1),
    "the session, deleting": lambda s: s.browse("MATCH (n) DETACH DELETE n", seconds=5, rows=1),
    "explain": lambda s: _reading(s.explain("MATCH (n) SET n.x = 1", seconds=5)),
}


def _reading(plan: Any) -> None:
    if not plan.reads:
        raise StoreQueryError("it is no reading plan")


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_holds_without_the_others(asked: Asked, layer: str) -> None:
    with pytest.raises(StoreQueryError):
        LAYERS[layer](asked.store)


@pytest.mark.usefixtures("unchanged")
def test_the_plan_names_what_loads_files(asked: Asked) -> None:
    load = f"LOAD CSV FROM '{asked.places['file']}' AS line RETURN line"
    plan = asked.store.explain(load, seconds=5)
    assert {"loadcsv"} & {step.lower() for step in plan.operators}


@pytest.mark.usefixtures("unchanged")
def test_no_more_at_once_than_may_be(asked: Asked) -> None:
    slow = threading.Thread(target=lambda: _ignoring(asked.console, STOPPED["rows by rows"]))
    slow.start()
    while slow.is_alive() and asked.console._free:
        time.sleep(0.01)
    with pytest.raises(StoreBusy, match="1 queries are at work, which is as many as may be"):
        asked.console.run("RETURN 1 AS one")
    slow.join()
    assert asked.console.run("RETURN 1 AS one").rows == [{"one": 1}]


@pytest.mark.usefixtures("unchanged")
def test_memory_has_an_end(asked: Asked) -> None:
    """The process that runs queries dies of it; this one does not."""
    small = Console(asked.url, Limits(seconds=30, memory=64 << 20))
    try:
        with pytest.raises(Refused, match=r"memory th(at|an) it may take"):
            small.run(STOPPED["many texts"])
        assert small.run("RETURN 1 AS one").rows == [{"one": 1}]
    finally:
        small.close()


def test_nothing_more_is_sent_to_a_server_that_cannot_stop(asked: Asked) -> None:
    """What got past the rules against endless expressions does not pile up."""
    if asked.url.startswith("embedded:"):
        pytest.skip("the process of an embedded store is ended, whatever it is at")
    endless = "RETURN all(x IN range(1, 3000000000) WHERE x > 0) AS x"
    worker = Worker(asked.url)
    assert worker.run(Job(endless, {}, 1.0, 1, 1000, 300 << 20)).sort == "timeout"
    with pytest.raises(StoreBusy, match="is still stopping an earlier query; wait until it has"):
        asked.console.run("RETURN 1 AS one")
    worker.end()
    for _ in range(400):
        try:
            assert asked.console.run("RETURN 1 AS one").rows == [{"one": 1}]
            return
        except StoreBusy:
            time.sleep(0.5)
    pytest.fail("the server has not stopped in 200 seconds")


def _ignoring(console: Console, query: str) -> None:
    with pytest.raises((StoreError, Refused)):
        console.run(query)
