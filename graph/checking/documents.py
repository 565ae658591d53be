"""Documents with their mentions and claims: hashes, places in the text, links, and what is said."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from graph.checking.finding import Finding
from graph.checking.identities import Identities
from graph.checking.pages import DOCUMENTS, ids_of, pages
from graph.identity import kind_of
from graph.model import Claim, Document, Evidence, Status
from graph.rows import claim_columns, claim_name, claim_of
from graph.schema import Schema
from graph.store.base import Row, Store
from graph.writing.documents import fingerprint
from graph.writing.touched import Touched

DOCUMENT_ROWS = """
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.name AS name, d.source AS source, d.text AS text, d.url AS url,
  d.publisher AS publisher, d.language AS language, d.published AS published,
  d.retrieved AS retrieved, d.licence AS licence, d.copy_of AS copy_of, d.dataset AS dataset,
  d.origin AS origin, d.sha256 AS sha256, d.fingerprint AS fingerprint
"""

MENTION_ROWS = """
UNWIND $ids AS id
MATCH (d:Document {id: id})-[m:MENTIONS]->(e:Entity)
RETURN id AS document, m.local AS local, e.id AS entity
"""

CLAIM_ROWS = """
UNWIND $ids AS id
MATCH (c:Claim {document: id})
RETURN {columns} AS claim
"""

CLAIM_LINKS = """
UNWIND $ids AS id
MATCH (c:Claim {document: id})-[:{type}]->(n)
RETURN c.id AS claim, n.id AS end
"""

ENDS = {"FROM": "document", "SUBJECT": "subject", "OBJECT": "object", "STATED_BY": "stated_by"}
"""Links of a claim, and the property of the claim whose node each leads to."""

NEEDED = ("predicate", "subject_id", "quote", "char_start", "char_end", "modality", "confidence")
STATUSES = get_args(Status)


@dataclass(slots=True)
class _Page:
    """Some documents, with all that belongs to them."""

    documents: dict[str, Row]
    mentions: dict[str, list[Row]]
    claims: dict[str, list[Row]]
    links: dict[str, dict[str, list[str]]] = field(default_factory=dict)


def check_documents(
    store: Store, schema: Schema, known: Identities, supported: dict[str, str]
) -> Iterator[Finding]:
    """What is wrong with documents, mentions and claims.

    The facts that claims support are put into `supported`, each with one of its claims.
    """
    homeless = set(ids_of(store, "Claim"))
    for ids in pages(ids_of(store, "Document"), DOCUMENTS):
        page = _page(store, schema, ids)
        for id_, row in page.documents.items():
            claims = page.claims[id_]
            homeless -= {claim["id"] for claim in claims}
            yield from _document(row, claims, schema)
            yield from _mentions(page.mentions[id_], known)
            for claim in claims:
                yield from _claim(claim, row, page, known, supported)
    for id_ in sorted(homeless):
        yield Finding("claim links", id_, "the document that it names is not in the graph")


def _page(store: Store, schema: Schema, ids: list[str]) -> _Page:
    parameters = {"ids": ids}
    mentions: dict[str, list[Row]] = defaultdict(list)
    for row in store.read(MENTION_ROWS, parameters):
        mentions[row["document"]].append(row)
    claims: dict[str, list[Row]] = defaultdict(list)
    for row in store.read(CLAIM_ROWS.replace("{columns}", claim_columns("c", schema)), parameters):
        claims[row["claim"]["document"]].append(row["claim"])
    documents = {row["id"]: row for row in store.read(DOCUMENT_ROWS, parameters)}
    page = _Page(documents, mentions, claims)
    for type_ in ENDS:
        ends = page.links[type_] = defaultdict(list)
        for row in store.read(CLAIM_LINKS.replace("{type}", type_), parameters):
            ends[row["claim"]].append(row["end"])
    return page


def _document(row: Row, claims: list[Row], schema: Schema) -> Iterator[Finding]:
    stored = {k: v for k, v in row.items() if k not in {"id", "name", "sha256", "fingerprint"}}
    if not isinstance(row["source"], str) or not isinstance(row["text"], str):
        yield Finding("document", row["id"], "it has no source or no text")
        return
    document = Document(title=row["name"], **{**stored, "dataset": bool(row["dataset"])})
    if document.id != row["id"]:
        yield Finding("document", row["id"], f"its source has the id {document.id}")
    if document.sha256 != row["sha256"]:
        yield Finding("document", row["id"], "its hash is not that of its text")
    # What reads a dataset is its declaration too, which is not stored.
    readers = set() if document.dataset else {claim["extractor"] for claim in claims} - {"", None}
    if readers and row["fingerprint"] not in set(_fingerprints(document, readers, schema)):
        yield Finding("document", row["id"], "its fingerprint is not that of what is stored")


def _fingerprints(document: Document, readers: set[str], schema: Schema) -> Iterator[str]:
    """The fingerprints that a document may have: a title that is missing is not stored so."""
    titles = {document.title, ""} if document.title == document.source else {document.title}
    for version in range(1, schema.version + 1):
        for reader in readers:
            for title in titles:
                titled = replace(document, title=title)
                yield fingerprint(titled, reader, replace(schema, version=version))


def _mentions(rows: list[Row], known: Identities) -> Iterator[Finding]:
    for row in rows:
        expected = known.entity_of(row["local"])
        if row["entity"] != expected:
            message = f"{row['local']} leads to {row['entity']} and should lead to {expected}"
            yield Finding("mention", row["document"], message)
    for local, count in Counter(row["local"] for row in rows).items():
        if count > 1:
            yield Finding("mention", rows[0]["document"], f"{local} is mentioned {count} times")


def _claim(
    row: Row, document: Row, page: _Page, known: Identities, supported: dict[str, str]
) -> Iterator[Finding]:
    claim = _claim_in(row, known.schema)
    faults = list(_faults(claim, known.schema)) if isinstance(claim, Claim) else [claim]
    for fault in faults:
        yield Finding("claim", row["id"], fault)
    if faults or not isinstance(claim, Claim):
        return
    if claim.id != row["id"]:
        yield Finding("claim", row["id"], f"what it says has the id {claim.id}")
    if claim_name(claim) != row["name"]:
        yield Finding("claim", row["id"], f"it is named {row['name']!r}")
    text = document["text"] or ""
    if not claim.quote or text[claim.start : claim.end] != claim.quote:
        message = f"characters {claim.start} to {claim.end} of {claim.document} are not its quote"
        yield Finding("quote", row["id"], message)
    ends = {type_: page.links[type_].get(row["id"], []) for type_ in ENDS}
    for type_, end in ENDS.items():
        yield from _link(row["id"], type_, getattr(claim, end), ends[type_], known)
    if len(ends["SUBJECT"]) == 1 and len(ends["OBJECT"]) == (claim.object is not None):
        evidence = _evidence(claim, ends)
        fact = Touched(known.schema).evidence(evidence)
        for name, expected in zip(("fact", "contradicts"), fact, strict=True):
            if row[name] != expected:
                message = f"its {name} is {row[name]} and should be {expected}"
                yield Finding("claim fact", row["id"], message)
        if fact[0] is not None and claim.value is None:
            supported[fact[0]] = claim.id


def _claim_in(row: Mapping[str, Any], schema: Schema) -> Claim | str:
    """The claim in a row, or why there is none in it."""
    missing = [name for name in NEEDED if row[name] is None]
    if missing:
        return f"it has no {' and no '.join(missing)}"
    try:
        return claim_of(row, schema)
    except ValueError:
        return f"{row['predicate']} may not be {row['value']!r}"


def _faults(claim: Claim, schema: Schema) -> Iterator[str]:
    """What is wrong with a claim by the schema."""
    said = [n for n in ("object", "value", "object_phrase") if getattr(claim, n) is not None]
    if len(said) != 1:
        yield f"it has {' and '.join(said) or 'neither object, value nor phrase'}"
    if claim.status not in STATUSES:
        yield f"its status is {claim.status!r}"
    subject = kind_of(claim.subject, schema)
    object_ = kind_of(claim.object, schema) if claim.object else None
    if subject is None or (claim.object and object_ is None):
        yield f"{claim.subject} or {claim.object} is of no known kind"
        return
    yield from schema.faults(
        claim.predicate,
        subject.name,
        object_.name if object_ else None,
        claim.modality,
        claim.qualifiers,
        claim.value,
    )


def _link(
    claim: str, type_: str, local: str | None, ends: list[str], known: Identities
) -> Iterator[Finding]:
    """Whether the links of one type lead where they should, and nowhere else."""
    expected = [] if local is None else [local if type_ == "FROM" else known.entity_of(local)]
    if ends != expected:
        message = f"{type_} leads to {_list(ends)} and should lead to {_list(expected)}"
        yield Finding("claim links", claim, message)


def _evidence(claim: Claim, ends: Mapping[str, list[str]]) -> Evidence:
    """The claim between the entities that its links lead to; what it supports needs no more."""
    return Evidence(claim, ends["SUBJECT"][0], next(iter(ends["OBJECT"]), None), None, None, "", "")


def _list(ids: list[str] | list[str | None]) -> str:
    return ", ".join(sorted(map(str, ids))) or "nothing"
