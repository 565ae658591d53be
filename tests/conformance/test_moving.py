"""Whole graphs from store to store and to files: nothing lost, and nothing half taken for whole."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.checking import check
from graph.moving import DumpError, copy, dump, lines_from, lines_to, restore
from graph.moving.lines import sealed
from graph.store import Store, StoreError, open_store
from graph.versions import prepare
from graph.writing import remove_documents, write_documents
from loaders import pipeline
from tests.conformance.every_value import everything
from tests.conformance.faulty_dumps import FAULTS
from tests.conformance.small_graph import readings

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "examples" / "documents"
PAGE = ROOT / "docs" / "moving.md"

ALL = "MATCH (n) RETURN n.id AS id"

Opened = Callable[[str], Store]


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[Opened]:
    """A function that opens an embedded graph by name, to be written."""
    opened = []

    def open_(name: str) -> Store:
        opened.append(open_store(f"embedded:{tmp_path / name}.kgl", writable=True))
        return opened[-1]

    yield open_
    for store in opened:
        store.close()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """The dump of the small graph."""
    path = tmp_path_factory.mktemp("small") / "graph.kgl"
    store = open_store(f"embedded:{path}", writable=True)
    prepare(store)
    write_documents(store, readings())
    lines = list(dump(store))
    store.close()
    return lines


def test_a_graph_is_the_same_bytes_after_any_move(
    store: Store, embedded: Opened, small: list[bytes]
) -> None:
    counts = restore(store, small, "small")
    assert (sum(counts.nodes.values()), counts.nodes["Document"]) == (len(store.read(ALL)) - 1, 5)
    assert list(dump(store)) == small
    assert list(check(store)) == []
    back = embedded("back")
    copy(store, back)
    assert list(dump(back)) == small
    assert list(check(back)) == []


def test_the_samples_with_all_reference_facts_move_there_and_back(
    store: Store, embedded: Opened, tmp_path: Path
) -> None:
    first, file = embedded("first"), tmp_path / "graph.jsonl.gz"
    pipeline.load_reference(first)
    pipeline.load(first, [SAMPLES])
    lines_to(file, dump(first))
    restore(store, lines_from(file), str(file))
    back = embedded("back")
    copy(store, back)
    again = tmp_path / "again.jsonl.gz"
    lines_to(again, dump(back))
    assert again.read_bytes() == file.read_bytes()
    assert pipeline.load(back, [SAMPLES]).change.unchanged > 10


def test_every_label_type_property_and_value_there_may_be_is_kept(store: Store) -> None:
    lines = list(sealed(everything()))
    restore(store, lines, "everything")
    assert list(dump(store)) == lines


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_dump_is_refused_at_its_line_and_never_taken_for_whole(
    fault: str, embedded: Opened, small: list[bytes]
) -> None:
    spoil, message = FAULTS[fault]
    store = embedded("graph")
    with pytest.raises(DumpError) as raised:
        restore(store, spoil(small), "spoilt.jsonl")
    assert str(raised.value) == f"spoilt.jsonl, {message}"
    if store.read(ALL):
        with pytest.raises(StoreError, match="not whole, since a restore into it was not finished"):
            prepare(store)
    restore(store, small, "small")
    assert list(dump(store)) == small


def test_a_packed_file_that_is_cut_is_refused(
    embedded: Opened, tmp_path: Path, small: list[bytes]
) -> None:
    file = tmp_path / "cut.jsonl.gz"
    file.write_bytes(gzip.compress(b"".join(small))[:-100])
    with pytest.raises(
        DumpError, match=r"cut\.jsonl\.gz: cut or damaged \(.*\); take a whole dump"
    ):
        restore(embedded("graph"), lines_from(file), str(file))


def test_a_graph_is_not_copied_onto_itself(store: Store) -> None:
    with pytest.raises(StoreError, match="is where the graph is already; name another store"):
        copy(store, store)


def test_nothing_is_restored_over_a_graph(store: Store, small: list[bytes]) -> None:
    write_documents(store, readings()[:1])
    before = list(dump(store))
    with pytest.raises(StoreError, match="holds a graph already, and nothing is put over it"):
        restore(store, small, "small")
    assert list(dump(store)) == before
    remove_documents(store, [readings()[0].document.id])
    restore(store, small, "small")
    assert list(dump(store)) == small


def test_what_the_schema_does_not_have_is_not_left_out_in_silence(store: Store) -> None:
    write_documents(store, readings()[:1])
    store.write(lambda tx: tx.run("CREATE (n:Note {id: 'note:1', name: 'mine'})"))
    with pytest.raises(StoreError, match=r"nodes are stored .* run `cybercoop check`"):
        list(dump(store))


@pytest.fixture(params=["embedded", "neo4j"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty store of either sort, as a person would write it."""
    if request.param == "embedded":
        return f"embedded:{tmp_path / 'graph.kgl'}"
    return str(request.getfixturevalue("empty_neo4j_store_url"))


