"""In whose mouth the text puts what a sentence says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extract.claims.actors import BODIES, actors
from loaders.extract.claims.clauses import between, listed
from loaders.extract.mentions.posts import over_link
from loaders.extract.reading import Draft, Reading, Sentence, Spot, code_of
from loaders.lexicon.phrases import Hit

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

NEAR = 3
"""Words between a body and the word of speaking after it."""

OPENING = 3
"""Words that something said holds at least."""

TAIL = 6
"""Words after such a word within which a body that spoke is named."""

QUOTES = frozenset('"“”«»„')
QUOTE = re.compile('["“”«»„]')

OPENS, CLOSES = frozenset("“«„"), frozenset("”»")

PRONOUN = 2
"""Words between "he" or "she" and a word of speaking, before or after it."""

BACK = 3
"""Sentences before "this was said by" whose words it takes up."""

LONGEST_QUOTE = 8
"""Sentences that one pair of quotation marks holds at most."""


def speakers(reading: Reading) -> dict[int, Draft]:
    """The speaker of each sentence that has one, by the sentence's index.

    A sentence in quotation marks without a word of speaking goes on in the last speaker's words;
    "this was said by" tells whose the sentences before it are.
    """
    found: dict[int, Draft] = {}
    last: Draft | None = None
    for sentence in reading.told():
        speaker = _speaker(reading, sentence, found, last)
        if speaker is None and last is not None and _opens_quoted(sentence):
            speaker = last
        if speaker is not None:
            found[sentence.index] = speaker
            last = speaker
        if speaker is not None and sentence.has("word:told_so"):
            _take_up(reading, sentence, found, speaker)
            del found[sentence.index]  # that they said it is the narrator's
    for quoted in _quotations(reading):
        told = next((found[i] for i in quoted if i in found), None)
        found |= {i: told for i in quoted if told and i not in found}
    return found


def _speaker(
    reading: Reading, sentence: Sentence, found: dict[int, Draft], last: Draft | None
) -> Draft | None:
    """Who says what a sentence says, as far as a word of speaking in it tells."""
    hits = [*sentence.hits.get("verb:say", ()), *sentence.hits.get("word:told_so", ())]
    hits = sorted((h for h in hits if not _own(sentence, h)), key=lambda h: h.first)
    for hit in hits:
        if _pronoun(sentence, hit):
            return _meant(reading, sentence, found, last)
        speaker = _beside(sentence, hit.first, hit.last)
        if speaker is not None:
            return speaker
    hits = [h for h in hits if not _impersonal(sentence, h)]
    if hits and (_closes(sentence, hits[-1]) or not _has_subject(sentence, hits[0].first)):
        return _meant(reading, sentence, found, last)  # a bare verb: "añadió que"
    return None


def _own(sentence: Sentence, hit: Hit) -> bool:
    """Whether speakers tell what they said themselves: "I have since asked the ministry"."""
    return bool(between(sentence, "word:self", hit.first - PRONOUN - 1, hit.first))


def _pronoun(sentence: Sentence, hit: Hit) -> bool:
    """Whether "he" or "she" does the speaking: "he added", "добавил он"."""
    if between(sentence, "word:person", hit.first, hit.last):
        return True
    for pronoun in between(sentence, "word:person", hit.first - PRONOUN, hit.first):
        if pronoun.last == hit.first or not sentence.at("word:definite", pronoun.first):
            return True
    return any(
        after.last == len(sentence.tokens) or not sentence.tokens[after.last].is_word
        for after in between(sentence, "word:person", hit.last, hit.last + 1)
    )


def _impersonal(sentence: Sentence, hit: Hit) -> bool:
    """Whether nobody said before is meant: "it was announced", "отмечается"."""
    return bool(sentence.at("word:passive", hit.first)) or sentence.ends(
        "word:passive", hit.first - 1
    )


def _closes(sentence: Sentence, hit: Hit) -> bool:
    """Whether a bare verb ends a sentence after what is said: '", agregó.'"""
    after = sentence.tokens[hit.last : hit.last + 1]
    closed = hit.first > 0 and sentence.tokens[hit.first - 1].text in CLOSING
    return closed and not (after and after[0].is_word)


def _meant(
    reading: Reading, sentence: Sentence, found: dict[int, Draft], last: Draft | None
) -> Draft | None:
    """Whom "he" means: who spoke in the sentence before, else the one whom it names, else who
    spoke last."""
    earlier = reading.sentences[sentence.index - 1] if sentence.index else None
    if earlier is None or earlier.index in found:
        return last
    people = dict.fromkeys(s.draft for s in earlier.of("Person"))
    return next(iter(people)) if len(people) == 1 and not earlier.headline else last


def _take_up(reading: Reading, sentence: Sentence, found: dict[int, Draft], speaker: Draft) -> None:
    """Give the sentences right before one that says whose they are their speaker."""
    for earlier in reversed(reading.sentences[max(0, sentence.index - BACK) : sentence.index]):
        told = found.get(earlier.index)
        if earlier.headline or earlier.aside or (told and told.kind == "Person"):
            return  # a body may only be who is told of
        found[earlier.index] = speaker


def _quotations(reading: Reading) -> Iterator[list[int]]:
    """The indexes of sentences that one pair of quotation marks holds."""
    held: list[int] = []
    end = 0
    for sentence in reading.told():
        marks = QUOTE.findall(reading.text, sentence.start, sentence.end)
        if "\n" in reading.text[end : sentence.start] and not _opens_quoted(sentence):
            held = []  # a new paragraph without a mark is nobody's
        end = sentence.end
        opened = sum(m in OPENS for m in marks) - sum(m in CLOSES for m in marks)
        straight = marks.count('"') % 2
        if held:
            held.append(sentence.index)
            if opened < 0 or straight:
                yield held
                held = []
            elif len(held) > LONGEST_QUOTE:
                held = []
        elif opened > 0 or straight:
            held = [sentence.index]


def narrator(reading: Reading, said_by: dict[int, Draft]) -> Draft | None:
    """Whose words a whole text is: the author of a statement, the body that resolved it."""
    if signed := [p for p in reading.posts if p.signature]:
        return signed[-1].person
    told = (s for s in reading.told("word:self") if s.index not in said_by)
    told = (s for s in told if not QUOTE.search(reading.text, s.start, s.end))
    own = [s for s in told if s.has("word:self")]
    if len(own) >= OWN_WORDS:
        ends = (*reversed(reading.sentences[-SIGNATURE:]), *reading.sentences[:SIGNATURE])
        return next((p.draft for s in ends if s not in own for p in s.of("Person")), None)
    resolved = [s for s in reading.told("word:resolves") if _resolves(s)]
    if len(resolved) >= RESOLVED:
        before = reversed(reading.sentences[: resolved[0].index + 1])
        return next((s.of(*BODIES[1:])[-1].draft for s in before if s.of(*BODIES[1:])), None)
    return None


def _resolves(sentence: Sentence) -> bool:
    """Whether a sentence begins with "Welcomes" or the like, a number or a letter before it: "she
    welcomes" resolves nothing."""
    return any(
        not any(t.text[0].isalpha() and len(t.text) > 1 for t in sentence.tokens[: hit.first])
        for hit in between(sentence, "word:resolves", 0, 3)
    )


