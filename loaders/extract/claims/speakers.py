"""In whose mouth the text puts what a sentence says."""

from __future__ import annotations

from loaders.extract.claims.clauses import BODIES
from loaders.extract.reading import Draft, Reading, Sentence, Spot

REACH = 16
"""Words within which a speaker stands from the word of speaking."""

QUOTES = frozenset('"“”«»„')


def speakers(reading: Reading) -> dict[int, Draft]:
    """The speaker of each sentence that has one, by the sentence's index.

    A sentence in quotation marks without a word of speaking goes on in the last speaker's words.
    """
    found: dict[int, Draft] = {}
    last: Draft | None = None
    for sentence in reading.told():
        hits = sentence.hits.get("verb:say", ())
        speaker = None
        for hit in hits:
            speaker = _beside(sentence, hit.first, hit.last)
            if speaker is not None:
                break
        if speaker is None and hits and not _has_subject(sentence, hits[0].first):
            speaker = last  # "he said"
        if speaker is None and last is not None and sentence.tokens[0].text in QUOTES:
            speaker = last
        if speaker is not None:
            found[sentence.index] = speaker
            last = speaker
    return found


def _has_subject(sentence: Sentence, i: int) -> bool:
    """Whether a body or country stands before token `i`: then nobody said before speaks."""
    return any(s.last <= i for s in sentence.of(*BODIES))


def _beside(sentence: Sentence, first: int, last: int) -> Draft | None:
    """The person, else the body, nearest to a word of speaking: before it first."""
    spots = [s for s in sentence.of("Person", *BODIES) if s.how != "demonym"]
    earlier = [s for s in spots if 0 <= first - s.last <= REACH]
    later = [s for s in spots if 0 <= s.first - last <= REACH // 2]
    for side in (list(reversed(earlier)), later):
        person = _first_person(side)
        if person is not None:
            return person
    near = [s for s in earlier if first - s.last <= 3] or [s for s in later if s.first - last <= 2]
    return near[-1].draft if near else None


def _first_person(spots: list[Spot]) -> Draft | None:
    return next((s.draft for s in spots if s.draft.kind == "Person"), None)
