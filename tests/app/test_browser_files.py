"""What the service gives to Neo4j Browser, whose page comes from another address."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from app.cli import app
from queries.browser import archive, style


@pytest.mark.parametrize("name", ["style.grass", "queries.zip", "guide.html"])
def test_any_page_may_fetch_them(client: httpx.Client, name: str) -> None:
    asked = {
        "Origin": "http://127.0.0.1:7474",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "cache-control,pragma",
    }
    before = client.options(f"/v1/browser/{name}", headers=asked)
    assert before.status_code == 204
    assert before.headers["Access-Control-Allow-Headers"] == "*"
    answer = client.get(f"/v1/browser/{name}", headers={"Origin": asked["Origin"]})
    assert answer.status_code == 200
    for given in (before, answer):
        assert given.headers["Access-Control-Allow-Origin"] == "*"


def test_no_other_address_is_open_to_other_pages(client: httpx.Client) -> None:
    answer = client.get("/v1/entities/country:KE", headers={"Origin": "http://127.0.0.1:7474"})
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_style_and_queries_are_those_that_follow_from_the_schema(client: httpx.Client) -> None:
    assert client.get("/v1/browser/style.grass").text == style()
    with zipfile.ZipFile(io.BytesIO(client.get("/v1/browser/queries.zip").content)) as files:
        assert "cybercoop/partners.cypher" in files.namelist()


def test_the_guide_names_the_address_at_which_it_was_asked_for(client: httpx.Client) -> None:
    guide = client.get("/v1/browser/guide.html", headers={"Host": "localhost:8123"}).text
    assert 'data-exec="style http://localhost:8123/v1/browser/style.grass"' in guide


def test_the_command_writes_them_into_a_folder(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["browser", str(tmp_path / "files")])
    assert done.exit_code == 0
    assert "Drag each onto the page of Neo4j Browser." in done.stderr
    assert (tmp_path / "files" / "style.grass").read_text(encoding="utf-8") == style()
    assert (tmp_path / "files" / "queries.zip").read_bytes() == archive()
