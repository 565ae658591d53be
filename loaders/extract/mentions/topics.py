"""Subjects of cooperation, by the words of the lexicon."""

from __future__ import annotations

from collections import Counter

from loaders.extract.reading import Draft, Reading, Sentence, Spot
from loaders.lexicon.pack import topic_names
from loaders.lexicon.phrases import Hit

NAMES = ("Agency", "Organization", "Person")

MOST = 6
"""Topics beyond which a document speaks of none in particular: the most frequent are kept."""


def find_topics(reading: Reading) -> None:
    """The topics that the text speaks of where it tells of agreements, events or cooperation."""
    counts: Counter[str] = Counter()
    sentences = reading.told("topics", "Strategy")
    for sentence in sentences:
        things = any(s.draft.kind in ("Agreement", "Event", "Law") for s in sentence.spots)
        weight = 2 if things else 1
        for hit in _hits(sentence):
            counts[hit.value] += weight
    kept = {topic for topic, _ in counts.most_common(MOST)}
    for sentence in sentences:
        for hit in _hits(sentence):
            if hit.value in kept:
                reference = f"topic:{hit.value}"
                draft = reading.draft(
                    reference,
                    Draft("Topic", topic_names().get(hit.value, hit.value), reference=reference),
                )
                reading.note(sentence, Spot(draft, hit.first, hit.last, reach=hit.last), hit.skip)


def _hits(sentence: Sentence) -> list[Hit]:
    """Words of topics, but for those inside the names of bodies: a Cybercrime Unit; and strategies,
    which are policy."""
    found = [
        Hit("topics", "policy", s.first, s.last)  # what a strategy is about, whatever else
        for s in sentence.of("Strategy")
        if s.how == "name" and not any(a <= s.first < b for a, b in sentence.posts)
    ]
    for hit in sentence.hits.get("topics", ()):
        widest = sentence.spot_at(hit.first)
        if widest is None or widest.draft.kind not in NAMES or widest.last - widest.first == 1:
            found.append(hit)
    return found
