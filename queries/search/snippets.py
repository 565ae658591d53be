"""The words by which something was found, and where the hit is in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from queries.search.folding import latin, tokens, words
from queries.search.query import Near, Query

Marks = list[tuple[int, int]]

BEFORE, LONGEST = 60, 240
"""Characters that a snippet of a long text has before its first hit, and in all."""

GAP = "…"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is marked in a text: words that a query's words begin, and those that may be meant."""

    query: Query
    near: Near

    def marks(self, text: str) -> Marks:
        """Where the hits are in a text, as pairs of offsets."""
        if "".join(words(text)) == self.query.compact:
            return [(0, len(text))]
        meant = {word for costs in self.near.costs for word in costs}
        return [
            (start, end)
            for start, end, word in tokens(text)
            if word.startswith(self.query.words)
            or latin(word).startswith(self.query.words)
            or not meant.isdisjoint((word, latin(word)))
        ]

    def best(self, names: Sequence[str]) -> tuple[str, Marks]:
        """The one of some names that has most of what is wanted, with its marks; else the first."""
        marked = [(name, self.marks(name)) for name in names]
        return max(marked, key=lambda m: sum(end - start for start, end in m[1]) / len(m[0]))

    def snippet(self, text: str) -> tuple[str, Marks]:
        """A text around its first hit, with the marks in it."""
        marks = self.marks(text)
        if len(text) <= LONGEST:
            return text, marks
        start = max(0, marks[0][0] - BEFORE) if marks else 0
        if start:
            start = text.find(" ", start) + 1 or start
        end = min(len(text), start + LONGEST)
        front, back = GAP if start else "", GAP if end < len(text) else ""
        shift = len(front) - start
        inside = [(s + shift, e + shift) for s, e in marks if s >= start and e <= end]
        return front + text[start:end] + back, inside
