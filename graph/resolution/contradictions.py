"""Judgements that cannot all be right: two that are not the same, led to be one by others."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.model import Judgement
from graph.resolution.reading import JUDGEMENTS
from graph.rows import judgement_of
from graph.store.base import Store

Step = tuple[str, Judgement | None]
"""An id, and the judgement that led to it; None where a strong key did."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A judgement `not same` on two ids that `path` leads from one to the other.

    `same` are the judgements on the path: taking any of them back, or `denied`, ends it where no
    other path is left.
    """

    denied: Judgement
    same: tuple[Judgement, ...]
    path: tuple[str, ...]


LEADS = """
UNWIND $ids AS id
MATCH (i:Identifier {id: id})
RETURN i.id AS id, i.entity AS entity
"""

KEYS = """
UNWIND $entities AS entity
MATCH (i:Identifier {entity: entity})
WHERE i.keys IS NOT NULL
RETURN i.id AS id, i.keys AS keys
"""


def contradictions(store: Store) -> list[Contradiction]:
    """All contradictions among the judgements in a store, each by its shortest path.

    Only what is known of the entities that such judgements are on is read.
    """
    judgements = [judgement_of(row) for row in store.read(JUDGEMENTS)]
    denied = {j.id: j for j in judgements if j.verdict == "not same"}
    ends = sorted({end for j in denied.values() for end in (j.left, j.right)})
    leads = {row["id"]: row["entity"] for row in store.read(LEADS, {"ids": ends})}
    doubted = [d for _, d in sorted(denied.items()) if _one(leads.get(d.left), leads.get(d.right))]
    entities = sorted({leads[j.left] for j in doubted if j.left in leads})
    keys = {row["id"]: row["keys"] for row in store.read(KEYS, {"entities": entities})}
    steps = _steps(judgements, keys)
    paths = (
        (judgement, _shortest(judgement.left, judgement.right, steps)) for judgement in doubted
    )
    return [
        Contradiction(
            judgement,
            tuple(step for _, step in path if step is not None),
            tuple(id_ for id_, _ in path),
        )
        for judgement, path in paths
        if path is not None
    ]


def _one(left: str | None, right: str | None) -> bool:
    """Whether two ids may lead to one entity; of one that no text uses only judgements tell."""
    return left is None or right is None or left == right


def _steps(
    judgements: Iterable[Judgement], keys: Mapping[str, Iterable[str]]
) -> Mapping[str, list[Step]]:
    """Where each id leads: by judgements `same` that count, and by strong keys."""
    judgements = list(judgements)
    overruled = {j.pair for j in judgements if j.verdict == "not same" and not j.by_machine}
    steps: dict[str, list[Step]] = {}
    for judgement in judgements:
        if judgement.verdict == "same" and not (
            judgement.by_machine and judgement.pair in overruled
        ):
            steps.setdefault(judgement.left, []).append((judgement.right, judgement))
            steps.setdefault(judgement.right, []).append((judgement.left, judgement))
    for local, known in keys.items():
        for key in known:
            steps.setdefault(local, []).append((key, None))
            steps.setdefault(key, []).append((local, None))
    return steps


def _shortest(start: str, end: str, steps: Mapping[str, list[Step]]) -> list[Step] | None:
    """The steps from one id to another, the start first; None where nothing leads there."""
    came: dict[str, tuple[str, Judgement | None]] = {start: ("", None)}
    waiting = deque([start])
    while waiting and end not in came:
        at = waiting.popleft()
        for to, judgement in steps.get(at, ()):
            if to not in came:
                came[to] = (at, judgement)
                waiting.append(to)
    if end not in came:
        return None
    path: list[Step] = []
    at = end
    while at:
        before, judgement = came[at]
        path.append((at, judgement))
        at = before
    return path[::-1]
