"""The words of names: which there are, who has them, and which are like another."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from queries.search.folding import skeleton

Mask = NDArray[np.bool_]
"""Entities by their places: whether each is meant."""

Numbers = NDArray[np.int32]

GONE = -1
"""The place of an entity that is no more."""

LAST = "\U0010ffff"
"""Sorts after every letter: ends a range of texts that begin alike."""

SHORT = 2
"""Letters of a word that stands for itself alone, since it begins too many others."""

SHORTEST_SKELETON = 3
"""Fewer consonants than these are alike in too many words."""

MOST_NEAR = 60
"""Words that a word may stand for."""

BITS = 64
"""Letters are told apart by so many bits; those that share one are compared for nothing."""


class Words:
    """The words of names, each with the places of the entities that have it.

    What is added counts from `settle` on.
    """

    def __init__(self) -> None:
        """No words yet."""
        self._numbers: dict[str, int] = {}
        self._said, self._by = array("i"), array("i")
        self._sorted: list[str] = []
        self._size = 0
        self._places = self._starts = self._lengths = np.zeros(0, np.int32)
        self._letters, self._sounds = np.zeros(0, np.uint64), np.zeros(0, np.int64)

    def add(self, entity: int, words: Collection[str]) -> None:
        """Note the folded words of an entity's names, none of them twice."""
        numbers = self._numbers
        self._said.extend([numbers.setdefault(word, len(numbers)) for word in words])
        self._by.extend([entity] * len(words))

    def settle(self, places: Numbers, size: int) -> None:
        """Take over what was added, with the place of each entity among `size`, or `GONE`."""
        said, by = np.array(self._said, np.int32), np.array(self._by, np.int32)
        stays = places[by] != GONE
        said, by = said[stays], by[stays]
        known = list(self._numbers)
        words = sorted([known[number] for number in np.unique(said)])
        self._numbers = {word: number for number, word in enumerate(words)}
        said = np.array([self._numbers.get(word, GONE) for word in known], np.int32)[said]
        self._said, self._by = array("i", said.tobytes()), array("i", by.tobytes())
        self._places = places[by][np.argsort(said, kind="stable")]
        self._starts = np.searchsorted(np.sort(said), np.arange(len(words) + 1)).astype(np.int32)
        self._size = size
        if words != self._sorted:
            self._sorted = words
            self._lengths = np.array([len(word) for word in words], np.int32)
            self._letters = np.array([_letters(word) for word in words], np.uint64)
            self._sounds = np.array([hash(skeleton((word,))) for word in words], np.int64)

    def begun(self, word: str) -> Mask:
        """Who has a word that `word` begins; for a short one, of which there are many, itself."""
        first, end = self._range(word)
        mask = np.zeros(self._size, np.bool_)
        mask[self._places[self._starts[first] : self._starts[end]]] = True
        return mask

    def have(self, words: Iterable[str]) -> Mask:
        """Who has one of some words that there are."""
        mask = np.zeros(self._size, np.bool_)
        for number in map(self._numbers.__getitem__, words):
            mask[self._places[self._starts[number] : self._starts[number + 1]]] = True
        return mask

    def known(self, word: str) -> bool:
        """Whether anybody has a word that `word` begins."""
        first, end = self._range(word)
        return first < end

    def alike(self, word: str) -> list[tuple[int, str]]:
        """Words that are `word` but for a letter or two, with how many; the likest."""
        if not (edits := _edits(word)):
            return []
        # One wrong letter is at most one that only this word has and one that only the other has.
        differ = np.bitwise_count(self._letters ^ np.uint64(_letters(word))) <= 2 * edits
        near = differ & (abs(self._lengths - len(word)) <= edits)
        choices = [self._sorted[number] for number in np.flatnonzero(near)]
        found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=edits, limit=None)
        return sorted((distance, other) for other, distance, _ in found)[:MOST_NEAR]

    def sounding(self, word: str) -> Sequence[str]:
        """Words that sound like `word`."""
        sound = skeleton((word,))
        if len(sound) < SHORTEST_SKELETON:
            return ()
        found = np.flatnonzero(self._sounds == hash(sound))[:MOST_NEAR]
        choices = [self._sorted[number] for number in found]
        return [other for other in choices if skeleton((other,)) == sound]

    def _range(self, word: str) -> tuple[int, int]:
        """The numbers of words that `word` begins, or of itself."""
        first = bisect_left(self._sorted, word)
        if len(word) > SHORT:
            return first, bisect_left(self._sorted, word + LAST, first)
        return first, first + (self._sorted[first : first + 1] == [word])


def _letters(word: str) -> int:
    """Bits for the letters that a word has."""
    bits = 0
    for letter in word:
        bits |= 1 << ord(letter) % BITS
    return bits


def _edits(word: str) -> int:
    """How many letters may be wrong in a word: few in a short one."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2
