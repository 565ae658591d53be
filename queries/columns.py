"""Parts of statements that follow from the schema: columns, types, kinds.

What is put into the text of a statement here comes from the schema alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Any

from graph.rows import ALL_SUFFIX, QUALIFIER_PREFIX
from graph.schema import Schema
from graph.store import Row
from graph.vocabulary import SCHEMA


def fact_map(variable: str, schema: Schema = SCHEMA) -> str:
    """A Cypher map of everything that is stored with the fact bound to `variable`."""
    own, qualifiers = _fact_names(schema)
    return _map(variable, own + qualifiers)


def entity_map(variable: str, schema: Schema = SCHEMA) -> str:
    """A Cypher map of every property of the entity bound to `variable`."""
    return _map(variable, _entity_names(schema))


def record_map(variable: str, record: str, schema: Schema = SCHEMA) -> str:
    """A Cypher map of every declared property, and the id, of the record bound to `variable`."""
    declared = next(r for r in schema.records if r.name == record)
    return _map(variable, ["id", *(p.name for p in declared.properties)])


def qualifier_map(variable: str, schema: Schema = SCHEMA) -> str:
    """A Cypher map of the qualifiers of the claim bound to `variable`."""
    pairs = (f"{q}: {variable}.{QUALIFIER_PREFIX}{q}" for q in schema.qualifiers)
    return "{" + ", ".join(pairs) + "}"


def types_pattern(types: Iterable[str] | None = None, schema: Schema = SCHEMA) -> str:
    """Types as a pattern has them, `A|B`; all without any. Raises `UnknownName` for others."""
    chosen = {schema.type(t).name for t in types or ()}
    return "|".join(sorted(chosen)) or _every_type(schema)


def present(values: Row) -> dict[str, Any]:
    """`values` without those that are not set."""
    return {name: value for name, value in values.items() if value is not None}


def entity_properties(values: Row, schema: Schema = SCHEMA) -> dict[str, Any]:
    """The declared properties that are set, from all properties of an entity."""
    return {name: values[name] for name in _entity_names(schema) if values.get(name) is not None}


def fact_of(values: Row, schema: Schema = SCHEMA) -> dict[str, Any]:
    """A fact as answers show it, its qualifiers put together.

    `values` are all properties of it, or a map made by `fact_map`.
    """
    own, qualifiers = _fact_names(schema)
    fact = {name: values.get(name) for name in own}
    fact["disputed"] = bool(fact["disputed"])
    fact["qualifiers"] = {n: values[n] for n in qualifiers if values.get(n) is not None}
    return fact


def kind_of(labels: Iterable[str], schema: Schema = SCHEMA) -> str:
    """The kind that the labels of an entity name."""
    found = set(labels)
    return next(kind.name for kind in schema.kinds if kind.name in found)


def brief(row: Row, schema: Schema = SCHEMA) -> dict[str, Any]:
    """An entity in short: id, kind, name; from columns `id`, `labels`, `name`."""
    return {"id": row["id"], "kind": kind_of(row["labels"], schema), "name": row["name"]}


@lru_cache
def _every_type(schema: Schema) -> str:
    return "|".join(type_.name for type_ in schema.types)


@lru_cache
def _entity_names(schema: Schema) -> tuple[str, ...]:
    names = schema.attributes
    return (*names, *(f"{n}{ALL_SUFFIX}" for n in names if n != "name"))


@lru_cache
def _fact_names(schema: Schema) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The properties that every fact may have, and those that are qualifiers."""
    qualifiers = ((name, f"{name}{ALL_SUFFIX}") for name in schema.qualifiers)
    return tuple(p.name for p in schema.fact_properties), tuple(chain.from_iterable(qualifiers))


def _map(variable: str, names: Iterable[str]) -> str:
    return "{" + ", ".join(f"{n}: {variable}.{n}" for n in names) + "}"
