"""Where the graph under attack lives: a file, or a server that can itself be killed."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from tools.kills.child import FLUSHING, WRITING, asked
from tools.kills.questions import emptied
from tools.neo4j.server import Server, ServerError, running


class Home(Protocol):
    """A place for the graph, empty at the start."""

    url: str
    readers_lag: bool
    """Whether readers see the last checkpoint only, so that there are two states to look at."""
    has_server: bool
    phase_seconds: Mapping[int, float]
    """About how long a phase takes that a kill may aim at."""

    def keep(self) -> None:
        """Keep a copy of the files as they are now, in place of the copy before."""

    def kill_server(self) -> None:
        """Send SIGKILL to the server."""

    def start_server(self) -> None:
        """Start the server again on what it has left."""

    def afresh(self) -> str:
        """The URL of an empty store of the same sort."""


class FileHome:
    """An embedded store; `keep` puts its files into the folder `before`."""

    readers_lag = True
    has_server = False
    phase_seconds: Mapping[int, float] = MappingProxyType({WRITING: 0.02, FLUSHING: 0.01})

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "store"
        self._kept = folder / "before"
        self._folder.mkdir()
        self.url = f"embedded:{self._folder / 'graph.kgl'}"

    def keep(self) -> None:
        shutil.rmtree(self._kept, ignore_errors=True)
        shutil.copytree(self._folder, self._kept)

    def kill_server(self) -> None:
        raise RuntimeError("an embedded store has no server")

    start_server = kill_server

    def afresh(self) -> str:
        return f"embedded:{self._folder.with_name('afresh') / 'graph.kgl'}"


class ServerHome:
    """A Neo4j server of our own, whose data lie in `folder`, or one at a given URL."""

    readers_lag = False
    phase_seconds: Mapping[int, float] = MappingProxyType({WRITING: 0.3})

    def __init__(self, folder: Path, given: str | None, stack: ExitStack) -> None:
        self._folder = folder / "neo4j"
        self._stack = stack
        self.has_server = given is None
        self._server: Server | None = None
        self.url = given or self._start()
        if given:
            asked(emptied, given)

    def keep(self) -> None:
        """Nothing: a server that runs cannot be copied; its folder stays as it is."""

    def kill_server(self) -> None:
        assert self._server is not None and self._server.pid is not None
        os.kill(self._server.pid, signal.SIGKILL)
        self._stack.close()

    def start_server(self) -> None:
        deadline = time.monotonic() + 30
        while True:
            try:
                self.url = self._start()
                return
            except ServerError:
                if time.monotonic() > deadline:
                    raise

    def afresh(self) -> str:
        asked(emptied, self.url)
        return self.url

    def _start(self) -> str:
        bolt = int(self._server.bolt.rpartition(":")[2]) if self._server else 0
        self._server = self._stack.enter_context(running(self._folder, bolt=bolt))
        return self._server.url


@contextmanager
def home(store: str, folder: Path, given: str | None) -> Iterator[Home]:
    """A home for an `embedded` or a `neo4j` store in `folder`; the latter may be `given` by URL."""
    with ExitStack() as stack:
        yield FileHome(folder) if store == "embedded" else ServerHome(folder, given, stack)
