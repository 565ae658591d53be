"""Claims become facts and properties by the table of modalities."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from graph.facts import attribute, contradicts, project, supports
from graph.model import Claim, Evidence, Weight
from graph.rows import fact_of, fact_row

KENYA, MOROCCO, MOU = "country:KE", "country:MA", "agreement:mou"


def said(predicate: str, subject: str, object: str | None, **more: Any) -> Evidence:
    document = more.pop("document", "doc:1")
    published = more.pop("published", None)
    original = more.pop("original", document)
    dataset = more.pop("dataset", False)
    claim = Claim(
        document,
        predicate,
        subject,
        more.pop("quote", "They said so."),
        0,
        13,
        object=object,
        **more,
    )
    return Evidence(
        claim,
        subject,
        object,
        published,
        f"https://{document[4:]}.example",
        "News",
        original,
        dataset,
    )


@pytest.mark.parametrize(
    ("modality", "predicate", "made"),
    [
        ("fact", "HOSTED", True),
        ("fact", "SEEKS_COOPERATION_WITH", True),
        ("agreed", "COOPERATES_WITH", True),
        ("agreed", "ASSISTS", True),
        ("agreed", "PARTY_TO", True),
        ("agreed", "HOSTED", False),
        ("agreed", "SEEKS_COOPERATION_WITH", False),
        ("intended", "SEEKS_COOPERATION_WITH", True),
        ("intended", "PARTY_TO", True),
        ("intended", "COOPERATES_WITH", False),
        ("intended", "HOSTED", False),
        ("requested", "SEEKS_COOPERATION_WITH", True),
        ("requested", "PARTICIPATED_IN", False),
        ("denied", "PARTY_TO", False),
    ],
)
def test_the_table_of_modalities(modality: str, predicate: str, made: bool) -> None:
    statement = supports(said(predicate, KENYA, MOROCCO, modality=modality))
    assert (statement is not None) is made


@pytest.mark.parametrize("modality", ["agreed", "intended", "requested"])
def test_a_party_that_has_not_signed_is_proposed(modality: str) -> None:
    fact = project(
        [said("PARTY_TO", KENYA, MOU, modality=modality, qualifiers={"status": "signed"})]
    )
    assert fact is not None
    assert (fact.modality, fact.qualifiers) == (modality, {"status": "proposed"})


def test_pending_claims_and_phrases_make_no_fact() -> None:
    assert supports(said("ASSISTS", KENYA, MOROCCO, status="pending")) is None
    assert supports(said("ASSISTS", KENYA, None, object_phrase="other countries")) is None


def test_cooperation_is_one_fact_whoever_is_named_first() -> None:
    one = supports(said("COOPERATES_WITH", KENYA, MOROCCO))
    other = supports(said("COOPERATES_WITH", MOROCCO, KENYA))
    assert one == other
    assert one is not None
    assert (one.subject, one.object) == (KENYA, MOROCCO)
    assert supports(said("ASSISTS", KENYA, MOROCCO)) != supports(said("ASSISTS", MOROCCO, KENYA))


def test_a_fact_counts_claims_sources_and_copies() -> None:
    evidence = [
        said("COOPERATES_WITH", KENYA, MOROCCO, document="doc:a", published="2025-08-07"),
        said(
            "COOPERATES_WITH",
            MOROCCO,
            KENYA,
            document="doc:a",
            published="2025-08-07",
            confidence=0.9,
        ),
        said(
            "COOPERATES_WITH",
            KENYA,
            MOROCCO,
            document="doc:b",
            published="2025-08",
            original="doc:a",
            confidence=0.8,
        ),
        said("COOPERATES_WITH", KENYA, MOROCCO, document="doc:c", confidence=0.7),
    ]
    facts = [project(order) for order in permutations(evidence)]
    assert all(fact == facts[0] for fact in facts)
    fact = facts[0]
    assert fact is not None
    assert (fact.claims, fact.sources, fact.independent) == (4, 3, 2)
    assert (fact.first_reported, fact.last_reported) == ("2025-08", "2025-08-07")
    assert (fact.confidence, fact.claim) == (1.0, evidence[0].claim.id)
    assert (fact.url, fact.quote) == ("https://a.example", "They said so.")


def test_the_most_precise_date_is_preferred_and_no_dispute() -> None:
    fact = project(
        [
            said("PARTY_TO", KENYA, MOU, qualifiers={"status": "signed", "signed": "2023"}),
            said(
                "PARTY_TO",
                KENYA,
                MOU,
                document="doc:2",
                qualifiers={"status": "signed", "signed": "2023-02-21"},
            ),
        ]
    )
    assert fact is not None
    assert fact.qualifiers == {"signed": "2023-02-21", "status": "signed"}
    assert (fact.alternatives, fact.disputed) == ({}, False)


def test_dates_that_differ_are_kept_side_by_side_and_disputed() -> None:
    dates = [("doc:1", "2023-02-21"), ("doc:2", "2023-02-22"), ("doc:3", "2023-02-21")]
    fact = project(
        [said("PARTY_TO", KENYA, MOU, document=d, qualifiers={"signed": day}) for d, day in dates]
    )
    assert fact is not None
    assert fact.qualifiers == {"signed": "2023-02-21"}
    assert fact.alternatives == {"signed": ("2023-02-21", "2023-02-22")}
    assert fact.disputed


def test_the_furthest_status_is_preferred() -> None:
    statuses = ["signed", "in force", "ratified"]
    fact = project(
        [
            said("PARTY_TO", KENYA, MOU, document=f"doc:{s}", qualifiers={"status": s})
            for s in statuses
        ]
    )
    assert fact is not None
    assert fact.qualifiers == {"status": "in force"}
    assert fact.alternatives == {"status": ("in force", "ratified", "signed")}
    assert not fact.disputed


def test_topics_are_put_together() -> None:
    fact = project(
        [
            said("COOPERATES_WITH", KENYA, MOROCCO, qualifiers={"topics": ("crime.toc",)}),
            said(
                "COOPERATES_WITH",
                KENYA,
                MOROCCO,
                document="doc:2",
                qualifiers={"topics": ("crime", "crime.toc")},
            ),
        ]
    )
    assert fact is not None
    assert fact.qualifiers == {"topics": ("crime", "crime.toc")}


def test_a_denial_disputes_what_it_is_about_and_nothing_else() -> None:
    signed = said("PARTY_TO", KENYA, MOU, qualifiers={"status": "signed"})
    not_ratified = said(
        "PARTY_TO",
        KENYA,
        MOU,
        modality="denied",
        qualifiers={"status": "ratified"},
        document="doc:2",
    )
    no_party = said("PARTY_TO", KENYA, MOU, modality="denied", document="doc:3")
    assert contradicts(no_party) == supports(said("PARTY_TO", KENYA, MOU))
    assert project([signed], [not_ratified]).disputed is False  # type: ignore[union-attr]
    assert project([signed], [no_party]).disputed is True  # type: ignore[union-attr]
    assert project([], [no_party]) is None


def test_a_property_prefers_a_dataset_and_keeps_what_others_say() -> None:
    evidence = [
        said("region", KENYA, None, value="Afrika", document="doc:1"),
        said("region", KENYA, None, value="Afrika", document="doc:2"),
        said("region", KENYA, None, value="Africa", document="doc:3", dataset=True),
    ]
    for order in permutations(evidence):
        found = attribute(order, "Country")
        assert found is not None
        assert (found.value, found.values, found.disputed) == ("Africa", ("Africa", "Afrika"), True)


def test_a_name_is_not_disputed() -> None:
    found = attribute(
        [
            said("name", "person:x", None, value="Jo Doe"),
            said("name", "person:x", None, value="J. Doe", document="doc:2"),
        ],
        "Person",
    )
    assert found is not None
    assert (found.value, found.disputed) == ("J. Doe", False)


def test_a_fact_says_how_well_each_of_its_values_is_supported() -> None:
    fact = project(
        [
            said("PARTY_TO", KENYA, MOU, qualifiers={"signed": date}, document=f"doc:{n}", **more)
            for n, (date, more) in enumerate(
                [
                    ("2023", {"confidence": 0.6}),
                    ("2023-02-21", {"confidence": 0.8}),
                    ("2023-02-21", {"confidence": 0.7, "original": "doc:1"}),
                    ("2024", {"confidence": 0.9, "dataset": True}),
                ]
            )
        ]
    )
    assert fact is not None
    assert fact.alternatives == {"signed": ("2024", "2023-02-21")}
    assert fact.weights == {
        "signed": {
            "2023": Weight(1, 0.6, False),
            "2023-02-21": Weight(2, 0.8, False),
            "2024": Weight(1, 0.9, True),
        }
    }
    properties = fact_row(fact)["properties"]
    assert properties["signed_weights"] == (
        '[["2023", 1, 0.6, false], ["2023-02-21", 2, 0.8, false], ["2024", 1, 0.9, true]]'
    )
    assert fact_of({**properties}, fact.type, fact.subject, fact.object) == fact
