"""Who stands beside a word of speaking and does it."""

from __future__ import annotations

from loaders.extract.claims.actors import BODIES
from loaders.extract.claims.clauses import between, listed
from loaders.extract.mentions.posts import over_link
from loaders.extract.reading import Draft, Sentence, Spot, code_of

REACH = 16
"""Words within which a speaker stands from the word of speaking."""

CLOSING = frozenset('",،”»–—')
"""What stands before a word of speaking that follows what is said; who said it follows."""

NEAR = 3
"""Words between a body and the word of speaking after it."""

OPENING = 3
"""Words that something said holds at least."""

TAIL = 6
"""Words after such a word within which a body that spoke is named."""


def beside(sentence: Sentence, first: int, last: int) -> Draft | None:
    """The person, else the body, nearest to a word of speaking: before it first."""
    spots = [s for s in sentence.of("Person", *BODIES) if s.how != "demonym"]
    reported = bool(between(sentence, "word:that", first, last + 2))  # what follows is what is said
    source = over_link(sentence, last)
    linked = (source > last or last - first > 1) and not _addressed(sentence, spots, first, last)
    if linked and not reported and (sources := [s for s in spots if s.first == source]):
        return sources[0].draft  # "according to the ministry", "it was said at the ministry"
    spots = [s for s in spots if not any(a <= s.first < b for a, b in sentence.posts)]
    follows = _follows_what_is_said(sentence, first, last, spots)
    if follows and (after := _after(spots, first, last)) is not None:
        return after
    earlier = [s for s in spots if s.last <= first and first - _end(sentence, s) <= REACH]
    far = REACH if sentence.at("word:told_so", first) else REACH // 2
    far = 0 if _leads_to(sentence, last) else far
    later = [s for s in spots if 0 <= s.first - last <= far and not reported]
    if joint := listed(sentence, [s for s in earlier if s.draft.kind == "Person"], first):
        return joint[0].draft  # "A and B said": the first of several
    own = [s for s in earlier if not _led_by(sentence, s)]  # "A, whom B received, said"
    for side in (list(reversed(own or earlier)), later):
        person = _first_person(side)
        if person is not None:
            return person
    near = [s for s in earlier if first - s.last <= NEAR and not _led_to(sentence, s)]
    if near:
        return _whole(earlier, near[-1]).draft
    beside = [s for s in later if all(_beside_it(sentence, i) for i in range(last, s.first))]
    return _whole(beside, beside[0]).draft if beside else None


def _addressed(sentence: Sentence, spots: list[Spot], first: int, last: int) -> bool:
    """Whether a word of speaking has its subject right before it, or leads to who is spoken to:
    "the minister urged Peru", "pidió a Estonia"."""
    if any(_end(sentence, s) == first or _set_off(sentence, s, first) for s in spots):
        return True
    return _leads_to(sentence, last)


def _set_off(sentence: Sentence, spot: Spot, first: int) -> bool:
    """Whether a comma after an apposition stands before a word of speaking: "X, the minister,"."""
    end = _end(sentence, spot)
    post = end != spot.last or sentence.tokens[spot.first - 1].text == ","
    return spot.draft.kind == "Person" and end == first - 1 and post


def _leads_to(sentence: Sentence, i: int) -> bool:
    """Whether token `i` is "to", and no article that is spelt so."""
    return bool(sentence.at("word:to", i)) and sentence.at("word:definite", i) is None


def _after(spots: list[Spot], first: int, last: int) -> Draft | None:
    """Who is named after the word of speaking that follows what is said; a body only where no
    person is named before."""
    named = any(s.draft.kind == "Person" and 0 <= first - s.last <= REACH for s in spots)
    for spot in (s for s in spots if s.first >= last):
        person = spot.draft.kind == "Person"
        if spot.first - last <= (REACH if person else TAIL) and (person or not named):
            return spot.draft
    return None


def _whole(spots: list[Spot], spot: Spot) -> Spot:
    """The body whose name a country goes with: "the police of Peru" speaks, not Peru."""
    if spot.draft.kind != "Country":
        return spot
    code = code_of(spot.draft)
    for other in spots:
        touches = spot.first <= other.last + 1 and other.first <= spot.last + 1
        own = code_of(other.draft) == code or other.last == spot.first
        if other.draft.kind != "Country" and touches and own:
            return other
    return spot


def _led_by(sentence: Sentence, spot: Spot) -> bool:
    """Whether somebody only stands with who speaks: "received by the president X"."""
    start = min((a for a, b in sentence.posts if 0 <= spot.first - b <= 2), default=spot.first)
    i = start - 1 - (sentence.at("word:definite", start - 1) is not None)
    for at in (start - 1, i):
        if sentence.ends("word:and", at):
            return False
    return any(sentence.ends(c, at) for c in ("word:by", "word:with") for at in (start - 1, i))


def _led_to(sentence: Sentence, spot: Spot) -> bool:
    """Whether a name is where something leads: "the visit to Peru, she said"."""
    inside = (e for e in sentence.of("Event") if e.first < spot.first < max(e.last, e.reach))
    i = spot.first - (sentence.at("word:definite", spot.first - 1) is not None)
    if any(inside):
        return True  # "the visit to Peru"
    if sentence.ends("word:by", i - 1):
        return False
    return any(sentence.ends(c, i - 1) for c in ("word:to", "word:with", "word:in"))


def _beside_it(sentence: Sentence, i: int) -> bool:
    """Whether token `i` may stand between a word of speaking and the body that speaks."""
    small = ("word:definite", "word:indefinite", "link")
    return any(sentence.at(word, i) for word in small) or sentence.spot_at(i) is not None


def _follows_what_is_said(sentence: Sentence, first: int, last: int, spots: list[Spot]) -> bool:
    """Whether a word of speaking comes after what was said: ", the ministry announced today";
    not after an apposition ("X, the minister, said")."""
    if first == 0 or sentence.tokens[first - 1].text not in CLOSING:
        return False
    apposed = any(_end(sentence, s) == first - 1 for s in spots)
    opened = sum(t.is_word for t in sentence.tokens[:first]) < OPENING  # "Aidha, alisema"
    return not apposed and not opened and not between(sentence, "word:that", last, last + TAIL)


def _end(sentence: Sentence, spot: Spot) -> int:
    """Where the words about a name end: after the post that follows it, if one does."""
    after = (last for first, last in sentence.posts if 0 <= first - spot.last <= 2)
    return max(after, default=spot.last)


def _first_person(spots: list[Spot]) -> Draft | None:
    return next((s.draft for s in spots if s.draft.kind == "Person"), None)
