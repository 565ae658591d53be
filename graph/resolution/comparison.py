"""How likely two profiles are one entity, with reasons: one comparison for each kind.

A score is a judgement in numbers, not a probability: names give most of it, and what else is
known adds or takes away. `ACCEPTED` and above is strong enough for a machine to merge, `PROPOSED`
and above is worth a person's look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from graph.resolution import people
from graph.resolution.dates import conflict, days_apart, same_day, same_period
from graph.resolution.profiles import Profile, Profiles, plain
from graph.words import FUNCTIONS, STRONG, Words, fold, likeness, matched, roman, words_of

ACCEPTED, PROPOSED = 0.9, 0.6

SAME = 0.9
"""Likeness from which on names say the same."""

REPORTED_DAYS = 120
"""Within how many days of a signing a text without its date may be one that reports it."""

SORTS = ("act", "bill", "decree", "memorandum", "treaty", "convention", "protocol")
"""Concepts of which two different ones are two things."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A score, 0 to 1, and what it rests on."""

    score: float
    reasons: tuple[str, ...] = ()


NOTHING = Comparison(0.0)


@dataclass(slots=True)
class Comparer:
    """Compares profiles. `root` leads an id to what has been merged with it so far."""

    profiles: Profiles
    root: Callable[[str], str] = str
    _words: dict[str, tuple[Words, ...]] = field(default_factory=dict)

    def compare(self, left: Profile, right: Profile) -> Comparison:
        """Compare two profiles of one kind."""
        return COMPARISONS[left.kind](self, left, right)

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

    def body(self, left: Profile, right: Profile) -> Comparison:
        """Bodies of one state: the same country, and names that say the same."""
        shared = left.countries & right.countries
        if not shared:
            return NOTHING
        reasons = [f"both of {_list(shared)}"]
        score = self.names(left, right)
        reasons.append("names that say the same" if score >= SAME else "names alike")
        if score >= SAME:
            score = 0.95 if self._one_reading(left, right) else 0.8
        acronyms = {a for a in left.acronyms & right.acronyms if len(a) > 2}
        if acronyms:
            reasons.append(f"both called {_list(acronyms)}")
            score = max(score, 0.8) + 0.12 if score >= 0.5 or _foreign(left, right) else 0.7
        elif score < SAME:
            score = _faint(score)
        if _apart(left.subs, right.subs):
            score -= 0.2
            reasons.append("of different sorts")
        return Comparison(min(score, 1.0), tuple(reasons))

    def organization(self, left: Profile, right: Profile) -> Comparison:
        """Other bodies: names that say the same, or one name of one word, and no other country."""
        if _apart(left.countries, right.countries):
            return NOTHING
        score = self.names(left, right)
        reasons = ["names that say the same" if score >= SAME else "names alike"]
        same = score >= SAME
        if same:
            score = 0.93 if self.telling(left, right) else 0.75
        least = 3 if left.reference or right.reference else 4
        called = self._single(left) & self._single(right)
        single = {word for word in called if len(word) >= least}
        if single and (same or not (self._long(left) and self._long(right))):
            return Comparison(0.93, (*reasons, f"both called {_list(single)}"))
        if acronyms := (left.acronyms & right.acronyms) | single:
            reasons.append(f"both called {_list(acronyms)}")
            return Comparison(max(score, 0.7) + (0.1 if score >= 0.5 else 0), tuple(reasons))
        return Comparison(score if same else _faint(score), tuple(reasons))

    def _long(self, profile: Profile) -> bool:
        """Whether a profile has a name of several words."""
        return any(" " in name for name in profile.names)

    def _single(self, profile: Profile) -> frozenset[str]:
        """Names of one word, acronyms too, in Latin letters."""
        names = {n for n in profile.names if " " not in n} | profile.acronyms
        return frozenset(roman(fold(n)) for n in names)

    def forum(self, left: Profile, right: Profile) -> Comparison:
        """Forums: names that say the same."""
        score = self.names(left, right)
        if score >= 0.95 and self.telling(left, right):
            return Comparison(0.93, ("names that say the same",))
        if self._title(left, right) >= 0.95:
            return Comparison(0.92, ("one title",))
        return Comparison(min(score, 0.85), ("names alike",))

    def _title(self, left: Profile, right: Profile) -> float:
        """How alike names are without the words for what sort of gathering they are of."""
        ours, theirs = ([w.apart_from(GATHERINGS) for w in self.words(p)] for p in (left, right))
        pairs = [(a, b) for a in ours for b in theirs if min(len(a.strong), len(b.strong)) > 3]
        return max((likeness(a, b) for a, b in pairs), default=0.0)

    def law(self, left: Profile, right: Profile) -> Comparison:
        """Laws of one country: name and year, or number and year."""
        shared = left.countries & right.countries
        years = _years(left), _years(right)
        if not shared or _apart(*years) or _apart(left.numbers, right.numbers):
            return NOTHING
        if self._other_sort(left, right):
            return NOTHING
        reasons = [f"both of {_list(shared)}"]
        score = self.names(left, right)
        same_year, same_number = bool(years[0] & years[1]), bool(left.numbers & right.numbers)
        if same_year:
            reasons.append(f"both of {_list(years[0] & years[1])}")
        if same_number and same_year:
            return Comparison(0.95, (*reasons, f"both number {_list(left.numbers)}"))
        if score >= SAME:
            reasons.append("names that say the same")
            score = 0.95 if same_year else 0.8
        return Comparison(min(score, 0.85) if not same_year else score, tuple(reasons))

    def strategy(self, left: Profile, right: Profile) -> Comparison:
        """Strategies of one country: the name, and the year of either edition."""
        shared = left.countries & right.countries
        years = _years(left), _years(right)
        if not shared or _apart(*years) or self.names(left, right) < SAME:
            return NOTHING
        same = bool(years[0] & years[1])
        reasons = (f"both of {_list(shared)}", "names that say the same")
        return Comparison(0.93 if same else 0.85, reasons)

    def agreement(self, left: Profile, right: Profile) -> Comparison:
        """Agreements: a name of its own, or the parties with sort, day and subject."""
        if conflict(left.dates, right.dates) or self._other_sort(left, right):
            return NOTHING
        score = self.names(left, right)
        if score >= SAME and self._proper(left, right):
            return Comparison(0.93, ("names that say the same, and no other's",))
        parties = self._roots(left.parties), self._roots(right.parties)
        states = self.states(left.parties), self.states(right.parties)
        if len(states[0]) < 2 or not states[0] & states[1]:
            return NOTHING
        reasons = []
        day = same_day(left.dates, right.dates)
        near = day or same_period(left.dates, right.dates) or self._reported(left, right)
        if parties[0] == parties[1]:
            reasons.append(f"the same parties: {_list(parties[0])}")
            score = 0.75
        elif states[0] == states[1]:
            reasons.append(f"parties of the same states: {_list(states[0])}")
            score = 0.7 if day else 0.6
        elif states[0] < states[1] or states[1] < states[0]:
            reasons.append(f"parties in common: {_list(states[0] & states[1])}")
            score = 0.45
        else:
            return NOTHING
        if near:
            reasons.append("the same date" if day else "about the same date")
            score += 0.22 if day else 0.17
        if left.topics & right.topics:
            reasons.append(f"both on {_list(left.topics & right.topics)}")
            score += 0.03
        return Comparison(min(score, 1.0), tuple(reasons))

    def person(self, left: Profile, right: Profile) -> Comparison:
        """People: their names, and the country, body and post that go with them."""
        score = max((people.likeness(a, b) for a in left.names for b in right.names), default=0.0)
        if score < 0.4:
            return NOTHING
        countries = self._home(left), self._home(right)
        bodies = self._bodies(left), self._bodies(right)
        rare = self._rare(left, right)
        reasons = ["one name" if score >= people.FULL - 0.01 else "names alike"]
        if shared := bodies[0] & bodies[1]:
            reasons.append(f"both of {_list(shared)}")
            score += 0.2
        elif near := (bodies[0] & self._near(right)) | (bodies[1] & self._near(left)):
            reasons.append(f"one of {_list(near)}, of which the other's text speaks")
            score += 0.12
        if shared := countries[0] & countries[1]:
            reasons.append(f"both of {_list(shared)}")
            score += 0.11 if rare else 0.07
        elif countries[0] and countries[1]:
            return Comparison(min(score - 0.4, 0.5), (*reasons, "of different countries"))
        elif near := (countries[0] & self._near(right)) | (countries[1] & self._near(left)):
            reasons.append(f"one of {_list(near)}, of which the other's text speaks")
            score += 0.11 if rare else 0.05
        if titles := self._titles(left) & self._titles(right):
            reasons.append(f"both {_list(titles)}")
            score += 0.04
        if acts := self._roots(left.acts) & self._roots(right.acts):
            reasons.append(f"both in {_list(acts)}")
            score += 0.12
        return Comparison(min(score, 1.0), tuple(reasons))

    def event(self, left: Profile, right: Profile) -> Comparison:
        """Events: edition of a forum, a name of its own, or day, sort and who was there."""
        dates = left.dates, right.dates
        if conflict(*dates) or _apart(left.numbers, right.numbers) or _apart(left.subs, right.subs):
            return NOTHING
        if _apart(left.countries, right.countries):
            return NOTHING
        near = same_day(*dates) or same_period(*dates)
        if forums := self._roots(left.forums) & self._roots(right.forums):
            reasons = [f"both of {_list(forums)}"]
            if left.numbers & right.numbers:
                return Comparison(0.95, (*reasons, f"both number {_list(left.numbers)}"))
            return Comparison(0.92 if near else 0.6, tuple(reasons))
        score = self.names(left, right)
        if score >= SAME and self._proper(left, right) and near:
            return Comparison(0.93, ("one name of its own", "the same date"))
        guests = self.states(left.guests), self.states(right.guests)
        shared = guests[0] & guests[1]
        if not same_day(*dates) or len(shared) < 2 or not left.subs & right.subs:
            return Comparison(min(score * 0.65, 0.7) if near else 0.0, ("names alike",))
        reasons = ["the same day", f"both with {_list(shared)}"]
        place = bool(left.places & right.places or left.countries & right.countries)
        return Comparison(0.92 if place else 0.8, tuple(reasons))

    def _one_reading(self, left: Profile, right: Profile) -> bool:
        """Whether names that say the same say what the body is for, not its sort only."""
        ours = [w.strong for w in self.words(left)]
        return any(
            s and s & o and (len(s) > 1 or s & FUNCTIONS)
            for s in ours
            for o in (w.strong for w in self.words(right))
        )

    def _proper(self, left: Profile, right: Profile) -> bool:
        """Whether two profiles share a word that is no concept: a name of its own."""
        ours = frozenset().union(*(w.rest for w in self.words(left)))
        theirs = frozenset().union(*(w.rest for w in self.words(right)))
        parties = self._party_words(left) | self._party_words(right)
        return bool(matched(ours - parties, theirs - parties))

    def _party_words(self, profile: Profile) -> frozenset[str]:
        """Words of the names of the parties and their countries."""
        states = {p for p in self.states(profile.parties | profile.guests)}
        names = (n for p in profile.parties | profile.guests for n in self._names_of(p))
        own = frozenset().union(*(words_of(n).rest for n in names))
        return own | self.profiles.country_words(states)

    def _names_of(self, id_: str) -> Iterable[str]:
        known = self.profiles.by_id.get(id_)
        return (*known.names, *known.acronyms) if known else ()

    def _other_sort(self, left: Profile, right: Profile) -> bool:
        sorts = [
            {s for w in self.words(p) for s in SORTS if s in w.concepts} for p in (left, right)
        ]
        return _apart(*sorts) or _apart(left.subs, right.subs)

    def _reported(self, left: Profile, right: Profile) -> bool:
        """Whether one is undated and reported not long after the date of the other."""
        for dated, other in ((left, right), (right, left)):
            if dated.dates and not other.dates:
                return any(
                    0 <= days_apart(d, p) <= REPORTED_DAYS
                    for d in dated.dates
                    for p in other.published
                )
        return False

    def _rare(self, left: Profile, right: Profile) -> bool:
        """Whether the names that match have three parts: few people share as many."""
        return min(max(len(people.parts_of(n)) for n in p.names) for p in (left, right)) > 2

    def _roots(self, ids: Iterable[str]) -> frozenset[str]:
        return frozenset(map(self.root, ids))

    def states(self, ids: Iterable[str]) -> frozenset[str]:
        """Who stands behind actors: the country of each body that has one."""
        return frozenset(c for i in ids for c in self._country_of(i) or (self.root(i),))

    def _country_of(self, id_: str) -> Iterable[str]:
        known = self.profiles.by_id.get(id_)
        return sorted(known.countries)[:1] if known and known.kind == "Agency" else ()

    def _home(self, person: Profile) -> frozenset[str]:
        of = {p for _, p in person.posts}
        states = {s for p in of for s in (*self._country_of(p), p) if s.startswith("country:")}
        return frozenset(states | person.countries)

    def _bodies(self, person: Profile) -> frozenset[str]:
        return self._roots(p for _, p in person.posts if not p.startswith("country:"))

    def _near(self, profile: Profile) -> frozenset[str]:
        """Whom and what the texts that speak of a profile speak of too."""
        return self._roots(i for d in profile.documents for i in self.profiles.near[d])

    def _titles(self, person: Profile) -> frozenset[str]:
        return frozenset(
            concept
            for title, _ in person.posts
            for concept, weight in words_of(title).concepts.items()
            if weight >= STRONG
        )


