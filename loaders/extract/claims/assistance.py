"""ASSISTS: who helps whom, and who has bound themselves to."""

from __future__ import annotations

import itertools

from loaders.extract.claims.actors import actors
from loaders.extract.claims.clauses import (
    after,
    before,
    between,
    clause,
    clause_end,
    denied,
    is_future,
    subject_meant,
    subjects,
    topics_from,
)
from loaders.extract.claims.hosts import PREPOSITIONS, in_event, is_passive
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot
from loaders.lexicon.phrases import Hit

HELPED = 0.65
REACH = 25
"""Words after a word of promising within which who is to be helped stands."""

HELP_REACH = 8
"""Words that may stand between a word of helping and who helps whom."""

HELP = ("verb:train", "verb:fund", "verb:equip", "verb:assist")
PROMISED = (*HELP, "verb:help")
"""What may follow "will": also the bare forms of words of helping."""

MODES = (("verb:train", "training"), ("verb:fund", "funding"), ("verb:equip", "equipment"))

SOON = 4
"""Words after a giver within which what was received is named."""

PROMISE = 3
"""Words before a word of helping within which "will" or "promised" makes it no help yet."""

MOST = 10
"""Givers that one sentence may list."""


def contents(reading: Reading, sentence: Sentence, speaker: Draft | None) -> bool:
    """What a text binds its parties to: "Under the agreement X will train Y"."""
    agreements = sentence.of("Agreement")
    for hit in sentence.hits.get("verb:intend", ()):
        agreed = between(sentence, "verb:agree", 0, hit.first)
        bound = agreements or any(
            between(sentence, "word:that", h.last, h.last + 2) for h in agreed
        )
        if denied(sentence, hit) or not bound:
            continue
        spots = actors(sentence)
        givers = before(sentence, spots, hit.first)
        takers = after(sentence, spots, hit.last, REACH) or people_of(sentence, hit)
        helps = any(between(sentence, c, hit.first, hit.last + 2) for c in PROMISED)
        if not helps or len(givers) != 1 or not takers:
            continue
        mode = next((m for c, m in MODES if between(sentence, c, hit.last, hit.last + 2)), None)
        _help(reading, sentence, givers, takers, hit, mode, speaker, "agreed")
        return True
    return False


def received(reading: Reading, sentence: Sentence, speaker: Draft | None) -> bool:
    """Help told by who gets it: "X received equipment from Y"."""
    for hit in sentence.hits.get("verb:receive", ()):
        spots = actors(sentence)
        takers = subjects(sentence, spots, hit)
        givers = after(sentence, spots, max([hit.last, *(s.last for s in takers)]), HELP_REACH)
        if not takers or not givers or denied(sentence, hit):
            continue
        given = [
            h
            for category in HELP
            for h in between(sentence, category, hit.last, givers[-1].last + SOON)
        ]
        promised = between(sentence, "verb:intend", hit.first - PROMISE, hit.first)
        if not given or promised or not _from(sentence, givers[0]):
            continue
        mode = dict(MODES).get(given[0].category)
        _help(reading, sentence, givers[:MOST], takers[:1], hit, mode, speaker)
        return True
    return False


def _from(sentence: Sentence, giver: Spot) -> bool:
    """Whether "from" or "of" leads to who gives, an article between them or not."""
    i = giver.first - (sentence.at("word:definite", giver.first - 1) is not None)
    sources = ("word:from", "word:of", "word:by", "link")
    return any(sentence.ends(c, j - 1) for c in sources for j in (i, giver.first))


