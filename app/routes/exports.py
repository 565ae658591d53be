"""The graph in formats of other programs."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from app.dependencies import TheStore
from app.problems import text
from queries.exports.graphml import graphml

GRAPHML = "application/graphml+xml"
EXAMPLE = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'

router = APIRouter(prefix="/v1/exports", tags=["analysis"])


@router.get(
    "/graphml",
    operation_id="graphml",
    summary="Entities and facts as GraphML, for Gephi and others",
    response_class=Response,
    responses=text(GRAPHML, EXAMPLE),
)
def as_graphml(
    store: TheStore,
    projection: Annotated[
        str | None,
        Query(
            description="a question that gives edges, in place of all entities and facts",
            examples=["country_cooperation"],
        ),
    ] = None,
    modalities: Annotated[
        list[str] | None,
        Query(description="only facts that are meant so; else all", examples=[["fact"]]),
    ] = None,
) -> Response:
    """The whole graph, or a projection of it with weights."""
    return Response(
        graphml(store, projection=projection, modalities=modalities),
        media_type=GRAPHML,
        headers={"Content-Disposition": 'attachment; filename="cybercoop.graphml"'},
    )
