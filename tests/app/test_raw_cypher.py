"""`POST /v1/cypher` and `cybercoop cypher`: the same query, the same limits."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import BaseModel

from app.models.cypher import RawQuery, RawRows

QUERY = (
    "MATCH (a:Entity {id: $id})-[r:PARTY_TO]->(g:Agreement) "
    "RETURN g.name AS agreement, r.signed AS signed, a"
)
SLOW = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b) AS s"
Serve = Callable[..., AbstractContextManager[httpx.Client]]


@pytest.fixture(scope="module")
def open_client(serve: Serve, store_url: str) -> Iterator[httpx.Client]:
    """A service where queries in Cypher are switched on, one at a time."""
    with serve(
        store_url, cypher=True, cypher_queries=1, query_seconds=1.5, max_rows=3, cypher_bytes=10_000
    ) as client:
        yield client


def post(client: httpx.Client, cypher: str, **parameters: Any) -> httpx.Response:
    return client.post("/v1/cypher", json={"cypher": cypher, "parameters": parameters})


def test_it_is_off_unless_switched_on(client: httpx.Client) -> None:
    answer = post(client, "RETURN 1 AS one")
    assert answer.status_code == 403
    assert answer.headers["content-type"] == "application/problem+json"
    assert "CYBERCOOP_CYPHER=1" in answer.json()["detail"]
    assert "/v1/cypher" not in client.get("/openapi.json").json()["paths"]


def test_the_rows_of_a_query(open_client: httpx.Client) -> None:
    answer = post(open_client, QUERY, id="country:KE")
    assert answer.status_code == 200
    body = answer.json()
    (row,) = body["rows"]
    assert body["columns"] == ["agreement", "signed", "a"]
    assert (row["agreement"], row["signed"]) == ("Memorandum on prosecution", "2023-02-21")
    assert row["a"]["labels"] == ["Country", "Entity"]
    assert row["a"]["properties"]["name"] == "Kenya"
    assert body["truncated"] is False
    assert 0 <= body["seconds"] < 1.5


def test_rows_past_the_cap_are_said_to_be_there(open_client: httpx.Client) -> None:
    body = post(open_client, "UNWIND range(1, 1000) AS x RETURN x").json()
    assert (body["rows"], body["truncated"]) == ([{"x": 1}, {"x": 2}, {"x": 3}], True)


@pytest.mark.parametrize(
    ("cypher", "detail"),
    [
        ("MATCH (n)\nDETACH DELETE n", "line 2 has the word DETACH, which writes"),
        ("LOAD CSV FROM 'file:///etc/passwd' AS x RETURN x", "which reads files or addresses"),
        ("CALL dbms.components()", "calls the procedure 'dbms.components', which is not among"),
        ("RETURN nobody AS x", "the store refuses it: "),
        ("MATCH (n RETURN n", "line 1 has a ( that is never closed"),
    ],
)
def test_what_is_refused_says_why(open_client: httpx.Client, cypher: str, detail: str) -> None:
    answer = post(open_client, cypher)
    assert answer.status_code == 422
    problem = answer.json()
    assert detail in problem["detail"]
    assert problem["errors"][0]["parameter"] == "cypher"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"RETURN 1", 422),
        (b"[]", 422),
        (b'{"cypher": 1}', 422),
        (b'{"query": "RETURN 1"}', 422),
        (b'{"cypher": "RETURN $x AS x", "parameters": [1]}', 422),
        (b'{"cypher": "RETURN $x AS x", "parameters": {"x": 9223372036854775808}}', 422),
        (b'{"cypher": "\\ud800"}', 422),
        (b"[" * 100_000, 422),
        (b'{"cypher": "' + b" " * 600_000 + b'"}', 413),
    ],
)
def test_a_body_that_cannot_be_is_a_problem(
    open_client: httpx.Client, body: bytes, status: int
) -> None:
    answer = open_client.post("/v1/cypher", content=body)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]


def test_a_slow_query_is_stopped_while_others_are_told_to_wait(open_client: httpx.Client) -> None:
    statuses: list[int] = []
    slow = threading.Thread(target=lambda: statuses.append(post(open_client, SLOW).status_code))
    slow.start()
    time.sleep(0.5)
    busy = post(open_client, "RETURN 1 AS one")
    assert busy.status_code == 503
    assert int(busy.headers["retry-after"]) > 0
    assert "try again when one has ended" in busy.json()["detail"]
    # Other addresses go on being answered.
    assert open_client.get("/v1/search", params={"q": "Kenya"}).status_code == 200
    slow.join()
    assert statuses == [504]
    assert post(open_client, "RETURN 1 AS one").json()["rows"] == [{"one": 1}]


def test_what_was_loaded_meanwhile_is_seen(
    serve: Serve, empty_url: str, load: Callable[..., None]
) -> None:
    count = "MATCH (d:Document) RETURN count(d) AS n"
    load(empty_url, "news")
    with serve(empty_url, cypher=True) as client:
        assert post(client, count).json()["rows"] == [{"n": 1}]
        load(empty_url, "paper")
        assert post(client, count).json()["rows"] == [{"n": 2}]


def test_it_is_documented_where_it_is_on(open_client: httpx.Client) -> None:
    operation = open_client.get("/openapi.json").json()["paths"]["/v1/cypher"]["post"]
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    assert schema["required"] == ["cypher"]
    assert schema["examples"][0]["parameters"] == {"id": "country:KE"}
    assert {"200", "413", "422", "503", "504"} <= set(operation["responses"])


@pytest.mark.parametrize("model", [RawQuery, RawRows])
def test_examples_are_what_the_models_say(model: type[BaseModel]) -> None:
    extra: Any = model.model_config["json_schema_extra"]
    model.model_validate(extra["examples"][0], extra="forbid")


def cypher(url: str, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "app.cli", "cypher", "--store", url, *arguments]
    root = Path(__file__).parents[2]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, input=stdin)


def test_on_the_command_line(store_url: str) -> None:
    done = cypher(store_url, QUERY, "-p", '{"id": "country:KE"}', "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["rows"][0]["agreement"] == "Memorandum on prosecution"
    table = cypher(store_url, "-", stdin="UNWIND [1, 2] AS x RETURN x, 'a' AS y")
    assert table.stdout == "x\ty\n1\ta\n2\ta\n"
    assert table.stderr == "rows: 2\n"


def test_on_the_command_line_errors_are_one_line(store_url: str) -> None:
    refused = cypher(store_url, "MATCH (n) DELETE n")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith("cybercoop: cypher: line 1 has the word DELETE, which writes")
    assert refused.stderr.count("\n") == 1
    wrong = cypher(store_url, "RETURN 1", "-p", "id=1")
    assert (wrong.returncode, wrong.stderr.count("\n")) == (2, 1)
    assert "--parameters is no JSON" in wrong.stderr
    nowhere = cypher("embedded:/nowhere/graph.kgl", "RETURN 1 AS x")
    assert nowhere.returncode == 1
    assert "no graph there yet" in nowhere.stderr
