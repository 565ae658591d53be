"""The command line, as a person and as a program see it."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import networkx
import pytest
from typer.testing import CliRunner, Result

from app.cli import app
from app.cli.output import harmless

ROOT = Path(__file__).parents[2]
SIGNING = "Kenya and Morocco signed a memorandum on prosecution on 21 February 2023."
WISH = "Amina Wekesa said that the Cyber Office wants to work with other countries."

HEAVY = ("fastapi", "kglite", "lxml", "neo4j", "networkx", "pydantic", "uvicorn", "yaml")

Run = Callable[..., Result]


@pytest.fixture
def run(store_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command over the store with the two documents, in an empty folder."""
    monkeypatch.setenv("CYBERCOOP_STORE", store_url)
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str, code: int = 0) -> Result:
        result = CliRunner().invoke(app, list(arguments))
        assert result.exit_code == code, result.output
        return result

    return command


def table(text: str) -> list[dict[str, str]]:
    """Lines of values apart by tabs, as they go into a pipe."""
    names, *rows = (line.split("\t") for line in text.splitlines())
    return [dict(zip(names, row, strict=True)) for row in rows]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "documents"
    made.mkdir()
    (made / "one.txt").write_text("Kenya and Ghana signed a memorandum on cybercrime.\n")
    (made / "two.md").write_text("# Talks\n\nThe police of Kenya trained officers of Ghana.\n")
    return made


def test_load_counts_what_it_did(run: Run, folder: Path) -> None:
    there = ("load", str(folder), "--store", f"embedded:{folder.parent / 'own.kgl'}", "--json")
    first = json.loads(run(*there).stdout)
    assert (first["added"], first["unchanged"], first["unreadable"]) == (2, 0, [])
    second = json.loads(run(*there).stdout)
    assert (second["added"], second["unchanged"], second["claims"]) == (0, 2, 0)
    (folder / "one.txt").write_text("Kenya and Ghana signed a treaty on cybercrime.\n")
    assert json.loads(run(*there).stdout)["changed"] == 1


def test_documents_that_are_gone_are_taken_out_when_asked(run: Run, folder: Path) -> None:
    there = ("--store", f"embedded:{folder.parent / 'own.kgl'}")
    run("load", str(folder), *there)
    (folder / "one.txt").unlink()
    assert json.loads(run("load", str(folder), "--json", *there).stdout)["pruned"] == []
    pruned = json.loads(run("load", str(folder), "--prune", "--json", *there).stdout)
    assert (pruned["removed"], pruned["pruned"]) == (1, ["documents/one.txt"])
    refused = run("remove", "documents/two.md", "documents/three.md", *there, code=1)
    assert refused.stderr == "cybercoop: no document 'documents/three.md'\n"
    assert "documents removed: 1" in run("remove", "documents/two.md", *there).stderr


def test_file_that_cannot_be_read_is_named_and_the_rest_loads(run: Run, folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nbroken")
    store = ("--store", f"embedded:{folder.parent / 'own.kgl'}")
    result = run("load", str(folder), *store, code=1)
    rows = {row["what"]: row["count"] for row in table(result.stdout)}
    assert rows["documents new"] == "2"
    assert rows["files or lines that could not be read"] == "2"
    named = result.stderr.splitlines()
    assert [line.partition(": ")[0] for line in named] == ["cannot be read"] * 2
    assert any("empty.txt: the file is empty" in line for line in named)
    assert any("broken.pdf" in line for line in named)


def test_documents_are_read_in_processes_of_their_own(run: Run, folder: Path) -> None:
    store = ("--store", f"embedded:{folder.parent / 'own.kgl'}")
    loaded = json.loads(run("load", str(folder), "--jobs", "2", *store, "--json").stdout)
    assert loaded["added"] == 2


def test_reference_facts_are_loaded(run: Run, tmp_path: Path) -> None:
    store = ("--store", f"embedded:{tmp_path / 'own.kgl'}")
    loaded = json.loads(run("load", "--reference", *store, "--json").stdout)
    assert loaded["added"] >= 5
    shown = json.loads(run("show", "Tanzania", *store, "--json").stdout)
    assert (shown["id"], shown["properties"]["iso3"]) == ("country:TZ", "TZA")


def test_extract_prints_one_document_a_line(run: Run, tmp_path: Path) -> None:
    text = "🌍 Kenya and Ghana signed a memorandum on cybercrime on 3 May 2023."
    lines = [{"id": "a", "text": text, "language": "en"}, {"id": "b", "text": "Nothing here."}]
    file = tmp_path / "documents.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines) + "no json\n")
    result = run("extract", str(file), code=1)
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["id"], second["id"]) == ("a", "b")
    assert {e["id"] for e in first["entities"]} >= {"country:KE", "country:GH"}
    for entity in first["entities"]:
        for mention in entity["mentions"]:
            assert text[mention["start"] : mention["end"]] == mention["text"]
    assert "documents.jsonl: line 3" in result.stderr


