"""The forms of verbs that a lexicon names once, by their infinitives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

Form = Literal[
    "infinitive", "present", "past", "participle", "gerund", "future", "conditional",
    "subjunctive", "first", "first_future",
]  # fmt: skip
"""What a form tells. `past` covers all past tenses of the third person; `first` all forms of the
first person but the future, which is `first_future`."""

Table = Mapping[str, Mapping[Form, list[str]]]
"""By the end of an infinitive or by a whole one: the ends or the forms that it takes instead."""

DONE, DUE = "~", "+"
"""After a verb: its forms for what is or was done; those for what may be done, or is to be."""

MARKED: Mapping[str, frozenset[Form]] = {
    DONE: frozenset(["present", "past", "gerund", "first", "participle"]),
    DUE: frozenset(["infinitive", "gerund", "subjunctive"]),
}

LATER: frozenset[Form] = frozenset(["future", "first_future"])


def conjugated(phrase: str, endings: Table, irregular: Table) -> Iterator[tuple[str, Form]]:
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


def marked(
    phrase: str, endings: Table, irregular: Table, auxiliaries: Sequence[str]
) -> Iterator[tuple[str, bool]]:
    """What a phrase stands for, and whether each is a future; itself, unless its first word is
    marked: `apoyar~`, `apoyar+`."""
    verb, _, rest = phrase.partition(" ")
    mark = verb[-1]
    if mark not in MARKED or len(verb) < 3:
        yield phrase, False
        return
    rest = f" {rest}" if rest else ""
    participle = ""
    for word, form in conjugated(verb[:-1], endings, irregular):
        participle = participle or (word if form == "participle" else "")
        if form in LATER or form in MARKED[mark]:
            yield word + rest, form in LATER
    if mark == DONE and participle:
        yield from ((f"{auxiliary} {participle}{rest}", False) for auxiliary in auxiliaries)
