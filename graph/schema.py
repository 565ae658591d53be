"""The ontology, declared once as data.

Everything that depends on the vocabulary is derived from the `SCHEMA` value at the end of this
module: constraints and indexes of both stores, validation of claims, the reference page, the
JSON schema and the colours. Adding a kind, a relationship type or a qualifier is one declaration
in `graph/vocabulary/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

ValueType = str  # one of VALUE_TYPES

VALUE_TYPES: Mapping[ValueType, str] = {
    "string": "text",
    "strings": "list of texts",
    "integer": "whole number",
    "float": "number",
    "boolean": "true or false",
    "date": "ISO date of the precision that is known: 2023, 2023-02 or 2023-02-21",
    "id": "id of an entity",
    "ids": "list of ids of entities",
}

LIST_TYPES = frozenset({"strings", "ids"})

FORMS: Mapping[ValueType, re.Pattern[str]] = {
    "integer": re.compile(r"-?\d{1,9}"),
    "float": re.compile(r"-?\d{1,9}(\.\d{1,9})?"),
    "boolean": re.compile(r"true|false", re.IGNORECASE),
    "date": re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"),
    "id": re.compile(r"[a-z]+:[^\s/]+"),
}
"""How a value of a type is written, where not anything goes."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a node: what is said of an entity, or stored with a record."""

    name: str
    type: ValueType = "string"
    description: str = ""
    indexed: bool = False

    @property
    def many(self) -> bool:
        """Whether it holds a list."""
        return self.type in LIST_TYPES


