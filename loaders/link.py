"""From what a document speaks of to the strong keys that it shares with other documents.

Gazetteer hits bring their reference id as a key already. Added here are the keys that follow
from what the document says: a body by its country and name, a law by its country, name and
year, what the reference facts have by its name there, an edition by its forum and number.
Any other name alone is no key else: two namesakes stay two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from graph.identity import kind_of, reference_id
from graph.model import Claim, Entity, Extraction, slug
from loaders import reference

YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")

KNOWN_BY_NAME = frozenset({"Organization", "Forum", "Agreement"})
"""Kinds whose names in the reference facts are one entity's wherever they stand."""

NAMES = frozenset({"name", "aliases", "acronym"})

Said = Mapping[str, Mapping[str, str]]
"""By entity: property to the one value that the document gives it."""


def link(extraction: Extraction) -> Extraction:
    """The extraction with every key that follows from it added to its entities."""
    said = _single_values(extraction.claims)
    bodies = [e for e in extraction.entities if e.kind == "Organization"]
    keyed = {}
    for entity in extraction.entities:
        keys = {*entity.keys, *_keys(entity, said.get(entity.id, {}))}
        keys |= set(_named(entity))
        if entity.kind == "Forum":
            keys |= set(_forum_keys(entity, bodies))
        keyed[entity.id] = replace(entity, keys=tuple(sorted(k for k in keys if _is_of(entity, k))))
    for event, key in _editions(extraction.claims, keyed):
        keyed[event] = replace(keyed[event], keys=tuple(sorted({*keyed[event].keys, key})))
    return Extraction(tuple(keyed.values()), extraction.claims)


def _keys(entity: Entity, said: Mapping[str, str]) -> Iterable[str]:
    country = said.get("country", "").removeprefix("country:")
    if not country:
        return
    if entity.kind == "Agency" and _distinct(entity.name):
        yield reference_id("Agency", country, slug(entity.name))
    if entity.kind == "Law":
        year = said.get("year") or next(iter(YEAR.findall(entity.name)), None)
        title = YEAR.sub("", entity.name)
        if year and _distinct(title):
            yield reference_id("Law", country, f"{slug(title)}-{year}")


def _forum_keys(forum: Entity, bodies: Iterable[Entity]) -> Iterator[str]:
    """The id of the forum that is known by this name, or by it with a body's name for another.

    A forum that bears the full name of a body is often known by the body's acronym.
    """
    names = {forum.name}
    for body in bodies:
        forms = {mention.text for mention in body.mentions}
        names |= {
            forum.name.replace(form, other) for form in forms for other in forms if form != other
        }
    for name in names:
        if ("Forum", slug(name)) in _known():
            yield _known()["Forum", slug(name)]


def _named(entity: Entity) -> Iterator[str]:
    """The id of what the reference facts know by this name, and by no other's."""
    known = _known().get((entity.kind, slug(entity.name)))
    if known is not None:
        yield known


@cache
def _known() -> Mapping[tuple[str, str], str]:
    """Ids of organisations, forums and agreements by kind and slug of a name they alone have."""
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for dataset in reference.datasets():
        if not any(n.kind in KNOWN_BY_NAME and not n.known for _, n in dataset.nodes):
            continue
        found = reference.load_dataset(dataset)[1]
        kinds = {e.id: e.kind for e in found.entities if e.keys and e.kind in KNOWN_BY_NAME}
        for entity in found.entities:
            if entity.id in kinds:
                for key in entity.keys:
                    owners[entity.kind, key.partition(":")[2]].add(entity.id)
        for claim in found.claims:
            if claim.subject in kinds and claim.predicate in NAMES and claim.value is not None:
                owners[kinds[claim.subject], slug(str(claim.value))].add(claim.subject)
    return {name: ids.pop() for name, ids in owners.items() if len(ids) == 1}


def _is_of(entity: Entity, key: str) -> bool:
    """Whether a key is of the entity's kind: entities of two kinds are never one."""
    kind = kind_of(key)
    return kind is not None and kind.name == entity.kind


def _distinct(name: str) -> bool:
    """Whether a name says more than its sort: "Ministry" or "the police" does not."""
    return len(slug(name).split("-")) > 1


def _single_values(claims: Iterable[Claim]) -> Said:
    """Attributes of which a document gives an entity one value; disagreement is no key."""
    values: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        if claim.value is not None and claim.modality == "fact":
            values[claim.subject][claim.predicate].add(str(claim.value))
    return {
        entity: {name: next(iter(found)) for name, found in named.items() if len(found) == 1}
        for entity, named in values.items()
    }


def _editions(claims: Iterable[Claim], entities: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    """Events that are numbered editions of a forum which has a key itself, and their keys."""
    for claim in claims:
        number = claim.qualifiers.get("number")
        if claim.predicate != "EDITION_OF" or claim.object is None or number is None:
            continue
        for key in entities[claim.object].keys:
            kind, _, forum = key.partition(":")
            if kind == "forum":
                yield claim.subject, reference_id("Event", forum, str(number))
