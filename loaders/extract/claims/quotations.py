"""Which words of a text stand between quotation marks, over several sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from loaders.extract.reading import Reading

QUOTES = frozenset('"“”«»„')

QUOTE = re.compile('["“”«»„]')

OPENS, CLOSES = frozenset("“«„"), frozenset("”»")

STRAIGHT = '"'

LONGEST = 12
"""Sentences that one pair of quotation marks holds at most."""


@dataclass(slots=True)
class Quotations:
    """The tokens of each sentence that are quoted, and the sentences that one quotation holds."""

    inside: dict[int, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    groups: list[list[int]] = field(default_factory=list)

    def holds(self, index: int, token: int) -> bool:
        """Whether a token of the sentence at `index` is quoted."""
        return any(first <= token < last for first, last in self.inside.get(index, ()))


def quotations(reading: Reading) -> Quotations:
    """All quotations of a text. One that a new paragraph does not go on, or that never ends, is
    none."""
    found = Quotations()
    held: list[tuple[int, int, int]] = []
    depth, end = 0, 0
    for sentence in reading.told():
        if not depth and QUOTE.search(reading.text, sentence.start, sentence.end) is None:
            end = sentence.end
            continue
        marks = {i: t.text for i, t in enumerate(sentence.tokens) if t.text in QUOTES}
        broken = "\n" in reading.text[end : sentence.start] and 0 not in marks
        if depth and (broken or len({index for index, _, _ in held}) >= LONGEST):
            held, depth = [], 0
        end, first = sentence.end, 0
        for i, mark in marks.items():
            if mark in OPENS and depth and i == 0:
                first = 1  # each paragraph of a long quotation begins with a mark
            elif mark in OPENS or (mark == STRAIGHT and not depth):
                depth, first = depth + 1, first if depth else i + 1
            elif depth:
                depth -= 1
                if not depth:
                    _close(found, [*held, (sentence.index, first, i)])
                    held = []
        if depth:
            held.append((sentence.index, first, len(sentence.tokens)))
    return found


def _close(found: Quotations, held: list[tuple[int, int, int]]) -> None:
    for index, first, last in held:
        found.inside[index].append((first, last))
    found.groups.append([index for index, _, _ in held])
