"""How long reads take, and how that grows with the graph: hops, paths, search, every question.

The graphs are the reference facts and generated documents, loaded by `cybercoop load` into the
embedded store, and copied from there to Neo4j. `--graphs` keeps them for the next run.

    python -m benchmarks.reads --store embedded
    python -m benchmarks.reads --store neo4j --sizes 10000 100000
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

import psutil

from benchmarks import documents
from benchmarks.rest import over_http
from benchmarks.stores import STORES, Place, served, table, versions
from graph.moving import copy
from graph.schema import Schema
from graph.store import Store, open_store
from graph.vocabulary import SCHEMA
from queries.catalog import Question, ask, questions
from queries.columns import types_pattern
from queries.entities import entity, neighbours
from queries.paths import path
from queries.search import search

DOCUMENTS = {10_000: 0, 100_000: 1_700, 1_000_000: 19_000}
"""By about how many relationships a graph has: how many documents are in it."""

ADDRESSES = 200
"""How many entities are asked for over HTTP."""

RUNS, MOST_SECONDS = 200, 3.0
"""How often a read is timed; one that takes long is timed for so long only."""

COLUMNS = ("read", "runs", "p50 ms", "p99 ms")

TWO_HOPS = f"""
MATCH (e:Entity {{id: $id}})-[:{types_pattern(SCHEMA.walked_types())}]-(m:Entity)
MATCH (m)-[f:{types_pattern(SCHEMA.walked_types())}]-(o:Entity)
WHERE o.id <> $id
RETURN DISTINCT o.id AS id, o.name AS name
ORDER BY name, id
LIMIT 50
"""

Read = Callable[[Random], object]


def reads(store: Store) -> dict[str, Read]:
    """The reads by name; each is of entities that chance chooses."""
    known = _Known(store)
    named: dict[str, Read] = {
        "an entity": lambda r: entity(store, r.choice(known.ids)),
        "one hop: its neighbours, 50 of them": lambda r: neighbours(store, r.choice(known.ids)),
        "one hop from a country": lambda r: neighbours(store, r.choice(known.countries)),
        "two hops, the first 50": lambda r: store.read(TWO_HOPS, {"id": r.choice(known.ids)}),
        "path between two entities": lambda r: path(store, *r.sample(known.ids, 2)),
        "path between two countries": lambda r: path(store, *r.sample(known.countries, 2)),
        "search: a name": lambda r: search(store, r.choice(known.names)),
        "search: its first letters": lambda r: search(
            store, r.choice(known.names)[: r.randint(2, 8)]
        ),
        "search: with a typo": lambda r: search(store, _typo(r.choice(known.names), r)),
    }
    for question in questions():
        named[f"`{question.name}`"] = partial(_answered, store, question, known)
    return named


class _Known:
    """What there is to choose from in a graph."""

    def __init__(self, store: Store, schema: Schema = SCHEMA) -> None:
        rows = store.read("MATCH (e:Entity) RETURN e.id AS id, e.name AS name ORDER BY id")
        self.ids: list[str] = [row["id"] for row in rows]
        self.names: list[str] = [row["name"] for row in rows]
        spoken = "MATCH (e:Country)-[f]-(:Entity) RETURN e.id AS id, count(f) AS n ORDER BY n DESC"
        self.countries: list[str] = [row["id"] for row in store.read(f"{spoken} LIMIT 40")]
        rows = store.read("MATCH (d:Document) RETURN d.id AS id ORDER BY id LIMIT 1000")
        self.documents: list[str] = [row["id"] for row in rows]

    def instead(self, value: object, random: Random) -> object:
        """One of those that are here, for a country or document of an example."""
        if str(value).startswith("country:"):
            return random.choice(self.countries)
        return random.choice(self.documents) if str(value).startswith("doc:") else value


def _answered(store: Store, question: Question, known: _Known, random: Random) -> object:
    given = {k: known.instead(v, random) for k, v in question.example.items() if v is not None}
    return ask(store, question, given, seconds=60)


def _typo(name: str, random: Random) -> str:
    place = random.randrange(len(name))
    return name[:place] + random.choice("abcdefghijklmnopqrstuvwxyz") + name[place + 1 :]


def timed(read: Read) -> tuple[int, float, float]:
    """How often a read ran, and its milliseconds: the median, and the 99th of a hundred."""
    random, taken = Random(0), list[float]()
    read(random)
    began = perf_counter()
    while len(taken) < RUNS and perf_counter() - began < MOST_SECONDS:
        started = perf_counter()
        read(random)
        taken.append(1e3 * (perf_counter() - started))
    taken.sort()
    return len(taken), taken[len(taken) // 2], taken[int(len(taken) * 0.99)]


@contextmanager
def filled(kind: str, size: int, graphs: Path) -> Iterator[Place]:
    """A store with a graph of about so many relationships."""
    graphs.mkdir(parents=True, exist_ok=True)
    file = graphs / f"{size}.kgl"
    if not file.exists():
        _load(file, DOCUMENTS[size])
    if kind == "embedded":
        yield Place(f"embedded:{file}", graphs)
        return
    with served((graphs / f"{size}.neo4j").resolve()) as place:
        whole = place.files / "copied"
        if not whole.exists():
            place.empty()
            with (
                closing(open_store(f"embedded:{file}")) as source,
                closing(open_store(place.url, writable=True)) as target,
            ):
                copy(source, target)
            whole.touch()
        yield place


def _load(file: Path, number: int) -> None:
    made = file.with_suffix(".new.kgl")
    with TemporaryDirectory() as folder:
        documents.write(Path(folder), number)
        command = [sys.executable, "-m", "app.cli", "load", "--reference", "--store"]
        subprocess.run([*command, f"embedded:{made}", folder], check=True, stdout=sys.stderr)
    made.rename(file)


def measure(kind: str, size: int, graphs: Path) -> None:
    """Print the tables of one graph, in Markdown."""
    with filled(kind, size, graphs) as place, closing(open_store(place.url)) as store:
        print(f"\n### {_size(store)}; {versions(kind)}\n")
        rows = [[name, *timed(read)] for name, read in reads(store).items()]
        print(table(COLUMNS, rows))
        own, server = psutil.Process(), place.process
        said = f"\nMemory: {_megabytes(own):,.0f} MB in the process that reads"
        print(said + (f", {_megabytes(server):,.0f} MB in the server" if server else ""))
        ids = Random(0).choices(_Known(store).ids, k=ADDRESSES)
        print(f"\n{table(*over_http(place.url, ids))}", flush=True)


def _size(store: Store) -> str:
    counts = {
        "relationships": "MATCH ()-[r]->() RETURN count(r) AS n",
        "nodes": "MATCH (n) RETURN count(n) AS n",
        "entities": "MATCH (n:Entity) RETURN count(n) AS n",
    }
    return ", ".join(f"{store.read(query)[0]['n']:,} {what}" for what, query in counts.items())


def _megabytes(process: psutil.Process) -> float:
    return process.memory_info().rss / 1e6


def main() -> None:
    """Measure the graphs of all sizes."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.reads", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--store", choices=STORES, required=True)
    parser.add_argument("--sizes", type=int, nargs="+", choices=DOCUMENTS, default=list(DOCUMENTS))
    parser.add_argument("--graphs", type=Path, help="keep the graphs in this folder")
    given = parser.parse_args()
    kept = given.graphs or Path(".cache/benchmark-graphs")
    try:
        for size in given.sizes:
            measure(given.store, size, kept)
    finally:
        if given.graphs is None:
            shutil.rmtree(kept, ignore_errors=True)


if __name__ == "__main__":
    main()
