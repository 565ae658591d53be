"""Agreements compared: by a name of their own, or by parties, sort, date and subject."""

from __future__ import annotations

from graph.resolution.dates import conflict, days_apart, same_day, same_period, year_apart
from graph.resolution.evidence import Evidence
from graph.resolution.profiles import Profile
from graph.resolution.scores import NOTHING, SAME, Comparison, apart, listed

REPORTED_DAYS = 120
"""Within how many days of a signing a text without its date may be one that reports it."""

LASTING_DAYS = 5 * 366
"""How long texts speak of an agreement of two bodies as the one that they have."""


def agreement(known: Evidence, left: Profile, right: Profile) -> Comparison:
    """A name of its own; the same bodies with the same sort; or the same states and date."""
    slip = year_apart(left.dates, right.dates)
    if (conflict(left.dates, right.dates) and not slip) or known.other_sort(left, right):
        return NOTHING
    if not slip and known.names(left, right) >= SAME and known.proper(left, right):
        return Comparison(0.93, ("names that say the same, and no other's",))
    if _bodies(parties := _parties(known, left, right)):
        return _of_bodies(known, left, right, parties, slip)
    return NOTHING if slip else _of_states(known, left, right)


def two_agreements(known: Evidence, left: Profile, right: Profile) -> bool:
    """Whether two are known to be two: by their dates."""
    return conflict(left.dates, right.dates) and not year_apart(left.dates, right.dates)


def _parties(known: Evidence, left: Profile, right: Profile) -> frozenset[str]:
    """The parties of both, where one text names all of the other's; none where they differ.

    Texts often leave a party to be understood: "the memorandum that binds the ODPP".
    """
    ours, theirs = known.roots(left.parties), known.roots(right.parties)
    if not ours or not theirs:
        return frozenset()
    for few, many, text in ((ours, theirs, left), (theirs, ours, right)):
        if few <= many and many - few <= known.near(text):
            return many
    return frozenset()


def _bodies(parties: frozenset[str]) -> bool:
    """Whether parties are two bodies or more, and no state."""
    return len(parties) > 1 and not any(p.startswith("country:") for p in parties)


def _of_bodies(
    known: Evidence, left: Profile, right: Profile, parties: frozenset[str], slip: bool
) -> Comparison:
    """Agreements of the same bodies, which seldom have two of one sort.

    A year that is one too many or too few is a slip where the subject is the same.
    """
    shared = left.topics & right.topics
    sorts = (left.subs & right.subs) | (known.sorts(left) & known.sorts(right))
    reasons = [f"the same parties: {listed(parties)}"]
    if shared:
        reasons.append(f"both on {listed(shared)}")
    if slip:
        reasons.append("years one apart")
        return Comparison(0.9 if shared and sorts else 0.7, tuple(reasons))
    if same_period(left.dates, right.dates) or _reported(left, right):
        day = same_day(left.dates, right.dates)
        reasons.append("the same date" if day else "about the same date")
        return Comparison(0.97 if day else 0.92, tuple(reasons))
    if not sorts or apart(_wider(left), _wider(right)) or not _lasting(left, right):
        return Comparison(0.75, tuple(reasons))
    reasons.append(f"both {listed(sorts)}")
    return Comparison(0.93 if shared else 0.9, tuple(reasons))


def _wider(agreement: Profile) -> set[str]:
    """What an agreement is on, and the topics that hold these: crime.fraud is of crime."""
    return {
        topic.rsplit(".", times)[0]
        for topic in agreement.topics
        for times in range(topic.count(".") + 1)
    }


def _of_states(known: Evidence, left: Profile, right: Profile) -> Comparison:
    """Agreements of states or their bodies: of these a pair has many, and the date decides."""
    states = known.states(left.parties), known.states(right.parties)
    if len(states[0]) < 2 or not states[0] & states[1]:
        return NOTHING
    day = same_day(left.dates, right.dates)
    near = day or same_period(left.dates, right.dates) or _reported(left, right)
    if known.roots(left.parties) == known.roots(right.parties):
        reasons = [f"the same parties: {listed(known.roots(left.parties))}"]
        score = 0.75
    elif states[0] == states[1]:
        reasons = [f"parties of the same states: {listed(states[0])}"]
        score = 0.7 if day else 0.6
    elif states[0] < states[1] or states[1] < states[0]:
        reasons = [f"parties in common: {listed(states[0] & states[1])}"]
        score = 0.45
    else:
        return NOTHING
    if near:
        reasons.append("the same date" if day else "about the same date")
        score += 0.22 if day else 0.17
    if left.topics & right.topics:
        reasons.append(f"both on {listed(left.topics & right.topics)}")
        score += 0.03
    return Comparison(min(score, 1.0), tuple(reasons))


def _reported(left: Profile, right: Profile) -> bool:
    """Whether one is undated and reported not long after the date of the other."""
    return _after(left, right, REPORTED_DAYS) or _after(right, left, REPORTED_DAYS)


def _after(dated: Profile, other: Profile, days: int) -> bool:
    return not other.dates and any(
        0 <= days_apart(d, p) <= days for d in dated.dates for p in other.published
    )


def _lasting(left: Profile, right: Profile) -> bool:
    """Whether texts on both may speak of one: no text before the date, and none much later."""
    if left.dates or right.dates:
        return _after(left, right, LASTING_DAYS) or _after(right, left, LASTING_DAYS)
    return any(
        abs(days_apart(a, b)) <= LASTING_DAYS for a in left.published for b in right.published
    )
