"""The two pages for people: the front page, and the interactive documentation.

The documentation loads nothing from the network: its script and style come with the package
`fastapi_offline`. A content security policy allows just those, and the one inline script.
"""

from __future__ import annotations

import base64
import hashlib
import re
from importlib import resources
from pathlib import Path

from fastapi import FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.staticfiles import StaticFiles

ASSETS = "/docs/assets"
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)

FRONT = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>cybercoop</title>
<h1>cybercoop</h1>
<p>A graph of claims and facts about international cyber cooperation.
Every statement has the sentence that says it.</p>
<ul>
<li><a href="docs">Interactive documentation</a></li>
<li><a href="openapi.json">OpenAPI document</a></li>
<li><a href="v1/questions">Questions</a> that can be asked by name</li>
<li><a href="v1/search?q=convention">Search</a> by name</li>
<li><a href="v1/documents">Documents</a> that the graph was made from</li>
<li><a href="v1/centrality">Countries that connect others</a></li>
<li><a href="v1/schema">Schema</a>: kinds, relationship types and qualifiers</li>
<li><a href="readyz">Whether the store answers</a></li>
</ul>
</html>
"""


def add_pages(app: FastAPI) -> None:
    """Add `/` and `/docs` to an application whose OpenAPI document is at `/openapi.json`."""
    assets = Path(str(resources.files("fastapi_offline"))) / "static"
    app.mount(ASSETS, StaticFiles(directory=assets), name="docs_assets")

    @app.get("/", include_in_schema=False)
    def front() -> HTMLResponse:
        return HTMLResponse(FRONT)

    @app.get("/docs", include_in_schema=False)
    def docs(request: Request) -> HTMLResponse:
        root = request.scope.get("root_path", "").rstrip("/")
        page = get_swagger_ui_html(
            openapi_url=f"{root}/openapi.json",
            title="cybercoop",
            swagger_js_url=f"{root}{ASSETS}/swagger-ui-bundle.js",
            swagger_css_url=f"{root}{ASSETS}/swagger-ui.css",
            swagger_favicon_url=f"{root}{ASSETS}/favicon.png",
        )
        page.headers["Content-Security-Policy"] = _policy(bytes(page.body).decode())
        return page


def _policy(page: str) -> str:
    """A content security policy under which the page's own inline scripts may run."""
    scripts = (hashlib.sha256(s.encode()).digest() for s in INLINE_SCRIPT.findall(page))
    allowed = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in scripts)
    return (
        f"default-src 'none'; script-src 'self' {allowed}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"
    )
