"""What each sign of a name is worth: weights learnt once by `tools/train_names.py`."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "names" / "weights.tsv"

Weights = dict[str, tuple[float, float]]


@cache
def weights() -> Weights:
    """By sign: how far it speaks for a person and for a body, against anything else."""
    rows = (line.split("\t") for line in FILE.read_text("utf-8").splitlines())
    return {sign: (float(person), float(body)) for sign, person, body in rows}


def likelihood(signs: Iterable[str]) -> tuple[float, float]:
    """The probabilities, from 0 to 1, that a name with these signs is a person's and a body's."""
    table = weights()
    person = body = 0.0
    for sign in signs:
        if sign in table:
            more_person, more_body = table[sign]
            person += more_person
            body += more_body
    of_person, of_body = math.exp(min(person, 50)), math.exp(min(body, 50))
    total = 1 + of_person + of_body
    return of_person / total, of_body / total
