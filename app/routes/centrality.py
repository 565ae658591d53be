"""Who connects the others."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.dependencies import TheSettings, TheStore
from app.models.answers import Centrality
from app.problems import responses
from queries.analytics import centrality
from queries.errors import BadArgument

router = APIRouter(prefix="/v1/centrality", tags=["analysis"])


@router.get(
    "",
    operation_id="centrality",
    summary="How central entities are in a projection of the graph",
    responses=responses(504),
)
def ranked(
    store: TheStore,
    settings: TheSettings,
    measure: Annotated[str, Query(description="how to measure")] = "betweenness",
    projection: Annotated[
        str, Query(description="a question that gives edges")
    ] = "country_cooperation",
    minimum_confidence: Annotated[
        float, Query(ge=0, le=1, description="leave out facts less sure than this")
    ] = 0.0,
    limit: Annotated[int, Query(ge=1, description="the most central ones")] = 50,
) -> Centrality:
    """The most central ones first; `query` is the Cypher that gave the edges."""
    if limit > settings.max_page_size:
        raise BadArgument("limit", f"at most {settings.max_page_size}")
    found = centrality(
        store,
        measure=measure,
        projection=projection,
        minimum_confidence=minimum_confidence,
        limit=limit,
    )
    return Centrality(**found)
