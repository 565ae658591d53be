"""The catalogue for readers: the page of all questions in Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator

from queries.catalog import Parameter, Question, questions


def questions_page() -> str:
    """What can be asked, with parameters, columns and an example for Neo4j Browser."""
    lines = [
        "# Questions",
        "",
        "Made from the files in `queries/catalog`; change them there. Each file can be pasted into",
        "Neo4j Browser as it stands, after the `:param` line of its example. In REST and on the",
        "command line an entity may be given by its id or by its exact name.",
        "",
    ]
    for question in questions():
        lines += _section(question)
    return "\n".join(lines).rstrip() + "\n"


def example(question: Question) -> str:
    """The example as Neo4j Browser takes it."""
    pairs = (f"{n}: {json.dumps(v, ensure_ascii=False)}" for n, v in question.example.items())
    return f":param {{{', '.join(pairs)}}}"


def _section(question: Question) -> Iterator[str]:
    projection = " It is a projection: centrality and exports take it." * question.projection
    yield from (f"## {question.name}", "", f"**{question.title}.**", "")
    yield from (question.description + projection, "")
    if question.parameters:
        yield from ("| Parameter | Type | Meaning | Default |", "| --- | --- | --- | --- |")
        yield from map(_parameter, question.parameters)
        yield ""
    yield from ("| Column | Meaning |", "| --- | --- |")
    yield from (f"| `{c.name}` | {c.description} |" for c in question.columns)
    yield ""
    if question.parameters:
        yield from ("```", example(question), "```", "")


def _parameter(parameter: Parameter) -> str:
    of = f" ({', '.join(parameter.kinds)})" if parameter.kinds else ""
    default = "needed" if parameter.required else json.dumps(parameter.default)
    shown = "" if default == "null" else default
    return f"| `{parameter.name}` | {parameter.type}{of} | {parameter.description} | {shown} |"
