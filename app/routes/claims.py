"""One claim."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from app.dependencies import TheStore
from app.models.records import ClaimDetail
from app.problems import responses
from queries import documents

router = APIRouter(prefix="/v1/claims", tags=["documents"], responses=responses(404))


@router.get("/{id}", operation_id="claim", summary="A claim, its document and its fact")
def claim(
    store: TheStore,
    id: Annotated[str, Path(description="id of a claim", examples=["claim:9f8e7d6c5b4a3210"])],
) -> ClaimDetail:
    """What is said, in what words, by whom, in which document, and the fact that it supports."""
    return ClaimDetail(**documents.claim(store, id))
