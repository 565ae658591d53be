"""GraphML, as Gephi and others open it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import networkx as nx

from graph.schema import Schema
from graph.store import Store
from graph.vocabulary import SCHEMA
from queries.analytics.projection import network
from queries.analytics.projection import projection as named
from queries.columns import entity_map, fact_map, fact_of, kind_of, present, types_pattern

SECONDS = 120.0
BATCH = 5000

UNPRINTABLE = re.compile("[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
"""What XML may not hold."""

ENTITIES = """
MATCH (e:Entity)
WHERE e.id > $after
RETURN e.id AS id, labels(e) AS labels, {columns} AS properties
ORDER BY id
LIMIT $rows
"""

FACTS = """
UNWIND $ids AS id
MATCH (s:Entity {id: id})-[f:{types}]->(o:Entity)
WHERE f.modality IN $modalities
RETURN s.id AS source, o.id AS target, type(f) AS type, {columns} AS fact
ORDER BY source, fact.id
"""


def graphml(
    store: Store,
    *,
    projection: str | None = None,
    modalities: Sequence[str] | None = None,
    schema: Schema = SCHEMA,
) -> str:
    """Entities and facts (of `modalities`, all by default) as GraphML, or a projection.

    Nodes have label and kind, edges label and weight, which Gephi reads: the weight of a fact is
    the number of its independent sources. Lists are joined by `; `. Raises `UnknownName`.
    """
    if projection is not None:
        graph: nx.Graph[str] = _projected(store, projection)
    else:
        names = [schema.modality(m).name for m in modalities or [m.name for m in schema.modalities]]
        graph = _whole(store, names, schema)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + "\n".join(nx.generate_graphml(graph)) + "\n"


def _projected(store: Store, name: str) -> nx.Graph[str]:
    found = network(store, named(name), {})
    graph: nx.Graph[str] = nx.Graph()
    for node in sorted(found):
        graph.add_node(node, label=UNPRINTABLE.sub("", found.nodes[node]["name"]))
    for source, target in sorted(map(sorted, found.edges)):
        graph.add_edge(source, target, **_plain(found.edges[source, target]))
    return graph


def _whole(store: Store, modalities: list[str], schema: Schema) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in _entities(store, schema):
        values = present(row["properties"])
        label = UNPRINTABLE.sub("", values.pop("name"))
        graph.add_node(
            row["id"], label=label, kind=kind_of(row["labels"], schema), **_plain(values)
        )
    statement = FACTS.replace("{types}", types_pattern(schema=schema))
    statement = statement.replace("{columns}", fact_map("f", schema))
    ids = list(graph)
    for start in range(0, len(ids), BATCH):
        parameters = {"ids": ids[start : start + BATCH], "modalities": modalities}
        for row in store.read(statement, parameters, seconds=SECONDS):
            fact = fact_of(row["fact"], schema)
            key = fact.pop("id")
            values = {**fact.pop("qualifiers"), **present(fact), "weight": fact["independent"]}
            graph.add_edge(row["source"], row["target"], key, label=row["type"], **_plain(values))
    return graph


def _entities(store: Store, schema: Schema) -> Iterator[dict[str, Any]]:
    """All entities by id, fetched in batches, each after the last id of the one before."""
    statement = ENTITIES.replace("{columns}", entity_map("e", schema))
    after = ""
    while rows := store.read(statement, {"after": after, "rows": BATCH}, seconds=SECONDS):
        yield from rows
        after = rows[-1]["id"]


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """Values as GraphML has them, in a fixed order."""
    return {name: _value(values[name]) for name in sorted(values)}


def _value(value: Any) -> Any:
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    return UNPRINTABLE.sub("", value) if isinstance(value, str) else value
