"""What a check finds, and the rules that it goes by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

RULES: Mapping[str, str] = {
    "graph": "there is one Graph node, and it has the version of the schema",
    "labels": "a node has the label of one record, or Entity and the label of one kind",
    "types": "a relationship is of a type of the schema, between what the type may join",
    "properties": "nodes and relationships have properties of the schema only",
    "ids": "a node has an id that no other node of its sort has",
    "document": "a document's id, hash and fingerprint fit its source and text",
    "mention": "a mention leads to the entity that its local id and keys lead to, once a document",
    "claim": "a claim is sound by the schema, and its id and name fit what it says",
    "claim links": "a claim has one document, one subject, and an object and speaker as it says",
    "quote": "the offsets of a claim give its quote in the document's text",
    "claim fact": "a claim names the fact that it supports and the one that it denies",
    "fact": "a fact is what its accepted claims make of it",
    "fact without claims": "no fact stands without an accepted claim that supports it",
    "missing fact": "an accepted claim that makes a fact has that fact",
    "entity": "an entity is spoken of by a document, and is of the kind that its id says",
    "attribute": "a property of an entity is what its claims, or else its mentions, make of it",
    "sub-label": "an entity has the sub-label that its claims say, and no other",
    "identifier": "every id in use has its Identifier, which is true; no other has one",
    "judgement": "a judgement fits its id, and leads to the entities that it is on",
}
"""Every rule by name, with what holds in a sound graph."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong: the rule (of `RULES`), the id of what breaks it, and how."""

    rule: str
    id: str
    message: str


def differences(stored: Mapping[str, Any], expected: Mapping[str, Any]) -> str:
    """Where what is stored is not what is expected, in words; empty where it is.

    A property that is None or an empty list is the same as one that is not there.
    """
    return "; ".join(
        f"{name} is {_shown(stored.get(name))} and should be {_shown(expected.get(name))}"
        for name in sorted({*stored, *expected})
        if (stored.get(name) or None) != (expected.get(name) or None)
        or isinstance(stored.get(name), bool) != isinstance(expected.get(name), bool)
    )


def _shown(value: Any) -> str:
    if value is None or value == []:
        return "absent"
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}..."
