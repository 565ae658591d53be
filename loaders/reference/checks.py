"""What must hold of the rows of a dataset before anything of it is believed."""

from __future__ import annotations

from collections.abc import Collection

from graph.model import Scalar
from loaders.reference.declare import Dataset, DatasetError
from loaders.reference.entities import node_ids
from loaders.reference.records import Record

REMEDY = "mend the file, or what the dataset expects where it is the world that has changed"


def check(dataset: Dataset, records: list[Record], known: Collection[str]) -> None:
    """Raise `DatasetError` at the first thing that is wrong.

    Rows with the same key, references that lead neither to an entity of the dataset nor to one
    of `known` (ids), and whatever the dataset expects of itself.
    """
    _keys(dataset, records)
    _references(dataset, records, known)
    _expected(dataset, records)


def _keys(dataset: Dataset, records: list[Record]) -> None:
    seen: dict[tuple[tuple[Scalar, ...], ...], int] = {}
    for record in records:
        key = tuple(record.values[name] for name in dataset.key)
        first = seen.setdefault(key, record.row.number)
        if first != record.row.number:
            said = ", ".join(str(value) for values in key for value in values)
            reason = f"same {', '.join(dataset.key)} as row {first}: {said}"
            raise DatasetError(dataset.name, reason, record.row.number)


def _references(dataset: Dataset, records: list[Record], known: Collection[str]) -> None:
    declared = [node for _, node in dataset.nodes if not node.known]
    own = {id for record in records for node in declared for id in node_ids(node, record.values)}
    columns = [column.name for column in dataset.columns if column.type == "references"]
    files = " and ".join(f"{name}.csv" for name in (*dataset.stands_on, dataset.name))
    for record in records:
        for column in columns:
            for reference in map(str, record.values[column]):
                if reference not in known and reference not in own:
                    kind, _, code = reference.partition(":")
                    reason = f"unknown {kind} {code!r}; see {files} for those there are"
                    raise DatasetError(dataset.name, reason, record.row.number, column)


def _expected(dataset: Dataset, records: list[Record]) -> None:
    expect = dataset.expect
    if len(records) != expect.rows:
        reason = f"{expect.rows} rows expected, {len(records)} found; {REMEDY}"
        raise DatasetError(dataset.name, reason)
    for column, value, count in expect.counts:
        found = sum(value in record.values[column] for record in records)
        if found != count:
            reason = f"{count} rows with {value!r} expected, {found} found; {REMEDY}"
            raise DatasetError(dataset.name, reason, column=column)
    for column, wanted in expect.present:
        there = {value for record in records for value in record.values[column]}
        missing = [value for value in wanted if value not in there]
        if missing:
            reason = f"no row with {', '.join(map(str, missing))}; {REMEDY}"
            raise DatasetError(dataset.name, reason, column=column)
