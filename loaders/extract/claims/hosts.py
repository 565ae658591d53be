"""HOSTED: who held an event."""

from __future__ import annotations

import itertools

from loaders.extract.claims.actors import BODIES, actors
from loaders.extract.claims.clauses import after, before, between, clause, denied, subjects
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot
from loaders.lexicon.phrases import Hit
from loaders.text.tokens import passive

HOST = 0.7

FAR = 25
"""Words beyond which a word of hosting says nothing of an event."""

ARTICLE = 1
"""Words between "at" and the school that trains people."""

OFFICES = 4
"""Words between "to" and who is visited: "to the head office of"."""

PARTNERS = 25
"""Words before the last of a list of partners within which "in partnership with" leads to it."""

INVERTED = 3
"""Words around a verb that stands first: its subject follows."""

HOST_REACH = 30
"""Words within which a word of hosting takes up one of working together."""

TOGETHER = 12
"""Words after a word of hosting within which those who joined in are named."""

HELD = ("Training", "Conference", "Exercise")
"""Events that whoever "held" them hosted; those who held talks took part in them."""

AGENT = ("word:by", "word:of", "word:from")
"""What ends a phrase after which stands who does something."""

PREPOSITIONS = frozenset(["word:with", "word:in", "link"])
"""What begins such a phrase: "with the support of"."""

POSSESSIVE = ("'s", "’s", "'", "’")


def claim_hosts(
    reading: Reading,
    sentence: Sentence,
    event: Spot,
    events: list[Spot],
    meant: str,
    speaker: Draft | None,
) -> set[Draft]:
    """Hosts of `event`, one of the `events` of a sentence: those in its name, those that a word
    of hosting says, and who was visited."""
    found = [(host, event.first, event.last) for host in owners(sentence, event)]
    found += [(host, event.first, host.last) for host in visited(sentence, event)]
    found += [
        (host, min(host.first, event.first), max(host.last, event.last))
        for host in _at(sentence, event)
    ]
    found += [(host, host.first, event.last) for host in _joint(sentence, event)]
    for hit in (*sentence.hits.get("verb:host", ()), *_gave(sentence, event)):
        near = [e for e in events if abs(hit.first - e.first) <= FAR]
        near = [e for e in near if not _told_apart(sentence, e, hit)]
        if denied(sentence, hit) or sentence.spot_at(hit.first) or not near:
            continue
        attends = sentence.at("verb:attend", hit.first)
        if attends is not None and attends.last > hit.last:
            continue  # "принять участие" is no word of hosting
        if _hosted(sentence, near, hit) is event:
            organisers = _organisers(sentence, hit)
            if len(organisers) > 1 and _meet(sentence, event, hit):
                continue  # two that "held a meeting" met
            for host in organisers:
                first, last = min(host.first, hit.first), max(host.last, hit.last)
                found.append((host, min(event.first, first), max(event.last, last)))
    for host, first, last in found:
        if host.draft is not event.draft:
            reading.claims.append(
                Found(
                    "HOSTED",
                    host.draft,
                    event.draft,
                    *clause(sentence, first, last),
                    "events.host",
                    HOST,
                    meant,
                    (),
                    speaker,
                )
            )
    return {host.draft for host, _, _ in found}


def _meet(sentence: Sentence, event: Spot, hit: Hit) -> bool:
    """Whether a word of holding leads to talks, which its subjects took part in."""
    return event.draft.sub == "Meeting" and sentence.at("verb:held", hit.first) is not None


def _told_apart(sentence: Sentence, event: Spot, hit: Hit) -> bool:
    """Whether "said that" stands between an event and a word of hosting."""
    first, last = sorted((event.first, hit.first))
    return any(
        between(sentence, "word:that", said.last, said.last + 2)
        for said in between(sentence, "verb:say", first, last)
    )


