"""What nodes and relationships may hold by the schema: labels, types, properties and values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

from graph.rows import ALL_SUFFIX, QUALIFIER_PREFIX, WEIGHTS_SUFFIX
from graph.schema import Property, Qualifier, Schema, ValueType

ENTITY = "Entity"

Types = Mapping[str, ValueType]
"""Properties by name, with the type of their values."""

INVENTED = frozenset({"title", "type"})
"""Names that KGLite shows among the properties of nodes and relationships that lack them."""


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


FITS: Mapping[ValueType, Callable[[Any], bool]] = {
    "string": _is_text,
    "date": _is_text,
    "id": _is_text,
    "strings": _are_texts,
    "ids": _are_texts,
    "integer": lambda value: type(value) is int and abs(value) < 2**63,
    "float": lambda value: type(value) is float and isfinite(value),
    "boolean": lambda value: type(value) is bool,
}


@dataclass(frozen=True, slots=True)
class Ends:
    """The labels by which the ends of a relationship are found, and its properties."""

    source: str
    target: str
    properties: Types


class Shapes:
    """The schema as a check on what is read or written, and the order of a dump.

    `labels` are those by which nodes are found, in the order of a dump. The Graph node is not
    among them, since the first line of a dump stands for it.
    """

    def __init__(self, schema: Schema) -> None:
        self._records = {r.name: _types(r.properties) for r in schema.records if r.name != "Graph"}
        self._records["Claim"] |= _types(schema.qualifiers.values(), prefix=QUALIFIER_PREFIX)
        self._kinds = {k.name: _types(k.properties, every=True) for k in schema.kinds}
        self._sub_labels = {k.name: frozenset(k.sub_labels) for k in schema.kinds}
        self.labels = sorted((ENTITY, *self._records))
        facts = _types(schema.fact_properties)
        facts |= {
            f"{name}{WEIGHTS_SUFFIX}": "string"
            for name, q in schema.qualifiers.items()
            if q.weighed
        }
        self.types = {
            type_.name: Ends(ENTITY, ENTITY, facts | _types(type_.qualifiers, every=True))
            for type_ in schema.types
        } | {
            link.name: Ends(link.source, link.target, _types(link.properties))
            for link in schema.links
        }

    def sources(self) -> list[str]:
        """Those of `labels` from whose nodes relationships lead, in the order of a dump."""
        leading = {ends.source for ends in self.types.values()}
        return [label for label in self.labels if label in leading]

    def label_of(self, labels: Iterable[str]) -> str | None:
        """The one of `labels` by which their node is found; None where there is no such one."""
        found = [label for label in labels if label in self.labels]
        return found[0] if len(found) == 1 else None

    def joined(self, labels: Iterable[str]) -> str:
        """Labels as a statement has them, the one that finds the node first, as KGLite needs it."""
        return ":".join(sorted(labels, key=lambda label: (label not in self.labels, label)))

    def own(self, properties: Mapping[str, Any], allowed: Types) -> dict[str, Any]:
        """Properties without the names that a store only shows."""
        return {k: v for k, v in properties.items() if k in allowed or k not in INVENTED}

    def of_labels(self, labels: Iterable[str]) -> Types | None:
        """What a node of these labels may hold beside its id; None where no node has them."""
        given = set(labels)
        if ENTITY not in given:
            return self._records.get(given.pop()) if len(given) == 1 else None
        kinds = given & self._kinds.keys()
        if len(kinds) != 1:
            return None
        kind = kinds.pop()
        subs = given - {ENTITY, kind}
        fits = subs <= self._sub_labels[kind] and len(subs) <= 1
        return self._kinds[kind] if fits else None


def faults(properties: Mapping[str, Any], allowed: Types) -> Iterator[str]:
    """What is wrong with properties, in words."""
    for name, value in properties.items():
        if name not in allowed:
            yield f"unknown property {name!r}"
        elif not FITS[allowed[name]](value):
            yield f"{name} is {value!r}, which is no {allowed[name]}"


def _types(
    declared: Iterable[Property | Qualifier], *, prefix: str = "", every: bool = False
) -> dict[str, ValueType]:
    """Types by name; with `every`, of the lists too that hold every value where claims differ."""
    types = {}
    for item in declared:
        types[f"{prefix}{item.name}"] = item.type
        if every:
            types[f"{item.name}{ALL_SUFFIX}"] = "strings"
    return types