@dataclass(frozen=True, slots=True)
class Qualifier:
    """What narrows a statement: a title, a date, a role.

    `values` lists the only values allowed, in rising order of precedence when claims differ.
    Where `exclusive`, two different values contradict each other and the fact is disputed;
    two dates of different precision that agree (2023, 2023-02-21) do not differ.
    """

    name: str
    type: ValueType = "string"
    description: str = ""
    values: tuple[str, ...] = ()
    exclusive: bool = False

    @property
    def weighed(self) -> bool:
        """Whether support decides between values: lists have all, and `values` an order."""
        return self.type != "strings" and not self.values


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity; its name is the node label."""

    name: str
    description: str
    sub_labels: tuple[str, ...] = ()
    properties: tuple[Property, ...] = ()
    id_form: str = ""
    aligned: str = ""
    colour: str = "#a5abb6"
    fixed: bool = False
    """Whether every entity of the kind is known beforehand by its reference id."""


@dataclass(frozen=True, slots=True)
class Record:
    """A kind of node that is no entity: a document, a claim, a judgement."""

    name: str
    description: str
    properties: tuple[Property, ...]
    id_form: str
    colour: str = "#d9d9d9"


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """A type of fact, and of the claims that support it."""

    name: str
    description: str
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    qualifiers: tuple[Qualifier, ...] = ()
    wikidata: str = ""
    mutual: bool = False
    """Whether it reads both ways; it is then written once, the smaller id first."""
    walked: bool = True
    """Whether paths and centrality follow it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship between records and entities that is no fact."""

    name: str
    source: str
    target: str
    properties: tuple[Property, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Modality:
    """How a statement is meant, and what its claims make.

    `makes` maps a predicate to the qualifiers that its fact has instead of the claim's own;
    None means that every predicate makes a fact as it stands.
    """

    name: str
    description: str
    makes: Mapping[str, Mapping[str, str]] | None


class UnknownName(ValueError):
    """A name that the schema does not have; the message lists those it has."""

    def __init__(self, what: str, name: str, known: Iterator[str] | list[str]) -> None:
        self.what, self.name, self.known = what, name, sorted(known)
        super().__init__(f"unknown {what} {name!r}; known: {', '.join(self.known)}")


@dataclass(frozen=True)
class Schema:
    """The whole vocabulary, with look-ups by name.

    Look-ups raise `UnknownName`, whose message lists the names there are.
    """

    version: int
    kinds: tuple[Kind, ...]
    records: tuple[Record, ...]
    types: tuple[RelationshipType, ...]
    links: tuple[Link, ...]
    modalities: tuple[Modality, ...]
    fact_properties: tuple[Property, ...] = field(default=())

    @cached_property
    def _kinds(self) -> dict[str, Kind]:
        return {kind.name: kind for kind in self.kinds}

    @cached_property
    def _types(self) -> dict[str, RelationshipType]:
        return {type_.name: type_ for type_ in self.types}

    @cached_property
    def _modalities(self) -> dict[str, Modality]:
        return {modality.name: modality for modality in self.modalities}

    @cached_property
    def _properties(self) -> dict[str, dict[str, Property]]:
        return {kind.name: {p.name: p for p in kind.properties} for kind in self.kinds}

    @cached_property
    def _qualifiers(self) -> dict[str, dict[str, Qualifier]]:
        return {type_.name: {q.name: q for q in type_.qualifiers} for type_ in self.types}

    @cached_property
    def qualifiers(self) -> dict[str, Qualifier]:
        """Every qualifier by name; a qualifier means the same with every type."""
        return {q.name: q for type_ in self.types for q in type_.qualifiers}

    @cached_property
    def attributes(self) -> tuple[str, ...]:
        """The names of all entity properties: the predicates of attribute claims."""
        return tuple(dict.fromkeys(p.name for kind in self.kinds for p in kind.properties))

    def __hash__(self) -> int:
        """That of the version, which takes no time; what is made of a schema is kept by it."""
        return hash(self.version)

    def kind(self, name: str) -> Kind:
        """The kind called `name`."""
        if name not in self._kinds:
            raise UnknownName("kind", name, list(self._kinds))
        return self._kinds[name]

    def type(self, name: str) -> RelationshipType:
        """The relationship type called `name`."""
        if name not in self._types:
            raise UnknownName("relationship type", name, list(self._types))
        return self._types[name]

    def modality(self, name: str) -> Modality:
        """The modality called `name`."""
        if name not in self._modalities:
            raise UnknownName("modality", name, list(self._modalities))
        return self._modalities[name]

    def is_type(self, predicate: str) -> bool:
        """Whether a predicate is a relationship type (else it is an attribute)."""
        return predicate in self._types

    def property_of(self, kind: str, name: str) -> Property:
        """The property `name` of entities of `kind`."""
        properties = self._properties[self.kind(kind).name]
        if name not in properties:
            raise UnknownName(f"property of {kind}", name, list(properties))
        return properties[name]

    def walked_types(self) -> list[str]:
        """Names of the types that paths and centrality follow."""
        return [type_.name for type_ in self.types if type_.walked]

    def faults(
        self,
        predicate: str,
        subject_kind: str,
        object_kind: str | None,
        modality: str,
        qualifiers: Mapping[str, object],
        value: object = None,
    ) -> Iterator[str]:
        """What is wrong with a statement by the schema, in words; nothing when it is sound.

        `object_kind` is None for attribute claims and for phrases, `value` for all but
        attribute claims.
        """
        if modality not in self._modalities:
            yield f"unknown modality {modality!r}"
        if not self.is_type(predicate):
            yield from self._attribute_faults(predicate, subject_kind, value)
            return
        type_ = self.type(predicate)
        if subject_kind not in type_.subjects:
            yield f"subject of {predicate} may not be a {subject_kind}"
        if object_kind is not None and object_kind not in type_.objects:
            yield f"object of {predicate} may not be a {object_kind}"
        allowed = self._qualifiers[predicate]
        for name, value in qualifiers.items():
            if name not in allowed:
                yield f"{predicate} has no qualifier {name!r}"
            elif not _may_be(value, allowed[name].type, allowed[name].values):
                yield f"{name} of {predicate} may not be {value!r}"

    def _attribute_faults(self, name: str, kind_name: str, value: object) -> Iterator[str]:
        kind = self.kind(kind_name)
        declared = self._properties[kind_name]
        if name not in declared:
            yield f"{kind_name} has no property {name!r}"
        elif value is not None:
            values = kind.sub_labels if name == "sub" else ()
            if not _may_be(value, declared[name].type, values):
                yield f"{name} of {kind_name} may not be {value!r}"


def _may_be(value: object, type_: ValueType, values: tuple[str, ...]) -> bool:
    """Whether `value` is of a type's form and, where `values` limit it, one of them."""
    form = FORMS.get(type_)
    return (form is None or form.fullmatch(str(value)) is not None) and (
        not values or value in values
    )
