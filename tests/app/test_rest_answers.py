"""What the REST service answers, body by body."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import httpx
import networkx
import pytest

SIGNING = "Kenya and Morocco signed a memorandum on prosecution on 21 February 2023."
WISH = "Amina Wekesa said that the Cyber Office wants to work with other countries."
KENYA = {"id": "country:KE", "kind": "Country", "name": "Kenya"}
MOROCCO = {"id": "country:MA", "kind": "Country", "name": "Morocco"}
MEMO = {
    "id": "agreement:ke-ma-prosecution",
    "kind": "Agreement",
    "name": "Memorandum on prosecution",
}
OFFICE = {"id": "agency:KE:cyber-office", "kind": "Agency", "name": "Cyber Office"}
AMINA = {"id": "person:amina.1", "kind": "Person", "name": "Amina Wekesa"}


def get(client: httpx.Client, path: str, **parameters: Any) -> Any:
    answer = client.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    return answer.json()


def news(client: httpx.Client) -> dict[str, Any]:
    listed = get(client, "/v1/documents")["items"]
    return get(client, f"/v1/documents/{listed[1]['id']}")


def test_search_gives_the_exact_name_first(client: httpx.Client) -> None:
    kenya, *others = get(client, "/v1/search", q="kenya")["items"]
    assert kenya == {
        **KENYA,
        "sub": None,
        "country": None,
        "facts": 1,
        "match": "exact",
        "snippet": "Kenya",
        "marks": [[0, 5]],
    }
    assert [(hit["match"], hit["snippet"], hit["marks"]) for hit in others] == [
        ("quote", "The memorandum on prosecution binds Kenya.", [[36, 41]]),
        (
            "quote",
            "Kenya and Morocco signed a memorandum on prosecution on 21 February 2023.",
            [[0, 5]],
        ),
    ]
    found = get(client, "/v1/search", q="office", kind="Agency", country="Kenya")["items"]
    assert [(hit["id"], hit["match"]) for hit in found] == [(OFFICE["id"], "words")]
    assert get(client, "/v1/search", q="office", country="Morocco")["items"] == []


def test_entity_has_its_properties_and_counts(client: httpx.Client) -> None:
    assert get(client, "/v1/entities/agency:KE:cyber-office") == {
        **OFFICE,
        "sub": None,
        "properties": {"name": "Cyber Office", "country": "country:KE"},
        "facts_count": 0,
        "claims_count": 3,
        "documents_count": 1,
    }


@pytest.mark.parametrize("tail", ["", "/neighbours?limit=1", "/claims?limit=1"])
def test_id_that_was_merged_away_leads_on(client: httpx.Client, tail: str) -> None:
    answer = client.get(f"/v1/entities/agreement:memo.1{tail}")
    assert answer.status_code == 308
    assert answer.headers["location"] == f"/v1/entities/{MEMO['id']}{tail}"
    assert client.get(answer.headers["location"]).status_code == 200


def test_neighbours_have_the_sentence_and_go_on_to_the_next_page(client: httpx.Client) -> None:
    path = f"/v1/entities/{MEMO['id']}/neighbours"
    first = get(client, path, limit=1)
    second = get(client, path, limit=1, after=first["next"])
    (neighbour,) = first["items"]
    assert (neighbour["type"], neighbour["direction"]) == ("PARTY_TO", "in")
    assert neighbour["entity"] == KENYA
    fact = neighbour["fact"]
    assert fact.pop("id").startswith("fact:")
    assert fact.pop("claim").startswith("claim:")
    assert fact == {
        "modality": "fact",
        "claims": 2,
        "sources": 2,
        "independent": 2,
        "confidence": 1.0,
        "first_reported": "2023-02-22",
        "last_reported": "2024-03",
        "quote": SIGNING,
        "url": "https://news.example/1",
        "source": "News: Prosecutors sign",
        "disputed": False,
        "qualifiers": {"status": "signed", "signed": "2023-02-21"},
    }
    assert [n["entity"] for n in second["items"]] == [MOROCCO]
    assert second["next"] is None
    assert get(client, path, type="HELD_IN") == {"items": [], "next": None}
    whole = get(client, path)
    assert whole == get(client, path, limit=50)
    assert [n["entity"] for n in whole["items"]] == [KENYA, MOROCCO]


def test_claims_of_an_entity_are_those_about_it_and_by_it(client: httpx.Client) -> None:
    claims = get(client, "/v1/entities/person:amina.1/claims")["items"]
    assert {claim["predicate"] for claim in claims} == {"name", "SEEKS_COOPERATION_WITH"}
    (wish,) = (claim for claim in claims if claim["stated_by"])
    assert wish["stated_by"] == AMINA
    assert (wish["subject"], wish["object"]) == (OFFICE, None)
    assert wish["object_phrase"] == "other countries"
    assert (wish["modality"], wish["quote"]) == ("intended", WISH)
    assert wish["document"] == {
        "id": wish["document"]["id"],
        "title": "Prosecutors sign",
        "url": "https://news.example/1",
        "publisher": "News",
        "published": "2023-02-22",
        "language": "en",
    }


def test_documents_come_newest_first(client: httpx.Client) -> None:
    listed = get(client, "/v1/documents")
    assert [(d["title"], d["published"], d["claims"]) for d in listed["items"]] == [
        ("A year later", "2024-03", 1),
        ("Prosecutors sign", "2023-02-22", 9),
    ]
    assert listed["next"] is None


def test_offsets_of_claims_find_their_quotes_in_the_text(client: httpx.Client) -> None:
    document = news(client)
    assert document["text"].startswith("🌍 Prosecutors sign\n\nKenya")
    assert len(document["claims"]) == 9
    for claim in document["claims"]:
        assert document["text"][claim["start"] : claim["end"]] == claim["quote"]
    starts = [claim["start"] for claim in document["claims"]]
    assert starts == sorted(starts)
    assert {m["entity"]["name"]: m["forms"] for m in document["mentions"]} == {
        "Kenya": ["Kenya"],
        "Morocco": ["Morocco"],
        "Memorandum on prosecution": ["memorandum"],
        "Cyber Office": ["Cyber Office"],
        "Amina Wekesa": ["Amina Wekesa"],
    }


def test_claim_shows_the_fact_that_it_supports(client: httpx.Client) -> None:
    (listed,) = (
        claim
        for claim in news(client)["claims"]
        if claim["predicate"] == "PARTY_TO" and claim["subject"] == KENYA
    )
    claim = get(client, f"/v1/claims/{listed['id']}")
    supported = claim.pop("supports")
    assert claim == {**listed, "denies": None}
    assert supported["id"] == claim["fact"]
    ends = (supported["subject"], supported["type"], supported["object"])
    assert ends == (KENYA, "PARTY_TO", MEMO)


def test_questions_are_listed_and_described(client: httpx.Client) -> None:
    listed = get(client, "/v1/questions")
    assert listed["next"] is None
    names = [question["name"] for question in listed["items"]]
    assert names == sorted(names)
    assert len(names) >= 10
    described = get(client, "/v1/questions/agreements_between")
    needed = [p["name"] for p in described["parameters"] if p["required"]]
    assert needed == ["a", "b"]
    assert "MATCH" in described["text"]


def test_answer_has_rows_with_their_evidence(client: httpx.Client) -> None:
    path = "/v1/questions/agreements_between/answer"
    answer = get(client, path, a="Kenya", b="country:MA", evidence="true")
    assert answer["question"] == "agreements_between"
    assert answer["arguments"] == {"a": "country:KE", "b": "country:MA", "multilateral": False}
    assert answer["truncated"] is False
    (row,) = answer["rows"]
    assert set(row) == {*answer["columns"], "evidence"}
    assert (row["agreement"], row["signed"]) == (MEMO["id"], "2023-02-21")
    assert {e["quote"] for e in row["evidence"]} == {
        SIGNING,
        "The memorandum on prosecution binds Kenya.",
    }
    assert "evidence" not in get(client, path, a="Kenya", b="Morocco")["rows"][0]


def test_wishes_are_apart_from_deeds(client: httpx.Client) -> None:
    rows = get(client, "/v1/questions/wishes_and_deeds/answer", country="Kenya")["rows"]
    assert [(row["sort"], row["object_name"], row["quote"]) for row in rows] == [
        ("wish", "other countries", WISH),
        ("done", "Memorandum on prosecution", SIGNING),
    ]


@pytest.mark.parametrize(
    ("format", "accept", "expected"),
    [
        (None, "text/csv", "text/csv"),
        (None, "text/csv, application/json", "text/csv"),
        (None, "application/json, text/csv", "application/json"),
        (None, "text/html, */*", "application/json"),
        ("csv", "application/json", "text/csv"),
        ("json", "text/csv", "application/json"),
    ],
)
def test_answer_comes_in_the_form_asked_for(
    client: httpx.Client, format: str | None, accept: str, expected: str
) -> None:
    chosen = {"format": format} if format else {}
    answer = client.get(
        "/v1/questions/agreements_between/answer",
        params={"a": "Kenya", "b": "Morocco", **chosen},
        headers={"Accept": accept},
    )
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == expected
    if expected == "text/csv":
        (row,) = csv.DictReader(io.StringIO(answer.text))
    else:
        (row,) = answer.json()["rows"]
    assert (row["name"], row["signed"], row["quote"]) == (
        "Memorandum on prosecution",
        "2023-02-21",
        SIGNING,
    )


def test_path_goes_through_the_memorandum(client: httpx.Client) -> None:
    way = get(client, "/v1/paths", **{"from": "Kenya", "to": "country:MA"})
    assert (way["source"], way["target"], way["length"]) == ("country:KE", "country:MA", 2)
    assert [(s["from"], s["type"], s["direction"], s["to"]) for s in way["steps"]] == [
        (KENYA, "PARTY_TO", "out", MEMO),
        (MEMO, "PARTY_TO", "in", MOROCCO),
    ]
    assert way["steps"][0]["fact"]["quote"] == SIGNING
    none = get(client, "/v1/paths", **{"from": "Kenya", "to": "country:MA", "longest": 1})
    assert (none["length"], none["steps"]) == (None, [])


def test_centrality_ranks_countries(client: httpx.Client) -> None:
    ranked = get(client, "/v1/centrality")
    assert (ranked["measure"], ranked["projection"]) == ("betweenness", "country_cooperation")
    assert "MATCH" in ranked["query"]
    assert {row["name"] for row in ranked["rows"]} <= {"Kenya", "Morocco"}


def test_report_is_markdown_with_sentences_and_links(client: httpx.Client) -> None:
    answer = client.get("/v1/reports/countries/country:KE")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/markdown; charset=utf-8"
    assert answer.text.startswith("# ")
    assert SIGNING in answer.text
    assert WISH in answer.text
    assert "https://news.example/1" in answer.text


def test_graphml_has_the_nodes_and_facts(client: httpx.Client) -> None:
    answer = client.get("/v1/exports/graphml")
    assert answer.headers["content-type"].partition(";")[0] == "application/graphml+xml"
    assert answer.headers["content-disposition"] == 'attachment; filename="cybercoop.graphml"'
    graph = networkx.parse_graphml(answer.text, force_multigraph=True)
    assert {(a, b) for a, b, _ in graph.edges} == {
        ("country:KE", MEMO["id"]),
        ("country:MA", MEMO["id"]),
    }


def test_schema_is_json_schema(client: httpx.Client) -> None:
    schema = get(client, "/v1/schema")
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert "HOLDS_POST" in json.dumps(schema)


def test_front_page_leads_to_what_there_is(client: httpx.Client) -> None:
    page = client.get("/")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    links = re.findall(r'href="(.*?)"', page.text)
    assert len(links) >= 8
    for link in links:
        assert client.get(f"/{link}").status_code == 200, link


def test_documentation_needs_no_network(client: httpx.Client) -> None:
    page = client.get("/docs")
    addresses = re.findall(r'(?:href|src)="(.*?)"', page.text)
    assert len(addresses) == 3
    for address in addresses:
        assert address.startswith("/")
        assert client.get(address).status_code == 200
    policy = page.headers["content-security-policy"]
    assert "script-src 'self' 'sha256-" in policy
    assert "http" not in policy


def test_every_answer_tells_browsers_to_take_it_as_it_is(client: httpx.Client) -> None:
    for path in ("/healthz", "/v1/search?q=kenya", "/nowhere", "/"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-security-policy"].startswith("default-src 'none'")


def test_head_is_get_without_the_body(client: httpx.Client) -> None:
    answer = client.head("/v1/search?q=kenya")
    assert (answer.status_code, answer.content) == (200, b"")
    assert int(answer.headers["content-length"]) == len(client.get("/v1/search?q=kenya").content)
