"""`cybercoop languages`: what the rules know of each language, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.common import JsonOption

if TYPE_CHECKING:
    from loaders.lexicon.coverage import Field

COUNTED = ("verbs", "words", "titles", "bodies", "agreements", "events", "topics", "demonyms")


def languages(
    code: Annotated[
        str | None, typer.Argument(help="ISO 639 code: show every field of that lexicon.")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Check the lexicons: how many phrases each has, and what in them is empty.

    `missing` is what most other languages fill in and this one does not; `copied` is what still
    has the English phrases. docs/languages.md says how to add a language.
    """
    from dataclasses import asdict

    from app.cli.output import print_json, print_note, print_table
    from loaders.lexicon.coverage import coverage, outside
    from loaders.lexicon.schema import available

    found = {language: coverage(language) for language in ([code] if code else available())}
    rows = [asdict(field) for field in found[code]] if code else list(map(_summary, found.items()))
    if json:
        print_json(rows)
    else:
        print_table(list(rows[0]), rows)
    for language in found:
        for lacking in outside(language):
            print_note(f"{language}: {lacking}")


def _summary(found: tuple[str, list[Field]]) -> dict[str, Any]:
    """A language in one row."""
    language, fields = found
    return {
        "language": language,
        "phrases": sum(field.phrases for field in fields),
        **{field.name: field.phrases for field in fields if field.name in COUNTED},
        "missing": sum(len(field.missing) for field in fields),
        "copied": sum(len(field.copied) for field in fields),
    }
