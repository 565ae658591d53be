"""Kill loads at random points: `python -m tools.kills --store embedded --kills 500`.

A small graph is loaded, changed and loaded again; each load is sent SIGKILL at a random moment
between its opening the store and its end. After each kill the graph is checked, and every
document must be as it was before or as it was to become. At the end the graph must be what
loading everything afresh gives. Exit code 1 where anything is found, with the files kept.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tools.kills.child import PHASES, ChildFailed, warm_up
from tools.kills.homes import home
from tools.kills.rounds import SERVER_PHASE, Broken, Rounds
from tools.neo4j.server import ServerError


def main(arguments: list[str] | None = None) -> int:
    """Run the kills; gives the exit code, 2 where no server can be started."""
    parser = argparse.ArgumentParser(prog="python -m tools.kills", description=__doc__)
    parser.add_argument("--store", choices=("embedded", "neo4j"), required=True)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=None, help="gives the same choices again")
    parser.add_argument("--url", help="a Neo4j that runs, to be emptied; else one is started")
    parser.add_argument(
        "--server-every", type=int, default=10, help="the second of so many kills hits the server"
    )
    given = parser.parse_args(arguments)
    seed = given.seed if given.seed is not None else int(time.time())
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that a server ends with us
    folder = Path(tempfile.mkdtemp(prefix="cybercoop-kills-"))
    print(f"{given.kills} kills of loads into the {given.store} store, seed {seed}", flush=True)
    warm_up()
    began = time.monotonic()
    try:
        with home(given.store, folder, given.url) as place:
            rounds = Rounds(place, folder, Random(seed), given.server_every)
            _attack(rounds, given.kills, began)
    except (Broken, ChildFailed) as error:
        print(f"FOUND: {error}\nThe files are kept in {folder}")
        return 1
    except ServerError as error:
        print(f"no server to kill: {error}")
        shutil.rmtree(folder)
        return 2
    print("nothing was lost, nothing torn; the graph is the one that a fresh load gives")
    shutil.rmtree(folder)
    return 0


def _attack(rounds: Rounds, kills: int, began: float) -> None:
    kills_of = rounds.figures.kills
    while kills_of.total() < kills:
        said = rounds.one()
        print(f"{time.monotonic() - began:6.0f} s  {kills_of.total():4} kills  {said}", flush=True)
    rounds.end()
    figures = rounds.figures
    fell = ", ".join(f"{n} {p}" for p in (*PHASES, SERVER_PHASE) if (n := kills_of[p]))
    ended = figures.whole + figures.late
    print(f"{kills_of.total()} kills ({fell}), {ended} loads that ran to their end")
    if figures.waits:
        print(f"a loader whose server is killed ends within {max(figures.waits):.1f} s")
    print(f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
