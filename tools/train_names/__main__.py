"""Learn what each sign of a name is worth: `python -m tools.train_names FOLDER`.

FOLDER holds clones of the annotated texts that `corpora.py` names. Writes
`loaders/lexicon/names/weights.tsv`: the same for the same texts, lexicons and lists.
"""

from __future__ import annotations

import itertools
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.model import Document
from loaders.extract.mentions.candidates import Candidate, candidates
from loaders.extract.mentions.judged import find_judged_bodies
from loaders.extract.mentions.signs import signs
from loaders.extract.reading import Reading
from loaders.extract.rules import MENTIONS, read
from loaders.lexicon.names import names
from loaders.lexicon.pack import pack
from loaders.lexicon.weights import FILE
from tools.train_names import corpora, patterns
from tools.train_names.corpora import BODY, OTHER, PERSON, Sample

KINDS = (PERSON, BODY)
OVERLAP = 0.6
"""Share of the longer of two names that both cover, from which they are the same."""

LEAST_COUNT = 3
LEAST_WEIGHT = 0.08
ROUNDS, PACE, RIDGE = 6, 0.15, 5e-5
OWN = 0.5
"""What a sentence of our own making counts for, beside one of an annotated text."""


@dataclass(frozen=True, slots=True)
class Case:
    """A name that was met: its signs, and what it is."""

    signs: tuple[str, ...]
    kind: str
    weight: float


def main(folder: str) -> None:
    """Read all texts, learn, write."""
    cases = [
        *(case for sample in corpora.samples(Path(folder)) for case in _cases(sample, 1.0)),
        *(case for sample in patterns.samples() for case in _cases(sample, OWN)),
    ]
    print(Counter(case.kind for case in cases))
    weights = _learnt(cases)
    with FILE.open("w", encoding="utf-8") as file:
        for sign, (person, body) in sorted(weights.items()):
            if max(abs(person), abs(body)) >= LEAST_WEIGHT:
                file.write(f"{sign}\t{person:.2f}\t{body:.2f}\n")


def _cases(sample: Sample, weight: float) -> Iterator[Case]:
    """The names of a text that would be judged, with what the annotation says of them."""
    document = Document("text", sample.text, language=sample.language)
    reading = read(document, sample.text, pack(sample.language))
    for find in itertools.takewhile(lambda find: find is not find_judged_bodies, MENTIONS):
        find(reading)
    for name in candidates(reading):
        found = tuple(sorted(signs(name, names(), sample.language)))
        yield Case(found, _kind(reading, name, sample), weight)


def _kind(reading: Reading, name: Candidate, sample: Sample) -> str:
    votes: Counter[str] = Counter()
    for run in name.runs:
        start, end = run.sentence.text_start(run.first), run.sentence.text_end(run.last)
        votes[
            next(
                (
                    kind
                    for first, last, kind in sample.names
                    if min(end, last) - max(start, first)
                    >= OVERLAP * max(end - start, last - first)
                ),
                OTHER,
            )
        ] += 1
    return max(sorted(votes), key=lambda kind: votes[kind])


def _learnt(cases: list[Case]) -> dict[str, tuple[float, float]]:
    """Multinomial logistic regression by AdaGrad; `other` is what the two kinds stand against."""
    counts = Counter(sign for case in cases for sign in case.signs)
    weights: dict[str, list[float]] = {s: [0.0, 0.0] for s in counts if counts[s] >= LEAST_COUNT}
    squares: dict[str, list[float]] = defaultdict(lambda: [1e-8, 1e-8])
    order = random.Random(1)
    for _ in range(ROUNDS):
        order.shuffle(cases)
        for case in cases:
            known = [sign for sign in case.signs if sign in weights]
            scores = [math.exp(min(50.0, sum(weights[s][k] for s in known))) for k in (0, 1)]
            total = 1 + sum(scores)
            for k, kind in enumerate(KINDS):
                miss = case.weight * (scores[k] / total - (case.kind == kind))
                for sign in known:
                    slope = miss + RIDGE * weights[sign][k] * len(cases) / counts[sign]
                    squares[sign][k] += slope * slope
                    weights[sign][k] -= PACE * slope / math.sqrt(squares[sign][k])
    return {sign: (pair[0], pair[1]) for sign, pair in weights.items()}


if __name__ == "__main__":
    main(sys.argv[1])
