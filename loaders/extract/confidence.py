"""How sure a claim is: the share of claims with its signs that were right in annotated documents.

The weights of the signs are in `confidence.csv`, fitted by `tools/calibrate.py`.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("confidence.csv")

ACCEPTED = 0.6
"""Confidence below which a claim waits for a person's word."""

STEP, STEPS = 80, 3
"""Letters by which lengths of quotes are told apart, and how many such steps."""


def signs(rule: str, quote: int, named: int) -> tuple[str, ...]:
    """What speaks for or against a claim: the rule that made it, the length of its quote in
    letters, and how often the entity is named that is named least."""
    return _signs(rule, min(quote // STEP, STEPS), named > 1)


def _signs(rule: str, steps: int, often: bool) -> tuple[str, ...]:
    return f"rule:{rule}", f"quote:{steps}", "named:often" if often else "named:once"


def confidence(rule: str, quote: int, named: int) -> float | None:
    """The share of claims with these signs that are right, from 0 to 1; None for a rule that was
    never measured."""
    return _share(rule, min(quote // STEP, STEPS), named > 1)


@cache
def _share(rule: str, steps: int, often: bool) -> float | None:
    weights, known = _weights(), _signs(rule, steps, often)
    if known[0] not in weights:
        return None
    total = weights["base"] + sum(weights.get(sign, 0.0) for sign in known)
    return round(1 / (1 + math.exp(-total)), 2)


@cache
def _weights() -> Mapping[str, float]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["sign"]: float(row["weight"]) for row in csv.DictReader(file)}
