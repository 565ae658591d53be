"""What bodies do for, with and ask of each other, clause by clause: who does it, for whom, and how
it is meant."""

from __future__ import annotations

import itertools

from loaders.extract.claims.arguments import (
    Qualifiers,
    add,
    group_start,
    objects,
    own_side,
    reached,
    right,
    subject,
)
from loaders.extract.claims.clauses import between, topics_from
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
from loaders.extract.claims.receivers import (
    antecedent,
    gift_of,
    givers_of,
    others_of,
    quote,
    takers_of,
)
from loaders.extract.claims.together import each_other, with_each_other, working
from loaders.extract.reading import Draft, Reading, Sentence, Spot
from loaders.lexicon.phrases import Hit

SURE = 0.7

DEEDS = tuple(f"deed:{kind}" for kind in KINDS)
"""What these rules look for first."""

HALT = 10
"""Words after "asked" within which "to stop" says what for."""

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
        return working(reading, deed, doers, meant, spots, speaker)
    if deed.kind == "ask":
        return governor is None and _asking(reading, deed, doers, spots, meant, speaker)
    if deed.kind == "thank":
        return _thanking(reading, deed, doers, spots, speaker)
    if deed.kind == "receive":
        doers, takers = givers_of(deed, spots), doers
        if meant in ("intended", "requested"):
            doers, takers = takers, doers  # who wants help asks for it
    else:
        takers = takers_of(reading, deed, doers, spots, speaker)
    gift = gift_of(deed)
    whole = deed.hit.last - deed.hit.first > 1  # "poner a disposición" needs no gift
    if deed.kind in (*GIVING, "receive") and gift is None and not whole:
        return False
    if gift is not None and gift.value == "request":
        return _requesting(reading, deed, doers, takers, speaker)
    if deed.kind in HELPING and not takers and with_each_other(deed):
        return each_other(reading, deed, doers, meant, speaker)
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
        words = quote(deed, doer, taker)
        rule = "deeds.wanted" if wish else "deeds.helped"
        told |= add(reading, predicate, doer, taker, words, rule, SURE, meant, more, speaker)
    return told


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
    if _to_halt(deed):
        return True  # told, and no wish to work together
    if deed.passive:
        asked = subject(reading, sentence, spots, deed.start, speaker)
    else:
        others = others_of(spots, doers)
        asked = objects(sentence, others, deed.hit.last, ("", "to", "from"))
        asked = asked or antecedent(deed, others) or _helper(reading, deed)
    return _requesting(reading, deed, doers, asked, speaker, meant)


def _to_halt(deed: Deed) -> bool:
    """Whether another is asked to stop something, with no word of help before it."""
    sentence, first = deed.sentence, deed.hit.last
    for hit in between(sentence, "word:halt", first, first + HALT):
        helps = (between(sentence, c, first, hit.first) for c in ("gifts", *DEEDS))
        return not any(helps)
    return False


def _helper(reading: Reading, deed: Deed) -> list[Spot]:
    """Who gave the help told of last, where "such help" is asked for."""
    gift = gift_of(deed)
    if gift is None or not deed.sentence.ends("word:such", gift.first - 1):
        return []
    told = [c for c in reading.claims if c.predicate == "ASSISTS"]
    return [Spot(told[-1].subject, gift.first, gift.last, "back")] if told else []


def _requesting(
    reading: Reading,
    deed: Deed,
    doers: list[Spot],
    asked: list[Spot],
    speaker: Draft | None,
    meant: str = "requested",
) -> bool:
    """SEEKS_COOPERATION_WITH of who asks with who is asked."""
    how = "denied" if meant == "denied" else "requested"
    topics = topics_from(deed.sentence, deed.start)
    told = False
    for one, other in itertools.product(doers[:1], asked):
        words = quote(deed, one, other)
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
    gift = gift_of(deed)
    others = others_of(spots, doers)
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
        words = quote(deed, helper, doer)
        told |= add(
            reading, "ASSISTS", helper, doer, words, "deeds.thanked", SURE, "fact", more, speaker
        )
    return told
