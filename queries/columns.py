"""Parts of statements that follow from the schema: columns, types, kinds.

What is put into the text of a statement here comes from the schema alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.rows import ALL_SUFFIX, QUALIFIER_PREFIX
from graph.schema import Schema
from graph.store import Row
from graph.vocabulary import SCHEMA


def fact_map(variable: str, schema: Schema = SCHEMA) -> str:
    """A Cypher map of everything that is stored with the fact bound to `variable`."""
    names = [p.name for p in schema.fact_properties]
    for qualifier in schema.qualifiers:
        names += [qualifier, f"{qualifier}{ALL_SUFFIX}"]
    return _map(variable, names)


def entity_map(variable: str, schema: Schema = SCHEMA) -> str:
    """A Cypher map of every property of the entity bound to `variable`."""
    names = list(schema.attributes)
    return _map(variable, [*names, *(f"{n}{ALL_SUFFIX}" for n in names if n != "name")])


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
    chosen = [schema.type(t).name for t in types] if types is not None else []
    return "|".join(sorted(set(chosen)) or [t.name for t in schema.types])


def present(values: Row) -> dict[str, Any]:
    """`values` without those that are not set."""
    return {name: value for name, value in values.items() if value is not None}


def fact_of(values: Row, schema: Schema = SCHEMA) -> dict[str, Any]:
    """A fact as answers show it, from a map made by `fact_map`: its qualifiers put together."""
    own = {p.name for p in schema.fact_properties}
    fact = {name: values[name] for name in values if name in own}
    fact["disputed"] = bool(fact["disputed"])
    fact["qualifiers"] = present({n: v for n, v in values.items() if n not in own})
    return fact


def kind_of(labels: Iterable[str], schema: Schema = SCHEMA) -> str:
    """The kind that the labels of an entity name."""
    found = set(labels)
    return next(kind.name for kind in schema.kinds if kind.name in found)


def brief(row: Row, schema: Schema = SCHEMA) -> dict[str, Any]:
    """An entity in short: id, kind, name; from columns `id`, `labels`, `name`."""
    return {"id": row["id"], "kind": kind_of(row["labels"], schema), "name": row["name"]}


def _map(variable: str, names: Iterable[str]) -> str:
    return "{" + ", ".join(f"{n}: {variable}.{n}" for n in names) + "}"
