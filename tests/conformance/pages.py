"""Lists that come page by page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from queries.paging import Page


def all_of(read: Callable[[str | None], Page]) -> list[dict[str, Any]]:
    """Every item of a list, read page by page."""
    found: list[dict[str, Any]] = []
    after: str | None = None
    while True:
        page = read(after)
        assert page.items or not found
        found += page.items
        if page.next is None:
            return found
        after = page.next
