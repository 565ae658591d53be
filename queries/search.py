"""Finding entities by their names."""

from __future__ import annotations

from typing import Any

from graph.schema import Schema
from graph.store import Store
from graph.vocabulary import SCHEMA
from queries.columns import brief, types_pattern
from queries.entities import resolve
from queries.errors import BadArgument
from queries.paging import Page, after_key, checked_limit, page

LONGEST = 200

MATCHES = ("exact", "prefix", "contains")


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
    """Entities whose name, acronym or another name is `text`, begins with it or contains it.

    Exact ones first, then the better connected. `kind` limits to a kind, `country` (id or name)
    to what belongs to a country, and that country. Each item: id, kind, sub, name, country, facts
    (how many), match ("exact", "prefix" or "contains"). Raises `BadArgument`, `UnknownName` for a
    kind that there is not, `NotFound` for an unknown country.
    """
    text = text.strip()
    if not text or len(text) > LONGEST:
        raise BadArgument("text", f"must have from 1 to {LONGEST} characters")
    rank, facts, id_ = after_key(after, (-1, 0, ""))
    rows = store.read(
        _statement(schema.kind(kind).name if kind else "Entity", schema),
        {
            "text": text,
            "country": resolve(store, country, ("Country",)) if country else None,
            "rank": rank,
            "facts": facts,
            "id": id_,
            "rows": checked_limit(limit) + 1,
        },
    )
    items = [_item(row, schema) for row in rows]
    return page(items, limit, lambda i: (MATCHES.index(i["match"]), i["facts"], i["id"]))


def _statement(label: str, schema: Schema) -> str:
    return f"""
MATCH (e:{label})
WHERE $country IS NULL OR e.country = $country OR e.id = $country
WITH e, toLower($text) AS text,
  [n IN [e.name, e.acronym] + coalesce(e.aliases, []) WHERE n IS NOT NULL | toLower(n)] AS names
WITH e, CASE
    WHEN any(n IN names WHERE n = text) THEN 0
    WHEN any(n IN names WHERE n STARTS WITH text) THEN 1
    WHEN any(n IN names WHERE n CONTAINS text) THEN 2
  END AS rank
WHERE rank IS NOT NULL
WITH e, rank, COUNT {{ (e)-[:{types_pattern(schema=schema)}]-(:Entity) }} AS facts
WHERE rank > $rank OR (rank = $rank AND (facts < $facts OR (facts = $facts AND e.id > $id)))
RETURN e.id AS id, labels(e) AS labels, e.name AS name, e.sub AS sub, e.country AS country,
  rank, facts
ORDER BY rank, facts DESC, id
LIMIT $rows
"""


def _item(row: dict[str, Any], schema: Schema) -> dict[str, Any]:
    more = {name: row[name] for name in ("sub", "country", "facts")}
    return {**brief(row, schema), **more, "match": MATCHES[row["rank"]]}