def owners(sentence: Sentence, event: Spot) -> list[Spot]:
    """Bodies in an event's own name, or whose it is: "the Council's first session"."""
    if event.how != "name" or event.draft.sub == "Visit":
        return []
    if paired(sentence, event):
        return []
    bodies = sentence.of("Organization", "Agency")
    inside = [s for s in bodies if event.first <= s.first and s.last <= event.last]
    inside = [s for s in inside if not sentence.has("word:for", event.first, s.first)]
    if event.draft.sub == "Training" and (schools := _at_school(sentence, event, bodies)):
        return schools
    links = between(sentence, "word:of", event.last, event.last + 1)
    if links and event.draft.sub != "Training" and not inside:
        inside = [s for s in bodies if links[0].last <= s.first <= links[0].last + 1][:1]
    if inside or event.first == 0:
        return inside
    if sentence.ends("word:possessive", event.first - 1):  # "X met at its second session"
        group = before(sentence, actors(sentence), event.first)
        return group if len(group) == 1 and group[0] in bodies else []
    mark = sentence.tokens[event.first - 1]
    return [s for s in bodies if mark.text in POSSESSIVE and s.last == event.first - 1]


def _at_school(sentence: Sentence, event: Spot, bodies: list[Spot]) -> list[Spot]:
    """The body at which people are trained: "a course at the Academy"."""
    links = between(sentence, "word:in", event.last, max(event.last, event.reach) + 1)
    return [s for link in links for s in bodies if 0 <= s.first - link.last <= ARTICLE][:1]


def paired(sentence: Sentence, event: Spot) -> list[Spot]:
    """The two sides that an event's name joins with a hyphen: "the EU-Ghana Dialogue"."""
    inside = [s for s in sentence.of(*BODIES) if event.first <= s.first and s.last <= event.last]
    for one, other in itertools.pairwise(inside):
        if other.first == one.last + 1 and sentence.tokens[one.last].text in {"-", "–"}:
            return [one, other]
    return []


def visited(sentence: Sentence, event: Spot) -> list[Spot]:
    """The body that a visit went to: "a visit to the Authority"."""
    if event.draft.sub != "Visit":
        return []
    links = between(sentence, "word:to", event.last, event.last + 12)
    links += between(sentence, "word:in", event.last, event.last + 12)
    for link in links:
        bodies = [s for s in sentence.of(*BODIES) if link.last <= s.first <= link.last + OFFICES]
        if bodies and bodies[0].draft.kind != "Country":
            return bodies[:1]
    return []


def _at(sentence: Sentence, event: Spot) -> list[Spot]:
    """The body in whose house an event was held: "held at the Ministry's headquarters"."""
    if event.draft.kind != "Event" or event.draft.sub == "Visit":
        return []
    for seat in between(sentence, "word:seat", event.first - FAR, event.last + FAR):
        own = after(sentence, sentence.of("Agency", "Organization"), seat.last, ARTICLE + 1)
        if own and sentence.has("verb:held"):
            return own[:1]
    for held in sentence.hits.get("verb:held", ()):
        for link in between(sentence, "word:in", held.last, held.last + 1):
            bodies = [
                s
                for s in sentence.of("Agency", "Organization")
                if not in_event(sentence, s)
                and not any(first <= s.first < last for first, last in sentence.posts)
            ]
            near = [s for s in bodies if link.last <= s.first <= link.last + OFFICES]
            near = [] if sentence.at("country", link.last) else near  # "held in Lima a course for"
            if near and abs(event.first - held.first) <= FAR:
                return near[:1]
    return []


def in_event(sentence: Sentence, body: Spot) -> bool:
    """Whether a body only says which event it is: "on the margins of the Union's summit"."""
    acronym = body.how == "acronym" and body.first > 0
    return any(
        (e.first <= body.first < max(e.last, e.reach) or (acronym and e.reach == body.first - 1))
        and not sentence.has("word:for", e.first, body.first)
        and not sentence.has("word:staff", e.first, body.first)
        and not sentence.has("word:to", e.first, body.first)
        for e in sentence.of("Event", "Forum")
    )


def _joint(sentence: Sentence, event: Spot) -> list[Spot]:
    """The two whose joint operation an event is: "X and Y arrested five in a joint operation"."""
    words = between(sentence, "verb:cooperate", event.first - 1, max(event.last, event.reach))
    if event.draft.sub != "Exercise" or not words:
        return []
    sides = before(sentence, actors(sentence), event.first)
    return sides if len(sides) > 1 else []


