"""Which profiles are compared at all: those that share a rare sign.

Signs are parts of names by their sound, what names say, acronyms, and for what has no name of
its own its parties or guests. Pairs come in an order that does not depend on how they were read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from graph.resolution import person_names
from graph.resolution.evidence import Evidence
from graph.resolution.profiles import Profile
from graph.words import skeleton

LARGEST = 40
"""Profiles that share a sign, at most: one that more share says too little.

Of a larger block each is compared with the next ones only.
"""

NEXT = 3

Pair = tuple[Profile, Profile]


def pairs(profiles: Iterable[Profile], known: Evidence) -> Iterator[Pair]:
    """Pairs of profiles of one kind that share a sign, each once."""
    blocks: dict[tuple[str, ...], list[Profile]] = defaultdict(list)
    for profile in profiles:
        for sign in _signs(profile, known):
            blocks[(profile.kind, *sign)].append(profile)
    seen: set[tuple[str, str]] = set()
    for _, members in sorted(blocks.items()):
        for left, right in _within(members):
            ids = (left.id, right.id) if left.id < right.id else (right.id, left.id)
            if ids not in seen:
                seen.add(ids)
                yield (left, right) if left.id < right.id else (right, left)


def _within(members: list[Profile]) -> Iterator[Pair]:
    if len(members) <= LARGEST:
        yield from combinations(members, 2)
        return
    ordered = sorted(members, key=lambda p: (min(p.names, default=""), p.id))
    for at, left in enumerate(ordered):
        yield from ((left, right) for right in ordered[at + 1 : at + 1 + NEXT])


def _signs(profile: Profile, known: Evidence) -> set[tuple[str, ...]]:
    if profile.kind == "Person":
        return _person_signs(profile) | {("at", act) for act in known.roots(profile.acts)}
    signs: set[tuple[str, ...]] = set()
    places = sorted(profile.countries) if profile.kind in BY_COUNTRY else [""]
    for words in known.words(profile):
        told = sorted({*words.concepts, *map(skeleton, words.rest)})
        strong = sorted(
            {*words.strong - words.rest, *(skeleton(w) for w in words.rest if not w.isdigit())}
        )
        grams = [strong] if len(strong) < 2 else [list(p) for p in combinations(strong[:8], 2)]
        signs |= {(place, *gram) for place in places for gram in [*grams, told] if gram}
    signs |= {(place, acronym.casefold()) for place in places for acronym in profile.acronyms}
    signs |= {(place, n.casefold()) for place in places for n in profile.names if " " not in n}
    signs |= {(f"number {n}", place) for place in places for n in profile.numbers if place}
    states = sorted(known.states(profile.parties | profile.guests))
    signs |= {("with", *pair) for pair in combinations(states[:8], 2)}
    signs |= {("of", known.root(forum)) for forum in profile.forums}
    bodies = (party for party in profile.parties if not party.startswith("country:"))
    signs |= {("party", known.root(body)) for body in bodies}
    return signs


BY_COUNTRY = frozenset({"Agency", "Law", "Strategy"})
"""Kinds whose entities are of one country each."""


def _person_signs(profile: Profile) -> set[tuple[str, ...]]:
    """Any two parts of a name, by sound or by what `rigour` knows them as."""
    signs: set[tuple[str, ...]] = set()
    for name in profile.names:
        keys = [
            {skeleton(part.text)[:4], *part.symbols} for part in person_names.parts_of(name)[:6]
        ]
        for ours, theirs in combinations(keys, 2):
            signs |= {tuple(sorted((a, b))) for a in ours for b in theirs}
    return signs
