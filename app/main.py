"""The REST service: routes, errors and pages put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from fastapi import Depends, FastAPI

from app.console import console
from app.dependencies import only_known_parameters
from app.middleware import HeadAsGet, SecurityHeaders
from app.pages import add_pages
from app.problems import Problem, add_handlers, responses
from app.routes import ROUTERS, TAGS, cypher
from app.settings import Settings
from graph.store import open_store

DESCRIPTION = """
A graph of claims and facts about international cyber cooperation. It is read
here, not written, but for judgements on who is who, where these are switched on.

- A **claim** is what one document says: a quote with its place in the text. A **fact** is a
  relationship that accepted claims support. Every fact names its best claim.
- **Ids** such as `country:KE` stand for entities. An id that was merged away is answered with a
  redirect (308) to the one that took its place; an unknown one with 404 and ids that are near.
- **Lists** are `{"items": [...], "next": ...}`. Give `next` back as `after` for the next page; it
  is null on the last one.
- **Errors** are `application/problem+json` (RFC 9457). For an unknown name they list the `known`
  ones. A parameter that a route does not have is refused.
- **Offsets** count Unicode characters of the document's text.
"""


class Service(FastAPI):
    """An application whose OpenAPI document has the shape of errors too."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI document, which is made once."""
        if self.openapi_schema is None:
            super().openapi()["components"]["schemas"]["Problem"] = Problem.model_json_schema()
        return super().openapi()


def create_app(settings: Settings) -> FastAPI:
    """The application over the store in `settings`, which need not answer yet.

    Raises `graph.store.StoreError` where the store's URL is of no known form.
    """
    store = open_store(settings.store.get_secret_value())
    runner = console(settings)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        runner.close()
        store.close()

    app = Service(
        title="cybercoop",
        summary="International cyber cooperation, every statement with its sentence.",
        description=DESCRIPTION,
        version=_version(),
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        openapi_tags=TAGS,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.settings, app.state.store, app.state.version_known = settings, store, False
    app.state.console = runner
    app.add_middleware(HeadAsGet)
    app.add_middleware(SecurityHeaders)
    add_handlers(app)
    add_pages(app)
    for router in (*ROUTERS, cypher.router if settings.cypher else cypher.switched_off):
        app.include_router(
            router,
            dependencies=[Depends(only_known_parameters)],
            responses=responses(422, 503),
        )
    return app


def _version() -> str:
    try:
        return version("cybercoop")
    except PackageNotFoundError:
        return "0"
