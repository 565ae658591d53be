"""Search by names, titles and quotes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from app.answers import as_json
from app.dependencies import ThePaging, TheStore
from app.models.answers import Hit, Page
from queries.search import search

router = APIRouter(prefix="/v1/search", tags=["entities"])


@router.get(
    "",
    operation_id="search",
    summary="Find by name, title or quote",
    response_model=Page[Hit],
)
def find(
    store: TheStore,
    paging: ThePaging,
    q: Annotated[
        str,
        Query(
            min_length=1,
            max_length=200,
            description="names or words, in any spelling and script",
            examples=["budapst convention"],
        ),
    ],
    kind: Annotated[
        str | None,
        Query(description="only this kind of entity, or Document or Claim", examples=["Country"]),
    ] = None,
    country: Annotated[
        str | None, Query(description="only entities of this country", examples=["country:KE"])
    ] = None,
) -> Response:
    """What is called so comes first, then what begins so, has the words, or is nearly that.

    Case, diacritics, spaces and signs do not matter. Of each sort the better connected come first;
    after all entities come documents by their titles and claims by their quotes, the newest first.
    """
    found = search(store, q, kind=kind, country=country, limit=paging.limit, after=paging.after)
    return as_json(Page[Hit].model_validate(found, from_attributes=True))
