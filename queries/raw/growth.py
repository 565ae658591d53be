"""Rules against expressions that a store cannot be stopped at.

A store looks at its clock between rows, not within one expression: Neo4j goes on with
`all(x IN range(1, 1000000000000) WHERE ...)` long after the transaction was ended. Rows may be as
many as one likes (`UNWIND range(...)`); what is walked within a row must have an end in sight.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from queries.raw.refused import Refused
from queries.raw.tokens import Token

LONGEST_RANGE = 10_000
"""Numbers of a `range` within an expression."""

MOST_STEPS = 20
"""Relationships in the patterns of a query. A server cannot be stopped while it plans either."""

MOST_EITHER = 4
"""XOR, and & between labels: each doubles what a server has to plan."""

MOST_SUMS = 10
"""`+` between two names: each may double a list or a text."""

WALKS = frozenset({"ALL", "ANY", "NONE", "SINGLE", "REDUCE"})
SHORT = frozenset({"nodes", "relationships", "labels", "keys"})
"""Functions whose lists are short."""

MEASURES = frozenset({"size", "length"})


@dataclass(frozen=True, slots=True)
class _Walk:
    """`variable IN source WHERE ... | body`, by the indexes of its tokens."""

    start: int
    body: int
    end: int
    short: bool


def check_growth(
    text: str, tokens: list[Token], pairs: dict[int, int], parameters: Mapping[str, Any]
) -> None:
    """Raise `Refused` where a plan, or one expression, might go on for very long."""
    _check_plan(text, tokens)
    _check_ranges(text, tokens, pairs, parameters)
    _check_replacements(text, tokens, pairs)
    _check_sums(text, tokens)
    _check_walks(text, tokens, [w for i in pairs if (w := _walk(tokens, pairs, i))])
    for index in pairs:
        if tokens[index].text == "(" and tokens[index - 1].word == "REDUCE":
            _check_accumulator(text, tokens, index, pairs[index])


def _check_plan(text: str, tokens: list[Token]) -> None:
    steps = [
        this for this, that in pairwise(tokens) if this.text == "-" and that.text in ("-", "[")
    ]
    if len(steps) > MOST_STEPS:
        raise Refused(
            text,
            steps[MOST_STEPS].start,
            f"has more than {MOST_STEPS} relationships in its patterns; write a path of variable "
            "length, as in -[:PARTY_TO*1..3]-",
        )
    either = [token for token in tokens if token.word == "XOR" or token.text == "&"]
    if len(either) > MOST_EITHER:
        raise Refused(text, either[-1].start, f"has XOR or & more than {MOST_EITHER} times")


def _check_ranges(
    text: str, tokens: list[Token], pairs: dict[int, int], parameters: Mapping[str, Any]
) -> None:
    for index, token in enumerate(tokens):
        if token.name.lower() != "range" or not _opens(tokens, index + 1):
            continue
        if index and tokens[index - 1].word == "UNWIND":
            continue
        at, end = index + 2, pairs[index + 1]
        while at < end:
            width = _bounded(tokens, pairs, at, parameters)
            if not width:
                raise Refused(
                    text,
                    token.start,
                    f"has a range within an expression that may be longer than {LONGEST_RANGE}; "
                    "write UNWIND range(...) AS x, or whole numbers up to that",
                )
            at += width


def _bounded(
    tokens: list[Token], pairs: dict[int, int], at: int, parameters: Mapping[str, Any]
) -> int:
    """How many tokens make up a number that is not too big; 0 for something else."""
    token = tokens[at]
    if token.text in "+-,":
        return 1
    if token.kind == "number":
        return int(token.text.isdigit() and int(token.text) <= LONGEST_RANGE)
    if token.text == "$":
        value = parameters.get(tokens[at + 1].name)
        return 2 if isinstance(value, int) and abs(value) <= LONGEST_RANGE else 0
    if token.name.lower() in MEASURES and _opens(tokens, at + 1):
        return pairs[at + 1] - at + 1
    return 0


def _check_replacements(text: str, tokens: list[Token], pairs: dict[int, int]) -> None:
    """What `replace` puts in must be written out: a text within itself grows by its square."""
    for index, token in enumerate(tokens):
        if token.name.lower() == "replace" and _opens(tokens, index + 1):
            end = pairs[index + 1]
            if tokens[end - 1].kind != "string" or tokens[end - 2].text != ",":
                raise Refused(
                    text, token.start, "has a replace(...) whose last argument is no text in quotes"
                )


def _check_sums(text: str, tokens: list[Token]) -> None:
    sums = 0
    for index in range(1, len(tokens) - 1):
        around = {tokens[index - 1].kind, tokens[index + 1].kind}
        joins = tokens[index].text == "+" or (tokens[index].text == tokens[index - 1].text == "|")
        sums += joins and not around & {"string", "number"}
        if sums > MOST_SUMS:
            raise Refused(
                text,
                tokens[index].start,
                f"adds more than {MOST_SUMS} times what is no plain number or text; "
                "use sum() or collect()",
            )


def _walk(tokens: list[Token], pairs: dict[int, int], index: int) -> _Walk | None:
    """The walk over a list in the bracket that opens at `index`, if there is one."""
    end = pairs[index]
    at = index + 1
    if end < index or tokens[index].text not in ("(", "["):
        return None
    if tokens[index].text == "(":
        if index == 0 or tokens[index - 1].word not in WALKS:
            return None
        if tokens[index - 1].word == "REDUCE":
            at = _past_comma(tokens, pairs, at, end)
    if at + 1 >= end or not tokens[at].name or tokens[at + 1].word != "IN":
        return None
    body = at + 2
    while body < end and tokens[body].word != "WHERE" and tokens[body].text != "|":
        body = pairs[body] + 1 if pairs.get(body, -1) > body else body + 1
    return _Walk(at, body, end, _short(tokens, pairs, at + 2, body))


def _short(tokens: list[Token], pairs: dict[int, int], first: int, end: int) -> bool:
    """Whether the tokens are a list that is short for sure."""
    if first >= end:
        return False
    if tokens[first].text == "[":
        return pairs[first] == end - 1 and not _walk(tokens, pairs, first)
    named = tokens[first].name.lower() in SHORT and _opens(tokens, first + 1)
    return named and pairs[first + 1] == end - 1


def _check_walks(text: str, tokens: list[Token], walks: list[_Walk]) -> None:
    """A walk within a walk takes the product of both: one of them at most may be long."""
    for walk in walks:
        inside = [w for w in walks if walk.body <= w.start < walk.end]
        long_inside = any(not w.short for w in inside) or _makes_lists(tokens, walk, walks)
        if len(inside) > 1 or (long_inside and not walk.short):
            raise Refused(
                text,
                tokens[walk.start].start,
                "walks a list for each item of a list; make one of them rows with UNWIND, or take "
                "it from nodes(), relationships(), labels() or keys()",
            )


def _makes_lists(tokens: list[Token], walk: _Walk, walks: list[_Walk]) -> bool:
    """Whether the body of a walk looks through a list that is made anew for each item.

    Looking through a list that has a name costs little: a store remembers what is in it.
    """
    heads = {w.start + 1 for w in walks}
    for index in range(walk.body, walk.end - 2):
        if tokens[index].word != "IN" or index in heads:
            continue
        first, second = tokens[index + 1], tokens[index + 2]
        named = first.name and second.text not in ("(", "[", "+", "|")
        short = first.text in ("[", "$") or first.name.lower() in SHORT
        if not named and not short:
            return True
    return False


def _check_accumulator(text: str, tokens: list[Token], start: int, end: int) -> None:
    """The sum of a `reduce` may be named once in its body, or it doubles with each step."""
    name = tokens[start + 1].name
    if sum(token.name == name for token in tokens[start + 2 : end]) > 1:
        raise Refused(
            text, tokens[start].start, f"has a reduce(...) that uses {name!r} more than once"
        )


def _past_comma(tokens: list[Token], pairs: dict[int, int], at: int, end: int) -> int:
    while at < end and tokens[at].text != ",":
        at = pairs[at] + 1 if pairs.get(at, -1) > at else at + 1
    return at + 1


def _opens(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].text == "("
