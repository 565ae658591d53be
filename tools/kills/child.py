"""Commands and questions, each in a forked child, so that this process never opens a store.

A child begins with everything imported. What it does from there on is what `cybercoop` does with
the same arguments; it only notes in shared memory how far it is, so that a kill can be counted
under what it interrupted.
"""

from __future__ import annotations

import gc
import mmap
import os
import pickle
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from app.cli import main
from graph.store.embedded import EmbeddedStore
from graph.store.neo4j import Neo4jStore
from loaders import pipeline, reference
from loaders.reading import made
from loaders.text.language import detect

T = TypeVar("T")

PHASES = ("opening", "reading", "writing", "flushing", "ended before")
OPENING, READING, WRITING, FLUSHING, ENDED = range(len(PHASES))

SMALL_BATCH = 8
"""Documents in one transaction: fewer than is usual, so that a small load has several."""

LEFT_OUT = "countries"
"""The dataset that is not loaded: two claims in three are its, and each check would read them."""

POLL_SECONDS = 0.0005


class ChildFailed(Exception):
    """A question to a store failed in its child; the message is the traceback."""


IMPORTED_LATE = (
    "app.cli.output",
    "app.settings",
    "concurrent.futures.process",
    "dotenv",
    "loaders.executors",
    "pydantic_settings.sources",
    "queries.documents",
    "rich.markup",
    "rich.progress",
    "rich.table",
)
"""What commands import when they run."""


def warm_up() -> None:
    """Load what a load needs, once and before any fork."""
    for name in IMPORTED_LATE:
        import_module(name)
    made("rules")
    small = tuple(dataset for dataset in reference.datasets() if dataset.name != LEFT_OUT)
    reference.datasets = lambda: small
    detect("Kenya and Morocco signed a memorandum.")
    pipeline.BATCH = SMALL_BATCH
    gc.freeze()  # what is there stays there, so children need not copy it


@dataclass(slots=True)
class Command:
    """A `cybercoop` command under way in a child."""

    pid: int
    phase: mmap.mmap
    output: Path

    @classmethod
    def start(cls, arguments: Sequence[str], output: Path) -> Command:
        """Start `cybercoop` with `arguments`; what it prints goes to `output`."""
        phase = mmap.mmap(-1, 1)
        pid = _fork()
        if pid == 0:
            _become(arguments, phase, output)
        return cls(pid, phase, output)

    def opened(self) -> bool:
        """Wait until the command opens the store; False where it ends before."""
        while self.phase[0] == OPENING:
            if self.ended() is not None:
                return False
            time.sleep(POLL_SECONDS)
        return True

    def reach(self, phase: int, times: int) -> None:
        """Wait until it has entered a phase so many times, or has ended."""
        while times and self.phase[0] != ENDED:
            if self.phase[0] == phase:
                times -= 1
                while times and self.phase[0] == phase:
                    time.sleep(POLL_SECONDS)
            time.sleep(POLL_SECONDS)

    def kill(self) -> str:
        """Send SIGKILL; give the phase it was in."""
        os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        return PHASES[self.phase[0] if os.WIFSIGNALED(status) else ENDED]

    def ended(self, seconds: float = 0.0) -> int | None:
        """The exit code once it has ended; None where it has not within `seconds`."""
        deadline = time.monotonic() + seconds
        while True:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            if time.monotonic() >= deadline:
                return None
            time.sleep(0.005)


def asked(question: Callable[..., T], *arguments: Any) -> T:
    """What `question` gives in a child of its own. Raises `ChildFailed` where it fails."""
    reader, writer = os.pipe()
    pid = _fork()
    if pid == 0:
        os.close(reader)
        with os.fdopen(writer, "wb") as pipe:
            try:
                pickle.dump((True, question(*arguments)), pipe)
            except BaseException:
                pickle.dump((False, traceback.format_exc()), pipe)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(pid, 0)
    if not said:
        raise ChildFailed(f"a child ended with status {status}")
    good, answer = pickle.loads(said)
    if not good:
        raise ChildFailed(answer)
    return answer  # type: ignore[no-any-return]


def _fork() -> int:
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
    return pid


def _become(arguments: Sequence[str], phase: mmap.mmap, output: Path) -> None:
    """Run a command and end; never returns."""
    code = 1
    try:
        screen = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(screen, 1)
        os.dup2(screen, 2)
        _watch(phase)
        sys.argv = ["cybercoop", *arguments]
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        phase[0] = ENDED
        os._exit(code)


def _watch(phase: mmap.mmap) -> None:
    """Note in `phase` what a store is at."""
    for store in (EmbeddedStore, Neo4jStore):
        for name, number in (
            ("__init__", READING),
            ("write", WRITING),
            ("flush", FLUSHING),
            ("close", FLUSHING),
        ):
            setattr(store, name, _noted(getattr(store, name), phase, number))


def _noted(method: Callable[..., T], phase: mmap.mmap, number: int) -> Callable[..., T]:
    def noted(*arguments: Any, **more: Any) -> T:
        phase[0] = number
        try:
            return method(*arguments, **more)
        finally:
            phase[0] = READING

    return noted
