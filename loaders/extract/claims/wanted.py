"""SEEKS_COOPERATION_WITH: who wants to work with whom, or asks for it."""

from __future__ import annotations

from dataclasses import replace

from loaders.extract.claims.actors import BODIES, actors, covered, is_place, of_people
from loaders.extract.claims.assistance import HELP, PROMISED, people_of
from loaders.extract.claims.clauses import (
    after,
    before,
    between,
    clause,
    clause_end,
    denied,
    group,
    has_pair,
    is_future,
    of_one_state,
    subject_meant,
    subjects,
    topics_from,
)
from loaders.extract.claims.hosts import holds_event, is_passive
from loaders.extract.claims.stand_ins import PERSON, SELF
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot, code_of, pair
from loaders.lexicon.phrases import Hit

WANTED = 0.7
REACH = 12
"""Words within which what is wanted stands from the word of wanting."""

SOON = 3
"""Words after "promised" within which the help promised is named."""

JOINING = ("verb:sign", "verb:signing", "verb:ratify")

NEAR = 5
"""Words around a word of wanting within which who wants stands."""


WISHING = ("verb:intend", "verb:wish")

WANTING = ("verb:request", "verb:ask", *WISHING, *HELP, "verb:cooperate")
"""Words that say a wish; those of doing say it by their future."""


def wanted(reading: Reading, sentence: Sentence, speaker: Draft | None) -> bool:
    """One side wants cooperation of another, or asks for it."""
    markers = [(h, "requested") for h in sentence.hits.get("verb:request", ())]
    markers += [(h, "requested") for h in sentence.hits.get("verb:ask", ())]
    markers += [(h, "intended") for c in WISHING for h in sentence.hits.get(c, ())]
    markers += [(h, "intended") for h in _by_form(sentence)]
    for hit, meant in sorted(markers, key=lambda m: m[0].first):
        words = between(sentence, "verb:cooperation", hit.first, hit.last + REACH)
        working = between(sentence, "verb:cooperate", hit.last, hit.last + REACH)
        words = words or [w for w in working if not holds_event(sentence, w)]
        words = words or _promised(sentence, hit) or _asked(sentence, hit)
        words = words or ([hit] if is_future(sentence, hit) else [])
        if not words:
            continue
        meant = "denied" if denied(sentence, hit) else meant
        if meant != "denied" and (together := _together(sentence, hit, words[0])):
            both_want(reading, sentence, together, (words[0].first, words[0].last), speaker)
            return True
        sent_to = [
            s
            for s in sentence.of(*BODIES)
            if not covered(sentence, s) and (s.how != "demonym" or _headed(sentence, s))
        ]
        spots = [s for s in sent_to if not is_place(sentence, s)]
        sides = (
            _sides(reading, sentence, spots, hit)
            or _for_home(reading, sentence, spots, hit)
            or _sides(reading, sentence, [*spots, *people_of(sentence, hit)], hit)
            or (_helps(sentence, words[0]) and _sides(reading, sentence, sent_to, hit))
            or None
        )
        if sides and sides[0].draft is not sides[1].draft:
            _want(reading, sentence, hit, meant, words[0], sides, speaker)
            return True
        if meant != "denied" and _phrase(reading, sentence, hit, meant, words[0], speaker):
            return True
    return False


def asked_by(reading: Reading, sentence: Sentence, speaker: Draft | None) -> bool:
    """What one side does because another asked: "at the request of Peru, Chile handed over"."""
    for hit in sentence.hits.get("word:asked_by", ()):
        spots = actors(sentence)
        asking = after(sentence, spots, hit.last, NEAR)
        asked = before(sentence, spots, hit.first)
        if asking and not asked:
            asked = after(sentence, spots, max(s.last for s in asking))
        if asking and asked and asking[0].draft is not asked[0].draft:
            _want(reading, sentence, hit, "requested", hit, (asking[0], asked[0]), speaker)
            return True
    return False


def _by_form(sentence: Sentence) -> list[Hit]:
    """Words of helping or working together that are in the future by their own form."""
    hits = (h for c in (*HELP, "verb:cooperate") for h in sentence.hits.get(c, ()))
    return [h for h in hits if is_future(sentence, h) and not is_passive(sentence, h)]


def _helps(sentence: Sentence, word: Hit) -> bool:
    """Whether what is wanted is to help: then a place may be who is helped, "send experts to"."""
    return any(sentence.at(category, word.first) for category in PROMISED)


