"""From files to the graph and back out of it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from json import dumps
from pathlib import Path
from typing import Any

import psutil
import pytest

from benchmarks import documents
from graph.store import Store, open_store
from graph.writing import Change
from loaders import pipeline
from loaders.executors import processes
from loaders.extract.registry import UnknownExtractor
from loaders.pipeline import load, load_reference, remove
from loaders.reading import ReadingStopped
from tests.conformance.conftest import graph_of

EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"
MANY, A_FILE, A_BATCH = 200, 20, 32


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


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Generated documents of several files and batches, these smaller than they really are."""
    monkeypatch.setattr(documents, "PER_FILE", A_FILE)
    monkeypatch.setattr(pipeline, "BATCH", A_BATCH)
    documents.write(tmp_path / "many", MANY)
    return tmp_path / "many"


def number_of_documents(store: Store) -> int:
    number: int = store.read("MATCH (d:Document) RETURN count(d) AS number")[0]["number"]
    return number


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
    assert store.read("MATCH (n) RETURN n.id AS id") == [{"id": "graph"}]


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


def test_more_processes_give_the_same_graph(store: Store, many: Path, tmp_path: Path) -> None:
    load(store, [EXAMPLES, many])
    other = open_store(f"embedded:{tmp_path / 'other.kgl'}", writable=True)
    with processes(2) as executor:
        load(other, [EXAMPLES, many], executor=executor)
    assert number_of_documents(store) > MANY
    assert graph_of(other) == graph_of(store)
    other.close()


class Recording(ThreadPoolExecutor):
    """Threads that note what they are given to read."""

    read: list[str]

    def submit(self, work: Any, /, *arguments: Any, **named: Any) -> Future[Any]:
        self.read += [document.source for document in arguments[0]]
        return super().submit(work, *arguments, **named)


def test_a_load_that_was_interrupted_reads_only_what_was_not_written(
    store: Store, many: Path
) -> None:
    def interrupt(done: int, _: int) -> None:
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(store, [many], progress=interrupt)
    written = 5 * A_FILE // A_BATCH * A_BATCH
    assert number_of_documents(store) == written
    with Recording(1) as executor:
        executor.read = []
        change = load(store, [many], executor=executor).change
    assert (change.unchanged, change.added) == (written, MANY - written)
    assert executor.read == [f"https://news.example/0/{n}" for n in range(written, MANY)]


def test_a_process_that_dies_ends_the_load_in_words_and_what_was_written_stays(
    store: Store, many: Path
) -> None:
    def kill_readers(done: int, _: int) -> None:
        if done == MANY // A_FILE - 2:
            readers = [
                child
                for child in psutil.Process().children()
                if "spawn_main" in " ".join(child.cmdline())
            ]
            for reader in readers:
                reader.kill()

    with processes(2) as executor, pytest.raises(ReadingStopped, match=r"process .* died"):
        load(store, [many], executor=executor, progress=kill_readers)
    written = number_of_documents(store)
    assert A_BATCH <= written < MANY
    assert load(store, [many]).change.added == MANY - written


def test_of_two_documents_with_one_id_the_last_counts(store: Store, tmp_path: Path) -> None:
    for name, place in (("a", "Togo"), ("b", "Ghana")):
        line = dumps({"id": "one", "text": f"{place} hosted the talks."})
        (tmp_path / f"{name}.jsonl").write_text(line)
    last = tmp_path / "b.jsonl"
    load(store, [last])
    load(store, [tmp_path / "a.jsonl", last])
    assert store.read("MATCH (c:Country) RETURN c.id AS id") == [{"id": "country:GH"}]


def test_reference_facts_load_once(store: Store) -> None:
    first = load_reference(store).change
    assert (first.added > 4, first.claims > 4000) == (True, True)
    assert load_reference(store).change == Change(unchanged=first.added)


def test_an_unknown_extractor_is_named_with_those_there_are(store: Store, folder: Path) -> None:
    with pytest.raises(UnknownExtractor, match="unknown extractor 'none'; known: rules"):
        load(store, [folder], extractor="none")
