"""A text cut into stretches, each with the mentions that cover it and the claims that end there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.model import Claim, Document, Extraction
from graph.vocabulary import SCHEMA

Row = dict[str, Any]

COLUMNS = (
    "number",
    "subject",
    "predicate",
    "object",
    "modality",
    "stated_by",
    "qualifiers",
    "confidence",
    "status",
    "rule",
    "quote",
)
"""What is shown of a claim."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention: of what kind, the name and id of its entity, and where it begins and ends."""

    kind: str
    name: str
    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters over which nothing begins or ends.

    `opens` and `closes` say whether the mention around them begins or ends with them. `claims`
    are the numbers of the claims whose quote ends here.
    """

    text: str
    mark: Mark | None
    opens: bool
    closes: bool
    quoted: bool
    """Whether some claim quotes it."""
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """A document with its stretches, in order, and its claims as rows, numbered from 1."""

    document: Document
    stretches: tuple[Stretch, ...]
    claims: tuple[Row, ...]


def explained(document: Document, extraction: Extraction) -> Explained:
    """Lay what was read over the text: of mentions within each other the widest, and of claims
    those between entities or with a phrase; what gives a name or a date is left out."""
    names = {entity.id: entity.name for entity in extraction.entities}
    told = sorted(
        (c for c in extraction.claims if SCHEMA.is_type(c.predicate)),
        key=lambda c: (c.start, c.end, c.id),
    )
    rows = tuple(_row(number, claim, names) for number, claim in enumerate(told, 1))
    stretches = tuple(_stretches(document.text, _widest(extraction), told))
    return Explained(document, stretches, rows)


def _widest(extraction: Extraction) -> list[Mark]:
    """The mentions in order, without those inside or across one that begins before."""
    marks = sorted(
        (
            Mark(entity.kind, entity.name, entity.id, m.start, m.end)
            for entity in extraction.entities
            for m in entity.mentions
        ),
        key=lambda mark: (mark.start, -mark.end, mark.kind, mark.id),
    )
    kept: list[Mark] = []
    for mark in marks:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _stretches(text: str, marks: list[Mark], claims: list[Claim]) -> Iterator[Stretch]:
    ends: dict[int, list[int]] = defaultdict(list)
    deeper: dict[int, int] = defaultdict(int)
    for number, claim in enumerate(claims, 1):
        ends[claim.end].append(number)
        deeper[claim.start] += 1
        deeper[claim.end] -= 1
    begins = {mark.start: mark for mark in marks}
    cuts = {0, len(text), *deeper, *begins, *(mark.end for mark in marks)}
    mark, depth, start = None, 0, 0
    for end in sorted(cuts)[1:]:
        depth += deeper.get(start, 0)
        mark = begins.get(start, mark)
        mark = mark if mark is not None and start < mark.end else None
        opens = mark is not None and mark.start == start
        closes = mark is not None and mark.end == end
        yield Stretch(text[start:end], mark, opens, closes, depth > 0, tuple(ends.get(end, ())))
        start = end


def _row(number: int, claim: Claim, names: dict[str, str]) -> Row:
    """A claim as people read it."""
    return {
        "number": number,
        "subject": names.get(claim.subject, claim.subject),
        "predicate": claim.predicate,
        "object": names.get(claim.object or "", claim.object or claim.object_phrase),
        "modality": claim.modality,
        "stated_by": names.get(claim.stated_by or "", claim.stated_by),
        "qualifiers": dict(claim.qualifiers),
        "confidence": claim.confidence,
        "status": claim.status,
        "rule": claim.rule,
        "quote": claim.quote,
    }
