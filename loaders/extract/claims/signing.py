"""Words of signing and ratifying: of which agreement they speak, when, and who signed."""

from __future__ import annotations

from loaders.extract.claims.clauses import between, clause, listed
from loaders.extract.claims.hosts import is_passive
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot
from loaders.lexicon.phrases import Hit
from loaders.text.dates import YEAR, DateFound

CONFIDENCE = 0.8

BACK = 2
"""Sentences after an agreement in which "it" still means it."""


IT = 3
"""Words between "it" before a verb and the participle: "no lo ha ratificado"."""


PASSIVE = 4
"""Words into a sentence within which "it was signed by" tells of signing."""


SOON = 2
"""Words between a date and the word that it goes with."""


MAY, WHETHER = 3, 8
"""Words between "may" or "whether" and the word of signing."""


DATED = 25
"""Words around a word of signing within which its date stands."""


OTHERWISE = ("verb:lead", "verb:attend", "verb:host", "verb:held", "verb:say")
"""Words after which people named behind a word of signing do something else than sign."""


VERB = 2
"""Words after a name within which a verb is its own."""


TRIGGERS = (
    ("verb:ratify", "ratified"),
    ("verb:sign", "signed"),
    ("verb:signing", "signed"),
    ("verb:in_force", "in force"),
)


def by_pronoun(reading: Reading, sentence: Sentence) -> list[Spot]:
    """The agreement of the sentence before, where this one says "it" of it: "It was signed by",
    "Togo has not ratified it"."""
    earlier = reading.sentences[max(0, sentence.index - BACK) : sentence.index]
    told = [s.of("Agreement") for s in reversed(earlier) if s.of("Agreement")]
    before = distinct(told[0]) if told else []
    if len(before) != 1 or sentence.headline:
        return []
    for category, _ in TRIGGERS:
        for hit in sentence.hits.get(category, ()):
            signed = sentence.at("word:pronoun", 0) and hit.first <= PASSIVE
            object_ = hit.last + (sentence.at("word:to", hit.last) is not None)
            it = sentence.at("word:pronoun", object_) or _has_clitic(reading, sentence, hit)
            if it or (signed and is_passive(sentence, hit)):
                return [Spot(before[0].draft, hit.last, hit.last, "back")]
    return []


def _has_clitic(reading: Reading, sentence: Sentence, hit: Hit) -> bool:
    """Whether a pronoun for the agreement stands right before the verb. Where the language's verbs
    are known in all their forms, `joining` reads it clause by clause."""
    if reading.pack.lexicon.endings:
        return False
    it = sentence.ends("word:it", hit.first - 1)
    return it and hit.category in ("verb:sign", "verb:ratify")


def distinct(spots: list[Spot]) -> list[Spot]:
    seen: set[Draft] = set()
    return [s for s in spots if s.draft not in seen and not seen.add(s.draft)]  # type: ignore[func-returns-value]


def trigger_of(sentence: Sentence, spot: Spot) -> tuple[Hit, str] | None:
    """The word of signing or ratifying nearest to an agreement."""
    hits = [
        (h, status)
        for category, status in TRIGGERS
        for h in sentence.hits.get(category, ())
        if not any(h.first in range(s.first, s.last) for s in sentence.of("Agreement", "Person"))
        and _speaks_of(sentence, h, spot)
    ]
    return min(hits, key=lambda p: distance(p[0], spot), default=None)


def _speaks_of(sentence: Sentence, hit: Hit, spot: Spot) -> bool:
    """Whether a word of signing speaks of an agreement: the nearest one, or one listed with it;
    not where a law is what is signed ("signed a decree on the agreement")."""
    agreements = sentence.of("Agreement")
    if spot not in agreements:
        return True
    if hit.category == "verb:sign" and between(sentence, "laws", hit.last, spot.first):
        return False
    nearest = min(agreements, key=lambda s: distance(hit, s))
    one, other = sorted((nearest, spot), key=lambda s: s.first)
    listed_on = bool(between(sentence, "word:and", one.last, other.first))
    return spot.draft is nearest.draft or listed_on


