"""`explain`, `evaluate` and `languages`: what was read, how well, and what the rules know."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from typer.testing import CliRunner, Result

from app.cli import app

Run = Callable[..., Result]

TEXT = "Kenya and Ghana signed a memorandum on cybercrime. Togo wants to cooperate with Kenya."
SIGNED = "Kenya and Ghana signed a memorandum on cybercrime"
ATTACK = """<script>alert(1)</script> & "quotes" </mark>"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str, code: int = 0) -> Result:
        result = CliRunner().invoke(app, list(arguments))
        assert result.exit_code == code, result.output
        return result

    return command


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    folder = tmp_path / "annotated"
    folder.mkdir()
    entities = [
        {"key": "ke", "type": "Country", "name": "Kenya", "id": "country:KE"},
        {"key": "gh", "type": "Country", "name": "Ghana", "id": "country:GH"},
        {"key": "tg", "type": "Country", "name": "Togo", "id": "country:TG"},
        {"key": "mou", "type": "Agreement", "name": "memorandum on cybercrime"},
        {"key": "crime", "type": "Topic", "name": "crime"},
        {"key": "un", "type": "Organization", "name": "United Nations"},
    ]
    claims = [
        {"predicate": "PARTY_TO", "subject": "ke", "object": "mou", "quote": SIGNED},
        {"predicate": "PARTY_TO", "subject": "gh", "object": "mou", "quote": SIGNED},
        {"predicate": "MEMBER_OF", "subject": "ke", "object": "un"},
    ]
    gold = {"id": "a", "language": "en", "text": TEXT, "entities": entities, "claims": claims}
    (folder / "a.json").write_text(json.dumps(gold))
    return folder


def test_a_text_is_explained_with_its_mentions_claims_and_rules(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT)
    text, claims = run("explain", "one.txt").stdout.split("\n\n", 1)
    assert text.startswith("[Kenya Country] and [Ghana Country] signed [a memorandum on cybercrime")
    assert text.endswith("[Togo Country] wants to cooperate with [Kenya Country]^4.")
    head, *rows = (line.split("\t") for line in claims.splitlines())
    last = dict(zip(head, rows[3], strict=True))
    assert (last["number"], last["subject"], last["predicate"], last["object"]) == (
        "4", "Togo", "SEEKS_COOPERATION_WITH", "Kenya",
    )  # fmt: skip
    assert (last["modality"], last["rule"]) == ("intended", "deeds.wanted")
    assert last["quote"] == "Togo wants to cooperate with Kenya"
    assert 0 < float(last["confidence"]) <= 1


def test_the_page_shows_the_text_and_runs_nothing_of_it(run: Run, tmp_path: Path) -> None:
    text = f"{ATTACK} {TEXT} مصر وكينيا"
    row = {"id": f"a{ATTACK}", "title": ATTACK, "text": text, "language": "en"}
    (tmp_path / "one.jsonl").write_text(json.dumps(row))
    run("explain", "one.jsonl", "--html", "page.html")
    written = (tmp_path / "page.html").read_text("utf-8")
    assert "<script" not in written
    page = html.fromstring(written)
    assert page.xpath("string(//meta[@http-equiv]/@content)").startswith("default-src 'none'")
    assert page.xpath("string(//h1)") == ATTACK
    numbers = page.xpath("//div[@class='text']//sup")
    for number in numbers:
        number.drop_tree()
    assert page.xpath("string(//div[@class='text'])") == text
    assert page.xpath("//mark[@class='Country']/@title")[0] == "Country: Kenya (country:KE)"
    links = {n.xpath("string(a/@href)")[1:] for n in numbers}
    assert links <= set(page.xpath("//tr/@id")) and len(links) == len(numbers) > 0


def test_a_file_that_cannot_be_read_is_named_and_the_rest_explained(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.pdf").write_text("no PDF")
    result = run("explain", "a.txt", "b.pdf", code=1)
    assert "[Togo Country]" in result.stdout
    assert "b.pdf" in result.stderr


def test_figures_and_mistakes_of_an_extractor(run: Run, annotated: Path) -> None:
    result = json.loads(run("evaluate", str(annotated), "--errors", "--json").stdout)
    figures = result["extractors"]["rules"]
    assert figures["documents"] == 1
    assert figures["claims"]["PARTY_TO"] == {
        "found": 2, "read": 2, "annotated": 2, "precision": 1.0, "recall": 1.0, "f1": 1.0,
    }  # fmt: skip
    assert figures["offsets_exact"] == 1.0
    listed = {(e["what"], e["name"], e["said"], e["rule"]) for e in result["errors"]}
    assert ("missed", "MEMBER_OF", "Kenya MEMBER_OF United Nations (fact)", "") in listed
    wish = "Togo SEEKS_COOPERATION_WITH Kenya (intended)"
    assert ("spurious", "SEEKS_COOPERATION_WITH", wish, "deeds.wanted") in listed


def test_figures_as_a_table_of_one_kind(run: Run, annotated: Path) -> None:
    result = run("evaluate", str(annotated), "--only", "Country")
    assert result.stdout.splitlines()[:3] == [
        "group\tname\tfound\tread\tannotated\tprecision\trecall\tf1",
        "entities\tALL\t3\t3\t3\t1\t1\t1",
        "entities\tCountry\t3\t3\t3\t1\t1\t1",
    ]
    assert "rules: documents 1, offsets exact 1.0" in result.stderr


def test_two_extractors_stand_side_by_side(
    run: Run, annotated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "package"
    (package / "silent-1.dist-info").mkdir(parents=True)
    (package / "silent-1.dist-info" / "METADATA").write_text("Name: silent\nVersion: 1\n")
    (package / "silent-1.dist-info" / "entry_points.txt").write_text(
        "[cybercoop.extractors]\nsilent = silent:Silent\n"
    )
    (package / "silent.py").write_text(
        "from graph.model import Extraction\n\n\n"
        "class Silent:\n"
        "    name, version, languages = 'silent', '1', ('en',)\n\n"
        "    def extract(self, document):\n"
        "        return Extraction()\n"
    )
    monkeypatch.syspath_prepend(str(package))
    both = ("--extractor", "rules", "--extractor", "silent")
    lines = run("evaluate", str(annotated), "--only", "Country", *both).stdout.splitlines()
    row = dict(zip(lines[0].split("\t"), lines[2].split("\t"), strict=True))
    assert (row["name"], row["rules found"], row["silent found"]) == ("Country", "3", "0")
    assert (row["rules recall"], row["silent recall"]) == ("1", "0")


def test_what_cannot_be_evaluated_is_said(run: Run, annotated: Path) -> None:
    (annotated / "b.json").write_text('{"id": "b"}')
    assert "b.json: text: Field required" in run("evaluate", str(annotated), code=1).stderr
    wrong = run("evaluate", str(annotated), "--merge", "Agency", code=2)
    assert "--merge: 'Agency' is not of the form KIND=OTHER" in wrong.stderr
    assert "unknown extractor 'x'" in run("evaluate", "--extractor", "x", "a", code=2).stderr


def test_languages_are_listed_with_what_they_lack(run: Run) -> None:
    head, *rows = (line.split("\t") for line in run("languages").stdout.splitlines())
    assert [row[0] for row in rows] == ["ar", "en", "es", "fr", "pt", "ru", "sw"]
    assert all(int(row[head.index("phrases")]) > 1000 for row in rows)
    fields = {row["name"]: row for row in json.loads(run("languages", "sw", "--json").stdout)}
    assert fields["months"]["missing"] == []
    assert "xx.yaml: no such lexicon" in run("languages", "xx", code=1).stderr
