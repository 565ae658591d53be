"""Sentences, by rules of our own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

Span = tuple[int, int]

END = re.compile(r"[.!?؟…](?<![.!?؟…].)[.!?؟…]*+[\"'”’»)\]]*+(?=\s)")
"""Each run of marks is looked at once: a million full stops are no sentence, and take no time."""

BEFORE = re.compile(r"([^\s(\[\"“«]+)$")


def sentences(text: str, abbreviations: Collection[str]) -> Iterator[Span]:
    """Offsets of the sentences of `text`, in order, without the space around them.

    A line break ends a sentence (headlines have no full stop) unless the next line goes on in
    small letters. `abbreviations` are those, without their full stop and in lower case, that do
    not end one.
    """
    for line in _lines(text):
        start = line[0]
        for end in END.finditer(text, *line):
            if not _ends(text, start, end, abbreviations):
                continue
            yield from _trimmed(text, start, end.end())
            start = end.end()
        yield from _trimmed(text, start, line[1])


def _lines(text: str) -> Iterator[Span]:
    """Lines, joined where one goes on in small letters."""
    start = position = 0
    while (at := text.find("\n", position)) >= 0:
        position = at + 1
        if not text[position : position + 1].islower():
            yield start, at
            start = position
    yield start, len(text)


def _ends(text: str, start: int, end: re.Match[str], abbreviations: Collection[str]) -> bool:
    """Whether the stop at `end` ends a sentence."""
    if end.group()[0] != ".":
        return True
    following = text[end.end() : end.end() + 3].strip()
    if following[:1].islower():
        return False
    before = BEFORE.search(text, max(start, end.start() - 20), end.start())
    word = before.group(1).casefold() if before else ""
    initial = (len(word) == 1 and word.isalpha()) or re.fullmatch(r"(?:\w\.)+\w", word) is not None
    return word not in abbreviations and not initial


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
