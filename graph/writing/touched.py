"""What a change has touched and must be looked at again before it is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.facts import attribute_id, contradicts, supports
from graph.model import Evidence, Judgement
from graph.schema import Schema
from graph.store.base import Row


@dataclass(slots=True)
class Touched:
    """Facts (with types), properties, entities, ids that may be unused, and judgements."""

    schema: Schema
    facts: dict[str, str] = field(default_factory=dict)
    attributes: set[tuple[str, str]] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    judgements: dict[str, Judgement] = field(default_factory=dict)

    def claims(self, rows: Iterable[Row]) -> None:
        """Note stored claims: rows with predicate, fact, contradicts and subject."""
        for row in rows:
            if self.schema.is_type(row["predicate"]):
                for fact in (row["fact"], row["contradicts"]):
                    if fact is not None:
                        self.facts[fact] = row["predicate"]
            elif row["fact"] is not None:
                self.attributes.add((row["subject"], row["predicate"]))

    def evidence(self, evidence: Evidence) -> tuple[str | None, str | None]:
        """Note a claim; give the ids of the fact that it supports and of the one it denies."""
        claim = evidence.claim
        if claim.value is not None:
            if claim.status != "accepted":
                return None, None
            self.attributes.add((evidence.subject, claim.predicate))
            return attribute_id(evidence.subject, claim.predicate), None
        supported = supports(evidence, self.schema)
        denied = contradicts(evidence, self.schema)
        for statement in (supported, denied):
            if statement is not None:
                self.facts[statement.id] = statement.type
        return (supported.id if supported else None, denied.id if denied else None)
