"""The lines of a dump: how they are written, and how they are read and checked.

A dump is UTF-8 text, one JSON object a line with sorted keys and no spaces. The first line says
what follows, then come nodes, then relationships, each in a total order, and the last line has
a checksum over all bytes before it. `docs/moving.md` shows an example of each.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.moving.shapes import Shapes, Types, faults
from graph.schema import Schema

FORMAT = "cybercoop-graph"
FORMAT_VERSION = 1

ENCODER = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
)


class DumpError(Exception):
    """A dump cannot be restored; the message names the file and the line, and what to do."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many nodes there are by the label that finds them, and relationships by type."""

    nodes: Mapping[str, int] = field(default_factory=dict)
    relationships: Mapping[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Nodes and relationships together."""
        return sum(self.nodes.values()) + sum(self.relationships.values())


@dataclass(frozen=True, slots=True)
class Node:
    """A node as it stands in a dump, in which line, and how many bytes that has."""

    id: str
    labels: tuple[str, ...]
    properties: Mapping[str, Any]
    line: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship as it stands in a dump, in which line, and how many bytes that has."""

    type: str
    source: str
    target: str
    properties: Mapping[str, Any]
    line: int = 0
    size: int = 0


def header(counts: Counts, schema: Schema) -> bytes:
    """The first line."""
    return _line(
        {
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            "schema_version": schema.version,
            "nodes": counts.nodes,
            "relationships": counts.relationships,
        }
    )


def node_line(node: Node) -> bytes:
    """The line of a node."""
    return _line({"id": node.id, "labels": sorted(node.labels), "properties": node.properties})


def relationship_line(found: Relationship) -> bytes:
    """The line of a relationship."""
    return _line(
        {
            "type": found.type,
            "source": found.source,
            "target": found.target,
            "properties": found.properties,
        }
    )


def sealed(lines: Iterable[bytes]) -> Iterator[bytes]:
    """`lines` and the last line, which tells a whole dump from one that was cut or changed."""
    digest, written = hashlib.sha256(), 0
    for line in lines:
        digest.update(line)
        written += 1
        yield line
    yield _line({"end": {"lines": written, "sha256": digest.hexdigest()}})


class Reader:
    """The lines of a dump, read once and checked: form, schema, order, counts and checksum."""

    def __init__(self, lines: Iterable[bytes], name: str, schema: Schema) -> None:
        """Read the first line of what is called `name` in messages. Raises `DumpError`."""
        self._lines = iter(lines)
        self._name = name
        self._shapes = Shapes(schema)
        self._digest = hashlib.sha256()
        self._number = self._size = 0
        self._found: Counter[str] = Counter()
        self._last: tuple[Any, ...] = ()
        self.counts = self._header(self._next(), schema)

    def items(self) -> Iterator[Node | Relationship]:
        """Every node, then every relationship. Raises `DumpError` at the first line that is off."""
        while "end" not in (content := self._next()):
            match content:
                case {"id": str(), "labels": list(), "properties": dict()} if len(content) == 3:
                    yield self._node(content)
                case {
                    "type": str(),
                    "source": str(),
                    "target": str(),
                    "properties": dict(),
                } if len(content) == 4:
                    yield self._relationship(content)
                case _:
                    raise self.error("neither a node nor a relationship; see docs/moving.md")
        self._check_end(content)

    def error(self, fault: str, line: int | None = None) -> DumpError:
        """An error at a line, the one just read where none is given."""
        return DumpError(f"{self._name}, line {line or self._number}: {fault}")

    def _next(self) -> dict[str, Any]:
        line = next(self._lines, b"")
        self._number, self._size = self._number + 1, len(line)
        if not line.endswith(b"\n"):
            raise self.error("the dump is cut off here; take a whole one")
        try:
            content = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise self.error(f"not JSON ({error}); take an undamaged dump") from error
        if not isinstance(content, dict):
            raise self.error("not a JSON object; see docs/moving.md")
        if "end" not in content:
            self._digest.update(line)
        return content

    def _header(self, content: dict[str, Any], schema: Schema) -> Counts:
        if content.get("format") != FORMAT:
            raise self.error(
                f"not a dump: its format is not {FORMAT!r}; name a file of that format"
            )
        if content.get("format_version") != FORMAT_VERSION:
            raise self.error(
                f"a dump of format version {content.get('format_version')!r}, and this cybercoop "
                f"reads {FORMAT_VERSION}; restore it with the cybercoop that wrote it"
            )
        if content.get("schema_version") != schema.version:
            raise self.error(
                f"a dump of schema version {content.get('schema_version')!r}, and this cybercoop "
                f"has {schema.version}; restore it with the cybercoop that wrote it, then run "
                "`cybercoop migrate` with this one"
            )
        match content:
            case {"nodes": dict() as nodes, "relationships": dict() as relationships}:
                counted = [*nodes.values(), *relationships.values()]
                if all(type(count) is int for count in counted):
                    return Counts(nodes, relationships)
        raise self.error("it does not say how many nodes and relationships follow")

    def _node(self, content: dict[str, Any]) -> Node:
        labels = content["labels"]
        allowed = (
            self._shapes.of_labels(labels) if all(isinstance(n, str) for n in labels) else None
        )
        label = self._shapes.label_of(labels)
        if allowed is None or label is None:
            raise self.error(f"no node of the schema is labelled {labels}; see docs/schema.md")
        self._check(content["properties"], allowed)
        if "name" not in content["properties"]:
            raise self.error("the node has no name; see docs/schema.md")
        self._check_order((0, label, content["id"]), strictly=True)
        self._found[label] += 1
        return Node(content["id"], tuple(labels), content["properties"], self._number, self._size)

    def _relationship(self, content: dict[str, Any]) -> Relationship:
        type_, properties = content["type"], content["properties"]
        ends = self._shapes.types.get(type_)
        if ends is None:
            raise self.error(f"unknown type of relationship {type_!r}; see docs/schema.md")
        self._check(properties, ends.properties)
        found = Relationship(
            type_, content["source"], content["target"], properties, self._number, self._size
        )
        self._check_order((1, ends.source, *order(found)), strictly=False)
        self._found[type_] += 1
        return found

    def _check(self, properties: Mapping[str, Any], allowed: Types) -> None:
        for fault in faults(properties, allowed):
            raise self.error(f"{fault}; see docs/schema.md")

    def _check_order(self, place: tuple[Any, ...], *, strictly: bool) -> None:
        """Since all lines are in order, one look back finds whatever stands there twice."""
        if place < self._last or (strictly and place == self._last):
            raise self.error("out of order or there twice; take a dump as it was written")
        self._last = place

    def _check_end(self, content: dict[str, Any]) -> None:
        whole = {"lines": self._number - 1, "sha256": self._digest.hexdigest()}
        found = {name: count for name, count in self._found.items() if count}
        if content != {"end": whole} or found != {**self.counts.nodes, **self.counts.relationships}:
            raise self.error("the lines before are not those that were dumped; take a whole dump")
        if next(self._lines, None) is not None:
            self._number += 1
            raise self.error("there is more after the end; take a dump as it was written")


def order(found: Relationship) -> tuple[str, str, str, str]:
    """What relationships are sorted by, beside the label of their source."""
    return (found.source, found.type, found.target, ENCODER.encode(found.properties))


def _line(content: Mapping[str, Any]) -> bytes:
    return ENCODER.encode(content).encode() + b"\n"
