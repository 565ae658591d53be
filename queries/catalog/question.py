"""Questions as data: a file of Cypher whose header, in comments, says what it asks.

The header is YAML behind `// `, so that the whole file can be pasted into Neo4j Browser after
`:param` and the map under `example`:

    // title: Posts of a person
    // description: Which posts a person holds or held.
    // parameters:
    //   person: {type: entity, of: [Person], required: true, description: whose posts}
    // columns:
    //   title: the post, as printed
    // example: {person: "Anna Odera"}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from graph.schema import UnknownName
from graph.vocabulary import SCHEMA

PREFIX = "//"

PARAMETER_TYPES: Mapping[str, str] = {
    "entity": "id or exact name of an entity",
    "document": "id or URL of a document",
    "string": "text",
    "date": "ISO date: 2023, 2023-02 or 2023-02-21",
    "integer": "whole number",
    "float": "number",
    "boolean": "true or false",
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question needs to know. `kinds` limits whom an entity parameter may name."""

    name: str
    type: str
    description: str
    default: object = None
    required: bool = False
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question, with the statement that answers it.

    `example` are arguments for every parameter. A `projection` gives edges, with the columns
    source, target and weight. `text` is the whole file.
    """

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    example: Mapping[str, object]
    cypher: str
    text: str
    projection: bool = False


class BadQuestion(ValueError):
    """A question file whose header does not say what it must."""


@lru_cache(maxsize=1)
def questions() -> tuple[Question, ...]:
    """All questions, by name."""
    found = [f for f in files(__package__).iterdir() if f.name.endswith(".cypher")]
    return tuple(
        parse(f.name.removesuffix(".cypher"), f.read_text(encoding="utf-8"))
        for f in sorted(found, key=lambda f: f.name)
    )


def question(name: str) -> Question:
    """The question called `name`. Raises `UnknownName`, which lists those there are."""
    known = {q.name: q for q in questions()}
    if name not in known:
        raise UnknownName("question", name, list(known))
    return known[name]


def parse(name: str, text: str) -> Question:
    """The question in the text of a file. Raises `BadQuestion`."""
    lines = text.splitlines()
    size = next((i for i, line in enumerate(lines) if not line.startswith(PREFIX)), len(lines))
    head = "\n".join(line.removeprefix(PREFIX).removeprefix(" ") for line in lines[:size])
    try:
        header = yaml.safe_load(head)
        return Question(
            name=name,
            title=header["title"],
            description=" ".join(header["description"].split()),
            parameters=tuple(_parameters(header.get("parameters") or {})),
            columns=tuple(Column(n, str(d)) for n, d in header["columns"].items()),
            example=header.get("example") or {},
            cypher="\n".join(lines[size:]).strip(),
            text=text,
            projection=bool(header.get("projection")),
        )
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise BadQuestion(f"{name}.cypher: header: {error!r}") from error


def _parameters(declared: Mapping[str, Mapping[str, Any]]) -> Iterator[Parameter]:
    for name, given in declared.items():
        if given["type"] not in PARAMETER_TYPES:
            raise UnknownName("type of parameter", given["type"], list(PARAMETER_TYPES))
        yield Parameter(
            name=name,
            type=given["type"],
            description=given["description"],
            default=given.get("default"),
            required=bool(given.get("required")),
            kinds=tuple(SCHEMA.kind(kind).name for kind in given.get("of", ())),
        )
