"""Events compared: edition of a forum, a name of its own, or day, place, sort and who was there."""

from __future__ import annotations

from graph.resolution.dates import conflict, same_day, same_period
from graph.resolution.evidence import Evidence
from graph.resolution.profiles import Profile
from graph.resolution.scores import NOTHING, SAME, Comparison, apart, listed


def event(known: Evidence, left: Profile, right: Profile) -> Comparison:
    """One edition, one name of its own, or one day, place and sort with the same guests."""
    dates = left.dates, right.dates
    if conflict(*dates) or apart(left.numbers, right.numbers) or apart(left.subs, right.subs):
        return NOTHING
    if apart(left.countries, right.countries):
        return NOTHING
    near = same_day(*dates) or same_period(*dates)
    if forums := known.roots(left.forums) & known.roots(right.forums):
        reasons = [f"both of {listed(forums)}"]
        if left.numbers & right.numbers:
            return Comparison(0.95, (*reasons, f"both number {listed(left.numbers)}"))
        return Comparison(0.92 if near else 0.6, tuple(reasons))
    score = known.names(left, right)
    if score >= SAME and known.proper(left, right) and near:
        return Comparison(0.93, ("one name of its own", "the same date"))
    if same_day(*dates) and left.subs & right.subs and left.guests and right.guests:
        return _met(known, left, right, score)
    return Comparison(min(score * 0.65, 0.7) if near else 0.0, ("names alike",))


def two_events(known: Evidence, left: Profile, right: Profile) -> bool:
    """Whether two are known to be two: by their dates, or by who else was at each."""
    ours, theirs = known.states(left.guests), known.states(right.guests)
    return conflict(left.dates, right.dates) or bool(ours - theirs and theirs - ours)


def _met(known: Evidence, left: Profile, right: Profile, score: float) -> Comparison:
    """Two events of one day and sort: who was at both."""
    states = known.states(left.guests), known.states(right.guests)
    people = known.roots(p.id for p in known.people(left.guests)) & known.roots(
        p.id for p in known.people(right.guests)
    )
    place = bool(left.places & right.places or left.countries & right.countries)
    shared = states[0] & states[1]
    reasons = ("the same day", f"both with {listed(people or shared)}")
    if len(shared) > 1:
        others = any(_others(known, state, left, right) for state in shared)
        return Comparison(0.7 if others else 0.92 if place else 0.8, reasons)
    if people and (states[0] <= states[1] or states[1] <= states[0]):
        return Comparison(0.91 if place else 0.7, reasons)
    if two_events(known, left, right):
        return NOTHING
    return Comparison(min(score * 0.65, 0.7), ("the same day", "names alike"))


def _others(known: Evidence, state: str, left: Profile, right: Profile) -> bool:
    """Whether a state was there in other people, whose names have no part in common."""
    ours, theirs = (
        [p for p in known.people(e.guests) if state in known.home(p)] for e in (left, right)
    )
    return bool(ours and theirs) and not any(
        known.root(a.id) == known.root(b.id) or known.name_part(a, b) for a in ours for b in theirs
    )
