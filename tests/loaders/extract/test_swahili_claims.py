"""Claims in Swahili: passives with "na", phrases that open a sentence, posts that bodies bear."""

import pytest

from graph.model import Document
from loaders.extract.rules import RulesExtractor

RULES = RulesExtractor()
BESIDE = ("PART_OF", "CONCERNS", "HELD_IN")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "Na" after a passive is "by", not "with".
        ("Maabara ya Jeshi la Polisi Zanzibar ilifadhiliwa na Interpol.",
         {"International Criminal Police Organization ASSISTS Jeshi la Polisi Zanzibar"}),
        # A comma ends who gives; what follows is who gets it.
        ("Kwa ufadhili wa Benki ya Dunia, Wizara ya Afya ya Uganda inajenga kituo cha data.",
         {"World Bank ASSISTS Wizara ya Afya ya Uganda"}),
        ("Umoja wa Ulaya umefadhili mafunzo ya waendesha mashtaka wa Rwanda.",
         {"European Union ASSISTS Rwanda"}),
        ("Kenya itaendelea kusimama na Sudan Kusini katika mapambano hayo.",
         {"Kenya SEEKS_COOPERATION_WITH South Sudan"}),
        # What somebody wants of a third signs nothing; whether they sign is a question.
        ("Rwanda iliridhia Mkataba wa Malabo na sasa ingependa kushirikiana na Ghana.",
         {"Rwanda PARTY_TO African Union Convention on Cyber Security and Personal Data Protection",
          "Rwanda SEEKS_COOPERATION_WITH Ghana"}),
        ("Haijafahamika iwapo Rwanda na Ghana zitasaini hati ya makubaliano.", set()),
        # The year beside a law says when.
        ("Bunge la Kenya lilipitisha Sheria ya Makosa ya Mtandao mwaka 2018.",
         {"Bunge la Kenya ENACTED Sheria ya Makosa ya Mtandao"}),
        # An office is named after the post of its head.
        ("Ofisi ya Kamishna wa Ulinzi wa Data ya Kenya imekubali. Hayo ni ya Kamishna wa Ulinzi wa "
         "Data wa Kenya, Bi. Jane Kamau.",
         {"Jane Kamau HOLDS_POST Ofisi ya Kamishna wa Ulinzi wa Data ya Kenya"}),
    ],
)  # fmt: skip
def test_who_did_what(text, expected):
    found = RULES.extract(Document("test", text, language="sw", published="2024-06-10"))
    name = {e.id: e.name for e in found.entities}
    claims = [c for c in found.claims if c.object and c.predicate not in BESIDE]
    assert {f"{name[c.subject]} {c.predicate} {name[c.object]}" for c in claims} == expected
