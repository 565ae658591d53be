"""Reference facts: curated tables, each row with its source, read as claims like any document.

A dataset is a CSV file beside this module and a declaration in `datasets/`.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

from graph.model import Document, Extraction
from loaders.reference.datasets import DATASETS
from loaders.reference.declare import Dataset, DatasetError
from loaders.reference.load import SOURCE_PREFIX, read_dataset

__all__ = ["SOURCE_PREFIX", "Dataset", "DatasetError", "datasets", "load_dataset"]


def datasets() -> tuple[Dataset, ...]:
    """Every dataset, each after those that it stands on."""
    return DATASETS


def load_dataset(
    dataset: Dataset, text: str | None = None, folder: Path | None = None
) -> tuple[Document, Extraction]:
    """The document of a dataset and what its rows say.

    `text` is read in place of its CSV file; `folder` is where the CSV files are, in place of
    those that come with the package. Raises `DatasetError` where the dataset, or one that it
    stands on, does not fit its declaration or is not there.
    """
    known: dict[str, str] = {}
    for name in dataset.stands_on:
        known |= _names(name, folder) if folder else _packaged_names(name)
    return read_dataset(dataset, _text(dataset.name, folder) if text is None else text, known)


def _names(name: str, folder: Path | None) -> dict[str, str]:
    """Names, by id, of the entities that a dataset speaks of."""
    dataset = next(dataset for dataset in DATASETS if dataset.name == name)
    _, extraction = load_dataset(dataset, folder=folder)
    return {entity.id: entity.name for entity in extraction.entities}


@cache
def _packaged_names(name: str) -> dict[str, str]:
    return _names(name, None)


def _text(name: str, folder: Path | None) -> str:
    file = (folder or resources.files(__name__)) / f"{name}.csv"
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DatasetError(name, f"cannot be read: {error}") from error
