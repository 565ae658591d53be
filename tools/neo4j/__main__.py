"""Run Neo4j, Neo4j Browser and the REST service in the foreground: `python -m tools.neo4j`.

What follows as COMMAND is run once the server is up, with CYBERCOOP_STORE set to it: what fills
it. Data, logs and password are kept from one start to the next.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.neo4j.server import Server, ServerError, free_port, running

GREETING = "style {address}/v1/browser/style.grass; guide {address}/v1/browser/guide.html"
"""What Neo4j Browser runs after the login. It fetches from `localhost`, and from no number."""

BANNER = """
Neo4j is running.

  1. Open       {browser}
  2. Log in as  {user}
     password   {password}
  3. A guide opens at the left. In it, click the triangle before
     "Who cooperates with a country?": Kenya and its partners appear.
  4. Click a line between two circles. At the right stand its quote, url and last_reported.

Where no guide opens, type   :guide {address}/v1/browser/guide.html
REST                         {address}/docs
driver                       {bolt}
cybercoop itself             export CYBERCOOP_STORE={url}

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
    rest = free_port(8000)
    address = f"http://localhost:{rest}"
    greeting = GREETING.format(address=address)
    try:
        with (
            running(home, bolt=7687, http=7474, greeting=greeting) as server,
            _serving(server, rest) as service,
        ):
            if arguments.command:
                _fill(server, arguments.command)
            if service.poll() is not None:
                raise ServerError(f"the REST service on port {rest} ended; its message is above")
            print(
                BANNER.format(
                    browser=server.browser,
                    bolt=server.bolt,
                    user=server.user,
                    password=server.password,
                    url=server.url,
                    address=address,
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


@contextmanager
def _serving(server: Server, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """The REST service over the server, which gives Neo4j Browser its style and its guide."""
    service = subprocess.Popen(
        [sys.executable, "-m", "app.cli", "serve", "--port", str(port)],
        env=os.environ | {"CYBERCOOP_STORE": server.url},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for us: we stop it in order
    )
    try:
        yield service
    finally:
        service.terminate()
        service.wait()


def _fill(server: Server, command: list[str]) -> None:
    done = subprocess.run(command, env=os.environ | {"CYBERCOOP_STORE": server.url})
    if done.returncode:
        raise ServerError(f"{' '.join(command)} failed with code {done.returncode}")


if __name__ == "__main__":
    sys.exit(main())
