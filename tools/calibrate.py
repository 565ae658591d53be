"""Fit the confidence of claims to annotated documents: `python -m tools.calibrate GOLD ...`.

Writes `loaders/extract/confidence.csv`, and prints how reliable the figures are on documents left
out of the fit (five parts, by document). The annotated documents and the scorer that says which
claims are right are no part of the project: CYBERCOOP_SHARED names the folder that has them.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import math
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.model import Document, Extraction
from loaders.extract.confidence import TABLE, signs
from loaders.extract.rules import RulesExtractor

FIELDS = ("language", "publisher", "published", "url")
PARTS = 5
BINS = 5
RIDGE = 3.0
"""How strongly weights are held near nothing where few claims speak."""

ROUNDS, PACE = 400, 2.0


@dataclass(frozen=True, slots=True)
class Sample:
    """A claim that was read: its signs, and whether it is right."""

    document: str
    signs: tuple[str, ...]
    right: bool


def main(paths: list[str]) -> None:
    """Fit to all documents, after measuring on those left out."""
    scoring = scorer()
    samples = [s for path in paths for s in _samples(json.loads(Path(path).read_text()), scoring)]
    print(_reliability(list(_left_out(samples))))
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("sign", "weight"))
        table.writerows((sign, f"{weight:.3f}") for sign, weight in sorted(_fit(samples).items()))


def scorer() -> Any:
    path = Path(os.environ["CYBERCOOP_SHARED"]) / "tools" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _samples(gold: dict[str, Any], scoring: Any) -> Iterator[Sample]:
    """The claims that are read in a document, each right at most once."""
    fields: dict[str, Any] = {k: gold.get(k) for k in FIELDS}
    found = RulesExtractor().extract(Document(gold["id"], gold["text"], **fields))
    known = scoring.pair(gold["entities"], [_as_scored(e) for e in found.entities])
    left = Counter(
        _shape(scoring, c["predicate"], c["subject"], c["object"])
        for c in gold["claims"]
        if c.get("object")
    )
    for claim in found.claims:
        if claim.object is not None:
            ends = known.get(claim.subject, "?"), known.get(claim.object, "??")
            shape = _shape(scoring, claim.predicate, *ends)
            right = left[shape] > 0
            left[shape] -= right
            named = _named(found, claim.subject, claim.object)
            yield Sample(gold["id"], signs(claim.rule or "", len(claim.quote), named), right)


def _as_scored(entity: Any) -> dict[str, Any]:
    mentions = [{"text": m.text} for m in entity.mentions]
    return {"id": entity.id, "type": entity.kind, "name": entity.name, "mentions": mentions}


def _shape(scoring: Any, predicate: str, subject: str, object_: str) -> tuple[str, ...]:
    ends = (subject, object_)
    return (predicate, *(sorted(ends) if predicate in scoring.MUTUAL else ends))


def _named(found: Extraction, *ids: str) -> int:
    return min(len(e.mentions) for e in found.entities if e.id in ids)


def _fit(samples: list[Sample]) -> dict[str, float]:
    """Weights of a logistic regression, held near nothing by a ridge; the base is free."""
    weights: dict[str, float] = defaultdict(float)
    base = 0.0
    step = PACE / len(samples)
    for _ in range(ROUNDS):
        slope: dict[str, float] = defaultdict(float)
        for sample in samples:
            miss = _chance(weights, base, sample) - sample.right
            slope["base"] += miss
            for sign in sample.signs:
                slope[sign] += miss
        base -= step * slope.pop("base")
        for sign, value in slope.items():
            weights[sign] -= step * (value + RIDGE * weights[sign])
    return {"base": base, **weights}


def _chance(weights: dict[str, float], base: float, sample: Sample) -> float:
    total = base + sum(weights.get(sign, 0.0) for sign in sample.signs)
    return 1 / (1 + math.exp(-total))


def _left_out(samples: list[Sample]) -> Iterator[tuple[float, bool]]:
    """Confidence and truth of every claim, by weights fitted without its document."""
    documents = sorted({s.document for s in samples})
    for part in range(PARTS):
        held = set(documents[part::PARTS])
        weights = _fit([s for s in samples if s.document not in held])
        for sample in samples:
            if sample.document in held:
                yield _chance(weights, weights["base"], sample), sample.right


def _reliability(pairs: list[tuple[float, bool]]) -> str:
    """A table of what was said and what was so, and the expected calibration error."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for chance, right in pairs:
        bins[min(int(chance * BINS * 2), BINS * 2 - 1)].append((chance, right))
    lines = ["| confidence | claims | mean | right |", "|---|---|---|---|"]
    error = 0.0
    for at, held in sorted(bins.items()):
        mean = sum(chance for chance, _ in held) / len(held)
        share = sum(right for _, right in held) / len(held)
        error += abs(mean - share) * len(held) / len(pairs)
        low = at / BINS / 2
        lines.append(f"| {low:.1f}-{low + 0.1:.1f} | {len(held)} | {mean:.2f} | {share:.2f} |")
    return "\n".join([*lines, "", f"Expected calibration error: {error:.3f}"])


if __name__ == "__main__":
    main(sys.argv[1:])
