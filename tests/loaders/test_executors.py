"""The processes that read documents."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import psutil
import pytest

from benchmarks import documents
from loaders.executors import MANY, jobs_for, processes

SECONDS = 60.0


def test_little_is_read_here_and_much_on_every_core(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Kenya.")
    assert jobs_for([tmp_path, tmp_path / "none.txt"]) == 1
    (tmp_path / "two.txt").write_text("x" * MANY)
    assert jobs_for([tmp_path]) == len(os.sched_getaffinity(0))
    with processes(1) as executor:
        assert executor is None


def test_no_process_outlives_a_loader_that_was_killed(tmp_path: Path) -> None:
    documents.write(tmp_path / "documents", 500)
    command = [sys.executable, "-m", "app.cli", "load", str(tmp_path / "documents"), "--jobs", "2"]
    loader = subprocess.Popen(
        [*command, "--store", f"embedded:{tmp_path / 'graph.kgl'}"], stderr=subprocess.DEVNULL
    )
    readers = _readers(psutil.Process(loader.pid))
    loader.kill()
    loader.wait()
    _, alive = psutil.wait_procs(readers, timeout=SECONDS)
    assert (len(readers), alive) == (2, [])


def test_a_process_that_dies_while_it_hands_over_a_result_is_not_waited_for() -> None:
    with processes(2) as executor:
        assert executor is not None
        assert executor.submit(len, "four").result(SECONDS) == 4
        with pytest.raises(BrokenProcessPool):
            executor.submit(_die_in_the_middle_of_a_result).result(SECONDS)


def _die_in_the_middle_of_a_result() -> None:
    """Write the length of a result and its first bytes as a pool does, and be killed."""
    results = sys._getframe(1).f_locals["result_queue"]
    os.write(results._writer.fileno(), struct.pack("!i", 1000) + b"half")
    os.kill(os.getpid(), signal.SIGKILL)


def _readers(loader: psutil.Process) -> list[psutil.Process]:
    """The processes that read, once both of them have started."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        found = [c for c in loader.children() if "spawn_main" in " ".join(c.cmdline())]
        if len(found) == 2:
            return found
        time.sleep(0.05)
    pytest.fail("the loader has started no processes")
