"""Questions by name: which there are, what each needs, and its answer."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Header, Path, Query, Request
from starlette.responses import Response

from app.dependencies import TheSettings, TheStore
from app.models.answers import Answer, Page, Question, QuestionItem
from app.problems import responses, text
from queries import catalog
from queries.errors import BadArgument

router = APIRouter(prefix="/v1/questions", tags=["questions"])

QuestionName = Annotated[
    str, Path(description="name of a question", examples=["agreements_between"])
]
CSV = "text/csv"
OURS = ("format", "evidence")
"""Query parameters of an answer that are no arguments of the question."""

FREE_FORM: dict[str, Any] = {
    "parameters": [
        {
            "name": "arguments",
            "in": "query",
            "style": "form",
            "explode": True,
            "description": "the question's own parameters, each as a query parameter",
            "schema": {"type": "object", "additionalProperties": {"type": "string"}},
            "example": {"a": "Kenya", "b": "Morocco"},
        }
    ]
}


@router.get("", operation_id="questions", summary="The questions that can be asked by name")
def questions() -> Page[QuestionItem]:
    """All of them, on one page."""
    listed = [QuestionItem.model_validate(q, from_attributes=True) for q in catalog.questions()]
    return Page(items=listed, next=None)


@router.get(
    "/{name}",
    operation_id="question",
    summary="A question: its parameters, columns and Cypher",
    responses=responses(404),
)
def question(name: QuestionName) -> Question:
    """The Cypher is what the answer is made with; it runs in Neo4j Browser as it stands."""
    return Question.model_validate(catalog.question(name), from_attributes=True)


@router.get(
    "/{name}/answer",
    operation_id="answer",
    response_model=Answer,
    summary="The answer to a question",
    responses=responses(404, 504, also=text(CSV, "name,signed\r\nMemorandum,2023-02-21\r\n")),
    openapi_extra=FREE_FORM,
)
def answer(
    request: Request,
    store: TheStore,
    settings: TheSettings,
    name: QuestionName,
    evidence: Annotated[
        bool, Query(description="give each row the sentences that it rests on")
    ] = False,
    format: Annotated[
        Literal["json", "csv"] | None, Query(description="else as `Accept` asks, else JSON")
    ] = None,
    accept: Annotated[str, Header(include_in_schema=False)] = "",
) -> Answer | Response:
    """Entities may be given by id or by exact name.

    JSON holds every value to the letter. In CSV lists are joined by `; `, and a text that begins
    with `=`, `+`, `-` or `@` has an apostrophe before it, lest a spreadsheet run it as a formula.
    """
    given = catalog.ask(
        store,
        catalog.question(name),
        _arguments(request),
        rows=settings.max_rows,
        seconds=settings.query_seconds,
        evidence=evidence,
    )
    if format == "csv" or (format is None and _prefers_csv(accept)):
        return Response(catalog.answer_csv(given), media_type=CSV)
    return Answer.model_validate(given, from_attributes=True)


def _arguments(request: Request) -> dict[str, str]:
    """The question's own arguments among the query parameters, each given once."""
    given = {n: request.query_params.getlist(n) for n in request.query_params if n not in OURS}
    for name, values in given.items():
        if len(values) > 1:
            raise BadArgument(name, "is given more than once")
    return {name: values[0] for name, values in given.items()}


def _prefers_csv(accept: str) -> bool:
    """Whether an `Accept` header names CSV, and before JSON."""
    types = [part.partition(";")[0].strip().lower() for part in accept.split(",")]
    return CSV in types and "application/json" not in types[: types.index(CSV)]
