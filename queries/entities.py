"""Entities: who is meant, what is known of one, what it is connected to, what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph.identity import kind_of as id_kind
from graph.schema import Schema
from graph.store import Store
from graph.vocabulary import SCHEMA
from queries.claims import CLAIM_ENDS, claim_columns, claim_item
from queries.columns import (
    brief,
    entity_properties,
    fact_of,
    kind_of,
    types_pattern,
)
from queries.errors import Ambiguous, Moved, NotFound
from queries.near import near_entities
from queries.paging import Page, after_key, checked_limit, page

FARTHEST = "\U0010ffff"
"""Sorts after every date and id."""

BY_ID = """
OPTIONAL MATCH (e:Entity {id: $text})
OPTIONAL MATCH (i:Identifier {id: $text})
RETURN e.id AS id, i.entity AS to
"""

BY_NAME = """
MATCH (e:{label})
WHERE toLower(e.name) = toLower($text)
  OR toLower(coalesce(e.acronym, '')) = toLower($text)
  OR any(alias IN coalesce(e.aliases, []) WHERE toLower(alias) = toLower($text))
RETURN e.id AS id, CASE
    WHEN toLower(e.name) = toLower($text) THEN 0
    WHEN toLower(coalesce(e.acronym, '')) = toLower($text) THEN 1
    ELSE 2
  END AS rank
ORDER BY rank, id
LIMIT 20
"""

ENTITY = """
MATCH (e:Entity {id: $id})
RETURN labels(e) AS labels, e.sub AS sub, e.name AS name, properties(e) AS properties,
  COUNT { (e)-[:{types}]-() } AS facts,
  COUNT { (e)<-[:SUBJECT|OBJECT]-() } AS claims,
  COUNT { (e)<-[:MENTIONS]-() } AS documents
"""

NEIGHBOURS = """
MATCH (e:Entity {id: $id})-[f:{types}]-(o:Entity)
WHERE type(f) > $type
  OR (type(f) = $type AND (o.name > $name OR (o.name = $name AND f.id > $fact)))
WITH f, o, type(f) AS type, o.name AS name, f.id AS fact_id
ORDER BY type, name, fact_id
LIMIT $rows
RETURN type, CASE WHEN startNode(f).id = $id THEN 'out' ELSE 'in' END AS direction,
  o.id AS id, labels(o) AS labels, o.name AS name, properties(f) AS fact
ORDER BY type, name, fact_id
"""


def resolve(store: Store, text: str, kinds: Sequence[str] | None = None) -> str:
    """The id of the entity meant by `text`: an id, one merged away, or an exact name.

    A name counts before an acronym, and that before other names; case does not matter. `kinds`
    limits who can be meant. Raises `NotFound`, or `Ambiguous` where several bear the name.
    """
    found = store.read(BY_ID, {"text": text})[0]
    id_ = found["id"] or found["to"]
    what = " or ".join(kinds or ("entity",))
    if id_:
        kind = id_kind(id_)
        if kinds and (kind is None or kind.name not in kinds):
            raise NotFound(what, text, near_entities(store, text, kinds))
        return str(id_)
    rows = []
    for label in kinds or ("Entity",):
        if kinds:
            SCHEMA.kind(label)
        rows += store.read(BY_NAME.replace("{label}", label), {"text": text})
    if not rows:
        raise NotFound(what, text, near_entities(store, text, kinds))
    best = min(row["rank"] for row in rows)
    ids = tuple(row["id"] for row in rows if row["rank"] == best)
    if len(ids) > 1:
        raise Ambiguous("entity", text, ids)
    return str(ids[0])


def canonical(store: Store, id: str) -> str:
    """`id`, where it is that of an entity. Raises `Moved` where it leads to one, or `NotFound`."""
    found = store.read(BY_ID, {"text": id})[0]
    if found["id"]:
        return id
    if found["to"]:
        raise Moved(id, found["to"])
    raise NotFound("entity", id, near_entities(store, id))


def entity(store: Store, id: str, schema: Schema = SCHEMA) -> dict[str, Any]:
    """What is known of one entity: id, kind, sub, name, properties, and how much speaks of it.

    Raises `Moved` for an id that was merged away or is local to a document, or `NotFound`.
    """
    statement = ENTITY.replace("{types}", types_pattern(schema=schema))
    rows = store.read(statement, {"id": id})
    if not rows:
        canonical(store, id)  # says where it is, or that it is nowhere
        raise NotFound("entity", id)
    (row,) = rows
    return {
        "id": id,
        "kind": kind_of(row["labels"], schema),
        "sub": row["sub"],
        "name": row["name"],
        "properties": entity_properties(row["properties"], schema),
        "facts_count": row["facts"],
        "claims_count": row["claims"],
        "documents_count": row["documents"],
    }


def neighbours(
    store: Store,
    id: str,
    *,
    types: Sequence[str] | None = None,
    limit: int = 50,
    after: str | None = None,
    schema: Schema = SCHEMA,
) -> Page:
    """What an entity is connected to by facts, of `types` where given; sorted by type and name.

    Each item: type, direction ("out" where the entity is the subject), entity, fact. Raises
    `Moved`, `NotFound`, `BadArgument`, and `UnknownName` for a type that there is not.
    """
    start = after_key(after, ("", "", ""))
    statement = NEIGHBOURS.replace("{types}", types_pattern(types, schema))
    after_fact = dict(zip(("type", "name", "fact"), start, strict=True))
    rows = store.read(statement, {"id": id, **after_fact, "rows": checked_limit(limit) + 1})
    if not rows:
        canonical(store, id)
    items = [
        {
            "type": row["type"],
            "direction": row["direction"],
            "entity": brief(row, schema),
            "fact": fact_of(row["fact"], schema),
        }
        for row in rows
    ]
    return page(items, limit, lambda i: (i["type"], i["entity"]["name"], i["fact"]["id"]))


def entity_claims(
    store: Store,
    id: str,
    *,
    limit: int = 50,
    after: str | None = None,
    schema: Schema = SCHEMA,
) -> Page:
    """What documents say of an entity or it is said to have said, newest document first.

    Each item is a claim with subject, object and speaker, and its document in short. Raises
    `Moved`, `NotFound` and `BadArgument`.
    """
    canonical(store, id)
    published, claim = after_key(after, (FARTHEST, ""))
    rows = store.read(
        f"""
MATCH (c:Claim)-[:SUBJECT|OBJECT|STATED_BY]->(:Entity {{id: $id}})
MATCH (c)-[:FROM]->(d:Document)
WITH DISTINCT c, d, coalesce(d.published, '') AS published
WHERE published < $published OR (published = $published AND c.id > $claim)
WITH c, d, published
ORDER BY published DESC, c.id
LIMIT $rows
{CLAIM_ENDS}
RETURN {claim_columns(schema)}
ORDER BY coalesce(published, '') DESC, id
""",
        {"id": id, "published": published, "claim": claim, "rows": checked_limit(limit) + 1},
    )
    items = [claim_item(row, schema) for row in rows]
    return page(items, limit, lambda i: (i["document"]["published"] or "", i["id"]))
