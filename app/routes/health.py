"""How the service is."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from app.dependencies import TheStore
from app.models.samples import example

router = APIRouter(tags=["service"])


class Health(BaseModel):
    """The service runs."""

    model_config = example({"status": "ok"})

    status: Literal["ok"]


class Readiness(BaseModel):
    """The store answers."""

    model_config = example({"status": "ready", "store": "embedded:.cybercoop/graph.kgl"})

    status: Literal["ready"]
    store: str


@router.get("/healthz", operation_id="health", summary="Whether the service runs")
def health() -> Health:
    """It says nothing about the store."""
    return Health(status="ok")


@router.get("/readyz", operation_id="readiness", summary="Whether the store answers")
def readiness(store: TheStore) -> Readiness:
    """503 where the store does not answer, with what to do; it recovers by itself."""
    store.ping()
    return Readiness(status="ready", store=store.url)
