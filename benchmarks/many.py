"""Many documents by the real command: rate, memory, size on disk, and the same load once more.

python -m benchmarks.many --store embedded --documents 100000
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

import psutil

from benchmarks import documents
from benchmarks.stores import STORES, Place, fresh, table, versions
from graph.store import open_store
from graph.vocabulary import SCHEMA

STEPS = 10
"""Parts of the load whose rates are shown."""

EVERY_SECONDS = 0.2

COLUMNS = ("documents", "s", "documents/s in this part", "loader, MB")


@dataclass
class Watch:
    """What is seen of a load while it runs. Memory is that of resident pages, in megabytes."""

    begun: list[tuple[int, float]] = field(default_factory=list)
    """How many files were begun, and the second in which that was seen."""
    loader: list[float] = field(default_factory=list)
    """Memory of the loading process, beside each of `begun`."""
    readers: float = 0.0
    """Most memory of one of the processes that read."""
    server: float = 0.0
    seconds: float = 0.0

    def at(self, files: int) -> tuple[float, float]:
        """The second in which so many files were done, and most memory of the loader by then."""
        seen = [n for n, (begun, _) in enumerate(self.begun) if begun > files]
        last = seen[0] if seen else len(self.begun)
        return self.begun[last][1] if seen else self.seconds, max(self.loader[: last + 1])


def load(place: Place, folder: Path, jobs: int) -> Watch:
    """Run `cybercoop load` and watch it. Raises `SystemExit` where it fails."""
    command = [sys.executable, "-m", "app.cli", "load", str(folder), "--jobs", str(jobs)]
    started = perf_counter()
    process = subprocess.Popen([*command, "--store", place.url], stdout=subprocess.DEVNULL)
    try:
        seen = _watch(process, folder, place.process, started)
    finally:
        process.terminate()
        code = process.wait()
    if code:
        raise SystemExit(f"the load ended with code {code}; its message stands above")
    return seen


def _watch(
    process: subprocess.Popen[bytes], folder: Path, server: psutil.Process | None, started: float
) -> Watch:
    files = {str(file): number for number, file in enumerate(sorted(folder.iterdir()), 1)}
    seen, begun, loader = Watch(), 0, psutil.Process(process.pid)
    while process.poll() is None:
        try:
            begun = max([begun, *(files.get(file.path, 0) for file in loader.open_files())])
            memory = _megabytes(loader)
            readers = [_megabytes(child) for child in loader.children(recursive=True)]
        except psutil.Error:  # it has ended meanwhile
            continue
        seen.begun.append((begun, perf_counter() - started))
        seen.loader.append(memory)
        seen.readers = max([seen.readers, *readers])
        seen.server = max(seen.server, _megabytes(server) if server else 0.0)
        sleep(EVERY_SECONDS)
    seen.seconds = perf_counter() - started
    return seen


def _megabytes(process: psutil.Process) -> float:
    return float(process.memory_info().rss) / 1e6


def rates(seen: Watch, total: int) -> list[list[float]]:
    """Rows of the table: the load in parts of about the same number of documents."""
    files = -(-total // documents.PER_FILE)
    rows, before = [], (0, 0.0)
    for step in range(1, STEPS + 1):
        part = files * step // STEPS
        done = min(part * documents.PER_FILE, total)
        if done == before[0]:
            continue
        seconds, memory = seen.at(part)
        rows.append([done, seconds, (done - before[0]) / (seconds - before[1]), memory])
        before = done, seconds
    return rows


def counts(place: Place) -> dict[str, int]:
    """What the graph holds."""
    statements = {
        "nodes": "MATCH (n) RETURN count(n) AS number",
        "relationships": "MATCH ()-[r]->() RETURN count(r) AS number",
        "claims": "MATCH (n:Claim) RETURN count(n) AS number",
        "entities": "MATCH (n:Entity) RETURN count(n) AS number",
        "facts": f"MATCH ()-[r:{'|'.join(t.name for t in SCHEMA.types)}]->() "
        "RETURN count(r) AS number",
    }
    with closing(open_store(place.url)) as store:
        return {name: store.read(text)[0]["number"] for name, text in statements.items()}


def main() -> None:
    """Print what was measured, in Markdown."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.many", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--store", choices=STORES, required=True)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=documents.WORDS)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--under", type=Path, help="the folder in which all is kept meanwhile")
    given = parser.parse_args()
    with TemporaryDirectory(dir=given.under) as name, fresh(given.store, given.under) as place:
        folder = Path(name)
        documents.write(folder, given.documents, words=given.words)
        seen = load(place, folder, given.jobs)
        disk, again = place.megabytes(), load(place, folder, given.jobs)
        held = counts(place)
    print(f"{versions(given.store)}, {given.jobs} jobs\n")
    print(table(COLUMNS, rates(seen, given.documents)), end="\n\n")
    whole = {
        "documents/s, all in all": given.documents / seen.seconds,
        "the same load again, documents/s": given.documents / again.seconds,
        "most memory of the loader, MB": max(seen.loader),
        "most memory of a process that reads, MB": seen.readers,
        "most memory of the server, MB": seen.server or "",
        "on disk, MB": disk,
        **held,
    }
    print(table(("", given.store), [[name, number] for name, number in whole.items()]))


if __name__ == "__main__":
    main()
