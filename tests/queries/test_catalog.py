"""What every question file must be: well described, read-only, in the Cypher of both stores."""

from __future__ import annotations

import re

import pytest

from graph.vocabulary import SCHEMA
from queries.catalog import Answer, Question, answer_csv, questions
from queries.catalog.question import BadQuestion, parse

EVERY = pytest.mark.parametrize("asked", questions(), ids=lambda q: q.name)

WRITING = re.compile(r"\b(CREATE|MERGE|SET|DELETE|DETACH|REMOVE|FOREACH|LOAD|DROP|INSERT)\b", re.I)

# What one of the stores refuses or answers otherwise, and why.
FOREIGN = {
    r"shortestPath|SHORTEST": "filters differ",
    r"\bapoc\.": "only a plugin of one store",
    r"/\*": "one store has no such comments",
    r"\b(labels|properties|keys)\(": "order and extra entries differ",
    r"\(\w*:(?!Entity|Document|Claim|Judgement|Identifier)\w+ \{id:": "scans all of a kind",
    r"\{\w+: (?!\$)\w+\.\w+": "a property of a relationship as a value finds nothing in one store",
    r"\{(?!id:|modality:)\w+: ": "one store refuses properties that no node has yet",
    # One store begins at the left, so the end that is known goes there.
    r"MATCH \(\w*:\w+\)<?-\[[^\]]*\]->?\(\w+\)": "scans all to the left",
    r"\b(duration|date|datetime|timestamp|round)\(": "differs",
    r"COLLECT \{|OPTIONAL CALL|percentileCont|isEmpty": "refused by one store",
    r"\b\w+ \{\.": "maps of relationships are null in one store",
    r"\$\(": "labels and types are never put in from outside",
    r"\bCALL (?!\()": "procedures differ",
    r"(?m)^(LIMIT|SKIP)\b": "the caller says how many rows",
}


def without_strings(asked: Question) -> str:
    return re.sub(r"'[^']*'", "''", asked.cypher)


@EVERY
def test_it_only_reads(asked: Question) -> None:
    assert not WRITING.search(without_strings(asked))


@EVERY
def test_it_keeps_to_the_cypher_of_both_stores(asked: Question) -> None:
    for pattern, why in FOREIGN.items():
        found = re.search(pattern, without_strings(asked))
        assert found is None, f"{found.group()}: {why}"


@EVERY
def test_its_labels_and_types_are_those_of_the_schema(asked: Question) -> None:
    text = without_strings(asked)
    kinds = {kind.name for kind in SCHEMA.kinds} | {record.name for record in SCHEMA.records}
    types = {t.name for t in SCHEMA.types} | {link.name for link in SCHEMA.links}
    labels = set(re.findall(r"\(\w*:(\w+)", text)) | set(re.findall(r"\b[a-z]\w*:([A-Z]\w+)", text))
    named = {t for group in re.findall(r"\[\w*:([A-Z_|]+)", text) for t in group.split("|")}
    assert labels - types <= kinds | {"Entity"}
    assert named <= types


@EVERY
def test_its_header_says_what_it_takes_and_gives(asked: Question) -> None:
    used = set(re.findall(r"\$(\w+)", asked.cypher))
    assert {p.name for p in asked.parameters} == used
    assert set(asked.example) == used
    assert all(p.description for p in asked.parameters)
    last = without_strings(asked).rpartition("\nRETURN ")[2].partition("\nORDER BY")[0]
    assert returned(last) == [c.name for c in asked.columns]
    assert asked.title and asked.description.endswith(".")
    assert "ORDER BY" in asked.cypher.rpartition("\nRETURN ")[2]
    if asked.projection:
        assert {"source", "source_name", "target", "target_name", "weight", "facts"} <= {
            c.name for c in asked.columns
        }


def returned(text: str) -> list[str]:
    """Names of the columns in the text of a RETURN."""
    columns, depth, current = [], 0, ""
    for character in text + ",":
        depth += (character in "([{") - (character in ")]}")
        if character == "," and depth == 0:
            columns.append(re.findall(r"\w+", current)[-1])
            current = ""
        else:
            current += character
    return columns


def test_there_are_the_questions_that_people_have() -> None:
    assert len(questions()) >= 10
    assert {q.name for q in questions() if q.projection} == {
        "country_cooperation",
        "country_cooperation_by_year",
    }


def test_a_header_that_says_too_little_names_its_file() -> None:
    with pytest.raises(BadQuestion, match=r"half\.cypher: header: KeyError\('columns'\)"):
        parse("half", "// title: Half\n// description: A half.\nRETURN 1 AS one\n")


def test_csv_keeps_every_value_and_starts_no_formula() -> None:
    answer = Answer(
        "any",
        {},
        ("name", "topics", "disputed", "weight"),
        [
            {"name": '=SUM(1) "x", y', "topics": ["a", "b"], "disputed": True, "weight": 2},
            {"name": "Été\nсеть", "topics": [], "disputed": None, "weight": -0.5},
        ],
        False,
    )
    assert answer_csv(answer) == (
        'name,topics,disputed,weight\r\n"\'=SUM(1) ""x"", y",a; b,true,2\r\n"Été\nсеть",,,-0.5\r\n'
    )
