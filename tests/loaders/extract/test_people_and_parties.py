"""People without a title, names that repeat a word, invitations, names of agreements."""

from __future__ import annotations

import pytest

from graph.model import Document, Extraction
from loaders.extract.rules import RulesExtractor

EXTRACTOR = RulesExtractor()


def read(text: str) -> Extraction:
    return EXTRACTOR.extract(Document("x", text, language="en"))


def names(extraction: Extraction, kind: str) -> set[str]:
    return {e.name for e in extraction.entities if e.kind == kind}


@pytest.mark.parametrize(
    ("text", "people", "countries"),
    [
        (
            "Amina Wekesa and Peter Otieno spoke at the workshop. Wekesa said that it was useful.",
            {"Amina Wekesa", "Peter Otieno"},
            set(),
        ),
        (
            "Jordan Okello, Minister of Justice of Uganda, arrived. Okello met the police.",
            {"Jordan Okello"},
            {"Uganda"},
        ),
        ("Jordan and Uganda hosted a conference.", set(), {"Jordan", "Uganda"}),
    ],
)
def test_people_without_a_title_and_given_names_that_are_countries(
    text: str, people: set[str], countries: set[str]
) -> None:
    found = read(text)
    assert names(found, "Person") == people
    assert names(found, "Country") == countries


@pytest.mark.parametrize("pair", [("Omar Ali", "Omar Ali Ali"), ("Omar Ali Ali", "Omar Ali")])
def test_names_that_repeat_a_word_are_compared(pair: tuple[str, str]) -> None:
    found = read(f"Minister {pair[0]} spoke. {pair[1]} said it went well.")
    assert names(found, "Person") & set(pair)


def test_who_is_invited_is_no_party_yet() -> None:
    (claim,) = [
        c
        for c in read("Ghana has been invited to accede to the Budapest Convention.").claims
        if c.predicate == "PARTY_TO"
    ]
    assert (claim.subject, claim.modality, dict(claim.qualifiers)) == (
        "country:GH",
        "fact",
        {"status": "invited"},
    )


def test_the_name_of_an_agreement_is_not_cut_inside_a_topic() -> None:
    found = read(
        "The Ministry of Defence of Kenya and the Ministry of Defence of Ghana signed a "
        "memorandum of understanding on the fight against transnational organised crime."
    )
    assert names(found, "Agreement") == {
        "memorandum of understanding on the fight against transnational organised crime"
    }
    parties = {c.subject for c in found.claims if c.predicate == "PARTY_TO"}
    assert len(parties) == 2
