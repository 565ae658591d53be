"""Markdown, with or without YAML front matter, as the plain text that it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from loaders.sources.base import Parsed, SourceError
from loaders.sources.encoding import clean, decode
from loaders.sources.metadata import (
    cut_date,
    date_in_lines,
    headline,
    language_code,
    parse_date,
    web_address,
)

FRONT_LIMIT = 16_384
"""How many characters of front matter are read."""

FRONT = re.compile(r"---[ \t]*\n(.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|$)", re.S)

KEYS = {
    "title": ("title",),
    "url": ("url", "canonical", "canonical_url"),
    "publisher": ("publisher", "site"),
    "language": ("language", "lang"),
    "published": ("published", "date"),
    "retrieved": ("retrieved",),
    "licence": ("licence", "license"),
}
"""What each field may be called in front matter; the first that is there counts."""

NESTING = 100
"""How deep quotations and lists are followed; what lies deeper the parser leaves out."""

MARKDOWN = MarkdownIt("commonmark", {"maxNesting": NESTING}).enable("table")
BLOCK_ENDS = frozenset({"inline", "fence", "code_block", "html_block"})
TAG = re.compile(r"<[^<>]{0,1000}>")


def parse(data: bytes) -> Parsed:
    """The text without its marks; title, date and the like from front matter or the text.

    Raises `SourceError` where its front matter is broken or it is nested too deeply.
    """
    front, body = _front_matter(clean(decode(data)))
    tokens = MARKDOWN.parse(body)
    if any(token.level >= NESTING - 1 for token in tokens):
        raise SourceError("the text is nested too deeply; simplify it")
    published, text = cut_date("\n\n".join(_blocks(tokens)).strip())
    return Parsed(
        text=text,
        title=front.get("title") or _first_heading(tokens) or headline(text),
        url=web_address(front.get("url")),
        publisher=front.get("publisher"),
        language=language_code(front.get("language")),
        published=parse_date(front.get("published", "")) or published or date_in_lines(text),
        retrieved=parse_date(front.get("retrieved", "")),
        licence=front.get("licence"),
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields of the front matter, and the text after it. Raises `SourceError`."""
    found = FRONT.match(text, 0, FRONT_LIMIT)
    if not found:
        return {}, text
    try:
        fields: Any = yaml.safe_load(found[1] or "")
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 2
        raise SourceError(
            "the front matter is no YAML; write 'key: value', texts with colons in quotes",
            f"line {line}",
        ) from error
    if not isinstance(fields, dict):
        return {}, text
    return dict(_known(fields)), text[found.end() :]


def _known(fields: dict[object, object]) -> Iterator[tuple[str, str]]:
    """The fields that mean something to us, as texts."""
    for name, keys in KEYS.items():
        for key in keys:
            value = fields.get(key)
            if isinstance(value, str | int | date):
                yield name, " ".join(str(value).split())
                break


def _first_heading(tokens: list[Token]) -> str:
    """The text of the first heading."""
    for opening, content in pairwise(tokens):
        if opening.type == "heading_open":
            return _inline(content)
    return ""


def _blocks(tokens: list[Token]) -> Iterator[str]:
    """The printed text, block by block; the cells of a table row make one block."""
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield " | ".join(row or ())
            row = None
        elif token.type in BLOCK_ENDS:
            block = _inline(token) if token.type == "inline" else TAG.sub("", token.content).strip()
            if row is not None:
                row.append(block)
            elif block:
                yield block


def _inline(token: Token) -> str:
    """The printed text of a line of marks: links by their words, breaks as blanks."""
    parts = []
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "image":
            parts.append(_inline(child))
        elif child.type in ("text", "code_inline"):
            parts.append(child.content)
    return "".join(parts).strip()
