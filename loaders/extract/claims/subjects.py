"""CONCERNS: what an agreement, a law, an event is about."""

from __future__ import annotations

import re

from loaders.extract.claims.clauses import clause, is_under
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot

LIST = re.compile(r"\n\W*(?:[-•*–—·]|\(?[0-9a-zà-я]{1,3}[.)])\s?")
"""The line break and mark before an entry of a list."""

GAP = 200
"""Characters before a sentence among which that mark stands: a gap may be a million blanks."""

INSIDE, BESIDE = 0.8, 0.6
KINDS = ("Agreement", "Event", "Forum", "Law", "Strategy")
TRAINING = "topic:capacity.training"

NAMED = ("Forum", "Law")
"""What is about the topics in its name, whatever its sentence goes on to name."""


def claim_subjects(reading: Reading, speakers: dict[int, Draft]) -> None:
    """Topics inside the phrase of a thing, and those that a sentence about it goes on to name."""
    done: set[tuple[Draft, Draft]] = set()
    latest: Spot | None = None
    carried: tuple[Draft, int] | None = None
    for sentence in reading.told():
        things = [s for s in sentence.of(*KINDS) if s.how != "edition"]
        latest = next((s for s in reversed(things) if s.draft.kind == "Agreement"), latest)
        if not things and latest is not None and sentence.has("verb:agree"):
            things = [Spot(latest.draft, 0, 0)]  # what is agreed is what the agreement is about
        if things:
            carried = things[-1].draft, sentence.index
        elif carried and sentence.index - carried[1] == 1 and _goes_on(reading, sentence):
            carried = carried[0], sentence.index
            things = [Spot(carried[0], 0, 0)]
        for topic in sentence.of("Topic"):
            thing, confidence = _about(sentence, things, topic)
            if thing is None or (thing.draft, topic.draft) in done:
                continue
            done.add((thing.draft, topic.draft))
            first, last = min(thing.first, topic.first), max(thing.last, topic.last)
            reading.claims.append(
                Found(
                    "CONCERNS",
                    thing.draft,
                    topic.draft,
                    *clause(sentence, first, last),
                    "subjects.inside" if confidence == INSIDE else "subjects.beside",
                    confidence,
                    stated_by=speakers.get(sentence.index),
                )
            )


def _goes_on(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence says more of the thing before it: "Its fields are", "It covers", or the
    entry of a list that a colon, or the entry before it, leads to."""
    if any(sentence.at(category, 0) for category in ("word:possessive", "word:pronoun")):
        return True
    ended = reading.sentences[sentence.index - 1].end - 1
    between = reading.text[max(ended, sentence.start - GAP) : sentence.start + 4]
    return LIST.search(between) is not None


def _is_its_word(thing: Spot, topic: Spot) -> bool:
    """Whether a topic is but the word for a training: what it is about is said otherwise."""
    named = topic.first == thing.first and topic.draft.reference == TRAINING
    return named and thing.draft.sub == "Training"


def _in_name(sentence: Sentence, topic: Spot) -> bool:
    """Whether a topic is a word in the name of a body or in somebody's post."""
    names = [(s.first, s.last) for s in sentence.of("Agency", "Organization", "Forum")]
    return any(first <= topic.first < last for first, last in (*names, *sentence.posts))


def _about(sentence: Sentence, things: list[Spot], topic: Spot) -> tuple[Spot | None, float]:
    """The thing whose phrase holds the topic, else the nearest one before it."""
    for thing in things:
        if thing.first <= topic.first < max(thing.reach, thing.last):
            return (None, 0.0) if _is_its_word(thing, topic) else (thing, INSIDE)
        if thing.width and topic.first < thing.first <= topic.last:
            return thing, INSIDE  # "a mutual legal assistance treaty"
    if _in_name(sentence, topic):
        return None, 0.0
    earlier = [
        t
        for t in things
        if t.last <= topic.first and t.draft.kind not in NAMED and t.draft.sub != "Signing"
    ]
    if not earlier:
        earlier = [t for t in things if t.draft.kind == "Agreement" and is_under(sentence, t)]
    return (earlier[-1], BESIDE) if earlier else (None, 0.0)
