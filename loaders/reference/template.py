"""Templates of ids over the columns of a row: `agency:{country:code}:{body:slug}`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product
from string import Formatter

from graph.model import Scalar, slug
from loaders.reference.records import Values


def fill(template: str, values: Values) -> Iterator[str]:
    """The template with the values of its columns, once for each choice where a cell has many.

    A column may say how its value goes in: `code` without what is before the first colon,
    `slug` as a slug, `phrase` as a slug and only where it has two words or more. Nothing comes
    of a row in which a column of the template is empty.

    >>> list(fill("agency:{at:code}:{body:slug}", {"at": ("country:KE",), "body": ("The DPP",)}))
    ['agency:KE:the-dpp']
    """
    columns = [(name, form) for _, name, form, _ in Formatter().parse(template) if name]
    filled = Formatter()
    for chosen in product(*(_formed(values[name], form or "") for name, form in columns)):
        parts = {name: _Part(part) for (name, _), part in zip(columns, chosen, strict=True)}
        yield filled.vformat(template, (), parts)


def _formed(values: tuple[Scalar, ...], form: str) -> list[str]:
    formed = (_FORMS[form](str(value)) for value in values)
    return [part for part in formed if part]


def _phrase(value: str) -> str:
    return slug(value) if "-" in slug(value) else ""


class _Part(str):
    """A part that is formed already."""

    def __format__(self, form: str) -> str:
        return str(self)


_FORMS: Mapping[str, Callable[[str], str]] = {
    "": str,
    "code": lambda value: value.partition(":")[2],
    "slug": slug,
    "phrase": _phrase,
}
