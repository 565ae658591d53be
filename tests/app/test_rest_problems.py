"""What the REST service says when something is wrong: one shape, and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

ANSWER = "/v1/questions/agreements_between/answer"


def refused(client: httpx.Client, path: str, status: int) -> dict[str, Any]:
    answer = client.get(path)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert (body["type"], body["status"]) == ("about:blank", status)
    assert body["instance"] == path.partition("?")[0]
    return body


def test_unknown_id_names_near_ones(client: httpx.Client) -> None:
    assert refused(client, "/v1/entities/country:KEN", 404) == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "no entity 'country:KEN'; near it: country:KE",
        "instance": "/v1/entities/country:KEN",
        "near": ["country:KE"],
    }


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/v1/entities/nobody/neighbours", "no entity 'nobody'"),
        ("/v1/entities/nobody/claims", "no entity 'nobody'"),
        ("/v1/documents/doc:0", "no document 'doc:0'"),
        ("/v1/claims/claim:0", "no claim 'claim:0'"),
        ("/v1/reports/countries/country:ZZ", "no Country 'country:ZZ'"),
        ("/v1/paths?from=Kenya&to=Nowhere", "no entity 'Nowhere'"),
        (f"{ANSWER}?a=Kenya&b=Nowhere", "no Country 'Nowhere'"),
    ],
)
def test_what_is_not_there_is_named(client: httpx.Client, path: str, what: str) -> None:
    assert refused(client, path, 404)["detail"].startswith(what)


def test_unknown_address_lists_those_there_are(client: httpx.Client) -> None:
    body = refused(client, "/v1/entity", 404)
    assert body["detail"] == "there is no such address; see /docs"
    assert "/v1/entities/{id}" in body["known"]


def test_unknown_question_lists_those_there_are(client: httpx.Client) -> None:
    body = refused(client, "/v1/questions/agreements", 404)
    assert "agreements_between" in body["known"]


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("/v1/search?q=kenya&query=x", ["after", "country", "kind", "limit", "q"]),
        ("/v1/entities/country:KE?deep=1", []),
        ("/v1/documents?page=2", ["after", "limit"]),
        (f"{ANSWER}?a=Kenya&b=Morocco&c=Ghana", ["a", "b", "multilateral"]),
        ("/healthz?x", []),
    ],
)
def test_unknown_parameter_is_refused(client: httpx.Client, path: str, known: list[str]) -> None:
    body = refused(client, path, 422)
    assert body["detail"].startswith("unknown ")
    assert body["known"] == known


@pytest.mark.parametrize(
    ("path", "sample"),
    [
        ("/v1/search?q=kenya&kind=State", "Country"),
        ("/v1/entities/country:KE/neighbours?type=party", "PARTY_TO"),
        ("/v1/paths?from=Kenya&to=Morocco&types=NEAR", "PARTY_TO"),
        ("/v1/paths?from=Kenya&to=Morocco&modalities=maybe", "intended"),
        ("/v1/centrality?measure=charm", "betweenness"),
        ("/v1/centrality?projection=world", "country_cooperation"),
        ("/v1/exports/graphml?modalities=maybe", "intended"),
        ("/v1/exports/graphml?projection=world", "country_cooperation"),
    ],
)
def test_unknown_name_lists_those_there_are(client: httpx.Client, path: str, sample: str) -> None:
    assert sample in refused(client, path, 422)["known"]


@pytest.mark.parametrize(
    ("path", "parameter"),
    [
        ("/v1/search", "q"),
        ("/v1/search?q=", "q"),
        ("/v1/search?q=%20", "q"),
        (f"/v1/search?q={'x' * 201}", "q"),
        ("/v1/search?q=kenya&limit=0", "limit"),
        ("/v1/search?q=kenya&limit=201", "limit"),
        ("/v1/search?q=kenya&limit=many", "limit"),
        ("/v1/search?q=kenya&after=!", "after"),
        ("/v1/documents?after=WzFd", "after"),
        ("/v1/paths?from=Kenya", "to"),
        ("/v1/paths?from=Kenya&to=Kenya", "to"),
        ("/v1/paths?from=Kenya&to=Morocco&longest=99", "longest"),
        ("/v1/paths?from=Kenya&to=Morocco&types=CONCERNS", "types"),
        ("/v1/centrality?minimum_confidence=nan", "minimum_confidence"),
        ("/v1/centrality?limit=100000", "limit"),
        ("/v1/reports/countries/country:KE?since=yesterday", "since"),
        ("/v1/questions/who_said/answer", "text"),
        (f"{ANSWER}?a=Kenya", "b"),
        (f"{ANSWER}?a=Kenya&a=Ghana&b=Morocco", "a"),
        (f"{ANSWER}?a=Kenya&b=Morocco&multilateral=perhaps", "multilateral"),
        (f"{ANSWER}?a=Kenya&b=Morocco&format=xml", "format"),
        (f"{ANSWER}?a=Kenya&b=Morocco&evidence=perhaps", "evidence"),
    ],
)
def test_value_that_does_not_fit_is_refused(
    client: httpx.Client, path: str, parameter: str
) -> None:
    body = refused(client, path, 422)
    assert [error["parameter"] for error in body["errors"]] == [parameter]
    assert body["detail"] == f"{parameter}: {body['errors'][0]['reason']}"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_is_written_here(client: httpx.Client, method: str) -> None:
    answer = client.request(method, "/v1/search", content=b"{}")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"] == f"{method} is not for this address; use GET"


def test_question_that_takes_too_long_is_ended(empty_url: str, serve: Any, load: Any) -> None:
    load(empty_url, "crowd")
    with serve(empty_url, query_seconds=0.001) as client:
        body = refused(client, "/v1/questions/coverage/answer", 504)
    assert "took too long" in body["detail"]


def test_answer_of_many_rows_is_cut_and_says_so(store_url: str, serve: Any) -> None:
    with serve(store_url, max_rows=1) as client:
        answer = client.get("/v1/questions/wishes_and_deeds/answer?country=Kenya").json()
    assert (len(answer["rows"]), answer["truncated"]) == (1, True)


def test_store_that_is_not_there_yet_is_waited_for(empty_url: str, serve: Any, load: Any) -> None:
    with serve(empty_url) as client:
        assert client.get("/healthz").json() == {"status": "ok"}
        answer = client.get("/v1/search?q=kenya")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        detail = refused(client, "/readyz", 503)["detail"]
        assert detail.startswith(empty_url)
        assert "cybercoop load" in detail
        load(empty_url, "news")
        assert client.get("/readyz").json() == {"status": "ready", "store": empty_url}
        assert client.get("/v1/search?q=kenya").json()["items"][0]["name"] == "Kenya"


def test_server_shows_what_another_process_loads(empty_url: str, serve: Any, load: Any) -> None:
    load(empty_url, "news")
    with serve(empty_url) as client:
        assert len(client.get("/v1/documents").json()["items"]) == 1
        load(empty_url, "paper")
        assert len(client.get("/v1/documents").json()["items"]) == 2


def test_broken_store_is_told_and_recovers(empty_url: str, serve: Any, load: Any) -> None:
    load(empty_url, "news")
    path = Path(empty_url.removeprefix("embedded:"))
    good = path.read_bytes()
    with serve(empty_url) as client:
        path.write_bytes(b"no graph")
        assert "cannot be read" in refused(client, "/v1/documents", 503)["detail"]
        path.write_bytes(good)
        assert client.get("/readyz").status_code == 200


def test_neo4j_that_does_not_answer_hides_the_password(serve: Any) -> None:
    with serve("neo4j://someone:a-secret-word@127.0.0.1:1") as client:
        answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "neo4j://127.0.0.1:1 does not answer" in answer.json()["detail"]
    assert "a-secret-word" not in answer.text
