"""PARTY_TO and SIGNED: who is party to an agreement, and who put their name under it."""

from __future__ import annotations

from loaders.extract.claims.actors import actors, is_source
from loaders.extract.claims.clauses import (
    after,
    before,
    between,
    clause,
    date_near,
    denied,
    has_pair,
    listed,
    modality,
    own_country,
)
from loaders.extract.claims.hosts import is_passive
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot, pair
from loaders.lexicon.phrases import Hit
from loaders.text.dates import YEAR, DateFound

CONFIDENCE = 0.8
INVITED = 5
"""Words within which "invited to" stands before the word of joining."""

BACK = 2
"""Sentences after an agreement in which "it" still means it."""

NATION = 4
"""Words before a word of signing within which "the country" does it."""

PASSIVE = 4
"""Words into a sentence within which "it was signed by" tells of signing."""

SOON = 2
"""Words between a date and the word that it goes with."""

DATED = 25
"""Words around a word of signing within which its date stands."""

JOINED = 8
"""Words after "between" within which the first party is named."""

ASKED = 8
"""Words after "urged" within which who is urged stands."""

RIGHT = 4
"""Words after a word of ratifying, or after "with", within which a party is named."""

ANY = 2
"""Words before an agreement within which "any" makes it none in particular."""

OTHERWISE = ("verb:lead", "verb:attend", "verb:host", "verb:held", "verb:say")
"""Words after which people named behind a word of signing do something else than sign."""

VERB = 2
"""Words after a name within which a verb is its own."""

SEMICOLONS = frozenset(";؛")

TRIGGERS = (
    ("verb:ratify", "ratified"),
    ("verb:sign", "signed"),
    ("verb:signing", "signed"),
    ("verb:in_force", "in force"),
)


def claim_parties(reading: Reading, speakers: dict[int, Draft]) -> None:
    """Parties and signatories, from the sentences that speak of signing, ratifying or of whom
    an agreement is between."""
    # Headlines last: they count only for agreements whose parties the text itself does not name.
    signed: set[Draft] = set()
    for sentence in sorted(reading.told(), key=lambda s: (s.headline, s.index)):
        agreements = sentence.of("Agreement") or _by_pronoun(reading, sentence)
        if sentence.headline:
            agreements = [s for s in agreements if s.draft not in signed]
        several = len(_distinct(agreements)) > 1
        for spot in _distinct(agreements):
            if several and spot.how == "back":
                continue  # the sentence signs another one
            if sentence.has("word:any", spot.first - ANY, spot.last):
                continue  # "no sign of any agreement": none is spoken of
            found = _trigger(sentence, spot)
            joint = spot.draft.sub == "JointStatement" and spot.how == "name"
            if found is None and not _between(sentence, spot) and not joint:
                continue
            trigger, status = found or (None, "" if joint else "signed")
            _claim(reading, sentence, spot, trigger, status, speakers.get(sentence.index))
            signed.update(
                c.object for c in reading.claims if c.predicate == "PARTY_TO" and c.object
            )


def _by_pronoun(reading: Reading, sentence: Sentence) -> list[Spot]:
    """The agreement of the sentence before, where this one says "it" of it: "It was signed by",
    "Togo has not ratified it"."""
    earlier = reading.sentences[max(0, sentence.index - BACK) : sentence.index]
    told = [s.of("Agreement") for s in reversed(earlier) if s.of("Agreement")]
    before = _distinct(told[0]) if told else []
    if len(before) != 1 or sentence.headline:
        return []
    for category, _ in TRIGGERS:
        for hit in sentence.hits.get(category, ()):
            signed = sentence.at("word:pronoun", 0) and hit.first <= PASSIVE
            if sentence.at("word:pronoun", hit.last) or (signed and is_passive(sentence, hit)):
                return [Spot(before[0].draft, hit.last, hit.last, "back")]
    return []


def _distinct(spots: list[Spot]) -> list[Spot]:
    seen: set[Draft] = set()
    return [s for s in spots if s.draft not in seen and not seen.add(s.draft)]  # type: ignore[func-returns-value]


def _trigger(sentence: Sentence, spot: Spot) -> tuple[Hit, str] | None:
    """The word of signing or ratifying nearest to an agreement."""
    hits = [
        (h, status)
        for category, status in TRIGGERS
        for h in sentence.hits.get(category, ())
        if not any(h.first in range(s.first, s.last) for s in sentence.of("Agreement", "Person"))
        and _speaks_of(sentence, h, spot)
    ]
    return min(hits, key=lambda p: _distance(p[0], spot), default=None)


