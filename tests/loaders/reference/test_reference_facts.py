"""What the reference datasets say, row by row."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from graph.vocabulary import SCHEMA
from loaders.extract.confidence import ACCEPTED
from loaders.reference import Dataset, datasets
from tests.loaders.reference.told import Loaded, claims, said

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("dataset", datasets(), ids=lambda d: d.name)
def test_every_claim_is_sound_and_quotes_its_row(dataset: Dataset, loaded: Loaded) -> None:
    document, extraction = loaded[dataset.name]
    lines = set(document.text.splitlines())
    kinds = {entity.id: entity.kind for entity in extraction.entities}
    assert extraction.claims
    assert document.dataset and document.source == f"reference/{dataset.name}"
    assert len({claim.id for claim in extraction.claims}) == len(extraction.claims)
    for claim in extraction.claims:
        ends = (kinds[claim.subject], claim.object and kinds[claim.object])
        faults = SCHEMA.faults(claim.predicate, *ends, claim.modality, claim.qualifiers)
        assert not list(faults), claim
        assert claim.quote == document.text[claim.start : claim.end]
        assert claim.quote in lines
        assert claim.source
        assert claim.modality == "fact"
        assert (claim.status == "accepted") == (claim.confidence >= ACCEPTED)
    for entity in extraction.entities:
        for mention in entity.mentions:
            assert mention.text == document.text[mention.start : mention.end]


def test_kenya_and_morocco_are_bound_by_their_prosecution_services(loaded: Loaded) -> None:
    odpp = "agency:KE:office-of-the-director-of-public-prosecutions"
    presidency = "agency:MA:presidency-of-the-public-prosecution"
    agreement = "agreement:ke-ma-2023"
    assert said(claims(loaded, "agreements", agreement)) == {
        ("name", "MoU on cooperation in prosecution and the fight against transnational "
         "organized crime"),
        ("sub", "MoU"),
        ("signed", "2023-02-21"),
        ("CONCERNS", "topic:crime"),
        ("CONCERNS", "topic:crime.terror"),
        ("CONCERNS", "topic:crime.toc"),
        ("CONCERNS", "topic:justice"),
        ("CONCERNS", "topic:justice.prosecution"),
        ("CONCERNS", "topic:capacity"),
    }  # fmt: skip
    assert said(claims(loaded, "agreements", odpp)) == {
        ("name", "Office of the Director of Public Prosecutions"),
        ("acronym", "ODPP"),
        ("sub", "Prosecution"),
        ("country", "country:KE"),
        ("PART_OF", "country:KE"),
        ("PARTY_TO", agreement),
    }
    parties = [
        (c.subject, dict(c.qualifiers))
        for c in loaded["agreements"][1].claims
        if c.object == agreement and c.predicate == "PARTY_TO"
    ]
    signed = {"status": "signed", "signed": "2023-02-21"}
    assert parties == [(odpp, signed), (presidency, signed)]
    (key,) = [e.keys for e in loaded["agreements"][1].entities if e.id == presidency]
    assert "agency:MA:presidence-du-ministere-public" in key


def test_signatories_have_their_posts(loaded: Loaded) -> None:
    names = {e.id: e.name for e in loaded["agreements"][1].entities}
    posts = [
        (names[c.subject], c.object, c.qualifiers["title"])
        for c in loaded["agreements"][1].claims
        if c.predicate == "HOLDS_POST"
    ]
    assert posts == [
        (
            "Noordin Haji",
            "agency:KE:office-of-the-director-of-public-prosecutions",
            "Director of Public Prosecutions",
        ),
        (
            "Moulay El Hassan Daki",
            "agency:MA:presidency-of-the-public-prosecution",
            "Prosecutor General at the Court of Cassation",
        ),
        (
            "Maria Sasabo",
            "agency:TZ:ministry-of-works-transport-and-communications",
            "Permanent Secretary",
        ),
    ]
    lavrov = {i for i, name in names.items() if name == "Sergey Lavrov"}
    assert len(lavrov) == 1
    assert said(claims(loaded, "agreements", lavrov.pop(), "SIGNED")) == {
        ("SIGNED", "agreement:ru-za-2017"),
        ("SIGNED", "agreement:ru-zw-2023"),
        ("SIGNED", "agreement:ru-ni-2021"),
    }


def test_statuses_under_the_budapest_convention(loaded: Loaded) -> None:
    found = loaded["budapest"][1].claims
    assert Counter(c.qualifiers["status"] for c in found) == {
        "in force": 81,
        "invited": 14,
        "signed": 2,
    }
    status = {c.subject: dict(c.qualifiers) for c in found}
    assert status["country:KE"] == {"status": "invited"}
    assert status["country:ZA"] == {"status": "signed", "signed": "2001-11-23"}
    assert status["country:AL"] == {
        "status": "in force",
        "signed": "2001-11-23",
        "ratified": "2002-06-20",
        "in_force": "2004-07-01",
    }
    assert {c.object for c in found} == {"agreement:budapest-convention"}


def statuses(loaded: Loaded, name: str) -> dict[str, dict[str, object]]:
    """What a treaty's dataset says of each party."""
    return {c.subject: dict(c.qualifiers) for c in loaded[name][1].claims}


