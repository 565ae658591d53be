"""PARTICIPATED_IN: who was at an event."""

from __future__ import annotations

from dataclasses import replace

from loaders.extract.claims.actors import actors
from loaders.extract.claims.clauses import (
    after,
    before,
    between,
    clause,
    denied,
    group,
    told_apart,
)
from loaders.extract.claims.hosts import is_passive, paired
from loaders.extract.claims.named_guests import between_whom, holders, trainees, visitors_of
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot
from loaders.lexicon.phrases import Hit

GUEST = 0.65

AROUND, APART = 40, 25
"""Words within which people at an event stand from it, and from each other in a list."""

QUALIFIED = 5
"""Words back from an event to "during", over its article and adjectives."""

DEEDS = ("verb:say", "verb:agree", "verb:sign", "verb:intend", "verb:request", "verb:cooperate")

ACTING = 25
"""Words after an event within which who acted at it is named."""

OWNER = 10
"""Words after a meeting within which it is told whose it was, with the post: "the meeting of the
minister of ... Jane Doe with"."""

STANDS_IN = 6
"""Words after a name within which "was represented" stands, and after that "by"."""

INSTEAD = 8
"""Words before a name, over its post, within which "on behalf of" stands."""

INVITED = 10
"""Words after "invited" within which "to attend" says to what."""

SEMICOLONS = frozenset(";؛")
CLOSED = frozenset("”»")
BESIDE = 3
"""Words between a word of speaking and "on the sidelines of"."""

ASIDE = 3
"""Words between the end of a quotation and the word of speaking."""

LEADS_WITHIN = 22
"""Words between a name, with the post that follows it, and "who leads the delegation"."""


def claim_guests(
    reading: Reading,
    sentence: Sentence,
    spot: Spot,
    meant: str,
    speaker: Draft | None,
    hosts: set[Draft],
) -> None:
    """People and bodies that the sentence puts at the event."""
    if _is_aside(sentence, spot):
        return
    attends = bool(sentence.hits.get("verb:attend"))
    speaks = between(sentence, "verb:speak", 0, len(sentence.tokens))
    owner = next((s for s in sentence.of("Person") if 0 <= s.first - spot.last < OWNER), None)
    joint = between(sentence, "word:between", spot.last, spot.last + 4) or between(
        sentence, "word:with", spot.last, owner.last + 1 if owner else spot.last + 6
    )
    visitors = [
        *visitors_of(sentence, spot),
        *trainees(sentence, spot),
        *holders(sentence, spot),
        *between_whom(sentence, spot),
        *(paired(sentence, spot) if spot.draft.kind == "Event" else ()),
    ]
    told = speaker and speaker.kind == "Person" and _is_told(sentence, spot)
    lead = bool(sentence.hits.get("verb:lead"))
    if _during(sentence, spot):
        visitors += _acting(sentence, spot)
    if not (attends or speaks or joint or visitors or told or lead):
        return
    people = _people(sentence, spot)
    absent = any(denied(sentence, hit) for hit in sentence.hits.get("verb:attend", ()))
    meant = "denied" if absent else meant
    guests: list[tuple[Spot, str | None]] = [(s, None) for s in visitors]
    for person in people if attends or speaks or joint or lead else ():
        if _only_represented(sentence, person):
            continue
        role = "head of delegation" if lead and _leads(sentence, person) else None
        if role is None and speaks and _speaks(sentence, person):
            role = "speaker"
        if role or person.draft is not speaker:  # who only says something of it is not there
            guests.append((person, role))
    if attends or joint:
        guests += [(s, None) for s in actors(sentence) if _attends(sentence, s, spot)]
    if (attends or speaks) and (meant_by := _spoken_of(reading, sentence)):
        guests.append((meant_by, "speaker" if speaks and _speaks(sentence, meant_by) else None))
    if told and speaker:
        guests.append((Spot(speaker, spot.first, spot.last), "speaker"))
    if speaker in {guest.draft for guest, role in guests if role}:
        speaker = None  # the text itself tells who spoke there
    asked = _invitation(sentence)
    if asked is not None:
        meant = "requested"
    seen = set(hosts)
    for guest, role in guests:
        if guest.draft in seen or guest.draft is spot.draft:
            continue
        if asked is not None and guest.last <= asked.first:
            continue  # who invites is not thereby there
        seen.add(guest.draft)
        trained = spot.draft.sub == "Training" and guest.draft.kind in ("Country", "Agency")
        role = role or ("trainee" if trained and meant == "fact" else None)
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


def _is_aside(sentence: Sentence, event: Spot) -> bool:
    """Whether a sentence tells what was done beside an event, not at it: "on the sidelines of".
    Who spoke there was at it too."""
    return event.how != "context" and any(
        event.first - QUALIFIED < hit.last <= event.first
        and not between(sentence, "verb:speak", hit.first - BESIDE, hit.first)
        for hit in sentence.hits.get("word:aside", ())
    )


def _during(sentence: Sentence, event: Spot) -> bool:
    """Whether what a sentence tells was done at talks or on a visit: "during talks in Lima"."""
    if event.how == "context" or event.draft.sub not in ("Meeting", "Visit"):
        return False
    return any(
        sentence.ends("word:during", i)
        for i in range(event.first - 1, max(-1, event.first - QUALIFIED), -1)
    )


