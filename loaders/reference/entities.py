"""The entities that the rows of a dataset speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.identity import local_id
from graph.model import Document, Entity, Mention
from loaders.reference.declare import Dataset, Node
from loaders.reference.records import Record, Values
from loaders.reference.template import fill


def node_ids(node: Node, values: Values) -> list[str]:
    """The ids of the entities that a row means by a node; none where it does not speak of it."""
    if node.when is not None and node.when[1] not in values[node.when[0]]:
        return []
    return list(fill(node.id, values))


class Entities:
    """Gathers entities row by row.

    `known` has the names, by id, of entities that other datasets declare.
    """

    def __init__(self, dataset: Dataset, document: Document, known: Mapping[str, str]) -> None:
        self._dataset, self._document, self._known = dataset, document, known
        self._gathered: dict[str, _Gathered] = {}
        self._local: dict[str, str] = {}

    def add(self, record: Record) -> dict[str, list[str]]:
        """Note what a row speaks of; gives the ids of its entities by the name of their node."""
        return {
            name: [self._note(node, id, record) for id in node_ids(node, record.values)]
            for name, node in self._dataset.nodes
        }

    def all(self) -> tuple[Entity, ...]:
        """The entities so far. A key that two of them would have is nobody's."""
        owners: dict[str, set[str]] = defaultdict(set)
        for id, gathered in self._gathered.items():
            for key in (id, *gathered.keys):
                owners[key].add(id)
        return tuple(
            Entity(
                id,
                gathered.kind,
                gathered.name,
                tuple(gathered.mentions[span] for span in sorted(gathered.mentions)),
                gathered.sub,
                tuple(sorted(key for key in gathered.keys if owners[key] == {id})),
            )
            for id, gathered in self._gathered.items()
        )

    def _note(self, node: Node, id: str, record: Record) -> str:
        values = record.values
        place = record.row.places.get(node.name)
        name = self._document.text[slice(*place)] if place else ""
        if node.local and place:
            private = local_id(node.kind, name, self._document.id, place[0])
            id = self._local.setdefault(id, private)
        gathered = self._gathered.setdefault(id, _Gathered(node.kind, self._known.get(id, id)))
        if node.name and not node.known:
            gathered.name, gathered.sub = name, _only(values, node.sub)
        if not node.local:
            gathered.keys |= {id}.union(*(fill(key, values) for key in node.keys))
        if place:
            gathered.mentions[place] = Mention(name, *place)
        return id


@dataclass(slots=True)
class _Gathered:
    """An entity as the rows so far have it."""

    kind: str
    name: str
    sub: str | None = None
    keys: set[str] = field(default_factory=set)
    mentions: dict[tuple[int, int], Mention] = field(default_factory=dict)


def _only(values: Values, column: str) -> str | None:
    found = values.get(column, ())
    return str(found[0]) if found else None
