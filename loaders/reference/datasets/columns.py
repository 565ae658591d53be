"""Columns that many datasets have."""

from __future__ import annotations

from graph.vocabulary import SCHEMA
from loaders.reference.declare import Column

SOURCE = Column("source", required=True)
CONFIDENCE = Column("confidence", "number")
PUBLIC_RECORD = "facts of public record"

STATUSES = SCHEMA.qualifiers["status"].values
ROLES = SCHEMA.qualifiers["role"].values


def codes(name: str, beginning: str, required: bool = False) -> Column:
    """A column of codes of known entities whose ids begin with `beginning`."""
    return Column(name, "references", (beginning,), required)


def sub_labels(name: str, kind: str) -> Column:
    """A column of the sub-labels of a kind."""
    return Column(name, "choice", SCHEMA.kind(kind).sub_labels)
