"""Who is who: local ids, strong keys, and the canonical entity as a function of them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.model import Judgement, short_hash, slug
from graph.schema import Kind, Schema
from graph.vocabulary import SCHEMA

PREFIX: Mapping[str, str] = {"Organization": "org"}
"""Kinds whose ids do not begin with their name in lower case."""


def local_id(kind: str, name: str, document: str, first_mention: int) -> str:
    """The id of what one document speaks of: kind, slug of the name, short hash.

    The hash of `document` (its id) and `first_mention` (offset) keeps two namesakes apart.

    >>> local_id("Person", "Jim Yonazi", "doc:1", 5).rsplit(".", 1)[0]
    'person:jim-yonazi'
    """
    digest = short_hash(document, kind, str(first_mention), length=10)
    return f"{PREFIX.get(kind, kind.lower())}:{slug(name)}.{digest}"


def reference_id(kind: str, *parts: str) -> str:
    """An id with a strong key: `reference_id("Agency", "TZ", "police")` is `agency:TZ:police`.

    Parts are taken as they are; slug those that come from names.
    """
    return ":".join((PREFIX.get(kind, kind.lower()), *parts))


def kind_of(entity: str, schema: Schema = SCHEMA) -> Kind | None:
    """The kind that an id is of, told by how it begins; None for one of no known kind."""
    prefix = entity.partition(":")[0]
    kinds = (k for k in schema.kinds if PREFIX.get(k.name, k.name.lower()) == prefix)
    return next(kinds, None)


def is_fixed(entity: str, schema: Schema = SCHEMA) -> bool:
    """Whether an id is of a kind whose entities are all known beforehand: never joined."""
    kind = kind_of(entity, schema)
    return kind is not None and kind.fixed


@dataclass(frozen=True, slots=True)
class Linked:
    """An id that documents use, with the strong keys that it is linked by.

    `id` may be None for the many local ids that are known by one key only: nothing else can
    join them, so the key stands for them all. `reference` marks ids that a dataset declares.
    """

    id: str | None
    keys: tuple[str, ...]
    reference: bool = False


def canonical_ids(linked: Iterable[Linked], judgements: Iterable[Judgement]) -> dict[str, str]:
    """The canonical id of every id and key: a pure function of links and judgements.

    Ids joined by a key or by a judgement `same` are one entity. It is called by the smallest
    id that a dataset declares, else by the smallest key, else by the smallest local id.
    Judgements that name an id nothing uses still join what they name on both sides, but that
    id never becomes canonical. What a machine judges the same is not joined where a person
    judges the same two ids not to be.
    """
    judgements = list(judgements)
    overruled = {j.pair for j in judgements if not j.by_machine and j.verdict == "not same"}
    forest = Forest()
    rank: dict[str, int] = {}
    for link in linked:
        ranked = [(key, 1) for key in link.keys]
        if link.id is not None:
            ranked.append((link.id, 0 if link.reference else 2))
        for name, order in ranked:
            forest.join(ranked[0][0], name)
            rank[name] = min(rank.get(name, order), order)
    for judgement in judgements:
        if judgement.verdict == "same" and not (
            judgement.by_machine and judgement.pair in overruled
        ):
            forest.join(judgement.left, judgement.right)
    best: dict[str, tuple[int, str]] = {}
    for name, order in rank.items():
        root = forest.root(name)
        best[root] = min(best.get(root, (order, name)), (order, name))
    return {name: best[forest.root(name)][1] for name in rank}


class Forest:
    """Disjoint sets of names."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def root(self, name: str) -> str:
        """The name that stands for all that are joined with `name`."""
        path = []
        while (parent := self._parent.setdefault(name, name)) != name:
            path.append(name)
            name = parent
        for passed in path:
            self._parent[passed] = name
        return name

    def join(self, left: str, right: str) -> None:
        """Make one set of those that two names are in."""
        self._parent[self.root(left)] = self.root(right)
