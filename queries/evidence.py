"""The sentences behind facts and claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.store import Row, Store

COLUMNS = """MATCH (c)-[:FROM]->(d:Document)
OPTIONAL MATCH (c)-[:STATED_BY]->(w:Entity)
RETURN id, c.id AS claim, c.quote AS quote, d.id AS document, d.name AS title, d.url AS url,
  d.publisher AS publisher, d.published AS published, d.language AS language,
  w.name AS stated_by, w.id AS stated_by_id, c.modality AS modality,
  c.char_start AS char_start, c.char_end AS char_end, c.source AS source
"""

OF_FACTS = f"""
UNWIND $ids AS id
MATCH (c:Claim) WHERE c.fact = id
{COLUMNS}UNION
UNWIND $ids AS id
MATCH (c:Claim) WHERE c.contradicts = id
{COLUMNS}"""

OF_CLAIMS = f"""
UNWIND $ids AS id
MATCH (c:Claim {{id: id}})
{COLUMNS}"""


def evidence(
    store: Store, facts: Iterable[str] = (), claims: Iterable[str] = ()
) -> dict[str, list[dict[str, Any]]]:
    """By id of fact or claim: the claims behind it, those that deny it among them.

    Each has claim, quote, document, title, url, publisher, published, language, stated_by,
    modality, start and end (offsets in the document's text), and source for datasets. Newest
    documents come first.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for statement, ids in ((OF_FACTS, facts), (OF_CLAIMS, claims)):
        wanted = sorted(set(ids))
        for row in store.read(statement, {"ids": wanted}) if wanted else []:
            found.setdefault(row["id"], []).append(_item(row))
    return {id_: sorted(items, key=_order, reverse=True) for id_, items in found.items()}


def sentences(items: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The items that a person has to read, in their order: each sentence of a document once.

    Claims that rest on the same words, or on a part of them, are left out.
    """
    items = list(items)
    kept: list[int] = []
    for i in sorted(range(len(items)), key=lambda i: -len(items[i]["quote"])):
        if not any(_within(items[i], items[other]) for other in kept):
            kept.append(i)
    return [items[i] for i in sorted(kept)]


def _within(item: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return item["document"] == other["document"] and item["quote"] in other["quote"]


def _item(row: Row) -> dict[str, Any]:
    item = {name: row[name] for name in row if name not in {"id", "char_start", "char_end"}}
    return {**item, "start": row["char_start"], "end": row["char_end"]}


def _order(item: dict[str, Any]) -> tuple[str, str]:
    return (item["published"] or "", item["claim"])
