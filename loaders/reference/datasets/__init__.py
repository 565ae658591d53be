"""The reference datasets, in the order in which they are loaded."""

from __future__ import annotations

from loaders.reference.datasets.agencies import AGENCIES, CSIRTS
from loaders.reference.datasets.agreements import AGREEMENTS
from loaders.reference.datasets.editions import NAIIS_EDITIONS
from loaders.reference.datasets.laws import LAWS
from loaders.reference.datasets.memberships import MEMBERSHIPS
from loaders.reference.datasets.organisations import INTERGOVERNMENTAL, ORGANISATIONS
from loaders.reference.datasets.places import COUNTRIES, TOPICS
from loaders.reference.datasets.treaties import TREATIES

DATASETS = (
    COUNTRIES,
    TOPICS,
    ORGANISATIONS,
    INTERGOVERNMENTAL,
    AGREEMENTS,
    *TREATIES,
    *MEMBERSHIPS,
    AGENCIES,
    CSIRTS,
    LAWS,
    NAIIS_EDITIONS,
)
"""Each stands after those that it refers to."""
