"""HELD_IN, HOSTED, PARTICIPATED_IN, EDITION_OF: where, by whom and with whom events took place."""

from __future__ import annotations

from loaders.extract.claims.clauses import BODIES, actors, after, before, between, clause, denied
from loaders.extract.mentions.phrases import MARKS
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot

PLACE, HOST, GUEST, SERIES = 0.8, 0.7, 0.65, 0.85
CONTEXT = 2
"""Sentences after an event in which guests may still be said to be at it."""

NEAR = 6
"""Words after an event within which its date stands."""

REACH = 14
"""Words after an event within which its place stands."""


def claim_events(reading: Reading, speakers: dict[int, Draft]) -> None:
    """All that the sentences say about the events they speak of."""
    placed: set[Draft] = set()
    latest: tuple[Draft, int] | None = None
    for sentence in reading.told():
        speaker = speakers.get(sentence.index)
        spots = _events(sentence)
        if not spots and latest and sentence.index - latest[1] <= CONTEXT:
            _guests(reading, sentence, Spot(latest[0], 0, 0, "context"), speaker)
        for spot in spots:
            _starts(sentence, spot)
            if spot.draft.kind == "Event":
                latest = spot.draft, sentence.index
            if spot.draft not in placed and _place(reading, sentence, spot, speaker):
                placed.add(spot.draft)
            _hosts(reading, sentence, spot, speaker)
            _guests(reading, sentence, spot, speaker)
    _editions(reading)


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


def _meant(sentence: Sentence, spot: Spot) -> str:
    """Planned events are intended."""
    planned = between(sentence, "verb:intend", max(0, spot.first - 8), spot.last + 6)
    return "intended" if planned else "fact"


def _place(reading: Reading, sentence: Sentence, spot: Spot, speaker: Draft | None) -> bool:
    """ "in Nairobi", "in Nairobi, Kenya", "nchini Urusi": the first place after the event."""
    limit = min(len(sentence.tokens), max(spot.reach, spot.last) + REACH)
    starts = [link.last for link in between(sentence, "word:in", spot.first, limit)]
    if spot.draft.sub == "Visit":
        starts += [link.last for link in between(sentence, "word:to", spot.last, limit)]
    if spot.last < len(sentence.tokens) and sentence.tokens[spot.last].text in {",", "("}:
        starts.insert(0, spot.last + 1)
    for i in starts:
        if i < len(sentence.tokens) and sentence.at("word:definite", i):
            i += 1
        code, place, last = _where(reading, sentence, i)
        if code is None or not reading.country(code).spans:
            continue
        qualifiers = (("place", place),) if place else ()
        reading.claims.append(
            Found(
                "HELD_IN",
                spot.draft,
                reading.country(code),
                *clause(sentence, spot.first, last),
                "events.place",
                PLACE,
                _meant(sentence, spot),
                qualifiers,
                speaker,
            )
        )
        if place:
            spot.draft.attributes.setdefault("place", (place, *clause(sentence, i, i + 1)))
        return True
    return False


def _where(reading: Reading, sentence: Sentence, i: int) -> tuple[str | None, str, int]:
    """The country of a place that begins at token `i`, the town, and where the words end."""
    tokens = sentence.tokens
    country = sentence.at("country", i)
    if country is not None and not country.value.startswith(("none", "demonym")):
        how, _, code = country.value.partition(":")
        text = reading.text[
            tokens[country.first].start + country.skip : tokens[country.last - 1].end
        ]
        return code, text if how in ("capital", "town") else "", country.last
    for j in range(i, min(i + 3, len(tokens))):
        spot = sentence.beginning(j)
        if spot is not None and spot.draft.kind == "Country" and spot.how == "demonym":
            town = next(
                (
                    h
                    for h in sentence.hits["country"]
                    if spot.last <= h.first <= spot.last + 1
                    and h.value.startswith(("capital", "town"))
                ),
                None,
            )
            text = (
                reading.text[sentence.text_start(town.first) : sentence.text_end(town.last)]
                if town
                else ""
            )
            return (
                (spot.draft.reference or ":").partition(":")[2],
                text,
                town.last if town else spot.last,
            )
    last = i
    while last < len(tokens) and tokens[last].capital and not sentence.spot_at(last):
        last += 1
    if last == i or last + 1 >= len(tokens):
        return None, "", i
    comma = last + (tokens[last].text in {",", "("})
    spot = sentence.beginning(comma)
    if comma > last and spot is not None and spot.draft.kind == "Country":
        code = (spot.draft.reference or ":").partition(":")[2]
        return code, reading.text[tokens[i].start : tokens[last - 1].end], spot.last
    return None, "", i


