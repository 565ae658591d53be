"""HELD_IN, HOSTED, PARTICIPATED_IN, EDITION_OF: where, by whom and with whom events took place."""

from __future__ import annotations

from loaders.extract.claims.clauses import (
    BODIES,
    actors,
    after,
    before,
    between,
    clause,
    denied,
    group,
)
from loaders.extract.claims.hosts import POSSESSIVE, claim_hosts, claim_training, paired
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot

PLACE, GUEST, SERIES = 0.8, 0.65, 0.85
CONTEXT = 2
"""Sentences after an event in which guests may still be said to be at it."""

NEAR = 6
"""Words after an event within which its date stands."""

REACH = 14
"""Words after an event within which its place stands."""

BEFORE = 14
"""Words before an event within which its place stands: "met in Lima for talks"."""

DATELINE = 2
"""Sentences that titles may take before the one with the dateline."""

SOON = 3
"""Words after "will" within which what will be done stands."""

OPENING = 3
"""Words into a sentence within which "attending were" or the like opens it."""

AROUND, APART = 40, 25
"""Words within which people at an event stand from it, and from each other in a list."""

DASHES = frozenset("-–—")


def claim_events(reading: Reading, speakers: dict[int, Draft]) -> None:
    """All that the sentences say about the events they speak of."""
    placed: set[Draft] = set()
    latest: tuple[Draft, int] | None = None
    for sentence in reading.told():
        speaker = speakers.get(sentence.index)
        spots = _events(sentence)
        if not spots and latest and sentence.index - latest[1] <= CONTEXT:
            _told_on(reading, sentence, latest[0], placed, speaker)
        for spot in spots:
            _starts(sentence, spot)
            if spot.draft.kind == "Event":
                latest = spot.draft, sentence.index
            standing = spot.draft.kind == "Forum"
            new = not standing and spot.draft not in placed
            if new and _place(reading, sentence, spot, speaker):
                placed.add(spot.draft)
            meant = _meant(sentence, spot)
            hosts = claim_hosts(reading, sentence, spot, spots, meant, speaker)
            _guests(reading, sentence, spot, speaker, hosts)
    _editions(reading)
    claim_training(reading)


def _told_on(
    reading: Reading, sentence: Sentence, event: Draft, placed: set[Draft], speaker: Draft | None
) -> None:
    """What a sentence right after an event says of it without naming it: "It was held in"."""
    spot = Spot(event, 0, 0, "context")
    hosts: set[Draft] = set()
    if sentence.at("word:pronoun", 0):
        hosts = claim_hosts(reading, sentence, spot, [spot], _meant(sentence, spot), speaker)
        if event not in placed and _place(reading, sentence, spot, speaker):
            placed.add(event)
    elif not _leads_back(sentence):
        return
    _guests(reading, sentence, spot, speaker, hosts)


def _leads_back(sentence: Sentence) -> bool:
    """Whether those at an event told of before are named without naming it again: "Attending
    were", "Twenty judges took part in it"."""
    hits = (*sentence.hits.get("verb:attend", ()), *sentence.hits.get("verb:speak", ()))
    return any(
        h.first < OPENING
        or sentence.ends("word:pronoun", h.first - 1)
        or sentence.at("word:pronoun", h.last)
        for h in hits
    )


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
    """Planned events are intended: "will host", "is to be held", "plans to attend"."""
    planned = any(
        between(sentence, doing, hit.first, hit.last + SOON)
        for hit in between(sentence, "verb:intend", spot.first - AROUND, spot.last + AROUND)
        for doing in ("verb:held", "verb:host", "verb:attend", "verb:speak")
    )
    return "intended" if planned else "fact"


