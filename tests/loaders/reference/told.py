"""What datasets say of an entity."""

from __future__ import annotations

from graph.model import Claim, Document, Extraction

Loaded = dict[str, tuple[Document, Extraction]]


def claims(loaded: Loaded, name: str, subject: str, *predicates: str) -> list[Claim]:
    return [
        claim
        for claim in loaded[name][1].claims
        if claim.subject == subject and (not predicates or claim.predicate in predicates)
    ]


def said(found: list[Claim]) -> set[tuple[str, object]]:
    return {(claim.predicate, claim.object or claim.value) for claim in found}
