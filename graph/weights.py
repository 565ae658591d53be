"""Which of several values is preferred, by how well each is supported: pure functions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from graph.model import Scalar, Weight


@dataclass(frozen=True, slots=True)
class Support:
    """That a document, or one that it is a copy of, gives a value."""

    value: Scalar
    original: str
    confidence: float
    dataset: bool = False


def weigh(
    supports: Iterable[Support],
    *,
    dated: bool,
    before: Mapping[Scalar, Weight] | None = None,
    counted: Mapping[Scalar, Set[str]] | None = None,
) -> dict[Scalar, Weight]:
    """How well each value is supported, those of `before` included.

    A date that agrees with more precise ones (2023 with 2023-02-21) counts for each of them.
    `counted` has the origins of `supports` by which values of `before` were weighed already.
    """
    known, seen = before or {}, counted or {}
    supported: dict[Scalar, list[Support]] = defaultdict(list)
    for support in supports:
        supported[support.value].append(support)
    weights = dict(known)
    for value in {**known, **supported}:
        agreeing = _agreeing(value, dated)
        found = [s for other in agreeing for s in supported.get(other, ())]
        # What is known of the next less precise date holds for all that are still less precise.
        weight = next((known[other] for other in agreeing if other in known), None)
        if found or value not in known:
            again = {original for other in agreeing for original in seen.get(other, ())}
            weights[value] = _sum(weight, found, again)
    return weights


def lessened(
    before: Mapping[Scalar, Weight],
    lost: Iterable[Support],
    *,
    dated: bool,
    counted: Mapping[Scalar, Set[str]],
) -> dict[Scalar, Weight]:
    """How well the values of `before` are supported without `lost`, of which none was the surest.

    `counted` has the origins of `lost` by which values are supported still.
    """
    by_value: dict[Scalar, set[str]] = defaultdict(set)
    for support in lost:
        by_value[support.value].add(support.original)
    weights = {}
    for value, weight in before.items():
        agreeing = _agreeing(value, dated)
        origins = {o for other in agreeing for o in by_value.get(other, ())}
        origins -= {o for other in agreeing for o in counted.get(other, ())}
        weights[value] = replace(weight, independent=weight.independent - len(origins))
    return weights


def undermined(weights: Mapping[Scalar, Weight], lost: Sequence[Support], *, dated: bool) -> bool:
    """Whether one of `lost` may have been the surest support of one of the values."""
    return any(
        support.confidence >= weight.confidence and support.value in _agreeing(value, dated)
        for value, weight in weights.items()
        for support in lost
    )


def ranked(weights: Mapping[Scalar, Weight], *, dated: bool) -> list[Scalar]:
    """Values, the preferred one first: from a dataset, best supported, surest, then by value.

    A date that is less precise than another with which it agrees is no value of its own.
    """
    general = {other for value in weights for other in _agreeing(value, dated)[1:]}
    heaviest = (
        (not weight.dataset, -weight.independent, -weight.confidence, str(value), value)
        for value, weight in weights.items()
        if value not in general
    )
    return [value for *_, value in sorted(heaviest, key=lambda entry: entry[:4])]


def _agreeing(value: Scalar, dated: bool) -> list[Scalar]:
    """A value, and with a date those that are less precise, the most precise first."""
    if not dated:
        return [value]
    parts = str(value).split("-")
    return ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]


def _sum(weight: Weight | None, supports: Sequence[Support], counted: Set[str]) -> Weight:
    independent = len({s.original for s in supports} - counted)
    confidence = max((s.confidence for s in supports), default=0.0)
    dataset = any(s.dataset for s in supports)
    if weight is None:
        return Weight(independent, confidence, dataset)
    return Weight(
        weight.independent + independent,
        max(weight.confidence, confidence),
        weight.dataset or dataset,
    )
