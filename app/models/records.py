"""Entities, facts, claims and documents."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from app.models.samples import CLAIM, DOCUMENT, FACT, KENYA, MEMORANDUM, QUOTE, example

Offset = Annotated[int, Field(description="Unicode characters from the start of the text")]
Qualifiers = dict[str, Any]


class EntityRef(BaseModel):
    """An entity in short."""

    model_config = example(KENYA)

    id: str
    kind: str
    name: str


class Entity(EntityRef):
    """What is known of one entity."""

    model_config = example(
        {
            **KENYA,
            "properties": {"name": "Kenya", "iso3": "KEN", "aliases": ["Republic of Kenya"]},
            "facts_count": 12,
            "claims_count": 15,
            "documents_count": 4,
        }
    )

    sub: str | None = Field(None, description="what sort of its kind it is")
    properties: dict[str, Any]
    facts_count: int
    claims_count: int
    documents_count: int


class Fact(BaseModel):
    """A relationship that accepted claims support, with its best claim's sentence."""

    model_config = example(FACT)

    id: str
    modality: str
    claims: int = Field(description="accepted claims that support it")
    sources: int = Field(description="documents that say it")
    independent: int = Field(description="those of them that are no copies of each other")
    confidence: float
    first_reported: str | None = None
    last_reported: str | None = None
    quote: str
    url: str | None = None
    source: str = Field(description="publisher and title of the document that says it")
    claim: str = Field(description="id of its best claim")
    disputed: bool
    qualifiers: Qualifiers


class FactWithEnds(Fact):
    """A fact with its type and both its ends."""

    model_config = example({**FACT, "type": "PARTY_TO", "subject": KENYA, "object": MEMORANDUM})

    type: str
    subject: EntityRef
    object: EntityRef


class Neighbour(BaseModel):
    """A fact that connects an entity to another one."""

    model_config = example(
        {"type": "PARTY_TO", "direction": "out", "entity": MEMORANDUM, "fact": FACT}
    )

    type: str
    direction: Literal["out", "in"] = Field(description="`out` where the entity is the subject")
    entity: EntityRef
    fact: Fact


class DocumentRef(BaseModel):
    """A document in short."""

    model_config = example(DOCUMENT)

    id: str
    title: str
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None


class Statement(BaseModel):
    """A claim: what a document says, and the words that say it."""

    model_config = example(CLAIM)

    id: str
    predicate: str
    subject: EntityRef
    object: EntityRef | None = None
    value: str | None = Field(None, description="what an attribute claim says")
    object_phrase: str | None = Field(
        None, description="the words where no entity is named as object"
    )
    stated_by: EntityRef | None = None
    modality: str
    qualifiers: Qualifiers
    quote: str
    start: Offset
    end: Offset
    confidence: float
    status: str
    extractor: str | None = None
    rule: str | None = None
    source: str | None = Field(None, description="where a dataset's row comes from")
    fact: str | None = Field(
        None, description="id of the fact that it supports; for a property, `attribute:` and a hash"
    )
    contradicts: str | None = Field(None, description="id of the fact that it denies")


class Claim(Statement):
    """A claim with its document."""

    model_config = example({**CLAIM, "document": DOCUMENT})

    document: DocumentRef


class ClaimDetail(Claim):
    """A claim with its document and the fact that it supports or denies."""

    model_config = example(
        {
            **CLAIM,
            "document": DOCUMENT,
            "supports": {**FACT, "type": "PARTY_TO", "subject": KENYA, "object": MEMORANDUM},
        }
    )

    supports: FactWithEnds | None = None
    denies: FactWithEnds | None = None


class DocumentItem(DocumentRef):
    """A document in a list."""

    model_config = example({**DOCUMENT, "dataset": False, "claims": 7})

    dataset: bool = Field(description="whether it is a reference dataset")
    claims: int = Field(description="how many claims it makes")


class Mentioned(BaseModel):
    """An entity that a document speaks of."""

    model_config = example(
        {"entity": KENYA, "local": "country:KE", "said": "Kenya", "forms": ["Kenya"], "count": 3}
    )

    entity: EntityRef
    local: str = Field(description="id by which claims of this document were read")
    said: str = Field(description="its fullest name in this document")
    forms: list[str] = Field(description="the words by which the text speaks of it")
    count: int


class Document(DocumentRef):
    """A document with its text, the claims marked in it, and whom it speaks of."""

    model_config = example(
        {
            **DOCUMENT,
            "source": "https://example.org/news/1",
            "origin": "news/1.html",
            "licence": "CC-BY-4.0",
            "sha256": "9c1185a5c5e9fc54612808977ee8f548b2258d31",
            "dataset": False,
            "text": f"Prosecutors sign a memorandum\n\n{QUOTE}",
            "mentions": [],
            "claims": [{**CLAIM, "document": DOCUMENT}],
        }
    )

    source: str = Field(description="its key: the URL, else path or id")
    origin: str | None = Field(None, description="the file that it was read from")
    retrieved: str | None = None
    licence: str | None = None
    sha256: str
    copy_of: str | None = None
    dataset: bool
    text: str
    mentions: list[Mentioned]
    claims: list[Claim] = Field(description="in the order of the text")
