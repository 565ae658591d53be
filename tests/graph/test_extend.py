"""A fact that gains claims is the fact that all its claims make, wherever that can be told."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from hypothesis import event, given
from hypothesis import strategies as st

from graph.facts import already, extend, project
from graph.model import Claim, Evidence

KENYA, TREATY = "country:KE", "agreement:treaty"

DATES = st.sampled_from(["2023", "2023-02", "2023-02-21", "2024"])
QUALIFIERS = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(["signed", "ratified", "in force"]),
        "signed": DATES,
        "number": st.integers(1, 2),
        "role": st.sampled_from(["member", "observer"]),
    },
)
TOPICS = st.fixed_dictionaries(
    {},
    optional={
        "topics": st.sets(st.sampled_from(["crime", "policy", "justice"]), min_size=1).map(
            lambda topics: tuple(sorted(topics))
        ),
        "mode": st.sampled_from(["training", "funding"]),
    },
)


@st.composite
def evidences(draw: st.DrawFn) -> list[Evidence]:
    """Claims of one statement, of up to five documents, some with the text of others."""
    predicate, qualifiers = draw(st.sampled_from([("PARTY_TO", QUALIFIERS), ("ASSISTS", TOPICS)]))
    documents = draw(
        st.lists(
            st.tuples(st.none() | DATES, st.booleans(), st.integers(1, 3), st.sampled_from("abc")),
            min_size=2,
            max_size=5,
        )
    )
    made = []
    for number, (published, dataset, claims, text) in enumerate(documents):
        for start in range(claims):
            claim = Claim(
                f"doc:{number}", predicate, KENYA, "They did.", start, start + 9, object=TREATY,
                qualifiers=draw(qualifiers), confidence=draw(st.sampled_from([0.5, 0.7, 0.9])),
            )  # fmt: skip
            made.append(Evidence(claim, KENYA, TREATY, published, None, "News", text, dataset))
    return made


@given(everything=evidences())
def test_extending_gives_what_projecting_everything_gives(everything: list[Evidence]) -> None:
    documents = [list(claims) for _, claims in groupby(everything, lambda e: e.claim.document)]
    known = documents[0]
    fact = project(known)
    for gained in documents[1:]:
        assert fact is not None
        best = next(e for e in known if e.claim.id == fact.claim)
        texts = {e.original for e in gained}
        counted = already((e.original, e.claim.qualifiers) for e in known if e.original in texts)
        known = [*known, *gained]
        extended = extend(fact, best.published, best.dataset, gained, counted)
        whole = project(known)
        assert whole is not None
        event("told" if extended else "needs all claims")
        if extended is not None:
            assert extended == whole
        else:
            assert len(fact.weights) < len(whole.weights)
        fact = whole


@given(everything=evidences())
def test_claims_that_say_the_same_never_need_all_claims(everything: list[Evidence]) -> None:
    first, *rest = everything
    same = [
        replace(e, claim=replace(e.claim, qualifiers=first.claim.qualifiers))
        for e in rest
        if e.claim.document != first.claim.document
    ]
    fact = project([first])
    assert fact is not None
    if same:
        counted = already([(first.original, first.claim.qualifiers)])
        extended = extend(fact, first.published, first.dataset, same, counted)
        assert extended == project([first, *same])
