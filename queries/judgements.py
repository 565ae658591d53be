"""Judgements: what waits for a person, what was merged, and both sides of a pair."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, Literal

from graph import resolution
from graph.identity import kind_of
from graph.model import Judgement
from graph.schema import Schema
from graph.store import Store
from graph.vocabulary import SCHEMA
from queries.columns import brief
from queries.errors import NotFound
from queries.paging import Page, after_key, checked_limit, page

Shown = dict[str, Any]
State = Literal["waiting", "merged", "people"]

COLUMNS = """j.id AS id, j.left AS left, j.right AS right, j.verdict AS verdict,
  j.author AS author, j.time AS time, j.reason AS reason, j.score AS score"""

WHICH: dict[State, str] = {
    "waiting": "j.verdict = 'unsure' AND j.score IS NOT NULL",
    "merged": "j.verdict = 'same' AND j.score IS NOT NULL",
    "people": "j.score IS NULL",
}
"""Which judgements are asked for: a machine's proposals, its merges, or what people judged."""

PEOPLE = "MATCH (j:Judgement) WHERE j.score IS NULL RETURN j.left AS left, j.right AS right"

ONE = f"MATCH (j:Judgement {{id: $id}}) RETURN {COLUMNS}"

SIDES = """
UNWIND $ids AS id
MATCH (i:Identifier {id: id})
MATCH (e:Entity {id: i.entity})
RETURN id AS local, e.id AS id, labels(e) AS labels, e.name AS name, e.aliases AS aliases,
  e.country AS country
"""

SPOKEN = """
UNWIND $ids AS id
MATCH (c:Claim {subject_id: id})
MATCH (c)-[:FROM]->(d:Document)
RETURN id AS local, c.predicate AS predicate, c.quote AS quote, d.name AS title, d.url AS url,
  d.published AS published, c.id AS claim
UNION
UNWIND $ids AS id
MATCH (c:Claim {object_id: id})
MATCH (c)-[:FROM]->(d:Document)
RETURN id AS local, c.predicate AS predicate, c.quote AS quote, d.name AS title, d.url AS url,
  d.published AS published, c.id AS claim
"""

SENTENCES = 5
"""Sentences shown of each side, at most."""


def judgements(
    store: Store,
    state: State = "waiting",
    *,
    kind: str | None = None,
    limit: int = 50,
    after: str | None = None,
    schema: Schema = SCHEMA,
) -> Page:
    """Judgements with both of their sides, the surest first; proposals only where nobody judged.

    Each item: the judgement, and `sides`: entity, names, country and sentences. `kind` limits
    what they are on. Raises `BadArgument`, and `UnknownName` for a kind that there is not.
    """
    beginning = schema.kind(kind).name if kind else None
    start = after_key(after, (0.0, ""))
    statement = f"MATCH (j:Judgement) WHERE {WHICH[state]} RETURN {COLUMNS}"
    found = [_judgement(row) for row in store.read(statement)]
    if state == "waiting":
        settled = {frozenset((row["left"], row["right"])) for row in store.read(PEOPLE)}
        found = [j for j in found if frozenset((j["left"], j["right"])) not in settled]
    ordered = sorted(found, key=_place)
    rest = [j for j in ordered if after is None or _place(j) > start]
    if beginning:
        rest = [j for j in rest if _is_of(j["left"], beginning, schema)]
    shown = page(rest[: checked_limit(limit) + 1], limit, _place)
    return Page(with_sides(store, shown.items, schema), shown.next)


def judgement(store: Store, id: str, schema: Schema = SCHEMA) -> Shown:
    """One judgement with both of its sides. Raises `NotFound`."""
    for row in store.read(ONE, {"id": id}):
        return with_sides(store, [_judgement(row)], schema)[0]
    raise NotFound("judgement", id)


def contradictions(store: Store, *, limit: int = 50, after: str | None = None) -> Page:
    """Judgements that cannot all be right, each with its shortest path.

    Each item: `denied`, a judgement `not same`; `path`, the ids that lead from one of its sides to
    the other; `same`, the judgements by which they lead there. Raises `BadArgument`.
    """
    (start,) = after_key(after, ("",))
    found = [c for c in resolution.contradictions(store) if c.denied.id > str(start)]
    items = [
        {
            "denied": with_sides(store, [_shown(one.denied)])[0],
            "path": list(one.path),
            "same": with_sides(store, map(_shown, one.same)),
        }
        for one in found[: checked_limit(limit) + 1]
    ]
    return page(items, limit, lambda item: (str(item["denied"]["id"]),))


def with_sides(store: Store, items: Iterable[Shown], schema: Schema = SCHEMA) -> list[Shown]:
    """Judgements with what is known of either side, and what texts say of it."""
    items = list(items)
    ids = sorted({item[end] for item in items for end in ("left", "right")})
    entities = {row["local"]: row for row in store.read(SIDES, {"ids": ids})}
    spoken: dict[str, list[Shown]] = {id_: [] for id_ in ids}
    for row in store.read(SPOKEN, {"ids": ids}):
        spoken[row.pop("local")].append(row)
    sides = {id_: _side(id_, entities.get(id_), spoken[id_], schema) for id_ in ids}
    return [{**item, "sides": [sides[item["left"]], sides[item["right"]]]} for item in items]


def _side(id_: str, row: Shown | None, spoken: list[Shown], schema: Schema) -> Shown:
    quotes = {claim["quote"]: claim for claim in sorted(spoken, key=lambda c: str(c["claim"]))}
    longest = sorted(quotes.values(), key=lambda c: (-len(c["quote"]), c["claim"]))[:SENTENCES]
    return {
        "id": id_,
        "entity": brief(row, schema) if row else None,
        "aliases": sorted((row or {}).get("aliases") or ()),
        "country": (row or {}).get("country"),
        "sentences": longest,
    }


def _shown(judgement: Judgement) -> Shown:
    return _judgement({"id": judgement.id, **asdict(judgement)})


def _judgement(row: Shown) -> Shown:
    return {**row, "reason": row["reason"] or None}


def _place(judgement: Shown) -> tuple[float, str]:
    return (-float(judgement["score"] or 0.0), str(judgement["id"]))


def _is_of(id_: str, kind: str, schema: Schema) -> bool:
    found = kind_of(id_, schema)
    return found is not None and found.name == kind
