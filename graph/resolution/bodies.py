"""Bodies and forums compared: by names that say the same, acronyms and country."""

from __future__ import annotations

from graph.resolution.evidence import Evidence
from graph.resolution.profiles import Profile
from graph.resolution.scores import NOTHING, SAME, Comparison, apart, faint, listed
from graph.words import FUNCTIONS, fold, likeness, roman

GATHERINGS = frozenset({"forum", "conference", "summit", "meeting", "international"})
"""Concepts that stand before the title of a forum, or do not."""


def body(known: Evidence, left: Profile, right: Profile) -> Comparison:
    """Bodies of one state: the same country, and names that say the same."""
    shared = left.countries & right.countries
    if not shared:
        return NOTHING
    reasons = [f"both of {listed(shared)}"]
    score = known.names(left, right)
    reasons.append("names that say the same" if score >= SAME else "names alike")
    if score >= SAME:
        score = 0.95 if _one_reading(known, left, right) else 0.8
    acronyms = {a for a in left.acronyms & right.acronyms if len(a) > 2}
    if acronyms:
        reasons.append(f"both called {listed(acronyms)}")
        score = max(score, 0.8) + 0.12 if score >= 0.5 or _foreign(left, right) else 0.7
    elif score < SAME:
        score = faint(score)
    if apart(left.subs, right.subs):
        score -= 0.2
        reasons.append("of different sorts")
    return Comparison(min(score, 1.0), tuple(reasons))


def organization(known: Evidence, left: Profile, right: Profile) -> Comparison:
    """Other bodies: names that say the same, or one name of one word, and no other country."""
    if apart(left.countries, right.countries):
        return NOTHING
    score = known.names(left, right)
    reasons = ["names that say the same" if score >= SAME else "names alike"]
    same = score >= SAME
    if same:
        score = 0.93 if known.telling(left, right) else 0.75
    least = 3 if left.reference or right.reference else 4
    called = _single(left) & _single(right)
    single = {word for word in called if len(word) >= least}
    if single and (same or not (_long(left) and _long(right))):
        return Comparison(0.93, (*reasons, f"both called {listed(single)}"))
    if acronyms := (left.acronyms & right.acronyms) | single:
        reasons.append(f"both called {listed(acronyms)}")
        return Comparison(max(score, 0.7) + (0.1 if score >= 0.5 else 0), tuple(reasons))
    return Comparison(score if same else faint(score), tuple(reasons))


def forum(known: Evidence, left: Profile, right: Profile) -> Comparison:
    """Forums: names that say the same."""
    score = known.names(left, right)
    if score >= 0.95 and known.telling(left, right):
        return Comparison(0.93, ("names that say the same",))
    if _title(known, left, right) >= 0.95:
        return Comparison(0.92, ("one title",))
    return Comparison(min(score, 0.85), ("names alike",))


def _one_reading(known: Evidence, left: Profile, right: Profile) -> bool:
    """Whether names that say the same say what the body is for, not its sort only."""
    ours = [w.strong for w in known.words(left)]
    return any(
        s and s & o and (len(s) > 1 or s & FUNCTIONS)
        for s in ours
        for o in (w.strong for w in known.words(right))
    )


def _title(known: Evidence, left: Profile, right: Profile) -> float:
    """How alike names are without the words for what sort of gathering they are of."""
    ours, theirs = ([w.apart_from(GATHERINGS) for w in known.words(p)] for p in (left, right))
    pairs = [(a, b) for a in ours for b in theirs if min(len(a.strong), len(b.strong)) > 3]
    return max((likeness(a, b) for a, b in pairs), default=0.0)


def _long(profile: Profile) -> bool:
    """Whether a profile has a name of several words."""
    return any(" " in name for name in profile.names)


def _single(profile: Profile) -> frozenset[str]:
    """Names of one word, acronyms too, in Latin letters."""
    names = {n for n in profile.names if " " not in n} | profile.acronyms
    return frozenset(roman(fold(n)) for n in names)


def _foreign(left: Profile, right: Profile) -> bool:
    """Whether no name of one is in the script of one of the other."""
    scripts = [{n.isascii() for n in p.names} for p in (left, right)]
    return not scripts[0] & scripts[1]
