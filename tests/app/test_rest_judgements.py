"""Judging by REST: only with the token, shown with both sides, undone exactly, redirected."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest

from graph.resolution import resolve
from graph.store import open_store
from graph.versions import prepare
from graph.writing import write_documents
from tests.conformance.annotated import Annotated

TOKEN = "a token that is long enough"
AS_JUDGE = {"Authorization": f"Bearer {TOKEN}"}
Serve = Callable[..., AbstractContextManager[httpx.Client]]
PAIR = {"left": "person:a", "right": "person:b"}


def spoken_of(source: str, name: str) -> Annotated:
    text = f"{name} spoke on fraud."
    return Annotated(source, text).entity(f"person:{source}", name)


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = f"embedded:{tmp_path / 'graph.kgl'}"
    store = open_store(url, writable=True)
    prepare(store)
    names = {"a": "Amina Wekesa", "b": "Wekesa Amina"}
    write_documents(store, [spoken_of(s, n).reading() for s, n in names.items()])
    resolve(store, now="2026-01-01")
    store.flush()
    store.close()
    return url


def test_what_waits_is_shown_judged_redirected_and_taken_back(url: str, serve: Serve) -> None:
    with serve(url, judge_token=TOKEN) as service:
        judge_and_take_back(service)


def judge_and_take_back(service: httpx.Client) -> None:
    (waiting,) = service.get("/v1/judgements").json()["items"]
    assert (waiting["verdict"], waiting["score"], waiting["reason"]) == ("unsure", 0.8, "one name")
    assert [side["sentences"][0]["quote"] for side in waiting["sides"]] == [
        "Amina Wekesa",
        "Wekesa Amina",
    ]
    said = service.post(
        "/v1/judgements", json={**PAIR, "verdict": "same", "author": "ann"}, headers=AS_JUDGE
    )
    assert said.status_code == 201
    assert service.get("/v1/judgements").json()["items"] == []
    moved = service.get("/v1/entities/person:b", follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (308, "/v1/entities/person:a")
    (judged,) = service.get("/v1/judgements?state=people").json()["items"]
    gone = service.delete(f"/v1/judgements/{judged['id']}", headers=AS_JUDGE)
    assert gone.status_code == 204
    assert service.get("/v1/entities/person:b").json()["name"] == "Wekesa Amina"
    assert service.delete(f"/v1/judgements/{judged['id']}", headers=AS_JUDGE).status_code == 404


def test_judgements_that_cannot_all_be_right_are_listed_until_one_is_taken_back(
    url: str, serve: Serve
) -> None:
    with serve(url, judge_token=TOKEN) as service:
        for verdict, author in (("same", "ann"), ("not same", "bob")):
            said = {**PAIR, "verdict": verdict, "author": author}
            denied = service.post("/v1/judgements", json=said, headers=AS_JUDGE).json()
        (found,) = service.get("/v1/judgements/contradictions").json()["items"]
        assert found["denied"] == denied
        assert found["path"] == ["person:a", "person:b"]
        assert [(j["author"], j["verdict"]) for j in found["same"]] == [("ann", "same")]
        service.delete(f"/v1/judgements/{denied['id']}", headers=AS_JUDGE)
        assert service.get("/v1/judgements/contradictions").json() == {"items": [], "next": None}


@pytest.mark.parametrize(("token", "headers", "status"), [(None, AS_JUDGE, 403), (TOKEN, {}, 401)])
def test_nobody_judges_without_the_token(
    url: str, serve: Serve, token: str | None, headers: dict[str, str], status: int
) -> None:
    body = {**PAIR, "verdict": "same", "author": "ann"}
    with serve(url, judge_token=token) as service:
        answer = service.post("/v1/judgements", json=body, headers=headers)
    assert answer.status_code == status


def test_a_judgement_that_cannot_be_is_refused(url: str, serve: Serve) -> None:
    body = {**PAIR, "right": "person:nobody", "verdict": "same", "author": "ann"}
    with serve(url, judge_token=TOKEN) as service:
        answer = service.post("/v1/judgements", json=body, headers=AS_JUDGE)
    assert answer.status_code == 422
    assert "no entity is called 'person:nobody'" in answer.json()["detail"]
