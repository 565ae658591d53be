"""Feed the default extractor with whatever breaks it: `make fuzz`, or `python -m tools.fuzz`.

    python -m tools.fuzz -max_total_time=600 .cache/fuzz

Bytes that reach new code are kept in the folder, and those that fail in `crash-*`, which a further
run takes as its argument. The texts are made of phrases of the lexicons and of any characters, so
that rules are reached. Needs `pip install 'cybercoop[fuzz]'`; options are those of libFuzzer.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["loaders.extract", "loaders.text", "loaders.lexicon"]):
    from loaders.extract.registry import extractor
    from loaders.extract.validate import validate
    from loaders.lexicon.coverage import phrases_of

from graph.model import Document
from loaders.sources.base import SourceError
from loaders.sources.html import parse
from loaders.text.language import LANGUAGES

PIECES = 60
"""Phrases in one text at most."""

ANY = 12
"""Characters that no lexicon has, in a row at most."""

GAPS = (" ", " ", " ", " ", ", ", ". ", "\n", "", "-", " (", ") ", "'s ")

RULES = extractor()


def phrases(language: str) -> list[str]:
    """Phrases of a lexicon as they may stand in a text, with a capital and without."""
    bare = [p.replace("*", "") for listed in phrases_of(language).values() for p in listed]
    return [*bare, *(phrase.title() for phrase in bare)]


PHRASES = {language: phrases(language) for language in LANGUAGES}


def once(data: bytes) -> None:
    """Read one text, as it is or as a page; whatever is raised ends the run."""
    given = atheris.FuzzedDataProvider(data)
    language = given.PickValueInList(list(LANGUAGES))
    text = "".join(
        (
            given.PickValueInList(PHRASES[language])
            if given.ConsumeIntInRange(0, 3)
            else given.ConsumeUnicodeNoSurrogates(ANY)
        )
        + given.PickValueInList(list(GAPS))
        for _ in range(given.ConsumeIntInRange(1, PIECES))
    )
    if given.ConsumeBool():
        try:
            text = parse(f"<html><body><p>{text}</p></body></html>".encode()).text
        except SourceError:
            return
    document = Document("any", text, language=language, published="2024-05-05")
    checked = validate(document, RULES.extract(document))
    if checked.dropped:
        raise AssertionError(f"unsound: {checked.dropped} in {text!r}")


def main() -> None:
    """Run until stopped, or as long as the options say."""
    atheris.Setup(sys.argv, once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
