"""The forms of verbs that a lexicon names by their infinitives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

Form = Literal[
    "infinitive", "present", "past", "participle", "gerund", "future", "conditional",
    "subjunctive", "first", "first_future",
]  # fmt: skip
"""What a form tells. `past` covers all past tenses of the third person; `first` all forms of the
first person but the future, which is `first_future`."""

Forms = Mapping[str, Mapping[Form, list[str]]]
"""By the end of an infinitive or by a whole one: the ends or the forms that it takes instead."""


def conjugated(phrase: str, endings: Forms, irregular: Forms) -> Iterator[tuple[str, Form]]:
    """All forms of a verb, the rest of its phrase kept: "hand over", "handed over".

    A language without `endings` writes each form as a phrase of its own: it is yielded as `past`.
    """
    head, _, rest = phrase.partition(" ")
    rest = f" {rest}" if rest else ""
    if not endings:
        yield phrase, "past"
        return
    yield phrase, "infinitive"
    for form, words in irregular.get(head, {}).items():
        yield from ((word + rest, form) for word in words)
    end = max((e for e in endings if head.endswith(e)), key=len, default=None)
    if end is None:
        return
    stem = head.removesuffix(end)
    for form, ends in endings[end].items():
        if form not in irregular.get(head, {}):
            yield from ((stem + other + rest, form) for other in ends)