def _opens_quoted(sentence: Sentence) -> bool:
    return sentence.tokens[0].text in QUOTES


def _has_subject(sentence: Sentence, i: int) -> bool:
    """Whether a body or country acts before token `i`: then nobody said before speaks."""
    return any(s.last <= i for s in actors(sentence))


def _beside(sentence: Sentence, first: int, last: int) -> Draft | None:
    """The person, else the body, nearest to a word of speaking: before it first."""
    spots = [s for s in sentence.of("Person", *BODIES) if s.how != "demonym"]
    reported = bool(between(sentence, "word:that", first, last + 2))  # what follows is what is said
    source = over_link(sentence, last)
    linked = (source > last or last - first > 1) and not _addressed(sentence, spots, first, last)
    if linked and not reported and (sources := [s for s in spots if s.first == source]):
        return sources[0].draft  # "according to the ministry", "it was said at the ministry"
    spots = [s for s in spots if not any(a <= s.first < b for a, b in sentence.posts)]
    follows = _follows_what_is_said(sentence, first, last, spots)
    if follows and (after := _after(spots, first, last)) is not None:
        return after
    earlier = [s for s in spots if s.last <= first and first - _end(sentence, s) <= REACH]
    far = REACH if sentence.at("word:told_so", first) else REACH // 2
    later = [s for s in spots if 0 <= s.first - last <= far and not reported]
    if joint := listed(sentence, [s for s in earlier if s.draft.kind == "Person"], first):
        return joint[0].draft  # "A and B said": the first of several
    own = [s for s in earlier if not _led_by(sentence, s)]  # "A, whom B received, said"
    for side in (list(reversed(own or earlier)), later):
        person = _first_person(side)
        if person is not None:
            return person
    near = [s for s in earlier if first - s.last <= NEAR and not _led_to(sentence, s)]
    if near:
        return _whole(earlier, near[-1]).draft
    beside = [s for s in later if all(_beside_it(sentence, i) for i in range(last, s.first))]
    return _whole(beside, beside[0]).draft if beside else None


