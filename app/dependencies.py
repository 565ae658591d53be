"""What routes need: the store, the settings, and checks on query parameters.

All are coroutines that wait for nothing, since others would be run in a thread each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query, Request
from fastapi.concurrency import run_in_threadpool

from app.settings import Settings
from graph.schema import UnknownName
from graph.store import Store
from graph.versions import require
from queries.errors import BadArgument


async def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


async def _store(request: Request) -> Store:
    """The store; its version is looked at until it has a graph, as it need not be up earlier."""
    state = request.app.state
    store: Store = state.store
    if not state.version_known:
        state.version_known = await run_in_threadpool(require, store) is not None
    return store


TheSettings = Annotated[Settings, Depends(_settings)]
TheStore = Annotated[Store, Depends(_store)]


@dataclass(frozen=True, slots=True)
class Paging:
    """How many items of a list to give, and after which."""

    limit: int
    after: str | None


def default_paging(settings: Settings) -> Paging:
    """The first page, as long as pages are."""
    return Paging(min(settings.page_size, settings.max_page_size), None)


async def _paging(
    request: Request,
    limit: Annotated[int | None, Query(ge=1, description="items on a page", examples=[20])] = None,
    after: Annotated[
        str | None, Query(max_length=2000, description="`next` of the page before")
    ] = None,
) -> Paging:
    settings: Settings = request.app.state.settings
    if limit is not None and limit > settings.max_page_size:
        raise BadArgument("limit", f"at most {settings.max_page_size}")
    return Paging(limit or default_paging(settings).limit, after)


ThePaging = Annotated[Paging, Depends(_paging)]


async def only_known_parameters(request: Request) -> None:
    """Refuse query parameters that the route's documentation does not list.

    A route that documents a free-form object among its query parameters checks for itself.
    """
    if not request.scope["query_string"]:
        return
    operation = request.app.openapi()["paths"].get(request.scope["route"].path, {}).get("get", {})
    declared = [p for p in operation.get("parameters", ()) if p["in"] == "query"]
    if any(p["schema"].get("additionalProperties") for p in declared):
        return
    known = [p["name"] for p in declared]
    for name in request.query_params:
        if name not in known:
            raise UnknownName("query parameter", name, known)
