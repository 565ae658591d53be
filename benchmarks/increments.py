"""One changed sentence in one document, and nothing changed at all, against the graph's size.

The graph grows from size to size; at each one documents drawn from all over it are written with
another last sentence, each in a transaction of its own. The checkpoint, after which readers of
the embedded file see the change, is shown apart: it writes the whole file.

    python -m benchmarks.increments --store embedded
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks import documents
from benchmarks.readings import reading
from benchmarks.stores import STORES, fresh, table, versions
from graph.store import Store, open_store
from graph.writing import write_documents
from loaders.executors import processes
from loaders.pipeline import load

SIZES = (1_000, 10_000, 30_000)
CHANGES = 25
RELOADED = 1_000

COLUMNS = (
    "documents",
    "nodes",
    "relationships",
    "one change, median ms",
    "slowest ms",
    "checkpoint ms",
    "unchanged, ms a document",
)


def measure(kind: str, sizes: list[int]) -> list[list[float]]:
    """A row of the table for every size."""
    rows = []
    with fresh(kind) as place, closing(open_store(place.url, writable=True)) as store:
        done = 0
        for size in sizes:
            _grow(store, done, size)
            rows.append([size, *_counts(store), *_changes(store, size), _unchanged(store, size)])
            done = size
    return rows


def _grow(store: Store, done: int, size: int) -> None:
    with TemporaryDirectory() as folder, processes(2) as executor:
        documents.write(Path(folder), size - done, first=done)
        load(store, [Path(folder)], executor=executor)


def _counts(store: Store) -> tuple[int, int]:
    nodes = store.read("MATCH (n) RETURN count(n) AS number")[0]["number"]
    return nodes, store.read("MATCH ()-[r]->() RETURN count(r) AS number")[0]["number"]


def _changes(store: Store, size: int) -> tuple[float, float, float]:
    """Median and longest milliseconds of a change, and those of the checkpoint after all."""
    seconds = []
    for edition, number in enumerate(Random(size).sample(range(size), CHANGES), size):
        changed = [reading(number, edition=edition)]
        seconds.append(_timed(partial(write_documents, store, changed)))
    return 1e3 * median(seconds), 1e3 * max(seconds), 1e3 * _timed(store.flush)


def _unchanged(store: Store, size: int) -> float:
    """Milliseconds a document that a load takes where nothing has changed."""
    with TemporaryDirectory() as folder:
        documents.write(Path(folder), min(RELOADED, size))
        load(store, [Path(folder)])  # undoes the changes
        return 1e3 * _timed(partial(load, store, [Path(folder)])) / min(RELOADED, size)


def _timed(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def main() -> None:
    """Print the table, in Markdown."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.increments", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--store", choices=STORES, required=True)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    given = parser.parse_args()
    rows = measure(given.store, sorted(given.sizes))
    print(f"{versions(given.store)}\n\n{table(COLUMNS, rows)}")


if __name__ == "__main__":
    main()
