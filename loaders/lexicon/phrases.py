"""Many phrases at once: which of them stand where in a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from loaders.text.tokens import Token, plain, words

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


Phrase = tuple[str, str, int, int]
"""A phrase wherever it stands: category, value, how many words, letters of another word."""

_hit: Callable[[tuple[str, str, int, int, int]], Hit] = partial(tuple.__new__, Hit)
"""A hit of its fields: what `Hit._make` does, in half the time."""


@dataclass(slots=True)
class Matches:
    """The phrases found in a sentence, each where rules look for it."""

    hits: dict[str, list[Hit]] = field(default_factory=dict)
    """By category, in the order in which they stand."""
    begun: dict[int, dict[str, Hit]] = field(default_factory=dict)
    """The first hit of each category that begins at a token."""
    ended: dict[int, set[str]] = field(default_factory=dict)
    """The categories of the hits that end before a token."""

    def keep(self, phrases: Iterable[Phrase], i: int) -> None:
        """Keep phrases found at token `i`, the longest first, but those inside a longer one of
        their category."""
        hits = self.hits
        begun: dict[str, Hit] = {}
        for category, value, size, skip in phrases:
            last, kept = i + size, hits.get(category)
            if kept and last <= kept[-1].last and (i, last) != kept[-1][2:4]:
                continue
            hit = _hit((category, value, i, last, skip))
            if kept:
                kept.append(hit)
            else:
                hits[category] = [hit]
            if category not in begun:
                begun[category] = hit
            if last in self.ended:
                self.ended[last].add(category)
            else:
                self.ended[last] = {category}
        if begun:
            self.begun[i] = begun


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

    def find(self, tokens: Sequence[Token]) -> Matches:
        """All phrases in `tokens`, without those inside a longer one of their category."""
        found, known = Matches(), self._begun
        for i, token in enumerate(tokens):
            begun = known.get(token.text) or self._begun_by(token)
            if not begun.empty and (phrases := begun.at(tokens, i)):
                found.keep(phrases, i)
        return found

    def _begun_by(self, token: Token) -> _Begun:
        """The phrases that a word begins: kept, since words come again and again."""
        if len(self._begun) >= KEPT:
            self._begun.clear()
        found = [(entry, skip) for form, skip in token.forms for entry in self._beginning(form)]
        return self._begun.setdefault(token.text, _Begun(found))

    def _beginning(self, form: str) -> list[_Entry]:
        stems = (*self._prefix.get(form[:STEM], ()), *self._suffix.get(form[-STEM:], ()))
        starred = (entry for entry in stems if _alike(form, entry.words[0]))
        return [*self._exact.get(form, ()), *starred]


class _Begun:
    """Phrases with one first word: those that are this word alone, the others by their second."""

    def __init__(self, entries: Iterable[tuple[_Entry, int]]) -> None:
        alone: set[Phrase] = set()
        self._open: list[tuple[_Entry, Phrase]] = []
        self._second: dict[str, list[tuple[_Entry, Phrase]]] = defaultdict(list)
        for entry, skip in entries:
            phrase = (entry.category, entry.value, len(entry.words), skip)
            if len(entry.words) == 1 and entry.exact is None:
                alone.add(phrase)
            elif len(entry.words) == 1 or "*" in entry.words[1]:
                self._open.append((entry, phrase))
            else:
                self._second[entry.words[1]].append((entry, phrase))
        self._alone = sorted(alone, key=_rank)
        self.empty = not (self._alone or self._open or self._second)

    def at(self, tokens: Sequence[Token], i: int) -> list[Phrase]:
        """Those that stand at token `i`, the longest first."""
        possible = self._open
        if self._second and i + 1 < len(tokens):
            for form, _ in tokens[i + 1].forms:
                if form in self._second:
                    possible = possible + self._second[form]
        if not possible:
            return self._alone
        longer = [phrase for entry, phrase in possible if _stands(entry, tokens, i)]
        return sorted({*self._alone, *longer}, key=_rank) if longer else self._alone


def _stands(entry: _Entry, tokens: Sequence[Token], i: int) -> bool:
    """Whether the rest of a phrase follows its first word, in its capitals where they matter."""
    last = i + len(entry.words)
    if last > len(tokens):
        return False
    for at in range(i + 1, last):
        word, token = entry.words[at - i], tokens[at]
        if token.word != word and not any(_alike(form, word) for form, _ in token.forms):
            return False
    return entry.exact is None or _same_capitals(tokens[i:last], entry.exact)


def _rank(phrase: Phrase) -> tuple[int, bool, str, str, int]:
    """The longest first, names of countries before adjectives of the same spelling."""
    category, value, size, skip = phrase
    return -size, value.startswith("demonym"), category, value, skip


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
