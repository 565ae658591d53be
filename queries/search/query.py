"""What is searched for, in the forms in which it is looked up."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from queries.search.folding import ARTICLES, latin, skeleton, words

LAST = "\U0010ffff"
"""Sorts after every letter: ends a range of texts that begin alike."""

SHORTEST_SKELETON = 3
"""Fewer consonants than these are alike in too many words."""

MOST_NEAR = 60
"""Words that a word of a query may stand for."""

OTHER_SCRIPT, SAME_SOUND = 1, 2
"""What it costs that a word is written in another script, or that it only sounds alike."""

MISSING = 9
"""What it costs that a name has nothing for a word."""

MOST_TRIED = 4
"""Words of a query of which any one may be missing."""

SHORT = 2
"""Letters of a word that stands for itself alone."""

Vocabulary = Mapping[int, Sequence[str]]
"""Folded words of names by their length."""

SOUNDS_LIKE = "SELECT word FROM vocabulary WHERE skeleton = ? ORDER BY word LIMIT ?"

IN_A_NAME = "SELECT 1 FROM vocabulary WHERE word >= ? AND word <= ? LIMIT 1"


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
    def beginnings(self) -> str:
        """For the words of names: each of its words begins one. All of it is quoted."""
        return " AND ".join(_beginning(word) for word in self.words)

    def begin(self, said: Sequence[str]) -> bool:
        """Whether each of its words begins one of the words `said`."""
        return all(any(_begins(word, other) for other in said) for word in self.words)

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
    known: tuple[bool, ...]
    """Whether a name has the word or one that may be meant."""

    @property
    def all(self) -> str:
        """For the words of names: each word begins one, or one that may be meant."""
        return " AND ".join(self._each())

    @property
    def some(self) -> str:
        """The same for some of the words: without those that no name has, else without any one.

        Empty where less than half would be left, or where there are too many words to try.
        """
        each = list(self._each())
        known = [match for match, known in zip(each, self.known, strict=True) if known]
        if len(known) < len(each):
            return " AND ".join(known) if 2 * len(known) >= len(each) else ""
        if not 1 < len(each) <= MOST_TRIED:
            return ""
        fewer = (each[:n] + each[n + 1 :] for n in range(len(each)))
        return " OR ".join(f"({' AND '.join(left)})" for left in fewer)

    def _each(self) -> Iterator[str]:
        for word, costs in zip(self.words, self.costs, strict=True):
            meant = [_beginning(word), *(f'"{other}"' for other in sorted(costs))]
            yield f"({' OR '.join(meant)})"

    def cost(self, name: Sequence[str]) -> int:
        """What it costs to find the query in the words of a name.

        Twice that of each word, more for one that is missing, and one where the name says more.
        """
        found, total = set(name), 0
        for word, costs in zip(self.words, self.costs, strict=True):
            if not any(_begins(word, other) for other in found):
                total += min((costs[other] for other in found & costs.keys()), default=MISSING)
        return 2 * total + (len(name) > len(self.words))


def _beginning(word: str) -> str:
    """For one word: those that it begins; a short one, of which there are many, only itself."""
    return f'"{word}" *' if len(word) > SHORT else f'"{word}"'


def near(query: Query, vocabulary: Vocabulary, db: sqlite3.Connection) -> Near:
    """Words of names that are written almost like those of a query, or sound like them."""
    meant = tuple(w for w in query.words if w not in ARTICLES) or query.words
    costs = [_costs(word, vocabulary, db) for word in meant]
    known = [bool(c) or _in_a_name(word, db) for word, c in zip(meant, costs, strict=True)]
    return Near(tuple(costs), meant, tuple(known))


def _begins(word: str, other: str) -> bool:
    return other.startswith(word) if len(word) > SHORT else other == word


def _in_a_name(word: str, db: sqlite3.Connection) -> bool:
    last = word + LAST if len(word) > SHORT else word
    return db.execute(IN_A_NAME, (word, last)).fetchone() is not None


def _costs(word: str, vocabulary: Vocabulary, db: sqlite3.Connection) -> dict[str, int]:
    """Words near to one word, with their cost; those that it begins cost nothing and are left."""
    costs: dict[str, int] = {}
    for written in {word, latin(word)}:
        for distance, other in _alike(written, vocabulary):
            cost = distance + (OTHER_SCRIPT if written != word else 0)
            costs[other] = min(costs.get(other, cost), cost)
    sound = skeleton((word,))
    if len(sound) >= SHORTEST_SKELETON:
        for (other,) in db.execute(SOUNDS_LIKE, (sound, MOST_NEAR)):
            costs[other] = min(costs.get(other, SAME_SOUND), SAME_SOUND)
    return costs


def _alike(word: str, vocabulary: Vocabulary) -> list[tuple[int, str]]:
    """Words that are `word` but for a letter or two, with how many; the likest."""
    if not (edits := _edits(word)):
        return []
    found = [
        (distance, other)
        for length in range(len(word) - edits, len(word) + edits + 1)
        for other, distance, _ in process.extract(
            word, vocabulary.get(length, ()), scorer=OSA.distance, score_cutoff=edits, limit=None
        )
    ]
    return sorted(found)[:MOST_NEAR]


def _edits(word: str) -> int:
    """How many letters may be wrong in a word: few in a short one."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2
