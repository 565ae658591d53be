"""Cypher that the caller writes: read-only, and only where it is switched on."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from app.dependencies import TheStore
from app.models.cypher import RawQuery, RawRows
from app.problems import responses
from queries.raw import Console

MOST_BYTES = 500_000
"""Bytes of a request: more than any query that would be run."""

router = APIRouter(prefix="/v1/cypher", tags=["questions"])
switched_off = APIRouter(prefix="/v1/cypher")

BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": RawQuery.model_json_schema()}},
    }
}


async def _query(request: Request) -> RawQuery:
    """The query that is sent; it is not read further than it may be long."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise HTTPException(413, f"send at most {MOST_BYTES} bytes")
    try:
        return RawQuery.model_validate_json(body)
    except ValidationError as error:
        faults = [{**fault, "loc": fault["loc"] or ("body",)} for fault in error.errors()]
        raise RequestValidationError(faults) from error


@router.post(
    "",
    operation_id="cypher",
    summary="The rows of a query in Cypher",
    responses=responses(413, 504),
    openapi_extra=BODY,
)
def run(request: Request, store: TheStore, query: Annotated[RawQuery, Depends(_query)]) -> RawRows:
    """It reads the graph and does nothing else: no writes, files, addresses or administration.

    What is refused is answered with 422, with the reason and what to write instead; what takes too
    long with 504; 503 where too many queries are at work.
    """
    runner: Console = request.app.state.console
    answer = runner.run(query.cypher, query.parameters)
    return RawRows.model_validate(answer, from_attributes=True)


@switched_off.post("", include_in_schema=False)
def refuse() -> None:
    """Say how it is switched on."""
    raise HTTPException(
        403,
        "queries in Cypher are switched off here; who runs the server may set CYBERCOOP_CYPHER=1. "
        "/v1/questions lists what can be asked by name",
    )
