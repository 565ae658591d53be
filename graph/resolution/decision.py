"""From scores to what is merged and what waits, held against what people have judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.identity import Forest
from graph.model import Judgement
from graph.resolution.blocking import pairs
from graph.resolution.comparison import ROUNDS, are_two, compare
from graph.resolution.evidence import Evidence
from graph.resolution.profiles import Profile, Profiles
from graph.resolution.scores import ACCEPTED, PROPOSED

JUDGED = "somebody has judged that they are not the same"
ONE_DOCUMENT = "one document speaks of both as of two"
REFERENCE = "the reference facts have both"

EITHER = "may as well be"

DOUBTED = 0.85
"""The score of what a machine would merge, were there no other that it may be."""

DOUBTS = frozenset({ONE_DOCUMENT})
"""What keeps a machine from merging and may yet be wrong: a person is asked."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two entities that may be one; `merged` where that is sure enough for a machine."""

    left: Profile
    right: Profile
    score: float
    reasons: tuple[str, ...]
    merged: bool = False


@dataclass(slots=True)
class _Clusters:
    """What has been merged: for each root its documents, countries, and whom it may not meet."""

    forest: Forest = field(default_factory=Forest)
    members: dict[str, list[Profile]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    never: set[frozenset[str]] = field(default_factory=set)

    def of(self, profile: Profile) -> list[Profile]:
        return self.members.get(self.forest.root(profile.id), [profile])

    def one(self, left: Profile, right: Profile) -> bool:
        """Whether two profiles are in one cluster."""
        return self.forest.root(left.id) == self.forest.root(right.id)

    def against(self, left: Profile, right: Profile) -> str | None:
        """None where two clusters may be one, else why not."""
        ours, theirs = self.of(left), self.of(right)
        if any(frozenset((a.id, b.id)) in self.never for a in ours for b in theirs):
            return JUDGED
        if {d for p in ours for d in p.documents} & {d for p in theirs for d in p.documents}:
            return ONE_DOCUMENT
        if any(p.reference for p in ours) and any(p.reference for p in theirs):
            return REFERENCE
        return None

    def join(self, left: Profile, right: Profile) -> None:
        """Make one cluster of two, called by what the reference facts have, else the first id."""
        members = self.of(left) + self.of(right)
        self.forest.join(left.id, right.id)
        name = min(members, key=lambda p: (not p.reference, p.id)).id
        self.names[self.forest.root(left.id)] = name
        self.members[self.forest.root(left.id)] = members

    def name(self, id_: str) -> str:
        """What the cluster of an id is called."""
        root = self.forest.root(id_)
        return self.names.get(root, root)


def decide(profiles: Profiles, judgements: Iterable[Judgement]) -> list[Proposal]:
    """What to merge and what to propose; the best first, and nothing that people have settled.

    A pure function: the same for the same profiles and judgements, in whatever order they come.
    """
    clusters = _Clusters()
    settled: set[frozenset[str]] = set()
    for judgement in judgements:
        ends = [profiles.of.get(end, end) for end in (judgement.left, judgement.right)]
        settled.add(frozenset(ends))
        if judgement.verdict == "not same":
            clusters.never.add(frozenset(ends))
    merged: list[Proposal] = []
    waiting: list[Proposal] = []
    for kinds in ROUNDS:
        known = Evidence(profiles, clusters.name)
        for kind in kinds:
            scored = _scored(profiles.by_kind.get(kind, []), known, settled)
            for proposal in _told_apart(scored, known):
                (merged if _joined(proposal, clusters) else waiting).append(proposal)
    found = [replace(proposal, merged=True) for proposal in merged]
    return sorted([*found, *_open(waiting, clusters)], key=_place)


def _scored(
    profiles: Sequence[Profile], known: Evidence, settled: set[frozenset[str]]
) -> list[Proposal]:
    """Pairs that may be one entity, the best first."""
    found = []
    for left, right in pairs(profiles, known):
        if left.documents & right.documents or frozenset((left.id, right.id)) in settled:
            continue
        told = compare(known, left, right)
        if told.score >= PROPOSED:
            found.append(Proposal(left, right, round(told.score, 3), told.reasons))
    return sorted(found, key=_place)


def _told_apart(scored: Iterable[Proposal], known: Evidence) -> Iterator[Proposal]:
    """Proposals, those in doubt where one of the two may as well be a third that is not the other.

    Which of two reference facts is meant, or which of two dated agreements, no machine decides.
    """
    scored = list(scored)
    partners: dict[str, list[Profile]] = defaultdict(list)
    for proposal in scored:
        if proposal.score >= ACCEPTED:
            partners[proposal.left.id].append(proposal.right)
            partners[proposal.right.id].append(proposal.left)
    for proposal in scored:
        ends = ((proposal.left, proposal.right), (proposal.right, proposal.left))
        rivals = sorted(
            rival.id
            for one, other in ends
            for rival in partners[one.id]
            if rival is not other and are_two(known, rival, other)
        )
        if proposal.score >= ACCEPTED and rivals:
            reasons = (*proposal.reasons, f"{EITHER} {rivals[0]}")
            proposal = Proposal(proposal.left, proposal.right, DOUBTED, reasons)
        yield proposal


def _joined(proposal: Proposal, clusters: _Clusters) -> bool:
    """Merge what a proposal is on where it is sure and nothing is against it."""
    left, right = proposal.left, proposal.right
    if proposal.score < ACCEPTED or clusters.one(left, right) or clusters.against(left, right):
        return False
    clusters.join(left, right)
    return True


def _open(waiting: Iterable[Proposal], clusters: _Clusters) -> list[Proposal]:
    """What a person is asked about once all is merged: the best of each pair of clusters."""
    found: dict[frozenset[str], Proposal] = {}
    for proposal in sorted(waiting, key=_place):
        left, right = proposal.left, proposal.right
        against = clusters.against(left, right)
        if clusters.one(left, right):
            continue
        if against is None or (against in DOUBTS and proposal.score >= ACCEPTED):
            reasons = (*proposal.reasons, *((against,) if against else ()))
            pair = frozenset(clusters.forest.root(p.id) for p in (left, right))
            found.setdefault(pair, replace(proposal, reasons=reasons))
    return list(found.values())


def _place(proposal: Proposal) -> tuple[float, str, str]:
    return (-proposal.score, proposal.left.id, proposal.right.id)