def test_questions_are_listed_and_described(run: Run) -> None:
    listed = {row["name"]: row["arguments"] for row in table(run("query").stdout)}
    assert listed["agreements_between"] == "a; b; [multilateral]"
    assert [q["name"] for q in json.loads(run("query", "--json").stdout)] == list(listed)
    described = run("query", "agreements_between", "--describe").stdout
    assert "cybercoop query agreements_between a=country:KE b=country:MA" in described
    assert "MATCH" in described


def test_answer_as_table_json_and_csv(run: Run) -> None:
    asked = ("query", "agreements_between", "a=Kenya", "b=Morocco")
    (row,) = table(run(*asked).stdout)
    answer = json.loads(run(*asked, "--json", "--evidence").stdout)
    (cells,) = csv.DictReader(io.StringIO(run(*asked, "--csv").stdout, newline=""))
    for found in (row, answer["rows"][0], cells):
        assert (found["name"], found["signed"]) == ("Memorandum on prosecution", "2023-02-21")
        assert found["quote"] == SIGNING
    assert len(answer["rows"][0]["evidence"]) == 3


def test_entity_is_shown_by_id_and_by_name(run: Run) -> None:
    by_name = json.loads(run("show", "kenya", "--json").stdout)
    assert by_name == json.loads(run("show", "country:KE", "--json").stdout)
    assert by_name["neighbours"][0]["entity"]["name"] == "Memorandum on prosecution"
    plain = run("show", "Kenya").stdout
    assert "id\tcountry:KE\n" in plain
    assert SIGNING in plain


def test_search_marks_what_it_found(run: Run) -> None:
    rows = table(run("search", "memorandm on prosecution").stdout)
    assert [(row["match"], row["id"], row["found"]) for row in rows] == [
        ("fuzzy", "agreement:ke-ma-prosecution", "[Memorandum] [on] [prosecution]")
    ]
    (found,) = json.loads(run("search", "cyber office", "--kind", "Agency", "--json").stdout)
    assert (found["id"], found["marks"]) == ("agency:KE:cyber-office", [[0, 12]])
    assert run("search", "nobody at all").stderr == "nothing is called so\n"


def test_document_and_claim_are_shown(run: Run) -> None:
    claims = json.loads(run("query", "who_said", "text=wants", "--json").stdout)["rows"]
    claim = json.loads(run("show", claims[0]["claims"][0], "--json").stdout)
    assert (claim["quote"], claim["stated_by"]["name"]) == (WISH, "Amina Wekesa")
    plain = dict(line.split("\t") for line in run("show", claim["id"]).stdout.splitlines())
    assert plain["quote"] == WISH
    assert plain["claim"].endswith("SEEKS_COOPERATION_WITH “other countries”")
    document = run("show", claim["document"]["id"]).stdout
    assert "title\tProsecutors sign\n" in document
    assert SIGNING in document


def test_report_is_written_to_a_file(run: Run, tmp_path: Path) -> None:
    result = run("report", "Kenya", "--output", "kenya.md")
    assert result.stdout == ""
    text = (tmp_path / "kenya.md").read_text(encoding="utf-8")
    assert text == run("report", "country:KE").stdout
    assert SIGNING in text and WISH in text


def test_graph_is_exported(run: Run, tmp_path: Path) -> None:
    run("export", "graphml", "--output", "graph.graphml")
    graph = networkx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert graph.nodes["country:KE"]["label"] == "Kenya"