def _together(sentence: Sentence, hit: Hit, word: Hit) -> list[Draft]:
    """The two before "will cooperate", where no third is named that they want it with."""
    sides = before(sentence, actors(sentence), hit.first)
    near = bool(sides) and hit.first - sides[-1].last <= SOON and word.first - hit.last <= SOON
    links = between(sentence, "word:with", word.first, word.last + NEAR)
    third = any(after(sentence, actors(sentence), link.last, NEAR) for link in links)
    named = any(sentence.at(c, word.first) for c in ("verb:cooperation", "verb:cooperate"))
    working = hit.category == "verb:intend" and named
    drafts = list(dict.fromkeys(s.draft for s in sides))
    return drafts if near and not third and working and len(drafts) == 2 else []


def _promised(sentence: Sentence, hit: Hit) -> list[Hit]:
    """The word of helping that follows one of promising: "promised to train"."""
    helps = (h for c in PROMISED for h in between(sentence, c, hit.last, hit.last + SOON))
    return [h for h in helps if not is_passive(sentence, h)]


def _asked(sentence: Sentence, hit: Hit) -> list[Hit]:
    """The word of asking itself, where a body is asked or hoped to do something, whatever it is;
    not to join an agreement."""
    personal = hit.category in ("verb:ask", "verb:wish")
    asked = personal and after(sentence, actors(sentence), hit.last, SOON + 1)
    joining = (between(sentence, c, hit.last, hit.last + REACH) for c in JOINING)
    return [hit] if asked and not any(joining) else []


def _want(
    reading: Reading,
    sentence: Sentence,
    hit: Hit,
    meant: str,
    word: Hit,
    sides: tuple[Spot, Spot],
    speaker: Draft | None,
) -> None:
    """A claim of the first side with the other, and with those listed beside it."""
    wanting, other = sides
    spots = actors(sentence)
    others = group(sentence, spots, other, 1) if other in spots else [other]
    first, last = min(wanting.first, hit.first), max(others[-1].last, word.last, hit.last)
    for partner in others:
        if partner.draft is wanting.draft or of_one_state(wanting.draft, partner.draft):
            continue
        reading.claims.append(
            Found(
                "SEEKS_COOPERATION_WITH",
                wanting.draft,
                partner.draft,
                *clause(sentence, first, last),
                "cooperation.wanted",
                WANTED,
                meant,
                topics_from(sentence, 0),
                _other(_whose(reading, sentence, wanting, hit) or speaker, wanting.draft),
            )
        )


def _whose(reading: Reading, sentence: Sentence, wanting: Spot, hit: Hit) -> Draft | None:
    """Whose wish it is, where somebody stands for the body that wants."""
    for spot in reversed(sentence.of(*BODIES)):
        stands = spot.how in (SELF, PERSON) and spot.draft is wanting.draft
        if stands and spot.first <= hit.first:
            return reading.stand_ins.get((sentence.index, spot.first))
    return None


def _for_home(
    reading: Reading, sentence: Sentence, spots: list[Spot], hit: Hit
) -> tuple[Spot, Spot] | None:
    """ "The government" that wants, where it has no name, is that of the text's own country."""
    nations = [h for h in between(sentence, "word:nation", 0, hit.first) if hit.first - h.last <= 6]
    later = [s for s in spots if s.first >= hit.last]
    if not nations or not later or not reading.home or any(s.last <= hit.first for s in spots):
        return None
    home = reading.country(reading.home)
    if not home.spans:
        return None
    return Spot(home, nations[-1].first, nations[-1].last), later[0]


def _headed(sentence: Sentence, spot: Spot) -> bool:
    """Whether an adjective of a country stands for its government or people that act."""
    nation = sentence.at("word:nation", spot.last) is not None
    return nation or of_people(sentence, spot)


