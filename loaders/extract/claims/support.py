"""Help told by a noun: "with the support of the Union", "thanks to a grant from Japan"."""

from __future__ import annotations

from loaders.extract.claims.arguments import Qualifiers, add, left, own_side, reached, right, role
from loaders.extract.claims.clauses import between, clause
from loaders.extract.reading import Draft, Reading, Sentence, Spot
from loaders.lexicon.phrases import Hit

SURE = 0.65

SUPPORT = ("word:thanks_to",)
"""What this rule looks for."""

NEAR = 5
"""Words between "thanks to" and the noun of helping, and between that noun and who gave it."""

OPENING = 1
"""Words before "thanks to" with which it still opens its clause."""


def supported(reading: Reading, sentence: Sentence, speaker: Draft | None) -> bool:
    """ASSISTS of who gave help with who acts by it."""
    spots = reached(sentence)
    for link in sentence.hits.get("word:thanks_to", ()):
        gift = next(iter(between(sentence, "gifts", link.last, link.last + NEAR)), None)
        giver = _giver(sentence, spots, gift) if gift else None
        if gift is None or giver is None:
            continue
        taker = _taker(reading, sentence, spots, link, giver, speaker)
        if taker is None:
            continue
        mode = None if gift.value == "support" else gift.value
        more: Qualifiers = (("mode", mode),) if mode else ()
        first, last = min(link.first, taker.first), max(giver.last, taker.last)
        return add(
            reading, "ASSISTS", giver, taker, clause(sentence, first, last), "deeds.supported",
            SURE, "fact", more, speaker,
        )  # fmt: skip
    return False


def _giver(sentence: Sentence, spots: list[Spot], gift: Hit) -> Spot | None:
    """Who gave something: named after "of" or "from" right behind it."""
    near = [s for s in spots if gift.last <= s.first <= gift.last + NEAR]
    return next((s for s in near if role(sentence, s) in ("of", "from")), None)


def _taker(
    reading: Reading,
    sentence: Sentence,
    spots: list[Spot],
    link: Hit,
    giver: Spot,
    speaker: Draft | None,
) -> Spot | None:
    """Who acts by the help of another: after a comma where it opens the clause, else before."""
    first, end = left(sentence, link.first), right(sentence, giver.last)
    if any(sentence.at("word:we", i) for i in range(giver.last, end)):
        side = own_side(reading, speaker)
        return Spot(side, giver.last, giver.last, "back") if side else None
    if link.first - first <= OPENING:
        later = [s for s in spots if giver.last < s.first < end and not role(sentence, s)]
        commas = [i for i in range(giver.last, end) if sentence.tokens[i].text == ","]
        return next((s for s in later if commas and s.first > commas[0]), None)
    earlier = [s for s in spots if first <= s.first and s.last <= link.first]
    return next((s for s in earlier if not role(sentence, s)), None)
