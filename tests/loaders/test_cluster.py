"""Reading on a real Dask cluster of this machine."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks import documents
from graph.store import open_store
from loaders import executors
from loaders.pipeline import load
from loaders.reading import ReadingStopped
from tests.conformance.conftest import graph_of


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The scheduler of a cluster with two worker processes."""
    distributed = pytest.importorskip("distributed", reason="the extra 'dask' is not installed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0"
    ) as cluster:
        yield cluster.scheduler_address


def test_a_cluster_gives_the_same_graph(address: str, tmp_path: Path) -> None:
    documents.write(tmp_path / "documents", 100)
    graphs = []
    for name in ("here", "there"):
        store = open_store(f"embedded:{tmp_path / name}.kgl", writable=True)
        if name == "here":
            load(store, [tmp_path / "documents"])
        else:
            with executors.cluster(address) as executor:
                load(store, [tmp_path / "documents"], executor=executor)
        graphs.append(graph_of(store))
        store.close()
    assert len(graphs[0]["nodes"]) > 1000
    assert graphs[0] == graphs[1]


def test_nobody_at_the_address_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed", reason="the extra 'dask' is not installed")
    monkeypatch.setattr(executors, "SCHEDULER_SECONDS", 0.5)
    with (
        pytest.raises(ReadingStopped, match=r"no Dask scheduler answers at tcp://127.0.0.1:9;"),
        executors.cluster("tcp://127.0.0.1:9"),
    ):
        pass


def test_a_cluster_without_workers_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed", reason="the extra 'dask' is not installed")
    monkeypatch.setattr(executors, "WORKER_SECONDS", 0.5)
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address="127.0.0.1:0") as empty,
        pytest.raises(ReadingStopped, match=r"no worker .* start one with `dask worker tcp://"),
        executors.cluster(empty.scheduler_address),
    ):
        pass


def test_a_missing_extra_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(ReadingStopped, match=r"pip install 'cybercoop\[dask\]'"),
        executors.cluster("tcp://127.0.0.1:8786"),
    ):
        pass
