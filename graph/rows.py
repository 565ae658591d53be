"""Records as properties of nodes and relationships, and back.

Qualifiers of a claim are stored one property each, with the prefix `q_`, since a claim has
properties of its own that are called the same; a fact has them by their plain names. How well the
values of a qualifier are supported stands with the fact as JSON, since no store nests values.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from typing import Any

from graph.identity import kind_of
from graph.model import (
    Claim,
    Document,
    Entity,
    Evidence,
    Fact,
    Judgement,
    Qualifiers,
    Scalar,
    Value,
    Weight,
)
from graph.schema import Kind, Schema
from graph.vocabulary import SCHEMA

Properties = dict[str, Any]

ADDRESS = re.compile(r"https?://[^\s;<>\"]+")

QUALIFIER_PREFIX = "q_"
ALL_SUFFIX = "_all"
WEIGHTS_SUFFIX = "_weights"

CLAIM_CORE = (
    "id", "name", "document", "predicate", "subject_id", "object_id", "value", "modality", "quote",
    "char_start", "char_end", "confidence", "extractor", "rule", "status", "stated_by", "fact",
    "contradicts",
)  # fmt: skip
"""What claims have, and what they are looked up by, whether they have it or not.

The embedded store writes what a statement names in half the time, and knows it from then on.
"""

FACT_CORE = (
    "id", "modality", "claims", "sources", "independent", "confidence", "quote", "source", "claim",
    "disputed",
)  # fmt: skip
"""What every fact has."""


def document_row(document: Document, fingerprint: str) -> Properties:
    """Properties of a Document node."""
    return {
        "id": document.id,
        "name": document.name,
        "source": document.source,
        "url": document.url,
        "publisher": document.publisher,
        "language": document.language,
        "published": document.published,
        "retrieved": document.retrieved,
        "licence": document.licence,
        "sha256": document.sha256,
        "text": document.text,
        "copy_of": document.copy_of,
        "dataset": document.dataset,
        "origin": document.origin,
        "fingerprint": fingerprint,
    }


def mention_row(document: Document, entity: Entity, canonical: str) -> Properties:
    """Properties of a MENTIONS relationship, with its two ends."""
    return {
        "document": document.id,
        "entity": canonical,
        "local": entity.id,
        "name": entity.name,
        "keys": sorted(entity.keys),
        "forms": sorted({m.text for m in entity.mentions}),
        "count": len(entity.mentions),
    }


def claim_row(claim: Claim, fact: str | None, contradicted: str | None) -> Properties:
    """Properties of a Claim node. A value is stored as text; its type is in the schema."""
    return {
        "id": claim.id,
        "name": claim_name(claim),
        "document": claim.document,
        "predicate": claim.predicate,
        "subject_id": claim.subject,
        "object_id": claim.object,
        "value": None if claim.value is None else _text(claim.value),
        "object_phrase": claim.object_phrase,
        "modality": claim.modality,
        "quote": claim.quote,
        "char_start": claim.start,
        "char_end": claim.end,
        "confidence": claim.confidence,
        "extractor": claim.extractor,
        "rule": claim.rule,
        "status": claim.status,
        "source": claim.source,
        "stated_by": claim.stated_by,
        "fact": fact,
        "contradicts": contradicted,
        **{f"{QUALIFIER_PREFIX}{k}": _stored(v) for k, v in claim.qualifiers.items()},
    }


def claim_columns(variable: str, schema: Schema = SCHEMA) -> str:
    """A Cypher map of everything `claim_of` needs of the claim bound to `variable`."""
    record = next(r for r in schema.records if r.name == "Claim")
    names = ["id", *(p.name for p in record.properties)]
    names += [f"{QUALIFIER_PREFIX}{q}" for q in schema.qualifiers]
    return "{" + ", ".join(f"{n}: {variable}.{n}" for n in names) + "}"


def claim_of(row: Mapping[str, Any], schema: Schema = SCHEMA) -> Claim:
    """The claim that a map made by `claim_columns` describes."""
    qualifiers: dict[str, Value] = {}
    for name, qualifier in schema.qualifiers.items():
        stored = row.get(f"{QUALIFIER_PREFIX}{name}")
        if stored is not None:
            qualifiers[name] = tuple(stored) if qualifier.type == "strings" else stored
    value = row["value"]
    return Claim(
        document=row["document"],
        predicate=row["predicate"],
        subject=row["subject_id"],
        quote=row["quote"],
        start=row["char_start"],
        end=row["char_end"],
        object=row["object_id"],
        value=None
        if value is None
        else typed(value, kind_of(row["subject_id"], schema), row["predicate"]),
        object_phrase=row["object_phrase"],
        modality=row["modality"],
        qualifiers=qualifiers,
        stated_by=row["stated_by"],
        confidence=row["confidence"],
        extractor=row["extractor"],
        rule=row["rule"],
        status=row["status"],
        source=row["source"],
    )


def evidence_of(row: Mapping[str, Any], schema: Schema = SCHEMA) -> Evidence:
    """The evidence in a row with the columns of `writing.queries.evidence`."""
    claim = claim_of(row["claim"], schema)
    return Evidence(
        claim=claim,
        subject=row["subject"],
        object=row["object"],
        published=row["published"],
        url=address_of(claim, row["url"]),
        source=source_of(row["publisher"], row["title"]),
        original=row["original"],
        dataset=bool(row["dataset"]),
    )


def address_of(claim: Claim, url: str | None) -> str | None:
    """Where a claim can be read: the page that its row names, else that of its document."""
    named = ADDRESS.search(claim.source or "")
    return named.group() if named else url


def source_of(publisher: str | None, title: str) -> str:
    """What a document is called where it is a source: `publisher: title`."""
    return f"{publisher}: {title}" if publisher else title


def fact_row(fact: Fact) -> Properties:
    """Properties of a fact's relationship, with its two ends."""
    properties = {
        "id": fact.id,
        "modality": fact.modality,
        "claims": fact.claims,
        "sources": fact.sources,
        "independent": fact.independent,
        "confidence": fact.confidence,
        "first_reported": fact.first_reported,
        "last_reported": fact.last_reported,
        "quote": fact.quote,
        "url": fact.url,
        "source": fact.source,
        "claim": fact.claim,
        "disputed": fact.disputed,
        **{k: _stored(v) for k, v in fact.qualifiers.items()},
        **{f"{k}{ALL_SUFFIX}": list(v) for k, v in fact.alternatives.items()},
        **{f"{k}{WEIGHTS_SUFFIX}": _weights_text(v) for k, v in fact.weights.items()},
    }
    return {"subject": fact.subject, "object": fact.object, "properties": properties}


