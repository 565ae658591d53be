"""HELD_IN, HOSTED, PARTICIPATED_IN, EDITION_OF: where, by whom and with whom events took place."""

from __future__ import annotations

from dataclasses import replace

from loaders.extract.claims.clauses import between, clause, is_future
from loaders.extract.claims.guests import claim_guests
from loaders.extract.claims.hosts import claim_hosts
from loaders.extract.claims.places import claim_place
from loaders.extract.claims.training import claim_training
from loaders.extract.mentions.phrases import on_occasion
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot
from loaders.lexicon.phrases import Hit

SERIES, SIGNATORY = 0.85, 0.7
ARABIC_ARTICLES = ("ال", "لل", "بال", "وال", "فال")

CONTEXT = 2
"""Sentences after an event in which guests may still be said to be at it."""

NEAR = 6
"""Words after an event within which its date stands."""

SOON = 3
"""Words after "will" within which what will be done stands."""

OPENING = 3
"""Words into a sentence within which "attending were" or the like opens it."""

AROUND = 40
"""Words around an event within which "will" may speak of it."""


def claim_events(reading: Reading, speakers: dict[int, Draft]) -> None:
    """All that the sentences say about the events they speak of."""
    placed: set[Draft] = set()
    latest: tuple[Draft, int] | None = None
    for sentence in reading.told():
        told_by = speakers.get(sentence.index)
        spots = _events(sentence)
        near = latest is not None and sentence.index - latest[1] <= CONTEXT
        if not spots and latest and (near or _own_speech(sentence)):
            _told_on(reading, sentence, latest[0], placed, told_by)
        for spot in spots:
            speaker = None if _before_what_is_said(sentence, spot) else told_by
            _starts(sentence, spot)
            if spot.draft.kind == "Event":
                latest = spot.draft, sentence.index
            meant = "intended" if _to_come(reading, spot.draft) else _meant(sentence, spot)
            new = spot.draft.kind == "Event" and spot.draft not in placed
            if new and claim_place(reading, sentence, spot, meant, speaker):
                placed.add(spot.draft)
            hosts = claim_hosts(reading, sentence, spot, spots, meant, speaker)
            claim_guests(reading, sentence, spot, meant, speaker, hosts)
            _told_before(reading, sentence, spot, placed, speakers)
    _signatories(reading)
    _editions(reading)
    claim_training(reading)


def _before_what_is_said(sentence: Sentence, spot: Spot) -> bool:
    """Whether an event is the narrator's: "At the workshop in Lima the minister said that"."""
    return any(
        between(sentence, "word:that", hit.last, hit.last + 2)
        for hit in sentence.hits.get("verb:say", ())
        if spot.last <= hit.first
    )


def _told_on(
    reading: Reading, sentence: Sentence, event: Draft, placed: set[Draft], speaker: Draft | None
) -> None:
    """What a sentence right after an event says of it without naming it: "It was held in"."""
    spot = Spot(event, 0, 0, "context")
    meant = _meant(sentence, spot)
    hosts: set[Draft] = set()
    if sentence.at("word:pronoun", 0) or _by_a_plain_word(sentence):
        hosts = claim_hosts(reading, sentence, spot, [spot], meant, speaker)
        if event not in placed and claim_place(reading, sentence, spot, meant, speaker):
            placed.add(event)
    elif not _leads_back(sentence):
        return
    claim_guests(reading, sentence, spot, meant, speaker, hosts)


def _told_before(
    reading: Reading,
    sentence: Sentence,
    spot: Spot,
    placed: set[Draft],
    speakers: dict[int, Draft],
) -> None:
    """What the sentence before says of an event that it tells by its verb alone: "The minister
    received the ambassador in Lima. At the meeting ..."; who signed is at the signing."""
    if not sentence.index or spot.draft.kind != "Event" or not _is_new(reading, sentence, spot):
        return
    before = reading.sentences[sentence.index - 1]
    speaker = speakers.get(before.index)
    event = Spot(spot.draft, 0, 0, "context")
    if before.aside or before.headline or _events(before):
        return
    if spot.draft.sub == "Signing":
        signed = [
            c
            for c in reading.claims
            if c.predicate == "SIGNED" and before.start <= c.start < before.end
        ]
        reading.claims += [_signatory(c, spot.draft) for c in signed]
    elif len(before.of("Person")) > 1 and before.has("verb:attend"):
        claim_guests(reading, before, event, "fact", speaker, set())
    else:
        return
    if spot.draft not in placed and claim_place(reading, before, event, "fact", speaker):
        placed.add(spot.draft)


def _is_new(reading: Reading, sentence: Sentence, spot: Spot) -> bool:
    """Whether an event is named here for the first time, and as one already known: "the"."""
    definite = sentence.at("word:definite", spot.first - 1) or sentence.at(
        "word:definite", spot.last
    )
    article = sentence.tokens[spot.first].text.startswith(ARABIC_ARTICLES)
    if not reading.pack.lexicon.names.articles:
        article = article or on_occasion(sentence, spot.first)
    return spot.draft.start >= sentence.start and bool(definite or article)


