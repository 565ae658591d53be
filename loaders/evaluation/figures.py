"""Figures over many documents: precision, recall and F1 by kind, predicate and language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.evaluation.comparison import Comparison, is_near, qualifiers

ALL = "ALL"


@dataclass(slots=True)
class Tally:
    """How many were found, how many were read in all, and how many are annotated."""

    found: int = 0
    read: int = 0
    annotated: int = 0

    def add(self, found: int, read: int, annotated: int) -> None:
        """Count more."""
        self.found += found
        self.read += read
        self.annotated += annotated

    @property
    def precision(self) -> float:
        """The share of what was read that is right, from 0 to 1."""
        return self.found / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """The share of what is annotated that was found, from 0 to 1."""
        return self.found / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


Tallies = dict[str, Tally]


def _tallies() -> Tallies:
    return defaultdict(Tally)


@dataclass(slots=True)
class Figures:
    """Tallies by group; `documents` is how many were compared."""

    documents: int = 0
    entities: Tallies = field(default_factory=_tallies)
    """By kind, and `ALL`."""
    claims: Tallies = field(default_factory=_tallies)
    """By predicate, and `ALL`."""
    languages: Tallies = field(default_factory=_tallies)
    """`en entities`, `en claims` and so on."""
    beside: Tallies = field(default_factory=_tallies)
    """Over claims that are right: quotes and qualifiers; over all: claims that are not meant as
    `fact`, and who states them where annotators marked that."""
    modality: Tally = field(default_factory=Tally)
    """Claims that are right, and of them those meant as annotated."""
    offsets: Tally = field(default_factory=Tally)
    """Mentions and quotes, and of them those that stand at their offsets."""

    def groups(self) -> dict[str, Tallies]:
        """The tallies by the name of their group, with their rows sorted."""
        named = {
            "entities": self.entities,
            "claims": self.claims,
            "languages": self.languages,
            "beside": self.beside,
        }
        return {name: dict(sorted(tallies.items())) for name, tallies in named.items()}


def figures(comparisons: Iterable[Comparison]) -> Figures:
    """Count over documents."""
    counted = Figures()
    for comparison in comparisons:
        counted.documents += 1
        _count_entities(counted, comparison)
        _count_claims(counted, comparison)
        _count_beside(counted, comparison)
        _count_offsets(counted, comparison)
    return counted


def _count_entities(counted: Figures, compared: Comparison) -> None:
    language = counted.languages[f"{compared.gold.language} entities"]
    for wanted in compared.gold_entities:
        for tally in (*_both(counted.entities, compared.view.kind(wanted.type)), language):
            tally.add(0, 0, 1)
    for entity in compared.entities:
        hit = entity.id in compared.paired
        for tally in (*_both(counted.entities, compared.view.kind(entity.kind)), language):
            tally.add(hit, 1, 0)


def _count_claims(counted: Figures, compared: Comparison) -> None:
    language = counted.languages[f"{compared.gold.language} claims"]
    for wanted in compared.gold_claims:
        for tally in (*_both(counted.claims, wanted.predicate), language):
            tally.add(0, 0, 1)
    for claim in compared.claims:
        for tally in (*_both(counted.claims, claim.predicate), language):
            tally.add(0, 1, 0)
    for _, claim in compared.hits:
        for tally in (*_both(counted.claims, claim.predicate), language):
            tally.add(1, 0, 0)


def _count_beside(counted: Figures, compared: Comparison) -> None:
    gold, speakers = compared.gold, compared.gold.speakers
    not_fact, stated_by = counted.beside["not_fact"], counted.beside["stated_by"]
    for wanted in compared.gold_claims:
        not_fact.add(0, 0, wanted.modality != "fact")
        stated_by.add(0, 0, speakers and bool(wanted.stated_by))
    for claim in compared.claims:
        not_fact.add(0, claim.modality != "fact", 0)
        stated_by.add(0, speakers and bool(claim.stated_by), 0)
    for wanted, claim in compared.hits:
        same = wanted.modality == claim.modality
        counted.modality.add(same, 1, 1)
        not_fact.add(same and claim.modality != "fact", 0, 0)
        counted.beside["quotes"].add(is_near(gold.text, claim, wanted.quote), 1, 1)
        mine, theirs = qualifiers(claim), qualifiers(wanted)
        counted.beside["qualifiers"].add(len(mine & theirs), len(mine), len(theirs))
        speaker = compared.paired.get(claim.stated_by or "")
        stated_by.add(
            speakers and wanted.stated_by is not None and speaker == wanted.stated_by, 0, 0
        )


def _count_offsets(counted: Figures, compared: Comparison) -> None:
    text = compared.gold.text
    spans = [(m.text, m.start, m.end) for e in compared.entities for m in e.mentions]
    spans += [(c.quote, c.start, c.end) for c in compared.claims]
    for words, start, end in spans:
        counted.offsets.add(text[start:end] == words, 1, 1)


def _both(tallies: Tallies, name: str) -> tuple[Tally, Tally]:
    return tallies[name], tallies[ALL]
