"""The Cypher that both stores answer alike: what is outside it, how to see it, what to write.

Every line of the tables in docs/stores.md that can be seen in the text of a query is a rule here.
What cannot be seen: lists from `collect` come in any order, Neo4j stores no maps, nested lists or
nulls in lists, and a division of zero by zero gives NaN or null.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass

import graph
import loaders
import queries
from graph.rows import CLAIM_CORE
from graph.store.ddl import statements
from graph.vocabulary import SCHEMA
from graph.writing import property_queries
from graph.writing import queries as writing
from queries.catalog import questions
from queries.search.index import entities

RECORDS = "|".join(record.name for record in SCHEMA.records)
INDEXED = "|".join(
    sorted(
        {"id", "modality"}
        | {p.name for record in SCHEMA.records for p in record.properties if p.indexed}
        | {p.name for kind in SCHEMA.kinds for p in kind.properties if p.indexed}
    )
)
CORE = ", ".join(f"{name}: row.{name}" for name in CLAIM_CORE) + "}"
"""What the first claim of a graph has, as all others."""

CLAUSE = r"\b(?:MATCH|WITH|RETURN|UNWIND|CALL|MERGE|CREATE|SET|DELETE)\b"
WRITES = r"\b(?:CREATE|MERGE|SET|DELETE|REMOVE)\b"


@dataclass(frozen=True, slots=True)
class Rule:
    """A form that one store refuses or answers otherwise.

    `why` says what happens, `instead` what to write; `sample` is caught by `pattern`, and `good`,
    which says the same in the Cypher of both, by no rule.
    """

    name: str
    pattern: str
    why: str
    instead: str
    sample: str
    good: str = "MATCH (n:Entity {id: $id}) RETURN n.name AS name ORDER BY name"


RULES = (
    Rule(
        "id beside a kind", rf"\(\w*:(?!Entity\b|(?:{RECORDS})\b)\w+ \{{id:",
        "KGLite scans all of the kind", "the label Entity",
        "MATCH (n:Country {id: $id}) RETURN n",
    ),
    Rule(
        "value of a relationship in a pattern",
        r"(?s)\[(\w+)[:\]].*[(\[]\w*(?::\w+)* \{\w+: \1\.\w+",
        "KGLite finds nothing", "WITH f.id AS fact first",
        "MATCH (s)-[f]->(o) MATCH (c:Claim {fact: f.id}) RETURN c",
        "MATCH (s)-[f]->(o) WITH f.id AS fact MATCH (c:Claim {fact: fact}) RETURN c.id AS id",
    ),
    Rule(
        "property that no node may have yet", rf"\(\w*(?::\w+)* \{{(?!(?:{INDEXED}):)\w+:",
        "KGLite refuses it before the first node has it", "WHERE",
        "MATCH (n:Entity {place: $p}) RETURN n",
        "MATCH (n:Entity) WHERE n.place = $p RETURN n.id AS id",
    ),
    Rule(
        "known end last", r"MATCH \(\w*:\w+\)<?-\[[^\]]*\]->?\(\w+\)",
        "KGLite begins at the left, and scans all there", "the known end first",
        "MATCH (e:Entity {id: $id}) MATCH (c:Claim)-[:SUBJECT]->(e) RETURN c",
        "MATCH (e:Entity {id: $id}) MATCH (e)<-[:SUBJECT]-(c:Claim) RETURN c.id AS id",
    ),
    Rule(
        "start from what may be null",
        r"(?s)OPTIONAL MATCH (?:(?!MATCH|WHERE|WITH|RETURN|CALL)[^\n])*[>-]\((\w+)\b"
        r".*OPTIONAL MATCH \(\1\)",
        "KGLite scans everything from a null", "a CALL subquery, or two questions",
        "MATCH (a:Entity {id: $id}) OPTIONAL MATCH (a)-[]->(b:Entity)\n"
        "OPTIONAL MATCH (b)-[]->(c) RETURN c",
        "MATCH (a:Entity {id: $id}) CALL (a) { MATCH (a)-[]->(b:Entity) RETURN count(b) AS n } "
        "RETURN n",
    ),
    Rule(
        "CASE in ORDER BY", rf"(?s)ORDER BY(?:(?!{CLAUSE}).)*\bCASE \w+ WHEN",
        "KGLite orders wrongly", "CASE in a column of its own",
        "MATCH (n) RETURN n.x AS x ORDER BY CASE x WHEN 1 THEN 2 END",
        "MATCH (n) WITH n, CASE n.x WHEN 1 THEN 2 ELSE 3 END AS rank RETURN rank ORDER BY rank",
    ),
    Rule(
        "shortest path", r"(?i)shortestPath|\bSHORTEST\b",
        "KGLite filters afterwards, or refuses", "*1..n, WHERE, ORDER BY length, LIMIT",
        "MATCH p = shortestPath((a)-[*]-(b)) RETURN p",
    ),
    Rule(
        "labels, properties, keys", r"\b(?:labels|properties|keys)\(",
        "order and extra entries differ", "explicit columns",
        "MATCH (n) RETURN properties(n) AS p",
    ),
    Rule(
        "map of a relationship", r"\b\w+ ?\{\.",
        "null in KGLite", "{k: r.k}",
        "MATCH ()-[r]->() RETURN r{.id} AS r",
        "MATCH ()-[r]->() RETURN {id: r.id} AS r",
    ),
    Rule(
        "put under a kind", rf"(?:MERGE|CREATE) \(\w*:(?!Entity\b|(?:{RECORDS})\b)\w+",
        "KGLite takes two of one id", "MERGE (n:Entity {id: ...}), then SET n:Country",
        "MERGE (n:Country {id: $id})",
        "MERGE (n:Entity {id: $id}) SET n:Country",
    ),
    Rule(
        "temporal values", r"(?i)\b(?:date|datetime|localdatetime|time|duration|timestamp)[.(]",
        "they compare and subtract otherwise, or are refused", "ISO 8601 text",
        "MATCH (n) WHERE date(n.since) < $d RETURN n",
        "MATCH (n:Entity) WHERE n.since < $d RETURN n.id AS id",
    ),
    Rule(
        "rounding", r"(?i)\bround\(",
        "halves below zero differ", "round where it is read",
        "RETURN round(-2.5) AS x",
    ),
    Rule(
        "keyword as a name", r"\.(?:end|order|match|return|where|with|set|limit)\b",
        "KGLite refuses it", "backticks, or another name",
        "MATCH (c:Claim) RETURN c.end AS e",
        "MATCH (c:Claim) RETURN c.char_end AS e",
    ),
    Rule(
        "block comment", r"/\*",
        "KGLite refuses it", "//",
        "MATCH (n) /* all */ RETURN n",
    ),
    Rule(
        "WHERE in a pattern", r"[(\[]\w*(?::\w+)* WHERE\b",
        "KGLite refuses it", "WHERE after the pattern",
        "MATCH (n:Entity WHERE n.x = 1) RETURN n",
        "MATCH (n:Entity) WHERE n.x = 1 RETURN n.id AS id",
    ),
    Rule(
        "label expression", r"[(\[]\w*:(?:!|\w+\s*&)",
        "KGLite refuses it", "WHERE NOT n:Label",
        "MATCH (n:!Claim) RETURN n",
        "MATCH (n) WHERE NOT n:Claim RETURN n.id AS id",
    ),
    Rule(
        "quantified path", r"\)\s*(?:\{\d*,?\d*\}|\+\s*\()",
        "KGLite refuses it", "-[*1..6]-",
        "MATCH (a)((x)-[]->(y)){1,6}(b) RETURN b",
        "MATCH (a:Entity {id: $id}) MATCH (a)-[*1..6]->(b) RETURN b.id AS id",
    ),
    Rule(
        "COLLECT subquery", r"\bCOLLECT\s*\{",
        "KGLite refuses it", "CALL (n) { ... RETURN collect(...) }",
        "MATCH (n) RETURN COLLECT { MATCH (n)--(m) RETURN m } AS all",
        "MATCH (n) CALL (n) { MATCH (n)-[]->(m) RETURN collect(m.id) AS ids } RETURN ids",
    ),
    Rule(
        "OPTIONAL CALL", r"\bOPTIONAL CALL\b",
        "KGLite refuses it", "CALL with an aggregate",
        "MATCH (n) OPTIONAL CALL (n) { MATCH (n)-[]->(m) RETURN m } RETURN m",
    ),
    Rule(
        "writing in CALL", rf"(?s)CALL \([^)]*\) \{{[^}}]*{WRITES}",
        "KGLite refuses it", "a statement of its own",
        "MATCH (n) CALL (n) { SET n.x = 1 } RETURN n",
    ),
    Rule(
        "MERGE without direction", r"MERGE \([^)]*\)-\[[^\]]*\]-\(",
        "KGLite refuses it", "a direction",
        "MERGE (a)-[:ASSISTS]-(b)",
        "MERGE (a)-[:ASSISTS]->(b)",
    ),
    Rule(
        "name from outside", r"\$\(",
        "KGLite refuses it, and names never come from outside", "a statement for each type",
        "MATCH (n:$(label)) RETURN n",
    ),
    Rule(
        "CREATE with properties",
        rf"CREATE [^\n]*\([^()\[\]{{]*\{{(?!id: [^,}}]*\}}|{re.escape(CORE)})",
        "KGLite refuses a property that the label has never had", "SET n += ...",
        "CREATE (n:Claim {id: $id, new: 1})",
        "MERGE (n:Claim {id: $id}) SET n += {new: 1}",
    ),
    Rule(
        "function of one store",
        r"(?i)\bapoc\.|\b(?:percentile\w+|isEmpty|normalize|elementId|randomUUID)\(",
        "KGLite does not know it", "Python",
        "MATCH (n) RETURN percentileCont(n.x, 0.5) AS x",
    ),
    Rule(
        "procedure", r"\bCALL (?!\()",
        "procedures differ", "a query",
        "CALL db.labels() YIELD label RETURN label",
    ),
    Rule(
        "reading of files", r"(?i)\bLOAD CSV\b",
        "both read any file of the machine", "parameters",
        "LOAD CSV FROM $file AS line RETURN line",
    ),
    Rule(
        "constraint of the paid edition", r"REQUIRE .* IS (?:NOT NULL|NODE KEY|TYPED|:)",
        "Neo4j Community refuses it", "IS UNIQUE",
        "CREATE CONSTRAINT a FOR (n:Entity) REQUIRE n.id IS NODE KEY",
        "CREATE CONSTRAINT a FOR (n:Entity) REQUIRE n.id IS UNIQUE",
    ),
)  # fmt: skip

EXEMPT = {
    "labels, properties, keys": (
        "graph.checking.",
        "graph.moving.",
        "graph.writing.queries.KINDS_OF",
        "queries.documents.MENTIONS",
        "queries.entities.ENTITY",
        "queries.entities.NEIGHBOURS",
        "queries.judgements.SIDES",
        "queries.exports.graphml.ENTITIES",
    ),
    "id beside a kind": ("graph.moving.",),
    "put under a kind": ("graph.moving.",),
}
"""Rules with the statements that they are not for.

