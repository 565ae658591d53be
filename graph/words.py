"""A name as what it means: words of seven languages led to concepts, the rest romanised.

"Wizara ya Mawasiliano" and "Ministry of Communications" are the same two concepts, so names of
bodies, laws and agreements compare across languages. Which word means what is data: `words.csv`.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

TABLE = Path(__file__).with_name("words.csv")

TOKEN = re.compile(r"[^\W_]+")
YEAR = re.compile(r"(?:19|20)\d\d")
ARABIC = re.compile("[\u0600-\u06ff]")
ARABIC_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ـ": None})
ARABIC_FRONT = re.compile(r"^(?:وال|بال|كال|فال|لل|ال|و(?=ال))(?=\w{2})")
SOUNDS = str.maketrans("cqzvxg", "kksfkj", "aeiouyhw")
"""Letters by which languages write one sound, and letters that come and go with the spelling."""

STEM, VOWELS = 5, "aeiouy"
"""Letters by which forms of a country's name are told, and what may stand for its last letter."""

FUNCTIONS = frozenset(
    {"prosecution", "attorney-general", "police", "gendarmerie", "parliament", "foreign"}
)
"""Concepts of which a state has one body."""

NEAR = 0.86
"""Likeness from which on two words that mean nothing known are one word in two spellings."""

STRONG = 0.5
"""Weight from which on a concept says what a name is of."""


@dataclass(frozen=True, slots=True)
class Words:
    """The concepts of a name with their weights, and its other words in Latin letters."""

    concepts: Mapping[str, float]
    rest: frozenset[str]

    @property
    def strong(self) -> frozenset[str]:
        """What the name is of: concepts that weigh, and all other words."""
        return self.rest | {c for c, weight in self.concepts.items() if weight >= STRONG}

    def without(self, words: Iterable[str]) -> Words:
        """These words without years, and without those that begin as one of `words` does.

        A country's words, say: names of its bodies have them or not.
        """
        known = frozenset(words)
        stems = {stem for word in known - _table().weights.keys() for stem in _stems(word)}
        rest = (w for w in self.rest if not _names(w, known, stems) and not YEAR.fullmatch(w))
        return Words({c: w for c, w in self.concepts.items() if c not in known}, frozenset(rest))

    def apart_from(self, concepts: frozenset[str]) -> Words:
        """These words without some of their concepts."""
        kept = {c: weight for c, weight in self.concepts.items() if c not in concepts}
        return Words(kept, self.rest)


def _names(word: str, known: frozenset[str], stems: set[str]) -> bool:
    """Whether a word is one of those known, or of one stem; Arabic writes "of" before it."""
    forms = (word, word[1:]) if word[0] in "lb" else (word,)
    return any(form in known or not stems.isdisjoint(_stems(form)) for form in forms)


def _stems(word: str) -> Iterator[str]:
    """How the forms of a country's name begin: "Kenya" and "kenyan", "Кения" and "Кении"."""
    if len(word) >= STEM:
        yield word[:STEM]
        if word[-1] in VOWELS:
            yield f"{word[:-1]}-"


@lru_cache(maxsize=1 << 17)
def words_of(name: str) -> Words:
    """The words of a name; the same for names that say the same in two languages."""
    tokens = [fold(token) for token in TOKEN.findall(name.replace("’", "'").replace("'s", ""))]
    concepts: dict[str, float] = {}
    rest = set()
    at = 0
    while at < len(tokens):
        concept, length = _longest(tokens, at)
        if concept is None:
            rest.add(roman(tokens[at]))
        elif (weight := _table().weights[concept]) > 0:
            concepts[concept] = weight
        at += length
    return Words(concepts, frozenset(filter(None, rest)))


def words_in(names: Iterable[str]) -> frozenset[str]:
    """All words of some names, concepts among them: those of a country's names, say."""
    found = map(words_of, names)
    return frozenset(word for words in found for word in (*words.rest, *words.concepts))


def is_acronym(name: str) -> bool:
    """Whether a name is one word of capitals: two letters or more."""
    return 1 < len(name) <= 12 and " " not in name and name.isupper()


