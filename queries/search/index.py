"""What a store says of names, titles and quotes, kept where it can be searched.

The index belongs to this process. Every search asks the store for its state first; where that is
another than the index was made from, what has changed is read before it answers. So it is as new
as the store, whoever has written there.
"""

from __future__ import annotations

import sqlite3
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from weakref import WeakKeyDictionary

from graph.identity import kind_of
from graph.model import short_hash
from graph.schema import Schema
from graph.store import Row, Store
from graph.vocabulary import SCHEMA
from queries.columns import types_pattern
from queries.search.folding import fold, latin, skeleton, words
from queries.search.tables import connect

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

BETWEEN = " | "
"""Between the names of an entity where their words are kept; itself no word."""

BATCH = 1000
"""Documents whose quotes are read at once."""

COLUMNS = ("id", "facts", "name", "sub", "country")

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
        self._db = connect()
        self.vocabulary: defaultdict[int, list[str]] = defaultdict(list)
        """Folded words of names by their length; some may be of names that are gone."""
        self._known: set[str] = set()

    @contextmanager
    def following(self, store: Store) -> Iterator[sqlite3.Connection]:
        """The tables as of what the store holds now, for this thread alone.

        Raises `StoreError` as the store does; the next search then tries again.
        """
        with self._lock:
            state = store.state()
            if state != self._state:
                self._state = None
                self._follow(store)
                self._state = state
            yield self._db

    def _follow(self, store: Store) -> None:
        self._db.execute("BEGIN")
        try:
            self._follow_entities(store.read(entities(self._schema)))
            self._follow_documents(store)
        finally:
            # What was read is true of the store, even where more could not be read.
            self._db.execute("COMMIT")

    def _follow_entities(self, rows: Iterable[Row]) -> None:
        db = self._db
        held = {id_: rest for id_, *rest in db.execute("SELECT id, n, known, facts FROM entities")}
        first = next(db.execute("SELECT coalesce(max(n), 0) + 1 FROM entities"))[0]
        come: list[tuple[Row, list[str], str]] = []
        for row in rows:
            names = [row["name"], row["acronym"], *(row["aliases"] or ())]
            named = list(dict.fromkeys(name for name in names if name))
            known = SEPARATOR.join([*named, row["sub"] or "", row["country"] or ""])
            n, was, facts = held.pop(row["id"], (None, None, None))
            if was != known:
                if n is not None:
                    self._drop_entity(n)
                come.append((row, named, known))
            elif facts != row["facts"]:
                db.execute("UPDATE entities SET facts = ? WHERE n = ?", (row["facts"], n))
        for n, _, _ in held.values():
            self._drop_entity(n)
        for n, (row, named, known) in enumerate(come, first):
            self._put_entity(n, row, named, known)

    def _put_entity(self, n: int, row: Row, names: Sequence[str], known: str) -> None:
        values = (n, _kind(row["id"]), known, *(row[c] for c in COLUMNS))
        self._db.execute(
            f"INSERT INTO entities (n, kind, known, {', '.join(COLUMNS)}) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        )
        forms = [(name, words(name)) for name in names]
        self._db.executemany(
            "INSERT INTO forms VALUES (?, ?, ?, ?)",
            [(n, name, "".join(said), skeleton(said)) for name, said in forms],
        )
        written = dict.fromkeys(" ".join(said) for _, said in forms)
        written |= dict.fromkeys(map(latin, written))
        self._db.execute(
            "INSERT INTO entity_words (rowid, words) VALUES (?, ?)", (n, BETWEEN.join(written))
        )
        for word in {word for said in written for word in said.split()} - self._known:
            self._known.add(word)
            self._db.execute("INSERT INTO vocabulary VALUES (?, ?)", (word, skeleton((word,))))
            self.vocabulary[len(word)].append(word)

    def _drop_entity(self, n: int) -> None:
        for statement in (
            "DELETE FROM entities WHERE n = ?",
            "DELETE FROM forms WHERE entity = ?",
            "DELETE FROM entity_words WHERE rowid = ?",
        ):
            self._db.execute(statement, (n,))

    def _follow_documents(self, store: Store) -> None:
        held = dict(self._db.execute("SELECT id, fingerprint FROM documents"))
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
            self._db.executemany("INSERT INTO documents VALUES (?, ?)", batch)

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
        while self._db.execute("SELECT 1 FROM texts WHERE n = ?", (n,)).fetchone():
            n += 1
        row = (n, id_, kind, of, document["name"], text)
        self._db.execute("INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?)", row)
        self._db.execute("INSERT INTO text_words (rowid, words) VALUES (?, ?)", (n, fold(text)))

    def _drop_document(self, id_: str) -> None:
        rows = self._db.execute("SELECT n, text FROM texts WHERE document = ?", (id_,)).fetchall()
        self._db.executemany(
            "INSERT INTO text_words (text_words, rowid, words) VALUES ('delete', ?, ?)",
            [(n, fold(text)) for n, text in rows],
        )
        self._db.execute("DELETE FROM texts WHERE document = ?", (id_,))
        self._db.execute("DELETE FROM documents WHERE id = ?", (id_,))


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


def _kind(id_: str) -> str:
    return _kind_of_prefix(id_.partition(":")[0])


def _number(published: str | None, id_: str) -> int:
    """The number of a text, which is the same wherever it is indexed."""
    day = int(f"{published or ''}".replace("-", "").ljust(8, "0"))
    return day << HASH_BITS | int(short_hash(id_, length=HASH_BITS // 4), 16)
