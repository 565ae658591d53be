"""What a query may be made of, whatever store it goes to.

A store's EXPLAIN does not show everything: KGLite names neither the steps of a subquery nor what
`CALL` calls. So words, functions and procedures are looked at here, each against a list of what
may be (`queries.raw.allowed`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from queries.raw import allowed
from queries.raw.growth import check_growth
from queries.raw.refused import Refused
from queries.raw.tokens import Token, cut, matching

FUNCTIONS = {name.lower() for name in allowed.FUNCTIONS}
PROCEDURES = {name.lower() for name in allowed.PROCEDURES}


def checked(text: str, parameters: Mapping[str, Any]) -> str:
    """The query to explain and run: `text` with its comments blanked out.

    Raises `Refused` for a query that might do anything but read the graph, or that a store could
    not be stopped at.
    """
    if len(text) > allowed.LONGEST:
        raise Refused(text, None, f"is longer than {allowed.LONGEST} characters")
    blanked, tokens = cut(text)
    if not tokens:
        raise Refused(text, None, "is empty; write for example MATCH (n:Country) RETURN n.name")
    if len(tokens) > allowed.MOST_TOKENS:
        raise Refused(text, None, f"has more than {allowed.MOST_TOKENS} words and signs")
    pairs = matching(text, tokens)
    _check_depth(text, tokens)
    _check_words(text, tokens)
    _check_calls(text, tokens)
    check_growth(text, tokens, pairs, parameters)
    return blanked


def _check_depth(text: str, tokens: list[Token]) -> None:
    depth = 0
    for token in tokens:
        if token.kind == "sign":
            depth += (token.text in "([{") - (token.text in ")]}")
        if depth > allowed.DEEPEST:
            raise Refused(text, token.start, f"has more than {allowed.DEEPEST} brackets in another")


def _check_words(text: str, tokens: list[Token]) -> None:
    if tokens[0].word not in allowed.STARTS:
        does = allowed.CLAUSES.get(tokens[0].word)
        reason = f"begins with {tokens[0].text}" + (f", which {does}" if does else "")
        starts = ", ".join(sorted(allowed.STARTS))
        raise Refused(text, tokens[0].start, f"{reason}; a query that reads begins with {starts}")
    for index, token in enumerate(tokens):
        if token.text == ";":
            raise Refused(text, token.start, "has more than one statement; send one at a time")
        if token.text == "$" and not tokens[index + 1 : index + 2]:
            raise Refused(text, token.start, "ends with a $")
        if token.text == "$" and not tokens[index + 1].name:
            raise Refused(text, token.start, "has a $ that names no parameter")
        if token.word in allowed.CLAUSES and not _is_property(tokens, index):
            raise Refused(
                text,
                token.start,
                f"has the word {token.text}, which {allowed.CLAUSES[token.word]}; this reads the "
                f"graph only (a name of that kind goes in backticks: `{token.text}`)",
            )


def _is_property(tokens: list[Token], index: int) -> bool:
    """Whether a word is the name of a property or of a parameter, as in `n.set` or `$set`."""
    if index == 0 or tokens[index - 1].text not in ".$":
        return False
    if tokens[index - 1].start + 1 != tokens[index].start:
        return False
    before = tokens[index - 2] if index > 1 else None
    return tokens[index - 1].text == "$" or bool(before and (before.name or before.text in ")]}"))


def _check_calls(text: str, tokens: list[Token]) -> None:
    """Hold every name before a `(`, and every name after CALL, to the lists."""
    for index, token in enumerate(tokens):
        if token.word == "CALL" and not _is_property(tokens, index):
            name = _dotted_from(tokens, index + 1)
            if name and name.lower() not in PROCEDURES:
                raise Refused(text, token.start, _may_not("procedure", name, allowed.PROCEDURES))
        elif token.text == "(" and token.kind == "sign" and index and tokens[index - 1].name:
            name, first = _dotted_to(tokens, index - 1)
            called = first > 0 and tokens[first - 1].word == "CALL"
            if not called and not _may_precede(tokens[index - 1], name):
                raise Refused(
                    text, tokens[first].start, _may_not("function", name, allowed.FUNCTIONS)
                )
        elif token.text == "=~":
            raise Refused(
                text,
                token.start,
                "has =~, which may run for ever; use CONTAINS, STARTS WITH or ENDS WITH",
            )


def _may_precede(token: Token, name: str) -> bool:
    if name == token.text and token.word in allowed.BEFORE_BRACKET:
        return True
    return name.lower() in FUNCTIONS


def _dotted_from(tokens: list[Token], index: int) -> str:
    """The dotted name that begins at `index`; empty where there is none."""
    parts = []
    while index < len(tokens) and tokens[index].name:
        parts.append(tokens[index].name)
        if index + 1 >= len(tokens) or tokens[index + 1].text != ".":
            break
        index += 2
    return ".".join(parts)


def _dotted_to(tokens: list[Token], index: int) -> tuple[str, int]:
    """The dotted name that ends at `index`, and where it begins."""
    parts = [tokens[index].name]
    while index > 1 and tokens[index - 1].text == "." and tokens[index - 2].name:
        index -= 2
        parts.append(tokens[index].name)
    return ".".join(reversed(parts)), index


def _may_not(sort: str, name: str, known: frozenset[str]) -> str:
    return f"calls the {sort} {name!r}, which is not among those that may be: " + ", ".join(
        sorted(known, key=str.lower)
    )
