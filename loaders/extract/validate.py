"""The check that everything extracted passes before it goes any further."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from graph.model import Claim, Document, Entity, Extraction
from graph.vocabulary import SCHEMA

KINDS = frozenset(kind.name for kind in SCHEMA.kinds)


@dataclass(frozen=True, slots=True)
class Checked:
    """What passed, and how many claims and mentions were dropped, by reason."""

    extraction: Extraction
    dropped: Counter[str] = field(default_factory=Counter)


def validate(document: Document, extraction: Extraction) -> Checked:
    """Drop what does not stand in the text or what the schema does not allow, and count it."""
    dropped: Counter[str] = Counter()
    entities = []
    for entity in extraction.entities:
        exact = tuple(
            m for m in entity.mentions if document.text[m.start : m.end] == m.text and m.text
        )
        dropped["mention is not at its offsets"] += len(entity.mentions) - len(exact)
        if exact and _known_kind(entity):
            whole = len(exact) == len(entity.mentions)
            entities.append(entity if whole else replace(entity, mentions=exact))
        else:
            dropped["entity without a mention or of unknown kind"] += 1
    kinds = {entity.id: entity.kind for entity in entities}
    claims, document_id = [], document.id
    for claim in extraction.claims:
        if claim.document != document_id:
            dropped["claim of another document"] += 1
        elif faults := list(_faults(document.text, claim, kinds)):
            dropped.update(faults)
        else:
            claims.append(claim)
    return Checked(Extraction(tuple(entities), tuple(claims)), +dropped)


def _known_kind(entity: Entity) -> bool:
    return entity.kind in KINDS


def _faults(text: str, claim: Claim, kinds: dict[str, str]) -> Iterator[str]:
    """What is wrong with a claim on a text, in words."""
    if not claim.quote or text[claim.start : claim.end] != claim.quote:
        yield "quote is not at its offsets"
    for end in (claim.subject, claim.object, claim.stated_by):
        if end is not None and end not in kinds:
            yield "claim about an unknown entity"
            return
    if (claim.object, claim.value, claim.object_phrase).count(None) != 2:
        yield "claim needs one of object, value and object_phrase"
    if SCHEMA.is_type(claim.predicate) == (claim.value is not None):
        yield "a value goes with a property, an object with a relationship type"
    object_kind = kinds[claim.object] if claim.object else None
    yield from SCHEMA.faults(
        claim.predicate,
        kinds[claim.subject],
        object_kind,
        claim.modality,
        claim.qualifiers,
        claim.value,
    )
