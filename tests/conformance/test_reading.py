"""Entities, documents, paths, analytics, report and export, alike on both stores."""

from __future__ import annotations

import networkx as nx
import pytest

from graph.model import Document, Judgement
from graph.schema import UnknownName
from graph.store import Store
from graph.writing import judge, withdraw
from queries.analytics import centrality
from queries.documents import claim, document, documents
from queries.entities import entity, entity_claims, neighbours, resolve
from queries.errors import BadArgument, Moved, NotFound
from queries.exports import graphml
from queries.paths import path
from queries.reports import country_brief
from tests.conformance.pages import all_of
from tests.conformance.small_graph import (
    EDITION,
    KENYA,
    MEMORANDUM,
    MINISTRY,
    MOROCCO,
    POLICE,
    PRESIDENCY,
    RUSSIA,
    SERVICE,
    TANZANIA,
)

VOW = Document("https://paper.example/vow", "").id


def test_an_entity_with_its_properties(small_store: Store) -> None:
    assert entity(small_store, MINISTRY) == {
        "id": MINISTRY,
        "kind": "Agency",
        "sub": "Ministry",
        "name": "Wizara ya Ishara",
        "properties": {"name": "Wizara ya Ishara", "country": TANZANIA, "sub": "Ministry"},
        "facts_count": 2,
        "claims_count": 5,
        "documents_count": 1,
    }


def test_names_and_merged_ids_lead_to_the_entity(small_store: Store) -> None:
    assert resolve(small_store, "WIZARA YA ISHARA") == MINISTRY
    local = small_store.read(
        "MATCH (i:Identifier) WHERE i.entity = $id AND i.id <> $id RETURN i.id AS id",
        {"id": MINISTRY},
    )[0]["id"]
    assert resolve(small_store, local) == MINISTRY
    with pytest.raises(Moved) as moved:
        entity(small_store, local)
    assert moved.value.to == MINISTRY
    with pytest.raises(NotFound) as missing:
        entity(small_store, "agency:TZ:polise")
    assert missing.value.near[0] == POLICE
    with pytest.raises(NotFound, match="no Country 'Wizara ya Ishara'"):
        resolve(small_store, "Wizara ya Ishara", ("Country",))


def test_neighbours_come_page_by_page(small_store: Store) -> None:
    whole = neighbours(small_store, KENYA, limit=1000)
    assert whole.next is None
    paged = all_of(lambda after: neighbours(small_store, KENYA, limit=2, after=after))
    assert paged == whole.items
    assert [(i["type"], i["direction"], i["entity"]["name"]) for i in paged] == [
        ("ASSISTS", "in", "Morocco"),
        ("COOPERATES_WITH", "out", "Morocco"),
        ("COOPERATES_WITH", "out", "Morocco"),
        ("HOLDS_POST", "in", "Asha Mwangi"),
        ("MEMBER_OF", "out", "Pan League"),
        ("PARTY_TO", "out", "Five memorandums"),
        ("PARTY_TO", "out", "Pan Treaty"),
        ("PART_OF", "in", "Prosecution Service of Kenya"),
        ("SEEKS_COOPERATION_WITH", "out", "Morocco"),
        ("SEEKS_COOPERATION_WITH", "out", "Morocco"),
    ]
    assisted = paged[0]["fact"]
    assert (assisted["claims"], assisted["sources"], assisted["independent"]) == (2, 2, 1)
    assert assisted["qualifiers"] == {"mode": "training", "topics": ["crime.fraud"]}
    only = neighbours(small_store, KENYA, types=["HOLDS_POST", "MEMBER_OF"])
    assert [i["type"] for i in only.items] == ["HOLDS_POST", "MEMBER_OF"]
    with pytest.raises(UnknownName, match="unknown relationship type 'LIKES'; known: ASSISTS"):
        neighbours(small_store, KENYA, types=["LIKES"])
    with pytest.raises(BadArgument, match="after: 'x' is no page of this list"):
        neighbours(small_store, KENYA, after="x")


def test_claims_of_an_entity_newest_first(small_store: Store) -> None:
    whole = entity_claims(small_store, KENYA, limit=1000).items
    assert all_of(lambda after: entity_claims(small_store, KENYA, limit=3, after=after)) == whole
    assert len({c["id"] for c in whole}) == len(whole)
    dates = [c["document"]["published"] for c in whole]
    assert dates == sorted(dates, reverse=True)
    said = [c for c in entity_claims(small_store, "person:neema").items if c["stated_by"]]
    assert [(c["predicate"], c["object"], c["object_phrase"]) for c in said] == [
        ("COOPERATES_WITH", None, "other countries")
    ]


