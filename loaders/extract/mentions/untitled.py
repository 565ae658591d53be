"""People with nothing beside their names: known by how the text comes back to them."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.extract.mentions.person_names import Run, is_part, name_at, person
from loaders.extract.reading import Reading, Sentence

SHORTEST, LONGEST = 2, 4
"""Words of a name that nothing announces."""

GIVEN_NAMES = frozenset({"jordan", "chad", "georgia", "israel", "india"})
"""Names of countries that are given names too."""

APPOSED = 4
"""Words from a surname to the post that follows it: "Hayes, the acting director"."""

OTHER = ("agreements", "laws", "strategies", "forums", "series", "events", "topics", "weekdays")
"""What capitals may be instead of a person."""


def free_given_names(reading: Reading) -> None:
    """Take countries that begin a person's name for what they are: "Director Jordan Hayes"."""
    alone, _ = _words(reading)
    for sentence in reading.told():
        for spot in sentence.of("Country"):
            i = spot.last
            if (
                i - spot.first > 1
                or sentence.tokens[spot.first].word not in GIVEN_NAMES
                or i >= len(sentence.tokens)
                or not is_part(reading, sentence, i)
            ):
                continue
            announced = any(
                sentence.ends(c, spot.first - 1) for c in ("titles", "honorifics", "ranks")
            )
            apposed = any(0 < h.first - i <= APPOSED for h in sentence.hits.get("titles", ()))
            if announced or (apposed and _comma(sentence, i)) or sentence.tokens[i].text in alone:
                sentence.spots.remove(spot)
                del spot.draft.spans[sentence.text_start(spot.first), sentence.text_end(i)]


def find_untitled(reading: Reading) -> None:
    """Names in capitals whose last word the text uses alone, or that are listed with people."""
    if reading.pack.lexicon.names.capitals == "none":
        return
    alone, small = _words(reading)
    for sentence in reading.told():
        if sentence.shouting or sentence.headline:
            continue
        for run in _runs(reading, sentence):
            first = sentence.tokens[run[0]].word
            if _opens_sentence(sentence, run[0]) and first in small:
                continue
            if sentence.tokens[run[1] - 1].text in alone or _listed(sentence, run):
                person(reading, sentence, run)


def _runs(reading: Reading, sentence: Sentence) -> Iterator[Run]:
    """Two to four capitals in a row that can be a name."""
    i = 0
    while i < len(sentence.tokens):
        run = name_at(reading, sentence, i) if is_part(reading, sentence, i) else None
        if run is None:
            i += 1
            continue
        i = run[1]
        if SHORTEST <= run[1] - run[0] <= LONGEST and _stands_free(sentence, run):
            yield run


def _stands_free(sentence: Sentence, run: Run) -> bool:
    """Whether no article, other capital or head of another name touches it."""
    first, last = run
    tokens = sentence.tokens
    if sentence.ends("word:definite", first - 1) or (first > 0 and tokens[first - 1].capital):
        return False
    if last < len(tokens) and tokens[last].capital:
        return False
    if any(t.text.isupper() and len(t.text) > 1 for t in tokens[first:last]):
        return False
    if any(sentence.at("link", i) for i in range(first, last)) or sentence.ends(
        "word:in", first - 1
    ):
        return False
    return not any(first <= h.first < last for c in OTHER for h in sentence.hits.get(c, ()))


def _comma(sentence: Sentence, i: int) -> bool:
    return i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].text == ","


def _listed(sentence: Sentence, run: Run) -> bool:
    """Whether a comma or "and" alone stands between it and a person."""
    people = sentence.of("Person")
    return any(
        (p.last == run[0] - 1 and _joins(sentence, run[0] - 1))
        or (p.first == run[1] + 1 and _joins(sentence, run[1]))
        for p in people
    )


def _joins(sentence: Sentence, i: int) -> bool:
    return sentence.at("word:and", i) is not None


def _words(reading: Reading) -> tuple[set[str], set[str]]:
    """Words in capitals that stand alone, as a surname does, and words in small letters."""
    alone: set[str] = set()
    small: set[str] = set()
    for sentence in reading.told():
        tokens = sentence.tokens
        for i, token in enumerate(tokens):
            if token.is_word and token.text[0].islower():
                small.add(token.word)
            elif (
                not (sentence.headline or sentence.shouting)
                and is_part(reading, sentence, i)
                and not sentence.ends("word:definite", i - 1)
                and not sentence.ends("word:in", i - 1)
                and not (i > 0 and tokens[i - 1].capital)
                and not (i + 1 < len(tokens) and tokens[i + 1].capital)
            ):
                alone.add(token.text)
    return alone, small


def _opens_sentence(sentence: Sentence, i: int) -> bool:
    return not any(t.is_word for t in sentence.tokens[:i])