GATHERINGS = frozenset({"forum", "conference", "summit", "meeting", "international"})
"""Concepts that stand before the title of a forum, or do not."""

PROPER = frozenset({"united-nations"})
"""Concepts that are the whole name of a body."""

COMPARISONS: Mapping[str, Callable[[Comparer, Profile, Profile], Comparison]] = {
    "Agency": Comparer.body,
    "Organization": Comparer.organization,
    "Forum": Comparer.forum,
    "Law": Comparer.law,
    "Strategy": Comparer.strategy,
    "Agreement": Comparer.agreement,
    "Event": Comparer.event,
    "Person": Comparer.person,
}

ROUNDS = (
    ("Agency", "Organization"),
    ("Forum", "Law", "Strategy"),
    ("Agreement",),
    ("Event",),
    ("Person",),
)
"""Kinds in the order in which they are compared: each may rest on what was merged before."""


def _faint(score: float) -> float:
    """The score of names that do not say the same and have nothing else for them."""
    return min(score, 0.85) if score >= 0.75 else score * 0.8


def _apart(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether both are known and have nothing in common."""
    left, right = set(left), set(right)
    return bool(left and right and not left & right)


def _years(profile: Profile) -> set[str]:
    years = {y[:4] for y in profile.years | profile.dates}
    return years | {
        w for n in profile.names for w in words_of(n).rest if w.isdigit() and len(w) == 4
    }


def _foreign(left: Profile, right: Profile) -> bool:
    """Whether no name of one is in the script of one of the other."""
    scripts = [{n.isascii() for n in p.names} for p in (left, right)]
    return not scripts[0] & scripts[1]


def _list(values: Iterable[str]) -> str:
    return ", ".join(sorted(values))
