"""How two entities are connected."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.dependencies import TheStore
from app.models.answers import WayBetween
from app.problems import responses
from queries.paths import LONGEST, path

router = APIRouter(prefix="/v1/paths", tags=["analysis"])


@router.get(
    "",
    operation_id="path",
    summary="The shortest path between two entities",
    responses=responses(404, 504),
)
def shortest(
    store: TheStore,
    source: Annotated[
        str, Query(alias="from", description="id or exact name", examples=["country:KE"])
    ],
    target: Annotated[
        str, Query(alias="to", description="id or exact name", examples=["country:MA"])
    ],
    types: Annotated[
        list[str] | None,
        Query(description="only these relationship types", examples=[["PARTY_TO"]]),
    ] = None,
    modalities: Annotated[
        list[str] | None,
        Query(description="how the facts are meant; else `fact`", examples=[["fact", "agreed"]]),
    ] = None,
    longest: Annotated[int, Query(ge=1, le=LONGEST, description="most steps")] = 4,
    through_hubs: Annotated[
        bool, Query(description="step through what has many members or parties")
    ] = False,
) -> WayBetween:
    """It walks facts only, and none of wishes or subjects.

    Treaties, organisations and forums of many members are not stepped through, or every two
    states would be two steps apart.
    """
    found = path(
        store,
        source,
        target,
        types=types,
        longest=longest,
        modalities=modalities or ("fact",),
        through_hubs=through_hubs,
    )
    return WayBetween(**found)