def test_a_document_with_its_text_and_claims(small_store: Store) -> None:
    found = document(small_store, VOW)
    assert (found["title"], found["language"], found["published"]) == ("A vow", "en", "2022-02")
    assert found["claims"]
    for said in found["claims"]:
        assert found["text"][said["start"] : said["end"]] == said["quote"]
    police = next(m for m in found["mentions"] if m["entity"]["id"] == POLICE)
    assert police["forms"] == ["The police of Tanzania"]
    with pytest.raises(NotFound, match="no document 'doc:0'"):
        document(small_store, "doc:0")


def test_documents_newest_first(small_store: Store) -> None:
    listed = all_of(lambda after: documents(small_store, 2, after))
    assert [(d["title"], d["published"], d["dataset"]) for d in listed] == [
        ("Agreements", "2026-11", True),
        ("A visit", "2025-08-09", False),
        ("A visit", "2025-08-08", False),
        ("Kongamano", "2023-09-21", False),
        ("A vow", "2022-02", False),
    ]


def test_a_claim_with_the_fact_that_it_denies(small_store: Store) -> None:
    denial = next(c for c in document(small_store, VOW)["claims"] if c["modality"] == "denied")
    found = claim(small_store, denial["id"])
    assert found["supports"] is None
    assert (found["subject"]["id"], found["object"]["id"]) == (KENYA, MOROCCO)
    assert found["denies"]["quote"] == "The joint desk of the two countries shares alerts every day"
    assert (found["denies"]["modality"], found["denies"]["disputed"]) == ("fact", True)
    named = next(c for c in document(small_store, VOW)["claims"] if c["predicate"] == "name")
    assert claim(small_store, named["id"])["supports"] is None
    with pytest.raises(NotFound, match="no claim 'claim:0'"):
        claim(small_store, "claim:0")


def test_the_shortest_path_with_its_facts(small_store: Store) -> None:
    found = path(small_store, SERVICE, PRESIDENCY)
    assert found["length"] == 2
    assert [
        (s["from"]["id"], s["type"], s["direction"], s["to"]["id"]) for s in found["steps"]
    ] == [
        (SERVICE, "PARTY_TO", "out", MEMORANDUM),
        (MEMORANDUM, "PARTY_TO", "in", PRESIDENCY),
    ]
    assert found["steps"][0]["fact"]["qualifiers"] == {"status": "signed"}


def test_paths_follow_only_what_they_may(small_store: Store) -> None:
    to_police = path(small_store, RUSSIA, POLICE)
    assert (to_police["steps"], to_police["length"]) == ([], None)
    step = path(small_store, KENYA, MOROCCO)["steps"][0]
    assert step["type"] in {"COOPERATES_WITH", "ASSISTS"}
    assert step["fact"]["modality"] == "fact"
    through = path(small_store, RUSSIA, KENYA, longest=4)
    assert [s["to"]["id"] for s in through["steps"]] == [
        EDITION,
        TANZANIA,
        "agreement:pan:treaty",
        KENYA,
    ]
    assert path(small_store, RUSSIA, KENYA, longest=3)["steps"] == []
    assert path(small_store, RUSSIA, KENYA, types=["HELD_IN", "PARTICIPATED_IN"])["steps"] == []
    with pytest.raises(BadArgument, match="never follow SEEKS_COOPERATION_WITH"):
        path(small_store, RUSSIA, KENYA, types=["SEEKS_COOPERATION_WITH"])
    with pytest.raises(BadArgument, match="target: is the same entity"):
        path(small_store, RUSSIA, RUSSIA)


