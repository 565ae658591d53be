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


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "en",
            "Grenada acceded to the Budapest Convention in March. Togo has been invited to accede "
            "to it.",
            {("Grenada", "ratified", "fact"), ("Togo", "invited", "fact")},
        ),
        (
            "pt",
            "O Brasil citou a Convenção de Budapeste. Portugal e Espanha a ratificaram em 2010, "
            "enquanto a Irlanda, onde fica um servidor, a assinou, mas até hoje não a ratificou.",
            {
                ("Portugal", "ratified", "fact"),
                ("Spain", "ratified", "fact"),
                ("Ireland", "signed", "fact"),
                ("Ireland", "ratified", "denied"),
            },
        ),
        (
            "fr",
            "Le texte cite la Convention de Budapest, que soixante États, dont le Ghana et le "
            "Maroc, ont ratifiée à ce jour.",
            {("Ghana", "ratified", "fact"), ("Morocco", "ratified", "fact")},
        ),
        (
            "pt",
            "O memorando, que decorre do protocolo celebrado em 2018, foi rubricado em Lisboa.",
            set(),
        ),
    ],
)
def test_parties_to_what_a_pronoun_means(language, text, parties):
    found = claims(language, text)
    assert parties == {
        (one, c.qualifiers["status"], c.modality)
        for c, one, _ in found
        if c.predicate == "PARTY_TO"
    }


@pytest.mark.parametrize(
    ("language", "text", "child", "parent"),
    [
        (
            "en",
            "The Justice Department's Fraud Section arrested a man.",
            "Fraud Section",
            "Justice Department",
        ),
        (
            "en",
            "He leads the Inter-American Committee against Terrorism (CICTE) of the OAS.",
            "Inter-American Committee against Terrorism",
            "Organization of American States",
        ),
        (
            "es",
            "Visitó el Centro Nacional de Ciberseguridad (CNCS), al que está adscrito el CSIRT-RD.",
            "CSIRT-RD",
            "Centro Nacional de Ciberseguridad",
        ),
    ],
)
def test_bodies_inside_bodies(language, text, child, parent):
    assert (child, parent) in {
        (one, other) for c, one, other in claims(language, text) if c.predicate == "PART_OF"
    }


def test_a_parliament_of_many_states_is_an_organisation():
    text = "Jo Adler, vice-president of the European Parliament, spoke in Lima."
    found = RULES.extract(Document("test", text, language="en"))
    assert {e.kind for e in found.entities if e.name == "European Parliament"} == {"Organization"}


def test_no_treaty_is_none():
    text = "There is no extradition treaty between Washington and Moscow."
    found = RULES.extract(Document("test", text, language="en"))
    assert "Agreement" not in {e.kind for e in found.entities}