def _hosts(reading: Reading, sentence: Sentence, spot: Spot, speaker: Draft | None) -> None:
    """ "X hosted the event", "the event organised by X", and bodies in the event's own name."""
    named = [
        s
        for s in sentence.of("Organization", "Agency")
        if spot.first <= s.first and s.last <= spot.last and s is not spot
    ]
    hosts = [(s, spot.first, spot.last) for s in named if spot.how == "name"]
    for hit in sentence.hits.get("verb:host", ()):
        if denied(sentence, hit) or abs(hit.first - spot.first) > 25 or sentence.spot_at(hit.first):
            continue
        spots = actors(sentence)
        by = any(h.last == hit.last for h in sentence.hits.get("word:by", ())) or sentence.at(
            "word:by", hit.last
        )
        group = after(sentence, spots, hit.last, 8) if by else before(sentence, spots, hit.first)
        if not by and group and hit.first - group[-1].last > 6:
            continue
        for member in group:
            hosts.append(
                (
                    member,
                    min(spot.first, member.first, hit.first),
                    max(spot.last, member.last, hit.last),
                )
            )
        break
    for host, first, last in hosts:
        if host.draft is not spot.draft:
            reading.claims.append(
                Found(
                    "HOSTED",
                    host.draft,
                    spot.draft,
                    *clause(sentence, first, last),
                    "events.host",
                    HOST,
                    _meant(sentence, spot),
                    (),
                    speaker,
                )
            )


def _guests(reading: Reading, sentence: Sentence, spot: Spot, speaker: Draft | None) -> None:
    """People and bodies that the sentence puts at the event."""
    attends = bool(sentence.hits.get("verb:attend"))
    speaks = between(sentence, "verb:speak", 0, len(sentence.tokens))
    joint = between(sentence, "word:between", spot.last, spot.last + 4) or between(
        sentence, "word:with", spot.last, spot.last + 6
    )
    if not (attends or speaks or joint):
        return
    people = [s for s in sentence.of("Person") if abs(s.first - spot.first) < 40]
    lead = bool(sentence.hits.get("verb:lead"))
    absent = any(denied(sentence, hit) for hit in sentence.hits.get("verb:attend", ()))
    meant = "denied" if absent else _meant(sentence, spot)
    guests: list[tuple[Spot, str | None]] = []
    for person in people:
        role = "head of delegation" if lead and _leads(sentence, person) else None
        if role is None and speaks and _speaks(sentence, person):
            role = "speaker"
        guests.append((person, role))
    if attends or joint:
        guests += [(s, None) for s in actors(sentence) if _attends(sentence, s, spot)]
    seen: set[Draft] = set()
    for guest, role in guests:
        if guest.draft in seen or guest.draft is spot.draft:
            continue
        seen.add(guest.draft)
        reading.claims.append(
            Found(
                "PARTICIPATED_IN",
                guest.draft,
                spot.draft,
                *_guest_words(sentence, guest, spot),
                "events.guest",
                GUEST,
                meant,
                (("role", role),) if role else (),
                speaker if speaker is not guest.draft else None,
            )
        )


def _guest_words(sentence: Sentence, guest: Spot, spot: Spot) -> tuple[int, int]:
    if spot.how == "context":
        return sentence.start, sentence.end
    return clause(sentence, min(guest.first, spot.first), max(guest.last, spot.last))


def _leads(sentence: Sentence, person: Spot) -> bool:
    return any(abs(h.first - person.first) < 14 for h in sentence.hits.get("verb:lead", ()))


def _speaks(sentence: Sentence, person: Spot) -> bool:
    return any(abs(h.first - person.first) < 20 for h in sentence.hits.get("verb:speak", ()))


def _attends(sentence: Sentence, actor: Spot, event: Spot) -> bool:
    """Whether a body stands right before or after a word of attending."""
    if event.first <= actor.first < event.last:
        return False
    for hit in sentence.hits.get("verb:attend", ()):
        spots = actors(sentence)
        if actor in before(sentence, spots, hit.first) and hit.first - actor.last < 20:
            return True
        if actor in after(sentence, spots, hit.last, 8):
            return True
    return False


def _editions(reading: Reading) -> None:
    for sentence in reading.sentences:
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


__all__ = ["BODIES", "MARKS", "claim_events"]
