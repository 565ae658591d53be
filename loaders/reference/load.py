"""From a reference dataset to its document and the claims of its rows."""

from __future__ import annotations

from collections.abc import Mapping

from graph.model import Document, Extraction
from loaders.reference.checks import check
from loaders.reference.claims import Claims
from loaders.reference.declare import Dataset
from loaders.reference.entities import Entities
from loaders.reference.records import read_records

SOURCE_PREFIX = "reference/"
"""What the source keys of the documents of datasets begin with."""


def read_dataset(
    dataset: Dataset, text: str, known: Mapping[str, str]
) -> tuple[Document, Extraction]:
    """The document of a dataset whose CSV is `text`, and what its rows say.

    `known` has the entities of the datasets that it stands on: name by id. Raises
    `DatasetError`, and gives nothing of the dataset, where the text does not fit the declaration.
    """
    written, records = read_records(dataset, text)
    check(dataset, records, known)
    document = Document(
        source=f"{SOURCE_PREFIX}{dataset.name}",
        text=written,
        title=dataset.title,
        url=dataset.url,
        publisher=dataset.publisher,
        published=dataset.as_of,
        licence=dataset.licence,
        dataset=True,
    )
    entities, claims = Entities(dataset, document, known), Claims(dataset, document)
    for record in records:
        claims.add(record, entities.add(record))
    return document, Extraction(entities.all(), claims.all())
