"""Facts that gain or lose some of their claims, without a look at all the others: pure functions.

What `project` gives for all the claims is given for what a change costs, wherever what is known of
a fact tells it; the property test of this module holds the two together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from graph.facts import Statement, implied, preference, said, supports
from graph.model import Evidence, Fact, Qualifiers, Scalar
from graph.qualified import Again, Unsure, qualified_of, qualifying, with_less, with_more
from graph.schema import Schema
from graph.vocabulary import SCHEMA


@dataclass(frozen=True, slots=True)
class Counted:
    """What a fact rests on of the documents, and their origins, from which claims come or go.

    `values` has the origins by qualifier and value.
    """

    documents: Set[str] = frozenset()
    originals: Set[str] = frozenset()
    values: Mapping[str, Mapping[Scalar, Set[str]]] = field(default_factory=dict)


def already(claims: Iterable[tuple[str, str, Qualifiers]]) -> Counted:
    """What claims (document, its origin, qualifiers) of one statement count for."""
    documents: set[str] = set()
    originals: set[str] = set()
    values: dict[str, dict[Scalar, set[str]]] = defaultdict(lambda: defaultdict(set))
    for document, original, qualifiers in claims:
        documents.add(document)
        originals.add(original)
        for name, value in qualifiers.items():
            for single in value if isinstance(value, tuple) else (value,):
                values[name][single].add(original)
    return Counted(documents, originals, values)


def extend(
    fact: Fact,
    published: str | None,
    dataset: bool,
    gained: Sequence[Evidence],
    counted: Counted = Counted(),
    schema: Schema = SCHEMA,
) -> Fact | None:
    """The fact that `project` would give with `gained` added; None where it takes all its claims.

    `published` and `dataset` are those of the document of the fact's best claim. Nothing may deny
    the fact, and every one of `gained` must support it. `counted` is what `already` gives for the
    claims that the fact rests on and that share their document, or its origin, with some of
    `gained`.
    """
    pairs = [(e, s) for e in gained if (s := supports(e, schema)) is not None]
    qualified = qualified_of(fact)
    try:
        for name, more in said(pairs).items():
            origins = counted.values.get(name, {})
            kind = schema.qualifiers[name]
            qualified[name] = with_more(more, kind, qualified.get(name), origins)
    except Unsure:
        return None
    best = min(gained, key=preference)
    if preference(best) < (-fact.confidence, dataset, published or "9999", fact.claim):
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
    grown = replace(
        fact,
        claims=fact.claims + len(gained),
        sources=fact.sources + len(_documents(gained) - counted.documents),
        independent=fact.independent + len(_originals(gained) - counted.originals),
        first_reported=dates[0] if dates else None,
        last_reported=dates[-1] if dates else None,
    )
    return qualifying(grown, qualified, schema)


def shrink(
    fact: Fact,
    lost: Sequence[Evidence],
    again: Mapping[str, Set[Again]],
    counted: Counted = Counted(),
    schema: Schema = SCHEMA,
) -> Fact | None:
    """The fact that `project` would give without `lost`; None where it takes all its claims.

    All of `lost` must be of documents whose origin no other document has, and nothing may deny the
    fact. `again` has, by qualifier, what other claims of the fact say of the values in `lost`.
    `counted` is what `already` gives for those that share their document with some of `lost`.

    All claims are needed where the claim goes that the fact is quoted from, or one that reported
    it first or last, or the surest for a value where there are several.
    """
    dates = {e.published for e in lost if e.claim.document not in counted.documents}
    if (
        fact.claims <= len(lost)
        or fact.claim in {e.claim.id for e in lost}
        or not dates.isdisjoint({fact.first_reported, fact.last_reported} - {None})
        or any(e.dataset for e in lost)
    ):
        return None
    qualified = qualified_of(fact)
    try:
        for name, less in said(_own(lost, schema)).items():
            kind, origins = schema.qualifiers[name], counted.values.get(name, {})
            found = with_less(less, kind, qualified.pop(name), origins, again.get(name, set()))
            if found is not None:
                qualified[name] = found
    except Unsure:
        return None
    shrunk = replace(
        fact,
        claims=fact.claims - len(lost),
        sources=fact.sources - len(_documents(lost) - counted.documents),
        independent=fact.independent - len(_originals(lost) - counted.originals),
    )
    return qualifying(shrunk, qualified, schema)


def _own(evidences: Iterable[Evidence], schema: Schema) -> Iterator[tuple[Evidence, Statement]]:
    """Claims with what they support, without the qualifiers that any claim of its kind brings."""
    for evidence in evidences:
        statement = supports(evidence, schema)
        if statement is not None:
            common = implied(evidence.claim, schema)
            own = {n: v for n, v in statement.qualifiers.items() if n not in common}
            yield evidence, replace(statement, qualifiers=own)


def _documents(evidences: Iterable[Evidence]) -> set[str]:
    return {e.claim.document for e in evidences}


def _originals(evidences: Iterable[Evidence]) -> set[str]:
    return {e.original for e in evidences}
