"""Entities found again by the words of their names, however many there are."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.extract.reading import Draft, Reading
from loaders.text.tokens import plain

STEM = 4
"""Letters at the front of a word that all its forms share."""


def remember(reading: Reading, draft: Draft) -> None:
    """Have `draft` found by the words of the name that it has now."""
    for word in words(draft.name):
        for key in _keys(word):
            reading.by_word.setdefault((draft.kind, key), {})[draft] = None


def sharing(reading: Reading, kind: str, name: str, rarest: int) -> Iterator[Draft]:
    """Entities of a kind with a word like one of the `rarest` words of `name`, once each.

    Words that many names hold say least: a name that has all but one word of another's is found
    by those that few hold.
    """
    buckets = sorted(
        (
            [reading.by_word.get((kind, key), {}) for key in _keys(word)]
            for word in sorted(words(name))
        ),
        key=lambda found: sum(map(len, found)),
    )
    yield from dict.fromkeys(
        draft for found in buckets[:rarest] for bucket in found for draft in bucket
    )


def words(name: str) -> set[str]:
    """The plain words of a name."""
    return set(plain(name).replace(",", " ").split())


def _keys(word: str) -> set[str]:
    """A word, without a letter at either end, and its front: names lose letters, take endings."""
    return {word, word[:-1], word[1:], f"{word[:STEM]}*"} if len(word) > STEM else {word}
