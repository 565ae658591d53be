"""A store from its URL."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from graph.store.base import Store, StoreError

FORMS = "embedded:PATH, or neo4j://USER:PASSWORD@HOST:PORT"


def open_store(url: str, *, writable: bool = False) -> Store:
    """The store at `url`: `embedded:PATH`, or `neo4j://` or `bolt://` with `USER:PASSWORD@`.

    An embedded store opened without `writable` shows what was last flushed and leaves the
    writer's place free. A Neo4j store is not connected to before its first use. The database
    of a Neo4j server may be given as the URL's path. Raises `StoreError` for another form.
    """
    parts = urlsplit(url)
    if parts.scheme == "embedded":
        path = url.removeprefix("embedded:").removeprefix("//")
        if not path:
            raise StoreError(f"store URL {url!r} names no file; use {FORMS}")
        from graph.store.embedded import EmbeddedStore

        return EmbeddedStore(Path(path), writable=writable)
    if parts.scheme in {"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"}:
        from graph.store.neo4j import Neo4jStore

        address = f"{parts.scheme}://{parts.hostname}:{parts.port or 7687}"
        return Neo4jStore(
            address,
            user=unquote(parts.username or "neo4j"),
            password=unquote(parts.password or ""),
            database=parts.path.strip("/") or None,
        )
    raise StoreError(f"store URL {_without_password(url)!r} is of no known form; use {FORMS}")


def _without_password(url: str) -> str:
    return url.rpartition("@")[2]
