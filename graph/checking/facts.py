"""Facts against what their claims make of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from graph.checking.finding import Finding, differences
from graph.checking.pages import PAGE
from graph.facts import project
from graph.model import Evidence
from graph.rows import evidence_of, fact_columns, fact_row
from graph.schema import Schema
from graph.store.base import Row, Store
from graph.writing import queries

SUBJECTS = """
MATCH (s:Entity)-[f]->(:Entity)
RETURN type(f) AS type, s.id AS subject, count(*) AS facts
"""

FACTS = """
UNWIND $ids AS id
MATCH (s:Entity {id: id})-[f:{type}]->(o:Entity)
RETURN id AS subject, o.id AS object, {columns} AS fact
"""


def check_facts(store: Store, schema: Schema, supported: dict[str, str]) -> Iterator[Finding]:
    """Facts that are not what their claims make, that none supports, or that are missing.

    `supported` maps every fact that a claim supports to such a claim.
    """
    missing = dict(supported)
    seen: set[str] = set()
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for row in store.read(SUBJECTS):
        counts[row["type"]][row["subject"]] = row["facts"]
    for type_ in schema.types:
        statement = FACTS.replace("{type}", type_.name)
        statement = statement.replace("{columns}", fact_columns("f", schema))
        for subjects in _subjects(counts[type_.name]):
            rows = store.read(statement, {"ids": subjects})
            supporting, denying = _evidences(store, schema, [row["fact"]["id"] for row in rows])
            for row in rows:
                yield from _fact(row, type_.name, supporting, denying, schema)
            ids = Counter(row["fact"]["id"] for row in rows if row["fact"]["id"])
            for id_ in ids:
                missing.pop(id_, None)
                if ids[id_] > 1 or id_ in seen:
                    yield Finding("ids", id_, "more than one fact has this id")
            seen |= ids.keys()
    for fact, claim in sorted(missing.items()):
        yield Finding("missing fact", fact, f"{claim} supports it and it is not in the graph")


Evidences = dict[str, list[Evidence]]


def _fact(
    row: Row, type_: str, supporting: Evidences, denying: Evidences, schema: Schema
) -> Iterator[Finding]:
    stored = row["fact"]
    id_ = str(stored["id"])
    fact = project(supporting[id_], denying[id_], schema)
    if fact is None:
        message = f"no accepted claim supports {row['subject']} {type_} {row['object']}"
        yield Finding("fact without claims", id_, message)
        return
    expected = fact_row(fact)
    ends = {"type": fact.type, "subject": fact.subject, "object": fact.object}
    found = {"type": type_, "subject": row["subject"], "object": row["object"]}
    if wrong := differences({**stored, **found}, {**expected["properties"], **ends}):
        yield Finding("fact", id_, wrong)


def _subjects(counts: dict[str, int]) -> Iterator[list[str]]:
    """Subjects in lists that have some hundred facts, or one subject."""
    page: list[str] = []
    size = 0
    for subject, facts in sorted(counts.items()):
        if page and size + facts > PAGE:
            yield page
            page, size = [], 0
        page.append(subject)
        size += facts
    if page:
        yield page


def _evidences(
    store: Store, schema: Schema, ids: Iterable[str | None]
) -> tuple[Evidences, Evidences]:
    """The claims that support facts, and those that deny them, by fact."""
    wanted = {"ids": sorted({id_ for id_ in ids if id_})}

    def by(property_: str) -> Evidences:
        found: Evidences = defaultdict(list)
        for row in store.read(queries.evidence(property_, schema), wanted):
            found[row["claim"][property_]].append(evidence_of(row, schema))
        return found

    return by("fact"), by("contradicts")