def _signatories(reading: Reading) -> None:
    """Who signed the one agreement of a text was at its one ceremony."""
    held = {d for d in reading.drafts if d.kind == "Event" and d.sub == "Signing" and d.spans}
    signed = [c for c in reading.claims if c.predicate == "SIGNED" and c.modality == "fact"]
    if len(held) == 1 and len({c.object for c in signed}) == 1:
        day = max(str(dict(c.qualifiers).get("date", "")) for c in signed)
        now = [c for c in signed if dict(c.qualifiers).get("date", day) == day]
        reading.claims += [_signatory(c, next(iter(held))) for c in now]


def _signatory(signed: Found, event: Draft) -> Found:
    """Who signs an agreement is at its signing."""
    return replace(
        signed,
        predicate="PARTICIPATED_IN",
        object=event,
        rule="events.signatory",
        confidence=SIGNATORY,
        qualifiers=(("role", "signatory"),),
    )


def _by_a_plain_word(sentence: Sentence) -> bool:
    """Whether a sentence begins with a word for any event: "The activity was organised by"."""
    words = between(sentence, "word:event", 0, OPENING)
    return bool(words) and not sentence.at("word:indefinite", words[0].first - 1)


def _leads_back(sentence: Sentence) -> bool:
    """Whether those at an event told of before are named without naming it again: "Officers from
    Benin attended", "The visitors were". Words of speaking must open the sentence or stand beside
    "it", for people speak elsewhere too."""
    attends = (
        h for h in sentence.hits.get("verb:attend", ()) if not sentence.at("titles", h.first)
    )
    return any(attends) or any(
        h.first < OPENING
        or sentence.ends("word:possessive", h.first - 1)
        or sentence.ends("word:pronoun", h.first - 1)
        or sentence.at("word:pronoun", h.last)
        for h in sentence.hits.get("verb:speak", ())
    )


def _own_speech(sentence: Sentence) -> bool:
    """Whether it tells of somebody's speech: "said in his closing remarks"."""
    people = bool(sentence.of("Person"))
    hits = sentence.hits.get("verb:speak", ()) if people else ()
    return any(sentence.ends("word:possessive", h.first - 1) for h in hits)


def _events(sentence: Sentence) -> list[Spot]:
    seen: set[Draft] = set()
    spots = []
    for spot in sentence.of("Event", "Forum"):
        if spot.how != "edition" and spot.draft not in seen:
            seen.add(spot.draft)
            spots.append(spot)
    return spots


def _starts(sentence: Sentence, spot: Spot) -> None:
    """The date that follows an event closely is its first day."""
    if spot.draft.kind != "Event" or spot.how != "name":
        return
    near = [d for d in sentence.dates if spot.last <= d.first <= max(spot.reach, spot.last) + NEAR]
    if near and len(near[0].value) > len("2024"):
        date = near[0]
        words = clause(sentence, spot.first, date.last)
        spot.draft.attributes.setdefault("starts", (date.value, *words))


def _to_come(reading: Reading, event: Draft) -> bool:
    """Whether an event begins after the day of the text."""
    starts, today = event.attributes.get("starts"), reading.document.published
    if starts is None or not today:
        return False
    return str(starts[0]) > today[: len(str(starts[0]))]


def _meant(sentence: Sentence, spot: Spot) -> str:
    """Planned events are intended: "will host", "is to be held", "plans to attend"."""
    planned = any(
        between(sentence, doing, hit.first, hit.last + SOON)
        for hit in between(sentence, "verb:intend", spot.first - AROUND, spot.last + AROUND)
        if not _attends(sentence, hit) and not _said_apart(sentence, spot, hit)
        for doing in ("verb:held", "verb:host", "verb:attend", "verb:speak")
    )
    near = (spot.first - NEAR, spot.last + AROUND // 2)
    doing = (h for c in ("verb:held", "verb:host") for h in between(sentence, c, *near))
    return "intended" if planned or any(is_future(sentence, h) for h in doing) else "fact"


def _said_apart(sentence: Sentence, spot: Spot, hit: Hit) -> bool:
    """Whether a word of intention is in what somebody said at an event, not about it."""
    return spot.last <= hit.first and any(
        between(sentence, "word:that", said.last, said.last + 2)
        for said in between(sentence, "verb:say", spot.last, hit.first)
    )


def _attends(sentence: Sentence, hit: Hit) -> bool:
    """Whether a word of intention begins a longer one of attending: "conta com a presença de"."""
    attends = sentence.at("verb:attend", hit.first)
    return attends is not None and attends.last > hit.last


def _editions(reading: Reading) -> None:
    for sentence in reading.holding("Event"):
        forums = {s.first: s for s in sentence.of("Forum") if s.how == "edition"}
        for spot in sentence.of("Event"):
            forum = forums.get(spot.first)
            number = spot.draft.attributes.get("number")
            if forum is None or number is None:
                continue
            reading.claims.append(
                Found(
                    "EDITION_OF",
                    spot.draft,
                    forum.draft,
                    *clause(sentence, spot.first, spot.last),
                    "events.edition",
                    SERIES,
                    "fact",
                    (("number", number[0]),),
                )
            )