def helped(reading: Reading, sentence: Sentence, speaker: Draft | None) -> bool:
    """One side helps another: active ("X trains Y") or passive ("Y is funded by X")."""
    for category in HELP:
        mode = dict(MODES).get(category)
        for hit in sentence.hits.get(category, ()):
            # "trains with" is no help; "na" of Swahili is "by" too
            mutual = sentence.at("word:with", hit.last) and not is_passive(sentence, hit)
            if sentence.spot_at(hit.first) or mutual:
                continue
            meant = "denied" if denied(sentence, hit) else "fact"
            promised = between(sentence, "verb:intend", hit.first - PROMISE, hit.first)
            if promised or is_future(sentence, hit):
                continue  # what is only promised is no help yet
            if between(sentence, "verb:receive", hit.first - HELP_REACH, hit.first):
                continue  # who gets it stands before it
            spots = actors(sentence)
            if (by := _agent_of(sentence, hit)) is not None:
                givers = after(sentence, spots, by.last, SOON)
                takers = [s for s in spots if hit.last <= s.first < by.first]
                if givers and takers:
                    _help(reading, sentence, givers[:MOST], takers, hit, mode, speaker)
                    return True
            passive = is_passive(sentence, hit)
            givers = subjects(sentence, spots, hit)
            if passive:
                givers = before(sentence, spots, hit.first)
            takers = after(sentence, spots, max([hit.last, *(s.last for s in givers)]))
            takers = [s for s in takers if passive or not in_event(sentence, s)]
            if passive:
                takers = _leading(sentence, hit, takers)
                led = hit.last - hit.first > 1 and sentence.at_any(PREPOSITIONS, hit.first)
                helped_by = [s for s in givers if led or not _is_agent(sentence, s)]
                givers, takers = takers, helped_by
                takers = takers or _right_after(sentence, spots, givers)
            elif not givers and hit.first <= HELP_REACH:
                back = subject_meant(reading, sentence, hit.first)
                givers = [back] if back else []
            if not passive and takers and _is_agent(sentence, takers[0]):
                givers, takers = takers, givers  # "given to the Police by the Union"
            if givers and not takers:
                takers = people_of(sentence, hit)
            if not givers or not takers:
                continue
            if any(min(_gap(hit, s) for s in side) > HELP_REACH for side in (givers, takers)):
                continue
            givers = givers[:MOST] if len(takers) == 1 else givers[:1]
            _help(reading, sentence, givers, takers, hit, mode, speaker, meant)
            return True
    return False


def _agent_of(sentence: Sentence, hit: Hit) -> Hit | None:
    """The "by" after a passive that a word of its own tells, with who is helped between: Arabic
    "تم تدريب ... من طرف"."""
    if sentence.at("word:passive", hit.first) is None:
        return None
    return next(iter(between(sentence, "word:by", hit.last, hit.last + REACH)), None)


def _leading(sentence: Sentence, hit: Hit, givers: list[Spot]) -> list[Spot]:
    """Those that give in a phrase that opens a sentence, up to the comma that ends it: "With
    support from the Bank, the Ministry built"."""
    if hit.first > 1 or any(sentence.at("word:and", i) for s in givers for i in (s.first - 1,)):
        return givers
    ends = (i for s in givers for i in range(s.last, s.last + 2))
    comma = next((i for i in ends if sentence.tokens[i : i + 1] and is_comma(sentence, i)), None)
    return [s for s in givers if comma is None or s.last <= comma]


def is_comma(sentence: Sentence, i: int) -> bool:
    """Whether a comma is token `i`."""
    return sentence.tokens[i].text == ","


def _is_agent(sentence: Sentence, spot: Spot) -> bool:
    """Whether "by" stands before a body: it did what another word tells of."""
    i = spot.first - (sentence.at("word:definite", spot.first - 1) is not None)
    return sentence.ends("word:by", i - 1)


def _right_after(sentence: Sentence, spots: list[Spot], givers: list[Spot]) -> list[Spot]:
    """Who stands right after those that give, with no word of doing between them, and may so be
    who is helped; "funded by X and delivered by Y" is no help for Y."""
    takers = after(sentence, spots, givers[-1].last, 3) if givers else []
    gap = (givers[-1].last, takers[0].first) if takers else (0, 0)
    acts = any(between(sentence, c, *gap) for c in (*HELP, "verb:host", "verb:held"))
    return [] if acts else takers


def _help(
    reading: Reading,
    sentence: Sentence,
    givers: list[Spot],
    takers: list[Spot],
    hit: Hit,
    mode: str | None,
    speaker: Draft | None,
    modality: str = "fact",
) -> None:
    """A claim for each giver and taker, on the words that name them all."""
    topics = topics_from(sentence, hit.first)
    sides = (*givers, *takers)
    first = min(hit.first, *(s.first for s in sides))
    last = clause_end(sentence, max(hit.last, *(s.last for s in sides)))
    words = clause(sentence, first, last)
    mode = mode or next((m for c, m in MODES if between(sentence, c, hit.last, last)), None)
    for giver, taker in itertools.product(givers, takers):
        if giver.draft is not taker.draft:
            reading.claims.append(
                Found(
                    "ASSISTS",
                    giver.draft,
                    taker.draft,
                    *words,
                    "cooperation.helped",
                    HELPED,
                    modality,
                    (("mode", mode), *topics) if mode else topics,
                    speaker,
                )
            )


def _gap(hit: Hit, spot: Spot) -> int:
    return hit.first - spot.last if spot.last <= hit.first else spot.first - hit.last


def people_of(sentence: Sentence, hit: Hit) -> list[Spot]:
    """Who is helped, by an adjective alone: "trained Jordanian officers"."""
    spots = [s for s in sentence.of("Country") if s.how == "demonym"]
    return [s for s in spots if hit.last <= s.first <= hit.last + HELP_REACH][:1]
