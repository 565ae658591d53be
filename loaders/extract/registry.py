"""Extractors by name: our own, and those that other packages register."""

from __future__ import annotations

from importlib.metadata import entry_points

from loaders.extract.base import Extractor
from loaders.extract.rules import RulesExtractor

GROUP = "cybercoop.extractors"
"""Entry point group; each entry point is a callable without arguments that gives an Extractor."""

DEFAULT = "rules"


class UnknownExtractor(ValueError):
    """No extractor of that name; the message lists those there are."""


def names() -> list[str]:
    """Names of all extractors."""
    return sorted({DEFAULT, *(point.name for point in entry_points(group=GROUP))})


def extractor(name: str = DEFAULT) -> Extractor:
    """The extractor called `name`.

    Raises UnknownExtractor where there is none, and TypeError where what is registered under the
    name does not follow the protocol.
    """
    if name == DEFAULT:
        return RulesExtractor()
    for point in entry_points(group=GROUP):
        if point.name == name:
            made = point.load()()
            if not isinstance(made, Extractor):
                raise TypeError(f"{point.value} is registered as extractor {name!r} but is none")
            return made
    raise UnknownExtractor(f"unknown extractor {name!r}; known: {', '.join(names())}")
