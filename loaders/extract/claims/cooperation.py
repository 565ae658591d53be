"""COOPERATES_WITH: who works with whom, or agreed to."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable

from loaders.extract.claims.actors import actors
from loaders.extract.claims.arguments import meant_by
from loaders.extract.claims.assistance import HELP, contents, helped, received
from loaders.extract.claims.clauses import (
    after,
    before,
    between,
    clause,
    clause_end,
    denied,
    has_pair,
    subjects,
    topics_from,
)
from loaders.extract.claims.doing import DEEDS, claim_deeds
from loaders.extract.claims.hosts import holds_event
from loaders.extract.claims.support import SUPPORT, supported
from loaders.extract.claims.together import JOINT, jointly
from loaders.extract.claims.wanted import WANTING, asked_by, both_want, wanted
from loaders.extract.reading import Draft, Found, Reading, Sentence, last_parties, pair
from loaders.lexicon.phrases import Hit

Rule = Callable[[Reading, Sentence, Draft | None], bool]
"""Whether a sentence, told by a speaker, makes claims, which it adds."""

AGREED, DONE = 0.75, 0.7
REACH = 25
"""Words after "agreed" within which what was agreed stands."""

WORKING, BESIDE = 10, 4
"""Words between "worked" and "with", and from there to who it was with."""

FAR = 8
"""Words after "between X and Y" within which a word of denial says that they do not cooperate."""

TOLD = 6
"""Words after "agreed to" that say what was agreed."""


def claim_cooperation(reading: Reading, speakers: dict[int, Draft]) -> None:
    """One kind of claim a sentence: agreed, else wanted or asked for, else help, else done."""
    looks: dict[int, list[Rule]] = defaultdict(list)
    for triggers, look in RULES:
        for sentence in reading.told(*triggers):
            looks[sentence.index].append(look)
    for index in sorted(looks):
        sentence, speaker = reading.sentences[index], speakers.get(index)
        any(look(reading, sentence, speaker) for look in looks[index])


def _agreed(reading: Reading, sentence: Sentence, speaker: Draft | None) -> bool:
    """Two sides agreed to cooperate."""
    for hit in sentence.hits.get("verb:agree", ()):
        if denied(sentence, hit):
            continue
        words = between(sentence, "verb:cooperation", hit.last, hit.last + REACH)
        words += between(sentence, "verb:cooperate", hit.last, hit.last + REACH)
        sides = [s.draft for s in subjects(sentence, actors(sentence), hit)]
        if len(sides) == 1:
            sides += _agreed_with(sentence, hit)
        if len(sides) < 2 and (both := has_pair(sentence, 0, hit.first + 1)):
            sides, first = meant_by(reading, sentence, both), both.first
        elif len(sides) >= 2:
            first = min(s.first for s in sentence.spots if s.draft in sides)
        elif not sides and hit.first <= 3:
            bound = last_parties(reading, sentence) if sentence.of("Agreement") else []
            sides, first = bound if len(bound) == 2 else pair(reading, sentence), 0
        if not words and sentence.at("word:to", hit.last):
            words = [hit]  # "agreed to open a hotline": what two do together
        if words and len(sides) >= 2:
            end = max(max(h.last for h in words), hit.last + TOLD)
            _mutual(reading, sentence, sides, "agreed", (first, end), "agreed", AGREED, speaker)
            return True
    return False


def _agreed_with(sentence: Sentence, hit: Hit) -> list[Draft]:
    """With whom somebody agreed: "agreed with X to"."""
    links = between(sentence, "word:with", hit.last - 1, hit.last + BESIDE)
    return [s.draft for k in links for s in after(sentence, actors(sentence), k.last, BESIDE)][:1]


def _none(reading: Reading, sentence: Sentence, speaker: Draft | None) -> bool:
    """ "There is no cooperation between X and Y"."""
    for hit in sentence.hits.get("verb:cooperation", ()):
        for link in between(sentence, "word:between", hit.last, hit.last + 2):
            sides = after(sentence, actors(sentence), link.last, BESIDE)
            if len(sides) < 2:
                continue
            words = (hit.first, sides[-1].last)
            end = sides[-1].last + FAR
            if denied(sentence, hit) or between(sentence, "verb:deny", sides[-1].last, end):
                drafts = [s.draft for s in sides[:2]]
                _mutual(reading, sentence, drafts, "denied", words, "done", DONE, speaker)
                return True
    return False


def _mutual(
    reading: Reading,
    sentence: Sentence,
    sides: list[Draft],
    modality: str,
    words: tuple[int, int],
    rule: str,
    confidence: float,
    speaker: Draft | None,
) -> None:
    """A claim for each two of the sides."""
    topics = topics_from(sentence, words[0])
    for one, other in itertools.combinations(sides[:4], 2):
        if other is not one:
            reading.claims.append(
                Found(
                    "COOPERATES_WITH",
                    one,
                    other,
                    *clause(sentence, words[0], clause_end(sentence, words[1])),
                    f"cooperation.{rule}",
                    confidence,
                    modality,
                    topics,
                    speaker,
                )
            )


def _joined(reading: Reading, sentence: Sentence, speaker: Draft | None) -> bool:
    """ "The Peru-Chile partnership": two names with a hyphen before a word of cooperation."""
    spots = actors(sentence)
    ends = {s.last for s in spots}
    for hit in sentence.hits.get("verb:cooperation", ()):
        sides = before(sentence, spots, hit.first) if hit.first in ends else []
        if (
            len(sides) == 2
            and sides[1].last == hit.first
            and sides[1].first == sides[0].last + 1
            and sentence.tokens[sides[0].last].text in {"-", "–"}
        ):
            drafts = [s.draft for s in sides]
            words = (sides[0].first, hit.last)
            _mutual(reading, sentence, drafts, "fact", words, "joined", DONE, speaker)
            return True
    return False


def _with(sentence: Sentence, hit: Hit) -> bool:
    """Whether "with" and a body follow a word of working or sharing, or stand at the head of the
    sentence before it."""
    spots = actors(sentence)
    links = between(sentence, "word:with", hit.last, hit.last + WORKING)
    links += between(sentence, "word:with", 0, 1)
    return any(after(sentence, spots, link.last, BESIDE) for link in links)


def _in_agreement(sentence: Sentence, hit: Hit) -> bool:
    """Whether working together is what an agreement is on, and so no more than agreed."""
    agreements = sentence.of("Agreement")
    return any(a.first <= hit.first < max(a.last, a.reach) for a in agreements)


def _done(reading: Reading, sentence: Sentence, speaker: Draft | None) -> bool:
    """Two sides work together."""
    working = [h for h in sentence.hits.get("word:works", ()) if _with(sentence, h)]
    for hit in (*sentence.hits.get("verb:cooperate", ()), *working):
        if holds_event(sentence, hit) or _in_agreement(sentence, hit):
            continue
        meant = "denied" if denied(sentence, hit) else "fact"
        spots = actors(sentence)
        doing = subjects(sentence, spots, hit)
        sides, partners = [s.draft for s in doing], list[Draft]()
        first, last = hit.first, max([hit.last, *(s.last for s in doing)])
        if len(sides) < 2 and has_pair(sentence, 0, hit.first + 1):
            sides, first = pair(reading, sentence), 0
        elif len(sides) < 2:
            others = after(sentence, spots, last, 12)
            last = max([last, *(s.last for s in others)])
            partners = [s.draft for s in others if sides]
            sides = [*sides, *partners] if sides else []
        if len(sides) >= 2:
            first = min([first, *(s.first for s in spots if s.draft in sides)])
            if meant == "fact" and between(sentence, "verb:intend", hit.first - 4, hit.first):
                both_want(reading, sentence, sides[:2], (first, last), speaker)
                return True
            for group in [[sides[0], p] for p in partners] or [sides]:
                _mutual(reading, sentence, group, meant, (first, last), "done", DONE, speaker)
            return True
    return False


RULES: tuple[tuple[tuple[str, ...], Rule], ...] = (
    (("verb:cooperation",), _none),
    (DEEDS, claim_deeds),
    (JOINT, jointly),
    (SUPPORT, supported),
    (("verb:agree",), _agreed),
    (("verb:cooperation",), _joined),
    (("verb:intend",), contents),
    (WANTING, wanted),
    (("verb:receive",), received),
    (HELP, helped),
    (("verb:cooperate", "word:works"), _done),
    (("word:asked_by",), asked_by),
)
"""Rules with the words that they look for first, the surest before the others."""
