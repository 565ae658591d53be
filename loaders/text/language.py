"""Which of our languages a text is in."""

from __future__ import annotations

from functools import cache
from typing import Any

LANGUAGES = ("en", "sw", "fr", "pt", "es", "ar", "ru")
"""ISO 639 codes of the languages that are told apart."""

SAMPLE = 20_000
"""Characters that are looked at: more make no difference."""


def detect(text: str, default: str = "en") -> str:
    """The ISO 639 code of the language of `text`, one of `LANGUAGES`.

    A text without a letter is in the `default` language.
    """
    sample = text[:SAMPLE]
    if not any(c.isalpha() for c in sample):
        return default
    return str(_identifier().classify(sample)[0])


@cache
def _identifier() -> Any:
    # Imported here: it takes a third of a second, which texts of known language need not wait.
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

    identifier = LanguageIdentifier.from_model_file("data/model.npz.xz")
    identifier.set_languages(list(LANGUAGES))
    return identifier
