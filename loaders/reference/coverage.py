"""Which states have a body of each sort in the reference facts, and which have none yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from graph.model import Claim
from loaders.reference import datasets, load_dataset

SORTS = ("Police", "Prosecution", "Ministry", "Regulator", "Csirt")
"""Sub-labels of agencies that every state is looked for in."""

LOOKED_THROUGH = ("Africa", "Europe")
"""Continents of which the states without a body are listed."""

HEAD = """\
## Bodies by continent

So many states, of those that are members or observers of the United Nations, have a body of the
sort in [agencies](#agencies) or [csirts](#csirts).

"""

Bodies = Mapping[str, set[str]]
"""By sort of body: the ids of the countries that have one."""


def coverage_section() -> str:
    """How many states of each continent have which bodies, and who has none, in Markdown."""
    return HEAD + "".join(f"{line}\n" for line in (*_counted(), "", *_missing()))


def _counted() -> Iterator[str]:
    bodies = _bodies()
    yield f"| Continent | {' | '.join(SORTS)} |"
    yield "|---" * (len(SORTS) + 1) + "|"
    for continent, states in sorted(_states().items()):
        cells = (f"{len(bodies[sort] & states)} of {len(states)}" for sort in SORTS)
        yield f"| {continent} | {' | '.join(cells)} |"


def _missing() -> Iterator[str]:
    bodies, states = _bodies(), _states()
    yield "No source was found yet for these:"
    yield ""
    for continent in LOOKED_THROUGH:
        for sort in SORTS:
            names = sorted(_country_names()[id] for id in states[continent] - bodies[sort])
            yield f"- {sort} in {continent}: {', '.join(names) or 'none'}."


def _bodies() -> Bodies:
    found: dict[str, set[str]] = defaultdict(set)
    for name in ("agencies", "csirts"):
        said = {(c.subject, c.predicate): str(c.value) for c in _claims(name) if c.value}
        for (subject, predicate), sort in said.items():
            if predicate == "sub":
                found[sort].add(said[subject, "country"])
    return found


def _states() -> Mapping[str, set[str]]:
    """The ids of states by continent."""
    members = {c.subject for c in _claims("memberships_factbook") if c.object == "org:un"}
    found: dict[str, set[str]] = defaultdict(set)
    for claim in _claims("countries"):
        if claim.predicate == "region" and claim.subject in members:
            found[str(claim.value)].add(claim.subject)
    return found


def _country_names() -> Mapping[str, str]:
    return {c.subject: str(c.value) for c in _claims("countries") if c.predicate == "name"}


@cache
def _claims(name: str) -> tuple[Claim, ...]:
    (dataset,) = (dataset for dataset in datasets() if dataset.name == name)
    return load_dataset(dataset)[1].claims
