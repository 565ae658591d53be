"""What tests of every part need: a real Neo4j, and the folder of shared material."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.neo4j.choice import GIVEN, a_server, empty
from tools.neo4j.server import Server, ServerError

REQUIRE = "CYBERCOOP_REQUIRE_NEO4J"
SHARED = "CYBERCOOP_SHARED"


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The one Neo4j of a test run; a skip, or a failure where CYBERCOOP_REQUIRE_NEO4J=1."""
    try:
        with a_server(os.environ.get(GIVEN), tmp_path_factory.mktemp("neo4j")) as server:
            yield server
            empty(server)
    except ServerError as error:
        if os.environ.get(REQUIRE) == "1":
            pytest.fail(str(error), pytrace=False)
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def neo4j_url(neo4j_server: Server) -> tuple[str, str, str]:
    """Address, user and password of the Neo4j of this test run."""
    return neo4j_server.bolt, neo4j_server.user, neo4j_server.password


@pytest.fixture
def empty_neo4j_store_url(neo4j_server: Server) -> str:
    """The Neo4j of this test run as a store URL, its database emptied."""
    empty(neo4j_server)
    return neo4j_server.url


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with seeds and gold documents; a skip where it is not there."""
    folder = Path(os.environ.get(SHARED, Path(__file__).parents[1] / ".." / "shared")).resolve()
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there; name the folder with seeds and gold in {SHARED}")
    return folder
