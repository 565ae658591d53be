"""PARTICIPATED_IN, denied: who was not there."""

from __future__ import annotations

from loaders.extract.claims.actors import actors
from loaders.extract.claims.clauses import before, between, clause
from loaders.extract.claims.hosts import in_event
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot
from loaders.lexicon.phrases import Hit

ABSENT = 0.7

BACK = 12
"""Sentences after an event in which somebody may still be missed at it."""

REACH = 14
"""Words between who is missed and the word for it."""

SOON = 4
"""Words after such a verb within which its subject follows, where verbs stand first."""


def claim_absence(reading: Reading, speakers: dict[int, Draft]) -> None:
    """Who stayed away from the event of a sentence, or from the one told of last before it."""
    told = {(c.subject, c.object) for c in reading.claims if c.modality == "denied"}
    latest: tuple[Draft, int] | None = None
    for sentence in reading.told():
        events = [s for s in sentence.of("Event", "Forum") if s.how != "edition"]
        for hit in sentence.hits.get("verb:absent", ()):
            near = latest is not None and sentence.index - latest[1] <= BACK
            for guest in _missed(sentence, hit):
                here = [e for e in events if not guest.last <= e.first < hit.first]
                event = here[0].draft if here else latest[0] if latest and near else None
                if event and event is not guest.draft and (guest.draft, event) not in told:
                    told.add((guest.draft, event))
                    words = (min(guest.first, hit.first), max(guest.last, hit.last))
                    reading.claims.append(
                        Found(
                            "PARTICIPATED_IN",
                            guest.draft,
                            event,
                            *clause(sentence, *words),
                            "events.absent",
                            ABSENT,
                            "denied",
                            stated_by=speakers.get(sentence.index),
                        )
                    )
        if events and not sentence.headline:
            latest = events[0].draft, sentence.index


def _missed(sentence: Sentence, hit: Hit) -> list[Spot]:
    """The bodies, states or people before a word of absence, else right after it."""
    bodies = [s for s in actors(sentence) if not in_event(sentence, s)]
    spots = sorted([*bodies, *sentence.of("Person")], key=lambda s: s.first)
    earlier = [s for s in before(sentence, spots, hit.first) if hit.first - s.last <= REACH]
    if earlier and not between(sentence, "verb:absent", earlier[-1].last, hit.first):
        return earlier
    return [s for s in spots if 0 <= s.first - hit.last <= SOON][:1]
