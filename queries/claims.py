"""Claims as answers show them."""

from __future__ import annotations

from typing import Any

from graph.schema import Schema
from graph.vocabulary import SCHEMA
from queries.columns import brief, present, qualifier_map

CLAIM_ENDS = """MATCH (c)-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (c)-[:STATED_BY]->(w:Entity)"""
"""The part of a statement that finds subject, object and speaker of the claim `c`."""

ENDS = ("subject", "object", "stated_by")


def claim_columns(schema: Schema = SCHEMA) -> str:
    """The columns that `claim_item` reads, of a claim `c`, its ends and its document `d`."""
    return f"""c.id AS id, c.predicate AS predicate, c.value AS value,
  c.object_phrase AS object_phrase, c.modality AS modality, c.quote AS quote,
  c.char_start AS char_start, c.char_end AS char_end, c.confidence AS confidence,
  c.status AS status, c.extractor AS extractor, c.rule AS rule, c.source AS source,
  c.fact AS fact, c.contradicts AS contradicts, {qualifier_map("c", schema)} AS qualifiers,
  s.id AS subject, labels(s) AS subject_labels, s.name AS subject_name,
  o.id AS object, labels(o) AS object_labels, o.name AS object_name,
  w.id AS stated_by, labels(w) AS stated_by_labels, w.name AS stated_by_name,
  d.id AS document, d.name AS title, d.url AS url, d.publisher AS publisher,
  d.published AS published, d.language AS language"""


def claim_item(row: dict[str, Any], schema: Schema = SCHEMA) -> dict[str, Any]:
    """A claim with its ends and its document in short, from the columns of `claim_columns`.

    `start` and `end` are the offsets of the quote in the document's text.
    """
    item = {
        name: row[name]
        for name in (
            "id",
            "predicate",
            "value",
            "object_phrase",
            "modality",
            "quote",
            "confidence",
            "status",
            "extractor",
            "rule",
            "source",
            "fact",
            "contradicts",
        )
    }
    item["start"], item["end"] = row["char_start"], row["char_end"]
    item["qualifiers"] = present(row["qualifiers"])
    for end in ENDS:
        known = {"id": row[end], "labels": row[f"{end}_labels"], "name": row[f"{end}_name"]}
        item[end] = brief(known, schema) if row[end] else None
    item["document"] = {
        "id": row["document"],
        **{name: row[name] for name in ("title", "url", "publisher", "published", "language")},
    }
    return item
