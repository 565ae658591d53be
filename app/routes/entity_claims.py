"""What is said of an entity."""

from __future__ import annotations

from fastapi import APIRouter, Response

from app.answers import as_json
from app.dependencies import ThePaging, TheStore
from app.models.answers import Page
from app.models.records import Claim
from app.routes.entities import OF_AN_ENTITY, EntityId
from queries import entities

router = APIRouter(**OF_AN_ENTITY)


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