def _acting(sentence: Sentence, event: Spot) -> list[Spot]:
    """The people who did what was done at an event: named right after it, or in front of it."""
    people = sentence.of("Person")
    reach = max(event.last, event.reach)
    later = [s for s in people if reach <= s.first < reach + ACTING]
    if later and not between(sentence, "word:that", reach, later[0].first):
        return [s for s in later if not _acted(sentence, later[0].last, s.first)]
    return before(sentence, people, event.first) if people else []


def _acted(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a word of doing stands between two tokens: the second then does not act."""
    return any(between(sentence, c, first, last) for c in DEEDS)


def _spoken_of(reading: Reading, sentence: Sentence) -> Spot | None:
    """Whom "he" or "she" before a word of attending means: who was named last before."""
    for pronoun in between(sentence, "word:person", 0, AROUND):
        attends = (
            between(sentence, word, pronoun.last, pronoun.last + STANDS_IN)
            for word in ("verb:attend", "verb:speak", "verb:held")
        )
        named = any(s.last <= pronoun.first for s in sentence.of("Person"))
        if any(attends) and not named:
            earlier = reading.sentences[max(0, sentence.index - 2) : sentence.index]
            people = [s for e in earlier if not e.headline for s in e.of("Person")]
            return replace(people[-1], first=pronoun.first, last=pronoun.last) if people else None
    return None


def _only_represented(sentence: Sentence, person: Spot) -> bool:
    """Whether somebody else was there in a person's place: "the president was represented by"."""
    if between(sentence, "word:stead", person.first - INSTEAD, person.first):
        return True
    hits = between(sentence, "verb:attend", person.last, person.last + STANDS_IN)
    return any(
        is_passive(sentence, hit) or between(sentence, "word:by", hit.last, hit.last + STANDS_IN)
        for hit in hits
    )


def _invitation(sentence: Sentence) -> Hit | None:
    """The word of inviting that "to attend" follows."""
    for hit in sentence.hits.get("verb:request", ()):
        if between(sentence, "verb:attend", hit.last, hit.last + INVITED):
            return hit
    return None


def _people(sentence: Sentence, event: Spot) -> list[Spot]:
    """People named around an event, and those whom a list goes on to name."""
    found: list[Spot] = []
    for person in sentence.of("Person"):
        if event.how != "context" and _only_speaks(sentence, event, person):
            continue
        listed_on = found and person.first - found[-1].last < APART
        if abs(person.first - event.first) < AROUND or listed_on:
            found.append(person)
    return found


def _only_speaks(sentence: Sentence, event: Spot, person: Spot) -> bool:
    """Whether a person says what a quotation before them tells of an event."""
    first = event.first
    for hit in between(sentence, "verb:say", first, person.first):
        marks = [t.text for t in sentence.tokens[first : hit.first]]
        if any(m in CLOSED for m in marks[-ASIDE:]) or marks.count('"') % 2:
            return True
    return False


def _is_told(sentence: Sentence, event: Spot) -> bool:
    """Whether the event is who was spoken to: "told the conference"."""
    article = event.first - 1
    return bool(
        event.how != "context"
        and sentence.at("word:definite", article)
        and sentence.ends("verb:say", article - 1)
    )


def _guest_words(sentence: Sentence, guest: Spot, spot: Spot) -> tuple[int, int]:
    if spot.how == "context":
        return sentence.start, sentence.end
    spots = actors(sentence)
    listed = group(sentence, spots, guest, -1) if guest in spots else [guest]
    return clause(sentence, min(listed[0].first, spot.first), max(guest.last, spot.last))


def _leads(sentence: Sentence, person: Spot) -> bool:
    return any(
        0 <= h.first - person.last < LEADS_WITHIN or abs(h.first - person.first) < 14
        for h in sentence.hits.get("verb:lead", ())
    )


def _speaks(sentence: Sentence, person: Spot) -> bool:
    return any(abs(h.first - person.first) < 20 for h in sentence.hits.get("verb:speak", ()))


def _attends(sentence: Sentence, actor: Spot, event: Spot) -> bool:
    """Whether a body stands right before or after a word of attending; one that a person named
    there acts for was not there itself."""
    if any(p.first <= actor.first < p.last for p in sentence.of("Person")):
        return False
    if event.first <= actor.first < max(event.last, event.reach):
        return False
    if event.how != "context" and told_apart(sentence, event, actor):
        return False
    for hit in sentence.hits.get("verb:attend", ()):
        if event.how != "context" and event.first <= hit.first < event.last:
            continue  # "visita" is also the event itself
        spots = actors(sentence)
        by = is_passive(sentence, hit) and sentence.ends("word:by", hit.last - 1)
        near = hit.first - actor.last < 20 and not by  # "was attended by"
        if near and actor in before(sentence, spots, hit.first):
            return True
        if actor in after(sentence, spots, hit.last, 8) and not _is_joined(sentence, hit, actor):
            return True
    return False


def _is_joined(sentence: Sentence, hit: Hit, actor: Spot) -> bool:
    """Whether a body is what was taken part in ("participation in the Union"), or a semicolon
    parts it from the word of attending."""
    apart = any(t.text in SEMICOLONS for t in sentence.tokens[hit.last : actor.first])
    inside = sentence.at("word:in", hit.last) is not None and actor.first <= hit.last + 1
    return apart or inside
