"""Sentences of our own making, for a language in which no annotated text may be used.

Each `xx.yaml` beside this file holds patterns with places for names, and words that begin with a
capital without being names. Names are drawn from lists, so that the pattern is learnt, not they.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from loaders.lexicon.names import names
from loaders.lexicon.schema import organisations
from tools.train_names.corpora import BODY, OTHER, PERSON, Sample
from tools.train_names.lists import faker_names

SENTENCES = 6000
LATIN = re.compile("[A-Za-zÀ-ž]+")
PLACE = re.compile(r"\{(\w+)\}")
LETTERS = "ABCDEFGHIKLMNPRSTUVWZ"
INVENTED = 1500
"""Surnames made of syllables, so that those which no list knows are learnt too."""


def samples() -> Iterator[Sample]:
    """The sentences of every language that has patterns, the same each time."""
    for path in sorted(Path(__file__).parent.glob("??.yaml")):
        yield from _Maker(path).samples()


class _Maker:
    def __init__(self, path: Path) -> None:
        self._language = path.stem
        self._data = yaml.safe_load(path.read_text("utf-8"))
        self._random = random.Random(5)
        locales = self._data["locales"]
        self._given = sorted({n for n in faker_names("first_name", locales) if LATIN.fullmatch(n)})
        family = sorted({n for n in faker_names("last_name", locales) if LATIN.fullmatch(n)})
        self._family = family + [self._invented() for _ in range(INVENTED)]
        self._towns = sorted(names().towns)
        self._bodies = [body[0] for bodies in organisations().values() for body in bodies]

    def samples(self) -> Iterator[Sample]:
        patterns = self._data["patterns"]
        for i in range(SENTENCES):
            yield self._filled(patterns[i % len(patterns)])

    def _filled(self, pattern: str) -> Sample:
        makers: dict[str, tuple[Callable[[], str], str | None]] = {
            "person": (self._person, PERSON),
            "surname": (lambda: self._one(self._family), PERSON),
            "body": (self._body, BODY),
            "acronym": (self._acronym, BODY),
            "town": (lambda: self._one(self._towns).title(), OTHER),
        }
        text, found = "", []
        for i, part in enumerate(PLACE.split(pattern)):
            if i % 2 == 0:
                text += part
                continue
            make, kind = makers.get(part, (None, None))
            start, text = len(text), text + (make() if make else self._one(self._data[part]))
            if kind is not None:
                found.append((start, len(text), kind))
        return Sample(self._language, text, tuple(found))

    def _one(self, choices: list[str]) -> str:
        return self._random.choice(choices)

    def _person(self) -> str:
        given = [self._one(self._given) for _ in range(self._random.choice((1, 1, 1, 2)))]
        return " ".join((*given, self._one(self._family)))

    def _acronym(self) -> str:
        length = self._random.choice((3, 3, 4, 4, 5))
        return "".join(self._random.choice(LETTERS) for _ in range(length))

    def _body(self) -> str:
        first, last = self._data["first_words"], self._data["last_words"]
        return self._random.choice(
            (
                self._acronym,
                self._acronym,
                lambda: self._one(self._bodies),
                lambda: f"{self._one(first)} {self._one(last)}",
                lambda: f"{self._one(self._family)} {self._one(last)}",
                self._invented,
            )
        )()

    def _invented(self) -> str:
        count = self._random.choice((3, 3, 4))
        return "".join(self._one(self._data["syllables"]) for _ in range(count)).capitalize()
