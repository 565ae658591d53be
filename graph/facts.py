"""Accepted claims become facts, and attribute claims become properties: pure functions.

What a claim makes is decided by the table of modalities of the schema alone. Neither the order
of claims nor that of loading matters: every choice between values has a total order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from graph.model import Evidence, Fact, Qualifiers, Scalar, Value, Weight, short_hash
from graph.schema import Qualifier, Schema
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


@dataclass(frozen=True, slots=True)
class Qualified:
    """One qualifier of a fact: as `Fact` has it in `qualifiers`, `alternatives` and `weights`."""

    value: Value
    every: tuple[str, ...] = ()
    weights: Mapping[Scalar, Weight] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a fact rests on already of the origins that claims have which it gains.

    `values` has the origins by qualifier and value.
    """

    originals: Set[str] = frozenset()
    values: Mapping[str, Mapping[Scalar, Set[str]]] = field(default_factory=dict)


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
    qualified = _qualified(pairs, {}, schema)
    assert qualified is not None
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
        source=best.source,
        claim=best.claim.id,
        disputed=denied or _contradictory(qualified, schema),
        qualifiers={name: q.value for name, q in qualified.items()},
        alternatives={name: q.every for name, q in qualified.items() if q.every},
        weights={name: q.weights for name, q in qualified.items() if q.weights},
    )


def extend(
    fact: Fact,
    published: str | None,
    dataset: bool,
    gained: Sequence[Evidence],
    counted: Counted = Counted(),
    schema: Schema = SCHEMA,
) -> Fact | None:
    """The fact that `project` would give with `gained` added; None where it takes all its claims.

    `published` and `dataset` are those of the document of the fact's best claim. The documents of
    `gained` must be new to the fact, nothing may deny it, and every one of `gained` must support
    it. `counted` is what `already` gives for the claims that the fact rests on and that share
    their origin with some of `gained`. All claims are needed only where a second value comes for
    what had one: how well the first is supported is not known then.
    """
    pairs = [(e, s) for e in gained if (s := supports(e, schema)) is not None]
    qualified = _qualified(pairs, _qualified_of(fact), schema, counted)
    if qualified is None:
        return None
    best = min(gained, key=_preference)
    if _preference(best) < (-fact.confidence, dataset, published or "9999", fact.claim):
        fact = replace(
            fact,
            confidence=best.claim.confidence,
            quote=best.claim.quote,
            url=best.url,
            source=best.source,
            claim=best.claim.id,
        )
    reported = (fact.first_reported, fact.last_reported, *(e.published for e in gained))
    dates = sorted(date for date in reported if date)
    return replace(
        fact,
        claims=fact.claims + len(gained),
        sources=fact.sources + len({e.claim.document for e in gained}),
        independent=fact.independent + len({e.original for e in gained} - counted.originals),
        first_reported=dates[0] if dates else None,
        last_reported=dates[-1] if dates else None,
        disputed=_contradictory(qualified, schema),
        qualifiers={name: q.value for name, q in qualified.items()},
        alternatives={name: q.every for name, q in qualified.items() if q.every},
        weights={name: q.weights for name, q in qualified.items() if q.weights},
    )


def already(claims: Iterable[tuple[str, Qualifiers]]) -> Counted:
    """What claims (origin of the document, qualifiers) of one statement count for."""
    originals: set[str] = set()
    values: dict[str, dict[Scalar, set[str]]] = defaultdict(lambda: defaultdict(set))
    for original, qualifiers in claims:
        originals.add(original)
        for name, value in qualifiers.items():
            for single in value if isinstance(value, tuple) else (value,):
                values[name][single].add(original)
    return Counted(originals, values)


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


def _preference(evidence: Evidence) -> tuple[float, bool, str, str]:
    """Sorts the best claim first: surest, a text before a dataset, earliest, smallest id."""
    claim = evidence.claim
    return (-claim.confidence, evidence.dataset, evidence.published or "9999", claim.id)


def _qualified_of(fact: Fact) -> dict[str, Qualified]:
    return {
        name: Qualified(value, fact.alternatives.get(name, ()), fact.weights.get(name, {}))
        for name, value in fact.qualifiers.items()
    }


def _qualified(
    pairs: Iterable[tuple[Evidence, Statement]],
    before: Mapping[str, Qualified],
    schema: Schema,
    counted: Counted = Counted(),
) -> dict[str, Qualified] | None:
    """Qualifiers with what claims say added; None where that takes the claims there were."""
    said: dict[str, list[Support]] = defaultdict(list)
    for evidence, statement in pairs:
        for name, value in statement.qualifiers.items():
            for single in value if isinstance(value, tuple) else (value,):
                said[name].append(_support(single, evidence))
    qualified = dict(before)
    for name, supports in said.items():
        origins = counted.values.get(name, {})
        found = _with(supports, schema.qualifiers[name], before.get(name), origins)
        if found is None:
            return None
        qualified[name] = found
    return dict(sorted(qualified.items()))


def _with(
    supports: list[Support],
    qualifier: Qualifier,
    before: Qualified | None,
    counted: Mapping[Scalar, Set[str]],
) -> Qualified | None:
    """One qualifier with more support; None where that takes the support there was."""
    values = {s.value for s in supports}
    if before is not None:
        values |= {*before.value} if isinstance(before.value, tuple) else {before.value}
    if qualifier.type == "strings":
        return Qualified(tuple(sorted(map(str, values))))
    if qualifier.values:
        known = {*before.every} if before is not None else set()
        return _preferring(sorted(known | values, key=lambda v: -qualifier.values.index(str(v))))
    if before is not None and not before.weights:
        return before if values == {before.value} else None
    dated = qualifier.type == "date"
    weighed = before.weights if before is not None else {}
    weights = weigh(supports, dated=dated, before=weighed, counted=counted)
    return _preferring(ranked(weights, dated=dated), weights if len(weights) > 1 else {})


def _preferring(
    values: Sequence[Scalar], weights: Mapping[Scalar, Weight] | None = None
) -> Qualified:
    every = tuple(map(str, values)) if len(values) > 1 else ()
    return Qualified(values[0], every, weights or {})


def _contradictory(qualified: Mapping[str, Qualified], schema: Schema) -> bool:
    return any(q.every and schema.qualifiers[name].exclusive for name, q in qualified.items())


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
