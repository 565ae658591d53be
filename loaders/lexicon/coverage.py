"""What a lexicon has, beside those of the other languages: which places are empty or not
translated yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_origin

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel

from loaders.lexicon.pack import REFERENCE_LANGUAGE
from loaders.lexicon.schema import Lexicon, Names, Signs, available, load
from loaders.text.language import LANGUAGES

PATTERN = "en"
"""The language whose file is copied to begin a new one."""

MOST = 0.5
"""The share of the other languages that fill a place from which an empty one is missing."""

CLOSED = {"months": range(1, 13), "weekdays": range(7)}
"""Fields of which every key is needed, whatever other languages have."""

OPTIONAL = frozenset({"countries"})
"""Fields that add to what CLDR has: nobody misses a key there."""

Place = tuple[str, str]
"""A field, and the key in it; no key where a field is one list of phrases."""


@dataclass(frozen=True, slots=True)
class Field:
    """How far one field of a lexicon is filled in. `missing` and `copied` are keys in it, or the
    field's own name where it has none."""

    name: str
    phrases: int
    missing: tuple[str, ...]
    """Empty here, and filled in by most other languages."""
    copied: tuple[str, ...]
    """Of which all phrases are those of the English file."""
    what: str
    """What stands in it, in words."""


def coverage(language: str) -> list[Field]:
    """What the lexicon of `language` has and lacks. Raises LexiconError where it cannot be used."""
    own = phrases_of(language)
    others = [phrases_of(other) for other in available() if other != language]
    filled = Counter(place for phrases in others for place, found in phrases.items() if found)
    expected = {place for place, count in filled.items() if count > MOST * len(others)}
    expected |= {(field, str(key)) for field, keys in CLOSED.items() for key in keys}
    if language == REFERENCE_LANGUAGE:  # the reference facts have the seats of government
        expected = {place for place in expected if place[0] != "capitals"}
    pattern = phrases_of(PATTERN) if language != PATTERN else {}
    missing = sorted(p for p in expected if not own.get(p) and p[0] not in OPTIONAL)
    copied = [place for place, found in own.items() if found and found == pattern.get(place)]
    return [
        Field(
            name,
            sum(len(found) for (field, _), found in own.items() if field == name),
            tuple(key or name for field, key in missing if field == name),
            tuple(key or name for field, key in copied if field == name),
            what,
        )
        for name, what in fields().items()
    ]


def fields() -> dict[str, str]:
    """The fields of a lexicon that hold phrases, and what stands in each."""
    parts: tuple[tuple[str, type[BaseModel]], ...] = (
        ("names.", Names),
        ("signs.", Signs),
        ("", Lexicon),
    )
    return {
        f"{prefix}{name}": field.description or name.replace("_", " ")
        for prefix, model in parts
        for name, field in model.model_fields.items()
        if get_origin(field.annotation) in (list, dict)
    }


@cache
def phrases_of(language: str) -> Mapping[Place, tuple[str, ...]]:
    """The phrases of a lexicon by place."""
    return dict(_places(load(language)))


def _places(lexicon: BaseModel, prefix: str = "") -> Iterator[tuple[Place, tuple[str, ...]]]:
    for name in type(lexicon).model_fields:
        value = getattr(lexicon, name)
        if isinstance(value, BaseModel):
            yield from _places(value, f"{name}.")
        elif isinstance(value, list):
            yield (f"{prefix}{name}", ""), tuple(value)
        elif isinstance(value, dict):
            listed = ((str(key), found) for key, found in value.items() if isinstance(found, list))
            yield from (((name, key), tuple(found)) for key, found in listed)


def outside(language: str) -> list[str]:
    """What is missing beside the file of a language, in words."""
    lacking = []
    if language not in LANGUAGES:
        lacking.append("texts in it are not told apart yet: add it to loaders/text/language.py")
    try:
        Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        lacking.append("CLDR has no names of countries in it: fill in all of `countries`")
    return lacking
