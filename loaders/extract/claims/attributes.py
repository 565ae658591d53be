"""Whose a body, a law or a strategy is: its country, and the claims that say so."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extract.claims.actors import POSSESSIVE
from loaders.extract.claims.clauses import between, clause
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot, code_of

OWNED = ("Agency", "Law", "Strategy", "Organization")
SAID = 0.9
MEANT = 0.7
INSIDE = 0.6

NEAR = 3
"""Words within which a country stands from the name that it owns."""

OPENING = 2
"""Words into a sentence within which the adjective of its subject stands."""

APART = 7
"""Words that may stand between a body and the one that it is part of."""


def attribute_bodies(reading: Reading) -> None:
    """Give each body, law and strategy the country that the words beside it say; agencies, laws
    and strategies without one get that of a post in them, else the text's own."""
    owned: dict[Draft, None] = {}
    told_of: dict[Draft, Draft] = {}
    international: set[Draft] = set()
    for sentence in reading.holding(*OWNED):
        for spot in sentence.of(*OWNED):
            if any(_holds_known(spot, s) for s in sentence.of("Organization")):
                international.add(spot.draft)
            if spot.draft.country is None and (owner := owner_beside(sentence, spot)):
                spot.draft.country = code_of(owner.draft)
            elif spot.draft not in owned and (told := _told_of(sentence, spot)):
                told_of[spot.draft] = told
            owned[spot.draft] = None
    parents = _parents_of(reading)
    for draft in owned:
        if draft.kind == "Organization" or draft.country or draft in international:
            continue
        if (parent := parents.get(draft)) is not None and parent.sub == "Intergovernmental":
            reading.recast(draft, "Organization", parent.sub)
            continue  # "an institution of the Community" is no state's
        if parent is not None and parent.kind == "Agency" and parent.country:
            draft.country = parent.country
            continue
        posts = (p.country for p in reading.posts if p.body is draft and p.country)
        owner_told = next(posts, None) or told_of.get(draft)
        draft.country = code_of(owner_told) if owner_told else reading.home


def _parents_of(reading: Reading) -> dict[Draft, Draft]:
    """The body that each body is said to be part of."""
    found: dict[Draft, Draft] = {}
    for sentence in reading.told("Agency", "Organization"):
        for child, parent in _families(sentence):
            found.setdefault(child.draft, parent.draft)
    return found


def _told_of(sentence: Sentence, spot: Spot) -> Draft | None:
    """The country that a sentence puts a body beside: that of the agency it is listed after
    ("the UK Foreign Office and the Treasury"), else that of the sentence's subject ("The Kenyan
    delegation included the Ministry of Defence")."""
    agencies = [s for s in sentence.of("Agency") if max(s.last, s.reach) <= spot.first]
    if agencies and (owner := owner_beside(sentence, agencies[-1])):
        gap = range(max(agencies[-1].last, agencies[-1].reach), spot.first)
        if gap and all(_listing(sentence, i) for i in gap):
            return owner.draft
    first = [s for s in sentence.of("Country") if s.how == "demonym" and s.first <= OPENING]
    return first[0].draft if first and first[0].last < spot.first else None


def _listing(sentence: Sentence, i: int) -> bool:
    """Whether token `i` may stand in a list: "and", an article, a comma, an acronym in brackets."""
    token = sentence.tokens[i]
    return bool(
        token.text in {",", "(", ")"}
        or sentence.at("word:and", i)
        or sentence.at("word:definite", i)
        or sentence.spot_at(i)
    )


def _holds_known(spot: Spot, other: Spot) -> bool:
    """Whether a name has a known organisation in it: "the Union's General Secretariat"."""
    inside = spot.first <= other.first and other.last <= spot.last
    return inside and bool(other.draft.keys) and other.draft is not spot.draft


def owner_beside(sentence: Sentence, spot: Spot) -> Spot | None:
    """The country right before a name ("Kenya's", "Rwandan") or after it ("du Togo")."""
    countries = [s for s in sentence.of("Country") if s.how != "capital"]
    inside = [s for s in countries if spot.first <= s.first and s.last <= spot.last]
    if any(sentence.at("word:for", s.first - 1) for s in inside):
        return None  # "the Programme for Peru" is not Peru's
    if inside:
        shared = len({s.draft for s in inside}) > 1 or _hyphened(sentence, inside[0])
        return None if shared else inside[0]
    if spot.draft.kind == "Organization" and (
        spot.draft.keys or spot.draft.sub == "Intergovernmental"
    ):
        return None  # a body of no state, whatever stands beside it
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
        gap = range(country.last, spot.first)
        stands_for = any(sentence.at("word:represented", i) for i in gap)
        if stands_for and len(gap) <= NEAR:
            return country  # "the government of Peru (represented by the Agency)"
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


def _hyphened(sentence: Sentence, spot: Spot) -> bool:
    """Whether a hyphen joins a name to another: what bears both is of neither alone."""
    beside = (spot.first - 1, spot.last)
    return any(
        0 <= i < len(sentence.tokens) and sentence.tokens[i].text in {"-", "–"} for i in beside
    )


