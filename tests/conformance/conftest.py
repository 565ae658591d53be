"""Both stores, each empty at the start of a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.store import Store, open_store
from graph.versions import prepare
from graph.writing import write_documents
from tests.conformance.small_graph import readings
from tools.neo4j.choice import empty


@pytest.fixture(params=["embedded", "neo4j"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of either sort, with its constraints and indexes."""
    url = (
        f"embedded:{tmp_path / 'graph.kgl'}"
        if request.param == "embedded"
        else request.getfixturevalue("empty_neo4j_store_url")
    )
    opened = open_store(url, writable=True)
    prepare(opened)
    yield opened
    opened.close()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Store]:
    """A second store, for the graph that another way must give; both sorts give the same."""
    opened = open_store(f"embedded:{tmp_path / 'fresh.kgl'}", writable=True)
    prepare(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def small_store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """A store of either sort with the small graph, written once for a module that only reads."""
    if request.param == "embedded":
        url = f"embedded:{tmp_path_factory.mktemp('small') / 'graph.kgl'}"
    else:
        server = request.getfixturevalue("neo4j_server")
        empty(server)
        url = server.url
    opened = open_store(url, writable=True)
    prepare(opened)
    for reading in readings():
        write_documents(opened, [reading])
    yield opened
    opened.close()


@pytest.fixture
def dump() -> Any:
    """A function that gives all nodes and relationships of a store, comparable between stores."""
    return graph_of


def graph_of(store: Store) -> dict[str, list[Any]]:
    """Every node and relationship with labels and properties, in a fixed order."""
    nodes = store.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties")
    edges = store.read(
        "MATCH (a)-[r]->(b) RETURN a.id AS source, type(r) AS type, b.id AS target, "
        "properties(r) AS properties"
    )
    return {
        "nodes": sorted((tuple(sorted(row["labels"])), _own(row["properties"])) for row in nodes),
        "edges": sorted(
            (row["source"], row["type"], row["target"], _own(row["properties"])) for row in edges
        ),
    }


def _own(properties: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Properties without those that KGLite shows beside them (`title`, `type`)."""
    own = {k: v for k, v in properties.items() if k not in {"title", "type"} and v is not None}
    # As text, since values of one property may be of types that do not compare.
    return tuple(sorted((k, repr(v)) for k, v in own.items()))
