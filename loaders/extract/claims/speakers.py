"""In whose mouth the text puts what a sentence says."""

from __future__ import annotations

from loaders.extract.claims.actors import BODIES, actors
from loaders.extract.claims.beside import CLOSING, OPENING, beside
from loaders.extract.claims.clauses import between, sayings
from loaders.extract.claims.quotations import QUOTES, Quotations, quotations
from loaders.extract.reading import Draft, Reading, Sentence
from loaders.lexicon.phrases import Hit

OWN_WORDS = 3
"""Sentences in the first person, outside quotation marks, that make a text a statement."""

SIGNATURE = 6
"""Sentences at either end of a statement in which its author is named."""

RESOLVED = 4
"""Sentences that begin with "Welcomes", "Requests" and the like, that make a text resolved."""

PRONOUN = 2
"""Words between "he" or "she" and a word of speaking, before or after it."""

BACK = 3
"""Sentences before "this was said by" whose words it takes up."""


def speakers(reading: Reading) -> dict[int, Draft]:
    """The speaker of each sentence that has one, by the sentence's index.

    A sentence in quotation marks without a word of speaking goes on in the last speaker's words;
    "this was said by" tells whose the sentences before it are.
    """
    found: dict[int, Draft] = {}
    last: Draft | None = None
    named: set[int] = set()
    quoted = quotations(reading)
    for sentence in reading.told():
        speaker = _speaker(reading, sentence, found, last, quoted)
        if speaker is not None:
            named.add(sentence.index)
        elif last is not None and sentence.tokens[0].text in QUOTES:
            speaker = last
        if speaker is not None:
            found[sentence.index] = speaker
            last = speaker
        if speaker is not None and sentence.has("word:told_so"):
            _take_up(reading, sentence, found, speaker)
            del found[sentence.index]  # that they said it is the narrator's
    for group in quoted.groups:
        whose = [i for i in group if i in named] or [i for i in group if i in found]
        if whose:
            found |= {i: found[whose[0]] for i in group if i not in named}
    return found


def _speaker(
    reading: Reading,
    sentence: Sentence,
    found: dict[int, Draft],
    last: Draft | None,
    quoted: Quotations,
) -> Draft | None:
    """Who says what a sentence says, as far as a word of speaking in it tells, outside quotation
    marks or after a comma in them: "I asked the ministry" in quoted words is what is said."""
    words = (*sayings(sentence), *sentence.hits.get("word:told_so", ()))
    hits = [
        h
        for h in sorted(words, key=lambda h: h.first)
        if not quoted.holds(sentence.index, h.first) or sentence.tokens[h.first - 1].text in CLOSING
    ]
    for hit in hits:
        if _pronoun(sentence, hit):
            return _meant(reading, sentence, found, last)
        speaker = beside(sentence, hit.first, hit.last)
        if speaker is not None:
            return speaker
        plain = hit.category != "word:told_so" and not _impersonal(sentence, hit)
        if plain and _opens(sentence, hit):
            return _meant(reading, sentence, found, last)  # "Alisema", "Además, indicó"
    hits = [h for h in hits if not _impersonal(sentence, h)]
    if hits and (_closes(sentence, hits[-1]) or not _has_subject(sentence, hits[0].first)):
        return _meant(reading, sentence, found, last)  # a bare verb: "añadió que"
    return None


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


def _opens(sentence: Sentence, hit: Hit) -> bool:
    """Whether a bare verb begins a sentence, a word like "besides" before it at most."""
    words = sum(t.is_word for t in sentence.tokens[: hit.first])
    return words < OPENING - 1 and not any(s.first < hit.first for s in sentence.spots)


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


def narrator(reading: Reading, said_by: dict[int, Draft]) -> Draft | None:
    """Whose words a whole text is: the author of a statement, the body that resolved it."""
    if signed := [p for p in reading.posts if p.signature]:
        return signed[-1].person
    told = (s for s in reading.told() if s.index not in said_by and not _quoted(s))
    own = [s for s in told if s.has("word:self")]
    if len(own) >= OWN_WORDS:
        ends = (*reversed(reading.sentences[-SIGNATURE:]), *reading.sentences[:SIGNATURE])
        return next((p.draft for s in ends if s not in own for p in s.of("Person")), None)
    resolved = [s for s in reading.told() if _resolves(s)]
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


def _quoted(sentence: Sentence) -> bool:
    return any(t.text in QUOTES for t in sentence.tokens)


def _has_subject(sentence: Sentence, i: int) -> bool:
    """Whether a body or country acts before token `i`: then nobody said before speaks."""
    return any(s.last <= i for s in actors(sentence))
