"""Examples that the documentation of the REST service shows."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict

KENYA = {"id": "country:KE", "kind": "Country", "name": "Kenya"}
MEMORANDUM = {
    "id": "agreement:ke-ma-prosecution-2023",
    "kind": "Agreement",
    "name": "Memorandum on cooperation in prosecution",
}
QUOTE = "Kenya and Morocco signed a memorandum on cooperation in prosecution."
DOCUMENT = {
    "id": "doc:0f3a1c5e7b9d2468",
    "title": "Prosecutors sign a memorandum",
    "url": "https://example.org/news/1",
    "publisher": "Example News",
    "published": "2023-02-22",
    "language": "en",
}
FACT = {
    "id": "fact:5d0c1a2b3e4f6789",
    "modality": "fact",
    "claims": 2,
    "sources": 2,
    "independent": 2,
    "confidence": 0.9,
    "first_reported": "2023-02-21",
    "last_reported": "2023-02-22",
    "quote": QUOTE,
    "url": "https://example.org/news/1",
    "source": "Example News: Kenya and Morocco sign",
    "claim": "claim:9f8e7d6c5b4a3210",
    "disputed": False,
    "qualifiers": {"signed": "2023-02-21", "status": "signed"},
}
CLAIM = {
    "id": "claim:9f8e7d6c5b4a3210",
    "predicate": "PARTY_TO",
    "subject": KENYA,
    "object": MEMORANDUM,
    "modality": "fact",
    "qualifiers": {"signed": "2023-02-21"},
    "quote": QUOTE,
    "start": 31,
    "end": 99,
    "confidence": 0.9,
    "status": "accepted",
    "extractor": "rules 1",
    "rule": "agreement.signed",
    "fact": "fact:5d0c1a2b3e4f6789",
}
PARAMETER = {
    "name": "a",
    "type": "entity",
    "description": "one country",
    "required": True,
    "kinds": ["Country"],
}
QUESTION = {
    "name": "agreements_between",
    "title": "Agreements between two countries",
    "description": "Agreements that bind two countries or bodies of theirs.",
    "parameters": [PARAMETER],
}


def example(value: dict[str, Any]) -> ConfigDict:
    """The configuration of a model with one example."""
    return ConfigDict(json_schema_extra={"examples": [value]})
