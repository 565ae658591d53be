"""From what a document speaks of to the strong keys that it shares with other documents.

Gazetteer hits bring their reference id as a key already. Added here are the keys that follow
from what the document says: a body by its country and name, a law by its country, name and
year, what the reference facts have by its name there or by what that says in any language, an
edition by its forum and number.
Any other name alone is no key else: two namesakes stay two.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from graph import words
from graph.identity import reference_id
from graph.model import Claim, Entity, Extraction, slug
from loaders.known import ANYWHERE, OF_A_COUNTRY, anywhere, in_country

YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")

Said = Mapping[str, Mapping[str, str]]
"""By entity: property to the one value that the document gives it."""


@cache
def version() -> str:
    """A hash of what keys follow from: these rules, what words mean, and the reference facts."""
    here, graph = Path(__file__).parent, Path(words.__file__).parent
    digest = hashlib.sha256()
    for path in (
        *(here / name for name in ("link.py", "known.py")),
        *(graph / name for name in ("words.py", "words.csv")),
        *sorted((here / "reference").glob("*.csv")),
    ):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:6]


def link(extraction: Extraction) -> Extraction:
    """The extraction with every key that follows from it added to its entities."""
    said = _single_values(extraction.claims)
    bodies = [e for e in extraction.entities if e.kind == "Organization"]
    keyed = {}
    for entity in extraction.entities:
        keys = {*entity.keys, *_keys(entity, said.get(entity.id, {}))}
        if entity.kind in ANYWHERE and (known := anywhere(entity.kind, entity.name)):
            keys.add(known)
        if entity.kind == "Forum":
            keys |= set(_forum_keys(entity, bodies))
        keyed[entity.id] = _keyed(entity, keys)
    for event, key in _editions(extraction.claims, keyed):
        keyed[event] = _keyed(keyed[event], {*keyed[event].keys, key})
    return Extraction(tuple(keyed.values()), extraction.claims)


def _keys(entity: Entity, said: Mapping[str, str]) -> Iterable[str]:
    country = said.get("country", "").removeprefix("country:")
    if not country:
        return
    year = said.get("year") or next(iter(YEAR.findall(entity.name)), None)
    if entity.kind in OF_A_COUNTRY and not entity.keys:
        names = {entity.name, *(mention.text for mention in entity.mentions)}
        known = {in_country(entity.kind, country, n, entity.sub, year) for n in names}
        yield from _one(filter(None, known))
    if entity.kind == "Agency" and _distinct(entity.name):
        yield reference_id("Agency", country, slug(entity.name))
    if entity.kind == "Law":
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
    yield from filter(None, (anywhere("Forum", name) for name in sorted(names)))


def _keyed(entity: Entity, keys: Iterable[str]) -> Entity:
    """An entity with those of `keys` that are of its kind: entities of two kinds are never one."""
    start = reference_id(entity.kind, "")
    own = tuple(sorted(key for key in keys if key.startswith(start)))
    return entity if own == entity.keys else replace(entity, keys=own)


def _one(keys: Iterable[str]) -> Iterable[str]:
    """The only one of some keys; none where there are several."""
    found = tuple(keys)
    return found if len(found) == 1 else ()


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
