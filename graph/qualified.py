"""The qualifiers of a fact, from what its claims say of each: pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from graph.model import Fact, Scalar, Value, Weight
from graph.schema import Qualifier, Schema
from graph.weights import Support, lessened, ranked, undermined, weigh

Again = tuple[Scalar, float | None]
"""A value that other claims give too, and how sure they are where they are as sure (else None)."""


@dataclass(frozen=True, slots=True)
class Qualified:
    """One qualifier of a fact: as `Fact` has it in `qualifiers`, `alternatives` and `weights`."""

    value: Value
    every: tuple[str, ...] = ()
    weights: Mapping[Scalar, Weight] = field(default_factory=dict)


def qualified_of(fact: Fact) -> dict[str, Qualified]:
    """The qualifiers of a fact by name."""
    return {
        name: Qualified(value, fact.alternatives.get(name, ()), fact.weights.get(name, {}))
        for name, value in fact.qualifiers.items()
    }


def qualifying(
    fact: Fact, qualified: Mapping[str, Qualified], schema: Schema, *, denied: bool = False
) -> Fact:
    """A fact with these qualifiers; disputed where `denied` or where they contradict each other."""
    every = {name: q.every for name, q in sorted(qualified.items()) if q.every}
    return replace(
        fact,
        disputed=denied or any(schema.qualifiers[name].exclusive for name in every),
        qualifiers={name: q.value for name, q in sorted(qualified.items())},
        alternatives=every,
        weights={name: q.weights for name, q in sorted(qualified.items()) if q.weights},
    )


class Unsure(Exception):
    """What is known of a qualifier does not tell what it is with more support, or with less."""


def with_more(
    supports: Sequence[Support],
    qualifier: Qualifier,
    before: Qualified | None = None,
    counted: Mapping[Scalar, Set[str]] | None = None,
) -> Qualified:
    """A qualifier with more support than it had `before`.

    `counted` has the origins of `supports` by which the values were supported already. Raises
    `Unsure` where a second value comes: how well the first is supported is not known then.
    """
    values = {s.value for s in supports}
    if before is not None:
        values |= _values(before)
    if qualifier.type == "strings" or qualifier.values:
        return _listed(values, qualifier)
    if before is not None and not before.weights:
        if values != {before.value}:
            raise Unsure
        return before
    dated = qualifier.type == "date"
    weighed = before.weights if before is not None else {}
    return _weighed(weigh(supports, dated=dated, before=weighed, counted=counted), dated)


def with_less(
    lost: Sequence[Support],
    qualifier: Qualifier,
    before: Qualified,
    counted: Mapping[Scalar, Set[str]],
    again: Set[Again],
) -> Qualified | None:
    """A qualifier without some of its support; None where nothing supports it any more.

    `counted` has the origins of `lost` by which the values are supported still. `again` has what
    other claims say of the values in `lost`. Raises `Unsure` where the surest support of one of
    several values goes, and where a list goes that no other claim gives, since some of it may stay.
    """
    gone = {s.value for s in lost if (s.value, None) not in again}
    if not gone and not before.weights:
        return before
    if qualifier.type == "strings":
        raise Unsure
    if not before.weights:
        values = _values(before) - gone
        return _listed(values, qualifier) if values else None
    dated = qualifier.type == "date"
    doubtful = [s for s in lost if (s.value, s.confidence) not in again]
    kept = {value: weight for value, weight in before.weights.items() if value not in gone}
    if undermined(kept, doubtful, dated=dated):
        raise Unsure
    weights = lessened(kept, lost, dated=dated, counted=counted)
    return _weighed(weights, dated) if weights else None


def _values(qualified: Qualified) -> set[Scalar]:
    if isinstance(qualified.value, tuple):
        return {*qualified.value}
    return {qualified.value, *qualified.every}


def _listed(values: Set[Scalar], qualifier: Qualifier) -> Qualified:
    """A qualifier whose values are preferred in an order of their own, or not at all."""
    if qualifier.type == "strings":
        return Qualified(tuple(sorted(map(str, values))))
    return _preferring(sorted(values, key=lambda v: -qualifier.values.index(str(v))))


def _weighed(weights: Mapping[Scalar, Weight], dated: bool) -> Qualified:
    return _preferring(ranked(weights, dated=dated), weights if len(weights) > 1 else {})


def _preferring(
    values: Sequence[Scalar], weights: Mapping[Scalar, Weight] | None = None
) -> Qualified:
    every = tuple(map(str, values)) if len(values) > 1 else ()
    return Qualified(values[0], every, weights or {})
