"""The graph style sheet (GraSS) of Neo4j Browser, from the schema.

Browser reads no comments in it, and no colon or semicolon in a value. Later rules win over
earlier ones, and a label without a rule is given a colour of its own, so every label has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.schema import RelationshipType, Schema
from graph.vocabulary import SCHEMA

ORDINARY = 60
DIAMETERS: Mapping[str, int] = {"Country": 80, "Person": 50, "Topic": 40}
"""Of circles, in pixels, where a kind is not of `ORDINARY` size."""
RECORD, BOOKKEEPING = 26, 10
UNSEEN = frozenset({"Graph", "Identifier"})
"""Records that the store keeps for itself."""

THIN, THICK = 1, 3
LINK_COLOUR, STRUCTURE_COLOUR = "#d0d4da", "#a5abb6"
COLOURS: Mapping[str, str] = {
    "COOPERATES_WITH": "#d64550",
    "ASSISTS": "#d64550",
    "SEEKS_COOPERATION_WITH": "#e0a030",
}
"""Of what two sides do or want; other types have the colour of what they lead to."""
DEEDS = frozenset({"COOPERATES_WITH", "ASSISTS", "PARTY_TO"})
"""Types that say that two sides work together; their lines are thick."""
DARK, LIGHT = "#2a2c34", "#ffffff"

Rule = tuple[str, Mapping[str, str]]


def style(schema: Schema = SCHEMA) -> str:
    """The style sheet: kinds by colour and size, records small, relationships by sort."""
    return "".join(
        f"{selector} {{\n" + "".join(f"  {k}: {v};\n" for k, v in properties.items()) + "}\n"
        for selector, properties in _rules(schema)
    )


def _rules(schema: Schema) -> Iterator[Rule]:
    yield "node", _node("#a5abb6", ORDINARY)
    yield "relationship", _relationship(LINK_COLOUR, THIN)
    yield "node.Entity", _node("#a5abb6", ORDINARY)
    for kind in schema.kinds:
        look = _node(kind.colour, DIAMETERS.get(kind.name, ORDINARY))
        for label in (kind.name, *kind.sub_labels):
            yield f"node.{label}", look
    for record in schema.records:
        unseen = record.name in UNSEEN
        look = _node(record.colour, BOOKKEEPING if unseen else RECORD, "" if unseen else "{name}")
        yield f"node.{record.name}", look
    for type_ in schema.types:
        width = THICK if type_.name in DEEDS else THIN
        caption = f"{type_.name}{_detail(type_)}"
        yield f"relationship.{type_.name}", _relationship(_colour(type_, schema), width, caption)
    for link in schema.links:
        yield f"relationship.{link.name}", _relationship(LINK_COLOUR, THIN)


def _node(colour: str, diameter: int, caption: str = "{name}") -> Mapping[str, str]:
    return {
        "diameter": f"{diameter}px",
        "color": colour,
        "border-color": _shade(colour),
        "border-width": "2px",
        "text-color-internal": _readable_on(colour),
        "font-size": "10px" if diameter >= ORDINARY else "8px",
        "caption": f'"{caption}"',
    }


def _relationship(colour: str, width: int, caption: str = "<type>") -> Mapping[str, str]:
    return {
        "color": colour,
        "shaft-width": f"{width}px",
        "font-size": "8px",
        "padding": "3px",
        "text-color-external": DARK,
        "text-color-internal": _readable_on(colour),
        "caption": f'"{caption}"',
    }


def _colour(type_: RelationshipType, schema: Schema) -> str:
    """That of its sort; a type that may lead to a country only says what belongs where."""
    to = type_.objects[0]
    leads_to = STRUCTURE_COLOUR if to == "Country" else schema.kind(to).colour
    return COLOURS.get(type_.name, leads_to)


def _detail(type_: RelationshipType) -> str:
    """The qualifier that a caption has room for: one of few words."""
    return next((f" {{{q.name}}}" for q in type_.qualifiers if q.values), "")


def _shade(colour: str) -> str:
    return "#" + "".join(f"{int(part * 0.8):02x}" for part in _parts(colour))


def _readable_on(colour: str) -> str:
    """The colour of letters on another, by how bright the eye sees that (0 to 255)."""
    red, green, blue = _parts(colour)
    return DARK if 0.299 * red + 0.587 * green + 0.114 * blue > 140 else LIGHT


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
