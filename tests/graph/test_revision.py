"""A fact that gains or loses claims is what all its claims make, wherever that can be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from hypothesis import event, given
from hypothesis import strategies as st

from graph.facts import project
from graph.model import Claim, Evidence
from graph.qualified import Again
from graph.revision import already, extend, shrink

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
        counted = already(said(e) for e in known if e.original in texts)
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
        counted = already([said(first)])
        extended = extend(fact, first.published, first.dataset, same, counted)
        assert extended == project([first, *same])


@given(everything=evidences(), data=st.data())
def test_losing_claims_gives_what_projecting_the_rest_gives(
    everything: list[Evidence], data: st.DataObject
) -> None:
    everything = [replace(e, original=e.claim.document) for e in everything]
    changing = data.draw(st.sampled_from(sorted({e.claim.document for e in everything})))
    own = [e for e in everything if e.claim.document == changing]
    lost = data.draw(st.lists(st.sampled_from(own), min_size=1, unique_by=lambda e: e.claim.id))
    rest = [e for e in everything if e not in lost]
    counted = already(said(e) for e in own if e not in lost)
    fact = project(everything)
    assert fact is not None
    shrunk = shrink(fact, lost, given_again(lost, rest), counted)
    event("told" if shrunk else "needs all claims")
    if shrunk is not None:
        assert shrunk == project(rest)


def test_most_claims_of_a_fact_that_many_make_go_without_a_look_at_the_others() -> None:
    many = [
        told(number, {"status": "signed", "signed": f"2023-0{number}"}) for number in range(1, 9)
    ]
    fact = project(many)
    assert fact is not None
    assert fact.claim == many[0].claim.id
    assert len(fact.weights["signed"]) == 8
    looked = [
        shrink(fact, [e], given_again([e], [o for o in many if o is not e])) for e in many[1:-1]
    ]
    assert looked == [project([o for o in many if o is not e]) for e in many[1:-1]]


def told(number: int, qualifiers: dict[str, str]) -> Evidence:
    """The claim of one document among many that say nearly the same."""
    claim = Claim(
        f"doc:{number}", "PARTY_TO", KENYA, "They did.", 0, 9, object=TREATY, qualifiers=qualifiers
    )
    return Evidence(claim, KENYA, TREATY, f"2024-0{number}", None, "News", f"doc:{number}", False)


def said(evidence: Evidence) -> tuple[str, str, dict[str, object]]:
    """A claim as `already` counts it."""
    return evidence.claim.document, evidence.original, evidence.claim.qualifiers


def given_again(lost: Sequence[Evidence], rest: Sequence[Evidence]) -> dict[str, set[Again]]:
    """What other claims say of the qualifiers in `lost`, as the stores find it."""
    found: dict[str, set[Again]] = defaultdict(set)
    for claim in (e.claim for e in lost):
        for name, value in claim.qualifiers.items():
            again = [e.claim for e in rest if e.claim.qualifiers.get(name) == value]
            for single in value if isinstance(value, tuple) else (value,):
                found[name] |= {(single, None)} if again else set()
                if any(other.confidence == claim.confidence for other in again):
                    found[name].add((single, claim.confidence))
    return found
