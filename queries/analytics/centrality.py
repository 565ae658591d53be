"""Who stands where in a network, by NetworkX."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import networkx as nx

from graph.schema import UnknownName
from graph.store import Store
from queries.analytics.projection import network
from queries.analytics.projection import projection as named
from queries.paging import checked_limit

DIGITS = 6

DISTANCE = "distance"


def _betweenness(graph: nx.Graph[str]) -> Mapping[str, float]:
    return nx.betweenness_centrality(graph, weight=DISTANCE)


def _closeness(graph: nx.Graph[str]) -> Mapping[str, float]:
    return nx.closeness_centrality(graph, distance=DISTANCE)


def _degree(graph: nx.Graph[str]) -> Mapping[str, float]:
    return nx.degree_centrality(graph)


def _strength(graph: nx.Graph[str]) -> Mapping[str, float]:
    return dict(graph.degree(weight="weight"))


MEASURES: Mapping[str, Callable[[nx.Graph[str]], Mapping[str, float]]] = {
    "betweenness": _betweenness,
    "closeness": _closeness,
    "degree": _degree,
    "strength": _strength,
}
"""Betweenness and closeness take an edge for the shorter, the more sources it has."""


def centrality(
    store: Store,
    *,
    measure: str = "betweenness",
    projection: str = "country_cooperation",
    minimum_confidence: float = 0.0,
    limit: int = 50,
) -> dict[str, Any]:
    """The entities of a projection by a measure, the highest first.

    Gives measure, projection, arguments, query (the statement behind it), nodes and edges (how
    many), and rows with id, name, score and degree. Raises `UnknownName`, `BadArgument`.
    """
    if measure not in MEASURES:
        raise UnknownName("measure", measure, list(MEASURES))
    asked = named(projection)
    arguments = {"minimum_confidence": minimum_confidence}
    graph = network(store, asked, arguments)
    for _, _, edge in graph.edges(data=True):
        edge[DISTANCE] = 1 / edge["weight"]
    scores = MEASURES[measure](graph) if graph else {}
    rows = [
        {
            "id": node,
            "name": graph.nodes[node]["name"],
            "score": round(float(score), DIGITS),
            "degree": graph.degree[node],
        }
        for node, score in scores.items()
    ]
    rows.sort(key=lambda row: (-row["score"], -row["degree"], row["id"]))
    return {
        "measure": measure,
        "projection": asked.name,
        "arguments": arguments,
        "query": asked.cypher,
        "nodes": graph.number_of_nodes(),
        "edges": graph.number_of_edges(),
        "rows": rows[: checked_limit(limit)],
    }
