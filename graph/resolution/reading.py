"""What resolution reads of a graph: mentions, accepted claims, countries' names, judgements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.checking.pages import ids_of, read_pages
from graph.model import Judgement
from graph.rows import QUALIFIER_PREFIX, judgement_of
from graph.store.base import Store

PAGE = 2000

QUALIFIERS = ("title", "date", "signed", "number", "place")

MENTIONS = """
UNWIND $ids AS id
MATCH (d:Document {id: id})-[m:MENTIONS]->(:Entity)
RETURN d.id AS document, d.published AS published, coalesce(d.dataset, false) AS dataset,
  m.local AS local, m.name AS name, m.keys AS keys, m.forms AS forms
"""

CLAIMS = """
UNWIND $ids AS id
MATCH (c:Claim {document: id})
WHERE c.status = 'accepted' AND c.modality IN ['fact', 'agreed']
RETURN c.subject_id AS subject, c.predicate AS predicate, c.object_id AS object,
  c.value AS value, {qualifiers}
"""

COUNTRIES = """
MATCH (e:Country)
RETURN e.id AS id, e.name AS name, e.aliases AS aliases
"""

JUDGEMENTS = """
MATCH (j:Judgement)
RETURN j.left AS left, j.right AS right, j.verdict AS verdict, j.author AS author,
  j.time AS time, j.reason AS reason, j.score AS score
"""


@dataclass(frozen=True, slots=True)
class MentionRow:
    """How one document speaks of an entity."""

    document: str
    published: str | None
    dataset: bool
    local: str
    name: str
    keys: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What resolution needs of a claim."""

    subject: str
    predicate: str
    object: str | None = None
    value: str | None = None
    qualifiers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Read:
    """All that was read. `countries` has the names of each country by its id."""

    mentions: Sequence[MentionRow]
    claims: Sequence[ClaimRow]
    countries: Mapping[str, tuple[str, ...]]
    judgements: Sequence[Judgement]


def read(store: Store) -> Read:
    """Read what resolution needs of the graph in a store."""
    documents = ids_of(store, "Document")
    mentions = [
        MentionRow(
            row["document"],
            row["published"],
            row["dataset"],
            row["local"],
            row["name"],
            tuple(row["keys"] or ()),
            tuple(row["forms"] or ()),
        )
        for rows in read_pages(store, MENTIONS, documents, PAGE)
        for row in rows
    ]
    columns = ", ".join(f"c.{QUALIFIER_PREFIX}{name} AS {name}" for name in QUALIFIERS)
    statement = CLAIMS.replace("{qualifiers}", columns)
    said = [
        ClaimRow(
            row["subject"],
            row["predicate"],
            row["object"],
            row["value"],
            {n: str(row[n]) for n in QUALIFIERS if row[n] is not None},
        )
        for rows in read_pages(store, statement, documents, PAGE)
        for row in rows
    ]
    countries = {row["id"]: (row["name"], *(row["aliases"] or ())) for row in store.read(COUNTRIES)}
    judgements = sorted(map(judgement_of, store.read(JUDGEMENTS)), key=lambda j: j.id)
    return Read(mentions, said, countries, judgements)
