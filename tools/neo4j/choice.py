"""The Neo4j that tests run on: one that is given, a container, or one assembled by Maven."""

from __future__ import annotations

import secrets
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from docker.errors import DockerException
from neo4j.exceptions import DriverError, Neo4jError
from testcontainers.community.neo4j import Neo4jContainer

from tools.neo4j.server import USER, Server, ServerError, connect, running

IMAGE = "neo4j:5.26-community"
GIVEN = "CYBERCOOP_TEST_NEO4J"
DOCKER_SECONDS = 10


@contextmanager
def a_server(given: str | None, home: Path) -> Iterator[Server]:
    """An empty Neo4j for tests: the `given` one if any, else what this machine can start.

    `given` is a URL `neo4j://USER:PASSWORD@HOST:PORT`; nothing else is tried beside it, and it
    must hold no node, since tests delete all there is. `home` is a folder for a server started
    here. Raises `ServerError`, whose message names what was tried and what is missing.
    """
    if given is not None:
        yield _given(given)
        return
    with _first_to_start((_container, lambda: running(home))) as server:
        yield server


def empty(server: Server) -> None:
    """Delete every node of the database."""
    with connect(server.bolt, server.user, server.password) as driver, driver.session() as session:
        # One transaction for each batch, so that a big graph fits in memory.
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS").consume()


Start = Callable[[], AbstractContextManager[Server]]


@contextmanager
def _first_to_start(ways: tuple[Start, ...]) -> Iterator[Server]:
    reasons = []
    with ExitStack() as stack:
        for way in ways:
            try:
                server = stack.enter_context(way())
            except ServerError as error:
                reasons.append(str(error))
            else:
                yield server
                return
    raise ServerError(
        f"no Neo4j to test on. Give one in {GIVEN}, or start Docker, or install Java and Maven: "
        + "; ".join(reasons)
    )


def _given(url: str) -> Server:
    """The server at `url`, after a look that it answers and is empty."""
    parts = urlsplit(url)
    if not (parts.hostname and parts.username and parts.password):
        raise ServerError(f"{GIVEN} must be of the form neo4j://USER:PASSWORD@HOST:PORT")
    address = f"{parts.scheme}://{parts.hostname}:{parts.port or 7687}"
    server = Server(address, "", unquote(parts.username), unquote(parts.password))
    try:
        with connect(server.bolt, server.user, server.password) as driver:
            found = driver.execute_query("MATCH (n) RETURN count(n) AS nodes").records[0]["nodes"]
    except (DriverError, Neo4jError, ValueError, OSError) as error:
        raise ServerError(f"the Neo4j given in {GIVEN} ({address}) fails: {error}") from error
    if found:
        raise ServerError(
            f"the Neo4j given in {GIVEN} ({address}) holds {found} nodes, and the tests would "
            "delete them; give an empty one"
        )
    return server


@contextmanager
def _container() -> Iterator[Server]:
    if not _docker_runs():
        raise ServerError("Docker does not run")
    password = secrets.token_urlsafe(12)
    try:
        container = Neo4jContainer(IMAGE, password=password, username=USER).start()
    except (DockerException, OSError) as error:
        raise ServerError(f"Docker gives no container ({error})") from error
    try:
        yield Server(container.get_connection_url(), "", USER, password)
    finally:
        container.stop()


def _docker_runs() -> bool:
    try:
        asked = subprocess.run(["docker", "info"], capture_output=True, timeout=DOCKER_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0
