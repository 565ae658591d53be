"""What every question file must be: well described, read-only, in the Cypher of both stores."""

from __future__ import annotations

import re

import pytest

from graph.vocabulary import SCHEMA
from queries.catalog import Answer, Question, answer_csv, questions
from queries.catalog.question import BadQuestion, parse
from tests.queries.dialect import RULES, Rule, every_statement, foreign, without_strings

EVERY = pytest.mark.parametrize("asked", questions(), ids=lambda q: q.name)

STATEMENTS = list(every_statement())

WRITING = re.compile(r"\b(CREATE|MERGE|SET|DELETE|DETACH|REMOVE|FOREACH|LOAD|DROP|INSERT)\b", re.I)


@EVERY
def test_it_only_reads(asked: Question) -> None:
    assert not WRITING.search(without_strings(asked.cypher))


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_a_rule_of_the_cypher_of_both_stores_catches_what_it_is_for(rule: Rule) -> None:
    assert any(said.startswith(f"{rule.name}: ") for said in foreign(rule.sample))
    assert foreign(rule.good) == []


@pytest.mark.parametrize(("name", "statement"), [pytest.param(*s, id=s[0]) for s in STATEMENTS])
def test_a_statement_keeps_to_the_cypher_of_both_stores(name: str, statement: str) -> None:
    assert foreign(statement, name) == []


def test_the_statements_are_those_of_all_the_project() -> None:
    names = [name for name, _ in STATEMENTS]
    assert {f"{q.name}.cypher" for q in questions()} <= set(names)
    for module in (
        "graph.writing.queries",
        "graph.writing.property_queries",
        "queries.entities",
        "loaders.pipeline",
    ):
        assert any(name.startswith(f"{module}.") for name in names)


@EVERY
def test_the_caller_says_how_many_rows(asked: Question) -> None:
    assert not re.search(r"(?m)^(LIMIT|SKIP)\b", asked.cypher)


@EVERY
def test_its_labels_and_types_are_those_of_the_schema(asked: Question) -> None:
    text = without_strings(asked.cypher)
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
    last = without_strings(asked.cypher).rpartition("\nRETURN ")[2].partition("\nORDER BY")[0]
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
