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
    """Facts and properties to project from all their claims, and those that gain or lose some.

    `facts` maps ids to types; `grown` and `shrunk` map ids of facts to the claims that come and
    go, and `kept` to those of the same documents that stay. `gained` and `lost` are attribute
    claims that come and go. `twins` has the stored documents whose text is that of one from which
    claims come, by the hash of the text. `leaving` are rows of mentions taken out; `names` pairs
    entities with names by which texts call them from now on (False) or no longer (True).
    """

    schema: Schema
    facts: dict[str, str] = field(default_factory=dict)
    grown: dict[str, list[Evidence]] = field(default_factory=dict)
    shrunk: dict[str, list[Evidence]] = field(default_factory=dict)
    kept: dict[str, list[Evidence]] = field(default_factory=dict)
    attributes: set[tuple[str, str]] = field(default_factory=set)
    gained: list[Evidence] = field(default_factory=list)
    lost: list[Evidence] = field(default_factory=list)
    twins: dict[str, set[str]] = field(default_factory=dict)
    names: set[tuple[str, str, bool]] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)
    leaving: list[Row] = field(default_factory=list)
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

    def evidence(self, evidence: Evidence, *, gain: bool = False) -> tuple[str | None, str | None]:
        """Note a claim; give the ids of the fact that it supports and of the one it denies.

        `gain` says that it comes, and that its document is no copy and not copied.
        """
        claim = evidence.claim
        if claim.value is not None:
            if claim.status != "accepted":
                return None, None
            if gain:
                self.gained.append(evidence)
            else:
                self.attributes.add((evidence.subject, claim.predicate))
            return attribute_id(evidence.subject, claim.predicate), None
        supported = supports(evidence, self.schema)
        denied = contradicts(evidence, self.schema)
        if supported is not None and gain:
            self.grown.setdefault(supported.id, []).append(evidence)
        elif supported is not None:
            self.facts[supported.id] = supported.type
        if denied is not None:
            self.facts[denied.id] = denied.type
        return (supported.id if supported else None, denied.id if denied else None)

    def stays(self, evidence: Evidence, fact: str | None) -> None:
        """Note a claim of a document that is replaced, which supports a fact as it did."""
        if fact is not None:
            self.kept.setdefault(fact, []).append(evidence)

    def goes(self, evidence: Evidence) -> None:
        """Note a claim that is gone, of a document that shares its origin with no other."""
        if evidence.claim.value is not None:
            if evidence.claim.status == "accepted":
                self.lost.append(evidence)
            return
        supported = supports(evidence, self.schema)
        denied = contradicts(evidence, self.schema)
        if supported is not None:
            self.shrunk.setdefault(supported.id, []).append(evidence)
        if denied is not None:
            self.facts[denied.id] = denied.type
