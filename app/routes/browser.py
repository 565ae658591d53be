"""What Neo4j Browser fetches: its style, saved queries and a guide.

Its page comes from another address, and it asks with headers of its own, so that it sends a
question beforehand (OPTIONS) whether it may.
"""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from app.problems import text
from queries.browser import GUIDE, QUERIES, STYLE, archive, guide, style

PREFIX = "/v1/browser"
ANYBODY = {"Access-Control-Allow-Origin": "*"}
PREFLIGHT = {**ANYBODY, "Access-Control-Allow-Headers": "*"}
ZIP = "application/zip"

router = APIRouter(prefix=PREFIX, tags=["service"])


@router.get(
    f"/{STYLE}",
    operation_id="browser_style",
    summary="The style sheet of Neo4j Browser",
    response_class=Response,
    responses=text("text/plain", 'node.Country {\n  color: #f16667;\n  caption: "{name}";\n}\n'),
)
def browser_style() -> Response:
    """In Neo4j Browser: `:style` and this address, or drop the file on its page."""
    return Response(style(), media_type="text/plain", headers=ANYBODY)


@router.get(
    f"/{QUERIES}",
    operation_id="browser_queries",
    summary="The questions as saved queries of Neo4j Browser",
    response_class=Response,
    responses=text(ZIP, "PK"),
)
def browser_queries() -> Response:
    """Drop the file on the page of Neo4j Browser: the questions are then among its favorites."""
    attached = {"Content-Disposition": f'attachment; filename="{QUERIES}"'}
    return Response(archive(), media_type=ZIP, headers=ANYBODY | attached)


@router.get(
    f"/{GUIDE}",
    operation_id="browser_guide",
    summary="A guide through the graph, for Neo4j Browser",
    response_class=Response,
    responses=text("text/html", "<title>Cyber cooperation</title>"),
)
def browser_guide(request: Request) -> Response:
    """In Neo4j Browser: `:guide` and this address. It fetches guides from `localhost` as it is."""
    address = str(request.base_url).rstrip("/") + PREFIX
    return Response(guide(address), media_type="text/html", headers=ANYBODY)


@router.options("/{name}", include_in_schema=False)
def may_be_fetched(name: str) -> Response:
    """Whatever page asks may fetch these: they hold nothing of the graph."""
    return Response(status_code=204, headers=PREFLIGHT)
