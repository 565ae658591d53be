"""What a machine merges, that it can be undone to the byte, and what people judge beside it."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

from graph.checking import check
from graph.model import Judgement
from graph.moving import dump
from graph.resolution import contradictions, resolve
from graph.store import Store, open_store
from graph.versions import prepare
from graph.writing import judge, remove_documents, withdraw, write_documents
from loaders.pipeline import load, load_reference
from tests.conformance.annotated import Annotated

SAMPLES = Path(__file__).parents[2] / "examples" / "documents"
MERGES = """
MATCH (j:Judgement)
WHERE j.verdict = 'same' AND j.score IS NOT NULL
RETURN j.id AS id, j.left AS left, j.right AS right, j.author AS author, j.time AS time,
  j.reason AS reason, j.score AS score
ORDER BY id
"""
NOW = "2026-01-01T00:00:00+00:00"


def person(source: str, country: str, name: str = "Amina Njeri Wekesa") -> Annotated:
    """A text that says whose minister somebody is."""
    text = f"{name}, minister of the country, spoke of fraud in {source}."
    document = Annotated(source, text, published="2024-05-01")
    document.entity(f"person:{source}", name).entity(f"country:{country}", country, "the country")
    return document.says(
        f"person:{source}",
        "HOLDS_POST",
        f"{name}, minister of the country",
        f"country:{country}",
        title="minister",
    )


def people(store: Store) -> list[str]:
    return [row["id"] for row in store.read("MATCH (p:Person) RETURN p.id AS id ORDER BY id")]


def test_undoing_each_machine_merge_of_the_sample_graph_gives_back_the_dump_before(
    tmp_path: Path,
) -> None:
    store = open_store(f"embedded:{tmp_path / 'graph.kgl'}", writable=True)
    prepare(store)
    load_reference(store)
    load(store, [SAMPLES])
    before = dump_of(store)
    resolved = resolve(store, now=NOW)
    merges = store.read(MERGES)
    assert resolved.merged == len(merges) > 0
    assert resolve(store).added == resolve(store).withdrawn == 0
    merged = dump_of(store)
    for row in merges:
        assert withdraw(store, row["id"])
        judge(store, Judgement(**{k: v for k, v in row.items() if k != "id"}, verdict="same"))
    assert dump_of(store) == merged
    for row in store.read("MATCH (j:Judgement) RETURN j.id AS id"):
        withdraw(store, row["id"])
    assert dump_of(store) == before
    for row in merges:
        judge(store, Judgement(**{k: v for k, v in row.items() if k != "id"}, verdict="same"))
        assert withdraw(store, row["id"])
        assert dump_of(store) == before
    store.close()


def dump_of(store: Store) -> list[str]:
    """All lines of a dump."""
    return list(dump(store))


def test_namesakes_of_two_countries_stay_two_and_one_person_becomes_one(store: Store) -> None:
    write_documents(store, [person("a", "KE").reading(), person("b", "MA").reading()])
    write_documents(store, [person("c", "KE", "Wekesa Amina Njeri").reading()])
    assert resolve(store, now=NOW).merged == 1
    assert people(store) == ["person:a", "person:b"]
    assert list(check(store)) == []


def test_the_word_of_a_person_goes_before_a_machine_s_and_is_undone_exactly(
    store: Store,
) -> None:
    write_documents(store, [person("a", "KE").reading(), person("c", "KE").reading()])
    resolve(store, now=NOW)
    merged = dump_of(store)
    denied = Judgement("person:a", "person:c", "not same", "ann", NOW)
    judge(store, denied)
    assert people(store) == ["person:a", "person:c"]
    assert contradictions(store) == []
    assert list(check(store)) == []
    assert resolve(store).withdrawn == 1
    assert people(store) == ["person:a", "person:c"]
    assert withdraw(store, denied.id)
    resolve(store, now=NOW)
    assert dump_of(store) == merged


def test_judgements_survive_that_documents_go_and_come(store: Store) -> None:
    readings = [person(s, "KE", n).reading() for s, n in (("a", "Amina Wekesa"), ("b", "A. Kazi"))]
    write_documents(store, readings)
    judge(store, Judgement("person:a", "person:b", "same", "ann", NOW))
    joined = dump_of(store)
    assert people(store) == ["person:a"]
    remove_documents(store, [readings[0].document.id])
    assert people(store) == ["person:b"]
    write_documents(store, readings)
    assert dump_of(store) == joined


def test_a_triangle_that_cannot_be_is_shown_with_its_path(store: Store) -> None:
    names = {"a": "Amina Wekesa", "b": "Ann Kazi", "c": "Jo Otieno"}
    write_documents(store, [person(s, "KE", n).reading() for s, n in names.items()])
    for left, right in ("ab", "bc"):
        judge(store, Judgement(f"person:{left}", f"person:{right}", "same", "ann", NOW))
    denied = Judgement("person:a", "person:c", "not same", "bob", NOW)
    judge(store, denied)
    (found,) = contradictions(store)
    assert found.denied == denied
    assert found.path == ("person:a", "person:b", "person:c")
    assert [j.author for j in found.same] == ["ann", "ann"]
    assert people(store) == ["person:a"]
    withdraw(store, denied.id)
    assert contradictions(store) == []


def test_what_is_merged_does_not_depend_on_the_order_of_loads(store: Store) -> None:
    documents = {
        "a": person("a", "KE").reading(),
        "b": person("b", "MA").reading(),
        "c": person("c", "KE", "Wekesa, Amina Njeri").reading(),
    }
    found = []
    for order in permutations(documents):
        for source in order:
            write_documents(store, [documents[source]])
            resolve(store, now=NOW)
        found.append(dump_of(store))
        remove_documents(store, [reading.document.id for reading in documents.values()])
        for row in store.read("MATCH (j:Judgement) RETURN j.id AS id"):
            withdraw(store, row["id"])
    assert people(store) == []
    assert all(dumped == found[0] for dumped in found)
