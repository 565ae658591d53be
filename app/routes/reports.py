"""Reports to read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from app.dependencies import TheStore
from app.problems import responses, text
from queries.reports.country import country_brief

MARKDOWN = "text/markdown"
EXAMPLE = "# Kenya\n\n## Agreements\n\n- Memorandum on cooperation in prosecution ...\n"

router = APIRouter(prefix="/v1/reports", tags=["analysis"])


@router.get(
    "/countries/{id}",
    operation_id="country_report",
    summary="A brief on a country, in Markdown",
    response_class=Response,
    responses=responses(404, also=text(MARKDOWN, EXAMPLE)),
)
def country(
    store: TheStore,
    id: Annotated[str, Path(description="id of a country", examples=["country:KE"])],
    since: Annotated[
        str | None,
        Query(
            description="nothing older than this date",
            pattern=r"^\d{4}(-\d{2}){0,2}$",
            examples=["2023-01-01"],
        ),
    ] = None,
) -> Response:
    """Every statement stands with its sentence and a link to where it was read."""
    return Response(country_brief(store, id, since=since), media_type=MARKDOWN)
