"""The seed documents answer alike by REST, on the command line and in Cypher, on both stores."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from app.cli import app
from graph.store import open_store
from queries.catalog import question
from queries.catalog.ask import ask

KENYA_MOROCCO = ("agreements_between", {"a": "country:KE", "b": "country:MA"})
NAIIS_17 = ("forum_participants", {"forum": "forum:naiis-forum", "number": "17"})
TANZANIA = ("wishes_and_deeds", {"country": "country:TZ"})
KENYA = ("wishes_and_deeds", {"country": "country:KE"})
ASKED = [KENYA_MOROCCO, NAIIS_17, TANZANIA, KENYA]

Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def stores(
    shared: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> list[str]:
    """Both stores with the seeds and the reference facts, loaded by the command line."""
    from tools.neo4j.choice import empty

    server = request.getfixturevalue("neo4j_server")
    empty(server)
    urls = [f"embedded:{tmp_path_factory.mktemp('seeds') / 'graph.kgl'}", server.url]
    for url in urls:
        loaded = CliRunner().invoke(
            app, ["load", "--reference", "--store", url, str(shared / "seeds")]
        )
        assert loaded.exit_code == 0, loaded.output
    return urls


def by_rest(serve: Any, url: str, name: str, arguments: dict[str, str]) -> Rows:
    with serve(url) as client:
        answer = client.get(
            f"/v1/questions/{name}/answer", params={**arguments, "evidence": "true"}
        )
    assert answer.status_code == 200, answer.text
    return answer.json()["rows"]  # type: ignore[no-any-return]


def by_command(url: str, name: str, arguments: dict[str, str]) -> Rows:
    words = [f"{key}={value}" for key, value in arguments.items()]
    command = ["query", name, *words, "--evidence", "--json", "--store", url]
    asked = CliRunner().invoke(app, command)
    assert asked.exit_code == 0, asked.output
    return json.loads(asked.stdout)["rows"]  # type: ignore[no-any-return]


def by_cypher(url: str, name: str, arguments: dict[str, str]) -> Rows:
    """The catalogue's text as it would be pasted, with typed parameters."""
    store = open_store(url)
    try:
        typed = ask(store, question(name), arguments).arguments
        return store.read(question(name).cypher, typed)
    finally:
        store.close()


@pytest.fixture(scope="module")
def answers(stores: list[str], serve: Any) -> Iterator[dict[str, list[Rows]]]:
    """By question: its rows from every store by every way, and those of Cypher last."""
    yield {
        f"{name} {' '.join(arguments.values())}": [
            way
            for url in stores
            for way in (
                by_rest(serve, url, name, arguments),
                by_command(url, name, arguments),
                by_cypher(url, name, arguments),
            )
        ]
        for name, arguments in ASKED
    }


def rows(answers: dict[str, list[Rows]], asked: tuple[str, dict[str, str]]) -> Rows:
    name, arguments = asked
    return answers[f"{name} {' '.join(arguments.values())}"][0]


def without_order(row: dict[str, Any]) -> dict[str, Any]:
    """A row without evidence, its lists sorted: Cypher gives them in any order."""
    return {
        name: sorted(value) if isinstance(value, list) else value
        for name, value in row.items()
        if name != "evidence"
    }


def test_every_way_and_both_stores_give_the_same_rows(answers: dict[str, list[Rows]]) -> None:
    for asked, ways in answers.items():
        plain = [[without_order(row) for row in way] for way in ways]
        assert all(way == plain[0] for way in plain), asked
        rest_and_command = [way for i, way in enumerate(ways) if i % 3 < 2]
        assert all(way == rest_and_command[0] for way in rest_and_command), asked


def test_every_row_has_its_sentence(answers: dict[str, list[Rows]]) -> None:
    for asked, ways in answers.items():
        for row in ways[0]:
            assert row["quote"], asked
            assert row["quote"] in {item["quote"] for item in row["evidence"]}, asked


def test_which_agreements_bind_kenya_and_morocco(answers: dict[str, list[Rows]]) -> None:
    found = {row["name"]: row for row in rows(answers, KENYA_MOROCCO)}
    of_2023 = [row for row in found.values() if row["signed"] == "2023"]
    assert len(of_2023) == 1
    assert of_2023[0]["parties_a"] == ["Office of the Director of Public Prosecutions"]
    assert of_2023[0]["parties_b"] == ["Presidency of the Public Prosecution"]
    assert "signed in 2023" in of_2023[0]["quote"]
    five = found["five memorandums of understanding"]
    assert (five["parties_a"], five["parties_b"]) == (["Kenya"], ["Morocco"])
    (declared,) = [row for row in found.values() if row["signed"] == "2023-02-21"]
    assert declared["parties_a"] == ["Office of the Director of Public Prosecutions"]
    assert declared["parties_b"] == ["Presidency of the Public Prosecution"]


def test_who_led_the_delegation_in_what_post_and_where(answers: dict[str, list[Rows]]) -> None:
    (row,) = [r for r in rows(answers, NAIIS_17) if r["role"] == "head of delegation"]
    assert row["participant_name"] == "Selestine Gervas Kakele"
    assert row["posts"] == [
        "Naibu Katibu Mkuu, Ministry of Information, Communication and Information Technology"
    ]
    assert (row["event"], row["held_in"]) == ("event:naiis-forum:17", ["Russia"])
    assert "anaongoza ujumbe" in row["quote"]


def test_what_was_vowed_or_asked_stands_apart_from_what_was_done(
    answers: dict[str, list[Rows]],
) -> None:
    vow = next(r for r in rows(answers, TANZANIA) if r["object_name"] == "other countries")
    assert (vow["sort"], vow["object"], vow["facts"]) == ("wish", None, [])
    assert "vowed to cooperate" in vow["quote"]
    done = {r["predicate"] for r in rows(answers, TANZANIA) if r["sort"] == "done"}
    assert {"ENACTED", "PARTICIPATED_IN"} <= done
    kenya = {(r["sort"], r["predicate"], r["object"]) for r in rows(answers, KENYA)}
    assert ("wish", "SEEKS_COOPERATION_WITH", "country:MA") in kenya
    assert ("request", "SEEKS_COOPERATION_WITH", "country:MA") in kenya
    parties = [r for r in rows(answers, KENYA) if r["predicate"] == "PARTY_TO"]
    assert any(r["sort"] == "done" and "five memorandums" in r["object_name"] for r in parties)
