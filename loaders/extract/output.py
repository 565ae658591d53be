"""What was extracted, as JSON: one object a document."""

from __future__ import annotations

from graph.model import Claim, Document, Entity, Extraction

Json = dict[str, object]


def as_json(document: Document, extraction: Extraction) -> Json:
    """The object that `cybercoop extract` prints for a document.

    `id` is the document's source key. Keys that would be empty are left out of claims.
    """
    return {
        "id": document.source,
        "entities": [_entity(e) for e in extraction.entities],
        "claims": [_claim(c) for c in extraction.claims],
    }


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "type": entity.kind,
        "name": entity.name,
        **({"sub": entity.sub} if entity.sub else {}),
        **({"keys": list(entity.keys)} if entity.keys else {}),
        "mentions": [{"text": m.text, "start": m.start, "end": m.end} for m in entity.mentions],
    }


def _claim(claim: Claim) -> Json:
    optional = {
        "object": claim.object,
        "value": claim.value,
        "object_phrase": claim.object_phrase,
        "stated_by": claim.stated_by,
    }
    return {
        "predicate": claim.predicate,
        "subject": claim.subject,
        **{name: value for name, value in optional.items() if value is not None},
        "modality": claim.modality,
        "qualifiers": {
            k: list(v) if isinstance(v, tuple) else v for k, v in claim.qualifiers.items()
        },
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "confidence": claim.confidence,
        "rule": claim.rule,
    }
