"""From a question that is a projection to a network."""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from graph.schema import UnknownName
from graph.store import Store
from queries.catalog import Question, ask, question, questions
from queries.errors import BadArgument

MOST_EDGES = 50_000
SECONDS = 60.0


def projections() -> tuple[Question, ...]:
    """The questions whose answers are networks."""
    return tuple(q for q in questions() if q.projection)


def projection(name: str) -> Question:
    """The projection called `name`. Raises `UnknownName`, which lists those there are."""
    known = [q.name for q in projections()]
    if name not in known:
        raise UnknownName("projection", name, known)
    return question(name)


def network(store: Store, asked: Question, arguments: Mapping[str, object]) -> nx.Graph[str]:
    """The undirected network of a projection: nodes with `name`, edges with `weight` and `facts`.

    Edges that the projection has several times, such as one for each year, are added up. Raises
    `BadArgument` where there are more edges than can be measured here.
    """
    answer = ask(store, asked, arguments, rows=MOST_EDGES, seconds=SECONDS)
    if answer.truncated:
        raise BadArgument(
            "projection", f"{asked.name} has more than {MOST_EDGES} edges; narrow its parameters"
        )
    graph: nx.Graph[str] = nx.Graph()
    for row in answer.rows:
        source, target = row["source"], row["target"]
        graph.add_node(source, name=row["source_name"])
        graph.add_node(target, name=row["target_name"])
        known = graph.get_edge_data(source, target, {"weight": 0, "facts": []})
        facts = sorted({*known["facts"], *row["facts"]})
        graph.add_edge(source, target, weight=known["weight"] + row["weight"], facts=facts)
    return graph
