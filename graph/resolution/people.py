"""People compared: by their names, and by country, body, post and what they took part in."""

from __future__ import annotations

from graph.resolution import person_names
from graph.resolution.evidence import Evidence
from graph.resolution.profiles import Profile
from graph.resolution.scores import NOTHING, Comparison, listed

ONLY_ONE = frozenset({"minister", "ambassador", "prosecution", "attorney-general", "president"})
"""Titles of those who head what they stand for."""

BESIDE = frozenset({"deputy"})
"""Titles of those who stand beside the one."""

NAMESAKES = 0.001
"""People called so by chance, among all that are known, below which a name is rare."""

COMPANY = 2
"""People, events and agreements in common, from which on two texts tell of one matter."""


def person(known: Evidence, left: Profile, right: Profile) -> Comparison:
    """People: their names, and the country, body and post that go with them."""
    score = max((person_names.likeness(a, b) for a in left.names for b in right.names), default=0.0)
    if score < 0.4:
        return _in_one_post(known, left, right)
    countries = known.home(left), known.home(right)
    bodies = known.bodies(left), known.bodies(right)
    rare = _rare(known, left, right)
    reasons = ["one name" if score >= person_names.FULL - 0.01 else "names alike"]
    if shared := bodies[0] & bodies[1]:
        reasons.append(f"both of {listed(shared)}")
        score += 0.2
    elif near := (bodies[0] & known.near(right)) | (bodies[1] & known.near(left)):
        reasons.append(f"one of {listed(near)}, of which the other's text speaks")
        score += 0.12
    if shared := countries[0] & countries[1]:
        reasons.append(f"both of {listed(shared)}")
        score += 0.11 if rare else 0.07
    elif countries[0] and countries[1]:
        return Comparison(min(score - 0.4, 0.5), (*reasons, "of different countries"))
    elif near := (countries[0] & known.near(right)) | (countries[1] & known.near(left)):
        reasons.append(f"one of {listed(near)}, of which the other's text speaks")
        score += 0.11 if rare else 0.05
    if titles := known.titles(left) & known.titles(right):
        reasons.append(f"both {listed(titles)}")
        score += 0.04
    if acts := known.roots(left.acts) & known.roots(right.acts):
        reasons.append(f"both in {listed(acts)}")
        score += 0.12
    elif len(company := known.company(left) & known.company(right)) >= COMPANY:
        reasons.append(f"both texts speak of {listed(company)}")
        score += 0.18
    return Comparison(min(score, 1.0), tuple(reasons))


def _in_one_post(known: Evidence, left: Profile, right: Profile) -> Comparison:
    """People of names hardly alike who alone stood for one country at one event: misspelt."""
    acts = known.roots(left.acts) & known.roots(right.acts)
    countries = known.home(left) & known.home(right)
    ours, theirs = known.titles(left), known.titles(right)
    if not acts or not countries or not ours & theirs & ONLY_ONE or (ours | theirs) & BESIDE:
        return NOTHING
    if not known.name_part(left, right) or not all(_alone(known, p) for p in (left, right)):
        return NOTHING
    reasons = (
        "a part of the name alike",
        f"alone of {listed(countries)} in {listed(acts)}",
        f"both {listed(ours & theirs)}",
    )
    return Comparison(0.9, reasons)


def _alone(known: Evidence, person: Profile) -> bool:
    """Whether no text tells of another of the same country where a person took part."""
    acts = (known.profiles.by_id.get(act) for act in person.acts)
    guests = (guest for act in acts if act for guest in known.people(act.guests))
    return all(g is person or not known.home(g) & known.home(person) for g in guests)


def _rare(known: Evidence, left: Profile, right: Profile) -> bool:
    """Whether few people share the names that match: of three parts, or of parts that few have."""
    parts = min(max(len(person_names.parts_of(n)) for n in p.names) for p in (left, right))
    namesakes = max(known.profiles.namesakes(n) for p in (left, right) for n in p.names)
    return parts > 2 or (parts == 2 and namesakes < NAMESAKES)
