"""The words of names: whatever is left out to be quick changes nothing of what is found."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from queries.search.words import GONE, MOST_NEAR, Words

WORD = st.text("abno1п", min_size=3, max_size=10)


def settled(names: Sequence[Sequence[str]], places: Sequence[int]) -> Words:
    words = Words()
    for entity, name in enumerate(names):
        words.add(entity, set(name))
    words.settle(np.array(places, np.int32), len(places))
    return words


@given(WORD, st.lists(WORD, max_size=20))
def test_words_with_a_wrong_letter_or_two_are_all_found(word: str, others: list[str]) -> None:
    most = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
    near = [(OSA.distance(word, other), other) for other in set(others)]
    expected = sorted(n for n in near if most and n[0] <= most)
    assert settled([others], [0]).alike(word) == expected[:MOST_NEAR]


def test_words_go_with_those_who_had_them() -> None:
    words = settled([["kenya", "police"], ["kenyatta"], ["police", "ken"]], [2, 1, 0])
    assert words.begun("ken").tolist() == [True, True, True]
    assert words.begun("kenya").tolist() == [False, True, True]
    assert words.have(["police"]).tolist() == [True, False, True]
    words.add(3, {"kent"})
    words.settle(np.array([GONE, 0, 1, 2], np.int32), 3)
    assert words.begun("ken").tolist() == [True, True, True]
    assert words.have(["police"]).tolist() == [False, True, False]
    assert words.alike("kenyo") == []
    assert words.sounding("kenyata") == ["kent", "kenyatta"]
