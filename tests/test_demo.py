"""`make demo`, from the first line to Ctrl-C, on a terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CTRL_C = b"\x03"
ON_A_TERMINAL = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"


def test_it_loads_answers_and_ends_without_a_complaint(tmp_path: Path) -> None:
    if not (Path(sys.prefix) / ".installed").exists():
        pytest.skip("the demo is tested in the environment that make installs: make test")
    make = ["make", "demo", f"VENV={sys.prefix}", f"DEMO_STORE=embedded:{tmp_path}/demo.kgl"]
    output = tmp_path / "output"
    with (
        output.open("wb") as screen,
        subprocess.Popen(
            [sys.executable, "-c", ON_A_TERMINAL, *make],
            cwd=ROOT,
            env=os.environ | {"CYBERCOOP_PORT": "0", "NO_COLOR": "1"},
            stdin=subprocess.PIPE,
            stdout=screen,
        ) as demo,
    ):
        try:
            with urllib.request.urlopen(f"{_address(output)}/v1/search?q=Kenya") as answer:
                assert b'"country:KE"' in answer.read()
            assert demo.stdin is not None
            demo.stdin.write(CTRL_C)
            demo.stdin.flush()
            code = demo.wait(20)
        finally:
            demo.kill()
    shown = output.read_text(encoding="utf-8")
    assert code == 0, shown
    assert "Traceback" not in shown
    assert "***" not in shown


def _address(output: Path) -> str:
    """The address that the server says it answers at."""
    for _ in range(300):
        said = re.search(r"  (http://[\d.:]+)/docs .*Ctrl-C ends it", output.read_text(), re.DOTALL)
        if said:
            return said[1]
        time.sleep(0.2)
    raise AssertionError(f"the demo does not come up:\n{output.read_text()}")
