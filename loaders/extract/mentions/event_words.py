"""What the words about an event say of it: that it is a particular one, its name, who held it."""

from __future__ import annotations

from loaders.extract.mentions.name_words import run
from loaders.extract.mentions.phrases import over_quotes
from loaders.extract.reading import Reading, Sentence
from loaders.lexicon.phrases import Hit

HOSTS = ("Country", "Agency", "Organization")

HOLDING = ("verb:held", "verb:host", "verb:train")

TOLD = (*HOLDING, "verb:attend")
"""What is told of an event that took place: "o seminário reuniu"."""

WAS = 2
"""Small words at most between a verb and the event that it tells of: "a été", "en el"."""

SAID = 4
"""Words between one of holding and the event that was held: "провёл в Лиме консультации"."""


def is_general(reading: Reading, sentence: Sentence, hit: Hit, end: int) -> bool:
    """Whether a noun with an article speaks of training in general: "na formação"."""
    style = reading.pack.lexicon.names.style
    if hit.value != "Training" or any(d.first == end for d in sentence.dates):
        return False
    bare = end == hit.last and style == "words"
    # "the training of prosecutors": whom, at no particular time
    of_whom = sentence.at("word:of", hit.last) is not None and not any(
        sentence.has(c) for c in ("verb:held", "verb:host", "verb:attend", "verb:speak")
    )
    told = told_of(sentence, end, TOLD) or _is_attended(sentence, hit)
    return (bare or of_whom) and not told


def _is_attended(sentence: Sentence, hit: Hit) -> bool:
    """Whether who was there is told right before an event: "asistieron al curso"."""
    attends = sentence.hits.get("verb:attend", ())
    return any(0 <= hit.first - h.last <= WAS for h in attends)


def told_of(sentence: Sentence, i: int, words: tuple[str, ...] = HOLDING) -> bool:
    """Whether a word of holding or hosting follows an event, a comma or "was" between them."""
    i += i < len(sentence.tokens) and sentence.tokens[i].text == ","
    for j in range(i, i + 1 + WAS):
        if sentence.at_any(words, j):
            return True
        if not sentence.at("word:stop", j):
            break
    return False


def is_particular(sentence: Sentence, hit: Hit, end: int) -> bool:
    """Whether a bare noun without article speaks of one event: it was held, or it is told whose
    or with whom it was ("состоялись переговоры", "встреча министра", "консультации с")."""
    held = any(
        0 <= hit.first - h.last <= SAID
        for c in ("verb:held", "verb:host")
        for h in sentence.hits.get(c, ())
    )
    sides = sentence.at_any(("word:with", "word:between", "titles"), end)
    spot = sentence.beginning(end)
    return (
        held
        or bool(sides)
        or told_of(sentence, end)
        or (spot is not None and spot.draft.kind == "Person")
    )


def given_name(sentence: Sentence, end: int) -> tuple[int, int] | None:
    """The name that a text gives an event: "a joint operation, dubbed "Nightfall"."""
    i = end + (end < len(sentence.tokens) and sentence.tokens[end].text == ",")
    called = sentence.at("word:named", i)
    if called is None or called.last >= len(sentence.tokens):
        return None
    if (quoted := over_quotes(sentence, called.last)) > called.last:
        return called.last + 1, quoted - 1
    last = run(sentence, called.last)
    return (called.last, last) if last > called.last else None


def by_whom(sentence: Sentence, end: int) -> int | None:
    """Where "hosted by Bahrain", "by an Estonian delegation" ends after an event, if there."""
    if end >= len(sentence.tokens):
        return None
    host = sentence.at("verb:host", end)
    by = sentence.at("word:by", host.last if host else end)
    last = by.last if by else host.last if host and sentence.ends("word:by", host.last - 1) else 0
    for i in range(last, min(last + 3, len(sentence.tokens))) if last else ():
        if (spot := sentence.beginning(i)) and spot.draft.kind in HOSTS:
            noun = spot.last if spot.how == "demonym" else spot.last - 1
            return min(noun + 1, len(sentence.tokens))
    return None
