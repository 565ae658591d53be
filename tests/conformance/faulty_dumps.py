"""Ways in which a dump of the small graph may be spoilt, and what is said of each."""

from __future__ import annotations

from collections.abc import Callable

from graph.moving.lines import sealed


def _swapped(lines: list[bytes], old: bytes, new: bytes, line: int) -> list[bytes]:
    assert old in lines[line - 1]
    return [*lines[: line - 1], lines[line - 1].replace(old, new), *lines[line:]]


FAULTS: dict[str, tuple[Callable[[list[bytes]], list[bytes]], str]] = {
    "nothing": (lambda lines: [], "line 1: the dump is cut off here; take a whole one"),
    "another file": (lambda lines: [b"[1]\n"], "line 1: not a JSON object; see docs/moving.md"),
    "another format": (
        lambda lines: [b'{"a":1}\n'],
        "line 1: not a dump: its format is not 'cybercoop-graph'; name a file of that format",
    ),
    "format version": (
        lambda lines: _swapped(lines, b'"format_version":1', b'"format_version":9', 1),
        "line 1: a dump of format version 9, and this cybercoop reads 1; restore it with the "
        "cybercoop that wrote it",
    ),
    "schema version": (
        lambda lines: _swapped(lines, b'"schema_version":2', b'"schema_version":1', 1),
        "line 1: a dump of schema version 1, and this cybercoop has 2; restore it with the "
        "cybercoop that wrote it, then run `cybercoop migrate` with this one",
    ),
    "no end": (
        lambda lines: lines[:-1],
        "line 489: the dump is cut off here; take a whole one",
    ),
    "half a line": (
        lambda lines: [*lines[:40], lines[40][:50]],
        "line 41: the dump is cut off here; take a whole one",
    ),
    "bad JSON": (
        lambda lines: [*lines[:40], b'{"id":\n', *lines[41:]],
        "line 41: not JSON (Expecting value: line 2 column 1 (char 7)); take an undamaged dump",
    ),
    "a line of something else": (
        lambda lines: [*lines[:40], b'{"id":1}\n', *lines[41:]],
        "line 41: neither a node nor a relationship; see docs/moving.md",
    ),
    "a label": (
        lambda lines: _swapped(lines, b'["Claim"]', b'["Clam"]', 2),
        "line 2: no node of the schema is labelled ['Clam']; see docs/schema.md",
    ),
    "labels that do not go together": (
        lambda lines: _swapped(lines, b'["Agency","Entity"]', b'["Agency","Entity","Law"]', 109),
        "line 109: no node of the schema is labelled ['Agency', 'Entity', 'Law']; "
        "see docs/schema.md",
    ),
    "a type": (
        lambda lines: _swapped(lines, b'"FROM"', b'"OF"', 161),
        "line 161: unknown type of relationship 'OF'; see docs/schema.md",
    ),
    "a property": (
        lambda lines: _swapped(lines, b'"quote":', b'"quotes":', 2),
        "line 2: unknown property 'quotes'; see docs/schema.md",
    ),
    "a value": (
        lambda lines: _swapped(lines, b'"char_start":', b'"char_start":1.5,"char_end":', 2),
        "line 2: char_start is 1.5, which is no integer; see docs/schema.md",
    ),
    "twice": (
        lambda lines: [*lines[:2], *lines[1:]],
        "line 3: out of order or there twice; take a dump as it was written",
    ),
    "a line lost": (
        lambda lines: [*lines[:-3], *lines[-2:]],
        "line 488: the lines before are not those that were dumped; take a whole dump",
    ),
    "an end that nothing has": (
        lambda lines: list(
            sealed(_swapped(lines[:-1], b'"source":"claim:', b'"source":"claim:0', 161))
        ),
        "line 161: no Claim of the dump has the id 'claim:00647d0caf451215a'; take a dump as it "
        "was written",
    ),
    "a word changed": (
        lambda lines: _swapped(lines, b"train prosecutors", b"train policemen!!", 104),
        "line 489: the lines before are not those that were dumped; take a whole dump",
    ),
    "more after the end": (
        lambda lines: [*lines, b"{}\n"],
        "line 490: there is more after the end; take a dump as it was written",
    ),
}