The first read labels and properties as sets, the others put in Entity or a record as the label.
"""


def foreign(cypher: str, name: str = "") -> list[str]:
    """What in a statement (of that name) is outside the Cypher of both stores, in words."""
    text = without_strings(cypher)
    found = [
        (rule, match)
        for rule in RULES
        if not name.startswith(EXEMPT.get(rule.name, ()) or ("-",))
        and (match := re.search(rule.pattern, text))
    ]
    return [f"{rule.name}: {m.group()!r}: {rule.why}; write {rule.instead}" for rule, m in found]


def without_strings(cypher: str) -> str:
    """The text with strings emptied, without line comments, and with a word for each name left.

    Statements have places such as {label}, where a name of the schema is put in.
    """
    text = re.sub(r"(?m)//.*$", "", re.sub(r"'[^']*'", "''", cypher))
    return re.sub(r"(?<=:)\{\w+\}", "Name", text)


def every_statement() -> Iterator[tuple[str, str]]:
    """Every statement of the project with its name: questions, and constants of all modules."""
    for question in questions():
        yield f"{question.name}.cypher", question.cypher
    for number, statement in enumerate(statements(SCHEMA)):
        yield f"graph.store.ddl {number}", statement
    yield "graph.writing.queries.facts", writing.facts("PARTY_TO", SCHEMA)
    yield "graph.writing.queries.said", writing.said(SCHEMA)
    yield "graph.writing.queries.said_again", writing.said_again("signed", SCHEMA)
    yield "graph.writing.property_queries.properties", property_queries.properties(SCHEMA)
    yield "queries.search.index.entities", entities()
    for by in ("id", "fact", "contradicts"):
        yield f"graph.writing.queries.evidence {by}", writing.evidence(by, SCHEMA)
    for package in (graph, queries, loaders):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for name, value in sorted(vars(module).items()):
                if isinstance(value, str) and name.isupper() and re.search(CLAUSE, value):
                    yield f"{found.name}.{name}", value
