"""All reference datasets, read once."""

from __future__ import annotations

import pytest

from loaders.reference import datasets, load_dataset
from tests.loaders.reference.told import Loaded


@pytest.fixture(scope="package")
def loaded() -> Loaded:
    return {dataset.name: load_dataset(dataset) for dataset in datasets()}
