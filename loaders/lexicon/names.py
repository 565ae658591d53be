"""Lists of names of people and towns, the same for every language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from loaders.text.tokens import Token

FOLDER = Path(__file__).parent / "names"


@dataclass(frozen=True)
class Names:
    """Plain forms of given names, family names and towns."""

    given: frozenset[str]
    family: frozenset[str]
    towns: frozenset[str]

    def town(self, words: Sequence[Token]) -> bool:
        """Whether these words together name a town."""
        return " ".join(t.word for t in words) in self.towns


@cache
def names() -> Names:
    """The lists of `loaders/lexicon/names`; their sources are in DATA-LICENSES.md."""
    return Names(_read("given"), _read("family"), _read("towns"))


def _read(name: str) -> frozenset[str]:
    return frozenset((FOLDER / f"{name}.txt").read_text("utf-8").split("\n"))
