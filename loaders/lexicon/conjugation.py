"""Forms of regular verbs, so that a lexicon names a verb once: `apoyar~`, `apoyar+`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.lexicon.schema import Conjugation, Lexicon

DONE, DUE = "~", "+"
"""After a verb: its forms for what is or was done; those for what may be done, or is to be."""


def forms(phrase: str, lexicon: Lexicon) -> Iterator[tuple[str, bool]]:
    """What a phrase stands for, and whether each is a future; itself, unless its first word is
    marked. A verb that ends like none of the language's conjugations stands for itself too."""
    verb, _, rest = phrase.partition(" ")
    mark = verb[-1]
    if mark not in (DONE, DUE) or len(verb) < 3:
        yield phrase, False
        return
    verb, rest = verb[:-1], f" {rest}" if rest else ""
    found = _conjugation(verb, lexicon)
    if found is None:
        yield verb + rest, False
        return
    stem, table = found
    for ending in table.future:
        yield f"{stem}{ending}{rest}", True
    for ending in table.due if mark == DUE else (*table.done, *table.participle):
        yield f"{stem}{ending}{rest}", False
    if mark == DONE:
        for auxiliary in lexicon.auxiliaries:
            yield f"{auxiliary} {stem}{table.participle[0]}{rest}", False


def _conjugation(verb: str, lexicon: Lexicon) -> tuple[str, Conjugation] | None:
    """The stem of a verb, and how it goes on."""
    for ending, table in lexicon.conjugations.items():
        if verb.endswith(ending):
            return verb.removesuffix(ending), table
    return None