def _owning(sentence: Sentence, i: int) -> bool:
    """Whether token `i` can stand between a name and its country: "of", "du", "la République"."""
    if sentence.verb_first and sentence.at("word:from", i):
        return False  # Arabic "from" is no "of"
    return bool(
        sentence.at("link", i)
        or sentence.ends("link", i)
        or sentence.at("word:of", i)
        or sentence.at("word:in", i)
        or sentence.at("word:definite", i)
    ) and not sentence.at("join", i)


def claim_belonging(reading: Reading) -> None:
    """PART_OF: every agency to its country, other bodies where the text says it; and to parents."""
    best: dict[Draft, Belonging] = {}
    for sentence in reading.holding("Agency", "Organization"):
        for spot in sentence.of("Agency", "Organization"):
            found = Belonging(sentence, spot, owner_beside(sentence, spot))
            known = best.get(spot.draft)
            if known is None or found.said > known.said:
                best[spot.draft] = found
    for draft, found in best.items():
        if not draft.country or f"country:{draft.country}" not in reading.named:
            continue
        country = reading.country(draft.country)
        if not country.spans or (draft.kind == "Organization" and found.owner is None):
            continue
        spots = [found.spot, *([found.owner] if found.owner else [])]
        reading.claims.append(
            Found(
                "PART_OF",
                draft,
                country,
                *clause(found.sentence, min(s.first for s in spots), max(s.last for s in spots)),
                "belonging.said" if found.owner else "belonging.meant",
                SAID if found.owner else MEANT,
            )
        )
    for sentence in reading.told("Agency", "Organization"):
        _parents(reading, sentence)


@dataclass(frozen=True, slots=True)
class Belonging:
    """A mention of a body, with the country whose it is as far as the words beside it say."""

    sentence: Sentence
    spot: Spot
    owner: Spot | None

    @property
    def said(self) -> tuple[bool, bool]:
        """How well it says whose the body is: with the country, then by the full name."""
        return self.owner is not None, self.spot.how == "name"


def _parents(reading: Reading, sentence: Sentence) -> None:
    """ "X, a unit of Y", "the X of Y": a body inside another."""
    spots = _bodies(sentence)
    for child in spots:
        for parent in spots:
            if child.draft is not parent.draft and _holds(sentence, child, parent):
                _part(reading, sentence, child, parent, "belonging.inside", INSIDE)
    for child, parent in _families(sentence):
        _part(reading, sentence, child, parent, "belonging.parent", MEANT)


def _bodies(sentence: Sentence) -> list[Spot]:
    """The bodies that a sentence names."""
    return [s for s in sentence.of("Agency", "Organization") if s.how in ("name", "acronym")]


def _families(sentence: Sentence) -> Iterator[tuple[Spot, Spot]]:
    """Bodies with those right after them that they are said to be part of."""
    named = _bodies(sentence)
    for child, parent in itertools.pairwise(named):
        if child.draft is not parent.draft and _belongs(sentence, child, parent):
            gap = range(child.last, parent.first)
            turned = any(
                sentence.at("word:who", i) and sentence.ends("word:to", i - 1) for i in gap
            )
            yield (parent, child) if turned else (child, parent)  # "to which X belongs"
    for parent in sentence.of("Agency", "Organization"):
        mark = sentence.tokens[parent.last].text if parent.last < len(sentence.tokens) else ""
        for child in named if mark in POSSESSIVE else ():
            if child.first == parent.last + 1 and child.draft is not parent.draft:
                yield child, parent  # "the Department's Office of"


def _part(
    reading: Reading, sentence: Sentence, child: Spot, parent: Spot, rule: str, confidence: float
) -> None:
    words = clause(sentence, child.first, max(child.last, parent.last))
    reading.claims.append(Found("PART_OF", child.draft, parent.draft, *words, rule, confidence))


def _holds(sentence: Sentence, child: Spot, parent: Spot) -> bool:
    """Whether a longer name says whose it is: "the Commission of the Union".
    A name that only begins with another ("Union Institute for") says nothing of whose it is."""
    if child.first >= parent.first or parent.last > child.last:
        return False
    if sentence.at("word:for", parent.first - 1):
        return False
    ends = parent.last == child.last and not sentence.has("link", child.first)
    return ends or _owning(sentence, parent.first - 1)


def _belongs(sentence: Sentence, child: Spot, parent: Spot) -> bool:
    """Whether nothing but words of belonging, or a bare "of", stand between two names."""
    gap = range(max(child.last, child.reach), parent.first)
    if gap and child.how == "acronym" and sentence.tokens[gap.start].text == ")":
        gap = range(gap.start + 1, gap.stop)
    if not gap and parent.first and sentence.tokens[parent.first - 1].text == ")":
        return True  # "Бюро (CCIB) полиции Перу": its acronym, and whose it is
    if gap and sentence.tokens[gap.start].text == ")":
        gap = range(gap.start + 1, gap.stop)
    if not 0 < len(gap) <= APART:
        return False
    if all(_owning(sentence, i) for i in gap):
        return True
    said = [
        h
        for h in between(sentence, "verb:belong", gap.start, gap.stop)
        if h.last - h.first > 1 or not sentence.at("link", h.first)
    ]
    stops = ("titles", "word:and", "verb:sign")
    return bool(said) and not any(
        sentence.tokens[i].text in {".", ";"} or any(sentence.at(c, i) for c in stops) for i in gap
    )
