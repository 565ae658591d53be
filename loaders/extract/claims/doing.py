"""What bodies do for, with and ask of each other, clause by clause: who does it, for whom, and how
it is meant."""

from __future__ import annotations

import itertools

from loaders.extract.claims.arguments import (
    Qualifiers,
    add,
    group_start,
    left,
    objects,
    own_side,
    reached,
    right,
    role,
    subject,
)
from loaders.extract.claims.clauses import between, clause, topics_from
from loaders.extract.claims.deeds import (
    GIVING,
    HELPING,
    KINDS,
    WORKING,
    Deed,
    deeds,
    governor_of,
    is_told,
    modality_of,
)
from loaders.extract.reading import Draft, Reading, Sentence, Spot
from loaders.lexicon.phrases import Hit

SURE = 0.7

DEEDS = tuple(f"deed:{kind}" for kind in KINDS)
"""What these rules look for first."""

JOINING = ("verb:ratify", "verb:sign", "verb:attend")

MODES = {"train": "training", "equip": "equipment", "fund": "funding", "advise": "expertise"}

THANKED = 6
"""Words after who is thanked within which it is said for what."""

MOST = 4
"""Bodies of a list that all worked with each other."""


def claim_deeds(reading: Reading, sentence: Sentence, speaker: Draft | None) -> bool:
    """Claims on all deeds of a sentence; whether there were any."""
    told = False
    for deed in deeds(reading, sentence):
        told = _claim(reading, deed, speaker) or told
    return told


def _claim(reading: Reading, deed: Deed, speaker: Draft | None) -> bool:
    sentence = deed.sentence
    spots = reached(sentence)
    governor = governor_of(deed)
    if not is_told(deed, governor):
        return False
    meant = modality_of(deed, governor)
    doers = _doers(reading, deed, governor, spots, speaker)
    if deed.kind in WORKING:
        return _working(reading, deed, doers, meant, spots, speaker)
    if deed.kind == "ask":
        return governor is None and _asking(reading, deed, doers, spots, meant, speaker)
    if deed.kind == "thank":
        return _thanking(reading, deed, doers, spots, speaker)
    if deed.kind == "receive":
        doers, takers = _from(sentence, spots, deed), doers
        if meant in ("intended", "requested"):
            doers, takers = takers, doers  # who wants help asks for it
    else:
        takers = _takers(reading, deed, doers, spots, speaker)
    gift = _gift(deed)
    if deed.kind in (*GIVING, "receive") and gift is None:
        return False
    mode = MODES.get(deed.kind) or (gift.value if gift and gift.value != "support" else None)
    return _helping(reading, deed, doers, takers, meant, mode, speaker)


def _doers(
    reading: Reading,
    deed: Deed,
    governor: Hit | None,
    spots: list[Spot],
    speaker: Draft | None,
) -> list[Spot]:
    """Who does it: named, or those for whom "we" is said."""
    sentence = deed.sentence
    if deed.passive and deed.kind != "receive":
        link = deed.agent
        return objects(sentence, spots, link.first, ("by",)) if link else []
    verb = governor or deed.hit
    start = group_start(sentence, verb.first)
    if _in_first_person(reading, sentence, start, verb):
        side = own_side(reading, speaker)
        return [Spot(side, start, start, "back")] if side else []
    return subject(reading, sentence, spots, start, speaker)


def _in_first_person(reading: Reading, sentence: Sentence, start: int, verb: Hit) -> bool:
    """Whether a verb says "we" by a word before it or by its own form."""
    forms = reading.pack.forms.get(sentence.tokens[verb.first].text.lower(), frozenset())
    said = any(sentence.at("word:we", i) for i in range(max(0, start - 1), verb.first))
    return said or bool(forms and forms <= {"first", "first_future"})


def _takers(
    reading: Reading, deed: Deed, doers: list[Spot], spots: list[Spot], speaker: Draft | None
) -> list[Spot]:
    """For whom it is done."""
    sentence, end = deed.sentence, deed.hit.last
    joined = end + (end < len(sentence.tokens) and sentence.tokens[end].text == "-")
    us = any(sentence.at("word:clitic", i) for i in (*range(deed.start, deed.hit.first), joined))
    if us and (side := own_side(reading, speaker)) is not None:
        return [Spot(side, deed.hit.first, end, "back")]
    helps = deed.kind in HELPING
    if deed.passive:
        found = subject(reading, sentence, spots, deed.start, speaker) if helps else []
        others = _others(spots, doers)
        found = found or objects(sentence, others, end, ("", "to", "for")) or _before(deed, others)
        return found or _taken_up(deed, others)
    roles = ("", "to") if helps else ("", "to", "for")
    if deed.hit.last - deed.hit.first > 1:
        roles += ("of",)  # "puso a disposición de"
    others = _others(spots, doers)
    found = objects(sentence, others, end, roles)
    found = found or (objects(sentence, others, end, ("of", "for")) if helps else [])
    return found or _taken_up(deed, others)


def _taken_up(deed: Deed, others: list[Spot]) -> list[Spot]:
    """Whom "them" beside a verb means: who was named last before it."""
    if not deed.has("word:them"):
        return []
    return [s for s in others if s.last <= deed.start][-1:]


def _others(spots: list[Spot], doers: list[Spot]) -> list[Spot]:
    """Who stands in a sentence but those that do it."""
    doing = {s.draft for s in doers}
    return [s for s in spots if s.draft not in doing]


def _before(deed: Deed, spots: list[Spot]) -> list[Spot]:
    """Whom a thing is for that was given, named with it: "computers for the Police were given"."""
    first = left(deed.sentence, deed.start)
    named = [s for s in spots if first <= s.first and s.last <= deed.start]
    return [s for s in named if role(deed.sentence, s) in ("to", "for", "of")][:1]


