"""Run Neo4j and Neo4j Browser in the foreground: `python -m tools.neo4j [-- COMMAND]`.

COMMAND is run once the server is up, with CYBERCOOP_STORE set to it: what fills it. Data, logs
and password are kept from one start to the next.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from pathlib import Path

from tools.neo4j.server import Server, ServerError, running

BANNER = """
Neo4j is running.
  Neo4j Browser  {browser}
  driver         {bolt}
  user           {user}
  password       {password}

In Neo4j Browser, log in and type for example
  MATCH (a:Country)-[p:PARTY_TO]->(g:Agreement) RETURN a, p, g LIMIT 50
For cybercoop itself, type in another terminal
  export CYBERCOOP_STORE={url}

Ctrl-C stops it; the data stay in {home}
"""


def main() -> int:
    """Start the server, fill it, wait for Ctrl-C; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.neo4j", description=__doc__)
    parser.add_argument("--home", type=Path, default=Path(".cybercoop/neo4j"), help="its folder")
    parser.add_argument(
        "command", nargs=argparse.REMAINDER, help="what to run once the server is up"
    )
    arguments = parser.parse_args()
    home = arguments.home.resolve()
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.default_int_handler)
    print("Starting Neo4j; the first start fetches some 140 MB ...", flush=True)
    try:
        with running(home, bolt=7687, http=7474) as server:
            if arguments.command:
                _fill(server, arguments.command)
            print(
                BANNER.format(
                    browser=server.browser,
                    bolt=server.bolt,
                    user=server.user,
                    password=server.password,
                    url=server.url,
                    home=home,
                ),
                flush=True,
            )
            signal.pause()
    except KeyboardInterrupt:
        print("\nNeo4j is stopped.")
    except ServerError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


def _fill(server: Server, command: list[str]) -> None:
    done = subprocess.run(command, env=os.environ | {"CYBERCOOP_STORE": server.url})
    if done.returncode:
        raise ServerError(f"{' '.join(command)} failed with code {done.returncode}")


if __name__ == "__main__":
    sys.exit(main())
