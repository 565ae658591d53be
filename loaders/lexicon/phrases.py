"""Many phrases at once: which of them stand where in a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from loaders.text.tokens import Form, Token, plain, words

STEM = 3
"""Letters by which words with a star are looked up."""

KEPT = 100_000
"""Words whose phrases are kept at most."""


class Hit(NamedTuple):
    """A phrase found: tokens `first` to `last` (not included).

    `category` is the field of the lexicon, `value` the key there; `skip` letters of the first
    token belong to another word.
    """

    category: str
    value: str
    first: int
    last: int
    skip: int = 0


@dataclass(frozen=True, slots=True)
class _Entry:
    category: str
    value: str
    words: tuple[str, ...]
    exact: str | None
    """The phrase as it must stand, where capitals matter."""


class PhraseIndex:
    """Phrases by their first word. Looking up a sentence takes time linear in its length."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._exact: dict[str, list[_Entry]] = defaultdict(list)
        self._prefix: dict[str, list[_Entry]] = defaultdict(list)
        self._suffix: dict[str, list[_Entry]] = defaultdict(list)
        self._begun: dict[str, _Begun] = {}

    def add(
        self, category: str, value: str, phrases: Iterable[str], as_written: bool = False
    ) -> None:
        """Have `phrases` found as `value` of `category`, in their own capitals if `as_written`."""
        for phrase in phrases:
            parts = _parts(phrase, self._language)
            letters = [c for c in phrase if c.isalpha()]
            capitals = len(letters) > 1 and all(c.isupper() for c in letters)
            entry = _Entry(category, value, parts, phrase if capitals or as_written else None)
            first = parts[0]
            if first.endswith("*"):
                self._prefix[first[:-1][:STEM]].append(entry)
            elif first.startswith("*"):
                self._suffix[first[-STEM:]].append(entry)
            else:
                self._exact[first].append(entry)

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """All phrases in `tokens`, without those inside a longer one of their category."""
        hits: list[Hit] = []
        reach: dict[str, tuple[int, int]] = {}
        for i in range(len(tokens)):
            here = self._at(tokens, i)
            for hit in sorted(set(here), key=_rank) if len(here) > 1 else here:
                first, last = reach.get(hit.category, (-1, 0))
                if hit.last > last or (hit.first, hit.last) == (first, last):
                    reach[hit.category] = hit.first, hit.last
                    hits.append(hit)
        return hits

    def _at(self, tokens: Sequence[Token], i: int) -> list[Hit]:
        following = tokens[i + 1].forms if i + 1 < len(tokens) else ()
        return [
            Hit(entry.category, entry.value, i, i + len(entry.words), skip)
            for form, skip in tokens[i].forms
            for entry in self._begun_by(form).going_on(following)
            if _stands(entry, tokens, i)
        ]

    def _begun_by(self, form: str) -> _Begun:
        """The phrases whose first word `form` is: kept, since words come again and again."""
        found = self._begun.get(form)
        if found is None:
            if len(self._begun) >= KEPT:
                self._begun.clear()
            stems = (*self._prefix.get(form[:STEM], ()), *self._suffix.get(form[-STEM:], ()))
            starred = (entry for entry in stems if _alike(form, entry.words[0]))
            found = self._begun[form] = _Begun([*self._exact.get(form, ()), *starred])
        return found


class _Begun:
    """Phrases with one first word: those of it alone, the others by their second."""

    def __init__(self, entries: Iterable[_Entry]) -> None:
        self._any: list[_Entry] = []
        self._second: dict[str, list[_Entry]] = defaultdict(list)
        for entry in entries:
            if len(entry.words) == 1 or "*" in entry.words[1]:
                self._any.append(entry)
            else:
                self._second[entry.words[1]].append(entry)

    def going_on(self, forms: Sequence[Form]) -> Iterable[_Entry]:
        """The phrases that a second word of these forms leaves possible."""
        if not self._second:
            return self._any
        return [*self._any, *(e for form, _ in forms for e in self._second.get(form, ()))]


def _stands(entry: _Entry, tokens: Sequence[Token], i: int) -> bool:
    """Whether the rest of a phrase follows its first word, in its capitals where they matter."""
    last = i + len(entry.words)
    if last > len(tokens):
        return False
    for word, token in zip(entry.words[1:], tokens[i + 1 : last], strict=True):
        if not any(_alike(form, word) for form, _ in token.forms):
            return False
    return entry.exact is None or _same_capitals(tokens[i:last], entry.exact)


def _rank(hit: Hit) -> tuple[int, bool, str, str, int]:
    """The longest first, names of countries before adjectives of the same spelling."""
    return -hit.last, hit.value.startswith("demonym"), hit.category, hit.value, hit.skip


def _alike(form: str, word: str) -> bool:
    if word.endswith("*"):
        return form.startswith(word[:-1])
    if word.startswith("*"):
        return form.endswith(word[1:])
    return form == word


def _same_capitals(tokens: Sequence[Token], exact: str) -> bool:
    wanted = [c for c in exact if c.isalnum()]
    return [c for token in tokens for c in token.text if c.isalnum()] == wanted


def _parts(phrase: str, language: str) -> tuple[str, ...]:
    """The words of `phrase` as they are looked up, stars kept."""
    parts: list[str] = []
    for chunk in phrase.split():
        bare = chunk.strip("*")
        found = [plain(bare)] if bare != chunk else list(words(bare, language))
        if chunk.startswith("*"):
            found[0] = "*" + found[0]
        if chunk.endswith("*"):
            found[-1] += "*"
        parts += found
    return tuple(parts)
