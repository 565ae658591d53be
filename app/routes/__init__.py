"""The addresses of the REST service, one module a resource."""

from __future__ import annotations

from app.routes import (
    browser,
    centrality,
    claims,
    documents,
    entities,
    entity_claims,
    exports,
    health,
    judgements,
    paths,
    questions,
    reports,
    schema,
    search,
)

ROUTERS = tuple(
    module.router
    for module in (
        search,
        entities,
        entity_claims,
        documents,
        claims,
        judgements,
        questions,
        paths,
        centrality,
        reports,
        exports,
        browser,
        schema,
        health,
    )
)

TAGS = [
    {"name": "entities", "description": "Who and what there is, and how it is connected."},
    {"name": "documents", "description": "What the documents say, word by word."},
    {"name": "questions", "description": "Questions with a name, the same as on the command line."},
    {"name": "analysis", "description": "Paths, centrality, reports and exports."},
    {"name": "judgements", "description": "Which names are one entity, and who says so."},
    {"name": "service", "description": "The vocabulary, and how the service is."},
]
