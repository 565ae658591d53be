"""Whom the words of an event itself name as its guests: "talks between", "a course for"."""

from __future__ import annotations

from loaders.extract.claims.actors import BODIES, actors
from loaders.extract.claims.clauses import after, before, between
from loaders.extract.claims.hosts import POSSESSIVE
from loaders.extract.reading import Sentence, Spot

BESIDE = 3
"""Words that may stand between an event, "with" and who it was with."""

HELD = 5
"""Words between "held" and the event that somebody held with another."""

TRAINEES = 8
"""Words before a course within which "for" names whom it was held for."""


def visitors_of(sentence: Sentence, event: Spot) -> list[Spot]:
    """Whose visit it is: "a visit by a Norwegian delegation", "the minister's visit"."""
    if event.draft.sub != "Visit" or event.how == "context":
        return []
    spots = sentence.of("Person", *BODIES)
    spots = [s for s in spots if not sentence.ends("word:in", s.first - 1)]
    mark = event.first - 1
    if mark > 0 and sentence.tokens[mark].text in POSSESSIVE:
        return [s for s in spots if s.last == mark]
    links = [
        *between(sentence, "word:by", event.last, event.last + 8),
        *between(sentence, "word:of", event.last, event.last + 2),
    ]
    for link in links:
        near = [s for s in spots if link.last <= s.first <= link.last + 6]
        near = [s for s in near if not sentence.has("word:to", event.last, s.first)]
        if sentence.at("link", link.first) and link.category == "word:by":
            near = [s for s in near if s.draft.kind != "Country"]  # "visita por": through it
        people = [s for s in near if s.draft.kind == "Person"]
        if people or near:
            return (people or [s for s in near if s.first <= link.last + 2])[:1]
    return []


def holders(sentence: Sentence, event: Spot) -> list[Spot]:
    """Two or more that held talks with each other: "X and Y held their first dialogue"."""
    if event.how == "context" or event.draft.sub not in (None, "Meeting"):
        return []
    spots = actors(sentence)
    for hit in between(sentence, "verb:held", event.first - 6, event.first):
        sides = before(sentence, spots, hit.first)
        if len(sides) > 1 and hit.first - sides[-1].last <= 2:
            return sides
    return []


def between_whom(sentence: Sentence, event: Spot) -> list[Spot]:
    """Whom the phrase of an event names as its sides: "talks with X", "talks between X and Y"."""
    reach = max(event.last, event.reach) if event.how != "context" else 0
    for link in between(sentence, "word:with", event.last, reach + BESIDE):
        sides = after(sentence, actors(sentence), link.last, BESIDE)
        held = between(sentence, "verb:held", event.first - HELD, event.first)
        held += between(sentence, "verb:attend", event.first - HELD, event.first)
        if sides and held and not between(sentence, "verb:assist", event.last, sides[0].first):
            return sides
    for link in between(sentence, "word:between", event.last, reach + 1):
        people = sentence.of("Person")
        sides = after(sentence, people, link.last, 12) if people else []
        if len(sides) < 2:
            sides = after(sentence, actors(sentence), link.last, 4)
        if len(sides) > 1:
            return sides
    return []


def trainees(sentence: Sentence, event: Spot) -> list[Spot]:
    """For whom a training is: "a course for officers of the Police and the Navy"."""
    links = between(sentence, "word:for", event.last, max(event.last, event.reach) + 2)
    links = links or between(sentence, "word:for", event.first - TRAINEES, event.first)
    if event.draft.sub != "Training" or event.how == "context" or not links:
        return []
    return after(sentence, actors(sentence), links[0].last, 5)