def cybercoop(*arguments: str) -> tuple[int, bytes, str]:
    """Exit code, output and errors of a command."""
    command = [sys.executable, "-m", "app.cli", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True)
    return done.returncode, done.stdout, done.stderr.decode()


def test_a_restore_that_is_killed_leaves_a_graph_that_says_so(
    url: str, small: list[bytes], tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "app.cli", "restore", "-", "--store", url]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE)
    assert process.stdin is not None
    # Without the last line it waits for more, with the nodes in and the relationships to come.
    process.stdin.write(b"".join(small[:-1]))
    process.stdin.flush()
    _wait_for_nodes(url)
    process.kill()
    process.wait()
    process.stdin.close()
    for refused in (("show", "Kenya"), ("dump",), ("load", str(SAMPLES))):
        code, output, error = cybercoop(*refused, "--store", url)
        assert (code, output) == (1, b"")
        assert error.endswith(
            ": the graph is not whole, since a restore into it was not finished; "
            "run `cybercoop restore` again\n"
        )
    file = tmp_path / "small.jsonl"
    file.write_bytes(b"".join(small))
    restored = cybercoop("restore", str(file), "--store", url)
    assert restored == (0, b"", "restored: 159 nodes, 328 relationships\n")
    assert cybercoop("dump", "--store", url) == (0, file.read_bytes(), "")


def _wait_for_nodes(url: str) -> None:
    """Wait until a restore of the small graph has put its nodes in."""
    log = Path(url.removeprefix("embedded:") + "-wal")
    for _ in range(300):
        if url.startswith("embedded:"):
            if log.exists() and log.stat().st_size > 20_000:
                return
        elif _claims(url):
            return
        time.sleep(0.1)
    raise AssertionError("no node was put in")


def _claims(url: str) -> int:
    store = open_store(url)
    try:
        return len(store.read("MATCH (c:Claim) RETURN c.id AS id"))
    finally:
        store.close()


def test_commands_move_a_graph_and_replace_a_file_only_by_a_whole_one(
    url: str, small: list[bytes], tmp_path: Path
) -> None:
    target = f"embedded:{tmp_path / 'target.kgl'}"
    file = tmp_path / "graph.jsonl.gz"
    lines_to(file, small)
    before = file.read_bytes()
    code, _, error = cybercoop("dump", str(file), "--store", url)
    assert (code, file.read_bytes()) == (1, before)
    assert error.endswith(": no graph there yet; load documents with `cybercoop load`\n")
    assert cybercoop("restore", str(file), "--store", url)[0] == 0
    copied = cybercoop("copy", "--to", target, "--store", url)
    assert copied == (0, b"", "copied: 159 nodes, 328 relationships\n")
    assert cybercoop("dump", str(file), "--store", target)[0] == 0
    assert file.read_bytes() == before
    assert sorted(path.name for path in tmp_path.glob("graph.jsonl*")) == ["graph.jsonl.gz"]
    code, _, error = cybercoop("copy", "--to", target, "--store", url)
    assert code == 1
    assert error.endswith(
        "target.kgl holds a graph already, and nothing is put over it; name an empty store\n"
    )


def test_a_dump_shows_one_moment_whoever_writes_meanwhile(url: str) -> None:
    writer, reader = open_store(url, writable=True), open_store(url)
    prepare(writer)
    write_documents(writer, readings()[:2])
    writer.flush()
    before = list(dump(writer))
    lines = dump(reader)
    first = next(lines)
    thread = threading.Thread(target=lambda: _more(writer))
    thread.start()
    thread.join(2)
    assert [first, *lines] == before
    thread.join(60)
    assert list(dump(reader)) == list(dump(writer)) != before
    reader.close()
    writer.close()


def _more(store: Store) -> None:
    write_documents(store, readings()[2:])
    store.flush()


def test_the_page_shows_lines_that_are_so(store: Store) -> None:
    blocks = re.findall(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    lines = [line.encode() for block in blocks for line in block.splitlines(keepends=True)]
    restore(store, lines, "docs/moving.md")
    assert list(dump(store)) == lines
    assert list(check(store)) == []
