"""Writing, replacing and removing documents with what was read in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.identity import is_fixed
from graph.model import Document, Extraction, short_hash
from graph.rows import document_row, mention_row
from graph.schema import Schema
from graph.store.base import Store, Transaction
from graph.vocabulary import SCHEMA
from graph.writing import queries
from graph.writing.claims import put_claims, stand
from graph.writing.linking import link, link_judgements
from graph.writing.lock import lock
from graph.writing.projection import project_facts
from graph.writing.properties import project_attributes
from graph.writing.relocation import put_entities, relocate
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
        if not _differing(tx, latest, schema)[0]:
            return Change(unchanged=len(latest))
        lock(tx, schema)
        coming, stored = _differing(tx, latest, schema)
        changed = [r.document.id for r in coming if r.document.id in stored]
        return Change(
            added=len(coming) - len(changed),
            changed=len(changed),
            unchanged=len(latest) - len(coming),
        ) + _revise(tx, coming, changed, schema)

    return store.write(work)


def _differing(
    tx: Transaction, latest: Mapping[str, Reading], schema: Schema
) -> tuple[list[Reading], dict[str, str]]:
    """Readings that are not stored as they are, and the fingerprints of what is stored."""
    rows = tx.run(queries.FINGERPRINTS, {"ids": sorted(latest)})
    stored = {row["id"]: row["fingerprint"] for row in rows}
    coming = [
        reading
        for key, reading in latest.items()
        if stored.get(key) != fingerprint(reading.document, reading.extractor, schema)
    ]
    return coming, stored


def remove_documents(store: Store, ids: Iterable[str], schema: Schema = SCHEMA) -> Change:
    """Take documents out with their claims, and with all that nothing else speaks of."""
    wanted = sorted(set(ids))

    def work(tx: Transaction) -> Change:
        if not tx.run(queries.FINGERPRINTS, {"ids": wanted}):
            return Change()
        lock(tx, schema)
        stored = [row["id"] for row in tx.run(queries.FINGERPRINTS, {"ids": wanted})]
        return Change(removed=len(stored)) + _revise(tx, [], stored, schema)

    return store.write(work)


def settle(tx: Transaction, touched: Touched, canonical: Mapping[str, str]) -> int:
    """Project what is touched and sweep up; give how many facts were projected.

    `canonical` is what `link` gave.
    """
    link_judgements(tx, touched, canonical)
    facts = project_facts(tx, touched)
    if touched.entities:
        tx.run(queries.DROP_UNMENTIONED, {"ids": sorted(touched.entities)})
    project_attributes(tx, touched)
    return facts


def _revise(
    tx: Transaction, coming: Sequence[Reading], going: Sequence[str], schema: Schema
) -> Change:
    """Take out the documents `going`, which may be older states of some that are `coming`."""
    touched = Touched(schema)
    standing = stand(tx, [r.document for r in coming], going, touched)
    _take_out(tx, going, touched)
    entities = [(e, r.document.dataset) for r in coming for e in r.extraction.entities]
    canonical, region = link(tx, entities, touched)
    relocate(tx, region, canonical, touched)
    if coming:
        _put_in(tx, coming, canonical, touched)
    said = [(claim, r.document) for r in coming for claim in r.extraction.claims]
    claims = put_claims(tx, said, canonical, standing, touched)
    return Change(claims=claims, facts=settle(tx, touched, canonical))


def _take_out(tx: Transaction, documents: Sequence[str], touched: Touched) -> None:
    """Take documents out of the graph, with mentions and claims; note what loses its mention."""
    if not documents:
        return
    parameters = {"ids": list(documents)}
    for row in tx.run(queries.OLD_MENTIONS, parameters):
        touched.entities.add(row["entity"])
        touched.names.add((row["entity"], row["name"], True))
        if not is_fixed(row["local"], touched.schema):
            touched.leaving.append(row)
    tx.run(queries.DROP_CLAIMS, parameters)
    tx.run(queries.DROP_DOCUMENTS, parameters)


def _put_in(
    tx: Transaction, readings: Sequence[Reading], canonical: Mapping[str, str], touched: Touched
) -> None:
    """Put documents in with the entities that they mention."""
    documents = [
        document_row(r.document, fingerprint(r.document, r.extractor, touched.schema))
        for r in readings
    ]
    mentioned = [(r.document, e) for r in readings for e in r.extraction.entities]
    put_entities(tx, [(canonical[e.id], e.kind, e.name) for _, e in mentioned])
    touched.names |= {(canonical[e.id], e.name, False) for _, e in mentioned}
    tx.run(queries.PUT_DOCUMENTS, {"rows": documents})
    mentions = [mention_row(document, e, canonical[e.id]) for document, e in mentioned]
    tx.run(queries.PUT_MENTIONS, {"rows": mentions})
