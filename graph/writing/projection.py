"""Facts from claims, for what a change has touched.

A fact that gains or loses claims is compared with what it is already, which costs the same however
many claims it rests on; only what may change otherwise is projected from all its claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from graph.facts import Statement, project, supports
from graph.model import Evidence, Fact
from graph.qualified import Again
from graph.revision import Counted, already, extend, shrink
from graph.rows import FACT_CORE, evidence_of, fact_of, fact_row, parts, qualifiers_of
from graph.store.base import Row, Transaction
from graph.writing import queries
from graph.writing.touched import Touched


def project_facts(tx: Transaction, touched: Touched) -> int:
    """Bring the touched facts up to date, or drop those without a claim; give how many stand."""
    new, facts = _revised(tx, touched)
    gone: dict[str, list[str]] = defaultdict(list)
    supporting = _evidence_by_id(tx, "fact", touched.facts, touched)
    denying = _evidence_by_id(tx, "contradicts", touched.facts, touched)
    for fact_id, type_ in sorted(touched.facts.items()):
        fact = project(supporting[fact_id], denying[fact_id], touched.schema)
        if fact is None:
            gone[type_].append(fact_id)
        else:
            facts.append(fact)
    for type_, ids in gone.items():
        name = touched.schema.type(type_).name
        tx.run(queries.with_name(queries.DROP_FACTS, type=name), {"ids": ids})
    _put(tx, queries.CREATE_FACTS, new, touched)
    _put(tx, queries.PUT_FACTS, facts, touched)
    return len(new) + len(facts)


def _put(tx: Transaction, statement: str, facts: Iterable[Fact], touched: Touched) -> None:
    by_type: dict[str, list[Row]] = defaultdict(list)
    for fact in facts:
        row = fact_row(fact)
        ends = {"subject": row["subject"], "object": row["object"]}
        by_type[fact.type].append({**ends, **parts(row["properties"], FACT_CORE)})
    for type_, rows in by_type.items():
        name = touched.schema.type(type_).name
        tx.run(queries.with_name(statement, type=name), {"rows": rows})


def _revised(tx: Transaction, touched: Touched) -> tuple[list[Fact], list[Fact]]:
    """New facts, and those that stand without the claims that go and with those that come.

    Those that need all their claims are noted.
    """
    changed = {*touched.grown, *touched.shrunk} - {*touched.facts}
    said = {key: [*touched.shrunk.get(key, ()), *touched.grown.get(key, ())] for key in changed}
    statements = {key: _statement(claims[0], touched) for key, claims in said.items()}
    denied = _evidence_by_id(tx, "contradicts", statements, touched)
    possible = {key: s for key, s in statements.items() if key not in denied}
    stored = _stored_facts(tx, possible, touched)
    again = _said_again(tx, stored, touched)
    counted = _counted(tx, stored, touched)
    new: list[Fact] = []
    facts: list[Fact] = []
    for key in sorted(possible):
        fact = _revise(key, stored.get(key), again.get(key, {}), counted.get(key), touched)
        if fact is None:
            continue
        (facts if key in stored else new).append(fact)
    told = {fact.id for fact in (*new, *facts)}
    touched.facts |= {key: statements[key].type for key in changed - told}
    return new, facts


def _revise(
    key: str,
    stored: tuple[Fact, str | None, bool] | None,
    again: Mapping[str, set[Again]],
    counted: Counted | None,
    touched: Touched,
) -> Fact | None:
    gained, lost = touched.grown.get(key), touched.shrunk.get(key)
    if stored is None:
        return project(gained, (), touched.schema) if gained and not lost else None
    fact: Fact | None = stored[0]
    if lost and fact is not None:
        fact = shrink(fact, lost, again, counted or Counted(), touched.schema)
    if gained and fact is not None:
        fact = extend(fact, *stored[1:], gained, counted or Counted(), touched.schema)
    return fact


def _statement(evidence: Evidence, touched: Touched) -> Statement:
    statement = supports(evidence, touched.schema)
    assert statement is not None
    return statement


def _stored_facts(
    tx: Transaction, statements: dict[str, Statement], touched: Touched
) -> dict[str, tuple[Fact, str | None, bool]]:
    """Facts as they stand, with date of publication and sort of their best claim's document."""
    by_type: dict[str, list[Row]] = defaultdict(list)
    for key, s in sorted(statements.items()):
        by_type[s.type].append({"id": key, "subject": s.subject, "object": s.object})
    found = {}
    for type_, rows in by_type.items():
        for row in tx.run(queries.facts(type_, touched.schema), {"rows": rows}):
            s = statements[row["fact"]["id"]]
            fact = fact_of(row["fact"], s.type, s.subject, s.object, touched.schema)
            found[fact.id] = (fact, row["published"], bool(row["dataset"]))
    return found


def _said_again(
    tx: Transaction, stored: Iterable[str], touched: Touched
) -> dict[str, dict[str, set[Again]]]:
    """What other claims say of the qualifiers in claims that go: see `shrink`."""
    asked: dict[str, dict[tuple[str, str, float], Row]] = defaultdict(dict)
    for key in stored:
        for claim in (e.claim for e in touched.shrunk.get(key, ())):
            for name, value in claim.qualifiers.items():
                given = list(value) if isinstance(value, tuple) else value
                row = {"fact": key, "value": given, "confidence": claim.confidence}
                asked[name][key, repr(value), claim.confidence] = row
    found: dict[str, dict[str, set[Again]]] = defaultdict(lambda: defaultdict(set))
    for name, rows in sorted(asked.items()):
        statement = queries.said_again(name, touched.schema)
        for said in tx.run(statement, {"rows": list(rows.values())}):
            values = said["value"] if isinstance(said["value"], list) else [said["value"]]
            known = found[said["fact"]][name]
            known |= {(value, None) for value in values}
            if said["as_sure"]:
                known |= {(value, said["confidence"]) for value in values}
    return found


def _counted(tx: Transaction, stored: Collection[str], touched: Touched) -> dict[str, Counted]:
    """What claims that stay count for of the documents, and their texts, that gain or lose some."""
    counted = {
        key: [(e.claim.document, e.original, e.claim.qualifiers) for e in touched.kept.get(key, ())]
        for key in stored
    }
    gained = [e for key in stored for e in touched.grown.get(key, ())]
    rows = [
        {"document": twin, "original": original}
        for original in sorted({e.original for e in gained})
        for twin in sorted(touched.twins.get(original, ()))
    ]
    if rows:
        given = {"rows": rows, "facts": sorted(stored)}
        for row in tx.run(queries.said(touched.schema), given):
            qualifiers = qualifiers_of(row, touched.schema)
            counted[row["fact"]].append((row["document"], row["original"], qualifiers))
    return {key: already(claims) for key, claims in counted.items() if claims}


def _evidence_by_id(
    tx: Transaction, by: str, ids: Collection[str], touched: Touched
) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = defaultdict(list)
    if not ids:
        return found
    statement = queries.evidence(by, touched.schema)
    for row in tx.run(statement, {"ids": sorted(ids)}):
        found[row["claim"][by]].append(evidence_of(row, touched.schema))
    return found
