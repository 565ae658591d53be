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
    return (
        f"rule:{rule}",
        f"quote:{min(quote // STEP, STEPS)}",
        "named:often" if named > 1 else "named:once",
    )


def confidence(rule: str, quote: int, named: int) -> float | None:
    """The share of claims with these signs that are right, from 0 to 1; None for a rule that was
    never measured."""
    return _share(signs(rule, quote, named))


@cache
def _share(known: tuple[str, ...]) -> float | None:
    weights = _weights()
    if known[0] not in weights:
        return None
    total = weights["base"] + sum(weights.get(sign, 0.0) for sign in known)
    return round(1 / (1 + math.exp(-total)), 2)


@cache
def _weights() -> Mapping[str, float]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["sign"]: float(row["weight"]) for row in csv.DictReader(file)}
