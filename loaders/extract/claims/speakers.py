"""In whose mouth the text puts what a sentence says."""

from __future__ import annotations

from loaders.extract.claims.actors import BODIES
from loaders.extract.claims.clauses import between, listed
from loaders.extract.mentions.posts import over_link
from loaders.extract.reading import Draft, Reading, Sentence, Spot

REACH = 16
"""Words within which a speaker stands from the word of speaking."""

OWN_WORDS = 3
"""Sentences in the first person, outside quotation marks, that make a text a statement."""

SIGNATURE = 6
"""Sentences at either end of a statement in which its author is named."""

RESOLVED = 4
"""Sentences that begin with "Welcomes", "Requests" and the like, that make a text resolved."""

CLOSING = frozenset('",،”»')
"""What stands before a word of speaking that follows what is said; who said it follows."""

TAIL = 6
"""Words after such a word within which a body that spoke is named."""

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


def narrator(reading: Reading) -> Draft | None:
    """Whose words a whole text is: the author of a statement, the body that resolved it."""
    if signed := [p for p in reading.posts if p.signature]:
        return signed[-1].person
    own = [s for s in reading.told() if s.has("word:self") and not _quoted(s)]
    if len(own) >= OWN_WORDS:
        ends = (*reversed(reading.sentences[-SIGNATURE:]), *reading.sentences[:SIGNATURE])
        return next((p.draft for s in ends if s not in own for p in s.of("Person")), None)
    resolved = [s for s in reading.told() if s.has("word:resolves", 0, 3)]
    if len(resolved) >= RESOLVED:
        before = reversed(reading.sentences[: resolved[0].index + 1])
        return next((s.of(*BODIES[1:])[-1].draft for s in before if s.of(*BODIES[1:])), None)
    return None


def _quoted(sentence: Sentence) -> bool:
    return any(t.text in QUOTES for t in sentence.tokens)


def _has_subject(sentence: Sentence, i: int) -> bool:
    """Whether a body or country stands before token `i`: then nobody said before speaks."""
    return any(s.last <= i for s in sentence.of(*BODIES))


def _beside(sentence: Sentence, first: int, last: int) -> Draft | None:
    """The person, else the body, nearest to a word of speaking: before it first."""
    spots = [s for s in sentence.of("Person", *BODIES) if s.how != "demonym"]
    reported = bool(between(sentence, "word:that", last, last + 2))  # what follows is what is said
    source = over_link(sentence, last)
    linked = source > last or last - first > 1
    if linked and not reported and (named := [s for s in spots if s.first == source]):
        return named[0].draft  # "according to the ministry", "it was said at the ministry"
    if _follows_what_is_said(sentence, first, last, spots):
        for spot in (s for s in spots if s.first >= last):
            if spot.first - last <= (REACH if spot.draft.kind == "Person" else TAIL):
                return spot.draft
    spots = [s for s in spots if not any(a <= s.first < b for a, b in sentence.posts)]
    earlier = [s for s in spots if s.last <= first and first - _end(sentence, s) <= REACH]
    later = [s for s in spots if 0 <= s.first - last <= REACH // 2 and not reported]
    if joint := listed(sentence, [s for s in earlier if s.draft.kind == "Person"], first):
        return joint[0].draft  # "A and B said": the first of several
    for side in (list(reversed(earlier)), later):
        person = _first_person(side)
        if person is not None:
            return person
    near = [s for s in earlier if first - s.last <= 3] or [
        s for s in later if s.first - last <= 2 and sentence.tokens[s.first - 1].text not in CLOSING
    ]
    return near[-1].draft if near else None


def _follows_what_is_said(sentence: Sentence, first: int, last: int, spots: list[Spot]) -> bool:
    """Whether a word of speaking comes after what was said: ", the ministry announced today";
    not after an apposition ("X, the minister, said")."""
    if first == 0 or sentence.tokens[first - 1].text not in CLOSING:
        return False
    apposed = any(_end(sentence, s) == first - 1 for s in spots)
    return not apposed and not between(sentence, "word:that", last, last + TAIL)


def _end(sentence: Sentence, spot: Spot) -> int:
    """Where the words about a name end: after the post that follows it, if one does."""
    after = (last for first, last in sentence.posts if 0 <= first - spot.last <= 2)
    return max(after, default=spot.last)


def _first_person(spots: list[Spot]) -> Draft | None:
    return next((s.draft for s in spots if s.draft.kind == "Person"), None)
