"""Reading a whole graph page by page: ids first, then what they stand for through the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.store.base import Row, Store

PAGE = 500
"""Ids in one question to the store."""

DOCUMENTS = 50
"""Documents in one question: each comes with its text and all its claims."""


def ids_of(store: Store, label: str) -> list[str]:
    """The ids of all nodes with a label of the schema, in order."""
    rows = store.read(f"MATCH (n:{label}) RETURN n.id AS id")
    return sorted(row["id"] for row in rows if isinstance(row["id"], str))


def pages(ids: Iterable[str], size: int = PAGE) -> Iterator[list[str]]:
    """`ids` in lists of at most `size`."""
    page: list[str] = []
    for id_ in ids:
        page.append(id_)
        if len(page) == size:
            yield page
            page = []
    if page:
        yield page


def read_pages(
    store: Store, statement: str, ids: Iterable[str], size: int = PAGE
) -> Iterator[list[Row]]:
    """The rows of a statement that takes `$ids`, one list for each page of `ids`."""
    for page in pages(ids, size):
        yield store.read(statement, {"ids": page})
