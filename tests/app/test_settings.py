"""Where settings come from, and that they keep secrets."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from app.settings import Settings


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("STORE", "HOST", "PORT", "PAGE_SIZE", "MAX_ROWS"):
        monkeypatch.delenv(f"CYBERCOOP_{name}", raising=False)


def test_what_holds_without_any() -> None:
    found = Settings()
    assert found.store.get_secret_value() == "embedded:.cybercoop/graph.kgl"
    assert (found.host, found.port) == ("127.0.0.1", 8000)


def test_environment_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("CYBERCOOP_PORT=1\nCYBERCOOP_MAX_ROWS=7\nNEO4J_PASSWORD=x\n")
    monkeypatch.setenv("CYBERCOOP_PORT", "2")
    found = Settings()
    assert (found.port, found.max_rows) == (2, 7)


def test_password_is_not_printed() -> None:
    found = Settings(store="neo4j://someone:a-secret-word@db:7687")
    assert "a-secret-word" not in f"{found} {found!r} {found.model_dump_json()}"


def test_port_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CYBERCOOP_PORT", "70000")
    with pytest.raises(ValidationError):
        Settings()
