"""Who works with whom: by verbs of working and exchanging, and in joint operations."""

from __future__ import annotations

import itertools

from loaders.extract.claims.arguments import (
    add,
    foreign,
    left,
    objects,
    reached,
    right,
    role,
)
from loaders.extract.claims.clauses import between, clause, group, is_under, topics_from
from loaders.extract.claims.deeds import Deed
from loaders.extract.claims.receivers import gift_of, others_of, quote
from loaders.extract.reading import Draft, Reading, Sentence, Spot

SURE = 0.7

MOST = 4
"""Bodies of a list that all worked with each other."""

DOING = ("by", "of", "with")
"""Roles of those whose joint operation it is."""

JOINT = ("word:joint",)
"""What the rule on joint operations looks for."""


def working(
    reading: Reading,
    deed: Deed,
    doers: list[Spot],
    meant: str,
    spots: list[Spot],
    speaker: Draft | None,
) -> bool:
    """COOPERATES_WITH, or what each side only wants."""
    sentence = deed.sentence
    if deed.kind == "exchange" and (gift_of(deed) is None):
        return False
    others = others_of(spots, doers)
    partners = objects(sentence, others, deed.hit.last, ("with",)) or _with_before(deed, others)
    partners = partners or _with_them(deed, others)
    pairs = list(itertools.product(doers, partners))
    if not partners and (deed.kind == "exchange" or _together(deed)):
        pairs = list(itertools.combinations(doers[:MOST], 2))
    topics = topics_from(sentence, deed.start)
    told = False
    for one, other in pairs:
        words = quote(deed, one, other)
        if meant in ("intended", "requested"):
            sides = [(one, other)] if partners else [(one, other), (other, one)]
            for a, b in sides:
                told |= add(
                    reading, "SEEKS_COOPERATION_WITH", a, b, words, "deeds.wanted", SURE, meant,
                    topics, speaker,
                )  # fmt: skip
        else:
            told |= add(
                reading, "COOPERATES_WITH", one, other, words, "deeds.together", SURE, meant,
                topics, speaker,
            )  # fmt: skip
            if meant == "fact":
                _bound(reading, deed, (one, other), speaker)
    return told


def _bound(reading: Reading, deed: Deed, sides: tuple[Spot, Spot], speaker: Draft | None) -> None:
    """PARTY_TO of those that work together under an agreement."""
    sentence = deed.sentence
    for agreement in sentence.of("Agreement"):
        if is_under(sentence, agreement) and foreign(sides[0].draft, sides[1].draft):
            for side in sides:
                add(
                    reading, "PARTY_TO", side, agreement, quote(deed, side, agreement),
                    "deeds.bound", SURE, qualifiers=(("status", "signed"),), speaker=speaker,
                )  # fmt: skip


def _together(deed: Deed) -> bool:
    """Whether two that work do so with each other: "together", or the verb itself says it."""
    verb = deed.sentence.tokens[deed.hit.first].word
    if verb.startswith(("co", "liais", "team", "join", "partner")):
        return True
    near = between(deed.sentence, "verb:cooperate", deed.hit.first, deed.hit.last + 4)
    return bool(near)


def _with_them(deed: Deed, others: list[Spot]) -> list[Spot]:
    """Whom "with it" means: who was named last before, but those that do it."""
    sentence = deed.sentence
    for link in between(sentence, "word:with", deed.hit.last, right(sentence, deed.hit.last)):
        if any(sentence.at(c, link.last) for c in ("word:person", "word:pronoun", "word:them")):
            return [s for s in others if s.last <= deed.start][-1:]
    return []


def _with_before(deed: Deed, spots: list[Spot]) -> list[Spot]:
    """Whom "with" names in front: "With the Union, the Agency has exchanged data"."""
    first = left(deed.sentence, deed.start)
    named = [s for s in spots if first <= s.first and s.last <= deed.start]
    return [s for s in named if role(deed.sentence, s) == "with"][:1]


def each_other(
    reading: Reading, deed: Deed, doers: list[Spot], meant: str, speaker: Draft | None
) -> bool:
    """COOPERATES_WITH of those that help each other."""
    told = False
    for one, other in itertools.combinations(doers[:MOST], 2):
        words = quote(deed, one, other)
        told |= add(
            reading, "COOPERATES_WITH", one, other, words, "deeds.together", SURE, meant,
            speaker=speaker,
        )  # fmt: skip
    return told


def with_each_other(deed: Deed) -> bool:
    """Whether what several do they do for each other: "help each other", "se apoyan"."""
    return bool(between(deed.sentence, "word:each_other", deed.start - 1, deed.hit.last + 3))


def jointly(reading: Reading, sentence: Sentence, speaker: Draft | None) -> bool:
    """Two or more that act together in one operation: "X and Y arrested him in a joint raid"."""
    spots = reached(sentence)
    told = False
    for hit in sentence.hits.get("word:joint", ()):
        first, last = left(sentence, hit.first), right(sentence, hit.last)
        if any(between(sentence, c, first, hit.first) for c in ("verb:agree", "verb:intend")):
            continue  # "agreed to set up a joint team"
        here = [s for s in spots if first <= s.first and s.last <= last]
        free = [s for s in here if s.last <= hit.first and not role(sentence, s)]
        linked = bool(between(sentence, "word:between", hit.last, hit.last + 2))
        later = [s for s in here if s.first >= hit.last]
        free += [s for s in later if linked or role(sentence, s) in DOING]
        groups = [group(sentence, here, s, 1) for s in free]
        sides = next((g for g in groups if len({s.draft for s in g}) > 1), [])
        for one, other in itertools.combinations(sides[:MOST], 2):
            words = clause(sentence, min(one.first, hit.first), max(other.last, hit.last))
            told |= add(
                reading, "COOPERATES_WITH", one, other, words, "deeds.jointly", SURE,
                speaker=speaker,
            )  # fmt: skip
    return told
