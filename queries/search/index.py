"""What a store says of names, titles and quotes, kept where it can be searched.

The index belongs to this process. Every search asks the store for its state first; where that is
another than the index was made from, what has changed is read before it answers. So it is as new
as the store, whoever has written there.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from weakref import WeakKeyDictionary

import numpy as np

from graph.identity import kind_of
from graph.model import short_hash
from graph.schema import Schema
from graph.store import Row, Store
from graph.vocabulary import SCHEMA
from queries.columns import types_pattern
from queries.search.folding import fold, latin, skeleton, words
from queries.search.tables import INDEXES, connect
from queries.search.words import GONE, Mask, Words

DOCUMENTS = "MATCH (d:Document) RETURN d.id AS id, d.fingerprint AS fingerprint"

TITLES = """
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.name AS name, d.published AS published, d.dataset AS dataset
"""

QUOTES = """
UNWIND $ids AS id
MATCH (c:Claim {document: id})
WHERE c.status = 'accepted' AND c.predicate IN $types
RETURN c.document AS document, c.quote AS quote, min(c.id) AS id
"""

BATCH = 1000
"""Entities that are put in, and documents whose quotes are read, at once."""

COLUMNS = ("id", "facts", "name", "sub", "country")

HELD = "SELECT id, n, known, facts FROM entities"
PUT_ENTITY = f"""
INSERT INTO entities (n, kind, known, {", ".join(COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
PUT_FORM = "INSERT INTO forms VALUES (?, ?, ?, ?, ?)"

SEPARATOR = "\0"
"""Between values of what is known of an entity; no name has it."""

HASH_BITS = 32
TITLES_FROM = 1 << 60
"""Texts are numbered by date, then by so many bits of a hash: the newest last, titles after all."""


def entities(schema: Schema = SCHEMA) -> str:
    """The statement that gives all entities with their names, and how many facts each has."""
    return f"""
MATCH (e:Entity)
RETURN e.id AS id, e.name AS name, e.acronym AS acronym, e.aliases AS aliases, e.sub AS sub,
  e.country AS country, COUNT {{ (e)-[:{types_pattern(schema=schema)}]-() }} AS facts
"""


class Index:
    """Names, titles and quotes of one store."""

    def __init__(self, schema: Schema = SCHEMA) -> None:
        """An index of nothing yet."""
        self._schema = schema
        self._lock = threading.Lock()
        self._state: str | None = None
        self.db = connect()
        self.words = Words()
        self._next = 1
        self._places = np.zeros(0, np.int32)
        self.order = np.zeros(0, np.int32)
        """Entities by their places: the better connected first, then by id."""
        self.kinds = np.zeros(0, np.int32)
        """The kind of the entity at each place, as `code` gives it."""
        self._codes: dict[str, int] = {}

    def code(self, kind: str) -> int:
        """The number of a kind of entities."""
        return self._codes.setdefault(kind, len(self._codes))

    def mask(self, entities: Sequence[int]) -> Mask:
        """Some entities, none of which is gone, by their places."""
        mask = np.zeros(len(self.order), np.bool_)
        mask[self._places[entities]] = True
        return mask

    @contextmanager
    def following(self, store: Store) -> Iterator[Index]:
        """The index as of what the store holds now, for this thread alone.

        Raises `StoreError` as the store does; the next search then tries again.
        """
        with self._lock:
            state = store.state()
            if state != self._state:
                self._state = None
                self._follow(store)
                self._state = state
            yield self

    def _follow(self, store: Store) -> None:
        self.db.execute("BEGIN")
        try:
            self._follow_entities(store.read(entities(self._schema)))
            self._settle()
            self._follow_documents(store)
        finally:
            # What was read is true of the store, even where more could not be read.
            self.db.execute("COMMIT")

    def _follow_entities(self, rows: Iterable[Row]) -> None:
        held = {id_: rest for id_, *rest in self.db.execute(HELD)}
        come: list[tuple[Row, list[str], str]] = []
        changed: list[tuple[int, int]] = []
        for row in rows:
            names = [row["name"], row["acronym"], *(row["aliases"] or ())]
            named = list(dict.fromkeys(name for name in names if name))
            known = SEPARATOR.join([*named, row["sub"] or "", row["country"] or ""])
            n, was, facts = held.get(row["id"], (0, None, None))
            if was == known:
                del held[row["id"]]
                if facts != row["facts"]:
                    changed.append((row["facts"], n))
                continue
            come.append((row, named, known))
            if len(come) == BATCH:
                self._put_entities(come)
                come.clear()
        self._put_entities(come)
        self.db.executemany("UPDATE entities SET facts = ? WHERE n = ?", changed)
        gone = [(n,) for n, *_ in held.values()]
        self.db.executemany("DELETE FROM entities WHERE n = ?", gone)
        self.db.executemany("DELETE FROM forms WHERE entity = ?", gone)
        for index in INDEXES:
            self.db.execute(index)

    def _put_entities(self, come: Sequence[tuple[Row, list[str], str]]) -> None:
        first, self._next = self._next, self._next + len(come)
        self.db.executemany(PUT_ENTITY, (_values(n, *one) for n, one in enumerate(come, first)))
        self.db.executemany(PUT_FORM, self._forms(come, first))

    def _forms(
        self, come: Iterable[tuple[Row, list[str], str]], first: int
    ) -> Iterator[tuple[int, str, str, str, str]]:
        for n, (_, names, _) in enumerate(come, first):
            whole = set[str]()
            for name in names:
                said = words(name)
                yield n, name, " ".join(said), "".join(said), skeleton(said)
                whole.update(said, map(latin, said))
            self.words.add(n, whole - {""})

    def _settle(self) -> None:
        """Give places to all entities, and to those of every word."""
        found = self.db.execute("SELECT n, kind FROM entities ORDER BY facts DESC, id").fetchall()
        self.order = np.array([n for n, _ in found], np.int32)
        self.kinds = np.array([self.code(kind) for _, kind in found], np.int32)
        self._places = np.full(self._next, GONE, np.int32)
        self._places[self.order] = np.arange(len(self.order))
        self.words.settle(self._places, len(self.order))

    def _follow_documents(self, store: Store) -> None:
        held = dict(self.db.execute("SELECT id, fingerprint FROM documents"))
        come = []
        for row in store.read(DOCUMENTS):
            known = held.pop(row["id"], None)
            if known != row["fingerprint"]:
                if known is not None:
                    self._drop_document(row["id"])
                come.append((row["id"], row["fingerprint"]))
        for id_ in held:
            self._drop_document(id_)
        for start in range(0, len(come), BATCH):
            batch = come[start : start + BATCH]
            self._put_documents(store, [id_ for id_, _ in batch])
            self.db.executemany("INSERT INTO documents VALUES (?, ?)", batch)

    def _put_documents(self, store: Store, ids: Sequence[str]) -> None:
        types = [type_.name for type_ in self._schema.types]
        titles = {row["id"]: row for row in store.read(TITLES, {"ids": ids})}
        told = [id_ for id_, row in titles.items() if not row["dataset"]]  # rows are no sentences
        quotes = store.read(QUOTES, {"ids": told, "types": types}) if told else []
        for id_, row in titles.items():
            self._put_text(row, id_, "Document", id_, row["name"])
        for row in quotes:
            if document := titles.get(row["document"]):
                self._put_text(document, row["id"], "Claim", row["document"], row["quote"])

    def _put_text(self, document: Row, id_: str, kind: str, of: str, text: str) -> None:
        n = _number(document["published"], id_) + (TITLES_FROM if id_ == of else 0)
        while self.db.execute("SELECT 1 FROM texts WHERE n = ?", (n,)).fetchone():
            n += 1
        row = (n, id_, kind, of, document["name"], text)
        self.db.execute("INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?)", row)
        self.db.execute("INSERT INTO text_words (rowid, words) VALUES (?, ?)", (n, fold(text)))

    def _drop_document(self, id_: str) -> None:
        rows = self.db.execute("SELECT n, text FROM texts WHERE document = ?", (id_,)).fetchall()
        self.db.executemany(
            "INSERT INTO text_words (text_words, rowid, words) VALUES ('delete', ?, ?)",
            [(n, fold(text)) for n, text in rows],
        )
        self.db.execute("DELETE FROM texts WHERE document = ?", (id_,))
        self.db.execute("DELETE FROM documents WHERE id = ?", (id_,))


_INDEXES: WeakKeyDictionary[Store, Index] = WeakKeyDictionary()
_OPENING = threading.Lock()


def index_of(store: Store) -> Index:
    """The index of a store, which lives as long as that."""
    with _OPENING:
        if store not in _INDEXES:
            _INDEXES[store] = Index()
        return _INDEXES[store]


@lru_cache(maxsize=1 << 10)
def _kind_of_prefix(prefix: str) -> str:
    kind = kind_of(prefix)
    return kind.name if kind else ""


def _values(n: int, row: Row, names: Sequence[str], known: str) -> tuple[object, ...]:
    return (n, _kind(row["id"]), known, *(row[column] for column in COLUMNS))


def _kind(id_: str) -> str:
    return _kind_of_prefix(id_.partition(":")[0])


def _number(published: str | None, id_: str) -> int:
    """The number of a text, which is the same wherever it is indexed."""
    day = int(f"{published or ''}".replace("-", "").ljust(8, "0"))
    return day << HASH_BITS | int(short_hash(id_, length=HASH_BITS // 4), 16)
