"""Writing, replacing and removing documents with what was read in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.model import Claim, Document, Evidence, Extraction, short_hash
from graph.rows import claim_row, document_row, mention_row
from graph.schema import Schema
from graph.store.base import Row, Store, Transaction
from graph.vocabulary import SCHEMA
from graph.writing import queries
from graph.writing.linking import ENDS, link, link_judgements, put_entities
from graph.writing.projection import project_attributes, project_facts
from graph.writing.touched import Touched


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and what an extractor (its name and version) read in it."""

    document: Document
    extraction: Extraction
    extractor: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a write did: documents that came anew, changed, stood as they were or went.

    `claims` counts the claims written, `facts` the facts that were projected again.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    claims: int = 0
    facts: int = 0

    def __add__(self, other: Change) -> Change:
        return Change(
            self.added + other.added,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.removed + other.removed,
            self.claims + other.claims,
            self.facts + other.facts,
        )


def fingerprint(document: Document, extractor: str, schema: Schema = SCHEMA) -> str:
    """Hash of a document, of the extractor (name and version) and of the schema version.

    A stored document with the same fingerprint need not be read again.
    """
    known = [
        document.source,
        document.text,
        document.title,
        document.url,
        document.publisher,
        document.language,
        document.published,
        document.retrieved,
        document.licence,
        document.copy_of,
        document.dataset,
        document.origin,
    ]
    return short_hash(*map(repr, known), extractor, str(schema.version))


def stored_fingerprints(store: Store, ids: Iterable[str]) -> dict[str, str]:
    """Fingerprints of those of `ids` (of documents) that are stored."""
    rows = store.read(queries.FINGERPRINTS, {"ids": sorted(ids)})
    return {row["id"]: row["fingerprint"] for row in rows}


def write_documents(store: Store, readings: Sequence[Reading], schema: Schema = SCHEMA) -> Change:
    """Write documents in one transaction: new ones, and changed ones in place of the old.

    Documents that are stored as they are, read by the same extractor, are left alone; where
    all are, nothing is written. Of two readings of one document the last counts.
    """
    latest = {r.document.id: r for r in readings}

    def work(tx: Transaction) -> Change:
        rows = tx.run(queries.FINGERPRINTS, {"ids": sorted(latest)})
        stored = {row["id"]: row["fingerprint"] for row in rows}
        coming = [
            r
            for key, r in latest.items()
            if stored.get(key) != fingerprint(r.document, r.extractor, schema)
        ]
        changed = sum(r.document.id in stored for r in coming)
        standing = Change(
            added=len(coming) - changed, changed=changed, unchanged=len(latest) - len(coming)
        )
        return standing + _revise(tx, coming, [], schema) if coming else standing

    return store.write(work)


def remove_documents(store: Store, ids: Iterable[str], schema: Schema = SCHEMA) -> Change:
    """Take documents out with their claims, and with all that nothing else speaks of."""
    wanted = sorted(set(ids))

    def work(tx: Transaction) -> Change:
        stored = [row["id"] for row in tx.run(queries.FINGERPRINTS, {"ids": wanted})]
        return Change(removed=len(stored)) + _revise(tx, [], stored, schema) if stored else Change()

    return store.write(work)


def settle(tx: Transaction, touched: Touched, canonical: dict[str, str]) -> int:
    """Project what is touched and sweep up; give how many facts were projected.

    `canonical` is what `link` gave.
    """
    link_judgements(tx, touched, canonical)
    facts = project_facts(tx, touched)
    if touched.entities:
        tx.run(queries.DROP_UNMENTIONED, {"ids": sorted(touched.entities)})
    if touched.attributes:
        project_attributes(tx, touched)
    return facts


def _revise(tx: Transaction, coming: Sequence[Reading], going: list[str], schema: Schema) -> Change:
    touched = Touched(schema)
    _take_out(tx, [*(r.document.id for r in coming), *going], touched)
    entities = [(e, r.document.dataset) for r in coming for e in r.extraction.entities]
    canonical = link(tx, entities, touched)
    claims = _put_in(tx, coming, canonical, touched)
    return Change(claims=claims, facts=settle(tx, touched, canonical))


def _take_out(tx: Transaction, documents: list[str], touched: Touched) -> None:
    """Take documents out of the graph, with mentions and claims; note what that touches."""
    parameters = {"ids": documents}
    copies = [row["id"] for row in tx.run(queries.COPIES_OF, parameters)]
    for row in tx.run(queries.OLD_MENTIONS, parameters):
        touched.entities.add(row["entity"])
        touched.attributes.add((row["entity"], "name"))
        touched.ids |= {row["local"], *row["keys"]}
    touched.claims(tx.run(queries.OLD_CLAIMS, {"ids": [*documents, *copies]}))
    tx.run(queries.DROP_CLAIMS, parameters)
    tx.run(queries.DROP_DOCUMENTS, parameters)


def _put_in(
    tx: Transaction, readings: Sequence[Reading], canonical: dict[str, str], touched: Touched
) -> int:
    """Put documents in with entities, mentions and claims; note what that touches."""
    documents = [
        document_row(r.document, fingerprint(r.document, r.extractor, touched.schema))
        for r in readings
    ]
    mentioned = [(r.document, e) for r in readings for e in r.extraction.entities]
    put_entities(tx, [(canonical[e.id], e.kind, e.name) for _, e in mentioned], touched)
    touched.attributes |= {(canonical[e.id], "name") for _, e in mentioned}
    tx.run(queries.PUT_DOCUMENTS, {"rows": documents})
    mentions = [mention_row(document, e, canonical[e.id]) for document, e in mentioned]
    tx.run(queries.PUT_MENTIONS, {"rows": mentions})
    claims = {c.id: (c, r.document) for r in readings for c in r.extraction.claims}
    rows = [_claim_row(c, document, canonical, touched) for c, document in claims.values()]
    if rows:
        tx.run(queries.PUT_CLAIMS, {"rows": rows})
        tx.run(queries.LINK_CLAIMS_TO_DOCUMENTS, {"rows": rows})
    for link_type, (stored, _) in ENDS.items():
        ends = [
            {"claim": row["id"], "entity": canonical[row[stored]]} for row in rows if row[stored]
        ]
        if ends:
            statement = queries.with_name(queries.LINK_CLAIMS_TO_ENTITIES, type=link_type)
            tx.run(statement, {"rows": ends})
    return len(rows)


def _claim_row(
    claim: Claim, document: Document, canonical: dict[str, str], touched: Touched
) -> Row:
    """Properties of a claim, with the fact it supports; that fact becomes touched."""
    evidence = Evidence(
        claim=claim,
        subject=canonical[claim.subject],
        object=claim.object and canonical[claim.object],
        published=document.published,
        url=document.url,
        original=document.copy_of or document.sha256,
        dataset=document.dataset,
    )
    return claim_row(claim, *touched.evidence(evidence))
