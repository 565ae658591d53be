"""Where queries that people write are run: some at a time, each within its limits."""

from __future__ import annotations

import json
import multiprocessing
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from graph.store import StoreBusy, StoreError, StoreTimeout
from queries.errors import BadArgument
from queries.raw.refused import Refused
from queries.raw.rules import checked
from queries.raw.worker import READY, Job, Outcome, serve

START_SECONDS = 60.0
"""How long a process may take to start and to open the store."""

GRACE_SECONDS = 1.0
"""How long after its time a query may take to say that it has stopped."""

INTEGERS = range(-(2**63), 2**63)
MOST_PARAMETER_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take, and how many may be at work at once."""

    seconds: float = 10.0
    rows: int = 1000
    bytes: int = 5_000_000
    memory: int = 1 << 30
    """Bytes beside what the open store takes."""
    queries: int = 2


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """The rows of a query; `truncated` where there were more than may be."""

    columns: tuple[str, ...]
    rows: list[dict[str, Any]]
    truncated: bool
    seconds: float


class Console:
    """Runs queries on the store at a URL, each in a process that is used again for the next.

    It may be used by several threads at once. `close` ends the processes.
    """

    def __init__(self, url: str, limits: Limits = Limits()) -> None:
        self._url, self._limits = url, limits
        self._free = [Worker(url) for _ in range(limits.queries)]
        self._lock = threading.Lock()

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> RawAnswer:
        """The rows of a reading query.

        Raises `Refused` for one that may not be run or that takes more memory than it may,
        `BadArgument` for parameters that are no values, `StoreTimeout` for one that takes too
        long, `StoreBusy` where as many as may be are at work, and other `StoreError`s.
        """
        given = dict(parameters or {})
        _check_parameters(given)
        limits = self._limits
        text = checked(cypher, given)
        job = Job(text, given, limits.seconds, limits.rows, limits.bytes, limits.memory)
        worker = self._take()
        try:
            began = time.monotonic()
            outcome = worker.run(job)
            seconds = time.monotonic() - began
        finally:
            with self._lock:
                self._free.append(worker)
        if outcome.sort == "answer":
            rows = [json.loads(row) for row in outcome.rows]
            return RawAnswer(outcome.columns, rows, outcome.truncated, round(seconds, 3))
        raise self._error(cypher, outcome)

    def close(self) -> None:
        """End the processes."""
        with self._lock:
            for worker in self._free:
                worker.end()

    def _take(self) -> Worker:
        with self._lock:
            if not self._free:
                raise StoreBusy(
                    f"{self._limits.queries} queries are at work, which is as many as may be; "
                    "try again when one has ended"
                )
            return self._free.pop()

    def _error(self, cypher: str, outcome: Outcome) -> Exception:
        if outcome.sort == "timeout":
            return StoreTimeout(
                f"the query took longer than {self._limits.seconds:g} seconds and was stopped; "
                "narrow it, or begin at a node whose id is known"
            )
        if outcome.sort == "died":
            return Refused(
                cypher,
                None,
                f"needs more than the {self._limits.memory >> 20} MB of memory that it may take, "
                "and was stopped; return or collect less",
            )
        if outcome.sort == "refused":
            return Refused(cypher, None, outcome.words)
        return (StoreBusy if outcome.sort == "busy" else StoreError)(outcome.words)


class Worker:
    """One process, started at its first job and again after its death."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None

    def run(self, job: Job) -> Outcome:
        """What comes of a job; the process is ended where it does not answer in time."""
        pipe = self._started()
        try:
            pipe.send(job)
            if pipe.poll(job.seconds + GRACE_SECONDS):
                answer: Outcome = pipe.recv()
                return answer
        except (EOFError, OSError):
            self.end()
            return Outcome("died")
        self.end()
        return Outcome("timeout")

    def end(self) -> None:
        """End the process, whatever it is at."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None

    def _started(self) -> Connection:
        if self._process is not None and self._process.is_alive() and self._pipe is not None:
            return self._pipe
        self.end()
        # Not forked: the server's threads and the store's would be left in an unknown state.
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, self._url), daemon=True)
        self._process.start()
        theirs.close()
        try:
            if self._pipe.poll(START_SECONDS) and self._pipe.recv() == READY:
                return self._pipe
        except (EOFError, OSError):
            pass
        self.end()
        raise StoreError("the process that queries run in does not start; see the server's log")


def _check_parameters(parameters: Mapping[str, Any]) -> None:
    """Raise `BadArgument` for what is no value of a graph, or too big."""
    if any(not isinstance(name, str) for name in parameters):
        raise BadArgument("parameters", "names are texts")
    waiting: list[tuple[Any, int]] = [(parameters, 0)]
    while waiting:
        value, depth = waiting.pop()
        if depth > 20:
            raise BadArgument("parameters", "more than 20 lists or maps within each other")
        if isinstance(value, dict):
            waiting += [(v, depth + 1) for v in value.values()]
        elif isinstance(value, list):
            waiting += [(v, depth + 1) for v in value]
        elif isinstance(value, int) and value not in INTEGERS:
            raise BadArgument("parameters", f"{value} is no whole number of 64 bits")
    if len(json.dumps(parameters)) > MOST_PARAMETER_BYTES:
        raise BadArgument("parameters", f"bigger than {MOST_PARAMETER_BYTES} bytes")
