"""The tables of an index: SQLite in a temporary file, which goes with the connection."""

from __future__ import annotations

import sqlite3

CACHE_KIB = 32 * 1024
"""What of the file is kept in memory."""

TABLES = """
CREATE TABLE entities (
  n INTEGER PRIMARY KEY, id TEXT, kind TEXT, facts INTEGER, known TEXT,
  name TEXT, sub TEXT, country TEXT
);
CREATE TABLE forms (entity INTEGER, form TEXT, words TEXT, compact TEXT, skeleton TEXT);
CREATE TABLE documents (id TEXT PRIMARY KEY, fingerprint TEXT);
CREATE TABLE texts (n INTEGER PRIMARY KEY, id TEXT, kind TEXT, document TEXT, name TEXT, text TEXT);
CREATE INDEX texts_document ON texts (document);
CREATE VIRTUAL TABLE text_words USING fts5(
  words, content = '', detail = none, tokenize = 'unicode61 remove_diacritics 0'
);
"""

INDEXES = tuple(
    f"CREATE INDEX IF NOT EXISTS {table}_{columns[0]} ON {table} ({', '.join(columns)})"
    for table, *columns in (
        ("entities", "id"),
        ("entities", "country"),
        ("forms", "entity"),
        ("forms", "compact", "entity"),
        ("forms", "skeleton", "entity"),
    )
)
"""On the tables of entities, made when these are filled: so it takes less time."""


def connect() -> sqlite3.Connection:
    """A new database with the tables, for one thread at a time."""
    made = sqlite3.connect("", check_same_thread=False, isolation_level=None)
    made.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    made.execute("PRAGMA journal_mode = OFF")
    made.execute("PRAGMA synchronous = OFF")
    made.executescript(TABLES)
    return made
