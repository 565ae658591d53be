"""The families of claims, in the order in which they are looked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.vocabulary import SCHEMA
from loaders.extract.claims.absence import claim_absence
from loaders.extract.claims.agreed import claim_agreed
from loaders.extract.claims.arguments import foreign
from loaders.extract.claims.attributes import claim_belonging
from loaders.extract.claims.attribution import attributed
from loaders.extract.claims.cooperation import claim_cooperation
from loaders.extract.claims.events import claim_events
from loaders.extract.claims.joining import claim_joining
from loaders.extract.claims.laws import claim_laws
from loaders.extract.claims.membership import claim_membership
from loaders.extract.claims.parties import claim_parties
from loaders.extract.claims.posts import claim_posts
from loaders.extract.claims.speakers import narrator, speakers
from loaders.extract.claims.stand_ins import dismiss_people, find_stand_ins
from loaders.extract.claims.subjects import claim_subjects
from loaders.extract.reading import Draft, Found, Reading, code_of


def find_claims(reading: Reading) -> None:
    """All claims of a document whose entities are found."""
    _pass_over_names(reading)
    said_by = speakers(reading)
    claim_posts(reading)
    find_stand_ins(reading, said_by)
    claim_parties(reading, said_by)
    claim_joining(reading, said_by)
    claim_cooperation(reading, said_by)
    dismiss_people(reading)
    for family in (
        claim_agreed,
        claim_events,
        claim_absence,
        claim_laws,
        claim_membership,
        claim_subjects,
    ):
        family(reading, said_by)
    claim_belonging(reading)
    claims = _once(c for c in attributed(reading, said_by) if not _at_home(c))
    reading.claims = _told(reading, said_by, claims)
    if author := narrator(reading, said_by):
        reading.claims = [
            c if c.stated_by or c.subject is author else replace(c, stated_by=author)
            for c in reading.claims
        ]


NAMES = ("Agency", "Organization", "Person", "Forum", "Law")
"""Whose names hold words that tell nothing: "Ministry of Communication and Training"."""


def _pass_over_names(reading: Reading) -> None:
    """Take out the words of doing that are part of a name."""
    for sentence in reading.told(*NAMES):
        names = [s for s in sentence.of(*NAMES) if s.width > 1]
        for category in (
            [c for c in sentence.hits if c.startswith(("verb:", "deed:"))] if names else ()
        ):
            if category != "verb:belong":
                sentence.hits[category] = [
                    h
                    for h in sentence.hits[category]
                    if not any(s.first <= h.first and h.last <= s.last for s in names)
                ]


def _told(reading: Reading, said_by: dict[int, Draft], claims: list[Found]) -> list[Found]:
    """The claims, with the wishes of headlines in the mouth of the first who speaks for the side
    that wishes: a headline says in short what the text puts in somebody's mouth."""
    heads = [(s.start, s.end) for s in reading.told() if s.headline]
    people = [d for _, d in sorted(said_by.items()) if d.kind == "Person"]
    told = []
    for claim in claims:
        wish = claim.predicate == "SEEKS_COOPERATION_WITH" and claim.stated_by is None
        if wish and any(first <= claim.start < last for first, last in heads):
            code = code_of(claim.subject)
            whose = next((p for p in people if code and p.country == code), None)
            claim = replace(claim, stated_by=whose)
        told.append(claim)
    return told


WISHES = frozenset({"COOPERATES_WITH", "SEEKS_COOPERATION_WITH"})
"""What a text may say twice of the same two, of different subjects."""

ROLES = SCHEMA.qualifiers["role"].values


BETWEEN_STATES = WISHES | {"ASSISTS"}


def _at_home(claim: Found) -> bool:
    """Whether two bodies of one state help each other, which is no international cooperation."""
    if claim.predicate not in BETWEEN_STATES or claim.object is None:
        return False
    return not foreign(claim.subject, claim.object)


def _once(claims: Iterable[Found]) -> list[Found]:
    """One claim for each thing said, with the qualifiers of all.

    It is the surest, then the one with the higher role (who leads a delegation also speaks),
    then the first.
    """
    kept: dict[tuple[object, ...], Found] = {}
    for claim in sorted(claims, key=lambda c: (-c.confidence, -_role(c))):
        place = claim.start if claim.predicate in WISHES else None
        key = (claim.predicate, claim.subject, claim.object, claim.phrase, claim.modality, place)
        first = kept.setdefault(key, claim)
        known = dict(first.qualifiers)
        more = tuple((k, v) for k, v in claim.qualifiers if k not in known)
        if more:
            kept[key] = replace(first, qualifiers=first.qualifiers + more)
    return list(kept.values())


def _role(claim: Found) -> int:
    """How high the role in a claim stands among roles; lowest without one."""
    role = dict(claim.qualifiers).get("role")
    return ROLES.index(str(role)) if role in ROLES else -1
