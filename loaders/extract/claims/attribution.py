"""What of a sentence its speaker says, and what the narrator tells of the speaker."""

from __future__ import annotations

import bisect
from dataclasses import replace

from loaders.extract.claims.actors import BODIES
from loaders.extract.claims.clauses import between
from loaders.extract.claims.speakers import CLOSING, QUOTES
from loaders.extract.reading import Draft, Found, Reading, Sentence
from loaders.lexicon.phrases import Hit

SUBJECT = 6
"""Words between what is said and a word of speaking, for who speaks."""

SHORT = 3
"""Words and marks after a bare word of speaking that ends a sentence."""

LATE = ("belonging.said", "belonging.parent")
"""Claims that are made of all mentions together: whose they are is looked up at their quote."""


def attributed(reading: Reading, said_by: dict[int, Draft]) -> list[Found]:
    """The claims of a text: those off a reporting clause are nobody's, "X, who signed it in Lima,
    said that"."""
    starts = [s.start for s in reading.sentences]
    claims = []
    for claim in reading.claims:
        sentence = reading.sentences[max(0, bisect.bisect_right(starts, claim.start) - 1)]
        speaker = said_by.get(sentence.index)
        if claim.stated_by is not None and not _is_said(sentence, claim):
            claim = replace(claim, stated_by=None)
        elif claim.rule in LATE and speaker is not claim.subject and speaker:
            claim = replace(claim, stated_by=speaker if _is_said(sentence, claim) else None)
        claims.append(claim)
    return claims


def _is_said(sentence: Sentence, claim: Found) -> bool:
    """Whether some of a claim's words lie in what is said, not all beside the word of speaking."""
    if any(t.text in QUOTES and claim.start <= t.start < claim.end for t in sentence.tokens):
        return True
    hits = sentence.hits.get("verb:say", ())
    if not hits:
        return True
    return any(
        claim.start < sentence.text_start(hit.first)
        if _comes_after(sentence, hit)
        else claim.end > sentence.text_end(hit.last)
        for hit in hits
    )


def _comes_after(sentence: Sentence, hit: Hit) -> bool:
    """Whether a word of speaking follows what is said: ", the ministry said on Monday"."""
    rest = len(sentence.tokens) - hit.last
    marks = {t.text for t in sentence.tokens[max(0, hit.first - SUBJECT) : hit.first]}
    named = between(sentence, "word:that", hit.last, hit.last + SUBJECT)
    if marks & QUOTES:
        return not named
    direct = sentence.tokens[max(0, hit.first - 1)].text in CLOSING
    speakers = [s for s in sentence.of("Person", *BODIES) if 0 <= s.first - hit.last < SUBJECT]
    if direct and rest > SHORT and not speakers:
        return False  # "X, who signed it, said that"
    return bool(marks & CLOSING) and rest < hit.first and not named