def test_schema_in_three_forms(run: Run) -> None:
    assert "HOLDS_POST" in run("schema").stdout
    assert json.loads(run("schema", "--json").stdout)["$schema"]
    assert run("schema", "--markdown").stdout.startswith("# ")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["load"], 2, "name files or folders, or give --reference"),
        (["load", "--jobs", "0", "x"], 2, "--jobs"),
        (["load", "no-such-file.txt", "--extractor", "none"], 2, "unknown extractor 'none'"),
        (["query", "nothing"], 2, "unknown question 'nothing'; known: agreements_between"),
        (["query", "agreements_between", "a=Kenya"], 2, "b: is needed"),
        (["query", "agreements_between", "Kenya"], 2, "write KEY=VALUE"),
        (["query", "agreements_between", "a=Kenya", "a=Ghana"], 2, "'a' is given more than once"),
        (["query", "agreements_between", "a=Kenya", "b=Nowhere"], 1, "no Country 'Nowhere'"),
        (["query", "agreements_between", "c=1"], 2, "known: a, b, multilateral"),
        (["show", "country:KEN"], 1, "near it: country:KE"),
        (["show", "doc:0"], 1, "no document 'doc:0'"),
        (["show", "Kenya", "--store", "embedded:none.kgl"], 1, "`cybercoop load`"),
        (["show", "Kenya", "--store", "sqlite://me:a-secret-word@x"], 1, "use embedded:PATH, or"),
        (["export", "excel"], 2, "unknown format 'excel'; known: graphml"),
        (["export", "graphml", "--output", "no/such/folder"], 1, "no/such/folder"),
        (["report", "Kenya", "--since", "yesterday"], 2, "since"),
        (["teach"], 2, "No such command 'teach'"),
        (["show", "--deep", "Kenya"], 2, "No such option: --deep"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(
    run: Run, arguments: list[str], code: int, message: str
) -> None:
    result = run(*arguments, code=code)
    (line,) = [line for line in result.stderr.splitlines() if line.startswith("cybercoop: ")]
    assert message in line
    assert "Traceback" not in result.output
    assert "a-secret-word" not in result.output
    assert result.stdout == ""


def test_setting_that_does_not_fit_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CYBERCOOP_PORT", "many")
    line = run("serve", code=2).stderr
    assert line.startswith("cybercoop: a setting does not fit: CYBERCOOP_PORT: ")


def test_person_sees_the_quote_wrapped_and_no_ids_of_facts(store_url: str) -> None:
    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "app.cli", "query", "agreements_between", "a=Kenya", "b=Morocco"],
        cwd=ROOT,
        env={**os.environ, "CYBERCOOP_STORE": store_url, "COLUMNS": "50", "TERM": "xterm"},
        stdout=theirs,
        check=True,
    )
    os.close(theirs)
    lines = re.sub(r"\x1b\[[\d;]*m", "", os.read(ours, 100_000).decode()).splitlines()
    os.close(ours)
    assert max(map(len, lines)) <= 50
    said = " ".join(" ".join(lines).split())
    assert f"“{SIGNING}”" in said
    assert "fact:" not in said


def test_control_characters_do_not_reach_the_screen() -> None:
    assert harmless("a\x1b[2Jb\x9bc\td\ne") == "a [2Jb c d\ne"


def test_help_loads_nothing_heavy() -> None:
    code = f"import sys, app.cli; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def serve(store_url: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "app.cli", "serve", "--store", store_url, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_serve_says_where_it_is_and_ends_quietly_on_interrupt(store_url: str) -> None:
    with serve(store_url, "--port", "0") as server:
        assert server.stdout is not None and server.stderr is not None
        lines = [server.stdout.readline() for _ in range(4)]
        assert lines[0] == f"cybercoop serves {store_url}\n"
        address: Any = re.search(r"http://127\.0\.0\.1:\d+", lines[1])
        with httpx.Client(base_url=address[0], timeout=10) as client:
            waits = [client.get("/readyz").elapsed.total_seconds() for _ in range(10)]
        # An answer that waits for the client's acknowledgement takes 40 ms.
        assert min(waits) < 0.03
        server.send_signal(signal.SIGINT)
        assert server.wait(10) == 0
        assert (server.stdout.read(), server.stderr.read()) == ("", "")


def test_port_that_is_taken_is_told(store_url: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        with serve(store_url, "--port", port) as server:
            _, errors = server.communicate(timeout=20)
    assert server.returncode == 1
    assert errors == (
        f"cybercoop: cannot listen on 127.0.0.1:{port}: Address already in use; "
        "choose --host or --port\n"
    )
