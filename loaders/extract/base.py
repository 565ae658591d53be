"""The protocol that every extractor follows."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol, runtime_checkable

from graph.model import Document, Extraction


@runtime_checkable
class Extractor(Protocol):
    """Reads a document.

    Extractors are registered under the entry point group `cybercoop.extractors`. What one
    returns is checked by `loaders.extract.validate` before it goes any further: offsets that
    do not give the quote, and statements that the schema does not allow, are dropped and counted.
    """

    @property
    def name(self) -> str:
        """A short name, unique among extractors."""

    @property
    def version(self) -> str:
        """Changes whenever the extractor may read a text otherwise than before."""

    @property
    def languages(self) -> Collection[str]:
        """ISO 639 codes of the languages that it reads."""

    def extract(self, document: Document) -> Extraction:
        """Entities with their mentions, and claims, of `document`; never raises for a text."""
