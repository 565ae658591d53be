"""Which entity that was read is which annotated one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from graph.model import Entity
from loaders.evaluation.annotated import GoldEntity, View

SHARED = 0.75
"""Part of the words of two names, taken together, that they share at least to be alike."""

FIXED = 2.0
"""What a country or topic weighs that is the same: more than any name."""


def pairs(gold: Sequence[GoldEntity], read: Sequence[Entity], view: View) -> dict[str, str]:
    """Keys of annotated entities by ids of those that were read: each once, the best pair first.

    Two are the same when their kinds are and, for countries and topics, their ids; for all others
    the more of their names are alike the better.
    """
    names = {entity.id: _names(entity.name, (m.text for m in entity.mentions)) for entity in read}
    weighed = []
    for wanted in gold:
        wanted_names = _names(wanted.name, wanted.mentions)
        for entity in read:
            if view.kind(entity.kind) == view.kind(wanted.type):
                weight = _weight(wanted, wanted_names, entity, names[entity.id])
                if weight > 0:
                    weighed.append((-weight, wanted.key, entity.id))
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, key, id_ in sorted(weighed):
        if key not in taken and id_ not in found:
            found[id_] = key
            taken.add(key)
    return found


def _weight(wanted: GoldEntity, wanted_names: set[str], entity: Entity, names: set[str]) -> float:
    if wanted.type == "Country":
        return FIXED * (entity.id == wanted.id)
    if wanted.type == "Topic":
        return FIXED * (entity.id == f"topic:{wanted.name}")
    return sum(max((_alike(a, b) for b in wanted_names), default=0.0) for a in names)


def _names(name: str, mentions: Iterable[str]) -> set[str]:
    return {bare for said in (name, *mentions) if (bare := bare_words(said))}


def bare_words(text: str) -> str:
    """A text without case, accents and punctuation."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(c for c in folded if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", letters).strip()


def _alike(one: str, other: str) -> float:
    """1 for the same name, the part of words in common for two nearly the same, else 0."""
    if one == other:
        return 1.0
    these, those = set(one.split()), set(other.split())
    if len(these) < 2 or len(those) < 2:
        return 0.0
    shared = len(these & those) / len(these | those)
    return shared if shared >= SHARED else 0.0
