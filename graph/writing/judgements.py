"""Writing what people and machines judge to be the same, and taking it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import partial

from graph.identity import is_fixed
from graph.model import Judgement
from graph.rows import judgement_of
from graph.schema import Schema
from graph.store.base import Store, Transaction
from graph.vocabulary import SCHEMA
from graph.writing import queries
from graph.writing.documents import settle
from graph.writing.linking import link, resolve
from graph.writing.lock import lock
from graph.writing.relocation import relocate
from graph.writing.touched import Touched

BATCH = 200
"""Judgements written in one transaction, at most."""


class InvalidJudgement(ValueError):
    """A judgement that cannot be: on one id, unknown ids, two kinds, or ids that are fixed."""


def judge(store: Store, judgement: Judgement, schema: Schema = SCHEMA) -> None:
    """Write a judgement and join what it says is one entity.

    Raises `InvalidJudgement` where the two are one id, an id is unknown, the two are of different
    kinds, or they are of a kind whose entities are all known beforehand.
    """

    store.write(lambda tx: _judge(tx, [judgement], schema))


def judge_all(
    store: Store, coming: Sequence[Judgement], going: Sequence[str], schema: Schema = SCHEMA
) -> None:
    """Write judgements and withdraw others by their ids, `BATCH` of them in one transaction.

    Raises `InvalidJudgement` as `judge` does; batches before that stay written.
    """
    for start in range(0, len(going), BATCH):
        batch = going[start : start + BATCH]
        store.write(partial(_withdraw, ids=batch, schema=schema))
    for start in range(0, len(coming), BATCH):
        judged = coming[start : start + BATCH]
        store.write(partial(_judge, judgements=judged, schema=schema))


def withdraw(store: Store, judgement_id: str, schema: Schema = SCHEMA) -> bool:
    """Take a judgement back; what it alone joined parts again. False where there is none."""

    return store.write(lambda tx: _withdraw(tx, [judgement_id], schema))


def _judge(tx: Transaction, judgements: Sequence[Judgement], schema: Schema) -> None:
    lock(tx, schema)
    touched = Touched(schema)
    for judgement in judgements:
        touched.entities |= set(_checked(tx, judgement, schema).values())
        name = f"{judgement.verdict}: {judgement.left} / {judgement.right}"
        row = {"id": judgement.id, "name": name, **asdict(judgement)}
        tx.run(queries.PUT_JUDGEMENT, {"row": row})
    _settle(tx, touched, judgements)


def _withdraw(tx: Transaction, ids: Sequence[str], schema: Schema) -> bool:
    if not any(tx.run(queries.JUDGEMENT, {"id": id_}) for id_ in ids):
        return False
    lock(tx, schema)
    touched = Touched(schema)
    found = False
    for id_ in ids:
        for row in tx.run(queries.JUDGEMENT, {"id": id_}):
            judgement = judgement_of(row)
            ends = resolve(tx, (judgement.left, judgement.right))
            touched.entities |= set(ends.values())
            tx.run(queries.DROP_JUDGEMENT, {"id": id_})
            found = True
    _settle(tx, touched)
    return found


def _settle(tx: Transaction, touched: Touched, judged: Iterable[Judgement] = ()) -> None:
    canonical, region = link(tx, [], touched, judged)
    relocate(tx, region, canonical, touched)
    settle(tx, touched, canonical)


def _checked(tx: Transaction, judgement: Judgement, schema: Schema) -> dict[str, str]:
    ends = (judgement.left, judgement.right)
    if judgement.left == judgement.right:
        raise InvalidJudgement(f"{judgement.left!r} is one id; a judgement needs two")
    known = resolve(tx, ends)
    for end in ends:
        if end not in known:
            raise InvalidJudgement(f"no entity is called {end!r}")
        if is_fixed(end, schema):
            raise InvalidJudgement(f"{end!r} is a reference id, which is never joined to another")
    if len({end.partition(":")[0] for end in ends}) > 1:
        raise InvalidJudgement(f"{ends[0]!r} and {ends[1]!r} are of different kinds")
    return known
