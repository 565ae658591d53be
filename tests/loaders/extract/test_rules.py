"""What the rules read in sentences of our own, claim by claim; and what holds for any text."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Document, Extraction
from graph.vocabulary import SCHEMA
from loaders.extract.base import Extractor
from loaders.extract.registry import UnknownExtractor, extractor
from loaders.extract.rules import RulesExtractor
from loaders.extract.validate import validate

RULES = RulesExtractor()


def read(text: str, language: str = "en", **fields: str) -> Extraction:
    return RULES.extract(Document("test", text, language=language, **fields))


def said(extraction: Extraction, predicate: str) -> set[tuple[str, ...]]:
    """Claims of a predicate as (subject, object or phrase, modality)."""
    names = {e.id: e.name for e in extraction.entities}
    return {
        (names[c.subject], names.get(c.object or "", c.object_phrase or ""), c.modality)
        for c in extraction.claims
        if c.predicate == predicate
    }


def test_parties_status_and_date_of_a_memorandum():
    found = read(
        "Kenya and Ghana signed a memorandum of understanding on digital forensics "
        "in Nairobi on 4 May 2021."
    )
    assert {s for s, _, _ in said(found, "PARTY_TO")} == {"Kenya", "Ghana"}
    party = next(c for c in found.claims if c.predicate == "PARTY_TO")
    assert dict(party.qualifiers) == {"status": "signed", "signed": "2021-05-04"}
    assert {o for _, o, _ in said(found, "CONCERNS")} == {"Digital forensics"}


def test_ratified_and_not_yet():
    found = read("Chad has ratified the Malabo Convention. Togo signed the Budapest Convention.")
    name = "African Union Convention on Cyber Security and Personal Data Protection"
    assert ("Chad", name, "fact") in said(found, "PARTY_TO")
    status = {c.subject: c.qualifiers["status"] for c in found.claims if c.predicate == "PARTY_TO"}
    assert status == {"country:TD": "ratified", "country:TG": "signed"}


@pytest.mark.parametrize(
    ("language", "text", "person", "body", "title"),
    [
        ("en", "The Director-General of the Harbour Safety Authority (HSA), Dr. Ann Lee, spoke.",
         "Ann Lee", "Harbour Safety Authority", "Director-General"),
        ("en", "Peter Okoth Mbale, Executive Director of Interpol, spoke in Kampala, Uganda.",
         "Peter Okoth Mbale", "International Criminal Police Organization", "Executive Director"),
        ("sw", "Mkurugenzi Mkuu wa Mamlaka ya Bandari Tanzania, Dkt. Asha Kombo, alisema hayo.",
         "Asha Kombo", "Mamlaka ya Bandari Tanzania", "Mkurugenzi Mkuu"),
        ("fr", "Le directeur général de l'Agence nationale des ports, M. Jean Dupuis, a parlé.",
         "Jean Dupuis", "Agence nationale des ports", "directeur général"),
        ("es", "El director ejecutivo del Instituto Nacional de Puertos, Luis Rey Mora, habló.",
         "Luis Rey Mora", "Instituto Nacional de Puertos", "director ejecutivo"),
    ],
)  # fmt: skip
def test_posts(language, text, person, body, title):
    found = read(text, language)
    assert said(found, "HOLDS_POST") == {(person, body, "fact")}
    post = next(c for c in found.claims if c.predicate == "HOLDS_POST")
    assert post.qualifiers["title"] == title


def test_honorific_is_kept_apart_from_the_name():
    found = read("Mr. Paul Njoroge Keter, Permanent Secretary in Kenya's Ministry of Works, spoke.")
    honorific = next(c for c in found.claims if c.predicate == "honorific")
    assert honorific.value == "Mr."
    assert said(found, "PART_OF") == {("Ministry of Works", "Kenya", "fact")}


def test_vow_with_a_phrase_makes_no_entity():
    found = read("Uganda has pledged to cooperate with neighbouring states in fighting fraud.")
    assert said(found, "SEEKS_COOPERATION_WITH") == {("Uganda", "neighbouring states", "intended")}


def test_wish_request_and_agreement_are_kept_apart():
    assert said(read("Peru wants to learn from Chile."), "SEEKS_COOPERATION_WITH") == {
        ("Peru", "Chile", "intended")
    }
    assert said(read("Peru asked Chile for help."), "SEEKS_COOPERATION_WITH") == {
        ("Peru", "Chile", "requested")
    }
    assert said(read("Peru and Chile agreed to share data."), "COOPERATES_WITH") == {
        ("Peru", "Chile", "agreed")
    }


def test_edition_forum_place():
    found = read("Kongamano la 9 la Kimataifa la Usalama Mtandao linafanyika nchini Uganda.", "sw")
    assert {(o, m) for _, o, m in said(found, "HELD_IN")} == {("Uganda", "fact")}
    edition = next(c for c in found.claims if c.predicate == "EDITION_OF")
    assert edition.qualifiers["number"] == 9
    forum = next(e for e in found.entities if e.kind == "Forum")
    assert forum.name == "Kongamano la Kimataifa la Usalama Mtandao"


def test_members_listed():
    found = read("BRICS is made up of Brazil, Russia, India, China and South Africa.")
    assert {s for s, _, _ in said(found, "MEMBER_OF")} == {
        "Brazil", "Russia", "India", "China", "South Africa",
    }  # fmt: skip


def test_links_below_the_text_are_told_by_nobody():
    text = (
        "Kenya spoke.\n\nIt was short.\n\nIt ended.\n\nRelated stories\n\nMali and Chad sign deal"
    )
    found = read(text)
    assert {e.name for e in found.entities} >= {"Kenya", "Mali", "Chad"}
    assert [c for c in found.claims if c.object] == []


def test_every_language_reads_a_signed_memorandum():
    texts = {
        "en": "Kenya and Morocco signed a memorandum of understanding.",
        "sw": "Kenya na Morocco zimesaini hati ya makubaliano.",
        "fr": "Le Kenya et le Maroc ont signé un mémorandum d'entente.",
        "es": "Kenia y Marruecos firmaron un memorando de entendimiento.",
        "pt": "O Quénia e Marrocos assinaram um memorando de entendimento.",
        "ru": "Кения и Марокко подписали меморандум о взаимопонимании.",
        "ar": "وقّعت كينيا والمغرب مذكرة تفاهم.",
    }
    for language, text in texts.items():
        parties = {c.subject for c in read(text, language).claims if c.predicate == "PARTY_TO"}
        assert parties == {"country:KE", "country:MA"}, language


def test_registry():
    assert isinstance(extractor(), Extractor)
    assert extractor().name == "rules"
    with pytest.raises(UnknownExtractor, match=r"unknown extractor 'oracle'; known: .*rules"):
        extractor("oracle")


def test_the_same_text_reads_the_same_twice():
    text = "Kenya's Attorney General Jane Roe met Morocco's ambassador in Rabat on Monday."
    assert read(text) == read(text)


PIECES = (
    "Kenya", "Morocco’s", " and ", "signed ", "a memorandum of understanding ", "Dr. ", "Jane Roe",
    ", the Director of ", "the Ministry of ", "Works", ". ", "\n", "(", ")", "agreed to ", "“", "”",
    "مذكرة تفاهم ", "المغرب ", "وقّع ",
    "Россия ", "подписала ", "́", "\u200f", "’s", "17th ", "🎓", "İ",
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=60),
    st.sampled_from(["en", "sw", "fr", "es", "pt", "ar", "ru"]),
)
def test_any_text_gives_exact_offsets_and_sound_claims(pieces, language):
    document = Document("any", "".join(pieces), language=language, published="2024-05-16")
    extraction = RULES.extract(document)
    assert validate(document, extraction).dropped == {}
    for entity in extraction.entities:
        assert all(document.text[m.start : m.end] == m.text for m in entity.mentions)
        assert any(kind.name == entity.kind for kind in SCHEMA.kinds)


def test_a_long_text_without_sense_takes_no_time():
    letters = random.Random(1).choices("ABCDEFGH IJ", k=1_000_000)
    assert [c for c in read("".join(letters)).claims if c.object] == []
    assert read("A" * 1_000_000).entities == ()


def test_attributes_say_what_the_words_beside_a_name_say():
    found = read(
        "The Harbour Safety Authority (HSA) of Kenya signed a memorandum of understanding with "
        "Ghana on 4 May 2021. A workshop in Mombasa on 6 May 2021 followed."
    )
    values = {(c.predicate, c.value) for c in found.claims if c.value is not None}
    assert {
        ("acronym", "HSA"),
        ("country", "country:KE"),
        ("sub", "MoU"),
        ("signed", "2021-05-04"),
        ("starts", "2021-05-06"),
        ("place", "Mombasa"),
    } <= values
