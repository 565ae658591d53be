"""`cybercoop resolve` and `cybercoop review`, as somebody at a terminal uses them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph.model import Judgement
from graph.store import open_store
from graph.versions import prepare
from graph.writing import judge, write_documents
from tests.conformance.annotated import Annotated

ROOT = Path(__file__).parents[2]


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A minister and a judge of Kenya of one name of two parts: perhaps one person."""
    url = f"embedded:{tmp_path / 'graph.kgl'}"
    store = open_store(url, writable=True)
    prepare(store)
    for source, title in (("a", "minister"), ("b", "judge")):
        text = f"Amina Wekesa, {title} of the country, spoke of fraud in {source}."
        document = Annotated(source, text, published="2024-05-01")
        document.entity(f"person:{source}", "Amina Wekesa")
        document.entity("country:KE", "Kenya", "the country").says(
            f"person:{source}",
            "HOLDS_POST",
            f"Amina Wekesa, {title} of the country",
            "country:KE",
            title=title,
        )
        write_documents(store, [document.reading()])
    store.close()
    return url


def run(url: str, *command: str, answers: str = "") -> tuple[str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "app.cli", *command, "--store", url],
        cwd=ROOT, capture_output=True, text=True, input=answers,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


def people(url: str) -> list[str]:
    store = open_store(url)
    found = store.read("MATCH (p:Person) RETURN p.id AS id ORDER BY id")
    store.close()
    return [row["id"] for row in found]


def test_a_pair_is_shown_with_its_sentences_and_judged(url: str) -> None:
    counted, _ = run(url, "resolve")
    assert "1\tpairs that wait for a person" in counted
    assert people(url) == ["person:a", "person:b"]
    shown, judged = run(url, "review", "--author", "ann", answers="maybe\ny\n")
    for title in ("minister", "judge"):
        assert shown.count(f"HOLDS_POST: “Amina Wekesa, {title} of the country”") == 1
    assert judged == "judged: 1\n"
    assert people(url) == ["person:a"]
    assert run(url, "review", answers="n\n") == ("", "judged: 0\n")


def test_what_was_judged_in_error_is_asked_again_at_once(url: str) -> None:
    run(url, "resolve")
    shown, judged = run(url, "review", "--author", "ann", answers="u\ny\nu\nn\n")
    assert shown.count("judge of the country") == 3
    assert judged == "judged: 1\n"
    assert people(url) == ["person:a", "person:b"]
    assert run(url, "review", answers="y\n") == ("", "judged: 0\n")


def test_judgements_that_cannot_all_be_right_are_shown_first(url: str) -> None:
    store = open_store(url, writable=True)
    for verdict, author in (("same", "ann"), ("not same", "bob")):
        judge(store, Judgement("person:a", "person:b", verdict, author, "2026-01-01"))  # type: ignore[arg-type]
    store.flush()
    store.close()
    _, told = run(url, "review", answers="q\n")
    assert "contradiction: bob judged person:a and person:b not the same" in told
    assert "person:a = person:b by ann" in told
