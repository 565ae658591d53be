"""The process that queries run in: a memory limit of its own, and nothing to lose if it dies.

It opens the store, then takes one `Job` after another from its pipe and answers each with an
`Outcome`. Whoever started it ends it when it does not answer in time.
"""

from __future__ import annotations

import json
import math
import os
import re
import resource
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Literal

from graph.store import (
    Plan,
    Store,
    StoreBusy,
    StoreError,
    StoreQueryError,
    StoreTimeout,
    Table,
    open_store,
)
from queries.raw import allowed

READY = "ready"
"""What it says when it is up."""

PAGE = resource.getpagesize()
EXPLAIN = "EXPLAIN "
COLUMN = re.compile(r"(line 1, col(?:umn)? |offset: )(\d+)")
"""Where a store says that an error is, on the line that begins with EXPLAIN."""

DEEPEST_VALUE = 50
"""Lists and maps within each other, in an answer."""


@dataclass(frozen=True, slots=True)
class Job:
    """A query that passed the rules, and its limits."""

    cypher: str
    parameters: Mapping[str, Any]
    seconds: float
    rows: int
    bytes: int
    memory: int
    """Bytes that it may take beside what the open store takes."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: `answer`, or the sort of error and its words."""

    sort: Literal["answer", "refused", "timeout", "busy", "store", "died"]
    words: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    """Each as JSON."""
    truncated: bool = False


def serve(pipe: Connection, url: str) -> None:
    """Answer jobs until the pipe is closed. The entry point of the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who started it
    # One core a query, and no room set aside for each of many threads.
    os.putenv("RAYON_NUM_THREADS", "1")
    _limit(resource.RLIMIT_CORE, 0)
    store = open_store(url)
    pipe.send(READY)
    while True:
        try:
            job: Job = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send(_outcome(store, job))


def _outcome(store: Store, job: Job) -> Outcome:
    try:
        _limit(resource.RLIMIT_AS, resource.RLIM_INFINITY)
        _limit(resource.RLIMIT_FSIZE, resource.RLIM_INFINITY)
        store.ping()  # opens what has changed, which the limits are not for
        _limit(resource.RLIMIT_AS, _in_use() + job.memory)
        _limit(resource.RLIMIT_FSIZE, 0)  # a query writes no file
        plan = _plan(store, job)
        if reason := _objection(plan):
            return Outcome("refused", reason)
        found = store.browse(job.cypher, job.parameters, seconds=job.seconds, rows=job.rows + 1)
        return _written(found, job)
    except StoreTimeout:
        return Outcome("timeout")
    except StoreQueryError as error:
        return Outcome("refused", f"the store refuses it: {str(error).splitlines()[0]}")
    except StoreBusy as error:
        return Outcome("busy", str(error))
    except StoreError as error:
        return Outcome("store", str(error))
    except (MemoryError, RecursionError):
        return Outcome("refused", "its answer is too big; return less")


def _plan(store: Store, job: Job) -> Plan:
    """How the store would run a query. Its complaints have places as in the query itself."""
    try:
        return store.explain(job.cypher, job.parameters, seconds=job.seconds)
    except StoreQueryError as error:
        words = COLUMN.sub(lambda m: f"{m[1]}{max(0, int(m[2]) - len(EXPLAIN))}", str(error))
        raise StoreQueryError(words) from error


def _objection(plan: Plan) -> str:
    """Why a plan may not be run; nothing where it may."""
    if not plan.reads:
        return "does more than read; this reads the graph only"
    for step in plan.operators:
        name = step.partition("(")[0].split()[0]
        if not (
            name in allowed.OPERATORS
            or name.endswith(allowed.OPERATOR_ENDINGS)
            or name.startswith(allowed.OPERATOR_BEGINNINGS)
        ):
            return f"would be run by {name}, which is not among the steps that may be"
    return ""


def _written(found: Table, job: Job) -> Outcome:
    """The rows as JSON, as many as may be."""
    rows, size = list[str](), 0
    for row in found.rows[: job.rows]:
        text = json.dumps(_plain(row), ensure_ascii=False, allow_nan=False)
        size += len(text.encode())
        if size > job.bytes:
            break
        rows.append(text)
    if found.rows and not rows:
        return Outcome("refused", f"its first row is bigger than {job.bytes} bytes; return less")
    return Outcome("answer", "", found.columns, tuple(rows), len(rows) < len(found.rows))


def _plain(value: Any, depth: int = 0) -> Any:
    """A value as JSON knows it; a float that is no number becomes a text."""
    if depth > DEEPEST_VALUE:
        raise RecursionError
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    if isinstance(value, dict):
        return {str(k): _plain(v, depth + 1) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v, depth + 1) for v in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)


def _in_use() -> int:
    """Bytes of address space in use; as good as none where the system does not say."""
    statistics = Path("/proc/self/statm")
    return int(statistics.read_text().split()[0]) * PAGE if statistics.exists() else 0


def _limit(what: int, limit: int) -> None:
    _, most = resource.getrlimit(what)
    resource.setrlimit(what, (limit if most == resource.RLIM_INFINITY else min(limit, most), most))
