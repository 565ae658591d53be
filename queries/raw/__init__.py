"""Cypher that somebody writes: read-only, in layers, within limits.

A query passes `rules` (what it may be made of), then the store's own EXPLAIN (what it would do),
and runs in a session that cannot write, in a process of its own that is ended past its limits.
"""

from queries.raw.console import Console, Limits, RawAnswer
from queries.raw.refused import Refused

__all__ = ["Console", "Limits", "RawAnswer", "Refused"]
