"""What is searched for, in the forms in which it is looked up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from queries.search.folding import ARTICLES, latin, skeleton, words
from queries.search.words import SHORT, Mask, Words

OTHER_SCRIPT, SAME_SOUND = 1, 2
"""What it costs that a word is written in another script, or that it only sounds alike."""

MISSING = 9
"""What it costs that a name has nothing for a word."""

MOST_TRIED = 4
"""Words of a query of which any one may be missing."""


@dataclass(frozen=True, slots=True)
class Query:
    """A text that somebody typed, folded."""

    words: tuple[str, ...]

    @staticmethod
    def of(text: str) -> Query:
        """The query that a text is; it has no words where it is all signs."""
        return Query(tuple(words(text)))

    @property
    def compact(self) -> str:
        """Its words in one, as spaces and hyphens are often left out or put in."""
        return "".join(self.words)

    @property
    def skeleton(self) -> str:
        """The consonants of it all."""
        return skeleton(self.words)

    @property
    def whole(self) -> str:
        """For the words of texts: all of its words, of which the last may go on."""
        *before, last = self.words
        return " AND ".join([*(f'"{word}"' for word in before), f'"{last}" *'])


@dataclass(frozen=True, slots=True)
class Near:
    """For each word of a query, words of names that may be meant and what each costs."""

    costs: tuple[Mapping[str, int], ...]
    words: tuple[str, ...]

    def all(self, among: Words) -> Mask:
        """Who has for each word one that it begins, or one that may be meant."""
        return every(self._each(among))

    def some(self, among: Words) -> Mask | None:
        """The same for some of the words: without those that no name has, else without any one.

        None where less than half would be left, or where there are too many words to try.
        """
        each = self._each(among)
        known = [who for who in each if who.any()]
        if len(known) < len(each):
            return every(known) if 2 * len(known) >= len(each) else None
        if not 1 < len(each) <= MOST_TRIED:
            return None
        fewer = (every(each[:n] + each[n + 1 :]) for n in range(len(each)))
        return reduce(np.logical_or, fewer)

    def _each(self, among: Words) -> list[Mask]:
        pairs = zip(self.words, self.costs, strict=True)
        return [among.begun(word) | among.have(costs) for word, costs in pairs]

    def cost(self, name: Sequence[str]) -> int:
        """What it costs to find the query in the words of a name.

        Twice that of each word, more for one that is missing, and one where the name says more.
        """
        found, total = set(name), 0
        for word, costs in zip(self.words, self.costs, strict=True):
            if not any(_begins(word, other) for other in found):
                total += min((costs[other] for other in found & costs.keys()), default=MISSING)
        return 2 * total + (len(name) > len(self.words))


def every(each: Sequence[Mask]) -> Mask:
    """Who is meant by each of one or more masks."""
    return reduce(np.logical_and, each)


def near(query: Query, among: Words) -> Near:
    """Words of names that are written almost like those of a query, or sound like them."""
    meant = tuple(w for w in query.words if w not in ARTICLES) or query.words
    return Near(tuple(_costs(word, among) for word in meant), meant)


def _begins(word: str, other: str) -> bool:
    return other.startswith(word) if len(word) > SHORT else other == word


def _costs(word: str, among: Words) -> dict[str, int]:
    """Words near to one word, with their cost; those that it begins cost nothing and are left."""
    costs: dict[str, int] = {}
    for written in {word, latin(word)}:
        for distance, other in among.alike(written):
            cost = distance + (OTHER_SCRIPT if written != word else 0)
            costs[other] = min(costs.get(other, cost), cost)
    for other in among.sounding(word):
        costs[other] = min(costs.get(other, SAME_SOUND), SAME_SOUND)
    return costs
