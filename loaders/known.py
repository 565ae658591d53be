"""What the reference facts know by name: anywhere, or among what one country has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from graph.identity import Linked, canonical_ids
from graph.model import slug
from graph.words import FUNCTIONS, is_acronym, words_in, words_of
from loaders import reference

ANYWHERE = frozenset({"Organization", "Forum", "Agreement"})
"""Kinds whose names in the reference facts are one entity's wherever they stand."""

OF_A_COUNTRY = frozenset({"Agency", "Law"})
"""Kinds whose names in the reference facts are one entity's in its country."""

NAMES = frozenset({"name", "aliases", "acronym"})


def anywhere(kind: str, name: str) -> str | None:
    """The id of what the reference facts know by this name, and by no other's."""
    return _anywhere().get((kind, slug(name)))


def in_country(
    kind: str, country: str, name: str, sub: str | None = None, year: str | None = None
) -> str | None:
    """The id of the one body or law of a country (KE) that a name in any language says.

    A body is known by its acronym, and by a name that says what it is for: "the prosecution of
    Kenya". Where several fit none is given, and none of another sort or year than given.
    """
    known = [f for f in _of_country()[kind, country] if _fits(f.sub, sub) and _fits(f.year, year)]
    said = words_of(name).without(_country_words()[country]).strong
    tells = len(said) > 1 or bool(said & FUNCTIONS)
    called = is_acronym(name) and len(name) > 2
    return _only({one.id for one in known if called and name in one.acronyms}) or _only(
        {one.id for one in known if tells and said in one.said}
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """A body or a law of a country in the reference facts, and what its names say."""

    id: str
    sub: str | None
    year: str | None
    acronyms: frozenset[str]
    said: frozenset[frozenset[str]]


@cache
def _anywhere() -> Mapping[tuple[str, str], str]:
    """Ids by kind and slug of a name that is in the reference facts once."""
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, id_, values, keys in _declared(ANYWHERE):
        names = [slug(name) for prop in NAMES for name in values[prop]]
        for name in (*names, *(key.partition(":")[2] for key in keys)):
            owners[kind, name].add(id_)
    return {name: next(iter(ids)) for name, ids in owners.items() if len(ids) == 1}


@cache
def _of_country() -> Mapping[tuple[str, str], list[_Known]]:
    """What each country has, by kind and the country's code."""
    found: dict[tuple[str, str], list[_Known]] = defaultdict(list)
    declared = list(_declared(OF_A_COUNTRY))
    canonical = canonical_ids((Linked(id_, keys, True) for _, id_, _, keys in declared), ())
    for kind, id_, values, _ in declared:
        country = id_.split(":")[1]
        words = _country_words()[country]
        names = (*values["name"], *values["aliases"])
        said = (words_of(name).without(words).strong for name in names)
        acronyms = (name for name in (*values["acronym"], *names) if is_acronym(name))
        sub, year = (_only(values[prop]) for prop in ("sub", "year"))
        known = _Known(
            canonical[id_], sub, year, frozenset(acronyms), frozenset(filter(None, said))
        )
        found[kind, country].append(known)
    return found


@cache
def _country_words() -> Mapping[str, frozenset[str]]:
    """The words by which texts name each country, by its code."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for _, id_, values, _ in _declared(frozenset({"Country"})):
        found[id_.partition(":")[2]] = words_in((*values["name"], *values["aliases"]))
    return found


Declared = tuple[str, str, Mapping[str, set[str]], tuple[str, ...]]
"""Kind, id, values by property, keys."""


def _declared(kinds: frozenset[str]) -> Iterable[Declared]:
    """Entities of some kinds that datasets declare."""
    for dataset in reference.datasets():
        if not any(node.kind in kinds and not node.known for _, node in dataset.nodes):
            continue
        found = reference.load_dataset(dataset)[1]
        values: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for claim in found.claims:
            if claim.value is not None:
                values[claim.subject][claim.predicate].add(str(claim.value))
        for entity in found.entities:
            if entity.kind in kinds and entity.keys:
                yield entity.kind, entity.id, values[entity.id], entity.keys


def _fits(known: str | None, said: str | None) -> bool:
    return known is None or said is None or known == said


def _only(values: set[str]) -> str | None:
    """The one value; None where there are several, or none."""
    return next(iter(values)) if len(values) == 1 else None
