"""Documents, and one with its text and the claims marked in it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from app.dependencies import ThePaging, TheStore
from app.models.answers import Page
from app.models.records import Document, DocumentItem
from app.problems import responses
from queries import documents

router = APIRouter(prefix="/v1/documents", tags=["documents"])


@router.get("", operation_id="documents", summary="The documents that the graph was made from")
def listed(store: TheStore, paging: ThePaging) -> Page[DocumentItem]:
    """Documents and reference datasets."""
    found = documents.documents(store, limit=paging.limit, after=paging.after)
    return Page[DocumentItem].model_validate(found, from_attributes=True)


@router.get(
    "/{id}",
    operation_id="document",
    summary="A document with its text and the claims in it",
    responses=responses(404),
)
def document(
    store: TheStore,
    id: Annotated[str, Path(description="id of a document", examples=["doc:0f3a1c5e7b9d2468"])],
) -> Document:
    """`text[start:end]` of a claim is its quote; offsets count Unicode characters."""
    return Document(**documents.document(store, id))
