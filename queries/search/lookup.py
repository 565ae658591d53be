"""Looking a query up in the index: first what is called so, last who says so.

Hits come in ranks, and a rank is looked up only where those before it leave room on the page.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from queries.paging import after_key
from queries.search.index import BETWEEN, TITLES_FROM
from queries.search.query import LAST, SAME_SOUND, Near, Query, Vocabulary, near

EXACT, PREFIX, WORDS, FUZZY, TITLE, QUOTE, PARTLY = 0, 1, 2, 3, 1000, 1001, 1002
"""Ranks; after FUZZY and PARTLY there is one for each cost of taking words for others."""

MOST_FUZZY = 500
"""Entities whose names are compared more closely, the best connected."""

Place = tuple[int, int, str]
"""Where a hit stands in the list: rank, then the higher number first, then id."""

CALLED = "SELECT entity FROM forms WHERE compact = :compact"
BEGINS = "SELECT entity FROM forms WHERE compact >= :compact AND compact < :last"
HOLDS = "SELECT rowid FROM entity_words WHERE entity_words MATCH :beginnings"

NOBODY = "SELECT 0"

RANKS = ((EXACT, CALLED, NOBODY), (PREFIX, BEGINS, CALLED), (WORDS, HOLDS, BEGINS))
"""Rank, who is of it, and who of these is of the rank before."""

COLUMNS = "n, id, kind, name, sub, country, facts"

OF_KIND = """(:kind IS NULL OR kind = :kind)
  AND (:country IS NULL OR country = :country OR id = :country)"""

ENTITIES = f"""
SELECT {COLUMNS} FROM entities
WHERE n IN ({{inside}}) AND n NOT IN ({{outside}}) AND {OF_KIND}
  AND (facts < :facts OR (facts = :facts AND id > :id))
ORDER BY facts DESC, id LIMIT :rows
"""

MEANT = "SELECT rowid FROM entity_words WHERE entity_words MATCH :meant"
SOUNDS = "SELECT entity FROM forms WHERE skeleton = :skeleton AND length(skeleton) > 3"

LIKE = f"""
SELECT {COLUMNS} FROM entities
WHERE (n IN ({MEANT}) OR n IN ({SOUNDS})) AND n NOT IN ({BEGINS}) AND {OF_KIND}
ORDER BY facts DESC, id LIMIT {MOST_FUZZY}
"""

WORDS_OF = """
SELECT words, EXISTS (SELECT 1 FROM forms WHERE entity = :n AND skeleton = :skeleton) AS sounds
FROM entity_words WHERE rowid = :n
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

    query: Query
    kind: str | None
    country: str | None
    after: Place
    rows: int

    def hits(self, db: sqlite3.Connection, vocabulary: Vocabulary) -> tuple[list[Found], Near]:
        """At most `rows` hits after the place `after`, in order, and what words were taken for."""
        found: list[Found] = []
        taken = Near((), (), ())
        for rank, inside, outside in RANKS if self.of_entities else ():
            found += self._entities(db, rank, inside, outside, self.rows - len(found))
        if self.of_entities and len(found) < self.rows:
            taken = near(self.query, vocabulary, db)
            if self.after[0] < TITLE:
                found += self._like(db, taken, FUZZY, taken.all, self.rows - len(found))
        for rank, kind in ((TITLE, "Document"), (QUOTE, "Claim")):
            if self.kind in (None, kind) and self.country is None:
                found += self._texts(db, rank, self.rows - len(found))
        if self.of_entities and not found and (self.after == START or self.after[0] >= PARTLY):
            found = self._like(db, taken, PARTLY, taken.some, self.rows)
        return found, taken

    @property
    def of_entities(self) -> bool:
        """Whether entities may be among the hits."""
        return self.kind not in ("Document", "Claim")

    def _entities(
        self, db: sqlite3.Connection, rank: int, inside: str, outside: str, rows: int
    ) -> Iterator[Found]:
        if rows <= 0 or self.after[0] > rank:
            return
        statement = ENTITIES.format(inside=inside, outside=outside)
        _, facts, id_ = self.after if self.after[0] == rank else START
        named = {**self._named(), "facts": facts, "id": id_, "rows": rows}
        for row in db.execute(statement, named):
            yield Found((rank, row[6], row[1]), *row)

    def _like(
        self, db: sqlite3.Connection, taken: Near, rank: int, match: str, rows: int
    ) -> list[Found]:
        """Entities with a name that is like the query, those of least cost first."""
        if not match:
            return []
        found = []
        named = {**self._named(), "meant": match, "skeleton": self.query.skeleton}
        for row in db.execute(LIKE, named).fetchall():
            cost = self._cost(db, row[0], taken)
            if cost is not None:
                found.append(Found((rank + cost, row[6], row[1]), *row))
        found.sort(key=lambda hit: _order(hit.place))
        return [hit for hit in found if _order(hit.place) > _order(self.after)][:rows]

    def _cost(self, db: sqlite3.Connection, n: int, taken: Near) -> int | None:
        """That of the name of an entity that is the likest; None where it is no guess."""
        named = {"n": n, "skeleton": self.query.skeleton}
        ((written, sounds),) = db.execute(WORDS_OF, named)
        if self.query.begin(written.split()):
            return None
        cost = min(taken.cost(name.split()) for name in written.split(BETWEEN))
        return min(cost, 2 * SAME_SOUND) if sounds else cost

    def _texts(self, db: sqlite3.Connection, rank: int, rows: int) -> Iterator[Found]:
        if rows <= 0 or self.after[0] > rank:
            return
        first, before = (TITLES_FROM, MOST_FACTS) if rank == TITLE else (0, TITLES_FROM)
        if self.after[0] == rank:
            before = self.after[1]
        named = {"whole": self.query.whole, "first": first, "before": before, "rows": rows}
        for n, id_, kind, name, text in db.execute(TEXTS, named):
            yield Found((rank, n, id_), n, id_, kind, name, text=text)

    def _named(self) -> dict[str, object]:
        return {
            "compact": self.query.compact,
            "last": self.query.compact + LAST,
            "beginnings": self.query.beginnings,
            "kind": self.kind,
            "country": self.country,
        }


def place(token: str | None) -> Place:
    """The place that the token of a page stands for. Raises `BadArgument` for another text."""
    rank, number, id_ = after_key(token, START)
    known = str(id_).encode(errors="ignore").decode()
    return int(rank), max(0, min(int(number), MOST_FACTS)), known


def _order(place: Place) -> tuple[int, int, str]:
    return place[0], -place[1], place[2]
