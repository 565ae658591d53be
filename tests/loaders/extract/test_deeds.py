"""Help, work together and requests, as four languages tell them: the sentences of `deeds.yaml`."""

from pathlib import Path

import pytest
import yaml

from graph.model import Document
from loaders.extract.rules import RulesExtractor

RULES = RulesExtractor()
SENTENCES = yaml.safe_load((Path(__file__).parent / "deeds.yaml").read_text("utf-8"))
LOOKED_FOR = {"ASSISTS", "COOPERATES_WITH", "SEEKS_COOPERATION_WITH"}


def claims(language, text):
    """The claims of a text with the names of whom they are on."""
    found = RULES.extract(Document("test", text, language=language, published="2025-06-12"))
    names = {e.id: e.name for e in found.entities}
    return [(c, names[c.subject], names[c.object]) for c in found.claims if c.object]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda s: f"{s['language']}: {s['text'][:40]}")
def test_who_does_what_for_whom(sentence):
    told = {
        f"{c.predicate}{'' if c.modality == 'fact' else f' {c.modality}'}: {one} -> {other}"
        for c, one, other in claims(sentence["language"], sentence["text"])
        if c.predicate in LOOKED_FOR
    }
    assert told == set(sentence["told"])


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Estonia has trained sixty Moldovan officers.", "training"),
        ("The World Bank has allocated $50 million to Benin.", "funding"),
        ("Japan handed over twelve servers to Uganda.", "equipment"),
        ("Interpol lent Chile two analysts.", "expertise"),
    ],
)
def test_what_is_given(text, mode):
    helps = [c for c, _, _ in claims("en", text) if c.predicate == "ASSISTS"]
    assert [c.qualifiers["mode"] for c in helps] == [mode]


def test_who_works_under_an_agreement_is_party_to_it():
    text = "Chile and Peru have exchanged intelligence since 2017 under a memorandum."
    found = claims("en", f"{text} Peru signed a memorandum of understanding.")
    assert {one for c, one, _ in found if c.predicate == "COOPERATES_WITH"} == {"Chile"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "en",
            "The NCA arrested a man. Britain's National Crime Agency (NCA) said so.",
            "National Crime Agency",
        ),
        (
            "es",
            "Se reunió con la División de Estafas de la PNP y con la Policía Nacional (PNP).",
            "División de Estafas",
        ),
        (
            "fr",
            "Le Togo a prié la Commission nationale de prendre en charge le projet.",
            "Commission nationale",
        ),
    ],
)
def test_where_names_of_bodies_end(language, text, name):
    found = RULES.extract(Document("test", text, language=language, published="2025-06-12"))
    assert name in {e.name for e in found.entities}
    assert not [e.name for e in found.entities if "prendre" in e.name or e.name == "NCA"]


def test_an_institution_of_an_organisation_is_no_states():
    text = (
        "Jamaica met the Implementation Agency for Crime and Security (IMPACS), an institution of "
        "the Caribbean Community (CARICOM)."
    )
    found = claims("en", text)
    parents = {(one, other) for c, one, other in found if c.predicate == "PART_OF"}
    assert parents == {("Implementation Agency for Crime and Security", "Caribbean Community")}
