"""Accepted claims become facts, and attribute claims become properties: pure functions.

What a claim makes is decided by the table of modalities of the schema alone. Neither the order
of claims nor that of loading matters: every choice between values has a total order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.model import Claim, Evidence, Fact, Qualifiers, Scalar, short_hash
from graph.qualified import qualifying, with_more
from graph.schema import Schema
from graph.vocabulary import SCHEMA
from graph.weights import Support, ranked, weigh


@dataclass(frozen=True, slots=True)
class Statement:
    """What a claim supports: the four that make a fact's id, and the qualifiers it brings."""

    type: str
    subject: str
    object: str
    modality: str
    qualifiers: Qualifiers

    @property
    def id(self) -> str:
        """`fact:` and a hash of subject, type, object and modality."""
        return f"fact:{short_hash(self.subject, self.type, self.object, self.modality)}"


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property of an entity as its claims have it: `value` is preferred, `values` are all.

    `many` says that the property holds a list.
    """

    entity: str
    name: str
    value: Scalar
    values: tuple[Scalar, ...]
    many: bool
    disputed: bool


def attribute_id(entity: str, name: str) -> str:
    """The id that attribute claims on one property of one entity have in common."""
    return f"attribute:{short_hash(entity, name)}"


def supports(evidence: Evidence, schema: Schema = SCHEMA) -> Statement | None:
    """The statement that a claim makes a fact of; None where it makes none."""
    claim = evidence.claim
    makes = schema.modality(claim.modality).makes
    if claim.status != "accepted" or evidence.object is None or not schema.is_type(claim.predicate):
        return None
    if makes is not None and claim.predicate not in makes:
        return None
    qualifiers = {**claim.qualifiers, **implied(claim, schema)}
    return _statement(evidence, claim.modality, qualifiers, schema)


def implied(claim: Claim, schema: Schema = SCHEMA) -> Qualifiers:
    """Qualifiers that a statement has by its modality, whatever the claim says of them."""
    makes = schema.modality(claim.modality).makes
    return makes.get(claim.predicate, {}) if makes is not None else {}


def contradicts(evidence: Evidence, schema: Schema = SCHEMA) -> Statement | None:
    """The statement, of modality `fact`, that an accepted claim of modality `denied` denies."""
    claim = evidence.claim
    if claim.status != "accepted" or claim.modality != "denied" or evidence.object is None:
        return None
    return _statement(evidence, "fact", claim.qualifiers, schema)


def _statement(
    evidence: Evidence, modality: str, qualifiers: Qualifiers, schema: Schema
) -> Statement:
    assert evidence.object is not None
    ends = (evidence.subject, evidence.object)
    if schema.type(evidence.claim.predicate).mutual:
        ends = (min(ends), max(ends))
    return Statement(evidence.claim.predicate, *ends, modality, qualifiers)


def project(
    supporting: Iterable[Evidence], denying: Iterable[Evidence] = (), schema: Schema = SCHEMA
) -> Fact | None:
    """The fact that claims make together; None without a supporting claim.

    All of `supporting` must support one statement, and all of `denying` contradict it.
    """
    pairs = [(e, s) for e in supporting if (s := supports(e, schema)) is not None]
    if not pairs:
        return None
    statement = pairs[0][1]
    best = min((e for e, _ in pairs), key=preference)
    qualified = {
        name: with_more(supports, schema.qualifiers[name]) for name, supports in said(pairs).items()
    }
    dates = sorted(e.published for e, _ in pairs if e.published)
    denied = any(_denies(e, [s.qualifiers for _, s in pairs], schema) for e in denying)
    fact = Fact(
        id=statement.id,
        type=statement.type,
        subject=statement.subject,
        object=statement.object,
        modality=statement.modality,
        claims=len(pairs),
        sources=len({e.claim.document for e, _ in pairs}),
        independent=len({e.original for e, _ in pairs}),
        confidence=best.claim.confidence,
        first_reported=dates[0] if dates else None,
        last_reported=dates[-1] if dates else None,
        quote=best.claim.quote,
        url=best.url,
        source=best.source,
        claim=best.claim.id,
        disputed=False,
    )
    return qualifying(fact, qualified, schema, denied=denied)


def said(pairs: Iterable[tuple[Evidence, Statement]]) -> dict[str, list[Support]]:
    """What claims, each with the statement that it supports, say of each qualifier."""
    found: dict[str, list[Support]] = defaultdict(list)
    for evidence, statement in pairs:
        for name, value in statement.qualifiers.items():
            for single in value if isinstance(value, tuple) else (value,):
                found[name].append(_support(single, evidence))
    return found


def attribute(
    evidences: Iterable[Evidence], kind: str, schema: Schema = SCHEMA
) -> Attribute | None:
    """The property that attribute claims on one property of one entity make; None without one.

    A property that holds a list is never disputed; a name is not either: other names are aliases.
    """
    accepted = [
        e
        for e in evidences
        if e.claim.status == "accepted" and e.claim.modality == "fact" and e.claim.value is not None
    ]
    if not accepted:
        return None
    supports = [_support(e.claim.value, e) for e in accepted if e.claim.value is not None]
    first = accepted[0]
    return preferred(first.subject, first.claim.predicate, supports, kind, schema)


def preferred(
    entity: str, name: str, supports: Iterable[Support], kind: str, schema: Schema = SCHEMA
) -> Attribute | None:
    """The property `name` of an entity of `kind` by what supports its values; None without any."""
    declared = schema.property_of(kind, name)
    weights = weigh(supports, dated=declared.type == "date")
    if not weights:
        return None
    values = ranked(weights, dated=declared.type == "date")
    disputed = not declared.many and name != "name" and len(values) > 1
    return Attribute(entity, name, values[0], tuple(values), declared.many, disputed)


def _support(value: Scalar, evidence: Evidence) -> Support:
    return Support(value, evidence.original, evidence.claim.confidence, evidence.dataset)


def preference(evidence: Evidence) -> tuple[float, bool, str, str]:
    """Sorts the best claim first: surest, a text before a dataset, earliest, smallest id."""
    claim = evidence.claim
    return (-claim.confidence, evidence.dataset, evidence.published or "9999", claim.id)


def _denies(denial: Evidence, supported: list[Qualifiers], schema: Schema) -> bool:
    """Whether a denial is about what is claimed: "has not ratified" does not deny "has signed"."""
    limited = {
        name: value
        for name, value in denial.claim.qualifiers.items()
        if schema.qualifiers[name].values
    }
    return any(
        all(q.get(name, value) == value for name, value in limited.items()) for q in supported
    )
