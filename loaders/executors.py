"""Where documents are read: processes of this machine, or a Dask cluster."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

from loaders.extract.registry import DEFAULT
from loaders.reading import ReadingStopped, version_of
from loaders.sources.walk import find

MANY = 1_000_000
"""Bytes of input from which on more processes save more time than their start takes."""

SCHEDULER_SECONDS = 10.0
"""How long the scheduler of a cluster may take to answer."""

WATCH_SECONDS = 1.0
"""How often it is looked whether a process has died, and how long the pool may take to see it."""

WORKER_SECONDS = 60.0
"""How long a cluster may take to have a first task done; it may have to start a worker."""


def jobs_for(paths: Iterable[Path]) -> int:
    """How many processes should read these files: one for a few, one for each core for many."""
    size = 0
    for file in find(paths).files:
        size += file.path.stat().st_size if file.path.exists() else 0
        if size >= MANY:
            return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else _cores()
    return 1


@contextmanager
def processes(jobs: int) -> Iterator[Executor | None]:
    """An executor of as many processes; None, which is this process alone, for one.

    They start afresh, since the threads of a store cannot be forked, and only when there is
    something to read. They end with this process, however it ends.
    """
    if jobs == 1:
        yield None
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_follow_parent)
    done = threading.Event()
    watch = threading.Thread(target=_watch, args=(pool, done), daemon=True)
    watch.start()
    try:
        yield pool
    finally:
        done.set()
        watch.join()
        pool.shutdown(cancel_futures=True)


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """The executor of the Dask cluster whose scheduler is at `address`, as `tcp://host:8786`.

    Raises `ReadingStopped` where `distributed` is not installed, nobody answers, the cluster
    cannot run this package, or its workers die.
    """
    try:
        from distributed import Client
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        raise ReadingStopped(
            "reading on a cluster needs Dask; install it with `pip install 'cybercoop[dask]'`"
        ) from error
    # What goes wrong is raised; Dask would write pages about it to the error stream beside that.
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=SCHEDULER_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ReadingStopped(
            f"no Dask scheduler answers at {address}; start one with `dask scheduler`, "
            "or check the address"
        ) from error
    with client:
        _try_out(client, address)
        try:
            # Every task is done anew: what it gives depends on the extractor installed there.
            yield client.get_executor(pure=False)
        except KilledWorker as error:
            raise ReadingStopped(
                f"workers of the cluster at {address} die while they read: {error}"
            ) from error


def _try_out(client: Any, address: str) -> None:
    """Raise `ReadingStopped` unless the cluster can run what this package asks of it."""
    try:
        client.submit(version_of, DEFAULT, pure=False).result(timeout=WORKER_SECONDS)
    except TimeoutError as error:
        raise ReadingStopped(
            f"no worker of the cluster at {address} took a task within {WORKER_SECONDS:.0f} s; "
            f"start one with `dask worker {address}`"
        ) from error
    except Exception as error:  # whatever another environment may raise
        raise ReadingStopped(
            f"the cluster at {address} cannot run cybercoop ({error}); install the same "
            "cybercoop for its scheduler and workers"
        ) from error


def _cores() -> int:
    return os.cpu_count() or 1


def _watch(pool: ProcessPoolExecutor, done: threading.Event) -> None:
    """End a pool of which a process has died, if it does not end by itself.

    A pool sees that a process has died, but not while it reads a result: of one that was killed in
    the middle of writing it waits for the rest, which never comes while anything could still write
    to that pipe: the other processes and this one. How to reach them is the same in all versions
    of CPython that this package runs on; the pool has no name of its own for it.
    """
    while not done.wait(WATCH_SECONDS):
        readers = list((getattr(pool, "_processes", None) or {}).values())
        if not readers or not wait([reader.sentinel for reader in readers], timeout=0):
            continue
        if done.wait(WATCH_SECONDS) or getattr(pool, "_broken", False):
            return
        for reader in readers:
            reader.kill()
        getattr(pool, "_result_queue")._writer.close()  # noqa: B009
        return


def _follow_parent() -> None:
    """Leave interrupts to the parent process, and end when it has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)
