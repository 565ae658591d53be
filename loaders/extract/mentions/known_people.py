"""People known already by a name, or a part or another form of it."""

from __future__ import annotations

import itertools

from loaders.extract.mentions import memory
from loaders.extract.reading import Draft, Reading
from loaders.text.tokens import plain

STEM, ENDING = 4, 3
"""Letters that forms of one inflected name share at least, and those of its longest ending."""


def known_person(reading: Reading, name: str) -> Draft | None:
    """A person whose name holds all words of this one, or the other way round."""
    wanted = memory.words(name)
    inflected = reading.pack.lexicon.names.style == "genitive"
    for draft in memory.sharing(reading, "Person", name, rarest=max(1, len(wanted) - 1)):
        theirs = memory.words(draft.name)
        if inflected and all(any(_one_word(a, b) for b in theirs) for a in wanted):
            return draft
        if len(wanted) == 1 and _misspelt(next(iter(wanted)), theirs):
            return draft
        if len(wanted) > 1 and _same_but_letters(name, draft.name):
            return draft
        if wanted <= theirs or (theirs <= wanted and len(theirs) > 1):
            return draft
    last = next(iter(plain(name).split()[-1:]), "")
    alone = reading.named.get(f"person:{last}")  # "Minister Doe", named in full further on
    return alone if alone is not None and plain(alone.name) == last else None


def _same_but_letters(one: str, other: str) -> bool:
    """Whether two names differ by no more than a letter at an end of each part."""
    these, those = plain(one).split(), plain(other).split()
    return len(these) == len(those) and all(
        a == b or _misspelt(a, {b}) or _misspelt(b, {a}) for a, b in zip(these, those, strict=True)
    )


def _one_word(one: str, other: str) -> bool:
    """Whether two words differ by no more than their endings: "Захаровой", "Захарова"."""
    pairs = zip(one, other, strict=False)
    same = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
    return same >= STEM and max(len(one), len(other)) - same <= ENDING


def _misspelt(word: str, theirs: set[str]) -> bool:
    """Whether a letter at an end was dropped, "Smit" for "Smith", or put before, "Engonga"."""
    return any(len(t) > 4 and word in (t[:-1], t[1:]) for t in theirs) or (
        len(word) > 5 and word[1:] in theirs
    )
