"""Names that nothing announces: people and bodies by all their signs; places are neither."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from graph.model import Document, Extraction
from loaders.extract.rules import RulesExtractor
from loaders.lexicon.names import names as lists
from loaders.lexicon.schema import organisations
from loaders.lexicon.weights import FILE, likelihood, weights

EXTRACTOR = RulesExtractor()


def read(text: str, language: str, publisher: str | None = None) -> Extraction:
    return EXTRACTOR.extract(Document("x", text, language=language, publisher=publisher))


def names(extraction: Extraction, *kinds: str) -> set[str]:
    return {e.name for e in extraction.entities if e.kind in kinds}


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        ("en", "The prize went to author Ruth Akinyi for her third book.", {"Ruth Akinyi"}),
        ("en", "Daniel Mbeki, who grew up in Kisumu, fixes radios.", {"Daniel Mbeki"}),
        ("en", "The hall was full, said Pieter van der Walt.", {"Pieter van der Walt"}),
        ("sw", "Zuhura Mkwawa amesema kazi imeanza.", {"Zuhura Mkwawa"}),
        ("sw", "Mshindi ni Juma Kaseja, mwenye umri wa miaka 30.", {"Juma Kaseja"}),
        ("fr", "La journaliste Claire Moreau a reçu le prix.", {"Claire Moreau"}),
        ("pt", "A escritora Marta Figueiredo vive em Lisboa.", {"Marta Figueiredo"}),
        ("ru", "Писатель Николай Орлов живёт в Томске.", {"Николай Орлов"}),
    ],
)
def test_people_without_a_title(language: str, text: str, people: set[str]) -> None:
    assert names(read(text, language), "Person") == people


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("sw", "Gazeti la Mwangaza limeandika habari hiyo.", "Mwangaza"),
        ("sw", "Chama cha TPWM kimeshinda uchaguzi.", "Chama cha TPWM"),
        ("sw", "Shirika la habari la Reuters limeripoti ajali hiyo.", "Reuters"),
        ("en", "The minister told Reuters that the law would wait.", "Reuters"),
        ("en", "Parliament passed the budget. Kenya rejoiced.", "Parliament"),
    ],
)
def test_bodies_without_a_full_name(language: str, text: str, body: str) -> None:
    found = read(text, language)
    assert body in names(found, "Organization", "Agency")
    assert not names(found, "Person")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He travelled from Kampala to Europe before Christmas."),
        ("en", "South Dakota and New Jersey sent engineers."),
        ("sw", "Waislamu walifika Mogadishu, mji mkuu."),
        ("sw", "Waziri wa Afya alizungumza."),
        ("es", "El ministro de Transformación Digital llegó tarde."),
    ],
)
def test_places_peoples_and_portfolios_are_neither(language: str, text: str) -> None:
    assert not names(read(text, language), "Person", "Organization", "Agency")


def test_a_headline_in_capitals_names_nobody_that_the_text_does_not() -> None:
    found = read("Rosa Mining Wins Big Harbour Deal\n\nThe town was glad of it.", "en")
    assert not names(found, "Person")


def test_the_publisher_and_its_byline_are_no_bodies() -> None:
    text = "NAIROBI (Reuters) - Kenya opened a port. Reuters was there."
    assert "Reuters" not in names(read(text, "en", "Reuters"), "Organization")
    assert not names(read("/TASS/. Kenya opened a port.", "en"), "Organization")
    assert not names(read("Kenya opened a port. ab / cd (AFP, dpa)", "en"), "Organization")


def test_a_portfolio_ends_before_the_ministers_name() -> None:
    found = read("Waziri wa Elimu Zuhura Mkwawa alifungua shule.", "sw")
    assert names(found, "Person") == {"Zuhura Mkwawa"}
    found = read("Kenya's Economy Minister Daniel Mbeki resigned.", "en")
    (claim,) = [c for c in found.claims if c.predicate == "HOLDS_POST"]
    assert (claim.object, dict(claim.qualifiers)["title"]) == ("country:KE", "Economy Minister")


@pytest.mark.parametrize(
    ("language", "text", "person", "body"),
    [
        ("es", "Habló el coronel de la Policía Nacional Juan Pereda.", "Juan Pereda", "Policía"),
        ("en", "He met Kenya Ports Authority Daniel Mbeki.", "Daniel Mbeki", "Authority"),
    ],
)
def test_a_body_ends_where_a_persons_name_begins(
    language: str, text: str, person: str, body: str
) -> None:
    found = read(text, language)
    assert person in names(found, "Person")
    assert all(person not in name for name in names(found, "Agency", "Organization"))
    assert any(body in name for name in names(found, "Agency"))


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("en", "Minister Park Ji-hoon spoke.", "Park Ji-hoon"),
        ("en", "Minister Jan de Vries-Smit spoke.", "Jan de Vries-Smit"),
        ("ru", "Министр А.В. Орлов выступил. Мнение Орлова учли.", "А.В. Орлов"),
        ("fr", "L'amiral Dominique Morel a pris la parole.", "Dominique Morel"),
        ("sw", "DPP. Zuhura Mkwawa alifika.", "Zuhura Mkwawa"),
    ],
)
def test_names_with_hyphens_initials_and_forms(language: str, text: str, person: str) -> None:
    assert names(read(text, language), "Person") == {person}


def test_a_list_of_people_is_read_to_its_end() -> None:
    found = read("Le cercle, représenté par MM. Paul Garnier, Abdou Sarr et Luc Remy.", "fr")
    assert names(found, "Person") == {"Paul Garnier", "Abdou Sarr", "Luc Remy"}


def test_what_explains_a_title_or_a_field_is_no_body() -> None:
    found = read("Principal Secretary (PS) Ruth Akinyi spoke. The PS smiled.", "en")
    assert not names(found, "Organization")
    found = read("They teach Information and Communication Technology (ICT).", "en")
    assert not names(found, "Organization")


def test_several_people_of_one_post() -> None:
    found = read("Presidents Ruth Akinyi of Kenya and Juma Kaseja of Uganda met.", "en")
    held = {(c.object, c.quote) for c in found.claims if c.predicate == "HOLDS_POST"}
    assert {object_ for object_, _ in held} == {"country:KE", "country:UG"}


def test_what_is_governed_is_no_person() -> None:
    found = read("The premier of Kenya's Westlands spoke of rain.", "en")
    assert not names(found, "Person")


def test_a_party_after_its_class_noun_is_the_party() -> None:
    found = read("Chama cha Likud kilishinda. Likud ilifurahi.", "sw")
    assert names(found, "Organization") == {"Likud"}


def test_weights_are_small_and_sure_of_what_speaks_plainly() -> None:
    assert FILE.stat().st_size < 3_000_000
    person, body = likelihood({"bias", "one before title", "before title", "given True 2"})
    assert person > 0.5 > body
    assert likelihood(()) == pytest.approx((1 / 3, 1 / 3))
    assert len(weights()) > 1000


def test_lists_hold_plain_words_and_no_body_twice() -> None:
    for words in (lists().given, lists().family, lists().towns):
        assert all(word == word.casefold() for word in words)
    every = [name for bodies in organisations().values() for body in bodies for name in body]
    assert len(every) == len(set(every))


def test_the_command_that_made_them_says_its_sources() -> None:
    licences = Path(__file__).parents[3].joinpath("DATA-LICENSES.md").read_text("utf-8")
    for source in ("CrossNER", "UNER", "factRuEval", "Faker", "GeoNames", "popular-names"):
        assert source in licences


def test_many_names_take_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        text = " ".join(
            f"Daniel Mu{i}ka said that Nya{i}ndi Ports Authority and Ruth Ki{i}to left."
            for i in range(count)
        ).translate(str.maketrans("0123456789", "abcdefghij"))
        start = time.process_time()
        read(text, "en")
        return time.process_time() - start

    seconds(50)
    assert seconds(1200) < 12 * seconds(200) + 1