def _gave(sentence: Sentence, event: Spot) -> list[Hit]:
    """Words of teaching or holding right before an event: "trained officers at a course",
    "held its second session"."""
    training = event.draft.sub == "Training"
    hits = [
        h
        for h in sentence.hits.get("verb:train", ())
        if training and 0 < event.first - h.last <= TOGETHER and not sentence.at("events", h.first)
    ]
    for hit in between(sentence, "verb:held", event.first - 8, event.first):
        own = sentence.has("word:possessive", hit.last, event.first)
        others = (sentence.at("verb:speak", hit.first), sentence.at("verb:attend", hit.first))
        group = before(sentence, actors(sentence), hit.first)
        direct = not any(others) and group and group[-1].last == hit.first
        if direct and (event.draft.sub in HELD or (own and len(group) == 1)):
            hits.append(hit)
    return hits


def holds_event(sentence: Sentence, hit: Hit) -> bool:
    """Whether what is done together is to hold an event: that is to host it, no more."""
    hosted = between(sentence, "verb:host", hit.first - HOST_REACH, hit.last + HOST_REACH)
    events = [e for e in sentence.of("Event", "Forum") if e.draft.sub != "Exercise"]
    return bool(hosted and events)


def is_passive(sentence: Sentence, hit: Hit) -> bool:
    """Whether who does something stands after the word for it: "organised by", "with support
    from", "организованный"."""
    several = hit.last - hit.first > 1
    return bool(
        (sentence.at("word:by", hit.last) and not _is_with(sentence, hit))
        or any(sentence.ends(category, hit.last - 1) for category in AGENT)
        or (several and sentence.at_any(PREPOSITIONS, hit.first))
        or passive(sentence.tokens[hit.first].text)
    )


def _is_with(sentence: Sentence, hit: Hit) -> bool:
    """Whether a word that is "by" and "with" in one, as Swahili "na", follows a verb that is no
    passive, and so is "with"."""
    both = sentence.at("word:with", hit.last) is not None
    return both and not sentence.has("word:passive", hit.first, hit.last)


def _hosted(sentence: Sentence, events: list[Spot], hit: Hit) -> Spot:
    """Of which event a word of hosting speaks: passive of one before it, active of one after."""
    earlier = [e for e in events if e.first < hit.first]
    later = [e for e in events if e.first >= hit.first]
    if is_passive(sentence, hit):
        return (earlier or later[:1])[-1]
    return (later or earlier[-1:])[0]


def _with_whom(sentence: Sentence, spots: list[Spot], first: Spot) -> list[Spot]:
    """Those before "in partnership with" that stands before a list: "X, with Y and Z, held"."""
    links = between(sentence, "verb:cooperate", first.first - PARTNERS, first.first)
    return before(sentence, spots, links[-1].first) if links else []


def _organisers(sentence: Sentence, hit: Hit) -> list[Spot]:
    """Who stands before an active word of hosting or after a passive one, and who joined in."""
    spots = actors(sentence)
    if is_passive(sentence, hit):
        group = after(sentence, spots, hit.last, 8)
    else:
        group = subjects(sentence, spots, hit)
        if group and hit.first - group[-1].last > 6:
            return []
        if group:
            group = [*_with_whom(sentence, spots, group[0]), *group]
        if not group and hit.first < INVERTED:
            group = after(sentence, spots, hit.last, INVERTED)
    if not group:
        return []
    reach = max(hit.last, group[-1].last) + TOGETHER
    links = [
        *between(sentence, "verb:cooperate", hit.last, reach),
        *(
            h
            for h in between(sentence, "word:with", hit.last, reach)
            if h.last - h.first > 1 and not _at_it(sentence, h)
        ),
    ]
    joined = [s for link in links for s in after(sentence, spots, link.last, 4)]
    return list(dict.fromkeys([*group, *joined]))


def _at_it(sentence: Sentence, link: Hit) -> bool:
    """Whether "with" is part of longer words of attending or helping: "contou com a presença de",
    "con el apoyo de"."""
    return any(
        h.first <= link.first < h.last and h.last - h.first > 1
        for c in ("verb:attend", "verb:assist", "verb:fund")
        for h in sentence.hits.get(c, ())
    )
