"""PARTY_TO of agreements that are not named beside the verb: "Peru signed it", "the treaty that
both signed in 1989"."""

from __future__ import annotations

from loaders.extract.claims.arguments import (
    RELATIVE,
    group_start,
    left,
    objects,
    reached,
    right,
    subject,
)
from loaders.extract.claims.clauses import between, clause, denied
from loaders.extract.claims.hosts import is_passive
from loaders.extract.claims.signing import BACK, CONFIDENCE, date_of, distinct
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot
from loaders.lexicon.phrases import Hit

SURE = CONFIDENCE - 0.1

VERBS = (("verb:ratify", "ratified"), ("verb:sign", "signed"))

INVITED = 5
"""Words before a verb of joining within which "invited to" stands."""


def claim_joining(reading: Reading, speakers: dict[int, Draft]) -> None:
    """Parties to the agreement that "it" or "which" means."""
    for sentence in reading.told("verb:ratify", "verb:sign"):
        hits = [(h, status) for c, status in VERBS for h in sentence.hits.get(c, ())]
        last: tuple[Hit, list[Spot]] | None = None
        for hit, status in sorted(hits, key=lambda h: h[0].first):
            agreement = _taken_up(reading, sentence, hit)
            if agreement is not None and not _is_noun(reading, sentence, hit):
                parties = _parties(reading, sentence, hit, agreement, last)
                _claim(reading, sentence, hit, agreement, status, parties, speakers)
                last = hit, parties


def _is_noun(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Whether it is not told that somebody signs: "la firma", "signed in 2018 by"."""
    if any(sentence.at("verb:signing", i) for i in (hit.first - 1, hit.first)):
        return True
    ends = {e for t in reading.pack.lexicon.endings.values() for e in t.get("participle", ())}
    participle = sentence.tokens[hit.last - 1].text.endswith(tuple(ends)) if ends else False
    had = between(sentence, "word:have", group_start(sentence, hit.first), hit.last)
    articles = reading.pack.lexicon.names.head_last  # in English the past looks like it
    return is_passive(sentence, hit) or (participle and not had and not articles)


def _taken_up(reading: Reading, sentence: Sentence, hit: Hit) -> Spot | None:
    """The agreement that "it" beside a verb means, or "which" before it."""
    start = group_start(sentence, hit.first)
    agreements = [s for s in sentence.of("Agreement") if s.last <= start]
    for who in reversed(between(sentence, "word:who", left(sentence, start), hit.first)):
        near = [s for s in agreements if 0 <= who.first - max(s.last, s.reach) <= RELATIVE]
        near = near or [s for s in agreements if 0 <= who.first - s.last <= RELATIVE]
        if near:
            return near[-1]
    if not _says_it(sentence, hit, start):
        return None
    if agreements:
        return agreements[-1]
    for earlier in reversed(reading.sentences[max(0, sentence.index - BACK) : sentence.index]):
        if told := distinct(earlier.of("Agreement")):
            return told[-1] if len(told) == 1 else None
    return None


def _says_it(sentence: Sentence, hit: Hit, start: int) -> bool:
    """Whether "it" stands after a verb, or right before it where that is usual: "la firmó"."""
    after = range(hit.last, hit.last + 2)
    return bool(
        any(sentence.ends("word:it", i - 1) for i in (start, hit.first))
        or any(sentence.at("word:pronoun", i) for i in after)
    )


def _parties(
    reading: Reading,
    sentence: Sentence,
    hit: Hit,
    agreement: Spot,
    last: tuple[Hit, list[Spot]] | None,
) -> list[Spot]:
    """Who joins: the subject, that of the verb before where no other is named, and with whom."""
    named = range(agreement.first, agreement.reach) if agreement in sentence.spots else range(0)
    spots = [s for s in reached(sentence) if s.first not in named]
    start = group_start(sentence, hit.first)
    if last and not any(last[0].last <= s.first < start for s in spots):
        return last[1]
    parties = subject(reading, sentence, spots, start, None)
    others = objects(sentence, spots, hit.last, ("with",))
    if not parties and others:
        parties = [s for s in spots if s.last <= agreement.first][:1]
    return [*parties, *others]


def _claim(
    reading: Reading,
    sentence: Sentence,
    hit: Hit,
    agreement: Spot,
    status: str,
    parties: list[Spot],
    speakers: dict[int, Draft],
) -> None:
    start, speaker = group_start(sentence, hit.first), speakers.get(sentence.index)
    meant, qualifiers = "fact", [("status", status)]
    date = date_of(sentence, hit)
    if denied(sentence, hit) or between(sentence, "verb:deny", start, hit.last):
        meant = "denied"
    elif between(sentence, "verb:invite", hit.first - INVITED, hit.last):
        qualifiers = [("status", "invited")]
    elif any(between(sentence, c, start, hit.last) for c in ("word:will", "verb:intend")):
        meant, qualifiers = "intended", [("status", "proposed")]
    elif date:
        qualifiers.append((status, date))
    for party in parties:
        first, last = min(party.first, start), max(party.last, hit.last)
        if party.draft is not agreement.draft and last <= right(sentence, hit.last):
            reading.claims.append(
                Found(
                    "PARTY_TO",
                    party.draft,
                    agreement.draft,
                    *clause(sentence, first, last),
                    "parties.taken_up",
                    SURE,
                    meant,
                    tuple(qualifiers),
                    speaker,
                )
            )
