"""Why a query is not run."""

from __future__ import annotations

from queries.errors import BadArgument

ARGUMENT = "cypher"


class Refused(BadArgument):
    """A query that may not be run; the message says where and what to write instead."""

    def __init__(self, text: str, start: int | None, reason: str) -> None:
        place = "" if start is None else f"line {text.count(chr(10), 0, start) + 1} "
        super().__init__(ARGUMENT, f"{place}{reason}")
