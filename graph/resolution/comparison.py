"""How likely two profiles are one entity: one comparison for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.resolution.agreements import agreement, two_agreements
from graph.resolution.bodies import body, forum, organization
from graph.resolution.events import event, two_events
from graph.resolution.evidence import Evidence
from graph.resolution.laws import law, strategy
from graph.resolution.people import person
from graph.resolution.profiles import Profile
from graph.resolution.scores import Comparison

COMPARISONS: Mapping[str, Callable[[Evidence, Profile, Profile], Comparison]] = {
    "Agency": body,
    "Organization": organization,
    "Forum": forum,
    "Law": law,
    "Strategy": strategy,
    "Agreement": agreement,
    "Event": event,
    "Person": person,
}

TWO: Mapping[str, Callable[[Evidence, Profile, Profile], bool]] = {
    "Agreement": two_agreements,
    "Event": two_events,
}
"""What tells two apart, of kinds that are told by what is known of them more than by names."""

ROUNDS = (
    ("Agency", "Organization"),
    ("Forum", "Law", "Strategy"),
    ("Agreement",),
    ("Event",),
    ("Person",),
    ("Event",),
    ("Person",),
)
"""Kinds in the order in which they are compared: each may rest on what was merged before.

An event tells who its people are, and people which event it was, so both come twice.
"""


def compare(known: Evidence, left: Profile, right: Profile) -> Comparison:
    """Compare two profiles of one kind."""
    return COMPARISONS[left.kind](known, left, right)


def are_two(known: Evidence, left: Profile, right: Profile) -> bool:
    """Whether two profiles of one kind are known to be two, and not only not known to be one."""
    if left.reference and right.reference:
        return known.root(left.id) != known.root(right.id)
    return left.kind in TWO and TWO[left.kind](known, left, right)
