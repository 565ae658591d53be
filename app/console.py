"""Where queries in Cypher are run, with the limits that are set."""

from __future__ import annotations

from app.settings import Settings
from queries.raw import Console, Limits


def console(settings: Settings) -> Console:
    """What runs the queries of a service with these settings."""
    return Console(
        settings.store.get_secret_value(),
        Limits(
            seconds=settings.query_seconds,
            rows=settings.max_rows,
            bytes=settings.cypher_bytes,
            memory=settings.cypher_megabytes << 20,
            queries=settings.cypher_queries,
        ),
    )
