"""Stores to measure on: a file, or a Neo4j of our own that Maven puts together."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from tools.neo4j.choice import empty
from tools.neo4j.server import Server, running

STORES = ("embedded", "neo4j")


@dataclass(frozen=True, slots=True)
class Place:
    """A store: its URL, the folder that it is kept in, and the server with its process if any."""

    url: str
    files: Path
    server: Server | None = None
    process: psutil.Process | None = None

    def empty(self) -> None:
        """Take out all that is in it."""
        if self.server:
            empty(self.server)
        else:
            shutil.rmtree(self.files, ignore_errors=True)

    def megabytes(self) -> float:
        """What it takes on disk."""
        return sum(f.stat().st_size for f in self.files.rglob("*") if f.is_file()) / 1e6


@contextmanager
def fresh(kind: str, under: Path | None = None) -> Iterator[Place]:
    """An empty store of a kind in a folder of its own below `under`, which goes with it."""
    with TemporaryDirectory(dir=under) as name:
        folder = Path(name)
        if kind == "embedded":
            yield Place(f"embedded:{folder / 'store' / 'graph.kgl'}", folder / "store")
            return
        with served(folder) as place:
            yield place


@contextmanager
def served(folder: Path) -> Iterator[Place]:
    """A Neo4j whose data stay in a folder."""
    with running(folder) as server:
        java = next(p for p in psutil.Process().children() if p.name() == "java")
        yield Place(server.url, folder / "data", server, java)


def versions(kind: str) -> str:
    """What writes to a store of a kind, with its version."""
    packages = ("kglite",) if kind == "embedded" else ("neo4j", "neo4j-rust-ext")
    return " + ".join(f"{p} {v}" for p in packages if (v := _version(p)))


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A table in Markdown, numbers to the right."""
    rule = ["---", *["---:"] * (len(columns) - 1)]
    return "\n".join("| " + " | ".join(map(_cell, row)) + " |" for row in (columns, rule, *rows))


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return f"{value:,}" if isinstance(value, int) else str(value)