def distance(hit: Hit, spot: Spot) -> int:
    return spot.first - hit.last if hit.last <= spot.first else hit.first - spot.last + 1


def not_done(sentence: Sentence, trigger: Hit, meant: str) -> bool:
    """Whether a word of signing is an infinitive, that nothing says was carried out, or what may
    be."""
    may = between(sentence, "word:may", trigger.first - MAY, trigger.last)
    may += between(sentence, "word:whether", trigger.first - WHETHER, trigger.first)
    infinitive = between(sentence, "word:infinitive", trigger.first - 1, trigger.last)
    return bool(may or (infinitive and meant == "fact"))


def date_of(sentence: Sentence, trigger: Hit) -> str | None:
    """The date nearest to a word of signing, of those that go with no other word of signing or
    saying."""
    others = [
        h
        for category in (*(c for c, _ in TRIGGERS), "verb:say")
        for h in sentence.hits.get(category, ())
        if abs(h.first - trigger.first) > 1
    ]
    named = [s for s in sentence.of("Agreement") if s.how == "name"]
    near = [
        d
        for d in sentence.dates
        if abs(d.first - trigger.first) <= DATED
        and _goes_with([trigger, *others], d) is trigger
        and not _is_period(sentence, d)
        and not any(s.first <= d.first < max(s.last, s.reach) for s in named)
    ]
    return min(near, key=lambda d: abs(d.first - trigger.first)).value if near else None


def _is_period(sentence: Sentence, date: DateFound) -> bool:
    """Whether a year begins or ends a span of years: a programme "for 2026-2027"."""
    tokens = sentence.tokens
    return any(
        0 <= i < len(tokens) - 1
        and tokens[i].text in {"-", "–", "/"}
        and all(YEAR.match(tokens[j].text) for j in (i - 1, i + 1))
        for i in (date.first - 1, date.last)
    )


def _goes_with(hits: list[Hit], date: DateFound) -> Hit:
    """Of which word a date says when: of one right after it, else of the last before it."""
    soon = [h for h in hits if 0 <= h.first - date.last <= SOON]
    earlier = [h for h in hits if h.first < date.first]
    if soon or not earlier:
        return min(soon or hits, key=lambda h: h.first)
    return max(earlier, key=lambda h: h.first)


def claim_signatories(
    reading: Reading,
    sentence: Sentence,
    spot: Spot,
    trigger: Hit,
    date: str | None,
    speaker: Draft | None,
) -> None:
    """People who signed: right before the verb, with those listed with them, or after "by"."""
    people = [
        s
        for s in sentence.of("Person")
        if s.draft is not speaker or not _only_tells(sentence, s, trigger)
    ]
    later = [s for s in people if s.first >= trigger.last]
    reach = trigger.last
    for person in later:
        if any(between(sentence, w, reach, person.first) for w in OTHERWISE) or any(
            between(sentence, w, person.last, person.last + VERB) for w in OTHERWISE[:-1]
        ):
            later = later[: later.index(person)]
            break
        reach = person.last
    earlier = [s for s in people if s.last <= trigger.first and trigger.category == "verb:sign"]
    signing = later or listed(sentence, earlier, trigger.first)
    for person in distinct(signing):
        reading.claims.append(
            Found(
                "SIGNED",
                person.draft,
                spot.draft,
                *clause(
                    sentence,
                    min(trigger.first, person.first, spot.first),
                    max(person.last, trigger.last),
                ),
                "parties.signed",
                CONFIDENCE,
                "fact",
                (("date", date),) if date else (),
                speaker,
            )
        )


def _only_tells(sentence: Sentence, person: Spot, trigger: Hit) -> bool:
    """Whether the speaker only tells that others signed: "X said that they signed", ", X said"."""
    says = between(sentence, "verb:say", person.last, max(trigger.first, person.last + VERB))
    said = between(sentence, "verb:say", 0, person.first)
    led_on = any(between(sentence, "word:that", person.last, trigger.first) for _ in said)
    return bool(says) or led_on
