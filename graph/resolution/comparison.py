"""How likely two profiles are one entity: one comparison for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph.resolution.agreements import agreement
from graph.resolution.bodies import body, forum, organization
from graph.resolution.events import event
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
