"""What comparisons rest on: the words of names, who stands behind whom, what was merged so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from graph.resolution import person_names
from graph.resolution.profiles import Profile, Profiles, plain
from graph.resolution.scores import apart
from graph.words import STRONG, Words, likeness, matched, words_of

SORTS = ("act", "bill", "decree", "memorandum", "treaty", "convention", "protocol")
"""Concepts of which two different ones are two things."""

COMPANY_KINDS = frozenset({"person", "event", "agreement"})
"""What the ids begin with of whom and what few texts speak."""

FEW = 10
"""Texts, at most, that speak of what says something of a text that speaks of it too."""

PROPER = frozenset({"united-nations"})
"""Concepts that are the whole name of a body."""


@dataclass(slots=True)
class Evidence:
    """What is known of profiles. `root` leads an id to what has been merged with it so far."""

    profiles: Profiles
    root: Callable[[str], str] = str
    _words: dict[str, tuple[Words, ...]] = field(default_factory=dict)

    def words(self, profile: Profile) -> tuple[Words, ...]:
        """The words of each of a profile's names, without those of its country's name."""
        if profile.id not in self._words:
            country = self.profiles.country_words(profile.countries)
            self._words[profile.id] = tuple(plain(n, country) for n in sorted(profile.names))
        return self._words[profile.id]

    def names(self, left: Profile, right: Profile) -> float:
        """How alike the most alike names of two profiles are."""
        pairs = ((a, b) for a in self.words(left) for b in self.words(right))
        return max((likeness(a, b) for a, b in pairs if a.strong and b.strong), default=0.0)

    def telling(self, left: Profile, right: Profile) -> bool:
        """Whether names that both have say more than a sort: two words that weigh."""
        ours = {w.strong for w in self.words(left)}
        return any(
            w.strong in ours and (len(w.strong) > 1 or w.strong & PROPER) for w in self.words(right)
        )

    def proper(self, left: Profile, right: Profile) -> bool:
        """Whether two profiles share a word that is no concept: a name of its own."""
        ours = frozenset().union(*(w.rest for w in self.words(left)))
        theirs = frozenset().union(*(w.rest for w in self.words(right)))
        parties = self._party_words(left) | self._party_words(right)
        return bool(matched(ours - parties, theirs - parties))

    def other_sort(self, left: Profile, right: Profile) -> bool:
        """Whether two profiles are of sorts of which nothing is both."""
        return apart(self.sorts(left), self.sorts(right)) or apart(left.subs, right.subs)

    def sorts(self, profile: Profile) -> set[str]:
        """What sorts of text the names of a profile say that it is."""
        return {s for words in self.words(profile) for s in SORTS if s in words.concepts}

    def roots(self, ids: Iterable[str]) -> frozenset[str]:
        """What has been merged with `ids` so far."""
        return frozenset(map(self.root, ids))

    def states(self, ids: Iterable[str]) -> frozenset[str]:
        """Who stands behind actors: the country of each body or person that has one."""
        return frozenset(c for i in ids for c in self.states_of(i) or (self.root(i),))

    def states_of(self, id_: str) -> frozenset[str]:
        """The country for which a body or a person acts; none where that is not known."""
        known = self.profiles.by_id.get(id_)
        if known is not None and known.kind == "Person":
            return self.home(known)
        return frozenset(self._country_of(id_))

    def home(self, person: Profile) -> frozenset[str]:
        """The countries of a person's posts."""
        of = {p for _, p in person.posts}
        states = {s for p in of for s in (*self._country_of(p), p) if s.startswith("country:")}
        return frozenset(states | person.countries)

    def bodies(self, person: Profile) -> frozenset[str]:
        """The bodies in which a person has posts."""
        return self.roots(p for _, p in person.posts if not p.startswith("country:"))

    def titles(self, person: Profile) -> frozenset[str]:
        """What the titles of a person say, in any language."""
        return frozenset(
            concept
            for title, _ in person.posts
            for concept, weight in words_of(title).concepts.items()
            if weight >= STRONG
        )

    def near(self, profile: Profile) -> frozenset[str]:
        """Whom and what the texts that speak of a profile speak of too."""
        return self.roots(i for d in profile.documents for i in self.profiles.near[d])

    def company(self, profile: Profile) -> frozenset[str]:
        """Other people, and events and agreements, of which the texts on a profile speak."""
        near = {i for i in self.near(profile) if i.partition(":")[0] in COMPANY_KINDS}
        return frozenset(i for i in near if self._few_texts(i)) - {self.root(profile.id)}

    def people(self, ids: Iterable[str]) -> list[Profile]:
        """Those of `ids` that are people."""
        known = (self.profiles.by_id.get(id_) for id_ in sorted(ids))
        return [one for one in known if one is not None and one.kind == "Person"]

    def name_part(self, left: Profile, right: Profile) -> bool:
        """Whether the names of two people have a part in common, in any spelling."""
        return any(person_names.part_shared(a, b) for a in left.names for b in right.names)

    def _few_texts(self, id_: str) -> bool:
        known = self.profiles.by_id.get(id_)
        return known is not None and len(known.documents) <= FEW

    def _country_of(self, id_: str) -> Iterable[str]:
        known = self.profiles.by_id.get(id_)
        return sorted(known.countries)[:1] if known and known.kind == "Agency" else ()

    def _party_words(self, profile: Profile) -> frozenset[str]:
        """Words of the names of the parties and their countries."""
        parties = profile.parties | profile.guests
        names = (n for p in parties for n in self._names_of(p))
        own = frozenset().union(*(words_of(n).rest for n in names))
        return own | self.profiles.country_words(self.states(parties))

    def _names_of(self, id_: str) -> Iterable[str]:
        known = self.profiles.by_id.get(id_)
        return (*known.names, *known.acronyms) if known else ()
