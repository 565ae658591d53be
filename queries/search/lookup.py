"""Looking a query up in the index: first what is called so, last who says so.

Hits come in ranks, and a rank is looked up only where those before it leave room on the page.
Entities are found as masks over their places, which are in the order of hits that fit alike.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from queries.paging import after_key
from queries.search.folding import latin
from queries.search.index import TITLES_FROM, Index
from queries.search.query import SAME_SOUND, Near, Query, every, near
from queries.search.words import LAST, Mask

EXACT, PREFIX, WORDS, FUZZY, TITLE, QUOTE, PARTLY = 0, 1, 2, 3, 1000, 1001, 1002
"""Ranks; after FUZZY and PARTLY there is one for each cost of taking words for others."""

MOST_FUZZY = 500
"""Entities whose names are compared more closely, the best connected."""

Place = tuple[int, int, str]
"""Where a hit stands in the list: rank, then the higher number first, then id."""

CALLED = "SELECT entity FROM forms WHERE compact = ?"
BEGINS = "SELECT entity FROM forms WHERE compact >= ? AND compact < ?"
SOUNDS = "SELECT entity FROM forms WHERE skeleton = ? AND length(skeleton) > 3"
OF_COUNTRY = "SELECT n FROM entities WHERE country = ? OR id = ?"

STANDING = "SELECT -facts, id FROM entities WHERE n = ?"

ENTITY = "SELECT n, id, kind, name, sub, country, facts FROM entities WHERE n = ?"

NAMES = """
SELECT entity, words, skeleton
FROM json_each(?) JOIN forms ON entity = value
"""

TEXTS = """
SELECT t.n, t.id, t.kind, t.name, t.text
FROM text_words JOIN texts t ON t.n = text_words.rowid
WHERE text_words MATCH :whole AND text_words.rowid >= :first AND text_words.rowid < :before
ORDER BY text_words.rowid DESC LIMIT :rows
"""

MOST_FACTS = 1 << 62
START: Place = (-1, MOST_FACTS, "")


@dataclass(frozen=True, slots=True)
class Found:
    """An entity, a document by its title (`text`), or a claim by its quote."""

    place: Place
    n: int
    id: str
    kind: str
    name: str
    sub: str | None = None
    country: str | None = None
    facts: int = 0
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Lookup:
    """A query with its limits: a kind (of entities, or Document or Claim) and a country's id."""

    index: Index
    query: Query
    kind: str | None
    country: str | None
    after: Place
    rows: int

    def hits(self) -> tuple[list[Found], Near]:
        """At most `rows` hits after the place `after`, in order, and what words were taken for."""
        found, others = self._exactly()
        taken = Near((), ())
        if len(found) < self.rows and others.any():
            taken = near(self.query, self.index.words)
            if self.after[0] < TITLE:
                like, left = taken.all(self.index.words), self.rows - len(found)
                found += self._like(taken, FUZZY, like, others, left)
        for rank, kind in ((TITLE, "Document"), (QUOTE, "Claim")):
            if self.kind in (None, kind) and self.country is None:
                found += self._texts(rank, self.rows - len(found))
        if not found and others.any() and (self.after == START or self.after[0] >= PARTLY):
            found = self._like(taken, PARTLY, taken.some(self.index.words), others, self.rows)
        return found, taken

    def _exactly(self) -> tuple[list[Found], Mask]:
        """Entities that have all that was typed, and who else may be meant."""
        compact, words = self.query.compact, self.index.words
        ranks: tuple[tuple[int, Callable[[], Mask]], ...] = (
            (EXACT, lambda: self._who(CALLED, compact)),
            (PREFIX, lambda: self._who(BEGINS, compact, compact + LAST)),
            (WORDS, lambda: every([words.begun(word) for word in self.query.words])),
        )
        found: list[Found] = []
        others = self._allowed()
        for rank, who in ranks:
            if len(found) == self.rows:
                break
            mask = others & who()
            others &= ~mask
            places = np.flatnonzero(mask)
            places = places[np.searchsorted(places, self._first(rank)) :]
            found += [self._found(rank, place) for place in places[: self.rows - len(found)]]
        return found, others

    def _allowed(self) -> Mask:
        """Entities of the kind and the country."""
        kinds, kind = self.index.kinds, self.kind
        allowed = np.ones(len(kinds), np.bool_) if kind is None else kinds == self.index.code(kind)
        if self.country is not None:
            allowed &= self._who(OF_COUNTRY, self.country, self.country)
        return allowed

    def _who(self, statement: str, *values: str) -> Mask:
        found = self.index.db.execute(statement, values)
        return self.index.mask([n for (n,) in found])

    def _first(self, rank: int) -> int:
        """The first place of a rank that comes after `after`."""
        at, facts, id_ = self.after
        order = self.index.order
        if at != rank:
            return 0 if at < rank else len(order)
        return bisect_right(range(len(order)), (-facts, id_), key=self._standing)

    def _standing(self, place: int) -> tuple[int, str]:
        """By what the places are in order."""
        n = int(self.index.order[place])
        standing: tuple[int, str] = self.index.db.execute(STANDING, (n,)).fetchone()
        return standing

    def _found(self, rank: int, place: int) -> Found:
        n = int(self.index.order[place])
        row = self.index.db.execute(ENTITY, (n,)).fetchone()
        return Found((rank, row[6], row[1]), *row)

    def _like(
        self, taken: Near, rank: int, like: Mask | None, others: Mask, rows: int
    ) -> list[Found]:
        """Others with a name that is like the query, those of least cost first."""
        if like is None:
            return []
        like = (like | self._who(SOUNDS, self.query.skeleton)) & others
        places = np.flatnonzero(like)[:MOST_FUZZY].tolist()
        costs = self._costs(taken, self.index.order[places].tolist())
        start = self.after[0], self._first(self.after[0])
        found = sorted((rank + cost, at) for cost, at in zip(costs, places, strict=True))
        return [self._found(*hit) for hit in found if hit >= start][:rows]

    def _costs(self, taken: Near, entities: list[int]) -> list[int]:
        """Those of the likest name of each of some entities."""
        costs: dict[int, int] = {}
        for n, words, skeleton in self.index.db.execute(NAMES, (json.dumps(entities),)):
            cost = min(taken.cost(name.split()) for name in {words, latin(words)})
            if skeleton == self.query.skeleton:
                cost = min(cost, 2 * SAME_SOUND)
            costs[n] = min(cost, costs.get(n, cost))
        return [costs[n] for n in entities]

    def _texts(self, rank: int, rows: int) -> Iterator[Found]:
        if rows <= 0 or self.after[0] > rank:
            return
        first, before = (TITLES_FROM, MOST_FACTS) if rank == TITLE else (0, TITLES_FROM)
        if self.after[0] == rank:
            before = self.after[1]
        named = {"whole": self.query.whole, "first": first, "before": before, "rows": rows}
        for n, id_, kind, name, text in self.index.db.execute(TEXTS, named):
            yield Found((rank, n, id_), n, id_, kind, name, text=text)


def place(token: str | None) -> Place:
    """The place that the token of a page stands for. Raises `BadArgument` for another text."""
    rank, number, id_ = after_key(token, START)
    known = str(id_).encode(errors="ignore").decode()
    return int(rank), max(0, min(int(number), MOST_FACTS)), known
