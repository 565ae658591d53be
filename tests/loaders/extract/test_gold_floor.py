"""The figures on the three seed documents that the rules must reach."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SHARED = Path(os.environ.get("CYBERCOOP_SHARED", ROOT.parent / "shared"))


def test_seeds():
    seeds = sorted(SHARED.glob("gold/dev/seed-*.json"))
    if not seeds:
        pytest.skip(f"no gold set in {SHARED}: set CYBERCOOP_SHARED to the folder that has it")
    command = [sys.executable, SHARED / "tools" / "score.py", "--json", "--run"]
    run = f"{sys.executable} -m loaders.extract"
    done = subprocess.run(
        [*command, run, *seeds], cwd=ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    figures = json.loads(done.stdout.splitlines()[-1])
    assert figures["entities"]["F1"] >= 0.85
    assert figures["claims"]["F1"] >= 0.75
    assert figures["offsets_exact"] == 1.0
