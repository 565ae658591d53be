"""Of what many documents say alike some change or go: the graph is that of what remains.

For a long run set CYBERCOOP_EXAMPLES to how many histories to try on each store.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.checking import check
from graph.model import Claim, Document, Entity, Extraction, Mention
from graph.store import Store
from graph.writing import Reading, remove_documents, write_documents
from tests.conformance.comparing import empty, same

EXAMPLES = {"embedded": 300, "neo4j": 12}
LONG = os.environ.get("CYBERCOOP_EXAMPLES")

KENYA, MOROCCO, ACCORD = "country:KE", "country:MA", "agreement:pan:lamu"
OFFICE = "agency:KE:order-office"
ENTITIES = (
    (KENYA, "Country", "Kenya"),
    (MOROCCO, "Country", "Morocco"),
    (ACCORD, "Agreement", "Accord of Lamu"),
    (OFFICE, "Agency", "Order Office"),
)
TEXT = " ".join(name for _, _, name in ENTITIES)

Saying = tuple[str, str, dict[str, Any]]
SAYINGS: tuple[Saying, ...] = (
    (KENYA, "PARTY_TO", {"object": ACCORD, "qualifiers": {"status": "signed", "signed": "2023"}}),
    (KENYA, "PARTY_TO", {"object": ACCORD, "qualifiers": {"signed": "2023-02-21"}}),
    (KENYA, "PARTY_TO", {"object": ACCORD, "qualifiers": {"signed": "2024", "status": "ratified"}}),
    (KENYA, "PARTY_TO", {"object": ACCORD, "modality": "intended"}),
    (KENYA, "COOPERATES_WITH", {"object": MOROCCO, "qualifiers": {"topics": ("crime",)}}),
    (KENYA, "COOPERATES_WITH", {"object": MOROCCO, "qualifiers": {"topics": ("crime", "policy")}}),
    (MOROCCO, "COOPERATES_WITH", {"object": KENYA, "qualifiers": {"mode": "training"}}),
    (KENYA, "COOPERATES_WITH", {"object": MOROCCO, "modality": "agreed"}),
    (KENYA, "COOPERATES_WITH", {"object": MOROCCO, "modality": "denied"}),
    (OFFICE, "name", {"value": "Order Office"}),
    (OFFICE, "name", {"value": "Office of Order"}),
    (OFFICE, "aliases", {"value": "Order"}),
    (OFFICE, "sub", {"value": "Police"}),
    (OFFICE, "sub", {"value": "Ministry"}),
    (ACCORD, "signed", {"value": "2023"}),
    (ACCORD, "signed", {"value": "2023-02-21"}),
)  # fmt: skip
"""Subject, predicate and all else that a document may say."""

DOCUMENTS = st.tuples(
    st.integers(0, 6),  # which document
    st.sampled_from([None, "2023-01", "2023-06", "2024-01"]),
    st.integers(0, 30),  # its text, which two documents seldom have in common
    st.lists(
        st.tuples(st.integers(0, len(SAYINGS) - 1), st.sampled_from([0.6, 0.8, 0.8, 0.9])),
        min_size=2,
        max_size=8,
    ),
)
HISTORIES = st.lists(
    st.lists(DOCUMENTS, min_size=2, max_size=5)
    | st.sets(st.integers(0, 6), min_size=1, max_size=2),
    min_size=3,
    max_size=8,
)


def test_any_history_of_a_crowd_ends_in_the_graph_of_what_remains(
    request: pytest.FixtureRequest, store: Store, fresh: Store, dump: Callable[[Store], Any]
) -> None:
    sort = store.url.partition(":")[0]
    if LONG:
        request.node.add_marker(pytest.mark.timeout(0))

    @settings(
        max_examples=int(LONG) if LONG else EXAMPLES[sort],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(history=HISTORIES)
    def holds(history: list[Any]) -> None:
        empty(store)
        empty(fresh)
        remaining: dict[int, Reading] = {}
        for step in history:
            if isinstance(step, set):
                remove_documents(store, [Document(_source(n), "").id for n in step])
                remaining = {n: r for n, r in remaining.items() if n not in step}
            else:
                readings = {number: _reading(number, *more) for number, *more in step}
                write_documents(store, list(readings.values()))
                remaining |= readings
        write_documents(fresh, [reading for _, reading in sorted(remaining.items())])
        same(dump(store), dump(fresh))
        assert [str(finding) for finding in check(store)] == []

    holds()


def test_a_text_that_passes_to_another_document_counts_for_itself(store: Store) -> None:
    agreed = [(5, 0.8)]
    write_documents(store, [_reading(0, None, 1, agreed)])
    write_documents(store, [_reading(0, None, 2, agreed), _reading(1, None, 1, agreed)])
    rows = store.read(
        "MATCH (:Country)-[f:COOPERATES_WITH]->(:Country) "
        "RETURN f.claims AS claims, f.sources AS sources, f.independent AS independent"
    )
    assert rows == [{"claims": 2, "sources": 2, "independent": 2}]


def _source(number: int) -> str:
    return f"https://news.example/{number}"


def _reading(
    number: int, published: str | None, text: int, said: Sequence[tuple[int, float]]
) -> Reading:
    document = Document(_source(number), f"{TEXT} {text}", published=published)
    entities = tuple(
        Entity(id, kind, name, (Mention(name, start, start + len(name)),), keys=(id,))
        for id, kind, name in ENTITIES
        for start in (TEXT.index(name),)
    )
    claims = {}
    for saying, confidence in said:
        subject, predicate, more = SAYINGS[saying]
        quote = ENTITIES[saying % len(ENTITIES)][2]
        start = TEXT.index(quote)
        claim = Claim(
            document.id, predicate, subject, quote, start, start + len(quote),
            confidence=confidence, rule="drawn", **more,
        )  # fmt: skip
        claims[claim.id] = claim
    extractor = f"test {sorted(said)}"
    return Reading(document, Extraction(entities, tuple(claims.values())), extractor)
