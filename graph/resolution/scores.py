"""What a comparison says: a score with its reasons, and what scores mean.

A score is a judgement in numbers, not a probability: names give most of it, and what else is
known adds or takes away.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

ACCEPTED, PROPOSED = 0.9, 0.6
"""Strong enough for a machine to merge, and worth a person's look."""

SAME = 0.9
"""Likeness from which on names say the same."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A score, 0 to 1, and what it rests on."""

    score: float
    reasons: tuple[str, ...] = ()


NOTHING = Comparison(0.0)


def faint(score: float) -> float:
    """The score of names that do not say the same and have nothing else for them."""
    return min(score, 0.85) if score >= 0.75 else score * 0.8


def apart(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether both are known and have nothing in common."""
    left, right = set(left), set(right)
    return bool(left and right and not left & right)


def listed(values: Iterable[str]) -> str:
    """Values as a reason names them."""
    return ", ".join(sorted(values))
