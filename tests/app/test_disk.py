"""A full disk and a folder that may not be written: one clear line, and nothing lost or torn."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tools.neo4j.server import Server, running

ROOT = Path(__file__).parents[2]

LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
from app.cli import main
sys.argv[1:] = sys.argv[2:]
main()
"""
"""No file may grow beyond so many bytes; the system refuses to write more, as on a full disk."""

UNPRIVILEGED = """
import ctypes, os, sys
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1
ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)
os.execv(sys.executable, [sys.executable, "-m", "app.cli", *sys.argv[1:]])
"""
"""Permissions hold for the superuser too."""


def run(*command: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == code, done.stdout + done.stderr
    return done


@pytest.fixture
def store(tmp_path: Path) -> str:
    """A graph of twelve documents, well above a hundred thousand bytes with the log."""
    for number in range(12):
        write(tmp_path / "documents", number, "Kenya", "Ghana")
    url = f"embedded:{tmp_path / 'store' / 'graph.kgl'}"
    run("-m", "app.cli", "load", str(tmp_path / "documents"), "--store", url)
    return url


def write(folder: Path, number: int, a: str, b: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{number}.txt").write_text(
        f"{a} and {b} signed a memorandum of understanding on cybercrime on {number + 1} May 2023. "
        f"{a} ratified the Budapest Convention. {b} cooperates with {a} on digital forensics.\n"
    )


def checked(store: str) -> None:
    said = run("-m", "app.cli", "check", "--store", store)
    assert said.stderr == "nothing is wrong with the graph\n"


@pytest.mark.parametrize("share", [0.01, 0.6], ids=["while it loads", "at the checkpoint"])
def test_a_full_disk_loses_nothing(store: str, tmp_path: Path, share: float) -> None:
    file = Path(store.removeprefix("embedded:"))
    before = file.read_bytes()
    write(tmp_path / "more", 20, "Rwanda", "Uganda")
    load = ["load", str(tmp_path / "more"), "--store", store]
    full = run("-c", LIMITED, str(int(len(before) * share)), *load, code=1)
    (line,) = full.stderr.splitlines()
    assert line.startswith(f"cybercoop: {store}: cannot write: ")
    assert "File too large" in line
    assert line.endswith("free space on the disk and start again; what was committed stays")
    assert file.read_bytes() == before
    checked(store)
    counted = run("-m", "app.cli", *load, "--json").stdout
    assert '"added": 1' in counted or '"unchanged": 1' in counted
    checked(store)


@pytest.mark.neo4j
def test_a_server_whose_disk_is_full_loses_nothing(tmp_path: Path, neo4j_server: Server) -> None:
    if neo4j_server.pid is None:
        pytest.skip("a server that somebody else runs is not to be broken")
    for number in range(12):
        write(tmp_path / "documents", number, "Kenya", "Ghana")
        write(tmp_path / "more", number + 20, "Rwanda", "Uganda")
    folders = [str(tmp_path / name) for name in ("documents", "more")]
    with running(tmp_path / "neo4j") as server:
        run("-m", "app.cli", "load", folders[0], "--store", server.url)
        assert server.pid is not None
        psutil.Process(server.pid).rlimit(psutil.RLIMIT_FSIZE, (1, 1))
        load = ["-m", "app.cli", "load", folders[1], "--store", server.url]
        (line,) = run(*load, code=1).stderr.splitlines()
        assert line.startswith(f"cybercoop: {server.bolt}: the server has failed, and its disk may")
        assert line.endswith("and then this; what was committed stays")
        psutil.Process(server.pid).kill()  # it would try for half a minute to end in order
    with running(tmp_path / "neo4j") as server:
        checked(server.url)
        load = ["-m", "app.cli", "load", *folders, "--store", server.url, "--json"]
        counted = json.loads(run(*load).stdout)
        assert (counted["changed"], counted["added"] + counted["unchanged"]) == (0, 24)
        assert counted["unchanged"] in (12, 24)
        checked(server.url)


def test_a_folder_that_may_not_be_written_is_named(store: str, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)
    try:
        if run("-c", UNPRIVILEGED, "schema", "--json").returncode or writable(folder):
            pytest.skip("permissions do not hold here, whoever asks")
        load = ["load", str(tmp_path / "documents"), "--store", store]
        refused = run("-c", UNPRIVILEGED, *load, code=1)
        (line,) = refused.stderr.splitlines()
        assert line.startswith(f"cybercoop: {store} cannot be opened for writing: ")
        assert "Permission denied" in line
        assert line.endswith("; check the path and the permissions of its folder")
        checked(store)
        assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    finally:
        folder.chmod(0o755)


def writable(folder: Path) -> bool:
    """Whether an unprivileged process can write there all the same."""
    probe = "import sys; open(sys.argv[1], 'w')"
    code = UNPRIVILEGED.replace('"-m", "app.cli"', f'"-c", "{probe}"')
    done = subprocess.run([sys.executable, "-c", code, os.fspath(folder / "probe")], cwd=ROOT)
    return done.returncode == 0
