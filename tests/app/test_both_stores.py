"""The same documents give the same answers, whatever store they are in."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

ASKED = [
    "/v1/search?q=o&limit=2",
    "/v1/entities/agency:KE:cyber-office",
    "/v1/entities/agreement:memo.2/neighbours?limit=1",
    "/v1/entities/country:KE/claims",
    "/v1/entities/country:KEN",
    "/v1/documents",
    "/v1/paths?from=Kenya&to=Morocco",
    "/v1/centrality?measure=degree",
    "/v1/reports/countries/country:KE",
    "/v1/exports/graphml",
    "/v1/questions/agreements_between/answer?a=Kenya&b=Morocco&evidence=true",
    "/v1/questions/agreements_between/answer?a=Kenya&b=Morocco&format=csv",
    "/v1/questions/wishes_and_deeds/answer?country=Kenya&evidence=true",
]


@pytest.fixture
def on_neo4j(empty_neo4j_store_url: str, serve: Any, load: Any) -> Any:
    load(empty_neo4j_store_url, "news", "paper")
    with serve(empty_neo4j_store_url) as opened:
        yield opened


def test_answers_are_alike(client: httpx.Client, on_neo4j: httpx.Client) -> None:
    assert on_neo4j.get("/readyz").status_code == 200
    (document, _) = client.get("/v1/documents").json()["items"]
    for path in [*ASKED, f"/v1/documents/{document['id']}"]:
        one, other = (service.get(path, follow_redirects=True) for service in (client, on_neo4j))
        assert (one.status_code, one.text) == (other.status_code, other.text), path
