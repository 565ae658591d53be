"""Resolving a whole graph: what a machine merges, and what it proposes to people.

Both are judgements by the resolver, `same` and `unsure`. Each run works them out anew from what
the documents and people say, writes what is new and takes back what no longer holds, so a run
after another changes nothing, and the order of loads and runs does not matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from graph.model import Judgement, Verdict
from graph.resolution.decision import Proposal, decide
from graph.resolution.profiles import Profile, profiles
from graph.resolution.reading import Read, read
from graph.schema import Schema
from graph.store.base import Store
from graph.vocabulary import SCHEMA
from graph.writing.judgements import judge_all

AUTHOR = "resolver"
VERSION = "2"


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a run did: judgements of the resolver that stand, came and went."""

    merged: int = 0
    waiting: int = 0
    added: int = 0
    withdrawn: int = 0


def resolve(store: Store, schema: Schema = SCHEMA, *, now: str | None = None) -> Resolved:
    """Merge what is sure and propose what may be; `now` is the time that judgements bear."""
    known = read(store)
    stored = {j.id: j for j in known.judgements if j.by_machine}
    time = now or datetime.now(UTC).isoformat(timespec="seconds")
    wanted = {j.id: j for j in (_judgement(p, time) for p in proposals(known, schema))}
    coming = [j for id_, j in wanted.items() if not _says(stored.get(id_), j)]
    going = sorted(stored.keys() - wanted.keys())
    judge_all(store, coming, going, schema)
    merged = sum(j.verdict == "same" for j in wanted.values())
    return Resolved(merged, len(wanted) - merged, len(coming), len(going))


def proposals(known: Read, schema: Schema = SCHEMA) -> list[Proposal]:
    """What follows from what was read of a graph, whatever a machine judged before."""
    people = [j for j in known.judgements if not j.by_machine]
    return decide(profiles(known, people, schema), people)


def _judgement(proposal: Proposal, time: str) -> Judgement:
    verdict: Verdict = "same" if proposal.merged else "unsure"
    left, right = sorted((_end(proposal.left), _end(proposal.right)))
    reason = "; ".join(proposal.reasons)
    return Judgement(left, right, verdict, f"{AUTHOR} {VERSION}", time, reason, proposal.score)


def _end(profile: Profile) -> str:
    """The id that stands for a profile: one by which documents speak of it."""
    return profile.id if profile.id in profile.locals else min(profile.locals)


def _says(stored: Judgement | None, wanted: Judgement) -> bool:
    """Whether a stored judgement says what is wanted, whenever it was said."""
    return stored is not None and (stored.verdict, stored.reason, stored.score) == (
        wanted.verdict,
        wanted.reason,
        wanted.score,
    )
