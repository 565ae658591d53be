"""Judgements that cannot all be right: two that are not the same, led to be one by others."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.identity import is_fixed
from graph.model import Judgement
from graph.resolution.reading import MentionRow, read
from graph.schema import Schema
from graph.store.base import Store
from graph.vocabulary import SCHEMA

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


def contradictions(store: Store, schema: Schema = SCHEMA) -> list[Contradiction]:
    """All contradictions among the judgements in a store, each by its shortest path."""
    known = read(store, schema, claims=False)
    return found_in(known.judgements, known.mentions, schema)


def found_in(
    judgements: Sequence[Judgement], mentions: Iterable[MentionRow], schema: Schema = SCHEMA
) -> list[Contradiction]:
    """The contradictions among judgements, given the keys that join ids beside them."""
    denied = [j for j in judgements if j.verdict == "not same"]
    if not denied:
        return []
    overruled = {j.pair for j in denied if not j.by_machine}
    steps: dict[str, list[Step]] = {}
    for judgement in judgements:
        if judgement.verdict == "same" and not (
            judgement.by_machine and judgement.pair in overruled
        ):
            steps.setdefault(judgement.left, []).append((judgement.right, judgement))
            steps.setdefault(judgement.right, []).append((judgement.left, judgement))
    for mention in mentions:
        if not is_fixed(mention.local, schema):
            for key in mention.keys:
                steps.setdefault(mention.local, []).append((key, None))
                steps.setdefault(key, []).append((mention.local, None))
    found = []
    for judgement in sorted(denied, key=lambda j: j.id):
        path = _shortest(judgement.left, judgement.right, steps)
        if path is not None:
            same = tuple(j for _, j in path if j is not None)
            found.append(Contradiction(judgement, same, tuple(id_ for id_, _ in path)))
    return found


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