def _place(reading: Reading, sentence: Sentence, spot: Spot, speaker: Draft | None) -> bool:
    """ "in Nairobi", "in Nairobi, Kenya", "nchini Urusi": the first place after the event."""
    for i in _place_starts(sentence, spot):
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
                *clause(sentence, min(spot.first, i), max(spot.last, last)),
                "events.place",
                PLACE,
                _meant(sentence, spot),
                qualifiers,
                speaker,
            )
        )
        if place and spot.draft.kind == "Event":
            spot.draft.attributes.setdefault("place", (place, *clause(sentence, i, i + 1)))
        return True
    return False


def _place_starts(sentence: Sentence, spot: Spot) -> list[int]:
    """Where the place of an event may begin: after it first, then right before it, then in the
    dateline."""
    tokens = sentence.tokens
    limit = min(len(tokens), max(spot.reach, spot.last) + REACH)
    starts = [link.last for link in between(sentence, "word:in", spot.first, limit)]
    for held in between(sentence, "verb:held", limit - REACH, limit + REACH):
        starts += [h.last for h in between(sentence, "word:in", held.last, held.last + REACH)]
    if spot.draft.sub == "Visit":
        starts += [link.last for link in between(sentence, "word:to", spot.last, limit)]
    starts += [
        link.last
        for link in between(sentence, "word:for", spot.last, limit)
        if _is_town(sentence, link.last)
    ]
    for end in {spot.last, max(spot.reach, spot.last)}:
        if 0 < end < len(tokens) and tokens[end].text in {",", "("}:
            starts.insert(0, end + 1)
    starts += [
        link.last
        for link in reversed(between(sentence, "word:in", spot.first - BEFORE, spot.first))
        if _may_be_place(sentence, link.last)
    ]
    if spot.draft.kind == "Event":  # "the Kigali summit"
        starts += [i for i in range(spot.first, spot.last) if _is_town(sentence, i)]
    if sentence.index <= DATELINE and _is_town(sentence, 0) and spot.how == "name":
        marks = [i for i in range(1, min(len(tokens), 10)) if tokens[i].text in DASHES]
        starts += [0] if marks and marks[0] < spot.first else []
    return starts


def _is_town(sentence: Sentence, i: int) -> bool:
    """Whether a seat of government or another known town begins at token `i`."""
    country = sentence.at("country", i)
    return country is not None and country.value.startswith(("capital", "town"))


def _may_be_place(sentence: Sentence, i: int) -> bool:
    """Whether the name of a country, of a known town or of something unknown begins at token
    `i`; not the word for a people."""
    country = sentence.at("country", i)
    if country is None:
        return i < len(sentence.tokens) and sentence.tokens[i].capital
    return not country.value.startswith(("none", "demonym"))


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


def _guests(
    reading: Reading, sentence: Sentence, spot: Spot, speaker: Draft | None, hosts: set[Draft]
) -> None:
    """People and bodies that the sentence puts at the event."""
    attends = bool(sentence.hits.get("verb:attend"))
    speaks = between(sentence, "verb:speak", 0, len(sentence.tokens))
    joint = between(sentence, "word:between", spot.last, spot.last + 4) or between(
        sentence, "word:with", spot.last, spot.last + 6
    )
    visitors = [
        *_visitors(sentence, spot),
        *_trainees(sentence, spot),
        *_holders(sentence, spot),
        *_between(sentence, spot),
        *(paired(sentence, spot) if spot.draft.kind == "Event" else ()),
    ]
    told = speaker and speaker.kind == "Person" and _is_told(sentence, spot)
    lead = bool(sentence.hits.get("verb:lead"))
    if not (attends or speaks or joint or visitors or told or lead):
        return
    people = _people(sentence, spot)
    absent = any(denied(sentence, hit) for hit in sentence.hits.get("verb:attend", ()))
    meant = "denied" if absent else _meant(sentence, spot)
    guests: list[tuple[Spot, str | None]] = [(s, None) for s in visitors]
    for person in people if attends or speaks or joint or lead else ():
        role = "head of delegation" if lead and _leads(sentence, person) else None
        if role is None and speaks and _speaks(sentence, person):
            role = "speaker"
        guests.append((person, role))
    if attends or joint:
        guests += [(s, None) for s in actors(sentence) if _attends(sentence, s, spot)]
    if told and speaker:
        guests.append((Spot(speaker, spot.first, spot.last), "speaker"))
    if speaker in {guest.draft for guest, role in guests if role}:
        speaker = None  # the text itself tells who spoke there
    seen = set(hosts)
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