def _from(sentence: Sentence, spots: list[Spot], deed: Deed) -> list[Spot]:
    return objects(sentence, spots, deed.hit.last, ("from", "by", "of"))


def _gift(deed: Deed) -> Hit | None:
    """What is given: named after the verb, else before it in its clause."""
    sentence = deed.sentence
    last = right(sentence, deed.hit.last)
    later = between(sentence, "gifts", deed.hit.last, last)
    if later:
        return later[0]
    first = left(sentence, deed.start)
    earlier = between(sentence, "gifts", first, deed.start)
    relative = deed.passive or any(sentence.at("word:who", i) for i in range(first, deed.start))
    return earlier[-1] if earlier and relative else None


def _quote(deed: Deed, *spots: Spot) -> tuple[int, int]:
    first = min(deed.start, *(s.first for s in spots))
    return clause(deed.sentence, first, max(deed.hit.last, *(s.last for s in spots)))


def _helping(
    reading: Reading,
    deed: Deed,
    doers: list[Spot],
    takers: list[Spot],
    meant: str,
    mode: str | None,
    speaker: Draft | None,
) -> bool:
    """ASSISTS, or what one side only says it will do."""
    wish = meant in ("intended", "requested")
    predicate = "SEEKS_COOPERATION_WITH" if wish else "ASSISTS"
    topics = topics_from(deed.sentence, deed.start)
    more: Qualifiers = (("mode", mode), *topics) if mode and not wish else topics
    told = False
    for doer, taker in itertools.product(doers, takers):
        words = _quote(deed, doer, taker)
        rule = "deeds.wanted" if wish else "deeds.helped"
        told |= add(reading, predicate, doer, taker, words, rule, SURE, meant, more, speaker)
    return told


def _working(
    reading: Reading,
    deed: Deed,
    doers: list[Spot],
    meant: str,
    spots: list[Spot],
    speaker: Draft | None,
) -> bool:
    """COOPERATES_WITH, or what each side only wants."""
    sentence = deed.sentence
    if deed.kind == "exchange" and (_gift(deed) is None):
        return False
    others = _others(spots, doers)
    partners = objects(sentence, others, deed.hit.last, ("with",)) or _with_before(deed, others)
    pairs = list(itertools.product(doers, partners))
    if not partners and (deed.kind == "exchange" or _together(deed)):
        pairs = list(itertools.combinations(doers[:MOST], 2))
    topics = topics_from(sentence, deed.start)
    told = False
    for one, other in pairs:
        words = _quote(deed, one, other)
        if meant in ("intended", "requested"):
            sides = [(one, other)] if partners else [(one, other), (other, one)]
            for a, b in sides:
                told |= add(
                    reading, "SEEKS_COOPERATION_WITH", a, b, words, "deeds.wanted", SURE, meant,
                    topics, speaker,
                )  # fmt: skip
        else:
            told |= add(
                reading, "COOPERATES_WITH", one, other, words, "deeds.together", SURE, meant,
                topics, speaker,
            )  # fmt: skip
    return told


def _together(deed: Deed) -> bool:
    """Whether two that work do so with each other: "together", or the verb itself says it."""
    verb = deed.sentence.tokens[deed.hit.first].word
    if verb.startswith(("co", "liais", "team", "join", "partner")):
        return True
    near = between(deed.sentence, "verb:cooperate", deed.hit.first, deed.hit.last + 4)
    return bool(near)


def _with_before(deed: Deed, spots: list[Spot]) -> list[Spot]:
    """Whom "with" names in front: "With the Union, the Agency has exchanged data"."""
    first = left(deed.sentence, deed.start)
    named = [s for s in spots if first <= s.first and s.last <= deed.start]
    return [s for s in named if role(deed.sentence, s) == "with"][:1]


def _asking(
    reading: Reading,
    deed: Deed,
    doers: list[Spot],
    spots: list[Spot],
    meant: str,
    speaker: Draft | None,
) -> bool:
    """Who asks another for something, or to do it."""
    sentence = deed.sentence
    if any(between(sentence, c, deed.hit.last, right(sentence, deed.hit.last)) for c in JOINING):
        return False  # who is asked to ratify is asked for no help
    if deed.passive:
        asked = subject(reading, sentence, spots, deed.start, speaker)
    else:
        others = _others(spots, doers)
        asked = objects(sentence, others, deed.hit.last, ("", "to", "from"))
    how = "denied" if meant == "denied" else "requested"
    topics = topics_from(sentence, deed.start)
    told = False
    for one, other in itertools.product(doers[:1], asked):
        words = _quote(deed, one, other)
        told |= add(
            reading, "SEEKS_COOPERATION_WITH", one, other, words, "deeds.asked", SURE, how,
            topics, speaker,
        )  # fmt: skip
    return told


def _thanking(
    reading: Reading, deed: Deed, doers: list[Spot], spots: list[Spot], speaker: Draft | None
) -> bool:
    """Who is thanked for help has given it to who thanks."""
    sentence = deed.sentence
    gift = _gift(deed)
    others = _others(spots, doers)
    helpers = objects(sentence, others, deed.hit.last, ("", "to", "of"))
    ends = [s.last for s in helpers]
    if (
        gift is None
        or gift.value == "training"
        or gift.first < deed.hit.last
        or not ends
        or gift.last > max(ends) + THANKED
    ):
        return False
    mode = None if gift.value == "support" else gift.value
    more = (("mode", mode),) if mode else ()
    told = False
    for helper, doer in itertools.product(helpers, doers[:1]):
        words = _quote(deed, helper, doer)
        told |= add(
            reading, "ASSISTS", helper, doer, words, "deeds.thanked", SURE, "fact", more, speaker
        )
    return told
