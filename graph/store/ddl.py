"""Constraints and indexes of both stores, from the schema."""

from __future__ import annotations

from collections.abc import Iterator

from graph.schema import Schema


def statements(schema: Schema) -> Iterator[str]:
    """One statement each for uniqueness of ids and for every indexed property.

    Uniqueness is declared on `Entity`, not on each kind: an id is unique over all kinds.
    """
    for label in ("Entity", *(record.name for record in schema.records)):
        yield (
            f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS "
            f"FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        )
    indexed = {p.name for kind in schema.kinds for p in kind.properties if p.indexed}
    for name in sorted(indexed):
        yield _index("Entity", name)
    for record in schema.records:
        for declared in record.properties:
            if declared.indexed:
                yield _index(record.name, declared.name)
    for type_ in schema.types:
        name = f"{type_.name.lower()}_id"
        yield f"CREATE INDEX {name} IF NOT EXISTS FOR ()-[r:{type_.name}]-() ON (r.id)"


def _index(label: str, name: str) -> str:
    return f"CREATE INDEX {label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"
