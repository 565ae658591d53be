"""`python -m tools.name_bench CASES.csv`: how names alone are told to be one's or not.

CASES.csv is `contrib/name_bench/cases.csv` of https://github.com/opensanctions/nomenklatura (MIT),
pairs of names labelled by its authors; it is no part of this project. A pair is held to be one
where resolution would propose it to a person with nothing known but the names, and merged where
names alone are enough for a machine. Other CSV files with its columns will do.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from graph.resolution.comparison import compare
from graph.resolution.evidence import Evidence
from graph.resolution.profiles import Profile, Profiles
from graph.resolution.scores import ACCEPTED, PROPOSED

KINDS = {
    "Person": "Person",
    "Company": "Organization",
    "Organization": "Organization",
    "LegalEntity": "Organization",
}
"""Sorts of the cases, by the kind that they are of here; ships are of none."""

SPELLED = 0.8
"""Likeness of letters from which on the plain comparison beside ours holds two names for one."""


def main() -> None:
    """Compare all pairs and print how many are right."""
    parser = argparse.ArgumentParser(prog="python -m tools.name_bench")
    parser.add_argument("cases", type=Path)
    with parser.parse_args().cases.open(encoding="utf-8", newline="") as file:
        cases = [row for row in csv.DictReader(file) if row["schema"] in KINDS]
    known = Evidence(Profiles({}, {}, {}, {}))
    tallies: dict[str, Counter[tuple[bool, bool]]] = {}
    for row in cases:
        kind = KINDS[row["schema"]]
        score = compare(known, _named(kind, row["name1"]), _named(kind, row["name2"])).score
        letters = Levenshtein.normalized_similarity(row["name1"].lower(), row["name2"].lower())
        told = {
            "proposed": score >= PROPOSED,
            "merged": score >= ACCEPTED,
            "letters alone": letters >= SPELLED,
        }
        for way, held in told.items():
            tally = tallies.setdefault(f"{kind:13} {way}", Counter())
            tally[row["is_match"] == "true", held] += 1
    for title, tally in sorted(tallies.items()):
        print(f"{title:28} {_figures(tally)}")


def _named(kind: str, name: str) -> Profile:
    return Profile(name, kind, names={name})


def _figures(tally: Counter[tuple[bool, bool]]) -> str:
    right, wrong, missed = tally[True, True], tally[False, True], tally[True, False]
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    f1 = 2 * right / max(2 * right + wrong + missed, 1)
    return f"{tally.total()} pairs: precision {precision:.2f}, recall {recall:.2f}, F1 {f1:.2f}"


if __name__ == "__main__":
    main()
