"""Writing documents beside writing the very same rows with the bare store.

Ours is `graph.writing.write_documents` of documents that were read before the clock starts. The
peer creates the nodes and relationships that ours ended with: constraints and indexes first,
`UNWIND` of rows in batches, ends matched by their indexed ids, one transaction a batch. It is told
what to write, while ours finds out what is stored, who is who, and which facts follow.

    python -m benchmarks.load --store embedded
    pip install --target .cache/fast neo4j-rust-ext
    python -m benchmarks.load --store neo4j --fast .cache/fast
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks import raw
from benchmarks.readings import batches
from benchmarks.stores import STORES, Place, fresh, table, versions
from graph.store import Store, open_store
from graph.versions import prepare
from graph.vocabulary import SCHEMA
from graph.writing import Reading, write_documents
from loaders.pipeline import BATCH

COLUMNS = ("who writes", "s", "documents/s", "rows/s", "share of the peer's speed")

WARM_UP = 300
"""Documents written and thrown away first, so that the server has compiled what it runs."""

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Graph:
    """All of a graph: nodes by labels, relationships by the labels of their ends and type."""

    nodes: dict[tuple[str, ...], Rows]
    relationships: dict[tuple[str, str, str], Rows]

    def size(self) -> int:
        """How many nodes and relationships."""
        groups = [*self.nodes.values(), *self.relationships.values()]
        return sum(len(rows) for rows in groups)


def ours(store: Store, documents: list[list[Reading]]) -> None:
    """Write as a load does, the checkpoint at its end included."""
    for batch in documents:
        write_documents(store, batch)
    store.flush()


def taken(store: Store) -> Graph:
    """What a store holds. Names of labels put the one that has the unique id first."""
    nodes: dict[tuple[str, ...], Rows] = defaultdict(list)
    for row in store.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties"):
        nodes[_ordered(row["labels"])].append(_own(row["properties"]))
    relationships: dict[tuple[str, str, str], Rows] = defaultdict(list)
    for row in store.read(
        "MATCH (a)-[r]->(b) RETURN labels(a) AS left, a.id AS source, type(r) AS type, "
        "labels(b) AS right, b.id AS target, properties(r) AS properties"
    ):
        ends = _ordered(row["left"])[0], row["type"], _ordered(row["right"])[0]
        line = {
            "source": row["source"],
            "target": row["target"],
            "properties": _own(row["properties"]),
        }
        relationships[ends].append(line)
    return Graph(dict(nodes), dict(relationships))


def peer(store: raw.Bare, graph: Graph) -> None:
    """Create the same with the bare store."""
    for labels, rows in graph.nodes.items():
        statement = f"UNWIND $rows AS row CREATE (n:{':'.join(labels)}) SET n += row"
        raw.write(store, statement, rows)
    for (left, type_, right), rows in graph.relationships.items():
        statement = (
            f"UNWIND $rows AS row MATCH (a:{left} {{id: row.source}}) "
            f"MATCH (b:{right} {{id: row.target}}) "
            f"CREATE (a)-[r:{type_}]->(b) SET r += row.properties"
        )
        raw.write(store, statement, rows)
    store.finish()


def measure(kind: str, documents: int, rounds: int) -> list[list[Any]]:
    """Rows of the table: ours and the peer's, on one store in turns, the median of some rounds."""
    work, warm_up = batches(range(documents), BATCH), batches(range(WARM_UP), BATCH)
    our_seconds, peer_seconds = [], []
    with fresh(kind) as place:
        _peer_once(place, _ours_once(place, warm_up)[1])
        for _ in range(rounds):
            seconds, graph = _ours_once(place, work)
            our_seconds.append(seconds)
            peer_seconds.append(_peer_once(place, graph))
    us, them, size = median(our_seconds), median(peer_seconds), graph.size()
    return [
        [f"cybercoop, {versions(kind)}", us, documents / us, size / us, f"{them / us:.0%}"],
        [f"the same rows by UNWIND, {versions(kind)}", them, documents / them, size / them, ""],
    ]


def _ours_once(place: Place, work: list[list[Reading]]) -> tuple[float, Graph]:
    """Seconds that our writing takes into an empty store, and what it then holds."""
    place.empty()
    with closing(open_store(place.url, writable=True)) as store:
        prepare(store)
        return _timed(lambda: ours(store, work)), taken(store)


def _peer_once(place: Place, graph: Graph) -> float:
    """Seconds that the bare store takes to write the same into an empty store."""
    place.empty()
    with raw.bare(place) as store:
        raw.define(store, SCHEMA)
        return _timed(lambda: peer(store, graph))


def _timed(work: Callable[[], None]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def _ordered(labels: list[str]) -> tuple[str, ...]:
    return tuple(sorted(labels, key=lambda label: (label != "Entity", label)))


def _own(properties: dict[str, Any]) -> dict[str, Any]:
    """Properties without those that KGLite shows beside them."""
    return {k: v for k, v in properties.items() if k not in {"title", "type"} and v is not None}


def main() -> None:
    """Print the table, in Markdown; as JSON for the run that another one starts."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.load", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--store", choices=STORES, required=True)
    parser.add_argument("--documents", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--fast", type=Path, help="a folder with neo4j-rust-ext, for a second run")
    parser.add_argument("--json", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    rows = measure(given.store, given.documents, given.rounds)
    if given.fast:
        command = [sys.executable, "-m", "benchmarks.load", "--json", "--store", given.store]
        command += ["--documents", str(given.documents), "--rounds", str(given.rounds)]
        environment = os.environ | {"PYTHONPATH": str(given.fast.resolve())}
        rows += json.loads(subprocess.check_output(command, env=environment))
    print(json.dumps(rows) if given.json else table(COLUMNS, rows))


if __name__ == "__main__":
    main()
