"""What docker-compose.yml, Dockerfile and Makefile promise."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.settings import Settings
from tools.neo4j.__main__ import GREETING
from tools.neo4j.server import CONFIGURATION

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]


def test_every_port_is_bound_to_this_machine_only(services: dict[str, Any]) -> None:
    ports = [port for service in services.values() for port in service.get("ports", ())]
    assert ports == ["127.0.0.1:7474:7474", "127.0.0.1:7687:7687", "127.0.0.1:8000:8000"]


def test_the_password_must_be_given_and_has_no_default(services: dict[str, Any]) -> None:
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    uses = re.findall(r"(?<!\$)\$\{(.*?)\}", text)
    assert [use.partition(":?")[0] for use in uses] == ["NEO4J_PASSWORD"] * 2
    assert all(":?" in use for use in uses)
    assert "NEO4J_PASSWORD=\n" in (ROOT / ".env.example").read_text(encoding="utf-8")


def test_the_api_waits_for_a_neo4j_that_answers(services: dict[str, Any]) -> None:
    assert services["api"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert "RETURN 1" in services["neo4j"]["healthcheck"]["test"][1]
    assert services["neo4j"]["image"] == "neo4j:5.26-community"
    assert services["neo4j"]["volumes"] == ["neo4j-data:/data"]


def test_neo4j_browser_opens_the_guide_of_the_api(services: dict[str, Any]) -> None:
    greeting = services["neo4j"]["environment"]["NEO4J_browser_post__connect__cmd"]
    assert greeting == GREETING.format(address="http://localhost:8000")


HARDENED = {
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
    "dbms.usage_report.enabled": "false",
    "client.allow_telemetry": "false",
    "db.transaction.timeout": "10m",
    "db.memory.transaction.max": "400m",
    "dbms.memory.transaction.total.max": "700m",
    "dbms.security.procedures.allowlist": "none",
}
"""What holds for every Neo4j that this project starts."""


def test_both_ways_to_neo4j_are_hardened_alike(services: dict[str, Any]) -> None:
    lines = (line.partition("=") for line in CONFIGURATION.splitlines())
    assembled = {name: value for name, _, value in lines}
    given = services["neo4j"]["environment"].items()
    # An underscore of a setting's name is written twice, a dot as one.
    names = {
        name.removeprefix("NEO4J_").replace("__", "~").replace("_", ".").replace("~", "_"): value
        for name, value in given
    }
    for name, value in HARDENED.items():
        assert (name, assembled.get(name), names.get(name)) == (name, value, value)
    assert assembled["dbms.security.auth_enabled"] == "true"
    assert services["neo4j"]["environment"]["NEO4J_AUTH"].startswith("neo4j/$")


def test_queries_in_cypher_are_off_in_the_api(services: dict[str, Any]) -> None:
    assert list(services["api"]["environment"]) == ["CYBERCOOP_STORE"]
    assert Settings.model_fields["cypher"].default is False


def test_compose_accepts_the_file() -> None:
    if (
        not shutil.which("docker")
        or subprocess.run(["docker", "compose", "version"], capture_output=True).returncode
    ):
        pytest.skip("docker compose is not there to read docker-compose.yml")
    command = ["docker", "compose", "--env-file", os.devnull, "config", "--quiet"]
    without = {k: v for k, v in os.environ.items() if k != "NEO4J_PASSWORD"}
    given = without | {"NEO4J_PASSWORD": "abcdefgh"}
    assert subprocess.run(command, cwd=ROOT, env=given).returncode == 0
    refused = subprocess.run(command, cwd=ROOT, env=without, capture_output=True, text=True)
    assert refused.returncode != 0
    assert "set it in .env" in refused.stderr


def test_the_image_runs_as_an_ordinary_user_and_watches_its_health() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert "USER cybercoop" in lines
    assert any(line.startswith("HEALTHCHECK") for line in lines)
    assert "/healthz" in "".join(lines)


def test_the_image_gets_every_package_that_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for package in packages:
        assert f"COPY {package} {package}" in dockerfile
        assert f"!{package}" in ignored


def test_every_target_is_explained_by_make_help() -> None:
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True).stdout
    targets = re.findall(r"^  make (\w+) +\S", shown, re.MULTILINE)
    assert targets == ["help", "demo", "neo4j", "test", "lint", "docs", "bench", "fuzz", "clean"]


def test_an_old_python_is_refused_in_words(tmp_path: Path) -> None:
    old = tmp_path / "python"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    done = subprocess.run(
        ["make", f"PYTHON={old}", f"VENV={tmp_path}/venv", f"{tmp_path}/venv/bin/python"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode != 0
    assert "cybercoop needs Python 3.11 or later" in done.stderr
