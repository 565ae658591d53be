"""Every saved query of Neo4j Browser on a real Neo4j: the rows of its question, and a picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import neo4j
import pytest

from graph.store import Store, open_store
from graph.versions import prepare
from graph.writing import write_documents
from queries.browser import script
from queries.catalog import Question, ask, question, questions
from tests.conformance.small_graph import FORUM, KENYA, MOROCCO, TREATY, readings
from tools.neo4j.choice import empty
from tools.neo4j.server import Server

Run = Callable[[str], list[neo4j.Record]]

HERE: dict[object, str] = {
    "forum:naiis-forum": FORUM,
    "agreement:budapest-convention": TREATY,
    "doc:0123456789abcdef": readings()[0].document.id,
    "invited": "ratified",
}
"""What the small graph has in place of what the examples of the questions name."""


@pytest.fixture(scope="module")
def filled(neo4j_server: Server) -> Iterator[Store]:
    """The Neo4j of this test run with the small graph, as a store."""
    empty(neo4j_server)
    store = open_store(neo4j_server.url, writable=True)
    prepare(store)
    write_documents(store, readings())
    yield store
    store.close()


@pytest.fixture(scope="module")
def run(neo4j_server: Server, filled: Store) -> Iterator[Run]:
    """A function that runs a text as Neo4j Browser does."""
    with neo4j.GraphDatabase.driver(
        neo4j_server.bolt,
        auth=(neo4j_server.user, neo4j_server.password),
        notifications_min_severity="OFF",
    ) as driver:
        yield lambda text: driver.execute_query(text, routing_="r").records


@pytest.mark.parametrize("asked", questions(), ids=lambda q: q.name)
def test_its_rows_are_those_of_the_question(filled: Store, run: Run, asked: Question) -> None:
    example = {name: HERE.get(value, value) for name, value in asked.example.items()}
    records = run(script(replace(asked, example=example)))
    drawn = any(column.name in ("facts", "claims") for column in asked.columns)
    told = [record.data() for record in (records[:-1] if drawn else records)]
    if drawn:
        assert {row.pop("picture") for row in told} <= {None}
        assert [name for name, value in records[-1].items() if value is not None] == ["picture"]
    given = {name: value for name, value in example.items() if value is not None}
    rows = ask(filled, asked, given).rows
    assert len(told) == len(rows)
    for mine, its in zip(told, rows, strict=True):
        assert comparable(mine) == comparable({name: its[name] for name in mine})


def comparable(row: dict[str, Any]) -> dict[str, Any]:
    """Lists from `collect` come in any order."""
    return {k: sorted(v) if isinstance(v, list) else v for k, v in row.items()}


def picture(run: Run, name: str, changed: dict[str, str]) -> tuple[set[str], set[str]]:
    """The names of nodes and the types of relationships in the last row."""
    text = script(question(name))
    for value, other in changed.items():
        text = text.replace(value, other, 1)
    *_, last = run(text)
    nodes, types = set(), set()
    for item in last["picture"]:
        if isinstance(item, neo4j.graph.Path):
            nodes |= {node["name"] for node in item.nodes}
            types |= {relationship.type for relationship in item.relationships}
        else:
            nodes.add(item["name"])
    return nodes, types


def test_facts_are_drawn_between_entities(run: Run) -> None:
    nodes, types = picture(run, "partners", {})
    assert {"Kenya", "Morocco", "Five memorandums", "Memorandum on prosecution"} <= nodes
    assert types == {"ASSISTS", "COOPERATES_WITH", "PARTY_TO"}


def test_whom_it_is_about_is_drawn_even_where_there_is_no_answer(run: Run) -> None:
    nodes, types = picture(run, "partners", {KENYA: "country:TZ"})
    assert (nodes, types) == ({"Tanzania"}, set())


def test_one_line_says_whom_it_is_about(run: Run) -> None:
    nodes, _ = picture(run, "treaty_parties", {"agreement:budapest-convention": TREATY,
                                                  '"invited"': "null"})  # fmt: skip
    assert {"Pan Treaty", "Kenya", "Tanzania"} <= nodes
    nodes, _ = picture(run, "agreements_of", {KENYA: MOROCCO, '"2020"': "null"})
    assert {"Morocco", "Presidency of Prosecution", "Cybercrime"} <= nodes


def test_claims_are_drawn_where_there_are_no_facts(run: Run) -> None:
    nodes, types = picture(run, "who_said", {"cooperation": "other countries"})
    assert {"Neema Juma", "Tanzania"} <= nodes
    assert types == {"SUBJECT", "STATED_BY"}
