"""Accepted claims become facts, and attribute claims become properties: pure functions.

What a claim makes is decided by the table of modalities of the schema alone. Neither the order
of claims nor that of loading matters: every choice between values has a total order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.model import Evidence, Fact, Qualifiers, Scalar, Value, short_hash
from graph.schema import Qualifier, Schema
from graph.vocabulary import SCHEMA


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
class Support:
    """That a document, or one that it is a copy of, gives a value."""

    value: Scalar
    original: str
    confidence: float
    dataset: bool = False


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
    instead = makes[claim.predicate] if makes is not None else {}
    return _statement(evidence, claim.modality, {**claim.qualifiers, **instead}, schema)


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
    best = min((e for e, _ in pairs), key=_preference)
    values, alternatives, differs = _qualifiers(pairs, schema)
    dates = sorted(e.published for e, _ in pairs if e.published)
    denied = any(_denies(e, [s.qualifiers for _, s in pairs], schema) for e in denying)
    return Fact(
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
        claim=best.claim.id,
        disputed=differs or denied,
        qualifiers=values,
        alternatives=alternatives,
    )


def extend(
    fact: Fact,
    published: str | None,
    dataset: bool,
    gained: Sequence[Evidence],
    schema: Schema = SCHEMA,
) -> Fact | None:
    """The fact that `project` would give with `gained` added; None where it takes all its claims.

    `published` and `dataset` are those of the document of the fact's best claim. The documents of
    `gained` must be new to the fact and copies of none that it rests on, nothing may deny the
    fact, and every one of `gained` must support it. More support for what is preferred already
    leaves it preferred, so only claims that bring other values need the claims there were.
    """
    statements = [s for e in gained if (s := supports(e, schema)) is not None]
    qualifiers = _extended(fact.qualifiers, [s.qualifiers for s in statements], schema)
    if qualifiers is None:
        return None
    best = min(gained, key=_preference)
    if _preference(best) < (-fact.confidence, dataset, published or "9999", fact.claim):
        fact = replace(
            fact,
            confidence=best.claim.confidence,
            quote=best.claim.quote,
            url=best.url,
            claim=best.claim.id,
        )
    reported = (fact.first_reported, fact.last_reported, *(e.published for e in gained))
    dates = sorted(date for date in reported if date)
    return replace(
        fact,
        claims=fact.claims + len(gained),
        sources=fact.sources + len({e.claim.document for e in gained}),
        independent=fact.independent + len({e.original for e in gained}),
        first_reported=dates[0] if dates else None,
        last_reported=dates[-1] if dates else None,
        qualifiers=qualifiers,
    )


def _extended(
    values: Qualifiers, gained: Iterable[Qualifiers], schema: Schema
) -> dict[str, Value] | None:
    """Preferred values after more claims; None where these bring values that contend."""
    extended = dict(values)
    for qualifiers in gained:
        for name, value in qualifiers.items():
            present = extended.setdefault(name, value)
            if isinstance(value, tuple) and isinstance(present, tuple):
                extended[name] = tuple(sorted({*present, *value}))
            elif value != present:
                return None
    return dict(sorted(extended.items()))


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
    supported: Mapping[Scalar, list[Support]] = _by_value(supports)
    if not supported:
        return None
    declared = schema.property_of(kind, name)
    if declared.type == "date":
        supported = _by_precision(supported)
    ranked = sorted(supported, key=lambda value: _weight(value, supported[value]))
    disputed = not declared.many and name != "name" and len(ranked) > 1
    return Attribute(entity, name, ranked[0], tuple(ranked), declared.many, disputed)


def _support(value: Scalar, evidence: Evidence) -> Support:
    return Support(value, evidence.original, evidence.claim.confidence, evidence.dataset)


def _by_value(supports: Iterable[Support]) -> dict[Scalar, list[Support]]:
    supported: dict[Scalar, list[Support]] = defaultdict(list)
    for support in supports:
        supported[support.value].append(support)
    return supported


def _preference(evidence: Evidence) -> tuple[float, bool, str, str]:
    """Sorts the best claim first: surest, a text before a dataset, earliest, smallest id."""
    claim = evidence.claim
    return (-claim.confidence, evidence.dataset, evidence.published or "9999", claim.id)


def _weight(value: Scalar, support: list[Support]) -> tuple[bool, int, float, str]:
    """Sorts the preferred value first: from a dataset, best supported, surest, then by value."""
    return (
        not any(e.dataset for e in support),
        -len({e.original for e in support}),
        -max(e.confidence for e in support),
        str(value),
    )


def _by_precision(supported: Mapping[Scalar, list[Support]]) -> dict[Scalar, list[Support]]:
    """Dates that agree put together under the most precise: 2023 counts for 2023-02-21.

    A date that two different ones are more precise than (2023 beside 2023-02 and 2023-05)
    counts for each of them.
    """
    dates = sorted(map(str, supported))
    longest = [d for d in dates if not any(o != d and o.startswith(f"{d}-") for o in dates)]
    return {
        d: [
            e
            for other in dates
            if d == other or d.startswith(f"{other}-")
            for e in supported[other]
        ]
        for d in longest
    }


def _qualifiers(
    pairs: list[tuple[Evidence, Statement]], schema: Schema
) -> tuple[dict[str, Value], dict[str, tuple[str, ...]], bool]:
    """Preferred values, all values where there are several, and whether they contradict."""
    supports: dict[str, list[Support]] = defaultdict(list)
    for evidence, statement in pairs:
        for name, value in statement.qualifiers.items():
            for single in value if isinstance(value, tuple) else (value,):
                supports[name].append(_support(single, evidence))
    values: dict[str, Value] = {}
    alternatives: dict[str, tuple[str, ...]] = {}
    disputed = False
    for name in sorted(supports):
        qualifier = schema.qualifiers[name]
        ranked = _ranked(qualifier, _by_value(supports[name]))
        if qualifier.type == "strings":
            values[name] = tuple(sorted(map(str, ranked)))
            continue
        values[name] = ranked[0]
        if len(ranked) > 1:
            alternatives[name] = tuple(map(str, ranked))
            disputed |= qualifier.exclusive
    return values, alternatives, disputed


def _ranked(qualifier: Qualifier, supported: Mapping[Scalar, list[Support]]) -> list[Scalar]:
    """The values of one qualifier, preferred first."""
    if qualifier.values:
        return sorted(supported, key=lambda v: -qualifier.values.index(str(v)))
    if qualifier.type == "date":
        supported = _by_precision(supported)
    return sorted(supported, key=lambda value: _weight(value, supported[value]))


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