def _speaks_of(sentence: Sentence, hit: Hit, spot: Spot) -> bool:
    """Whether a word of signing speaks of an agreement: the nearest one, or one listed with it;
    not where a law is what is signed ("signed a decree on the agreement")."""
    agreements = sentence.of("Agreement")
    if spot not in agreements:
        return True
    if hit.category == "verb:sign" and between(sentence, "laws", hit.last, spot.first):
        return False
    nearest = min(agreements, key=lambda s: _distance(hit, s))
    one, other = sorted((nearest, spot), key=lambda s: s.first)
    listed_on = bool(between(sentence, "word:and", one.last, other.first))
    return spot.draft is nearest.draft or listed_on


def _distance(hit: Hit, spot: Spot) -> int:
    return spot.first - hit.last if hit.last <= spot.first else hit.first - spot.last + 1


def _between(sentence: Sentence, spot: Spot) -> bool:
    """Whether the phrase of an agreement itself says whom it is between."""
    return bool(between(sentence, "word:between", spot.last, spot.last + 20))


def _claim(
    reading: Reading,
    sentence: Sentence,
    spot: Spot,
    trigger: Hit | None,
    status: str,
    speaker: Draft | None,
) -> None:
    meant = modality(sentence, trigger) if trigger else "fact"
    first = min(spot.first, trigger.first if trigger else spot.first)
    last = max(spot.last, spot.reach, trigger.last if trigger else 0)
    parties = _parties(reading, sentence, spot, trigger)
    if trigger and between(sentence, "verb:invite", trigger.first - INVITED, trigger.last):
        meant, status = "fact", "invited"
    elif meant == "fact" and trigger and _not_done(sentence, trigger):
        return  # "to enable them to ratify it": nobody has
    elif meant in ("intended", "requested"):
        status = "proposed"
    elif meant == "agreed":
        meant = "fact"
    date = _date(sentence, trigger) if trigger else date_near(sentence, spot.last)
    qualifiers: list[tuple[str, str]] = [("status", status)] if status else []
    if date and meant == "fact" and status in ("signed", "ratified"):
        qualifiers.append((status, date))
        if status == "signed" and parties:
            spot.draft.attributes.setdefault("signed", (date, *clause(sentence, first, last)))
    spots = [s for s in sentence.spots if s.draft in parties]
    start, end = clause(
        sentence,
        min([first, *(s.first for s in spots)]),
        max([last, *(s.last for s in spots)]),
    )
    for party in parties:
        reading.claims.append(
            Found(
                "PARTY_TO",
                party,
                spot.draft,
                start,
                end,
                "parties",
                CONFIDENCE,
                meant,
                tuple(qualifiers),
                speaker,
            )
        )
    _not_yet(reading, sentence, spot, trigger, parties, speaker)
    if trigger and status == "signed" and meant == "fact" and not denied(sentence, trigger):
        _signatories(reading, sentence, spot, trigger, date, speaker)


def _not_done(sentence: Sentence, trigger: Hit) -> bool:
    """Whether a word of signing is an infinitive, that nothing says was carried out."""
    return bool(between(sentence, "word:infinitive", trigger.first - 1, trigger.last))


