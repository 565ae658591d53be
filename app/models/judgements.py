"""Judgements on who is who."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from app.models.records import EntityRef
from app.models.samples import example

Verdict = Literal["same", "not same", "unsure"]


class Sentence(BaseModel):
    """What a text says of one side."""

    claim: str
    predicate: str
    quote: str
    title: str | None = None
    url: str | None = None
    published: str | None = None


class Side(BaseModel):
    """One side of a judgement: the id that was judged, and the entity it leads to now."""

    id: str
    entity: EntityRef | None = Field(description="null where no document speaks of it any more")
    aliases: list[str]
    country: str | None = None
    sentences: list[Sentence]


PROPOSAL: dict[str, Any] = {
    "id": "judgement:0f1e2d3c4b5a6978",
    "left": "person:a-wekesa.5b4c3d2e1f",
    "right": "person:amina-wekesa.1f2e3d4c5b",
    "verdict": "unsure",
    "author": "resolver 2",
    "time": "2026-01-01T00:00:00+00:00",
    "reason": "one name",
    "score": 0.8,
    "sides": [],
}


class Judgement(BaseModel):
    """Somebody's word on whether two ids are one entity, or a machine's."""

    model_config = example(PROPOSAL)

    id: str
    left: str
    right: str
    verdict: Verdict
    author: str
    time: str
    reason: str | None = None
    score: float | None = Field(None, description="how sure a machine is; people give none")
    sides: list[Side]


class Contradiction(BaseModel):
    """Two ids that are judged not the same, and led to be one by other judgements or by keys."""

    model_config = example(
        {
            "denied": {**PROPOSAL, "verdict": "not same", "author": "bob", "score": None},
            "path": [
                "person:a-wekesa.5b4c3d2e1f",
                "person:wekesa.0a1b2c3d4e",
                "person:amina-wekesa.1f2e3d4c5b",
            ],
            "same": [],
        }
    )

    denied: Judgement
    path: list[str] = Field(description="ids, each led to the next by a judgement or a strong key")
    same: list[Judgement] = Field(
        description="the judgements on the path; taking one back, or `denied`, ends it where no "
        "other path is left"
    )


class NewJudgement(BaseModel):
    """A judgement to be written; one by the same author on the same two ids is replaced."""

    left: str = Field(max_length=500, examples=["person:amina-wekesa.1f2e3d4c5b"])
    right: str = Field(max_length=500, examples=["person:a-wekesa.5b4c3d2e1f"])
    verdict: Verdict
    author: str = Field(min_length=1, max_length=100, examples=["ann"])
    reason: str = Field("", max_length=2000)
