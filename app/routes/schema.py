"""The vocabulary."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from graph.reference import json_schema

router = APIRouter(prefix="/v1/schema", tags=["service"])

EXAMPLE = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "cybercoop"}


@router.get(
    "",
    operation_id="schema",
    summary="Kinds, relationship types and qualifiers, as JSON schema",
    responses={200: {"content": {"application/json": {"example": EXAMPLE}}}},
)
def schema() -> dict[str, Any]:
    """It follows from the declaration that the graph itself is checked against."""
    return json_schema()
