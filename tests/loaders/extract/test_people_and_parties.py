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


def speaker_of(found: Extraction, predicate: str) -> set[str | None]:
    called = {e.id: e.name for e in found.entities}
    return {called.get(c.stated_by or "") for c in found.claims if c.predicate == predicate}


@pytest.mark.parametrize(
    ("language", "text", "predicate", "speaker"),
    [
        (
            "en",
            "Amina Wekesa and Peter Otieno spoke at the workshop. "
            "Wekesa said that Kenya trained officers of Uganda.",
            "ASSISTS",
            "Amina Wekesa",
        ),
        (
            "en",
            "Minister Amina Wekesa and Minister Peter Otieno said that Kenya trained officers "
            "of Uganda.",
            "ASSISTS",
            "Amina Wekesa",
        ),
        ("en", "Kenya said it trained officers of Uganda.", "ASSISTS", "Kenya"),
        (
            "en",
            "According to the Ministry of Justice of Ghana, Kenya hosted a conference in Nairobi.",
            "HOSTED",
            "Ministry of Justice of Ghana",
        ),
    ],
)
def test_whose_words_they_are(language: str, text: str, predicate: str, speaker: str) -> None:
    found = EXTRACTOR.extract(Document("x", text, language=language))
    assert speaker_of(found, predicate) == {speaker}


def test_who_speaks_at_an_event_does_not_say_who_was_there() -> None:
    found = read("Amina Wekesa and Peter Otieno spoke at the workshop. Wekesa thanked Otieno.")
    assert speaker_of(found, "PARTICIPATED_IN") == {None}


def test_a_source_is_no_host() -> None:
    found = read(
        "According to the Ministry of Justice of Ghana, Kenya hosted a conference in Nairobi."
    )
    assert {c.subject for c in found.claims if c.predicate == "HOSTED"} == {"country:KE"}


def test_a_date_is_not_cut_at_the_end_of_a_name() -> None:
    found = read(
        "Kenya and Ghana signed a memorandum of understanding on cybercrime on 3 May 2024."
    )
    (name,) = names(found, "Agreement")
    assert name == "memorandum of understanding on cybercrime"


def test_a_memorandum_told_of_with_the_two_that_signed_it_is_one_at_its_first_mention() -> None:
    text = "Cela prolonge le mémorandum d'entente signé entre le Maroc et le Kenya."
    found = RulesExtractor().extract(Document("fr", text, language="fr"))
    parties = {claim.subject for claim in found.claims if claim.predicate == "PARTY_TO"}
    assert names(found, "Agreement") == {"mémorandum d'entente"}
    assert parties == {"country:MA", "country:KE"}


def test_a_post_that_names_no_country_is_in_the_body_that_its_sentence_names() -> None:
    text = (
        "Le Kenya compte sur le Maroc. Son procureur général, Jean Otieno, l'a dit jeudi au siège "
        "du parquet kényan. Un accord lie le parquet à la Présidence du ministère public du Maroc."
    )
    found = RulesExtractor().extract(Document("fr", text, language="fr"))
    bodies = {entity.id: entity.name for entity in found.entities}
    posts = [claim.object for claim in found.claims if claim.predicate == "HOLDS_POST"]
    assert [bodies[post] for post in posts if post] == ["parquet kényan"]