def _sides(
    reading: Reading, sentence: Sentence, spots: list[Spot], hit: Hit
) -> tuple[Spot, Spot] | None:
    """Who wants, and of whom: the actors nearest before and after the word of wanting.

    A person stands for their country where the other side is meant by "both countries".
    """
    both = has_pair(sentence)
    people = [s for s in sentence.of("Person") if s.last <= hit.first and s.draft.country]
    if both and people and not any(s.last <= hit.first for s in spots):
        own = reading.country(people[-1].draft.country or "")
        return _with_partner(reading, sentence, Spot(own, people[-1].first, people[-1].last), both)
    earlier = [s for s in spots if s.last <= hit.first + 1]
    later = [s for s in spots if s.first >= hit.last]
    if not earlier or hit.first - earlier[-1].last > NEAR:
        meant = subject_meant(reading, sentence, hit.last + NEAR)
        earlier = [meant] if meant else earlier
    opens = hit.first <= 1 and not sentence.has("word:nation", 0, hit.first)
    following = [s for s in subjects(sentence, spots, hit) if s.first >= hit.last]
    if following:  # its subject stands after it
        rest = [s for s in later if s.first >= following[-1].last]
        earlier, later = following[-1:], rest or earlier[::-1]
    elif not earlier and opens and later and later[0].first <= hit.last + 1:
        earlier, later = later[:1], later[1:]  # the verb stands first
    if earlier and later:
        wanting = earlier[-1]
        other = next((s for s in later if s.draft is not wanting.draft), None)
        if other is not None:
            return wanting, other
    if both and earlier and len(group(sentence, earlier, earlier[-1], -1)) < 2:
        return _with_partner(reading, sentence, earlier[-1], both)
    return None


def _with_partner(
    reading: Reading, sentence: Sentence, wanting: Spot, both: Hit
) -> tuple[Spot, Spot] | None:
    """Who wants, with the other of the two that "both" means; a body stands for its country."""
    sides = pair(reading, sentence)
    country = wanting.draft.country
    own = [
        s
        for s in sides
        if s is wanting.draft or (s.kind == "Country" and country and code_of(s) == country)
    ]
    if len(sides) != 2 or len(own) != 1:
        return None
    partner = sides[1] if sides[0] is own[0] else sides[0]
    return replace(wanting, draft=own[0]), Spot(partner, both.first, both.last)


def _other(speaker: Draft | None, subject: Draft) -> Draft | None:
    """The speaker, unless they are the subject of what is said."""
    return None if speaker is subject else speaker


def _phrase(
    reading: Reading, sentence: Sentence, hit: Hit, meant: str, word: Hit, speaker: Draft | None
) -> bool:
    """Cooperation wanted with somebody who has no name: "with other countries"."""
    link = next(iter(between(sentence, "word:with", word.last, word.last + 4)), None)
    tokens = sentence.tokens
    if link is None or link.last >= len(tokens) or tokens[link.last].text[0].isdigit():
        return False  # "с 2019 года" is since when
    if any(s.first in range(link.last, link.last + 5) for s in sentence.of(*BODIES)):
        return False
    subject = next((s.draft for s in sentence.of(*BODIES) if s.last <= hit.first + 1), None)
    home = reading.home
    if subject is None and home and sentence.has("word:nation", 0, hit.first + 1):
        nation = between(sentence, "word:nation", 0, hit.first + 1)[0]
        subject = reading.country(home)
        subject.spans[clause(sentence, nation.first, nation.last)] = None
    last = link.last
    stops = ("word:stop", "word:in", "word:and", "word:for", "word:to")
    while (
        last < min(len(sentence.tokens), link.last + 8)
        and sentence.tokens[last].is_word
        and not any(sentence.at(c, last) for c in stops)
    ):
        last += 1
    if subject is None or last == link.last:
        return False
    reading.claims.append(
        Found(
            "SEEKS_COOPERATION_WITH",
            subject,
            None,
            *clause(sentence, min(hit.first, word.first), last),
            "cooperation.phrase",
            WANTED,
            meant,
            topics_from(sentence, 0),
            _other(speaker, subject),
            clause(sentence, link.last, last),
        )
    )
    return True


def both_want(
    reading: Reading,
    sentence: Sentence,
    sides: list[Draft],
    words: tuple[int, int],
    speaker: Draft | None,
) -> None:
    """What two will do together, and nobody says they agreed, each of them wants."""
    for wanting, partner in (sides, sides[::-1]) if sides[0] is not sides[1] else ():
        reading.claims.append(
            Found(
                "SEEKS_COOPERATION_WITH",
                wanting,
                partner,
                *clause(sentence, words[0], clause_end(sentence, words[1])),
                "cooperation.both",
                WANTED,
                "intended",
                topics_from(sentence, words[0]),
                _other(speaker, wanting),
            )
        )
