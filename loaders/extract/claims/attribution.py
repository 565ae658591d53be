"""What of a sentence its speaker says, and what the narrator tells of the speaker."""

from __future__ import annotations

import bisect
from dataclasses import replace

from loaders.extract.claims.actors import BODIES, COMMAS
from loaders.extract.claims.beside import CLOSING
from loaders.extract.claims.clauses import between, sayings
from loaders.extract.claims.quotations import QUOTES
from loaders.extract.reading import Draft, Found, Reading, Sentence
from loaders.lexicon.phrases import Hit

SUBJECT = 6
"""Words between what is said and a word of speaking, for who speaks."""

SHORT = 3
"""Words and marks after a bare word of speaking that ends a sentence."""

POST = 2
"""Words and marks between a post and the name after it."""

SMALL = ("word:definite", "honorifics")

LATE = ("belonging.said", "belonging.parent", "belonging.meant")
"""Claims that are made of all mentions together: whose they are is looked up at their quote."""


def attributed(reading: Reading, said_by: dict[int, Draft]) -> list[Found]:
    """The claims of a text: those off a reporting clause are nobody's, "X, who signed it in Lima,
    said that"."""
    starts = [s.start for s in reading.sentences]
    claims = []
    for claim in reading.claims:
        sentence = reading.sentences[max(0, bisect.bisect_right(starts, claim.start) - 1)]
        speaker = said_by.get(sentence.index)
        if claim.stated_by is not None and not _is_said(sentence, claim, claim.stated_by):
            claim = replace(claim, stated_by=None)
        elif claim.rule in LATE and speaker is not claim.subject and speaker:
            said = _is_said(sentence, claim, speaker)
            claim = replace(claim, stated_by=speaker if said else None)
        claims.append(claim)
    return claims


def _is_said(sentence: Sentence, claim: Found, speaker: Draft) -> bool:
    """Whether some of a claim's words lie in what is said, not all beside the word of speaking."""
    if any(t.text in QUOTES and claim.start <= t.start < claim.end for t in sentence.tokens):
        return True
    hits = sayings(sentence)
    if not hits:
        return True
    return any(
        _set_in(sentence, hit)
        or (
            claim.start < sentence.text_start(hit.first)
            if _comes_after(sentence, hit, speaker)
            else claim.end > sentence.text_end(hit.last)
        )
        for hit in hits
    )


def _set_in(sentence: Sentence, hit: Hit) -> bool:
    """Whether a word of speaking stands between two commas: ", she added," says both sides."""
    marks = [t.text for t in sentence.tokens[hit.last : hit.last + 1]]
    return (
        hit.first > 1
        and sentence.tokens[hit.first - 1].text in COMMAS
        and marks[:1] in ([","], ["،"])
    )


def _comes_after(sentence: Sentence, hit: Hit, speaker: Draft) -> bool:
    """Whether a word of speaking follows what is said: ", the ministry said on Monday"."""
    rest = len(sentence.tokens) - hit.last
    marks = {t.text for t in sentence.tokens[max(0, hit.first - SUBJECT) : hit.first]}
    named = _leads_on(sentence, hit)
    if marks & QUOTES:
        return not named
    start = _speaker_start(sentence, hit, speaker)
    if start is not None:  # "X said": what came before the comma, or what follows
        comma = start > 0 and sentence.tokens[start - 1].text in CLOSING
        return comma and rest < start and not named
    direct = sentence.tokens[max(0, hit.first - 1)].text in CLOSING
    speakers = [s for s in sentence.of("Person", *BODIES) if 0 <= s.first - hit.last < SUBJECT]
    if direct and rest > SHORT and not speakers:
        return False  # "X, who signed it, said that"
    return bool(marks & CLOSING) and rest < hit.first and not named


def _leads_on(sentence: Sentence, hit: Hit) -> bool:
    """Whether "that" leads from a word of speaking to what is said, with no comma between."""
    thats = between(sentence, "word:that", hit.first, hit.last + SUBJECT)
    return any(
        not any(t.text in COMMAS for t in sentence.tokens[hit.last : that.first]) for that in thats
    )


def _speaker_start(sentence: Sentence, hit: Hit, speaker: Draft) -> int | None:
    """Where the words for a speaker before a word of speaking begin, with the post before them."""
    spots = [s for s in sentence.of("Person", *BODIES) if s.draft is speaker]
    earlier = [s for s in spots if s.last <= hit.first]
    if not earlier:
        return None
    first = earlier[-1].first
    first = min((a for a, b in sentence.posts if 0 <= first - b <= POST), default=first)
    while first > 0 and sentence.at_any(SMALL, first - 1):
        first -= 1
    return first
