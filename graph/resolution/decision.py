"""From scores to what is merged and what waits, held against what people have judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.identity import Forest
from graph.model import Judgement
from graph.resolution.blocking import pairs
from graph.resolution.comparison import ACCEPTED, PROPOSED, ROUNDS, Comparer
from graph.resolution.profiles import Profile, Profiles

JUDGED = "somebody has judged that they are not the same"
ONE_DOCUMENT = "one document speaks of both as of two"
REFERENCE = "the reference facts have both"

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
    never: set[frozenset[str]] = field(default_factory=set)

    def of(self, profile: Profile) -> list[Profile]:
        return self.members.get(self.forest.root(profile.id), [profile])

    def may_join(self, left: Profile, right: Profile) -> str | None:
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
        ours, theirs = self.of(left), self.of(right)
        self.forest.join(left.id, right.id)
        self.members[self.forest.root(left.id)] = ours + theirs


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
    found: list[Proposal] = []
    for kinds in ROUNDS:
        comparer = Comparer(profiles, clusters.forest.root)
        for kind in kinds:
            found += _decided(profiles.by_kind.get(kind, []), comparer, clusters, settled)
    return sorted(found, key=lambda p: (-p.score, p.left.id, p.right.id))


def _decided(
    profiles: Sequence[Profile],
    comparer: Comparer,
    clusters: _Clusters,
    settled: set[frozenset[str]],
) -> list[Proposal]:
    scored = []
    for left, right in pairs(profiles, comparer):
        if left.documents & right.documents or frozenset((left.id, right.id)) in settled:
            continue
        known = comparer.compare(left, right)
        if known.score >= PROPOSED:
            scored.append(Proposal(left, right, round(known.score, 3), known.reasons))
    found = []
    waiting: dict[frozenset[str], Proposal] = {}
    for proposal in sorted(scored, key=lambda p: (-p.score, p.left.id, p.right.id)):
        left, right = proposal.left, proposal.right
        if clusters.forest.root(left.id) == clusters.forest.root(right.id):
            continue
        against = clusters.may_join(left, right)
        if against is None and proposal.score >= ACCEPTED:
            clusters.join(left, right)
            found.append(Proposal(left, right, proposal.score, proposal.reasons, merged=True))
        elif against is None or (against in DOUBTS and proposal.score >= ACCEPTED):
            roots = frozenset(clusters.forest.root(p.id) for p in (left, right))
            reasons = (*proposal.reasons, *((against,) if against else ()))
            waiting.setdefault(roots, Proposal(left, right, proposal.score, reasons))
    return [*found, *waiting.values()]