def test_statuses_under_the_other_treaties_on_cybercrime(loaded: Loaded) -> None:
    protocol = statuses(loaded, "budapest_second_protocol")
    assert protocol["country:RS"] == {
        "status": "ratified",
        "signed": "2022-05-12",
        "ratified": "2023-02-09",
    }
    assert protocol["country:GH"] == {"status": "signed", "signed": "2023-06-28"}
    convention = statuses(loaded, "un_cybercrime_convention")
    assert convention["org:eu"] == {"status": "signed", "signed": "2025-10-25"}
    assert convention["country:QA"]["ratified"] == "2026-02"
    assert convention["country:ZW"]["signed"] == "2025-10"  # the day is not known
    assert convention["country:FJ"] == {"status": "signed"}
    malabo = statuses(loaded, "malabo")
    assert malabo["country:GH"] == {
        "status": "ratified",
        "signed": "2017-07-04",
        "ratified": "2019-05-13",
    }
    assert malabo["country:ZA"] == {"status": "signed", "signed": "2023-02-16"}
    assert "country:KE" not in malabo


def test_the_parties_of_the_agreement_of_the_sco_have_a_source(loaded: Loaded) -> None:
    parties = {
        c.subject[-2:]: (c.confidence, "cis-legislation.com" in str(c.source))
        for c in loaded["agreements"][1].claims
        if c.object == "agreement:sco-2009" and c.predicate == "PARTY_TO"
    }
    assert parties == dict.fromkeys(("CN", "KG", "KZ", "RU", "TJ", "UZ"), (1.0, True))


def test_editions_of_the_naiis_forum(loaded: Loaded) -> None:
    places = {
        c.subject.rpartition(":")[2]: (c.object, c.qualifiers["place"], c.confidence)
        for c in loaded["naiis_editions"][1].claims
        if c.predicate == "HELD_IN"
    }
    assert places["9"] == ("country:DE", "Garmisch-Partenkirchen", 1.0)
    assert places["10"] == ("country:DE", "Garmisch-Partenkirchen", 0.8)
    assert places["17"] == ("country:RU", "Moscow", 1.0)
    event = "event:naiis-forum:17"
    assert said(claims(loaded, "naiis_editions", event, "starts", "ends", "number")) == {
        ("starts", "2023-09-18"),
        ("ends", "2023-09-20"),
        ("number", 17),
    }
    (edition,) = claims(loaded, "naiis_editions", event, "EDITION_OF")
    assert (edition.object, dict(edition.qualifiers)) == ("forum:naiis-forum", {"number": 17})
    names = {e.id: e.name for e in loaded["naiis_editions"][1].entities}
    there = {
        names[c.subject]
        for c in loaded["naiis_editions"][1].claims
        if c.object == event and c.predicate == "PARTICIPATED_IN"
    }
    assert {"Tanzania", "United Nations", "Burhan Gafoor", "Miroshnikov"} <= there


def test_a_country_has_its_names_and_no_code_as_an_alias(loaded: Loaded) -> None:
    tanzania = said(claims(loaded, "countries", "country:TZ"))
    assert {
        ("name", "Tanzania"),
        ("iso3", "TZA"),
        ("m49", "834"),
        ("subregion", "Sub-Saharan Africa"),
        ("qid", "Q924"),
        ("aliases", "United Republic of Tanzania"),
        ("aliases", "Танзания"),
        ("aliases", "تنزانيا"),
    } <= tanzania
    found = loaded["countries"][1].claims
    iso = {str(c.value).casefold() for c in found if c.predicate == "iso3"}
    iso |= {c.subject.partition(":")[2].casefold() for c in found}
    assert not iso & {str(c.value).casefold() for c in found if c.predicate == "aliases"}
    names = [c.value for c in found if c.predicate == "name"]
    assert len(names) == len(set(names)) == 250
    items = {c.subject: c.value for c in found if c.predicate == "qid"}
    assert items["country:NL"] == "Q55"  # Q29999 is the Kingdom, with Aruba and others
    assert len(items) == len(set(items.values())) == 250


def test_topics_are_a_tree_named_in_three_languages(loaded: Loaded) -> None:
    fraud = {c.predicate: c for c in claims(loaded, "topics", "topic:crime.fraud")}
    assert fraud["parent"].value == "topic:crime"
    assert fraud["name_fr"].value == "escroquerie en ligne"
    assert (fraud["name_sw"].value, fraud["name_sw"].confidence) == ("utapeli wa mtandaoni", 0.7)
    topics = {e.id for e in loaded["topics"][1].entities}
    for topic in topics:
        above = topic.rpartition(".")[0]
        parent = [c.value for c in claims(loaded, "topics", topic, "parent")]
        assert parent == ([above] if above else [])


def test_the_licence_of_every_dataset_is_listed() -> None:
    listed = (ROOT / "DATA-LICENSES.md").read_text(encoding="utf-8")
    for dataset in datasets():
        assert f"| {dataset.name}.csv |" in listed
        (row,) = [line for line in listed.splitlines() if f"| {dataset.name}.csv |" in line]
        assert dataset.licence in row and dataset.as_of in row
