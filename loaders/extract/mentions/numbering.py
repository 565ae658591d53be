"""Numbers of editions: the 17th forum, kongamano la 17, II fórum."""

from __future__ import annotations

import re

from loaders.extract.mentions import names
from loaders.extract.reading import Reading, Sentence
from loaders.lexicon.phrases import Hit

NUMBER = re.compile(r"(\d{1,3})(?:\.?[ºª°]|st|nd|rd|th|e|er|ère|ème)?$")
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10,
         "XI": 11, "XII": 12, "XIII": 13, "XIV": 14, "XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18,
         "XIX": 19, "XX": 20}  # fmt: skip

NEAR = 3
"""Words within which the number of an edition stands from its head."""


def number_of(sentence: Sentence, hit: Hit, extent: tuple[int, int]) -> tuple[int, int] | None:
    """Which edition the event of a head is, and the token that says so."""
    first, last = extent
    edition = next(
        (h for h in sentence.hits.get("word:edition", ()) if 0 < first - h.last <= 2), None
    )
    for i in range(max(0, edition.first - 2), edition.first) if edition else ():
        if ordinal := sentence.at("ordinals", i):
            return int(ordinal.value), i
        if (m := NUMBER.match(sentence.tokens[i].text)) and not m[0].isdigit():
            return int(m[1]), i
    over = last + 1 + (sentence.at("link", last) is not None)
    for i in (
        *range(max(0, first - NEAR), first),
        *range(first, min(over, len(sentence.tokens))),
    ):
        token = sentence.tokens[i]
        if (h := sentence.at("ordinals", i)) and not sentence.at("word:stop", i):
            return int(h.value), h.last - 1
        if token.text in ROMAN and i <= hit.last:
            return ROMAN[token.text], i
        m = NUMBER.match(token.text)
        if m and (not token.text.isdigit() or _numbered(sentence, i)) and int(m[1]) > 0:
            return int(m[1]), i
    return None


def _numbered(sentence: Sentence, i: int) -> bool:
    """Whether a bare number counts editions: it stands between two links ("la 17 la")."""
    tokens = sentence.tokens
    return (
        0 < i < len(tokens) - 1
        and sentence.at("link", i - 1) is not None
        and sentence.at("months", i + 1) is None
        and (sentence.at("link", i + 1) is not None or tokens[i + 1].capital)
    )


def over_number(sentence: Sentence, reading: Reading, last: int) -> int:
    """Further over links and capitals after a number that interrupted the name."""
    return names.right(sentence, reading.pack, last) if last < len(sentence.tokens) else last
