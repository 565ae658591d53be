"""Names in any script and spelling, brought to what searches compare.

Folded text has no case, no diacritics, no Arabic article and no variants of Arabic letters. Its
words are runs of letters and digits; whatever stands between them is as good as a space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

MARKS = re.compile("[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670]+")
"""What stands on or between letters: accents, vowel signs, the stroke that lengthens a word."""

LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe",
     "ى": "ي", "ة": "ه", "ٱ": "ا"}
)  # fmt: skip
"""Letters that are no others with a mark, and what they are taken for."""

ARTICLE = re.compile(r"\b(?:[وفبك]?ال|لل)(?=\w{3})")
"""The Arabic article, with the particles that are written on to it."""

WORD = re.compile(r"[^\W_]+")
TOKEN = re.compile(rf"(?:[^\W_]|{MARKS.pattern.rstrip('+')})+")
"""A word as it is written, with its marks."""

LATIN = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфхцчшщъыьэю", (
            "a", "b", "v", "g", "d", "e", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s",
            "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu"), strict=True)),
        "ж": "zh", "я": "ya", "і": "i", "є": "e", "ї": "i", "ґ": "g",
        **dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", (
            "a", "b", "t", "th", "j", "h", "kh", "d", "dh", "r", "z", "s", "sh", "s", "d", "t",
            "z", "a", "gh", "f", "q", "k", "l", "m", "n", "h", "w", "y"), strict=True)),
        "ء": "", "پ": "p", "چ": "ch", "ڤ": "v", "گ": "g",
    }
)  # fmt: skip
"""Folded Cyrillic and Arabic letters in Latin ones."""

SOUNDS = (
    ("sch|sh|ch|tch|ts", "s"), ("dj|zh|j", "g"), ("kh", "h"), ("gh", "g"), ("th|dh", "t"),
    ("ph|v|\\bw", "f"), ("c(?=[eiy])", "s"), ("ck|c|q", "k"), ("x", "ks"), ("z", "s"),
    ("d", "t"), (r"(\w)\1+", r"\1"), ("(?<=\\w)h\\b", ""), ("\\b[aeiouy]+", "a"),
    ("(?<=\\w)[aeiouyw]+", ""),
)  # fmt: skip
"""What is written in many ways and sounds alike, in the order in which it is made one."""

_SOUNDS = tuple((re.compile(pattern), to) for pattern, to in SOUNDS)

ARTICLES = frozenset({"al", "el", "ad", "ed", "an", "en", "ar", "er", "as", "es", "ul"})
"""The Arabic article in Latin letters, with what its second letter becomes."""


def fold(text: str) -> str:
    """`text` without case, marks, variants of letters and Arabic articles."""
    if text.isascii():
        return text.lower()
    plain = MARKS.sub("", unicodedata.normalize("NFKD", text).casefold()).translate(LETTERS)
    return ARTICLE.sub("", plain)


def words(text: str) -> list[str]:
    """The folded words of a text.

    >>> words("Côte d'Ivoire")
    ['cote', 'd', 'ivoire']
    """
    return WORD.findall(fold(text))


def tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each word of a text starts and ends, and the word folded."""
    for found in TOKEN.finditer(text):
        yield found.start(), found.end(), "".join(words(found.group()))


def latin(word: str) -> str:
    """A folded word in Latin letters.

    >>> latin("шерстюк")
    'sherstyuk'
    """
    return word if word.isascii() else word.translate(LATIN)


def skeleton(folded: Iterable[str]) -> str:
    """The consonants of some folded words by their sound: alike for spellings of one name.

    >>> skeleton(["mohammed"]) == skeleton(["muhamad"]) == skeleton(["محمد"])
    True
    """
    return "".join(map(_sound, folded))


@lru_cache(maxsize=1 << 16)
def _sound(word: str) -> str:
    word = latin(word)
    if word in ARTICLES:
        return ""
    for pattern, to in _SOUNDS:
        word = pattern.sub(to, word)
    return word
