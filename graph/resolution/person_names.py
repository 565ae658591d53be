"""Names of people compared as names: order, script, spelling, initials and missing parts.

Given and family names in all scripts are known to `rigour`, which gives the same symbol to
"Igor" and "إيغور"; what it does not know is compared in Latin letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rigour.names import NameTypeTag, SymbolCategory, analyze_names

from graph.words import alike, fold, roman

PARTICLES = frozenset(
    [
        *("al", "el", "bin", "bint", "ibn", "ben", "bn", "ould", "wuld", "wld", "mohd", "haj"),
        *("van", "von", "de", "der", "den", "da", "do", "dos", "das", "del", "di", "la", "le"),
        *("y", "e", "hadj", "sayyid"),
    ]
)
"""Words of a name that come and go with the spelling."""

ABD = frozenset({"abd", "bd", "abdel", "abdul", "abdal", "abdoul", "abdou"})
"""How Arabic names that begin with "servant of" are written where what follows stands apart."""

SERVANT = re.compile(r"^abd(?:[aeou]{1,2}l|[aeou](?=([^aeioul])\1))(?=[a-z]{3})")
"""That beginning with its article, which is spoken as the next letter: Abdelrazak, Abderrazzak."""

SPELLED, INITIAL = 0.75, 0.85
"""Likeness from which on two parts are one in two spellings, and that of a name and its initial."""

FULL, SHORT, MOST = 0.80, 0.76, 0.58
"""How alike names are whose parts all match, the shorter's do, and all but one of three do."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a name in Latin letters, with the symbols of the names that it may be."""

    text: str
    symbols: frozenset[str] = frozenset()


@lru_cache(maxsize=1 << 18)
def parts_of(name: str) -> tuple[Part, ...]:
    """The parts of a person's name without particles."""
    found: dict[str, Part] = {}
    for known in analyze_names(NameTypeTag.PER, [name], phonetics=False, numerics=False):
        symbols: dict[int, set[str]] = {}
        for span in known.spans:
            if span.symbol.category == SymbolCategory.NAME and len(span.parts) == 1:
                symbols.setdefault(span.parts[0].index, set()).add(str(span.symbol.id))
        for part in known.parts:
            text = SERVANT.sub("abd", roman(fold(part.form)))
            if text and text not in PARTICLES:
                found[text] = Part(text, frozenset(symbols.get(part.index, ())))
    return _servants(tuple(found.values()))


def _servants(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Parts of which "Abd" and what follows are one: "Abd al-Razzaq" is "Abderrazzak"."""
    found: list[Part] = []
    for part in parts:
        if found and found[-1].text in ABD and len(parts) > 2:
            found[-1] = Part(f"abd{part.text}")
        else:
            found.append(part)
    return tuple(found)


@lru_cache(maxsize=1 << 18)
def likeness(left: str, right: str) -> float:
    """How alike two names are, 0 to 0.8: a name alone does not say who is who.

    Nothing is alike of which less than two parts match.
    """
    ours, theirs = parts_of(left), list(parts_of(right))
    fewest, most = sorted((len(ours), len(theirs)))
    found = []
    for part in sorted(ours, key=lambda p: (-len(p.text), p.text)):
        best = max(theirs, key=lambda other: (_part(part, other), other.text), default=None)
        if best is not None and _part(part, best) >= SPELLED:
            found.append(_part(part, best))
            theirs.remove(best)
    if len(found) < 2:
        return 0.0
    whole = FULL if fewest == most else SHORT
    if len(found) < fewest:
        whole = MOST if len(found) == fewest - 1 and fewest > 2 else 0.0
    return whole * (sum(found) / len(found)) ** 2


def part_shared(left: str, right: str) -> bool:
    """Whether two names have a part of three letters or more in common, in any spelling."""
    return any(
        min(len(a.text), len(b.text)) > 2 and _part(a, b) >= SPELLED
        for a in parts_of(left)
        for b in parts_of(right)
    )


def _part(left: Part, right: Part) -> float:
    if left.text == right.text:
        return 1.0
    if left.symbols & right.symbols:
        return 0.98
    if len(left.text) == 1 or len(right.text) == 1:
        return INITIAL if left.text[0] == right.text[0] else 0.0
    return alike(left.text, right.text)