def likeness(left: Words, right: Words) -> float:
    """How much of two names is the same, by weight: 0 to 1."""
    together = {**left.concepts, **right.concepts}
    shared = sum(w for c, w in together.items() if c in left.concepts and c in right.concepts)
    every = sum(together.values())
    pairs = matched(left.rest, right.rest)
    shared += sum(pairs)
    every += len(left.rest) + len(right.rest) - len(pairs)
    return shared / every if every else 0.0


def matched(left: frozenset[str], right: frozenset[str]) -> list[float]:
    """How alike the words are that stand on both sides, each taken once."""
    found = [1.0] * len(left & right)
    others = sorted(right - left)
    for word in sorted(left - right):
        best = max(others, key=lambda other: alike(word, other), default=None)
        if best is not None and alike(word, best) >= NEAR:
            found.append(alike(word, best))
            others.remove(best)
    return found


@lru_cache(maxsize=1 << 18)
def alike(left: str, right: str) -> float:
    """How alike two romanised words are, whatever vowels their scripts write: 0 to 1."""
    if left == right:
        return 1.0
    if left.isdigit() or right.isdigit():
        return 0.0
    spelled = Levenshtein.normalized_similarity(left, right)
    if len(skeleton(left)) > 2 and skeleton(left) == skeleton(right):
        return max(spelled, 0.95 if len(skeleton(left)) > 3 else 0.9)
    return spelled


@lru_cache(maxsize=1 << 17)
def skeleton(word: str) -> str:
    """The consonants of a romanised word, by sound, without doubles."""
    bare = word.replace("ph", "f").replace("sh", "s").replace("ch", "k").replace("kh", "k")
    sounds = bare.translate(SOUNDS)
    return re.sub(r"(.)\1+", r"\1", sounds) or word[:1]


@lru_cache(maxsize=1 << 17)
def roman(word: str) -> str:
    """A word in small Latin letters."""
    return re.sub(r"[^a-z0-9]", "", anyascii(word).lower())


@lru_cache(maxsize=1 << 17)
def fold(token: str) -> str:
    """A word without what spelling and grammar change lightly: case, accents, articles, plural."""
    plain = unicodedata.normalize("NFKD", token.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    if ARABIC.search(plain):
        return ARABIC_FRONT.sub("", plain.translate(ARABIC_LETTERS))
    return plain


@dataclass(frozen=True, slots=True)
class _Table:
    weights: Mapping[str, float]
    exact: Mapping[tuple[str, ...], str]
    fronts: Mapping[str, tuple[tuple[str, str], ...]]
    longest: int


@cache
def _table() -> _Table:
    weights: dict[str, float] = {}
    exact: dict[tuple[str, ...], str] = {}
    fronts: dict[str, list[tuple[str, str]]] = {}
    for concept, weight, phrase in _rows():
        weights[concept] = weight
        if phrase.endswith("*"):
            front = fold(phrase[:-1])
            fronts.setdefault(front[:3], []).append((front, concept))
        else:
            exact.setdefault(tuple(fold(word) for word in phrase.split()), concept)
    known = {front: tuple(sorted(ends, key=lambda e: -len(e[0]))) for front, ends in fronts.items()}
    return _Table(weights, exact, known, max(map(len, exact)))


def _rows() -> Iterator[tuple[str, float, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for phrase in row["words"].split("|"):
                yield row["concept"], float(row["weight"]), phrase


def _longest(tokens: list[str], at: int) -> tuple[str | None, int]:
    """The concept of the longest phrase that begins at a token, and its length."""
    table = _table()
    for length in range(min(table.longest, len(tokens) - at), 0, -1):
        concept = table.exact.get(tuple(tokens[at : at + length]))
        if concept is not None:
            return concept, length
    return _by_front(tokens[at]), 1


def _by_front(token: str) -> str | None:
    table = _table()
    for word in (token, token[:-1] if token.endswith("s") else ""):
        if concept := table.exact.get((word,)):
            return concept
    for front, concept in table.fronts.get(token[:3], ()):
        if token.startswith(front):
            return concept
    return None
