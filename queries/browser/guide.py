"""The guide that Neo4j Browser shows beside the graph, as `:guide URL` fetches it.

Browser runs the command in `data-exec`. It puts the query in `data-populate` into its editor, and
runs it where the triangle that it draws before the words is clicked. It strips whatever looks
like a handler of an event (`on... =`), so that no `=` stands in a value.
"""

from __future__ import annotations

import html
from importlib.resources import files
from string import Template

from graph.schema import Schema
from graph.vocabulary import SCHEMA
from queries.browser.scripts import script
from queries.catalog import Question, question, questions

STYLE, QUERIES, GUIDE = "style.grass", "queries.zip", "guide.html"
"""The names under which these are served."""

FIRST = "partners"
"""The question that the guide begins with."""

TOLD = ("quote", "source", "url", "last_reported", "modality", "independent", "disputed")
"""Properties of a fact that a reader looks for."""

BEHIND = """\
// What is behind a line?
MATCH (c:Claim {fact: "fact:..."})-[r:SUBJECT|OBJECT|STATED_BY|FROM]->(x)
RETURN c, r, x
"""


def guide(address: str) -> str:
    """The guide in HTML.

    `address` is the folder from which Browser fetches style, saved queries and this guide itself,
    for example `http://localhost:8000/v1/browser`.
    """
    page = Template((files(__package__) / "guide.html").read_text(encoding="utf-8"))
    return page.substitute(
        address=html.escape(address),
        first=_query(question(FIRST)),
        behind=_link("populate", BEHIND, "What is behind a line?"),
        colours=_link("exec", f"style {address}/{STYLE}", "Give the graph its colours."),
        again=_link("exec", f"guide {address}/{GUIDE}", "open the guide"),
        reset=_link("exec", "style reset", "style reset"),
        legend=_legend(SCHEMA),
        told=_told(SCHEMA),
        questions="\n".join(
            f"<p>{_query(asked)}<br>{html.escape(asked.description)}</p>" for asked in questions()
        ),
    )


def _legend(schema: Schema) -> str:
    return "\n".join(
        f'<div><span style="color:{kind.colour}">&#9679;</span> <b>{kind.name}</b> '
        f"{html.escape(kind.description)}</div>"
        for kind in schema.kinds
    )


def _told(schema: Schema) -> str:
    meaning = {p.name: p.description for p in schema.fact_properties}
    return "\n".join(f"<li><b>{name}</b>: {html.escape(meaning[name])}</li>" for name in TOLD)


def _query(asked: Question) -> str:
    return _link("populate", script(asked), asked.title)


def _link(does: str, value: str, words: str) -> str:
    """Words that run a command (`exec`) or give a query (`populate`) when they are clicked."""
    escaped = html.escape(value).replace("=", "&#61;")
    return f'<a data-{does}="{escaped}">{html.escape(words)}</a>'
