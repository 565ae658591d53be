"""For whom something is done, from whom it is got, and what is given."""

from __future__ import annotations

from loaders.extract.claims.arguments import RELATIVE, left, objects, own_side, right, role, subject
from loaders.extract.claims.clauses import between, clause
from loaders.extract.claims.deeds import HELPING, Deed
from loaders.extract.reading import Draft, Reading, Spot
from loaders.lexicon.phrases import Hit


def takers_of(
    reading: Reading, deed: Deed, doers: list[Spot], spots: list[Spot], speaker: Draft | None
) -> list[Spot]:
    """For whom it is done."""
    sentence, end = deed.sentence, deed.hit.last
    joined = end + (end < len(sentence.tokens) and sentence.tokens[end].text == "-")
    us = any(sentence.at("word:clitic", i) for i in (*range(deed.start, deed.hit.first), joined))
    if us and (side := own_side(reading, speaker)) is not None:
        return [Spot(side, deed.hit.first, end, "back")]
    others = others_of(spots, doers)
    helps = deed.kind in HELPING
    if deed.passive:
        found = subject(reading, sentence, spots, deed.start, speaker) if helps else []
        link = deed.agent
        near = [s for s in others if link is None or s.last <= link.first]
        found = found or objects(sentence, others, end, ("to", "for")) or _before(deed, others)
        return found or objects(sentence, near, end, ("",)) or _taken_up(deed, others)
    roles: tuple[str, ...] = ("", "to") if helps else ("", "to", "for")
    if deed.hit.last - deed.hit.first > 1:
        roles += ("of",)  # "puso a disposición de"
    found = _relative(deed, others, doers) or objects(sentence, others, end, roles)
    found = found or antecedent(deed, others)
    found = found or (objects(sentence, others, end, ("of", "for")) if helps else [])
    return found or _taken_up(deed, others)


def antecedent(deed: Deed, others: list[Spot]) -> list[Spot]:
    """Whom "which" takes up before who does it: "the Council, which we have asked"."""
    sentence, first = deed.sentence, left(deed.sentence, deed.start)
    for who in reversed(between(sentence, "word:who", first, deed.start)):
        named = [s for s in others if 0 <= who.first - max(s.last, s.reach) <= RELATIVE]
        if named:
            return named[-1:]
    return []


def _relative(deed: Deed, others: list[Spot], doers: list[Spot]) -> list[Spot]:
    """Whom "which" takes up where who does it follows at once: "Peru, which Spain helped"."""
    begin = doers[0].first if doers else deed.start
    near = between(deed.sentence, "word:who", begin - RELATIVE, begin)
    return antecedent(deed, others) if near else []


def _taken_up(deed: Deed, others: list[Spot]) -> list[Spot]:
    """Whom "them" beside a verb means: who was named last before it."""
    if not deed.has("word:them"):
        return []
    return [s for s in others if s.last <= deed.start][-1:]


def others_of(spots: list[Spot], doers: list[Spot]) -> list[Spot]:
    """Who stands in a sentence but those that do it."""
    doing = {s.draft for s in doers}
    return [s for s in spots if s.draft not in doing]


def _before(deed: Deed, spots: list[Spot]) -> list[Spot]:
    """Whom a thing is for that was given, named with it: "computers for the Police were given"."""
    first = left(deed.sentence, deed.start)
    named = [s for s in spots if first <= s.first and s.last <= deed.start]
    return [s for s in named if role(deed.sentence, s) in ("to", "for", "of")][:1]


def givers_of(deed: Deed, spots: list[Spot]) -> list[Spot]:
    """From whom something is got."""
    return objects(deed.sentence, spots, deed.hit.last, ("from", "by", "of"))


def gift_of(deed: Deed) -> Hit | None:
    """What is given: named after the verb, else before it in its clause; the other way about
    where it "was given"."""
    sentence = deed.sentence
    later = between(sentence, "gifts", deed.hit.last, right(sentence, deed.hit.last))[:1]
    first = left(sentence, deed.start)
    relative = deed.passive or any(sentence.at("word:who", i) for i in range(first, deed.start))
    earlier = between(sentence, "gifts", first, deed.start)[-1:] if relative else []
    found = [*earlier, *later] if deed.passive else [*later, *earlier]
    return found[0] if found else None


def quote(deed: Deed, *spots: Spot) -> tuple[int, int]:
    """Offsets of the words from a verb to those that it speaks of."""
    first = min(deed.start, *(s.first for s in spots))
    return clause(deed.sentence, first, max(deed.hit.last, *(s.last for s in spots)))
