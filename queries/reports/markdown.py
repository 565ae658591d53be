"""Markdown out of what documents say: nothing in a quote or a title becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote as percent
from urllib.parse import urlsplit

from graph.rows import ADDRESS
from queries.evidence import sentences

SPECIAL = re.compile(r"([\\`*_\[\]|~]|&(?=#?\w+;)|^[#+=-])")
NUMBERED = re.compile(r"^(\d{1,9})([.)])")
WEB = frozenset({"http", "https"})

SHOWN = 3
"""Quotes given for one statement; it says how many more there are."""


def escaped(text: str) -> str:
    """`text` on one line, to be read as it stands."""
    plain = SPECIAL.sub(r"\\\1", " ".join(text.split()))
    plain = NUMBERED.sub(r"\1\\\2", plain)
    return plain.replace("<", "&lt;").replace(">", "&gt;")


def bold(text: str) -> str:
    """`text` set off."""
    return f"**{escaped(text)}**"


def listed(names: Iterable[str]) -> str:
    """Names one after the other."""
    return ", ".join(map(escaped, names))


def link(title: str, url: str | None) -> str:
    """A link to a web address; the title alone for anything else."""
    if url is None or urlsplit(url).scheme.lower() not in WEB:
        return escaped(title)
    return f"[{escaped(title)}](<{percent(url, safe=':/?#@!$&*+,;=%~.-_')}>)"


def cited(evidence: list[dict[str, Any]]) -> list[str]:
    """Lines that follow a statement in a list: the sentences behind it with their documents."""
    said = sentences(evidence)
    lines = []
    for item in said[:SHOWN]:
        lines += ["", f"  > “{escaped(item['quote'])}”  ", f"  > {_origin(item)}"]
    if len(said) > SHOWN:
        lines += ["", f"  and {len(said) - SHOWN} more"]
    return lines


def document(item: Mapping[str, Any]) -> str:
    """A document: its title as a link, publisher and date."""
    about = [escaped(x) for x in (item["publisher"], item["published"]) if x]
    return ", ".join([link(item["title"], item["url"]), *about])


def _origin(item: Mapping[str, Any]) -> str:
    said = f"{escaped(item['stated_by'])} in " if item["stated_by"] else ""
    return f"— {said}{document(item)}{_row_source(item['source'])}"


def _row_source(source: str | None) -> str:
    """Where the row of a dataset comes from, led to the first address it names."""
    if not source:
        return ""
    address = ADDRESS.search(source)
    return f" (row from {link(source, address.group() if address else None)})"
