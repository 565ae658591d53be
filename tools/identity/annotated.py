"""Annotated documents as what an extractor would have read in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.identity import local_id
from graph.model import Claim, Document, Entity, Extraction, Mention, Scalar

PROPERTIES = {
    "country": "country",
    "number": "number",
    "year": "year",
    "place": "place",
    "start": "starts",
    "end": "ends",
    "sub": "sub",
}
"""Fields of annotated entities, by the property they state."""

BY_KIND = {"date": {"Agreement": "signed", "Event": "starts", "Law": "year", "Strategy": "since"}}


def document_of(gold: dict[str, Any]) -> Document:
    """The document of an annotated text."""
    known: dict[str, Any] = {k: gold.get(k) for k in ("url", "publisher", "language", "published")}
    return Document(gold["id"], gold["text"], gold.get("title") or "", **known)


def extraction_of(gold: dict[str, Any]) -> tuple[Document, Extraction, dict[str, str]]:
    """The document, what is annotated in it, and by key the ids of its entities.

    English names that annotators added (`name_en`) are left out: no text has them.
    """
    document = document_of(gold)
    ids = {e["key"]: _id(e, document) for e in gold["entities"]}
    entities = tuple(_entity(e, ids[e["key"]], document.text) for e in gold["entities"])
    claims = (
        *(c for e in gold["entities"] for c in _attributes(e, ids[e["key"]], document)),
        *(_claim(c, ids, document) for c in gold["claims"] if c.get("object")),
    )
    return document, Extraction(entities, tuple({c.id: c for c in claims}.values())), ids


def _id(entity: dict[str, Any], document: Document) -> str:
    if entity["type"] in ("Country", "Topic"):
        return str(entity.get("id") or f"topic:{entity['name']}")
    at = hash_place(entity, document)
    return local_id(entity["type"], entity["name"], document.id, at)


def hash_place(entity: dict[str, Any], document: Document) -> int:
    """The first mention of an entity; entities that share it are told apart by their name."""
    spots = [document.text.find(m) for m in entity.get("mentions", ())]
    return min((s for s in spots if s >= 0), default=0)


def _entity(entity: dict[str, Any], id_: str, text: str) -> Entity:
    mentions = tuple(
        Mention(m, text.find(m), text.find(m) + len(m))
        for m in entity.get("mentions", ())
        if m in text
    )
    keys = (id_,) if entity["type"] in ("Country", "Topic") else ()
    return Entity(id_, entity["type"], entity["name"], mentions, entity.get("sub"), keys)


def _attributes(entity: dict[str, Any], id_: str, document: Document) -> Iterator[Claim]:
    if entity["type"] in ("Country", "Topic"):
        return
    quote = next((m for m in entity.get("mentions", ()) if m in document.text), document.text[:1])
    at = document.text.find(quote)
    values: dict[str, Scalar] = {"name": entity["name"]}
    for field, prop in PROPERTIES.items():
        if (value := entity.get(field)) is not None:
            values[prop] = f"country:{value}" if prop == "country" else str(value)
    if "date" in entity and entity["type"] in BY_KIND["date"]:
        values[BY_KIND["date"][entity["type"]]] = str(entity["date"])
    for prop, value in values.items():
        yield Claim(document.id, prop, id_, quote, at, at + len(quote), value=value)


def _claim(claim: dict[str, Any], ids: dict[str, str], document: Document) -> Claim:
    quote = claim["quote"]
    at = max(document.text.find(quote), 0)
    qualifiers = {
        k: tuple(v) if isinstance(v, list) else v
        for k, v in (claim.get("qualifiers") or {}).items()
    }
    return Claim(
        document.id,
        claim["predicate"],
        ids[claim["subject"]],
        quote,
        at,
        at + len(quote),
        object=ids[claim["object"]],
        modality=claim["modality"],
        qualifiers=qualifiers,
    )
