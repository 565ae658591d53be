"""Entities by name."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.dependencies import ThePaging, TheStore
from app.models.answers import Hit, Page
from queries.search import search

router = APIRouter(prefix="/v1/search", tags=["entities"])


@router.get("", operation_id="search", summary="Find entities by name, acronym or other name")
def find(
    store: TheStore,
    paging: ThePaging,
    q: Annotated[
        str, Query(min_length=1, max_length=200, description="part of a name", examples=["kenya"])
    ],
    kind: Annotated[
        str | None, Query(description="only entities of this kind", examples=["Country"])
    ] = None,
    country: Annotated[
        str | None, Query(description="only those of this country", examples=["country:KE"])
    ] = None,
) -> Page[Hit]:
    """What is called so comes first, then what is better connected."""
    found = search(store, q, kind=kind, country=country, limit=paging.limit, after=paging.after)
    return Page[Hit].model_validate(found, from_attributes=True)
