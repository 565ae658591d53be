"""What the graph knows of each entity apart from what a machine has judged: its profile.

Profiles are made of mentions and accepted claims, whose local ids are led by keys and by
people's judgements alone. So what is proposed does not depend on what was proposed before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import prod

from graph.identity import Linked, canonical_ids, is_fixed, kind_of
from graph.model import Judgement
from graph.resolution.person_names import parts_of
from graph.resolution.reading import Read
from graph.schema import Schema
from graph.words import Words, is_acronym, words_in, words_of

DATED = {
    "signed": "dates",
    "starts": "dates",
    "since": "dates",
    "date": "dates",
    "year": "years",
    "number": "numbers",
    "place": "places",
}
"""Properties and qualifiers that say when and where, by the field of a profile they go to."""


@dataclass(slots=True)
class Profile:
    """An entity: its names, and what may tell it from another of the same name.

    `locals` are the ids by which documents speak of it, `posts` pairs titles with whose post
    it is. Ids of other entities are those of their profiles.
    """

    id: str
    kind: str
    locals: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    subs: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    published: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)
    years: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    posts: set[tuple[str, str]] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    guests: set[str] = field(default_factory=set)
    acts: set[str] = field(default_factory=set)
    forums: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    reference: bool = False


@dataclass(frozen=True)
class Profiles:
    """All profiles by id, the profile of each local id, and the words of countries' names."""

    by_id: Mapping[str, Profile]
    of: Mapping[str, str]
    country_names: Mapping[str, frozenset[str]]
    near: Mapping[str, frozenset[str]]
    """By document: whom and what it speaks of."""

    @cached_property
    def by_kind(self) -> Mapping[str, list[Profile]]:
        """Profiles of each kind, by id."""
        found: dict[str, list[Profile]] = defaultdict(list)
        for _, profile in sorted(self.by_id.items()):
            found[profile.kind].append(profile)
        return found

    @cached_property
    def _spread(self) -> Counter[str]:
        """How many people have a part of a name, as it is written in Latin letters."""
        people = self.by_kind.get("Person", ())
        return Counter(
            text
            for person in people
            for text in {part.text for name in person.names for part in parts_of(name)}
        )

    def namesakes(self, name: str) -> float:
        """How many people would be called as `name` by chance, as often as its parts are.

        Where few people are known no name is rare: each part is taken to be one person's more.
        """
        people = len(self.by_kind.get("Person", ())) + 1
        parts = {part.text for part in parts_of(name)}
        return people * prod((self._spread[text] + 1) / people for text in parts)

    def country_words(self, countries: Iterable[str]) -> frozenset[str]:
        """The romanised words by which texts name any of `countries`."""
        return frozenset().union(*(self.country_names.get(c, ()) for c in countries))


def profiles(read: Read, judgements: Iterable[Judgement], schema: Schema) -> Profiles:
    """The profiles of all entities that are not fixed, from what was read of the graph."""
    linked = [
        Linked(m.local, m.keys, m.dataset) for m in read.mentions if not is_fixed(m.local, schema)
    ]
    canonical = canonical_ids(linked, judgements)
    found: dict[str, Profile] = {}
    for mention in read.mentions:
        if is_fixed(mention.local, schema):
            continue
        id_ = canonical[mention.local]
        kind = kind_of(id_, schema)
        if kind is None:
            continue
        profile = found.setdefault(id_, Profile(id_, kind.name))
        profile.locals.add(mention.local)
        profile.documents.add(mention.document)
        profile.reference |= mention.dataset
        if mention.published:
            profile.published.add(mention.published)
        for name in (mention.name, *mention.forms):
            _name(profile, name, name == mention.name)
        profile.countries |= {
            f"country:{key.split(':')[1]}"
            for key in mention.keys
            if kind.name in ("Agency", "Law", "Strategy") and key.count(":") > 1
        }
    for claim in read.claims:
        subject = found.get(canonical.get(claim.subject, ""))
        other = claim.object and (
            claim.object if is_fixed(claim.object, schema) else canonical.get(claim.object)
        )
        if subject is not None and claim.value is not None:
            _attribute(subject, claim.predicate, claim.value)
        elif other:
            _relation(claim.predicate, claim.qualifiers, claim.subject, subject, other, found)
    names = {country: words_in(called) for country, called in read.countries.items()}
    near: dict[str, set[str]] = defaultdict(set)
    for mention in read.mentions:
        near[mention.document].add(canonical.get(mention.local, mention.local))
    return Profiles(found, canonical, names, {d: frozenset(ids) for d, ids in near.items()})


def _name(profile: Profile, name: str, usual: bool) -> None:
    """Note a name; a form by which a text speaks of it is one where it says enough."""
    if is_acronym(name):
        profile.acronyms.add(name.upper())
        if usual:
            profile.names.add(name)
    elif usual or (profile.kind != "Person" and len(words_of(name).strong) > 1):
        profile.names.add(name)


def _attribute(profile: Profile, predicate: str, value: str) -> None:
    if predicate in ("name", "aliases"):
        _name(profile, value, True)
    elif predicate == "acronym":
        profile.acronyms.add(value.upper())
    elif predicate == "country":
        profile.countries.add(value)
    elif predicate == "sub":
        profile.subs.add(value)
    elif predicate in DATED:
        getattr(profile, DATED[predicate]).add(value)


def _relation(
    predicate: str,
    qualifiers: Mapping[str, str],
    local: str,
    subject: Profile | None,
    other: str,
    found: Mapping[str, Profile],
) -> None:
    """Note what a claim with an object tells of its ends."""
    object_ = found.get(other)
    if predicate == "HOLDS_POST" and subject:
        subject.posts.add((qualifiers.get("title", ""), other))
    elif predicate == "MEMBER_OF" and subject and subject.kind == "Person":
        subject.posts.add(("", other))
    elif predicate == "PART_OF" and subject and other.startswith("country:"):
        subject.countries.add(other)
    elif predicate == "CONCERNS" and subject:
        subject.topics.add(other)
    elif predicate == "ENACTED" and object_:
        if local.startswith("country:"):
            object_.countries.add(local)
        _dates(object_, qualifiers, ("date",))
    elif predicate == "PARTY_TO" and object_:
        object_.parties.add(subject.id if subject else local)
        _dates(object_, qualifiers, ("signed",))
    elif predicate in ("SIGNED", "PARTICIPATED_IN", "HOSTED") and object_:
        object_.guests.add(subject.id if subject else local)
        _dates(object_, qualifiers, ("date",))
        if subject:
            subject.acts.add(other)
    elif predicate == "EDITION_OF" and subject:
        subject.forums.add(other)
        subject.numbers |= {qualifiers[q] for q in ("number",) if q in qualifiers}
    elif predicate == "HELD_IN" and subject:
        subject.countries.add(other)
        _dates(subject, qualifiers, ("place",))


def _dates(profile: Profile, qualifiers: Mapping[str, str], names: Iterable[str]) -> None:
    for name in names:
        if value := qualifiers.get(name):
            getattr(profile, DATED[name]).add(value) if name in DATED else None
            if name == "signed":
                profile.dates.add(value)


def plain(name: str, country_words: frozenset[str]) -> Words:
    """The words of a name without those of its own country's name."""
    return words_of(name).without(country_words)
