"""Answers as they leave the house."""

from __future__ import annotations

from fastapi import Response
from pydantic import BaseModel


def as_json(model: BaseModel) -> Response:
    """A model as an answer in JSON.

    FastAPI would check the model once more and write it in a thread of its own, which takes
    longer than all the rest of a small answer.
    """
    return Response(model.model_dump_json(by_alias=True), media_type="application/json")
