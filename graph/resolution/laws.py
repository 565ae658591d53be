"""Laws and strategies compared: of one country, by name, number and year."""

from __future__ import annotations

from graph.resolution.evidence import Evidence
from graph.resolution.profiles import Profile
from graph.resolution.scores import NOTHING, SAME, Comparison, apart, listed
from graph.words import words_of


def law(known: Evidence, left: Profile, right: Profile) -> Comparison:
    """Laws of one country: name and year, or number and year."""
    shared = left.countries & right.countries
    years = _years(left), _years(right)
    if not shared or apart(*years) or apart(left.numbers, right.numbers):
        return NOTHING
    if known.other_sort(left, right):
        return NOTHING
    reasons = [f"both of {listed(shared)}"]
    score = known.names(left, right)
    same_year, same_number = bool(years[0] & years[1]), bool(left.numbers & right.numbers)
    if same_year:
        reasons.append(f"both of {listed(years[0] & years[1])}")
    if same_number and same_year:
        return Comparison(0.95, (*reasons, f"both number {listed(left.numbers)}"))
    if score >= SAME:
        reasons.append("names that say the same")
        score = 0.95 if same_year else 0.8
    return Comparison(min(score, 0.85) if not same_year else score, tuple(reasons))


def strategy(known: Evidence, left: Profile, right: Profile) -> Comparison:
    """Strategies of one country: the name, and the year of either edition."""
    shared = left.countries & right.countries
    years = _years(left), _years(right)
    if not shared or apart(*years) or known.names(left, right) < SAME:
        return NOTHING
    same = bool(years[0] & years[1])
    reasons = (f"both of {listed(shared)}", "names that say the same")
    return Comparison(0.93 if same else 0.85, reasons)


def _years(profile: Profile) -> set[str]:
    years = {y[:4] for y in profile.years | profile.dates}
    return years | {
        w for n in profile.names for w in words_of(n).rest if w.isdigit() and len(w) == 4
    }
