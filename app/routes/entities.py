"""An entity, and what it is connected to."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from app.answers import as_json
from app.dependencies import ThePaging, TheStore
from app.models.answers import Page
from app.models.records import Entity, Neighbour
from app.problems import responses
from app.quick import QuickRoute
from queries import entities

OF_AN_ENTITY: dict[str, Any] = {
    "prefix": "/v1/entities/{id}",
    "tags": ["entities"],
    "responses": responses(404, also={308: {"description": "The id was merged into another one"}}),
}
"""What all addresses below an entity's have in common."""

router = APIRouter(**OF_AN_ENTITY, route_class=QuickRoute)

EntityId = Annotated[str, Path(description="id of an entity", examples=["country:KE"])]


@router.get("", operation_id="entity", summary="What is known of an entity", response_model=Entity)
def entity(store: TheStore, id: EntityId) -> Response:
    """Its kind and properties, and how many facts, claims and documents speak of it."""
    return as_json(Entity(**entities.entity(store, id)))


@router.get(
    "/neighbours",
    operation_id="neighbours",
    summary="What it is connected to by facts",
    response_model=Page[Neighbour],
)
def neighbours(
    store: TheStore,
    paging: ThePaging,
    id: EntityId,
    type: Annotated[
        list[str] | None,
        Query(description="only these relationship types", examples=[["PARTY_TO"]]),
    ] = None,
) -> Response:
    """Facts with the entity at their other end, by type and name."""
    found = entities.neighbours(store, id, types=type, limit=paging.limit, after=paging.after)
    return as_json(Page[Neighbour].model_validate(found, from_attributes=True))
