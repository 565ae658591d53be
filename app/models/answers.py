"""Lists, hits of a search, paths, questions and their answers, centrality."""

from __future__ import annotations

from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, Field

from app.models.records import EntityRef, Fact
from app.models.samples import FACT, KENYA, MEMORANDUM, PARAMETER, QUESTION, QUOTE, example

T = TypeVar("T")


class Page(BaseModel, Generic[T]):
    """Some items of a list, and where it goes on."""

    items: list[T]
    next: str | None = Field(description="give it as `after` for the next page; null at the end")


class Hit(EntityRef):
    """What a search found: an entity, a document or a claim (whose name is its document's)."""

    model_config = example(
        {**KENYA, "facts": 12, "match": "exact", "snippet": "Kenya", "marks": [[0, 5]]}
    )

    sub: str | None = None
    country: str | None = None
    facts: int = Field(description="how many facts it has")
    match: Literal["exact", "prefix", "words", "fuzzy", "title", "quote", "partly"] = Field(
        description="how it fits: by a name as it is, by its beginning, by the beginnings of its "
        "words, by letters or sound; a document by its title, a claim by its quote; "
        "or, where there is nothing else, by half of the words"
    )
    snippet: str = Field(description="the name, the title or the part of the quote that fits")
    marks: list[tuple[int, int]] = Field(
        description="what fits in the snippet: start and end, in Unicode characters"
    )


class Step(BaseModel):
    """One step of a path."""

    model_config = example(
        {
            "from": KENYA,
            "type": "PARTY_TO",
            "direction": "out",
            "to": MEMORANDUM,
            "fact": FACT,
        }
    )

    source: EntityRef = Field(alias="from")
    type: str
    direction: Literal["out", "in"] = Field(description="`out` where `from` is the subject")
    to: EntityRef
    fact: Fact


class WayBetween(BaseModel):
    """The shortest path between two entities; without one, `steps` is empty and `length` null."""

    model_config = example(
        {
            "source": "country:KE",
            "target": "agreement:ke-ma-prosecution-2023",
            "length": 1,
            "steps": [
                {
                    "from": KENYA,
                    "type": "PARTY_TO",
                    "direction": "out",
                    "to": MEMORANDUM,
                    "fact": FACT,
                }
            ],
        }
    )

    source: str
    target: str
    length: int | None = None
    steps: list[Step]


class Parameter(BaseModel):
    """What a question needs to know."""

    model_config = example(PARAMETER)

    name: str
    type: str = Field(description="entity, string, date, integer, float or boolean")
    description: str
    required: bool
    default: Any = None
    kinds: list[str] = Field(description="kinds of entities that it may name; empty: all")


class Column(BaseModel):
    """A column of an answer."""

    model_config = example({"name": "signed", "description": "when it was signed"})

    name: str
    description: str


class QuestionItem(BaseModel):
    """A question in a list."""

    model_config = example(QUESTION)

    name: str
    title: str
    description: str
    parameters: list[Parameter]


class Question(QuestionItem):
    """A question with its columns, an example and the Cypher that answers it."""

    model_config = example(
        {
            **QUESTION,
            "columns": [{"name": "signed", "description": "when it was signed"}],
            "example": {"a": "Kenya", "b": "Morocco"},
            "projection": False,
            "text": "// title: Agreements between two countries\nMATCH ...",
        }
    )

    columns: list[Column]
    example: dict[str, Any] = Field(description="arguments to try it with")
    projection: bool = Field(description="whether it gives the edges of a graph")
    text: str = Field(description="the Cypher, with what is above in comments before it")


class Answer(BaseModel):
    """The rows that answer a question."""

    model_config = example(
        {
            "question": "agreements_between",
            "arguments": {"a": "country:KE", "b": "country:MA"},
            "columns": ["agreement", "signed", "quote", "facts"],
            "rows": [
                {
                    "agreement": MEMORANDUM["name"],
                    "signed": "2023-02-21",
                    "quote": QUOTE,
                    "facts": [FACT["id"]],
                }
            ],
            "truncated": False,
        }
    )

    question: str
    arguments: dict[str, Any] = Field(description="as they were understood: names led to ids")
    columns: list[str]
    rows: list[dict[str, Any]] = Field(description="with `evidence` where it was asked for")
    truncated: bool = Field(description="whether there were more rows than may be given")


class Ranked(BaseModel):
    """An entity and how central it is."""

    model_config = example({"id": "country:KE", "name": "Kenya", "score": 0.25, "degree": 4})

    id: str
    name: str
    score: float
    degree: int


class Centrality(BaseModel):
    """The most central entities of a projection."""

    model_config = example(
        {
            "measure": "betweenness",
            "projection": "country_cooperation",
            "arguments": {"minimum_confidence": 0.5},
            "query": "MATCH ...",
            "nodes": 12,
            "edges": 17,
            "rows": [{"id": "country:KE", "name": "Kenya", "score": 0.25, "degree": 4}],
        }
    )

    measure: str
    projection: str
    arguments: dict[str, Any] = Field(description="what the projection was given")
    query: str = Field(description="the Cypher that gave the edges")
    nodes: int
    edges: int
    rows: list[Ranked]
