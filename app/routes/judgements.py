"""Who is who: what waits for a person, what was judged, judging and taking it back."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Header, HTTPException, Path, Query

from app.dependencies import ThePaging, TheSettings, TheStore
from app.models.answers import Page
from app.models.judgements import Contradiction, Judgement, NewJudgement
from app.problems import responses
from app.settings import Settings
from graph import writing
from graph.model import Judgement as Judged
from graph.store import Store, open_store
from queries import judgements
from queries.errors import BadArgument, NotFound

router = APIRouter(prefix="/v1/judgements", tags=["judgements"])

JudgementId = Annotated[
    str,
    Path(description="id of a judgement", max_length=100, examples=["judgement:0f1e2d3c4b5a6978"]),
]


def _allowed(
    settings: TheSettings,
    authorization: Annotated[
        str | None, Header(max_length=500, description="Bearer and the token that is set")
    ] = None,
) -> None:
    """Let only those judge who give the token that is set."""
    if settings.judge_token is None:
        raise HTTPException(
            403,
            "judging by REST is switched off here; who runs the server may set "
            "CYBERCOOP_JUDGE_TOKEN, and `cybercoop review` judges without it",
        )
    wanted = f"Bearer {settings.judge_token.get_secret_value()}"
    if not secrets.compare_digest((authorization or "").encode(), wanted.encode()):
        raise HTTPException(
            401, "send the header Authorization: Bearer TOKEN", {"WWW-Authenticate": "Bearer"}
        )


@contextmanager
def _writable(settings: Settings) -> Iterator[Store]:
    """The store, opened to be written for as long as one judgement takes."""
    store = open_store(settings.store.get_secret_value(), writable=True)
    try:
        yield store
        store.flush()
    finally:
        store.close()


@router.get("", operation_id="judgements", summary="What waits for a person, or was judged")
def listed(
    store: TheStore,
    paging: ThePaging,
    state: Annotated[
        judgements.State,
        Query(description="proposals, what a machine has merged, or what people judged"),
    ] = "waiting",
    kind: Annotated[
        str | None, Query(description="only entities of this kind", examples=["Person"])
    ] = None,
) -> Page[Judgement]:
    """Pairs with both sides, their sentences and the reasons, the surest first."""
    found = judgements.judgements(store, state, kind=kind, limit=paging.limit, after=paging.after)
    return Page[Judgement].model_validate(found, from_attributes=True)


@router.get(
    "/contradictions", operation_id="contradictions", summary="Judgements that cannot all be right"
)
def contradictory(store: TheStore, paging: ThePaging) -> Page[Contradiction]:
    """Pairs judged not the same, each with the path that leads from one side to the other."""
    found = judgements.contradictions(store, limit=paging.limit, after=paging.after)
    return Page[Contradiction].model_validate(found, from_attributes=True)


@router.get("/{id}", operation_id="judgement", summary="A judgement", responses=responses(404))
def one(store: TheStore, id: JudgementId) -> Judgement:
    """A judgement with both of its sides."""
    return Judgement(**judgements.judgement(store, id))


@router.post(
    "",
    operation_id="judge",
    summary="Judge whether two ids are one entity",
    status_code=201,
    dependencies=[Depends(_allowed)],
    responses=responses(401, 403),
)
def judge(settings: TheSettings, new: NewJudgement) -> Judgement:
    """Write a judgement; what it says is one entity is one at once."""
    time = datetime.now(UTC).isoformat(timespec="seconds")
    judged = Judged(new.left, new.right, new.verdict, new.author, time, new.reason)
    with _writable(settings) as store:
        _try(lambda: writing.judge(store, judged))
        return Judgement(**judgements.judgement(store, judged.id))


@router.delete(
    "/{id}",
    operation_id="withdraw",
    summary="Take a judgement back",
    status_code=204,
    dependencies=[Depends(_allowed)],
    responses=responses(401, 403, 404),
)
def withdraw(settings: TheSettings, id: JudgementId) -> None:
    """Undo a judgement exactly: what it alone joined parts again."""
    with _writable(settings) as store:
        if not writing.withdraw(store, id):
            raise NotFound("judgement", id)


def _try(work: Callable[[], None]) -> None:
    try:
        work()
    except writing.InvalidJudgement as error:
        raise BadArgument("judgement", str(error)) from error
