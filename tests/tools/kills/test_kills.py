"""A few kills of each sort; `python -m tools.kills --kills 500` does many."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tools.neo4j.server import Server

ROOT = Path(__file__).parents[3]


def kills(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tools.kills", "--kills", "3", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


def test_kills_of_loads_into_a_file_lose_and_tear_nothing() -> None:
    done = kills("--store", "embedded", "--seed", "1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 kills" in done.stdout
    assert "nothing was lost, nothing torn" in done.stdout


@pytest.mark.timeout(600)
def test_kills_of_loads_into_neo4j_and_of_the_server_lose_and_tear_nothing(
    neo4j_server: Server,
) -> None:
    done = kills("--store", "neo4j", "--seed", "3")
    if done.returncode == 2:  # a server that runs elsewhere cannot be killed, but loads can
        done = kills("--store", "neo4j", "--seed", "3", "--url", neo4j_server.url)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing was lost, nothing torn" in done.stdout
