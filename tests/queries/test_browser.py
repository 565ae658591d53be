"""What is made for Neo4j Browser: the style, the saved queries and the guide."""

from __future__ import annotations

import html
import io
import re
import zipfile

import pytest

from graph.vocabulary import SCHEMA
from queries.browser import archive, guide, script, style
from queries.catalog import Question, question, questions

ADDRESS = "http://localhost:8000/v1/browser"


def rules() -> dict[str, dict[str, str]]:
    """The style sheet as Neo4j Browser reads it: split at braces, semicolons and colons."""
    read: dict[str, dict[str, str]] = {}
    for selector, body in re.findall(r"([^{}]+)\{((?:[^{}]|\{\w+\})*)\}\n", style()):
        pairs = [part.split(":") for part in body.split(";") if part.strip()]
        assert all(len(pair) == 2 for pair in pairs), body
        read[selector.strip()] = {name.strip(): value.strip().strip('"') for name, value in pairs}
    return read


def test_every_label_has_the_colour_of_its_kind() -> None:
    read = rules()
    for kind in SCHEMA.kinds:
        for label in (kind.name, *kind.sub_labels):
            assert read[f"node.{label}"]["color"] == kind.colour
            assert read[f"node.{label}"]["caption"] == "{name}"
    for record in SCHEMA.records:
        assert read[f"node.{record.name}"]["color"] == record.colour
    # What comes later wins, so that what holds for all comes first.
    assert list(read)[:3] == ["node", "relationship", "node.Entity"]


def test_records_are_small_and_bookkeeping_is_out_of_the_way() -> None:
    size = {name: int(rule["diameter"][:-2]) for name, rule in rules().items() if "node" in name}
    assert size["node.Country"] > size["node.Agency"] > size["node.Claim"] > size["node.Identifier"]
    assert rules()["node.Identifier"]["caption"] == rules()["node.Graph"]["caption"] == ""


def test_relationships_say_how_far_and_in_what_role() -> None:
    read = rules()
    assert read["relationship.PARTY_TO"]["caption"] == "PARTY_TO {status}"
    assert read["relationship.MEMBER_OF"]["caption"] == "MEMBER_OF {role}"
    assert read["relationship.MENTIONS"]["caption"] == "<type>"
    thick = {name for name, rule in read.items() if rule.get("shaft-width") == "3px"}
    assert thick == {
        "relationship.COOPERATES_WITH",
        "relationship.ASSISTS",
        "relationship.PARTY_TO",
    }
    colours = {read[f"relationship.{n}"]["color"] for n in ("COOPERATES_WITH", "ASSISTS")}
    assert read["relationship.SEEKS_COOPERATION_WITH"]["color"] not in colours


@pytest.mark.parametrize("asked", questions(), ids=lambda q: q.name)
def test_a_saved_query_is_one_statement_without_parameters(asked: Question) -> None:
    text = script(asked)
    assert text.startswith(f"// {asked.title}\n")
    assert "$" not in text and ";" not in re.sub(r"//.*|'[^']*'", "", text)
    assert text.count("WITH {") == 1 and max(map(len, text.splitlines())) <= 130


def test_the_archive_holds_every_question_in_one_folder() -> None:
    with zipfile.ZipFile(io.BytesIO(archive())) as files:
        assert files.namelist() == [f"cybercoop/{q.name}.cypher" for q in questions()]
        assert files.read("cybercoop/partners.cypher").decode() == script(question("partners"))
    assert archive() == archive()


def test_the_guide_runs_every_question_as_it_is_saved() -> None:
    text = guide(ADDRESS)
    values = [html.unescape(v) for v in re.findall(r'data-populate="([^"]*)"', text)]
    first, behind, *others = values
    assert (first, others) == (script(question("partners")), [script(q) for q in questions()])
    assert 'MATCH (c:Claim {fact: "fact:..."})' in behind
    assert f"style {ADDRESS}/style.grass" in re.findall(r'data-exec="([^"]*)"', text)
    # Browser takes these for handlers of events and strips them.
    assert not re.search(r"\s+on[^\s=]+[^\s=]*\s*=\s*(\"[^\"]*\"|'[^']*'|[\w\-.:]+)", text, re.I)
    assert "script" not in re.findall(r"<(\w+)", text)
