"""How a reference dataset is declared: its columns, and what each row says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from graph.model import Scalar, short_hash

ENGINE = 1
"""Changes whenever rows may be read otherwise than before under the same declaration."""

ColumnType = Literal["text", "names", "code", "date", "integer", "number", "choice", "references"]


class DatasetError(ValueError):
    """A dataset that is refused: its file, at which row (the header is row 1), and why."""

    def __init__(self, dataset: str, reason: str, row: int | None = None, column: str = "") -> None:
        self.dataset, self.reason, self.row, self.column = dataset, reason, row, column
        place = [f"{dataset}.csv"]
        place += [f"row {row}"] if row is not None else []
        place += [f"column {column}"] if column else []
        super().__init__(f"{', '.join(place)}: {reason}")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a dataset.

    - `text`: as it stands.
    - `names`: several, parted by semicolons; a language before the name (`fr:UIT`) is dropped.
    - `code`: letters, digits, dots, hyphens and underscores: what ids are made of.
    - `date`: ISO, of the precision that is known.
    - `choice`: one of the words in `of`.
    - `references`: codes of known entities, parted by semicolons; `of` is the beginning of
      their ids: `country` (KE), `agency` (KE:odpp).
    """

    name: str
    type: ColumnType = "text"
    of: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """An entity that a row speaks of.

    `id` is a template over columns (see `template.py`); a row in which one of them is empty does
    not speak of it, and one that lists several codes speaks of several entities. `name` is the
    column that names it. Where `known`, a row only refers to it, and another one declares it.
    `keys` are templates of further ids that it is known by. Where `local`, the id is private to the
    dataset, and the template only says which rows speak of the same one. `when` limits it to
    rows that have a value in a column.
    """

    kind: str
    id: str
    name: str = ""
    sub: str = ""
    keys: tuple[str, ...] = ()
    known: bool = False
    local: bool = False
    when: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Says:
    """A claim that each row makes, where it has what the claim needs.

    `subject` and `object` name nodes: the first that the row speaks of. An attribute has
    `values`, columns, in place of an object. `qualifiers` pairs a qualifier with its column.
    `needs` is a column that must be filled; `confidence` one that says how sure it is, 1.0
    where empty. What is not sure enough waits for a person's word, as in any document.
    """

    predicate: str
    subject: tuple[str, ...]
    object: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    qualifiers: tuple[tuple[str, str], ...] = ()
    needs: str = ""
    confidence: str = "confidence"


@dataclass(frozen=True, slots=True)
class Expect:
    """What must hold of a dataset: a row lost or added by accident stops the load.

    `counts` are (column, value, how many rows); `present` are (column, values that must be
    there).
    """

    rows: int
    counts: tuple[tuple[str, Scalar, int], ...] = ()
    present: tuple[tuple[str, tuple[Scalar, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Dataset:
    """A reference dataset: `<name>.csv`, where it comes from, and how its rows are read.

    `as_of` is the date on which it was so. `key` are the columns that tell rows apart.
    `stands_on` names the datasets whose entities it refers to.
    """

    name: str
    title: str
    publisher: str
    url: str | None
    licence: str
    as_of: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    nodes: tuple[tuple[str, Node], ...]
    says: tuple[Says, ...]
    expect: Expect
    stands_on: tuple[str, ...] = ()

    @property
    def reader(self) -> str:
        """Name and version of what reads it; changes with the declaration."""
        return f"reference {ENGINE}.{short_hash(repr(self), length=8)}"


def attributes(node: str, *names: str, **columns: str) -> tuple[Says, ...]:
    """Attribute claims on `node`: of each of `names` from the column of that name, and others.

    >>> [s.values for s in attributes("country", "iso3", qid="wikidata")]
    [('iso3',), ('wikidata',)]
    """
    pairs = {**{name: name for name in names}, **columns}
    return tuple(Says(name, (node,), values=(column,)) for name, column in pairs.items())
