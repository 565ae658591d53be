"""From what a document speaks of to the strong keys that it shares with other documents.

Gazetteer hits bring their reference id as a key already. Added here are the keys that follow
from what the document says: a body by its country and name, an edition by its forum and number,
a law by its country, name and year. A name alone is no key: two namesakes stay two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.identity import reference_id
from graph.model import Claim, Entity, Extraction, slug

YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")

Said = Mapping[str, Mapping[str, str]]
"""By entity: property to the one value that the document gives it."""


def link(extraction: Extraction) -> Extraction:
    """The extraction with every key that follows from it added to its entities."""
    said = _single_values(extraction.claims)
    forums = {e.id: e for e in extraction.entities}
    editions = _editions(extraction.claims, forums)
    entities = []
    for entity in extraction.entities:
        found = {*entity.keys, *_keys(entity, said.get(entity.id, {}))}
        found |= editions.get(entity.id, set())
        entities.append(replace(entity, keys=tuple(sorted(found))))
    return Extraction(tuple(entities), extraction.claims)


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


def _editions(claims: Iterable[Claim], entities: Mapping[str, Entity]) -> dict[str, set[str]]:
    """Keys of events that are numbered editions of a forum which has a key itself."""
    keys: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        number = claim.qualifiers.get("number")
        if claim.predicate != "EDITION_OF" or claim.object is None or number is None:
            continue
        for key in entities[claim.object].keys:
            kind, _, forum = key.partition(":")
            if kind == "forum":
                keys[claim.subject].add(reference_id("Event", forum, str(number)))
    return keys
