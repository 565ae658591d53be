"""A query in Cypher, and its rows."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from app.models.samples import QUOTE, example


class RawQuery(BaseModel):
    """What is sent."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "cypher": "MATCH (a:Entity {id: $id})-[r:PARTY_TO]->(g:Agreement) "
                    "RETURN g.name AS agreement, r.quote AS quote ORDER BY agreement",
                    "parameters": {"id": "country:KE"},
                }
            ]
        },
    )

    cypher: str = Field(description="one statement that only reads")
    parameters: dict[str, Any] = Field(
        default_factory=dict, description="values for `$name` in it: JSON, whole numbers of 64 bits"
    )


class RawRows(BaseModel):
    """The rows of a query.

    A node is `{"labels", "properties"}`, a relationship `{"type", "properties"}`, a path
    `{"nodes", "relationships"}`. Dates are ISO 8601 texts.
    """

    model_config = example(
        {
            "columns": ["agreement", "quote"],
            "rows": [{"agreement": "Memorandum on cooperation in prosecution", "quote": QUOTE}],
            "truncated": False,
            "seconds": 0.004,
        }
    )

    columns: list[str]
    rows: list[dict[str, Any]]
    truncated: bool = Field(description="whether there were more rows, or bytes, than may be given")
    seconds: float = Field(description="how long it took")
