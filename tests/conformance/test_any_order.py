"""Any sequence of changes ends in the graph that loading what remains afresh gives.

For a long run set CYBERCOOP_EXAMPLES to how many sequences, longer ones, to try on each store.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    precondition,
    rule,
    run_state_machine_as_test,
)

from graph.checking import check
from graph.model import Document, Judgement
from graph.store import Store
from graph.writing import (
    Change,
    Reading,
    judge,
    queries,
    remove_documents,
    withdraw,
    write_documents,
)
from graph.writing.judgements import InvalidJudgement
from tests.conformance.any_readings import SOURCES, readings
from tests.conformance.comparing import empty, same

LONG = os.environ.get("CYBERCOOP_EXAMPLES")
EXAMPLES = {"embedded": 200, "neo4j": 15}
STEPS = 20 if LONG else 8

Dump = Callable[[Store], Any]


class Changes(RuleBasedStateMachine):
    """Loads, removals and judgements, and beside them what must remain."""

    def __init__(self, store: Store, fresh: Store, dump: Dump) -> None:
        super().__init__()
        self.store, self.fresh, self.dump = store, fresh, dump
        self.documents: dict[str, Reading] = {}
        self.judgements: dict[str, Judgement] = {}
        empty(store)

    @rule(batch=st.lists(readings(), min_size=1, max_size=3))
    def load(self, batch: list[Reading]) -> None:
        write_documents(self.store, batch)
        self.documents |= {r.document.source: r for r in batch}

    @rule(sources=st.sets(st.sampled_from(SOURCES), min_size=1, max_size=2))
    def remove(self, sources: set[str]) -> None:
        change = remove_documents(self.store, [Document(s, "").id for s in sources])
        assert change.removed == len(sources & set(self.documents))
        for source in sources:
            self.documents.pop(source, None)

    @precondition(lambda self: self.locals())
    @rule(
        left=st.integers(0, 5),
        right=st.integers(0, 5),
        verdict=st.sampled_from(["same", "same", "not same", "unsure"]),
    )
    def judge(self, left: int, right: int, verdict: Any) -> None:
        ids = self.locals()
        pair = (ids[left % len(ids)], ids[right % len(ids)])
        judgement = Judgement(*pair, verdict, "ann", "2024")
        try:
            judge(self.store, judgement)
        except InvalidJudgement:
            return
        self.judgements[judgement.id] = judgement

    @precondition(lambda self: self.judgements)
    @rule(number=st.integers(0, 3))
    def undo(self, number: int) -> None:
        known = sorted(self.judgements)
        judgement = known[number % len(known)]
        assert withdraw(self.store, judgement)
        del self.judgements[judgement]

    @rule()
    def load_the_same_again(self) -> None:
        before = self.store.written
        change = write_documents(self.store, list(self.documents.values()))
        assert change == Change(unchanged=len(self.documents))
        assert self.store.written == before

    def locals(self) -> list[str]:
        """Ids that judgements may be on."""
        return sorted(
            {
                e.id
                for r in self.documents.values()
                for e in r.extraction.entities
                if e.kind != "Country"
            }
        )

    def teardown(self) -> None:
        empty(self.fresh)
        write_judgements(self.fresh, list(self.judgements.values()))
        for _, reading in sorted(self.documents.items()):
            write_documents(self.fresh, [reading])
        same(self.dump(self.store), self.dump(self.fresh))
        assert [str(finding) for finding in check(self.store)] == []


def test_any_sequence_ends_in_the_graph_of_what_remains(
    request: pytest.FixtureRequest, store: Store, fresh: Store, dump: Dump
) -> None:
    sort = store.url.partition(":")[0]
    if LONG:
        request.node.add_marker(pytest.mark.timeout(0))
    run_state_machine_as_test(
        lambda: Changes(store, fresh, dump),
        settings=settings(
            max_examples=int(LONG) if LONG else EXAMPLES[sort],
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def write_judgements(store: Store, judgements: list[Judgement]) -> None:
    """Put judgements down as they stand, whether their ids are known or not.

    A judgement outlives the documents that it is about.
    """
    for judgement in judgements:
        name = f"{judgement.verdict}: {judgement.left} / {judgement.right}"
        row = {"id": judgement.id, "name": name, **asdict(judgement)}
        store.write(lambda tx, row=row: tx.run(queries.PUT_JUDGEMENT, {"row": row}))