def test_hubs_are_not_stepped_through(small_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queries.paths.HUB", 6)
    assert path(small_store, RUSSIA, KENYA)["steps"] == []
    assert path(small_store, RUSSIA, KENYA, through_hubs=True)["length"] == 4
    assert path(small_store, TANZANIA, "Pan Treaty")["length"] == 1


def test_centrality_of_the_countries(small_store: Store) -> None:
    found = centrality(small_store)
    assert (found["measure"], found["projection"]) == ("betweenness", "country_cooperation")
    assert "COOPERATES_WITH" in found["query"]
    assert found["rows"] == [
        {"id": KENYA, "name": "Kenya", "score": 0.0, "degree": 1},
        {"id": MOROCCO, "name": "Morocco", "score": 0.0, "degree": 1},
    ]
    strength = centrality(small_store, measure="strength", limit=1)["rows"]
    assert strength == [{"id": KENYA, "name": "Kenya", "score": 2.0, "degree": 1}]
    with pytest.raises(UnknownName, match="unknown measure 'luck'; known: betweenness"):
        centrality(small_store, measure="luck")
    with pytest.raises(UnknownName, match="unknown projection 'posts'"):
        centrality(small_store, projection="posts")


def test_the_graph_as_graphml(small_store: Store) -> None:
    whole = nx.parse_graphml(graphml(small_store), force_multigraph=True)
    stored = small_store.read("MATCH (:Entity)-[f]->(:Entity) RETURN f.id AS id")
    assert {key for *_, key in whole.edges(keys=True)} == {row["id"] for row in stored}
    assert whole.nodes[MINISTRY]["label"] == "Wizara ya Ishara"
    assert whole.nodes[MINISTRY]["kind"] == "Agency"
    edges = whole.get_edge_data(MOROCCO, KENYA)
    assert [(e["label"], e["weight"], e["topics"]) for e in edges.values()] == [
        ("ASSISTS", 1, "crime.fraud")
    ]
    wishes = nx.parse_graphml(graphml(small_store, modalities=["intended"]), force_multigraph=True)
    assert [e["label"] for *_, e in wishes.edges(data=True)] == ["SEEKS_COOPERATION_WITH"]
    network = nx.parse_graphml(graphml(small_store, projection="country_cooperation"))
    assert network.edges[KENYA, MOROCCO]["weight"] == 2
    assert network.nodes[KENYA]["label"] == "Kenya"


def test_a_brief_in_which_every_statement_has_its_sentence(small_store: Store) -> None:
    brief = country_brief(small_store, "Tanzania")
    sections = [line.removeprefix("## ") for line in brief.splitlines() if line.startswith("## ")]
    assert sections == [
        "Agreements",
        "Forums and events",
        "Treaties and memberships",
        "Laws and strategies",
        "People and posts",
        "Cooperation and help",
        "Wishes, requests and promises",
        "Contradictions",
        "Sources",
    ]
    statements = brief.split("## Sources")[0].split("\n- ")[1:]
    assert len(statements) == 7
    assert all("  > “" in statement and "\n  > — " in statement for statement in statements)
    assert statements[0].startswith(
        "2023-09-18: **Kongamano la 17 la Mitandao Salama**: in Moscow, Russia; "
        "Baraka Kileo, Tanzania took part (head of delegation)\n"
    )
    assert (
        "- 2022-02: Wish, **Tanzania**: to work with other countries\n\n"
        "  > “The government of Tanzania will work with other countries”  \n"
        "  > — Neema Juma in [A vow](<https://paper.example/vow>), 2022-02\n"
    ) in brief
    assert "**Tanzania** party to Pan Treaty: ratified 2020-03-01, ratified 2021-05-05" in brief
    assert "Nothing in the graph." in brief.split("## Cooperation and help")[1].split("##")[0]


def test_a_brief_of_some_years_says_what_it_leaves_out(small_store: Store) -> None:
    brief = country_brief(small_store, TANZANIA, since="2023")
    assert "Kongamano la 17" in brief
    assert "Week of training" not in brief
    assert "other countries" not in brief
    assert "Left out, since they have no date: 1." in brief
    with pytest.raises(BadArgument, match="since: must be a date"):
        country_brief(small_store, TANZANIA, since="yesterday")


def test_what_is_judged_to_be_one_is_found_under_both_ids(small_store: Store) -> None:
    same = Judgement("person:clerk", "person:noor", "same", "Ann", "2026-01-01T00:00:00Z")
    judge(small_store, same)
    try:
        assert resolve(small_store, "person:noor") == resolve(small_store, "Noor Kip")
        assert resolve(small_store, "Noor Kip") == resolve(small_store, "person:clerk")
    finally:
        withdraw(small_store, same.id)


def test_an_id_of_another_kind_is_not_what_was_meant(small_store: Store) -> None:
    (agreement,) = small_store.read("MATCH (g:Agreement) RETURN g.id AS id ORDER BY id LIMIT 1")
    with pytest.raises(NotFound, match=f"no Country '{agreement['id']}'"):
        resolve(small_store, agreement["id"], ("Country",))
