"""Two writers: into Neo4j they give the serial result, of the embedded store one is told so."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph.checking import check
from graph.model import Document, Entity, Extraction, Mention
from graph.store import Store, Transaction, open_store
from graph.versions import prepare
from graph.writing import Reading, remove_documents, write_documents
from loaders.pipeline import load
from tests.conformance.small_graph import forum, visit, vow

Dump = Callable[[Store], Any]

SAMPLES = Path(__file__).parents[2] / "examples" / "documents"
LOADERS = 3


def chained(number: int, last: int) -> Reading:
    """A text by which the body with one key is the one with the next: all are one at the end."""
    name = f"Office {number}"
    d = Document(f"https://news.example/{number}", f"{name} of Kenya.", published=f"20{number:02}")
    keys = tuple(f"agency:KE:office-{n:02}" for n in (number, (number + 1) % last))
    office = Entity(f"agency:office.{number:02}", "Agency", name, (Mention(name, 0, len(name)),),
                    keys=keys)  # fmt: skip
    kenya = Entity("country:KE", "Country", "Kenya", (), keys=("country:KE",))
    return Reading(d, Extraction((office, kenya), ()), "test 1")


def together(works: Sequence[Callable[[], None]]) -> None:
    """Run all at once; raises what the first of them raised."""
    errors: list[BaseException] = []

    def go(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=go, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]


def test_threads_that_tie_the_same_entities_give_the_serial_result(
    store: Store, fresh: Store, dump: Dump
) -> None:
    readings = [chained(n, 12) for n in range(12)] + [
        r.reading() for r in (visit(), forum(), vow())
    ]

    def writes(number: int) -> None:
        # Each has its own, and half of what the next one has.
        for reading in readings[number::LOADERS] + readings[number + 1 :: 2 * LOADERS]:
            write_documents(store, [reading])
        remove_documents(store, [readings[number].document.id])

    together([lambda n=number: writes(n) for number in range(LOADERS)])
    write_documents(store, readings[:1])
    remove_documents(store, [r.document.id for r in readings[1:LOADERS]])
    for reading in reversed([readings[0], *readings[LOADERS:]]):
        write_documents(fresh, [reading])
    assert dump(store) == dump(fresh)
    assert list(check(store)) == []


def test_work_that_locks_itself_out_is_tried_again(store: Store) -> None:
    ids = ["a", "b"]
    store.write(lambda tx: tx.run("UNWIND $ids AS id MERGE (n:Entity {id: id}) SET n.x = 0",
                                  {"ids": ids}))  # fmt: skip
    both = threading.Barrier(2)

    def work(tx: Transaction, order: list[str]) -> None:
        for id in order:
            tx.run("MATCH (n:Entity {id: $id}) SET n.x = n.x + 1", {"id": id})
            with suppress(threading.BrokenBarrierError):
                both.wait(1)

    together([lambda o=order: store.write(lambda tx: work(tx, o)) for order in (ids, ids[::-1])])
    rows = store.read("MATCH (n:Entity) RETURN n.id AS id, n.x AS x ORDER BY id")
    assert rows == [{"id": "a", "x": 2}, {"id": "b", "x": 2}]


def loader(url: str, *paths: Path) -> subprocess.Popen[str]:
    """A `cybercoop load` of its own."""
    command = [sys.executable, "-m", "app.cli", "load", "--jobs", "1", "--store", url]
    return subprocess.Popen(
        [*command, *map(str, paths)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.neo4j
def test_loaders_of_overlapping_folders_at_once_give_the_serial_result(
    empty_neo4j_store_url: str, fresh: Store, dump: Dump
) -> None:
    files = sorted(path for path in SAMPLES.rglob("*") if path.is_file())
    parts = [files, files[::2], files[1:]]
    loaders = [loader(empty_neo4j_store_url, *part) for part in parts]
    for done in loaders:
        _, errors = done.communicate(timeout=200)
        assert (done.returncode, errors) == (0, "")
    load(fresh, files)
    store = open_store(empty_neo4j_store_url)
    assert dump(store) == dump(fresh)
    store.close()


@contextmanager
def server(url: str) -> Iterator[httpx.Client]:
    """A client of a `cybercoop serve` of its own."""
    command = [sys.executable, "-m", "app.cli", "serve", "--port", "0", "--store", url]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")
        address = next(m[0] for line in lines if (m := re.search(r"http://[\d.]+:\d+", line)))
        with httpx.Client(base_url=address, timeout=30) as client:
            for _ in range(100):
                try:
                    client.get("/healthz")
                    break
                except httpx.TransportError:
                    time.sleep(0.1)
            yield client
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def titles(client: httpx.Client) -> list[str]:
    return [d["title"] for d in client.get("/v1/documents").raise_for_status().json()["items"]]


def test_a_second_writer_is_told_who_writes_and_readers_go_on(tmp_path: Path) -> None:
    url = f"embedded:{tmp_path / 'graph.kgl'}"
    writer = open_store(url, writable=True)
    prepare(writer)
    write_documents(writer, [vow().reading()])
    writer.flush()
    reader = open_store(url)
    with server(url) as client:
        assert titles(client) == ["A vow"]
        write_documents(writer, [visit().reading()])
        write_documents(writer, [forum().reading()])
        second = loader(url, SAMPLES)
        output, errors = second.communicate(timeout=60)
        assert (second.returncode, output) == (1, "")
        assert errors == (
            f"cybercoop: {url} is being written by process {os.getpid()}; wait until it ends\n"
        )
        assert titles(client) == ["A vow"]
        assert len(reader.read("MATCH (d:Document) RETURN d.id AS id")) == 1
        writer.flush()
        assert titles(client) == ["A visit", "Kongamano", "A vow"]
        assert len(reader.read("MATCH (d:Document) RETURN d.id AS id")) == 3
        writer.close()
        assert titles(client) == ["A visit", "Kongamano", "A vow"]
    reader.close()
