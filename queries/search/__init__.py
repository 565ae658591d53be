"""Finding entities by their names, documents by their titles and claims by their quotes."""

from __future__ import annotations

import sqlite3
from typing import Any

from graph.schema import Schema, UnknownName
from graph.store import Store
from graph.vocabulary import SCHEMA
from queries.entities import resolve
from queries.errors import BadArgument
from queries.paging import Page, checked_limit, page
from queries.search.index import index_of
from queries.search.lookup import EXACT, PREFIX, QUOTE, TITLE, WORDS, Found, Lookup, place
from queries.search.query import Query
from queries.search.snippets import Wanted

LONGEST = 200

MATCHES = {EXACT: "exact", PREFIX: "prefix", WORDS: "words", TITLE: "title", QUOTE: "quote"}
"""How a hit of a rank was found; all others are fuzzy, or have some of the words only."""

RECORDS = ("Document", "Claim")


def search(
    store: Store,
    text: str,
    *,
    kind: str | None = None,
    country: str | None = None,
    limit: int = 20,
    after: str | None = None,
    schema: Schema = SCHEMA,
) -> Page:
    """What is called `text` or something like it, and documents and claims with its words.

    Case, diacritics, spaces and signs do not matter. First come entities one of whose names is
    `text` ("exact"), begins with it ("prefix"), has a word for each of its words that begins so
    ("words"), or is nearly that by its letters or its sound, in any script ("fuzzy"); of each
    sort the better connected first. Then documents by their titles ("title") and accepted claims
    by their quotes ("quote"), the newest first. Where there is nothing of all this, entities with
    half of the words are given ("partly").

    `kind` limits to a kind of entities, or to Document or Claim; `country` (id or name) to
    entities that belong to a country, and that country. Each item: id, kind, sub, name (of a
    claim: its document's), country, facts (how many), match, snippet (the name, title or part of
    the quote that fits), marks (pairs of offsets in the snippet, of what fits).

    Raises `BadArgument`, `UnknownName` for a kind that there is not, `NotFound` for an unknown
    country.
    """
    text = text.strip()
    if not text or len(text) > LONGEST:
        raise BadArgument("text", f"must have from 1 to {LONGEST} characters")
    known = {k.name for k in schema.kinds} | set(RECORDS)
    if kind is not None and kind not in known:
        raise UnknownName("kind", kind, list(known))
    rows = checked_limit(limit) + 1
    query = Query.of(text)
    of = resolve(store, country, ("Country",)) if country else None
    if not query.words:
        return Page([], None)
    start = place(after)
    with index_of(store).following(store) as index:
        found, near = Lookup(index, query, kind, of, start, rows).hits()
        wanted = Wanted(query, near)
        hits = [(_item(hit, wanted, index.db), hit.place) for hit in found]
    places = {item["id"]: place for item, place in hits}
    return page([item for item, _ in hits], limit, lambda item: places[item["id"]])


def _item(hit: Found, wanted: Wanted, db: sqlite3.Connection) -> dict[str, Any]:
    if hit.text is None:
        forms = db.execute("SELECT form FROM forms WHERE entity = ? ORDER BY rowid", (hit.n,))
        snippet, marks = wanted.best([form for (form,) in forms])
    else:
        snippet, marks = wanted.snippet(hit.text)
    return {
        "id": hit.id,
        "kind": hit.kind,
        "name": hit.name,
        "sub": hit.sub,
        "country": hit.country,
        "facts": hit.facts,
        "match": MATCHES.get(hit.place[0], "fuzzy" if hit.place[0] < TITLE else "partly"),
        "snippet": snippet,
        "marks": marks,
    }
