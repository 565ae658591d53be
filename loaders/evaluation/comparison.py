"""One document: what was read, beside what is annotated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.model import Claim, Entity, Extraction
from graph.vocabulary import SCHEMA
from loaders.evaluation.annotated import Annotated, GoldClaim, GoldEntity, View
from loaders.evaluation.pairing import bare_words, pairs

MUTUAL = frozenset(type_.name for type_ in SCHEMA.types if type_.mutual)
QUALIFIERS = frozenset(
    ("title", "status", "signed", "ratified", "date", "role", "mode", "number", "since", "until")
)
"""Qualifiers that are compared: annotators have marked these everywhere."""

LONGER = 200
"""Characters by which a quote may be longer than the annotated one."""

Qualifier = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Miss:
    """A mistake: an entity or claim that is annotated and was not read (missed), one that was
    read and is not annotated (spurious), or a claim that is meant otherwise (modality)."""

    what: Literal["missed", "spurious", "modality"]
    document: str
    language: str
    name: str
    """The kind of an entity, the predicate of a claim."""
    said: str
    """The entity's name; the claim as subject, predicate and object."""
    quote: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A document's entities and claims, those that belong together paired."""

    gold: Annotated
    gold_entities: Sequence[GoldEntity]
    gold_claims: Sequence[GoldClaim]
    entities: Sequence[Entity]
    claims: Sequence[Claim]
    paired: Mapping[str, str]
    """Keys of annotated entities by ids of those that were read."""
    hits: Sequence[tuple[GoldClaim, Claim]]
    view: View

    @property
    def misses(self) -> list[Miss]:
        """All mistakes, those in entities first."""
        return [*self._entity_misses(), *self._claim_misses()]

    def _entity_misses(self) -> list[Miss]:
        found = set(self.paired.values())
        missed = [(e.type, e.name) for e in self.gold_entities if e.key not in found]
        spurious = [(e.kind, e.name) for e in self.entities if e.id not in self.paired]
        return [
            *(self._miss("missed", self.view.kind(kind), name) for kind, name in missed),
            *(self._miss("spurious", self.view.kind(kind), name) for kind, name in spurious),
        ]

    def _claim_misses(self) -> list[Miss]:
        wanted = {e.key: e.name for e in self.gold.entities}
        read = {e.id: e.name for e in self.entities}
        found, right = {id(gold) for gold, _ in self.hits}, {id(claim) for _, claim in self.hits}
        return [
            *(
                self._miss("missed", c.predicate, _said(c, wanted), c.quote)
                for c in self.gold_claims
                if id(c) not in found
            ),
            *(
                self._miss("spurious", c.predicate, _said(c, read), c.quote, c.rule)
                for c in self.claims
                if id(c) not in right
            ),
            *(
                self._miss(
                    "modality",
                    c.predicate,
                    f"{_said(c, read)}; annotated {gold.modality}",
                    c.quote,
                    c.rule,
                )
                for gold, c in self.hits
                if gold.modality != c.modality
            ),
        ]

    def _miss(
        self,
        what: Literal["missed", "spurious", "modality"],
        name: str,
        said: str,
        quote: str = "",
        rule: str = "",
    ) -> Miss:
        return Miss(what, self.gold.id, self.gold.language, name, said, quote, rule)


def compare(gold: Annotated, read: Extraction, view: View | None = None) -> Comparison:
    """Pair what was read with what is annotated; claims without an object entity are left out.

    A claim is right when predicate, subject and object are, each annotated claim once: of several
    that are alike, the one that is meant alike.
    """
    view = view or View()
    wanted = [e for e in gold.entities if view.shows(view.kind(e.type))]
    entities = [e for e in read.entities if view.shows(view.kind(e.kind))]
    keys, ids = {e.key for e in wanted}, {e.id for e in entities}
    gold_claims = [c for c in gold.claims if _shown(c, keys, view)]
    claims = [c for c in read.claims if _shown(c, ids, view)]
    paired = pairs(wanted, entities, view)
    left: dict[tuple[str, ...], list[GoldClaim]] = defaultdict(list)
    for annotated in gold_claims:
        left[_shape(annotated.predicate, annotated.subject, annotated.object)].append(annotated)
    hits = []
    for claim in claims:
        ends = paired.get(claim.subject), paired.get(claim.object or "")
        if None not in ends and (alike := left[_shape(claim.predicate, *ends)]):
            same = next((c for c in alike if c.modality == claim.modality), alike[0])
            alike.remove(same)
            hits.append((same, claim))
    return Comparison(gold, wanted, gold_claims, entities, claims, paired, hits, view)


def is_near(text: str, claim: Claim, wanted: str) -> bool:
    """Whether a quote covers half of some place where the annotated one stands, and not much
    more."""
    if len(claim.quote) > len(wanted) + LONGER:
        return False
    at = text.find(wanted)
    while at >= 0:
        common = min(at + len(wanted), claim.end) - max(at, claim.start)
        if common >= len(wanted) / 2:
            return True
        at = text.find(wanted, at + 1)
    return False


def qualifiers(claim: Claim | GoldClaim) -> set[Qualifier]:
    """The qualifiers of a claim that are compared, each value apart."""
    return {
        (name, bare_words(str(single)))
        for name, value in claim.qualifiers.items()
        if name in QUALIFIERS
        for single in (value if isinstance(value, list | tuple) else [value])
    }


def _shown(claim: Claim | GoldClaim, ends: set[str], view: View) -> bool:
    if claim.object is None:
        return False
    both = claim.subject in ends and claim.object in ends
    return not view.only or (view.shows(claim.predicate) and both)


def _shape(predicate: str, subject: str | None, object: str | None) -> tuple[str, ...]:
    ends = (str(subject), str(object))
    return (predicate, *(sorted(ends) if predicate in MUTUAL else ends))


def _said(claim: Claim | GoldClaim, names: Mapping[str, str]) -> str:
    ends = (names.get(end or "", end) for end in (claim.subject, claim.object))
    subject, object_ = ends
    return f"{subject} {claim.predicate} {object_} ({claim.modality})"