def _people(sentence: Sentence, event: Spot) -> list[Spot]:
    """People named around an event, and those whom a list goes on to name."""
    found: list[Spot] = []
    for person in sentence.of("Person"):
        listed_on = found and person.first - found[-1].last < APART
        if abs(person.first - event.first) < AROUND or listed_on:
            found.append(person)
    return found


def _is_told(sentence: Sentence, event: Spot) -> bool:
    """Whether the event is who was spoken to: "told the conference"."""
    article = event.first - 1
    return bool(
        event.how != "context"
        and sentence.at("word:definite", article)
        and sentence.ends("verb:say", article - 1)
    )


def _visitors(sentence: Sentence, event: Spot) -> list[Spot]:
    """Whose visit it is: "a visit by a Norwegian delegation", "the minister's visit"."""
    if event.draft.sub != "Visit" or event.how == "context":
        return []
    spots = sentence.of("Person", *BODIES)
    mark = event.first - 1
    if mark > 0 and sentence.tokens[mark].text in POSSESSIVE:
        return [s for s in spots if s.last == mark]
    links = [
        *between(sentence, "word:by", event.last, event.last + 8),
        *between(sentence, "word:of", event.last, event.last + 2),
    ]
    for link in links:
        near = [s for s in spots if link.last <= s.first <= link.last + 6]
        near = [s for s in near if not sentence.has("word:to", event.last, s.first)]
        people = [s for s in near if s.draft.kind == "Person"]
        if people or near:
            return (people or [s for s in near if s.first <= link.last + 2])[:1]
    return []


def _holders(sentence: Sentence, event: Spot) -> list[Spot]:
    """Two or more that held talks with each other: "X and Y held their first dialogue"."""
    if event.how == "context" or event.draft.sub not in (None, "Meeting"):
        return []
    spots = actors(sentence)
    for hit in between(sentence, "verb:held", event.first - 6, event.first):
        group = before(sentence, spots, hit.first)
        if len(group) > 1 and hit.first - group[-1].last <= 2:
            return group
    return []


def _between(sentence: Sentence, event: Spot) -> list[Spot]:
    """Whom the phrase of an event names as its sides: "talks between X and Y"."""
    reach = max(event.last, event.reach) if event.how != "context" else 0
    for link in between(sentence, "word:between", event.last, reach + 1):
        people = sentence.of("Person")
        group = after(sentence, people, link.last, 12) if people else []
        if len(group) < 2:
            group = after(sentence, actors(sentence), link.last, 4)
        if len(group) > 1:
            return group
    return []


def _trainees(sentence: Sentence, event: Spot) -> list[Spot]:
    """For whom a training is: "a course for officers of the Police and the Navy"."""
    links = between(sentence, "word:for", event.last, event.last + 2)
    if event.draft.sub != "Training" or event.how == "context" or not links:
        return []
    return after(sentence, actors(sentence), links[0].last, 5)


def _guest_words(sentence: Sentence, guest: Spot, spot: Spot) -> tuple[int, int]:
    if spot.how == "context":
        return sentence.start, sentence.end
    spots = actors(sentence)
    listed = group(sentence, spots, guest, -1) if guest in spots else [guest]
    return clause(sentence, min(listed[0].first, spot.first), max(guest.last, spot.last))


LEADS_WITHIN = 22
"""Words between a name, with the post that follows it, and \"who leads the delegation\"."""


def _leads(sentence: Sentence, person: Spot) -> bool:
    return any(
        0 <= h.first - person.last < LEADS_WITHIN or abs(h.first - person.first) < 14
        for h in sentence.hits.get("verb:lead", ())
    )


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
