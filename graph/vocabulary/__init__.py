"""The vocabulary of international cyber cooperation: kinds, records, types and modalities."""

from __future__ import annotations

from graph.schema import Schema
from graph.vocabulary.kinds import KINDS
from graph.vocabulary.records import LINKS, RECORDS
from graph.vocabulary.types import FACT_PROPERTIES, MODALITIES, TYPES

SCHEMA = Schema(2, KINDS, RECORDS, TYPES, LINKS, MODALITIES, FACT_PROPERTIES)
"""The vocabulary in force."""