def fact_columns(variable: str, schema: Schema = SCHEMA) -> str:
    """A Cypher map of everything `fact_of` needs of the fact bound to `variable`."""
    names = [p.name for p in schema.fact_properties]
    names += [n for q in schema.qualifiers for n in (q, q + ALL_SUFFIX, q + WEIGHTS_SUFFIX)]
    return "{" + ", ".join(f"{n}: {variable}.{n}" for n in names) + "}"


def fact_of(
    row: Mapping[str, Any], type: str, subject: str, object: str, schema: Schema = SCHEMA
) -> Fact:
    """The fact between two entities that a map made by `fact_columns` describes."""
    alternatives = {q: row.get(f"{q}{ALL_SUFFIX}") for q in schema.qualifiers}
    weights = {q: row.get(f"{q}{WEIGHTS_SUFFIX}") for q in schema.qualifiers}
    return Fact(
        type=type,
        subject=subject,
        object=object,
        qualifiers={
            name: tuple(value) if isinstance(value, list) else value
            for name, value in qualifiers_of(row, schema).items()
        },
        alternatives={q: tuple(values) for q, values in alternatives.items() if values},
        weights={q: _weights_of(text) for q, text in weights.items() if text},
        **{p.name: row[p.name] for p in schema.fact_properties},
    )


def parts(properties: Mapping[str, Any], core: Collection[str]) -> Properties:
    """A row for a statement that names the properties in `core` and adds those in `more`."""
    return {
        **{name: properties[name] for name in core},
        "more": {k: v for k, v in properties.items() if v is not None and k not in core},
    }


def claim_name(claim: Claim) -> str:
    """A claim in short, for captions: its predicate, and the value or phrase it has."""
    said = claim.value if claim.value is not None else claim.object_phrase
    return claim.predicate if said is None else f"{claim.predicate}: {said}"


def judgement_of(row: Mapping[str, Any]) -> Judgement:
    """The judgement in a row with its columns."""
    return Judgement(
        row["left"],
        row["right"],
        row["verdict"],
        row["author"],
        row["time"],
        row["reason"] or "",
        row.get("score"),
    )


def qualifiers_of(row: Mapping[str, Any], schema: Schema = SCHEMA) -> Qualifiers:
    """The qualifiers among the properties of a fact."""
    return {name: row[name] for name in schema.qualifiers if row.get(name) is not None}


def _weights_text(weights: Mapping[Scalar, Weight]) -> str:
    entries = sorted(weights.items(), key=lambda entry: str(entry[0]))
    return json.dumps(
        [(value, w.independent, w.confidence, w.dataset) for value, w in entries],
        ensure_ascii=False,
    )


def _weights_of(text: str) -> dict[Scalar, Weight]:
    return {value: Weight(*weight) for value, *weight in json.loads(text)}


def _stored(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _text(value: Scalar) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def typed(value: str, kind: Kind | None, name: str) -> Scalar:
    """A value as it is stored with a claim, in the type that the property `name` of `kind` has."""
    properties = {p.name: p for p in kind.properties} if kind else {}
    declared = properties[name].type if name in properties else "string"
    if declared == "integer":
        return int(value)
    if declared == "float":
        return float(value)
    return value == "true" if declared == "boolean" else value
