"""Errors as `application/problem+json` (RFC 9457): one shape for all of them."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from graph.schema import UnknownName
from graph.store import StoreError, StoreQueryError, StoreTimeout
from queries.errors import BadArgument, Moved, NotFound

LOG = logging.getLogger(__name__)
RETRY_SECONDS = 5
MEDIA_TYPE = "application/problem+json"

PARAMETERS = {"/v1/search": {"text": "q"}, "/v1/paths": {"source": "from", "target": "to"}}
"""By address: query parameters that are called otherwise in `queries`."""


def _example(status: int, detail: str, instance: str, **more: Any) -> dict[str, Any]:
    title = HTTPStatus(status).phrase
    known = {"title": title, "status": status, "detail": detail, "instance": instance}
    return {"type": "about:blank", **known, **more}


EXAMPLES = {
    401: _example(401, "send the header Authorization: Bearer TOKEN", "/v1/judgements"),
    403: _example(403, "judging by REST is switched off here", "/v1/judgements"),
    404: _example(
        404,
        "no entity 'country:KEN'; near it: country:KE",
        "/v1/entities/country:KEN",
        near=["country:KE"],
    ),
    413: _example(413, "send at most 500000 bytes", "/v1/cypher"),
    422: _example(
        422,
        "unknown query parameter 'query'; known: after, country, kind, limit, q",
        "/v1/search",
        known=["after", "country", "kind", "limit", "q"],
    ),
    503: _example(
        503,
        "neo4j://127.0.0.1:7687 does not answer; start Neo4j there, or check CYBERCOOP_STORE",
        "/v1/search",
    ),
    504: _example(504, "the query took too long; narrow it", "/v1/paths"),
}


class Problem(BaseModel):
    """What went wrong, and what to do."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLES[404]]})

    type: str = Field(description="always `about:blank`: `status` says the sort")
    title: str = Field(description="the status in words")
    status: int = Field(description="HTTP status")
    detail: str = Field(description="what went wrong, and what to do")
    instance: str = Field(description="the address that was asked for")
    known: list[str] | None = Field(None, description="the names there are, for an unknown one")
    near: list[str] | None = Field(None, description="ids or names like the one not found")
    errors: list[dict[str, str]] | None = Field(None, description="parameter and reason, of each")


Responses = dict[int | str, dict[str, Any]]


def responses(*statuses: int, also: Responses | None = None) -> Responses:
    """The OpenAPI responses of a route that may answer with these error statuses, or `also`."""
    return {**(also or {}), **{status: _response(status) for status in statuses}}


def text(media_type: str, example: str) -> Responses:
    """The OpenAPI response of a route that answers with a text."""
    return {200: {"content": {media_type: {"schema": {"type": "string"}, "example": example}}}}


def _response(status: int) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{Problem.__name__}"}
    content = {MEDIA_TYPE: {"schema": schema, "example": EXAMPLES[status]}}
    return {"description": HTTPStatus(status).phrase, "content": content}


def problem(
    request: Request,
    status: int,
    detail: str,
    *,
    headers: dict[str, str] | None = None,
    known: Iterable[str] | None = None,
    near: Iterable[str] | None = None,
    errors: list[dict[str, str]] | None = None,
) -> Response:
    """The answer to a request that went wrong."""
    body = Problem(
        type="about:blank",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        instance=quote(request.scope["path"], safe="/:"),
        known=None if known is None else list(known),
        near=None if near is None else list(near),
        errors=errors,
    )
    return JSONResponse(
        body.model_dump(exclude_none=True),
        status,
        headers=headers,
        media_type=MEDIA_TYPE,
    )


def add_handlers(app: FastAPI) -> None:
    """Turn everything that can go wrong in a route into a problem."""

    @app.exception_handler(NotFound)
    def not_found(request: Request, error: NotFound) -> Response:
        return problem(request, 404, str(error), near=error.near)

    @app.exception_handler(Moved)
    def moved(request: Request, error: Moved) -> Response:
        """The same address with the id that took the place of the one asked for."""
        if error.id not in request.path_params.values():
            return problem(request, 404, str(error), near=[error.to])
        path = request.scope["path"].replace(f"/{error.id}", f"/{error.to}", 1)
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(quote(path, safe="/:") + query, 308)

    @app.exception_handler(UnknownName)
    def unknown_name(request: Request, error: UnknownName) -> Response:
        """404 for a name in the path, else 422."""
        status = 404 if error.name in request.path_params.values() else 422
        return problem(request, status, str(error), known=error.known)

    @app.exception_handler(BadArgument)
    def bad_argument(request: Request, error: BadArgument) -> Response:
        name = PARAMETERS.get(request.scope["path"], {}).get(error.name, error.name)
        errors = [{"parameter": name, "reason": error.reason}]
        return problem(request, 422, f"{name}: {error.reason}", errors=errors)

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        errors = [
            {"parameter": str(fault["loc"][-1]), "reason": fault["msg"]} for fault in error.errors()
        ]
        detail = "; ".join(f"{fault['parameter']}: {fault['reason']}" for fault in errors)
        return problem(request, 422, detail, errors=errors)

    @app.exception_handler(StoreError)
    def store_error(request: Request, error: StoreError) -> Response:
        return problem(request, 503, str(error), headers={"Retry-After": str(RETRY_SECONDS)})

    @app.exception_handler(StoreTimeout)
    def timeout(request: Request, error: StoreTimeout) -> Response:
        return problem(request, 504, str(error))

    @app.exception_handler(StoreQueryError)
    def refused(request: Request, error: StoreQueryError) -> Response:
        LOG.error("the store refused a query of %r: %s", request.scope["path"], error)
        return problem(request, 500, "the store refused the query; the server's log says why")

    @app.exception_handler(HTTPException)
    def http_error(request: Request, error: HTTPException) -> Response:
        headers = dict(error.headers or {})
        if error.status_code == 404:
            paths = sorted(request.app.openapi()["paths"])
            return problem(request, 404, "there is no such address; see /docs", known=paths)
        detail = str(error.detail)
        if error.status_code == 405:
            detail = f"{request.method} is not for this address; use {headers.get('Allow', 'GET')}"
        return problem(request, error.status_code, detail, headers=headers)

    @app.exception_handler(Exception)
    def unexpected(request: Request, error: Exception) -> Response:
        return problem(request, 500, "an error of the server; its log says more")
