"""An entity, what it is connected to, and what is said of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from app.answers import as_json
from app.dependencies import ThePaging, TheStore
from app.models.answers import Page
from app.models.records import Claim, Entity, Neighbour
from app.problems import responses
from queries import entities

router = APIRouter(
    prefix="/v1/entities/{id}",
    tags=["entities"],
    responses=responses(404, also={308: {"description": "The id was merged into another one"}}),
)

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


@router.get(
    "/claims",
    operation_id="entity_claims",
    summary="What documents say of it",
    response_model=Page[Claim],
)
def claims(store: TheStore, paging: ThePaging, id: EntityId) -> Response:
    """Claims about it or by it, the newest document first."""
    found = entities.entity_claims(store, id, limit=paging.limit, after=paging.after)
    return as_json(Page[Claim].model_validate(found, from_attributes=True))
