"""The questions as saved queries of Neo4j Browser: a table, and a picture of what it rests on.

Browser shows a graph only for a single statement, so the arguments do not stand in a `:param`
before it but in its first line, where whoever reads it can change them. The rows of the answer
come first; one last row holds the picture.
"""

from __future__ import annotations

import io
import json
import re
import textwrap
import zipfile
from collections.abc import Iterable, Iterator, Mapping

from queries.catalog import Question, questions

FOLDER = "cybercoop"
WIDTH = 96

FACTS = """\
CALL (found) {
  UNWIND found AS ids
  UNWIND ids.facts AS id
  WITH DISTINCT id
  MATCH (c:Claim {fact: id})
  WITH id, head(collect(c)) AS c
  MATCH (c)-[:SUBJECT]->(a:Entity)
  MATCH (c)-[:OBJECT]->(b:Entity)
  MATCH path = (a)-[f]-(b) WHERE f.id = id
  RETURN collect(path) AS facts
}"""
CLAIMS = """\
CALL (found) {
  UNWIND found AS ids
  UNWIND ids.claims AS id
  WITH DISTINCT id
  MATCH path = (:Claim {id: id})-[:SUBJECT|OBJECT|STATED_BY]->()
  RETURN collect(path) AS claims
}"""
ASKED = """\
CALL (given) {{
  MATCH (n:Entity) WHERE n.id IN [{entities}]
  RETURN collect(n) AS asked
}}"""
DRAWN: Mapping[str, str] = {"facts": FACTS, "claims": CLAIMS}
"""By column of ids: what draws that which they name. Documents are left out: Browser would join
each to all that it mentions."""


def script(question: Question) -> str:
    """A question as one statement that can be run in Neo4j Browser as it stands."""
    return "\n".join(_lines(question)) + "\n"


def archive() -> bytes:
    """All questions as the zip file that Neo4j Browser imports when it is dropped on its page."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        for question in questions():
            # The date is fixed, so that the same catalogue gives the same file.
            name = zipfile.ZipInfo(f"{FOLDER}/{question.name}.cypher", (1980, 1, 1, 0, 0, 0))
            files.writestr(name, script(question), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _lines(question: Question) -> Iterator[str]:
    columns = [c.name for c in question.columns]
    ids = [name for name in columns if name in DRAWN]
    shown = [n for n in columns if n not in DRAWN and f"{n}_name" not in columns]
    yield f"// {question.title}"
    yield from textwrap.wrap(question.description, WIDTH - 3, initial_indent="// ",
                             subsequent_indent="// ")  # fmt: skip
    yield from (f"//   {p.name}: {p.description}" for p in question.parameters)
    given = (f"{n}: {json.dumps(v, ensure_ascii=False)}" for n, v in question.example.items())
    yield f"WITH {{{', '.join(given)}}} AS given"
    yield from _table(question.cypher, shown) if not ids else _picture(question, ids, shown)


def _table(cypher: str, shown: list[str]) -> Iterator[str]:
    yield from ("CALL (given) {", textwrap.indent(_with_given(cypher), "  "), "}")
    yield _listed("RETURN ", shown)


def _picture(question: Question, ids: list[str], shown: list[str]) -> Iterator[str]:
    entities = [f"given.{p.name}" for p in question.parameters if p.type == "entity"]
    parts = {name: DRAWN[name] for name in ids}
    if entities:
        parts["asked"] = ASKED.format(entities=", ".join(entities))
    yield from ("CALL (given) {", "  CALL (given) {")
    yield textwrap.indent(_with_given(question.cypher), "    ")
    yield "  }"
    yield _listed("  RETURN collect({", (f"{name}: {name}" for name in shown), "}) AS rows,")
    yield _listed("    collect({", (f"{name}: {name}" for name in ids), "}) AS found")
    yield "}"
    yield from parts.values()
    yield f"UNWIND rows + [{{picture: {' + '.join(parts)}}}] AS row"
    yield _listed("RETURN ", (f"row.{name} AS {name}" for name in (*shown, "picture")))


def _with_given(cypher: str) -> str:
    """A question's Cypher with `given.x` for the parameter `$x`, and `given` known everywhere."""
    cypher = re.sub(r"\$(\w+)", r"given.\1", cypher)
    return re.sub(r"CALL \((\w*)\) \{", _and_given, cypher)


def _and_given(call: re.Match[str]) -> str:
    names = [name for name in (call[1], "given") if name]
    return f"CALL ({', '.join(names)}) {{"


def _listed(before: str, items: Iterable[str], after: str = "") -> str:
    return textwrap.fill(before + ", ".join(items) + after, WIDTH, subsequent_indent="    ")
