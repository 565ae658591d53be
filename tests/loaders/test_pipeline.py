"""From files to the graph and back out of it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from graph.store import Store, open_store
from graph.writing import Change
from loaders.extract.registry import UnknownExtractor
from loaders.pipeline import load, load_reference, remove

EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"embedded:{tmp_path / 'graph.kgl'}", writable=True)
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "notes"
    made.mkdir()
    (made / "a.txt").write_text("Kenya and Morocco signed a memorandum of understanding in 2023.")
    (made / "b.txt").write_text("Tanzania hosted the talks with Rwanda.")
    return made


def origins(store: Store) -> list[str]:
    rows = store.read("MATCH (d:Document) RETURN d.origin AS origin ORDER BY origin")
    return [row["origin"] for row in rows]


def test_what_cannot_be_read_is_named_and_the_rest_loads(store: Store, folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    (folder / "c.bin").write_bytes(b"\0")
    seen: list[tuple[int, int]] = []
    outcome = load(store, [folder, folder / "none.txt"], progress=lambda *p: seen.append(p))
    assert (outcome.change.added, outcome.skipped) == (2, 1)
    assert [Path(u.path).name for u in outcome.unreadable] == ["empty.txt", "none.txt"]
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert origins(store) == ["notes/a.txt", "notes/b.txt"]


def test_loading_again_a_change_and_a_removal(store: Store, folder: Path) -> None:
    load(store, [folder])
    assert load(store, [folder]).change == Change(unchanged=2)
    (folder / "a.txt").write_text("Kenya and Uganda signed a memorandum of understanding in 2023.")
    change = load(store, [folder]).change
    assert (change.changed, change.unchanged) == (1, 1)
    assert store.read("MATCH (c:Country {id: 'country:MA'}) RETURN c.id AS id") == []
    ids = [row["id"] for row in store.read("MATCH (d:Document) RETURN d.id AS id")]
    assert remove(store, ids).removed == 2
    assert store.read("MATCH (n) RETURN count(n) AS nodes") == [{"nodes": 0}]


def test_pruning_takes_out_only_what_is_gone_from_the_folder(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "more"
    other.mkdir()
    (other / "c.txt").write_text("Ghana hosted the talks with Togo.")
    load(store, [folder, other])
    (folder / "a.txt").unlink()
    (folder / "b.txt").write_bytes(b"")
    assert load(store, [folder]).pruned == ()
    outcome = load(store, [folder], prune=True)
    assert (outcome.pruned, outcome.change.removed) == (("notes/a.txt",), 1)
    assert origins(store) == ["more/c.txt", "notes/b.txt"]


def test_an_executor_gives_the_same_graph(store: Store, tmp_path: Path) -> None:
    load(store, [EXAMPLES])
    other = open_store(f"embedded:{tmp_path / 'other.kgl'}", writable=True)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        load(other, [EXAMPLES], executor=executor)
    claims = "MATCH (c:Claim) RETURN c.id AS id ORDER BY id"
    assert other.read(claims) == store.read(claims) != []
    other.close()


def test_reference_facts_load_once(store: Store) -> None:
    first = load_reference(store).change
    assert (first.added > 4, first.claims > 4000) == (True, True)
    assert load_reference(store).change == Change(unchanged=first.added)


def test_an_unknown_extractor_is_named_with_those_there_are(store: Store, folder: Path) -> None:
    with pytest.raises(UnknownExtractor, match="unknown extractor 'none'; known: rules"):
        load(store, [folder], extractor="none")
