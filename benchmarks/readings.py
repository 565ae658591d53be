"""Generated documents with what is read in them, ready to be written."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.documents import record
from graph.model import Document
from graph.writing import Reading
from loaders.reading import read_document, version_of

EXTRACTOR = "rules"


def reading(number: int, *, edition: int = 0) -> Reading:
    """Document `number`, or another edition of it, as `cybercoop load` reads it."""
    fields = record(number, edition=edition)
    document = Document(
        source=fields["url"],
        text=fields["text"],
        title=fields["title"],
        url=fields["url"],
        publisher=fields["publisher"],
        language=fields["language"],
        published=fields["published"],
    )
    extraction, _ = read_document(document, EXTRACTOR)
    return Reading(document, extraction, version_of(EXTRACTOR))


def batches(numbers: Iterable[int], size: int) -> list[list[Reading]]:
    """Readings of documents, as many as `size` at a time."""
    made = [reading(number) for number in numbers]
    return [made[i : i + size] for i in range(0, len(made), size)]
