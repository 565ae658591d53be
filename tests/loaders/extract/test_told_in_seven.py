"""Who did what, as each language tells it: the sentences of `told.yaml`."""

from pathlib import Path

import pytest
import yaml

from graph.model import Document
from loaders.extract.rules import RulesExtractor

RULES = RulesExtractor()
SENTENCES = yaml.safe_load((Path(__file__).parent / "told.yaml").read_text("utf-8"))
LOOKED_FOR = {
    "ASSISTS", "COOPERATES_WITH", "SEEKS_COOPERATION_WITH", "PARTY_TO", "SIGNED", "HOSTED",
    "HELD_IN", "PARTICIPATED_IN", "HOLDS_POST", "MEMBER_OF",
}  # fmt: skip


def read(language: str, text: str) -> set[str]:
    """Claims as they are written there: "PREDICATE meant: subject -> object"."""
    found = RULES.extract(Document("test", text, language=language, published="2025-06-12"))
    names = {e.id: e.name for e in found.entities}
    return {
        f"{c.predicate}{'' if c.modality == 'fact' else f' {c.modality}'}: "
        f"{names[c.subject]} -> {names[c.object]}"
        for c in found.claims
        if c.object and c.predicate in LOOKED_FOR
    }


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda s: f"{s['language']}: {s['text'][:40]}")
def test_who_did_what(sentence):
    assert read(sentence["language"], sentence["text"]) == set(sentence["told"])
