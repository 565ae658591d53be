"""Who held events and was at them, and who helps or wants whom: read in sentences of our own."""

import pytest

from graph.model import Document, Extraction
from loaders.extract.rules import RulesExtractor

RULES = RulesExtractor()


def read(text: str, language: str = "en") -> Extraction:
    return RULES.extract(Document("test", text, language=language, published="2024-05-10"))


def said(extraction: Extraction, predicate: str) -> set[tuple[str, str, str]]:
    names = {e.id: e.name for e in extraction.entities}
    return {
        (names[c.subject], names[c.object], c.modality)
        for c in extraction.claims
        if c.predicate == predicate and c.object
    }


def who(extraction: Extraction, predicate: str) -> set[str]:
    return {subject for subject, _, _ in said(extraction, predicate)}


def test_hosts_together_guests_from_countries_and_the_trainer_who_helps_them():
    found = read(
        "The training, organised by the Council of Europe in partnership with the Government of "
        "Canada, brought together 40 officers from Benin, Togo and Niger."
    )
    assert who(found, "HOSTED") == {"Council of Europe", "Canada"}
    assert who(found, "PARTICIPATED_IN") == {"Benin", "Togo", "Niger"}
    assert said(found, "ASSISTS") == {
        ("Council of Europe", guest, "fact") for guest in ("Benin", "Togo", "Niger")
    }
    assert said(found, "COOPERATES_WITH") == set()  # to hold a training together is no more


def test_the_next_sentence_tells_more_of_an_event():
    found = read(
        "Zambia and Malawi sent officers to a two-day workshop on digital evidence in Lusaka. "
        "It was organised by the Council of Europe together with the Zambia Police Service."
    )
    assert who(found, "HOSTED") == {"Council of Europe", "Zambia Police Service"}


@pytest.mark.parametrize(
    ("text", "hosts", "guests"),
    [
        ("Chile held a seminar on cyber diplomacy in Lima, Peru.", {"Chile"}, set()),
        (
            "The European Union and Ghana held their first cyber dialogue in Accra.",
            set(),
            {"European Union", "Ghana"},
        ),
        ("Talks between Chile and Peru on cybercrime ended in Lima.", set(), {"Chile", "Peru"}),
        (
            "A visit by a Norwegian delegation to the National Cyber Security Agency of Malawi "
            "ended on Friday.",
            {"National Cyber Security Agency of Malawi"},
            {"Norway"},
        ),
        (
            "The Ministry of Justice of Malawi hosted a workshop.",
            {"Ministry of Justice of Malawi"},
            set(),
        ),
        ("An INTERPOL workshop on ransomware was held in Lyon.", "INTERPOL", set()),
    ],
)
def test_who_holds_an_event_and_who_is_at_it(text, hosts, guests):
    found = read(text)
    expected = {"International Criminal Police Organization"} if hosts == "INTERPOL" else hosts
    assert who(found, "HOSTED") == expected
    assert who(found, "PARTICIPATED_IN") == guests


@pytest.mark.parametrize(
    "text",
    [
        "NAIROBI, May 8 - Experts from Kenya and Egypt opened a seminar on cyber diplomacy.",
        "Kenyan officers gathered in Nairobi for a seminar on cyber diplomacy.",
        "Kenya took part. A seminar on cyber diplomacy is planned for Nairobi.",
    ],
)
def test_places_before_an_event_and_in_the_dateline(text):
    assert {o for _, o, _ in said(read(text), "HELD_IN")} == {"Kenya"}


def test_a_dated_line_of_a_list_tells_of_an_event():
    found = read("Events\n- 5-6 June: ITU workshop on cyber security, Lima, Peru\n")
    assert {e.name for e in found.entities if e.kind == "Event"} == {
        "ITU workshop on cyber security"
    }
    assert {o for _, o, _ in said(found, "HELD_IN")} == {"Peru"}


def test_a_swahili_meeting_with_its_number_is_no_series():
    found = read(
        "Mkutano wa tatu wa wataalamu wa usalama wa mtandao ulifanyika jijini Arusha, nchini "
        "Tanzania, na ulihudhuriwa na wajumbe kutoka Kenya, Uganda na Rwanda.",
        "sw",
    )
    assert {e.kind for e in found.entities if e.kind in ("Event", "Forum")} == {"Event"}
    assert who(found, "PARTICIPATED_IN") == {"Kenya", "Uganda", "Rwanda"}


@pytest.mark.parametrize(
    ("text", "predicate", "claims"),
    [
        (
            "The Cyber Security Agency of Ghana is funded by Norway, Chile, Peru, Japan, Mali, "
            "Chad and Canada.",
            "ASSISTS",
            {(c, "fact") for c in ("Norway", "Chile", "Peru", "Japan", "Mali", "Chad", "Canada")},
        ),
        ("Canada trained Jordanian police officers.", "ASSISTS", {("Canada", "fact")}),
        ("Chile trains with Peru.", "ASSISTS", set()),
        (
            "Spain and Chile signed an agreement. Under the agreement, Spain will train Chilean "
            "officials.",
            "ASSISTS",
            {("Spain", "agreed")},
        ),
        (
            "Norway wants to exchange alerts with Chile and Peru.",
            "SEEKS_COOPERATION_WITH",
            {("Norway", "intended")},
        ),
        (
            "Botswana called on Namibia to share information.",
            "SEEKS_COOPERATION_WITH",
            {("Botswana", "requested")},
        ),
        (
            "Malaysia and Singapore will cooperate on alerts.",
            "SEEKS_COOPERATION_WITH",
            {("Malaysia", "intended"), ("Singapore", "intended")},
        ),
        (
            "Malaysia and Singapore agreed to open a hotline.",
            "COOPERATES_WITH",
            {("Malaysia", "agreed")},
        ),
        (
            "Latvia denied that it cooperates with Belarus.",
            "COOPERATES_WITH",
            {("Latvia", "denied")},
        ),
    ],
)
def test_help_wishes_and_cooperation(text, predicate, claims):
    assert {(s, m) for s, _, m in said(read(text), predicate)} == claims


def test_three_countries_that_agreed_cooperate_two_by_two():
    found = read(
        "Chile, Peru and Brazil signed a memorandum of understanding in Lima. "
        "The three countries agreed to share information."
    )
    pairs = {frozenset((s, o)) for s, o, m in said(found, "COOPERATES_WITH") if m == "agreed"}
    assert pairs == {
        frozenset(("Chile", "Peru")),
        frozenset(("Chile", "Brazil")),
        frozenset(("Peru", "Brazil")),
    }


def test_subjects_go_on_in_a_list_but_not_from_the_names_of_bodies():
    found = read(
        "Chile and the Cybercrime Unit of Peru signed a memorandum of understanding:\n"
        "- exchange of information;\n- digital forensics.\n"
    )
    assert {o for _, o, _ in said(found, "CONCERNS")} == {
        "Information sharing",
        "Digital forensics",
    }
