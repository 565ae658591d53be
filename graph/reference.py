"""The schema for readers: a page in Markdown and a JSON schema, both made from its declarations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from graph.rows import ALL_SUFFIX, QUALIFIER_PREFIX, WEIGHTS_SUFFIX
from graph.schema import (
    VALUE_TYPES,
    Kind,
    Link,
    Modality,
    Property,
    Qualifier,
    Record,
    RelationshipType,
    Schema,
)
from graph.vocabulary import SCHEMA

DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"

WEIGHT_ENTRY = "`[value, independent documents, highest confidence, whether a dataset says so]`"

JSON_TYPES: dict[str, dict[str, Any]] = {
    "string": {"type": "string"},
    "strings": {"type": "array", "items": {"type": "string"}},
    "integer": {"type": "integer"},
    "float": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "pattern": DATE_PATTERN},
    "id": {"type": "string"},
    "ids": {"type": "array", "items": {"type": "string"}},
}


def json_schema(schema: Schema = SCHEMA) -> dict[str, Any]:
    """The schema as JSON Schema (2020-12): one definition for each kind, record and type.

    A definition describes the properties of a node or relationship. What JSON Schema has no word
    for stands beside it: `x-subjects` and `x-objects` of a type, `x-colour`, `x-sub-labels`.
    """
    definitions = {
        **{kind.name: _kind_definition(kind) for kind in schema.kinds},
        **{record.name: _record_definition(record, schema) for record in schema.records},
        **{type_.name: _type_definition(type_, schema) for type_ in schema.types},
        **{link.name: _link_definition(link) for link in schema.links},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "cybercoop",
        "x-version": schema.version,
        "x-modalities": {m.name: m.description for m in schema.modalities},
        "$defs": definitions,
    }


def reference_page(schema: Schema = SCHEMA) -> str:
    """The schema as a page in Markdown."""
    return "\n".join(_page(schema)).rstrip() + "\n"


def _kind_definition(kind: Kind) -> dict[str, Any]:
    properties: dict[str, Any] = {"id": {"type": "string", "description": kind.id_form}}
    for declared in kind.properties:
        properties[declared.name] = _property(declared)
        if declared.name == "sub":
            properties["sub"]["enum"] = list(kind.sub_labels)
        if not declared.many and declared.name != "name":
            properties[f"{declared.name}{ALL_SUFFIX}"] = {
                **JSON_TYPES["strings"],
                "description": "every value, where sources contradict each other",
            }
    return {
        "type": "object",
        "description": kind.description,
        "properties": properties,
        "required": ["id", "name"],
        "x-labels": ["Entity", kind.name],
        "x-sub-labels": list(kind.sub_labels),
        "x-aligned": kind.aligned,
        "x-colour": kind.colour,
    }


def _record_definition(record: Record, schema: Schema) -> dict[str, Any]:
    properties: dict[str, Any] = {"id": {"type": "string", "description": record.id_form}}
    properties |= {p.name: _property(p) for p in record.properties}
    if record.name == "Claim":
        for qualifier in schema.qualifiers.values():
            properties[f"{QUALIFIER_PREFIX}{qualifier.name}"] = _qualifier(qualifier)
    return {
        "type": "object",
        "description": record.description,
        "properties": properties,
        "required": ["id", "name"],
        "x-labels": [record.name],
        "x-colour": record.colour,
    }


def _type_definition(type_: RelationshipType, schema: Schema) -> dict[str, Any]:
    properties = {p.name: _property(p) for p in schema.fact_properties}
    for qualifier in type_.qualifiers:
        properties[qualifier.name] = _qualifier(qualifier)
        if qualifier.type != "strings":
            properties[f"{qualifier.name}{ALL_SUFFIX}"] = {
                **JSON_TYPES["strings"],
                "description": "every value, the preferred one first, where claims differ",
            }
        if qualifier.weighed:
            properties[f"{qualifier.name}{WEIGHTS_SUFFIX}"] = {
                **JSON_TYPES["string"],
                "description": "how well each value is supported, where claims differ: "
                f"JSON, a list of {WEIGHT_ENTRY}",
            }
    return {
        "type": "object",
        "description": type_.description,
        "properties": properties,
        "required": ["id", "modality", "claims", "quote", "claim"],
        "x-subjects": list(type_.subjects),
        "x-objects": list(type_.objects),
        "x-mutual": type_.mutual,
        "x-walked": type_.walked,
        "x-wikidata": type_.wikidata,
    }


def _link_definition(link: Link) -> dict[str, Any]:
    return {
        "type": "object",
        "description": link.description,
        "properties": {p.name: _property(p) for p in link.properties},
        "x-subjects": [link.source],
        "x-objects": [link.target],
    }


def _property(declared: Property) -> dict[str, Any]:
    return {**JSON_TYPES[declared.type], "description": declared.description}


def _qualifier(declared: Qualifier) -> dict[str, Any]:
    values = {"enum": list(declared.values)} if declared.values else {}
    return {**JSON_TYPES[declared.type], "description": declared.description, **values}


def _page(schema: Schema) -> Iterator[str]:
    yield from (
        "# The schema",
        "",
        f"Version {schema.version}. Made from `graph/vocabulary/`; change it there.",
        "",
        "## Kinds of entities",
        "",
        "Every entity has the label `Entity`, the label of its kind, and where it is known a",
        "sub-label. Where sources contradict each other on a property, all values stand beside it",
        f"under its name and `{ALL_SUFFIX}`.",
        "",
    )
    for kind in schema.kinds:
        yield from _kind_section(kind)
    yield from ("## Records", "")
    for record in schema.records:
        yield from (f"### {record.name}", "", record.description, "", f"Id: `{record.id_form}`", "")
        yield from _property_table(record.properties)
    yield from (
        "A claim has the qualifiers of its predicate too, under their names with the prefix "
        f"`{QUALIFIER_PREFIX}`.",
        "",
        "## Facts",
        "",
        "A fact is a relationship between two entities. Every fact has:",
        "",
    )
    yield from _property_table(schema.fact_properties)
    yield from (
        "Where claims differ on a qualifier, all values stand beside it under its name and "
        f"`{ALL_SUFFIX}`.",
        f"How well each is supported stands under its name and `{WEIGHTS_SUFFIX}`, as JSON: a list",
        f"of {WEIGHT_ENTRY};",
        "dates that are only less precise are in it too.",
        "",
    )
    yield from _type_table(schema.types)
    yield from ("## Qualifiers", "")
    yield from _qualifier_table(schema.qualifiers.values())
    yield from ("## Links", "", "Relationships that are no facts.", "")
    for link in schema.links:
        yield f"- `({link.source})-[:{link.name}]->({link.target})`: {link.description}"
    yield ""
    for link in schema.links:
        if link.properties:
            yield from (f"Properties of {link.name}:", "")
            yield from _property_table(link.properties)
    yield from ("## Modalities", "", "How a statement is meant, and what its claims make.", "")
    yield from _table(
        ("Modality", "Meaning", "Makes"),
        ((f"`{m.name}`", m.description, _makes(m)) for m in schema.modalities),
    )
    yield from ("## Types of values", "")
    yield from _table(
        ("Type", "Meaning"), ((f"`{name}`", meaning) for name, meaning in VALUE_TYPES.items())
    )


def _kind_section(kind: Kind) -> Iterator[str]:
    yield from (f"### {kind.name}", "", kind.description, "")
    if kind.sub_labels:
        yield from (f"Sub-labels: {', '.join(f'`{label}`' for label in kind.sub_labels)}", "")
    known = "" if kind.fixed else " where there is a strong key"
    yield from (f"Id: `{kind.id_form}`{known}. Aligned to {kind.aligned}.", "")
    yield from _property_table(kind.properties)


def _property_table(properties: Iterable[Property]) -> Iterator[str]:
    return _table(
        ("Property", "Type", "Meaning", "Index"),
        (
            (f"`{p.name}`", f"`{p.type}`", p.description, "yes" if p.indexed else "")
            for p in properties
        ),
    )


def _type_table(types: Iterable[RelationshipType]) -> Iterator[str]:
    return _table(
        ("Type", "From", "To", "Meaning", "Qualifiers", "Wikidata"),
        (
            (
                f"`{t.name}`",
                ", ".join(t.subjects),
                ", ".join(t.objects),
                " ".join((t.description, *_remarks(t))),
                ", ".join(f"`{q.name}`" for q in t.qualifiers),
                t.wikidata,
            )
            for t in types
        ),
    )


def _remarks(type_: RelationshipType) -> Iterator[str]:
    if type_.mutual:
        yield "Mutual: written once, read both ways."
    if not type_.walked:
        yield "Not followed by paths and centrality."


def _qualifier_table(qualifiers: Iterable[Qualifier]) -> Iterator[str]:
    return _table(
        ("Qualifier", "Type", "Meaning", "Values, in rising order of precedence", "Exclusive"),
        (
            (
                f"`{q.name}`",
                f"`{q.type}`",
                q.description,
                ", ".join(q.values),
                "yes" if q.exclusive else "",
            )
            for q in qualifiers
        ),
    )


def _makes(modality: Modality) -> str:
    if modality.makes is None:
        return "any fact"
    made = [
        f"`{predicate}`" + "".join(f" with {n} `{v}`" for n, v in instead.items())
        for predicate, instead in modality.makes.items()
    ]
    return ", ".join(made) or "no fact; the fact that it contradicts is disputed"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield _line(head)
    yield _line(("---",) * len(head))
    yield from map(_line, rows)
    yield ""


def _line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
