"""The pages in docs are those that follow from schema, catalogue and reference datasets."""

from __future__ import annotations

import pytest

from graph.reference import json_schema, reference_page
from graph.vocabulary import SCHEMA
from tools.docs import DOCS, PAGES


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_current(name: str) -> None:
    stored = (DOCS / name).read_text(encoding="utf-8")
    assert stored == PAGES[name](), (
        f"docs/{name} is out of date; write it anew by `python -m tools.docs`"
    )


def test_the_page_names_all_of_the_schema() -> None:
    page = reference_page()
    for declared in (*SCHEMA.kinds, *SCHEMA.records):
        assert f"### {declared.name}\n" in page
    for named in (*SCHEMA.types, *SCHEMA.modalities, *SCHEMA.qualifiers.values()):
        assert f"| `{named.name}` |" in page


def test_the_json_schema_defines_every_node_and_relationship() -> None:
    made = json_schema()
    assert set(made["$defs"]) == {
        declared.name for declared in (*SCHEMA.kinds, *SCHEMA.records, *SCHEMA.types, *SCHEMA.links)
    }
    party = made["$defs"]["PARTY_TO"]
    assert party["x-objects"] == ["Agreement"]
    assert party["properties"]["status"]["enum"][0] == "invited"
    assert party["properties"]["signed_all"]["type"] == "array"
    assert made["$defs"]["Claim"]["properties"]["q_title"]["type"] == "string"
    assert "Police" in made["$defs"]["Agency"]["properties"]["sub"]["enum"]
