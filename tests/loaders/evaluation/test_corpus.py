"""The annotated documents of the project say what stands in their texts, in terms of the schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.vocabulary import SCHEMA
from loaders.evaluation import annotated
from loaders.text.language import LANGUAGES

CORPUS = Path(__file__).parents[2] / "corpus"
FILES = sorted(CORPUS.glob("*/*.json"))


def test_every_language_has_documents_of_both_halves() -> None:
    for language in LANGUAGES:
        numbers = [int(file.stem.split("-")[1]) for file in FILES if file.parent.name == language]
        assert {number % 2 for number in numbers} == {0, 1}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_annotated_stands_in_the_text(file: Path) -> None:
    (document,) = annotated([file])
    text = document.text
    assert document.language == file.parent.name
    kinds = {entity.key: entity.type for entity in document.entities}
    assert [m for e in document.entities for m in e.mentions if m not in text] == []
    assert [claim.quote for claim in document.claims if claim.quote not in text] == []
    assert [
        fault
        for c in document.claims
        for fault in SCHEMA.faults(
            c.predicate, kinds[c.subject], kinds.get(c.object or ""), c.modality, c.qualifiers
        )
    ] == []
