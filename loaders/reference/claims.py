"""The claims that the rows of a dataset make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

from graph.identity import kind_of
from graph.model import Claim, Document, Scalar, Status
from graph.vocabulary import SCHEMA
from loaders.extract.confidence import ACCEPTED
from loaders.reference.declare import Dataset, DatasetError, Says
from loaders.reference.records import Record, Values

EXTRACTOR = "reference"

Ids = Mapping[str, list[str]]
"""By the name of a node: the ids of the entities that a row means by it."""


class Claims:
    """Gathers claims row by row; what several rows say alike is claimed by the first."""

    def __init__(self, dataset: Dataset, document: Document) -> None:
        self._dataset, self._document = dataset, document
        self._claims: dict[str, Claim] = {}
        self._single: dict[tuple[str, str], tuple[Scalar, int]] = {}

    def add(self, record: Record, ids: Ids) -> None:
        """Note what a row says of its entities; raises `DatasetError` where rows contradict."""
        row = record.row
        source = record.values.get("source", ())
        quoted = Claim(
            document=self._document.id,
            predicate="",
            subject="",
            quote=self._document.text[row.start : row.end],
            start=row.start,
            end=row.end,
            extractor=EXTRACTOR,
            rule=self._dataset.name,
            source=str(source[0]) if source else None,
        )
        for says in self._dataset.says:
            if not says.needs or record.values[says.needs]:
                for claim in _said(says, record.values, ids, quoted):
                    self._check(claim, row.number)
                    self._claims.setdefault(replace(claim, start=0, end=0).id, claim)

    def all(self) -> tuple[Claim, ...]:
        """The claims so far."""
        return tuple(self._claims.values())

    def _check(self, claim: Claim, row: int) -> None:
        """A property with one value has the same one in every row."""
        kind = kind_of(claim.subject)
        if claim.value is None or (kind and SCHEMA.property_of(kind.name, claim.predicate).many):
            return
        said = (claim.value, row)
        value, first = self._single.setdefault((claim.subject, claim.predicate), said)
        if value != claim.value:
            reason = f"{claim.subject} has {value!r} in row {first}, {claim.value!r} here"
            raise DatasetError(self._dataset.name, reason, row, claim.predicate)


def _said(says: Says, values: Values, ids: Ids, quoted: Claim) -> Iterator[Claim]:
    told = values.get(says.confidence, ())
    sure = float(told[0]) if told else quoted.confidence
    status: Status = "accepted" if sure >= ACCEPTED else "pending"
    claim = replace(quoted, predicate=says.predicate, confidence=sure, status=status)
    subjects = _first(says.subject, ids)
    if not says.object:
        said = [value for column in says.values for value in values[column]]
        for subject, value in product(subjects, said):
            yield replace(claim, subject=subject, value=value)
        return
    qualifiers = {name: values[column][0] for name, column in says.qualifiers if values[column]}
    for subject, object in product(subjects, _first(says.object, ids)):
        yield replace(claim, subject=subject, object=object, qualifiers=qualifiers)


def _first(nodes: tuple[str, ...], ids: Ids) -> list[str]:
    """The ids of the first of `nodes` that the row speaks of."""
    return next((ids[node] for node in nodes if ids[node]), [])
