"""How fast and how well 100,000 entities are resolved: `python -m benchmarks.resolution`.

People and agencies with names put together from lists, one in three of them once more in another
spelling. What is measured is all but reading the store: profiles, blocking, comparing, deciding.
With `--peer`, Splink (extra `bench`) links the same entities in the same run.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Mapping

from graph.resolution.decision import decide
from graph.resolution.profiles import profiles
from graph.resolution.reading import ClaimRow, MentionRow, Read
from graph.vocabulary import SCHEMA

ONSETS = "b d f g h j k l m n p r s t v w z ch sh mb nd ng".split()  # noqa: SIM905
VOWELS = "aeiou"
COUNTRIES = [f"country:{a}{b}" for a in "ABCDEFGHIJ" for b in "KLMNOPQRST"]
BODIES = ("Ministry", "Agency", "Authority", "Commission", "Institute", "Council")
AGAIN = 4
PEOPLE = 7

Pairs = set[frozenset[str]]
Found = Mapping[str, Pairs]
"""Pairs that are held to be one, by how strictly."""


def main() -> None:
    """Make the entities, resolve them, and print how long it took and how right it was."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.resolution")
    parser.add_argument("--entities", type=int, default=100_000)
    parser.add_argument("--peer", action="store_true", help="beside Splink")
    options = parser.parse_args()
    read, truth = generated(options.entities)
    _measure("cybercoop", read, truth, _resolved)
    if options.peer:
        from benchmarks.splink_peer import linked

        _measure("splink", read, truth, linked)


def _resolved(read: Read) -> Found:
    found = decide(profiles(read, (), SCHEMA), ())
    pairs = {frozenset((p.left.id, p.right.id)): p.merged for p in found}
    return {"merged": {p for p, merged in pairs.items() if merged}, "or proposed": set(pairs)}


def _measure(who: str, read: Read, truth: Pairs, way: Callable[[Read], Found]) -> None:
    start = time.perf_counter()
    found = way(read)
    took = time.perf_counter() - start
    print(f"{who}: {len(read.mentions)} entities in {took:.1f} s")
    for how, pairs in found.items():
        right = len(pairs & truth)
        precision, recall = right / max(len(pairs), 1), right / len(truth)
        print(f"  {how}: {len(pairs)} pairs, precision {precision:.4f}, recall {recall:.4f}")


def generated(entities: int) -> tuple[Read, Pairs]:
    """Mentions and claims of so many entities, and the pairs that are one; always the same."""
    dice = random.Random(6)
    mentions: list[MentionRow] = []
    claims: list[ClaimRow] = []
    truth: Pairs = set()
    while len(mentions) < entities:
        number = len(mentions)
        person = number % 10 < PEOPLE
        kind = "person" if person else "agency"
        country = dice.choice(COUNTRIES)
        name = _person(dice) if person else f"{dice.choice(BODIES)} of {_word(dice)} {_word(dice)}"
        spellings = [name, _respelled(name, dice)] if number % AGAIN == 0 else [name]
        ids = [f"{kind}:{number}.{at}" for at in range(len(spellings))]
        for id_, spelled in zip(ids, spellings, strict=True):
            mentions.append(MentionRow(f"doc:{id_}", "2024", False, id_, spelled))
            if person:
                title = {"title": "Director"}
                claims.append(ClaimRow(id_, "HOLDS_POST", country, None, title))
            else:
                claims.append(ClaimRow(id_, "country", None, country))
        if len(ids) > 1:
            truth.add(frozenset(ids))
    return Read(mentions, claims, {}, ()), truth


def _word(dice: random.Random) -> str:
    parts = (dice.choice(ONSETS) + dice.choice(VOWELS) for _ in range(dice.randint(2, 4)))
    return "".join(parts).capitalize()


def _person(dice: random.Random) -> str:
    return " ".join(_word(dice) for _ in range(dice.randint(2, 3)))


def _respelled(name: str, dice: random.Random) -> str:
    """A name with its parts turned round, or with one vowel written otherwise."""
    if dice.random() < 0.5 and " of " not in name:
        return " ".join(reversed(name.split()))
    at = dice.choice([i for i, c in enumerate(name) if c in VOWELS and i > len(name) // 2])
    return name[:at] + dice.choice(VOWELS) + name[at + 1 :]


if __name__ == "__main__":
    main()