def _addressed(sentence: Sentence, spots: list[Spot], first: int, last: int) -> bool:
    """Whether a word of speaking has its subject right before it, or leads to who is spoken to:
    "the minister urged Peru", "pidió a Estonia"."""
    if any(_end(sentence, s) == first for s in spots):
        return True
    to = sentence.at("word:to", last)
    return to is not None and sentence.at("word:definite", last) is None


def _after(spots: list[Spot], first: int, last: int) -> Draft | None:
    """Who is named after the word of speaking that follows what is said; a body only where no
    person is named before."""
    named = any(s.draft.kind == "Person" and 0 <= first - s.last <= REACH for s in spots)
    for spot in (s for s in spots if s.first >= last):
        person = spot.draft.kind == "Person"
        if spot.first - last <= (REACH if person else TAIL) and (person or not named):
            return spot.draft
    return None


def _whole(spots: list[Spot], spot: Spot) -> Spot:
    """The body whose name a country goes with: "the police of Peru" speaks, not Peru."""
    if spot.draft.kind != "Country":
        return spot
    code = code_of(spot.draft)
    for other in spots:
        touches = spot.first <= other.last + 1 and other.first <= spot.last + 1
        own = code_of(other.draft) == code or other.last == spot.first
        if other.draft.kind != "Country" and touches and own:
            return other
    return spot


def _led_by(sentence: Sentence, spot: Spot) -> bool:
    """Whether somebody only stands with who speaks: "received by the president X"."""
    start = min((a for a, b in sentence.posts if 0 <= spot.first - b <= 2), default=spot.first)
    i = start - 1 - (sentence.at("word:definite", start - 1) is not None)
    for at in (start - 1, i):
        if sentence.ends("word:and", at):
            return False
    return any(sentence.ends(c, at) for c in ("word:by", "word:with") for at in (start - 1, i))


def _led_to(sentence: Sentence, spot: Spot) -> bool:
    """Whether a name is where something leads: "the visit to Peru, she said"."""
    inside = (e for e in sentence.of("Event") if e.first < spot.first < max(e.last, e.reach))
    i = spot.first - (sentence.at("word:definite", spot.first - 1) is not None)
    if any(inside):
        return True  # "the visit to Peru"
    if sentence.ends("word:by", i - 1):
        return False
    return any(sentence.ends(c, i - 1) for c in ("word:to", "word:with", "word:in"))


def _beside_it(sentence: Sentence, i: int) -> bool:
    """Whether token `i` may stand between a word of speaking and the body that speaks."""
    small = ("word:definite", "word:indefinite", "link")
    return any(sentence.at(word, i) for word in small) or sentence.spot_at(i) is not None


def _follows_what_is_said(sentence: Sentence, first: int, last: int, spots: list[Spot]) -> bool:
    """Whether a word of speaking comes after what was said: ", the ministry announced today";
    not after an apposition ("X, the minister, said")."""
    if first == 0 or sentence.tokens[first - 1].text not in CLOSING:
        return False
    apposed = any(_end(sentence, s) == first - 1 for s in spots)
    opened = sum(t.is_word for t in sentence.tokens[:first]) < OPENING  # "Aidha, alisema"
    return not apposed and not opened and not between(sentence, "word:that", last, last + TAIL)


def _end(sentence: Sentence, spot: Spot) -> int:
    """Where the words about a name end: after the post that follows it, if one does."""
    after = (last for first, last in sentence.posts if 0 <= first - spot.last <= 2)
    return max(after, default=spot.last)


def _first_person(spots: list[Spot]) -> Draft | None:
    return next((s.draft for s in spots if s.draft.kind == "Person"), None)