def _date(sentence: Sentence, trigger: Hit) -> str | None:
    """The date nearest to a word of signing, of those that go with no other word of signing or
    saying."""
    others = [
        h
        for category in (*(c for c, _ in TRIGGERS), "verb:say")
        for h in sentence.hits.get(category, ())
        if abs(h.first - trigger.first) > 1
    ]
    near = [
        d
        for d in sentence.dates
        if abs(d.first - trigger.first) <= DATED
        and _goes_with([trigger, *others], d) is trigger
        and not _is_period(sentence, d)
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


def _not_yet(
    reading: Reading,
    sentence: Sentence,
    spot: Spot,
    trigger: Hit | None,
    parties: list[Draft],
    speaker: Draft | None,
) -> None:
    """ "Signed it but has yet to ratify it": the second half is denied."""
    for hit in sentence.hits.get("verb:ratify", ()):
        later = trigger is not None and hit.first > trigger.last
        agreements = [*sentence.of("Agreement"), spot]
        nearest = min(agreements, key=lambda s: _distance(hit, s))
        if later and denied(sentence, hit) and nearest.draft is spot.draft:
            for party in parties:
                reading.claims.append(
                    Found(
                        "PARTY_TO",
                        party,
                        spot.draft,
                        *clause(sentence, hit.first - 2, hit.last),
                        "parties.not_yet",
                        CONFIDENCE,
                        "denied",
                        (("status", "ratified"),),
                        speaker,
                    )
                )
            return


def _parties(reading: Reading, sentence: Sentence, spot: Spot, trigger: Hit | None) -> list[Draft]:
    """The bodies that the sentence puts under an agreement."""
    acting = [
        s
        for s in actors(sentence)
        if not _speaks(sentence, s)
        and s.draft.sub != "Embassy"
        and not any(_names(sentence, agreement, s) for agreement in sentence.of("Agreement"))
        and not (trigger and _apart(sentence, trigger.first, s.first))
        and not (trigger and _says(sentence, s, trigger))
        and not _visited(sentence, s)
        and not _in_house(sentence, s)
    ]
    asked = between(sentence, "verb:request", 0, trigger.first) if trigger else []
    if asked and asked[-1].first > 0:
        # Who asks others to join is not thereby a party.
        acting = after(sentence, acting, asked[-1].last, ASKED) or acting
    if joined := between(sentence, "word:between", spot.last, spot.last + 20):
        acting = after(sentence, acting, joined[0].last, JOINED) or acting
        first = joined[0].last
        acting = [s for s in acting if not between(sentence, "verb:member", first, s.first)]
    elif trigger and trigger.category == "verb:ratify":
        acting = _about(sentence, acting, spot, trigger)
    drafts = list(dict.fromkeys(s.draft for s in acting))
    parties = [d for d in drafts if not own_country(d, drafts) and d is not spot.draft]
    if not parties and sentence.at("word:pronoun", 0) and sentence.index:
        earlier = actors(reading.sentences[sentence.index - 1])
        parties = [earlier[0].draft] if earlier else []
    if not parties and trigger and reading.home:
        home = reading.country(reading.home)
        nations = between(sentence, "word:nation", trigger.first - NATION, trigger.first)
        parties = [home] if nations and home.spans else []
    sides = pair(reading, sentence)
    if spot.draft.sub == "JointStatement" and len(parties) == 1 and parties[0] in sides:
        parties = sides
    counted = trigger is not None and trigger.category == "verb:signing"
    counted = counted and bool(between(sentence, "plurals", spot.first, spot.last))
    if not parties and (has_pair(sentence) or counted or spot.draft.sub == "JointStatement"):
        parties = sides
    return parties


def _about(sentence: Sentence, acting: list[Spot], spot: Spot, trigger: Hit) -> list[Spot]:
    """Who stands about a word of ratifying: the list before it, those right after it, and whom
    "with" or "by" adds to them."""
    first = min(trigger.first, spot.first)
    found = [
        *before(sentence, acting, trigger.first),
        *after(sentence, acting, trigger.last, RIGHT),
    ]
    for word in ("word:with", "word:by", "word:for"):
        for link in between(sentence, word, first, len(sentence.tokens)):
            found += after(sentence, acting, link.last, RIGHT)
    return sorted(set(found), key=lambda s: s.first)


def _names(sentence: Sentence, agreement: Spot, body: Spot) -> bool:
    """Whether a body only says which agreement it is: "the convention of the Union"."""
    inside = agreement.first <= body.first < max(agreement.last, agreement.reach)
    return inside and not any(
        between(sentence, word, agreement.first, body.first)
        for word in ("word:between", "word:with")
    )


def _visited(sentence: Sentence, spot: Spot) -> bool:
    """Whether a country is where a visit led: "during the president's visit to Peru"."""
    visits = [e for e in sentence.of("Event") if e.draft.sub == "Visit"]
    return spot.draft.kind == "Country" and any(
        e.last <= spot.first <= max(e.last, e.reach) + 2 for e in visits
    )


def _in_house(sentence: Sentence, spot: Spot) -> bool:
    """Whether a body is where something was signed: "at the Ministry"."""
    i = spot.first - (sentence.at("word:definite", spot.first - 1) is not None)
    return spot.draft.kind != "Country" and sentence.ends("word:in", i - 1)


def _says(sentence: Sentence, actor: Spot, trigger: Hit) -> bool:
    """Whether a body only stands with who tells of signing: "the head of X said that Y signed"."""
    return any(
        between(sentence, "word:that", said.last, said.last + 2)
        for said in between(sentence, "verb:say", actor.last, trigger.first)
    )


def _apart(sentence: Sentence, one: int, other: int) -> bool:
    """Whether a semicolon stands between two tokens: then they are of different clauses."""
    first, last = sorted((one, other))
    return any(t.text in SEMICOLONS for t in sentence.tokens[first:last])


def _speaks(sentence: Sentence, spot: Spot) -> bool:
    """Whether a body only reports: "the ministry said", "according to the ministry"."""
    return (
        sentence.at("verb:say", spot.last) is not None
        or sentence.at("verb:say", spot.reach) is not None
        or is_source(sentence, spot)
    )


def _signatories(
    reading: Reading,
    sentence: Sentence,
    spot: Spot,
    trigger: Hit,
    date: str | None,
    speaker: Draft | None,
) -> None:
    """People who signed: right before the verb, with those listed with them, or after "by"."""
    people = [s for s in sentence.of("Person") if s.draft is not speaker or s.first > trigger.first]
    later = [s for s in people if s.first > trigger.last]
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
    for person in _distinct(signing):
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
