"""Pages of a list: where a page ends is told by the sort key of its last item.

A page stays where it is while items come and go before it, and costs the same at any depth.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from queries.errors import BadArgument

LARGEST = 1000

Key = tuple[str | int | float, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Some items of a list; `next` is the token of the page after it, None at the end."""

    items: list[dict[str, Any]]
    next: str | None


def page(rows: Sequence[dict[str, Any]], limit: int, key: Callable[[dict[str, Any]], Key]) -> Page:
    """The page of the first `limit` of `rows`, of which one more was asked for."""
    shown = list(rows[:limit])
    return Page(shown, _token(key(shown[-1])) if len(rows) > limit else None)


def checked_limit(limit: int) -> int:
    """`limit`, where it is a number of items that a page may have."""
    if not 1 <= limit <= LARGEST:
        raise BadArgument("limit", f"must be from 1 to {LARGEST}, not {limit}")
    return limit


def after_key(token: str | None, start: Key) -> Key:
    """The sort key that a token stands for; `start`, which has the same types, without one.

    Raises `BadArgument` for anything that is no token of such a list.
    """
    if token is None:
        return start
    try:
        padded = token + "=" * (-len(token) % 4)
        key = json.loads(base64.b64decode(padded.encode("ascii"), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, RecursionError) as error:
        raise _bad(token) from error
    if not isinstance(key, list) or [type(k) for k in key] != [type(k) for k in start]:
        raise _bad(token)
    return tuple(key)


def _token(key: Key) -> str:
    text = json.dumps(key, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _bad(token: str) -> BadArgument:
    return BadArgument("after", f"{token!r} is no page of this list; take `next` of a page of it")
