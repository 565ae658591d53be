"""Documents and claims: what was read, and what it says."""

from __future__ import annotations

from typing import Any

from graph.model import Document
from graph.schema import Schema
from graph.store import Store
from graph.vocabulary import SCHEMA
from queries.claims import CLAIM_ENDS, claim_columns, claim_item
from queries.columns import brief, fact_map, fact_of, kind_of, record_map
from queries.entities import FARTHEST
from queries.errors import NotFound
from queries.paging import Page, after_key, checked_limit, page

HIDDEN = frozenset({"fingerprint"})

MENTIONS = """
MATCH (d:Document {id: $id})-[m:MENTIONS]->(e:Entity)
RETURN e.id AS id, labels(e) AS labels, e.name AS name, m.local AS local, m.name AS said,
  m.forms AS forms, m.count AS count
ORDER BY id, local
"""

BY_ANY_KEY = """
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id
UNION
MATCH (d:Document)
WHERE d.origin = $origin
RETURN d.id AS id
"""

LIST = """
MATCH (d:Document)
WITH d, coalesce(d.published, '') AS day
WHERE day < $day OR (day = $day AND d.id > $id)
RETURN d.id AS id, d.name AS title, d.url AS url, d.publisher AS publisher,
  d.language AS language, d.published AS published, d.dataset AS dataset,
  COUNT { (d)<-[:FROM]-(:Claim) } AS claims
ORDER BY coalesce(published, '') DESC, id
LIMIT $rows
"""


def document(store: Store, id: str, schema: Schema = SCHEMA) -> dict[str, Any]:
    """One document: what is known of it, its text, whom it mentions and what it claims.

    Claims come in the order of the text; `text[start:end]` is the quote. Raises `NotFound`.
    """
    rows = store.read(
        f"MATCH (d:Document {{id: $id}}) RETURN {record_map('d', 'Document', schema)} AS document",
        {"id": id},
    )
    if not rows:
        raise NotFound("document", id)
    known = {k: v for k, v in rows[0]["document"].items() if k not in HIDDEN}
    mentions = [
        {
            "entity": brief(row, schema),
            **{k: row[k] for k in ("local", "said", "forms", "count")},
        }
        for row in store.read(MENTIONS, {"id": id})
    ]
    claims = store.read(
        f"""
MATCH (c:Claim) WHERE c.document = $id
MATCH (c)-[:FROM]->(d:Document)
{CLAIM_ENDS}
RETURN {claim_columns(schema)}
ORDER BY char_start, char_end, id
""",
        {"id": id},
    )
    title = known.pop("name")
    return {
        **known,
        "title": title,
        "mentions": mentions,
        "claims": [claim_item(row, schema) for row in claims],
    }


def document_ids(store: Store, text: str) -> list[str]:
    """The ids of the documents meant by `text`: an id, a source key (URL), or the file they are
    from, from the name of its folder on. Raises `NotFound`."""
    parameters = {"ids": [text, Document(text, "").id], "origin": text}
    found = sorted({row["id"] for row in store.read(BY_ANY_KEY, parameters)})
    if not found:
        raise NotFound("document", text)
    return found


def document_id(store: Store, text: str) -> str:
    """The id of the document meant by `text`, as in `document_ids`; the first of several."""
    return document_ids(store, text)[0]


def documents(store: Store, limit: int = 50, after: str | None = None) -> Page:
    """All documents, newest first, those without a date last. Raises `BadArgument`."""
    day, id_ = after_key(after, (FARTHEST, ""))
    rows = store.read(LIST, {"day": day, "id": id_, "rows": checked_limit(limit) + 1})
    return page(rows, limit, lambda d: (d["published"] or "", d["id"]))


def claim(store: Store, id: str, schema: Schema = SCHEMA) -> dict[str, Any]:
    """One claim with subject, object, speaker and document, and the fact that it supports.

    `supports` and `denies` are facts with their ends, or None. Raises `NotFound`.
    """
    rows = store.read(
        f"""
MATCH (c:Claim {{id: $id}})-[:FROM]->(d:Document)
{CLAIM_ENDS}
RETURN {claim_columns(schema)}
""",
        {"id": id},
    )
    if not rows:
        raise NotFound("claim", id)
    item = claim_item(rows[0], schema)
    for role, held in (("supports", item["fact"]), ("denies", item["contradicts"])):
        item[role] = _fact(store, held, item["predicate"], schema)
    return item


def _fact(store: Store, id: str | None, predicate: str, schema: Schema) -> dict[str, Any] | None:
    """The fact of that id with its ends; None for the common id of attribute claims."""
    if id is None or not schema.is_type(predicate):
        return None
    rows = store.read(
        f"""
MATCH (s:Entity)-[f:{schema.type(predicate).name} {{id: $id}}]->(o:Entity)
RETURN s.id AS s, labels(s) AS s_labels, s.name AS s_name, o.id AS o, labels(o) AS o_labels,
  o.name AS o_name, {fact_map("f", schema)} AS fact
""",
        {"id": id},
    )
    if not rows:
        return None
    row = rows[0]
    ends = {
        role: {"id": row[v], "kind": kind_of(row[f"{v}_labels"], schema), "name": row[f"{v}_name"]}
        for role, v in (("subject", "s"), ("object", "o"))
    }
    return {"type": predicate, **ends, **fact_of(row["fact"], schema)}
