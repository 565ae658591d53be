"""Whose a body, a law or a strategy is: its country, and the claims that say so."""

from __future__ import annotations

import itertools

from loaders.extract.claims.clauses import clause
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot, code_of

OWNED = ("Agency", "Law", "Strategy", "Organization")
SAID = 0.9
MEANT = 0.7
INSIDE = 0.6

NEAR = 3
"""Words within which a country stands from the name that it owns."""


def attribute_bodies(reading: Reading) -> None:
    """Give each body, law and strategy the country that the words beside it say; agencies, laws
    and strategies without one get that of a post in them, else of the story around them."""
    first: dict[Draft, tuple[Sentence, int]] = {}
    for sentence in reading.sentences:
        for spot in sentence.of(*OWNED):
            first.setdefault(spot.draft, (sentence, spot.first))
            if spot.draft.country is None and (owner := owner_beside(sentence, spot)):
                spot.draft.country = code_of(owner.draft)
    for draft, (sentence, i) in first.items():
        if draft.kind in ("Agency", "Law", "Strategy") and draft.country is None:
            posts = (p.country for p in reading.posts if p.body is draft and p.country)
            post = next(posts, None)
            draft.country = code_of(post) if post else story_country(reading, sentence, i)


def story_country(reading: Reading, sentence: Sentence, i: int) -> str | None:
    """The country that token `i` of a sentence is about, where no word says it: the publisher's,
    else the one named last in this sentence and the one before, else that of the whole text."""
    if not reading.publishers_country:
        before = [s for s in sentence.of("Country") if s.last <= i]
        if not before and sentence.index:
            before = reading.sentences[sentence.index - 1].of("Country")
        if before:
            return code_of(before[-1].draft)
    return reading.home


def owner_beside(sentence: Sentence, spot: Spot) -> Spot | None:
    """The country right before a name ("Kenya's", "Rwandan") or after it ("du Togo")."""
    countries = [s for s in sentence.of("Country") if s.how != "capital"]
    for country in countries:
        if country.first >= spot.first and country.last <= spot.last:
            return country
    for country in countries:
        gap = range(country.last, spot.first)
        if (
            len(gap) <= 1
            and all(sentence.tokens[i].text in {"'s", "’s", "'", "’"} for i in gap)
            and (spot.first >= country.last)
            and (country.how == "demonym" or len(gap) == 1)
        ):
            return country
    for country in countries:
        if 0 < spot.first - country.last <= NEAR and any(
            h.value == "counterpart" and country.last <= h.first < spot.first
            for h in sentence.hits.get("titles", ())
        ):
            return country
    end = max(spot.last, spot.reach if spot.draft.kind != "Law" else 0)
    for country in countries:
        gap = range(end, country.first)
        if (
            country.first >= end
            and len(gap) <= NEAR
            and (not gap or all(_owning(sentence, i) for i in gap))
        ):
            return country
    return None


def _owning(sentence: Sentence, i: int) -> bool:
    """Whether token `i` can stand between a name and its country: "of", "du", "la République"."""
    return bool(
        sentence.at("link", i)
        or sentence.ends("link", i)
        or sentence.at("word:of", i)
        or sentence.at("word:in", i)
        or sentence.at("word:definite", i)
    ) and not sentence.at("join", i)


def claim_belonging(reading: Reading) -> None:
    """PART_OF: every agency to its country, other bodies where the text says it; and to parents."""
    done: set[Draft] = set()
    for sentence in reading.sentences:
        for spot in sentence.of("Agency", "Organization"):
            draft = spot.draft
            if (
                draft in done
                or not draft.country
                or f"country:{draft.country}" not in reading.named
            ):
                continue
            country = reading.country(draft.country)
            owner = owner_beside(sentence, spot)
            if not country.spans or (draft.kind == "Organization" and owner is None):
                continue
            done.add(draft)
            first = min(spot.first, owner.first) if owner else spot.first
            last = max(spot.last, owner.last) if owner else spot.last
            reading.claims.append(
                Found(
                    "PART_OF",
                    draft,
                    country,
                    *clause(sentence, first, last),
                    "belonging.country",
                    SAID if owner else MEANT,
                )
            )
    for sentence in reading.told():
        _parents(reading, sentence)


def _parents(reading: Reading, sentence: Sentence) -> None:
    """ "X, a unit of Y", "Y's X": a body inside another."""
    spots = [s for s in sentence.of("Agency", "Organization") if s.how in ("name", "acronym")]
    for child in spots:
        for parent in spots:
            inside = child.first <= parent.first and parent.last <= child.last
            if (
                inside
                and parent.draft is not child.draft
                and parent.last - parent.first < child.last - child.first
            ):
                reading.claims.append(
                    Found(
                        "PART_OF",
                        child.draft,
                        parent.draft,
                        *clause(sentence, child.first, child.last),
                        "belonging.inside",
                        INSIDE,
                    )
                )
    for child, parent in itertools.pairwise(spots):
        gap = range(max(child.last, child.reach), parent.first)
        if (
            0 < len(gap) <= 5
            and child.draft is not parent.draft
            and (
                any(sentence.at("verb:belong", i) for i in gap)
                and not any(sentence.at("titles", i) for i in gap)
                and not any(sentence.at("word:and", i) or sentence.at("verb:sign", i) for i in gap)
                and not any(sentence.tokens[i].text in {".", ";"} for i in gap)
            )
        ):
            reading.claims.append(
                Found(
                    "PART_OF",
                    child.draft,
                    parent.draft,
                    *clause(sentence, child.first, parent.last),
                    "belonging.parent",
                    MEANT,
                )
            )
