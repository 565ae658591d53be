"""The Neo4j that tests and `make neo4j` start."""

from __future__ import annotations

import urllib.request
from pathlib import Path

import neo4j
import pytest
from neo4j.exceptions import ClientError, Neo4jError

from tools.neo4j import server as assembled
from tools.neo4j.choice import a_server, empty
from tools.neo4j.server import Server, ServerError


@pytest.fixture
def driver(neo4j_server: Server) -> neo4j.Driver:
    with neo4j.GraphDatabase.driver(
        neo4j_server.bolt, auth=(neo4j_server.user, neo4j_server.password)
    ) as driver:
        yield driver


def test_is_the_version_the_project_names(driver: neo4j.Driver) -> None:
    component = driver.execute_query("CALL dbms.components()").records[0]
    assert component["versions"][0].startswith("5.26")
    assert component["edition"] == "community"


def test_shows_the_browser_page(neo4j_server: Server) -> None:
    if not neo4j_server.browser:
        pytest.skip("only the server assembled by Maven has a known Browser page")
    with urllib.request.urlopen(neo4j_server.browser) as page:
        assert b"<title>Neo4j Browser</title>" in page.read()


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://127.0.0.1:1/"])
def test_reads_no_file_and_no_page_for_a_query(
    neo4j_server: Server, driver: neo4j.Driver, address: str
) -> None:
    if not neo4j_server.browser:
        pytest.skip("only the server assembled by Maven is configured by us")
    with pytest.raises(ClientError, match=r"allow_csv_import_from_file_urls|cypher_ip_blocklist"):
        driver.execute_query("LOAD CSV FROM $address AS row RETURN row", {"address": address})


def test_a_transaction_has_an_end_and_no_plug_in_is_loaded(
    neo4j_server: Server, driver: neo4j.Driver
) -> None:
    if not neo4j_server.browser:
        pytest.skip("only the server assembled by Maven is configured by us")
    found = driver.execute_query("SHOW SETTINGS YIELD name, value RETURN name, value").records
    settings = {row["name"]: row["value"] for row in found}
    assert settings["db.transaction.timeout"] == "10m"
    assert settings["db.memory.transaction.max"] == "400.00MiB"
    assert settings["dbms.memory.transaction.total.max"] == "700.00MiB"
    assert settings["dbms.security.procedures.allowlist"] == "none"
    assert settings["dbms.security.auth_enabled"] == "true"
    assert settings["dbms.usage_report.enabled"] == "false"
    with (
        driver.session() as session,  # it tries once
        pytest.raises(Neo4jError, match="MemoryPoolOutOfMemory"),
    ):
        session.run("UNWIND range(1, 100000000) AS x RETURN size(collect(toString(x)))").consume()
    assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1


def test_empty_leaves_no_node(neo4j_server: Server, driver: neo4j.Driver) -> None:
    driver.execute_query("UNWIND range(1, 2500) AS i CREATE (:A {i: i})-[:R]->(:B)")
    empty(neo4j_server)
    assert driver.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"] == 0


def test_a_given_server_that_holds_nodes_is_refused(
    neo4j_server: Server, driver: neo4j.Driver, tmp_path: Path
) -> None:
    empty(neo4j_server)
    with a_server(neo4j_server.url, tmp_path) as taken:
        assert taken.bolt == neo4j_server.bolt
    driver.execute_query("CREATE (:Precious)")
    with (
        pytest.raises(ServerError, match=r"holds 1 nodes.*give an empty one"),
        a_server(neo4j_server.url, tmp_path),
    ):
        pass
    empty(neo4j_server)


def test_a_given_server_that_is_not_there_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(ServerError, match=r"CYBERCOOP_TEST_NEO4J \(neo4j://127\.0\.0\.1:1\) fails"),
        a_server("neo4j://neo4j:secret@127.0.0.1:1", tmp_path),
    ):
        pass


@pytest.mark.parametrize("missing", ["Java", "Maven"])
def test_says_what_is_missing(
    missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = {"Java": {"mvn": "/bin/true"}, "Maven": {}}[missing]
    monkeypatch.setattr(assembled, "CACHE", tmp_path / "no-jars-yet")
    monkeypatch.setattr(assembled.shutil, "which", programs.get)
    if missing == "Maven":
        monkeypatch.setattr(assembled, "_java", lambda: "java")
    with (
        pytest.raises(ServerError, match=rf"^{missing} is missing; .*apt-get install"),
        assembled.running(tmp_path),
    ):
        pass
