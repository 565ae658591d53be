"""MEMBER_OF: who belongs to an organisation or forum."""

from __future__ import annotations

from loaders.extract.claims.actors import actors
from loaders.extract.claims.clauses import after, before, between, clause, modality
from loaders.extract.claims.hosts import paired
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot
from loaders.lexicon.phrases import Hit

CONFIDENCE = 0.7

NATION = 5
"""Words before a word of belonging within which "the country" does it."""


def claim_membership(reading: Reading, speakers: dict[int, Draft]) -> None:
    """ "X is a member of Y", and "Y is made up of A, B and C"."""
    for sentence in reading.told("verb:member", "Forum"):
        _of_pairs(reading, sentence)
        agreements = sentence.of("Agreement")
        for hit in sentence.hits.get("verb:member", ()):
            if any(a.first <= hit.first < max(a.last, a.reach) for a in agreements):
                continue  # "the agreement of the members of the Union"
            spots = actors(sentence)
            left, right = before(sentence, spots, hit.first), after(sentence, spots, hit.last, 10)
            left = left or _nation(reading, sentence, hit)
            groups = [
                s
                for s in sentence.of("Organization", "Forum")
                if s.first >= hit.last and s.first - hit.last < 6
            ]
            if left and groups and hit.first - left[-1].last < 12:
                members, body = left, groups[0]
            elif left and len(right) > 1 and left[-1].draft.kind == "Organization":
                members, body = right, left[-1]
            else:
                continue
            words = (min(members[0].first, body.first), max(members[-1].last, body.last))
            for member in members:
                if member.draft is not body.draft:
                    reading.claims.append(
                        Found(
                            "MEMBER_OF",
                            member.draft,
                            body.draft,
                            *clause(sentence, *words),
                            "membership",
                            CONFIDENCE,
                            _meant(sentence, hit),
                            (("role", "member"),),
                            speakers.get(sentence.index),
                        )
                    )
            break


def _meant(sentence: Sentence, hit: Hit) -> str:
    """Whether somebody is a member, is not, or wants to be."""
    meant = modality(sentence, hit)
    return "fact" if meant == "agreed" else meant


def _nation(reading: Reading, sentence: Sentence, hit: Hit) -> list[Spot]:
    """ "The country" that is a member, or is not: the text's own."""
    nations = between(sentence, "word:nation", hit.first - NATION, hit.first)
    if not nations or not reading.home or not reading.country(reading.home).spans:
        return []
    return [Spot(reading.country(reading.home), nations[0].first, nations[0].last, "back")]


def _of_pairs(reading: Reading, sentence: Sentence) -> None:
    """A standing dialogue has as members the two that its name joins: "EU-Ghana Dialogue"."""
    for forum in sentence.of("Forum"):
        for member in paired(sentence, forum) if forum.how != "edition" else ():
            reading.claims.append(
                Found(
                    "MEMBER_OF",
                    member.draft,
                    forum.draft,
                    *clause(sentence, forum.first, forum.last),
                    "membership.pair",
                    CONFIDENCE,
                    qualifiers=(("role", "member"),),
                )
            )
