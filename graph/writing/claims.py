"""Putting claims in where others stood, so that what is said again as it was touches nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.model import Claim, Document, Evidence
from graph.rows import CLAIM_CORE, address_of, claim_row, evidence_of, parts, source_of
from graph.schema import Schema
from graph.store.base import Row, Transaction
from graph.writing import queries
from graph.writing.relocation import ENDS
from graph.writing.touched import Touched


@dataclass(frozen=True, slots=True)
class Standing:
    """What was there before a change.

    `claims` are those of documents that go or are replaced, by id, as rows of evidence, where the
    document shares its origin with no other, now or before. `new` are the documents that were not
    there and are no copies of others, but may have the text of others; `replaced` has those of
    `claims` that come again, with the hash of their new text. All else is looked at whole.
    """

    claims: dict[str, Row]
    new: set[str]
    replaced: dict[str, str]


def stand(
    tx: Transaction, coming: Sequence[Document], going: Sequence[str], touched: Touched
) -> Standing:
    """Look at what stands before `going` are taken out, and note the claims that it touches.

    Claims of documents that are copies, or copied, are touched whatever becomes of them: how many
    origins a fact has depends on all of these together.
    """
    ids = {d.id for d in coming}
    copies = tx.run(queries.COPIES_OF, {"ids": sorted(ids.union(going))})
    copied = {row["original"] for row in copies}
    known = [(d.id, d.sha256, d.copy_of) for d in coming]
    twins = [row for row in _twins(tx, known) if row["twin"] not in {*going}]
    rows = tx.run(queries.ORIGINALS, {"ids": sorted(going)}) if going else []
    before = [(row["id"], row["sha256"], row["copy_of"]) for row in rows]
    shared = copied | _dependent(known, twins) | _dependent(before, _twins(tx, before))
    alone = {*going} - shared
    parameters = {"ids": sorted(alone)}
    claims = tx.run(queries.evidence("document", touched.schema), parameters) if alone else []
    others = sorted({*going, *(row["id"] for row in copies)} - alone)
    touched.claims(tx.run(queries.OLD_CLAIMS, {"ids": others}) if others else ())
    originals = {id_ for id_, _, copy_of in known if copy_of is None}
    new = originals - copied - {*going} - _entangled(tx, twins)
    hashes = {id_: sha256 for id_, sha256, _ in known}
    for row in twins:
        if row["id"] in new:
            touched.twins.setdefault(hashes[row["id"]], set()).add(row["twin"])
    replaced = {id_: hashes[id_] for id_ in alone & ids}
    return Standing({row["claim"]["id"]: row for row in claims}, new, replaced)


def put_claims(
    tx: Transaction,
    said: Iterable[tuple[Claim, Document]],
    canonical: Mapping[str, str],
    standing: Standing,
    touched: Touched,
) -> int:
    """Put claims in; note what they touch, and what those that stood and are gone did."""
    rows: list[Row] = []
    gaining = standing.new | {*standing.replaced}
    for claim, document in {claim.id: (claim, document) for claim, document in said}.values():
        evidence = _evidence(claim, document, canonical)
        old = standing.claims.get(claim.id)
        if old is not None and _same(old, evidence, touched.schema):
            del standing.claims[claim.id]
            known = (old["claim"]["fact"], old["claim"]["contradicts"])
            touched.stays(evidence, known[0])
        else:
            known = touched.evidence(evidence, gain=document.id in gaining)
        rows.append({"subject": evidence.subject, **claim_row(claim, *known)})
    for row in standing.claims.values():
        document = row["claim"]["document"]
        origin = standing.replaced.get(document, document)
        touched.goes(evidence_of({**row, "original": origin}, touched.schema))
    if rows:
        _write(tx, rows, canonical)
    return len(rows)


def _same(old: Row, evidence: Evidence, schema: Schema) -> bool:
    """Whether a claim says what it said, so that all that rests on it stands as it is.

    Its document shares its origin with no other, so the origin counts as one, whatever it is.
    """
    return evidence_of({**old, "original": evidence.original}, schema) == evidence


def _write(tx: Transaction, rows: list[Row], canonical: Mapping[str, str]) -> None:
    core = (*CLAIM_CORE, "subject")
    tx.run(queries.PUT_CLAIMS, {"rows": [parts(row, core) for row in rows]})
    for link_type in ("OBJECT", "STATED_BY"):
        stored, _ = ENDS[link_type]
        ends = [
            {"claim": row["id"], "entity": canonical[row[stored]]} for row in rows if row[stored]
        ]
        if ends:
            statement = queries.with_name(queries.LINK_CLAIMS_TO_ENTITIES, type=link_type)
            tx.run(statement, {"rows": ends})


def _evidence(claim: Claim, document: Document, canonical: Mapping[str, str]) -> Evidence:
    return Evidence(
        claim=claim,
        subject=canonical[claim.subject],
        object=claim.object and canonical[claim.object],
        published=document.published,
        url=address_of(claim, document.url),
        source=source_of(document.publisher, document.name),
        original=document.sha256,
        dataset=document.dataset,
    )


def _twins(tx: Transaction, known: Sequence[tuple[str, str, str | None]]) -> list[Row]:
    """Stored documents (twin, copy_of) with the text of others (id) that are known as id, hash."""
    rows = [{"id": id_, "sha256": sha256} for id_, sha256, _ in known]
    return tx.run(queries.TWINS, {"rows": rows}) if rows else []


def _dependent(known: Sequence[tuple[str, str, str | None]], twins: Iterable[Row]) -> set[str]:
    """Those of documents (id, hash of the text, original) that share their origin with others."""
    texts = Counter(sha256 for _, sha256, _ in known)
    return {row["id"] for row in twins} | {
        id_ for id_, sha256, copy_of in known if copy_of or texts[sha256] > 1
    }


def _entangled(tx: Transaction, twins: Sequence[Row]) -> set[str]:
    """Documents whose twins are copies, or copied, so that their text is not all they share."""
    ids = sorted({row["twin"] for row in twins})
    copied = {row["original"] for row in tx.run(queries.COPIES_OF, {"ids": ids})} if ids else set()
    return {row["id"] for row in twins if row["copy_of"] or row["twin"] in copied}
