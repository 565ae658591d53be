"""What the reference datasets say of bodies, their members and their laws."""

from __future__ import annotations

import pytest

from loaders.reference.coverage import coverage_section
from tests.loaders.reference.told import Loaded, claims, said


def members(loaded: Loaded, name: str, of: str) -> dict[str, tuple[object, str]]:
    """Who belongs to an organisation by a dataset: in what role, and whether that waits."""
    return {
        c.subject: (c.qualifiers["role"], c.status)
        for c in loaded[name][1].claims
        if c.object == of
    }


def test_memberships_with_their_roles_and_conflicts(loaded: Loaded) -> None:
    union = members(loaded, "memberships_factbook", "org:au")
    assert union["country:BF"] == ("suspended", "accepted")
    assert union["country:KE"] == ("member", "accepted")
    assert union["country:EH"] == ("member", "pending")
    assert len(members(loaded, "memberships_internacia", "org:au")) == 54
    assert "country:GB" not in members(loaded, "memberships_factbook", "org:eu")
    community = members(loaded, "memberships_factbook", "org:caricom")
    assert community["country:AG"] == ("member", "accepted")
    assert community["country:CO"] == ("observer", "accepted")
    (india,) = [
        c
        for c in claims(loaded, "memberships_factbook", "country:IN", "MEMBER_OF")
        if c.object == "org:oecd"
    ]
    assert india.status == "pending"
    assert "note: not a member in internacia-db" in india.quote


def test_members_of_coalitions_since_when(loaded: Loaded) -> None:
    def told(name: str, subject: str) -> list[dict[str, object]]:
        return [dict(c.qualifiers) for c in claims(loaded, name, subject, "MEMBER_OF")]

    assert told("counter_ransomware", "country:KE") == [{"role": "member", "since": "2021"}]
    assert told("counter_ransomware", "org:interpol") == [{"role": "member", "since": "2023"}]
    assert told("freedom_online", "country:TN") == [{"role": "member", "since": "2012"}]
    years = {"since": "2019", "until": "2021"}
    assert told("gge", "country:BR") == [{"role": "chair", **years}]
    assert told("gge", "country:MU") == [{"role": "member", **years}]


def test_bodies_of_a_state_with_what_they_belong_to(loaded: Loaded) -> None:
    police = "agency:TZ:tanzania-police-force"
    assert said(claims(loaded, "agencies", police)) == {
        ("name", "Tanzania Police Force"),
        ("aliases", "Jeshi la Polisi Tanzania"),
        ("sub", "Police"),
        ("country", "country:TZ"),
        ("PART_OF", "agency:TZ:ministry-of-home-affairs"),
    }
    keys = {e.id: e.keys for e in loaded["agencies"][1].entities}
    assert "agency:TZ:jeshi-la-polisi-tanzania" in keys[police]
    assert "agency:KE:office-of-the-director-of-public-prosecutions" in keys["agency:KE:odpp"]
    (part,) = claims(loaded, "agencies", "agency:KE:odpp", "PART_OF")
    assert part.object == "country:KE"


def test_a_page_counts_the_states_that_have_a_body_and_names_those_that_have_none() -> None:
    section = coverage_section()
    assert "| Africa | 54 of 54 | 54 of 54 | 54 of 54 | 54 of 54 | 38 of 54 |\n" in section
    assert "| Europe | 44 of 44 | 44 of 44 | 43 of 44 | 43 of 44 | 43 of 44 |\n" in section
    assert "- Police in Europe: none.\n" in section


@pytest.mark.parametrize("name", ["agencies", "csirts"])
def test_every_body_names_the_page_that_says_so(loaded: Loaded, name: str) -> None:
    assert all(str(c.source).startswith("http") for c in loaded[name][1].claims)


def test_the_csirt_of_a_state_is_its_point_of_contact(loaded: Loaded) -> None:
    team = "agency:BW:bwcirt"
    assert said(claims(loaded, "csirts", team, "CONTACT_FOR", "PART_OF", "sub")) == {
        ("CONTACT_FOR", "country:BW"),
        ("PART_OF", "agency:BW:bocra"),
        ("sub", "Csirt"),
    }
    roles = {c.qualifiers["role"] for c in loaded["csirts"][1].claims if c.qualifiers}
    assert roles == {"CSIRT"}


def test_laws_are_known_by_country_name_and_year(loaded: Loaded) -> None:
    law = "law:KE:computer-misuse-and-cybercrimes-act"
    assert said(claims(loaded, "laws", law)) == {
        ("name", "Computer Misuse and Cybercrimes Act"),
        ("sub", "Act"),
        ("number", "5 of 2018"),
        ("year", "2018"),
        ("country", "country:KE"),
        ("CONCERNS", "topic:crime"),
    }
    keys = {e.id: e.keys for e in loaded["laws"][1].entities}
    assert f"{law}-2018" in keys[law]
    (enacted,) = claims(loaded, "laws", "country:PT")
    assert (enacted.object, dict(enacted.qualifiers)) == (
        "law:PT:cybercrime-law-2009",
        {"date": "2009-09-15"},
    )


def test_an_organisation_is_known_by_its_names_but_not_by_a_bare_acronym(loaded: Loaded) -> None:
    found = {e.id: e for e in loaded["organisations"][1].entities}
    assert found["org:itu"].keys == (
        "org:international-telecommunication-union",
        "org:itu",
        "org:umoja-wa-kimataifa-wa-mawasiliano",
    )
    assert found["forum:naiis-forum"].kind == "Forum"
    assert said(claims(loaded, "organisations", "org:enisa", "PART_OF", "sub")) == {
        ("PART_OF", "org:eu"),
        ("sub", "Intergovernmental"),
    }
