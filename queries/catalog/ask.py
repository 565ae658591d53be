"""Asking a question of a store."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any

from graph.store import Row, Store
from queries.catalog.answer import Answer
from queries.catalog.arguments import checked
from queries.catalog.question import Question
from queries.errors import BadArgument
from queries.evidence import evidence as evidence_behind

MOST_ROWS = 100_000

EVIDENCE = "evidence"


def ask(
    store: Store,
    question: Question,
    arguments: Mapping[str, object],
    *,
    rows: int = 1000,
    seconds: float = 10.0,
    evidence: bool = False,
) -> Answer:
    """The answer of a store to a question, at most `rows` rows of it.

    Lists in a row are sorted. With `evidence`, each row has the claims behind its `facts` and
    `claims` with their sentences and documents. Raises `BadArgument`, `UnknownName`, `NotFound`,
    `StoreTimeout` past `seconds`, and what else the store raises.
    """
    if not 1 <= rows <= MOST_ROWS:
        raise BadArgument("rows", f"must be from 1 to {MOST_ROWS}, not {rows}")
    values = checked(store, question, arguments)
    # Both stores stop making rows at the limit, so an endless answer costs no more than this.
    limited = f"{question.cypher}\nLIMIT {rows + 1:d}"
    found = [_sorted(row) for row in store.read(limited, values, seconds=seconds)]
    shown = found[:rows]
    if evidence:
        _add_evidence(store, shown)
    columns = tuple(column.name for column in question.columns)
    return Answer(question.name, values, columns, shown, len(found) > rows)


def _sorted(row: Row) -> Row:
    """The row with its lists sorted: stores gather them in different orders."""
    return {name: sorted(v) if isinstance(v, list) else v for name, v in row.items()}


def _add_evidence(store: Store, rows: list[Row]) -> None:
    facts = chain.from_iterable(row.get("facts", ()) for row in rows)
    claims = chain.from_iterable(row.get("claims", ()) for row in rows)
    behind = evidence_behind(store, facts, claims)
    for row in rows:
        found: dict[str, dict[str, Any]] = {}
        for id_ in chain(row.get("facts", ()), row.get("claims", ())):
            found.update((item["claim"], item) for item in behind.get(id_, ()))
        row[EVIDENCE] = list(found.values())
