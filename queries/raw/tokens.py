"""Cypher cut into tokens: enough to see which words are code, and which are not.

Only what both stores cut alike is taken. Comments are blanked out, so that what is checked,
explained and run is one and the same text; places in error messages stay right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from queries.raw.refused import Refused

TOKEN = re.compile(
    r"""
      (?P<space>[ \t\r\n]+)
    | (?P<comment>//[^\r\n]*|/\*.*?\*/)
    | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    | (?P<quoted>`(?:[^`]|``)+`)
    | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![A-Za-z0-9_]))
    | (?P<word>[A-Za-z_][A-Za-z0-9_]*)
    | (?P<sign>=~|[()\[\]{}<>=+\-*/%^.,:;|&!?$])
    """,
    re.VERBOSE | re.DOTALL,
)
UNICODE_ESCAPE = re.compile(r"\\u", re.IGNORECASE)

OPENING, CLOSING = "([{", ")]}"
PAIRS = dict(zip(CLOSING, OPENING, strict=True))


@dataclass(frozen=True, slots=True)
class Token:
    """A word, sign, number, string or quoted name of a query."""

    kind: str
    text: str
    start: int
    """Characters from the start of the query."""

    @property
    def word(self) -> str:
        """The word in capitals; nothing for what is not a bare word."""
        return self.text.upper() if self.kind == "word" else ""

    @property
    def name(self) -> str:
        """What a word or a quoted name stands for; nothing for the rest."""
        if self.kind == "quoted":
            return self.text[1:-1].replace("``", "`")
        return self.text if self.kind == "word" else ""


def cut(text: str) -> tuple[str, list[Token]]:
    """The text with its comments and a last semicolon blanked out, and its tokens.

    Raises `Refused` for what cannot be cut without doubt.
    """
    if found := UNICODE_ESCAPE.search(text):
        raise Refused(text, found.start(), "writes a letter as \\u; write the letter itself")
    pieces, tokens, at = [], list[Token](), 0
    while at < len(text):
        found = TOKEN.match(text, at)
        if found is None or found.lastgroup is None:
            raise Refused(text, at, _unknown(text[at]))
        kind, piece = found.lastgroup, found[0]
        if kind == "comment":
            piece = re.sub(r"[^\r\n]", " ", piece)
        elif kind != "space":
            tokens.append(Token(kind, piece, at))
        pieces.append(piece)
        at = found.end()
    blanked = "".join(pieces)
    if tokens and tokens[-1].text == ";":
        last = tokens.pop().start
        blanked = f"{blanked[:last]} {blanked[last + 1 :]}"
    return blanked, tokens


def matching(text: str, tokens: list[Token]) -> dict[int, int]:
    """The index of the closing bracket for that of each opening one, and the other way round.

    Raises `Refused` where they do not match.
    """
    pairs, opened = {}, list[int]()
    for index, token in enumerate(tokens):
        if token.text in OPENING and token.kind == "sign":
            opened.append(index)
        elif token.text in CLOSING and token.kind == "sign":
            if not opened or tokens[opened[-1]].text != PAIRS[token.text]:
                raise Refused(text, token.start, f"has a {token.text} that closes nothing")
            pairs[opened[-1]] = index
            pairs[index] = opened.pop()
    if opened:
        token = tokens[opened[-1]]
        raise Refused(text, token.start, f"has a {token.text} that is never closed")
    return pairs


def _unknown(character: str) -> str:
    if character in "'\"`":
        return f"opens a {character} that is never closed"
    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    return (
        f"has {shown!r} outside of quotes; put names with such letters in backticks and texts in "
        "quotation marks"
    )
