"""The shortest way between two entities along facts.

Only types that the schema marks as walked are followed, and what has many members or parties is
not stepped through unless asked for: else every two states are two steps apart.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.schema import Schema
from graph.store import Row, Store, StoreTimeout
from graph.vocabulary import SCHEMA
from queries.columns import brief, fact_map, fact_of, types_pattern
from queries.entities import resolve
from queries.errors import BadArgument

LONGEST = 8
HUB = 30
"""More members, parties or participants than this make a hub."""

HUB_KINDS = ("Agreement", "Organization", "Forum", "Event")
SECONDS = 20.0


@dataclass(slots=True)
class _Side:
    """What the search has reached from one end: by id, the step that led there (None: the end)."""

    steps: dict[str, Row | None]
    frontier: list[str] = field(default_factory=list)


def path(
    store: Store,
    source: str,
    target: str,
    *,
    types: Sequence[str] | None = None,
    longest: int = 4,
    modalities: Sequence[str] = ("fact",),
    through_hubs: bool = False,
    schema: Schema = SCHEMA,
) -> dict[str, Any]:
    """The shortest path between two entities, at most `longest` steps; the same one every time.

    `source` and `target` are ids or exact names. Gives `source`, `target`, `length` and `steps`,
    each with from, to, type, direction ("out" where `from` is the subject) and fact; without a
    path `steps` is empty and `length` None. `types` limits the types walked. Raises `NotFound`,
    `BadArgument`, `StoreTimeout`, and `UnknownName` for a type or modality that there is not.
    """
    if not 1 <= longest <= LONGEST:
        raise BadArgument("longest", f"must be from 1 to {LONGEST}, not {longest}")
    ends = (resolve(store, source), resolve(store, target))
    if ends[0] == ends[1]:
        raise BadArgument("target", "is the same entity as the source")
    walked = _walked(types, schema)
    statement = _statement(walked, through_hubs, schema)
    parameters = {"modalities": [schema.modality(m).name for m in modalities], "hub": HUB}
    sides = tuple(_Side({end: None}, [end]) for end in ends)
    deadline = time.monotonic() + SECONDS
    for _ in range(longest):
        # Growing the smaller side keeps the number of entities looked at small.
        near, far = sorted(sides, key=lambda side: len(side.frontier))
        if not near.frontier:
            break
        left = deadline - time.monotonic()
        if left <= 0:
            raise StoreTimeout(f"no path found in {SECONDS:.0f} s; lower `longest` or name types")
        rows = store.read(
            statement, {**parameters, "ids": near.frontier, "ends": list(ends)}, seconds=left
        )
        meeting = _grow(near, far, rows)
        if meeting is not None:
            there, back = (_back(side, meeting) for side in sides)
            told = _told(store, [*reversed(there), *back], walked, schema)
            steps = [_step(row, number >= len(there), schema) for number, row in enumerate(told)]
            return _answer(ends, steps)
    return _answer(ends, [])


def _walked(types: Sequence[str] | None, schema: Schema) -> list[str]:
    walked = schema.walked_types()
    for name in types or ():
        if schema.type(name).name not in walked:
            raise BadArgument("types", f"paths never follow {name}; they follow {walked}")
    return list(types) if types else walked


def _statement(types: list[str], through_hubs: bool, schema: Schema) -> str:
    """Steps out of `$ids`, to anything but hubs; the two ends are reached though they be hubs."""
    hub = " OR ".join(f"o:{schema.kind(kind).name}" for kind in HUB_KINDS)
    members = "COUNT { (o)<-[:PARTY_TO|MEMBER_OF|PARTICIPATED_IN]-(:Entity) }"
    rule = f"AND (o.id IN $ends OR NOT ({hub}) OR {members} <= $hub)"
    return f"""
UNWIND $ids AS id
MATCH (e:Entity {{id: id}})-[f:{types_pattern(types, schema)}]-(o:Entity)
WHERE f.modality IN $modalities {"" if through_hubs else rule}
RETURN e.id AS at, o.id AS id, f.id AS fact, f.independent AS independent
"""


def _told(store: Store, steps: list[Row], types: list[str], schema: Schema) -> list[Row]:
    """The steps of a path with what is known of their ends and facts, in their order.

    What a search only passes is not read.
    """
    rows = store.read(
        f"""
UNWIND $steps AS step
MATCH (e:Entity {{id: step.at}})
MATCH (o:Entity {{id: step.id}})
MATCH (e)-[f:{types_pattern(types, schema)}]-(o)
WHERE f.id = step.fact
RETURN e.id AS at, labels(e) AS at_labels, e.name AS at_name, o.id AS id, labels(o) AS labels,
  o.name AS name, type(f) AS type, startNode(f).id = e.id AS out, {fact_map("f", schema)} AS fact
""",
        {"steps": steps},
    )
    by_fact = {row["fact"]["id"]: row for row in rows}
    return [by_fact[step["fact"]] for step in steps]


def _grow(near: _Side, far: _Side, rows: list[Row]) -> str | None:
    """Note where the steps lead; give where the two sides meet, if they do."""
    fresh = []
    # Sorted here, which costs less than in either store.
    for row in sorted(rows, key=lambda row: (row["id"], -row["independent"], row["fact"])):
        if row["id"] not in near.steps:
            near.steps[row["id"]] = row
            fresh.append(row["id"])
    near.frontier = fresh
    return min((id_ for id_ in fresh if id_ in far.steps), default=None)


def _back(side: _Side, meeting: str) -> list[Row]:
    """The steps that led to `meeting`, the last first."""
    taken = []
    while (row := side.steps[meeting]) is not None:
        taken.append(row)
        meeting = row["at"]
    return taken


def _step(row: Row, backwards: bool, schema: Schema) -> dict[str, Any]:
    at = brief({"id": row["at"], "labels": row["at_labels"], "name": row["at_name"]}, schema)
    to = brief(row, schema)
    begin, end = (to, at) if backwards else (at, to)
    return {
        "from": begin,
        "type": row["type"],
        "direction": "out" if row["out"] != backwards else "in",
        "to": end,
        "fact": fact_of(row["fact"], schema),
    }


def _answer(ends: tuple[str, str], steps: list[dict[str, Any]]) -> dict[str, Any]:
    source, target = ends
    return {
        "source": source,
        "target": target,
        "steps": steps,
        "length": len(steps) or None,
    }
