"""The canonical id is a pure function of links and judgements."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.identity import Linked, canonical_ids, is_fixed, local_id, reference_id
from graph.model import Judgement

LOCALS = [f"agency:x.{n:010x}" for n in range(5)]
KEYS = [f"agency:KE:{n}" for n in "abcd"]


def same(left: str, right: str, verdict: str = "same") -> Judgement:
    return Judgement(left, right, verdict, "ann", "2026-01-01T00:00:00Z")  # type: ignore[arg-type]


def test_a_local_id_is_readable_and_never_shared_by_chance() -> None:
    one = local_id("Agreement", "Memorandum of understanding", "doc:1", 10)
    other = local_id("Agreement", "Memorandum of understanding", "doc:1", 90)
    assert one.startswith("agreement:memorandum-of-understanding.")
    assert one != other
    assert local_id("Event", "NAIIS 17", "doc:1", 10) != local_id("Forum", "NAIIS 17", "doc:1", 10)
    assert local_id("Organization", "a/b: c", "doc:1", 0).startswith("org:a-b-c.")
    assert local_id("Person", "Лавров", "doc:1", 0).startswith("person:лавров.")


def test_a_reference_id_comes_before_a_key_and_a_key_before_a_local_id() -> None:
    links = [
        Linked(LOCALS[0], (KEYS[0],)),
        Linked(LOCALS[1], (KEYS[0], KEYS[1])),
        Linked("agency:ZZ:declared", ("agency:ZZ:declared", KEYS[1]), reference=True),
        Linked(LOCALS[2], ()),
    ]
    found = canonical_ids(links, [])
    assert {found[n] for n in (*LOCALS[:2], *KEYS[:2])} == {"agency:ZZ:declared"}
    assert found[LOCALS[2]] == LOCALS[2]
    assert canonical_ids(links[:2], [])[LOCALS[0]] == KEYS[0]


def test_a_judgement_joins_and_is_undone_by_taking_it_back() -> None:
    links = [Linked(LOCALS[1], ()), Linked(LOCALS[0], ())]
    judged = same(LOCALS[1], LOCALS[0])
    assert canonical_ids(links, [judged]) == {LOCALS[0]: LOCALS[0], LOCALS[1]: LOCALS[0]}
    assert canonical_ids(links, []) == {LOCALS[0]: LOCALS[0], LOCALS[1]: LOCALS[1]}
    for verdict in ("not same", "unsure"):
        other = same(LOCALS[1], LOCALS[0], verdict)
        assert canonical_ids(links, [other])[LOCALS[1]] == LOCALS[1]


def test_an_id_that_nothing_uses_joins_but_is_never_canonical() -> None:
    links = [Linked(LOCALS[1], ()), Linked(LOCALS[2], ())]
    judged = [same(LOCALS[1], LOCALS[0]), same(LOCALS[0], LOCALS[2])]
    assert canonical_ids(links, judged) == {LOCALS[1]: LOCALS[1], LOCALS[2]: LOCALS[1]}


@given(
    st.lists(st.tuples(st.sampled_from(LOCALS), st.sets(st.sampled_from(KEYS), max_size=2))),
    st.lists(st.tuples(st.sampled_from(LOCALS), st.sampled_from(LOCALS))),
    st.randoms(use_true_random=False),
)
def test_order_does_not_matter(links: list, pairs: list, random: object) -> None:  # type: ignore[type-arg]
    linked = [Linked(name, tuple(sorted(keys))) for name, keys in links]
    judged = [same(left, right) for left, right in pairs]
    expected = canonical_ids(linked, judged)
    random.shuffle(linked)  # type: ignore[attr-defined]
    random.shuffle(judged)  # type: ignore[attr-defined]
    assert canonical_ids(linked, judged) == expected
    assert all(expected[entity] == entity for entity in expected.values())


def test_countries_and_topics_are_fixed() -> None:
    assert is_fixed("country:KE") and is_fixed("topic:crime.fraud")
    assert not is_fixed(reference_id("Agency", "KE", "police"))
