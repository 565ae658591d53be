"""Reading ahead of the writer."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor

import pytest

from graph.model import Document
from loaders.link import version as linking
from loaders.reading import AHEAD, Batch, ReadingStopped, read_ahead, read_documents, version_of

TEXT = "Kenya and Ghana agreed to cooperate on data protection."


@pytest.mark.parametrize(("threads", "ahead"), [(None, 0), (2, AHEAD)])
def test_batches_come_in_order_and_few_are_taken_ahead(threads: int | None, ahead: int) -> None:
    taken = []

    def batches() -> Iterator[Batch]:
        for number in range(AHEAD + 4):
            taken.append(number)
            yield Batch([Document(f"{number}/{part}", TEXT, language="en") for part in range(20)])

    def check(executor: Executor | None) -> None:
        for number, (batch, results) in enumerate(read_ahead(batches(), "rules", executor)):
            assert [d.source.split("/")[0] for d in batch.fresh] == [str(number)] * 20
            assert [claim.document for x, _ in results for claim in x.claims] == [
                d.id for d in batch.fresh
            ]
            assert len(taken) == min(number + 1 + ahead, AHEAD + 4)

    if threads is None:
        check(None)
    else:
        with ThreadPoolExecutor(threads) as executor:
            check(executor)


def test_another_version_of_the_extractor_elsewhere_is_refused() -> None:
    with pytest.raises(ReadingStopped, match="install the same cybercoop on every machine"):
        read_documents([Document("one", TEXT)], "rules", "rules 0")


def test_documents_are_read_anew_where_what_keys_follow_from_has_changed() -> None:
    assert version_of("rules").endswith(f".{linking()}")


def test_reading_makes_no_cycles_that_only_the_garbage_collector_would_free() -> None:
    documents = [Document(str(i), f"Kenya and Ghana signed agreement {i}.") for i in range(3)]
    read_documents(documents, "rules", version_of("rules"))
    gc.collect()
    gc.disable()
    try:
        read_documents(documents, "rules", version_of("rules"))
        assert not gc.isenabled()
        assert gc.collect() == 0
    finally:
        gc.enable()
