"""Who acts in a sentence: bodies and countries that are no place, no owner, no source."""

from __future__ import annotations

from loaders.extract.reading import Sentence, Spot
from loaders.extract.sentence import glued
from loaders.text.tokens import leads_to, nominative

BODIES = ("Country", "Agency", "Organization")
NEAR_MARKER = 14
"""Words before a trigger within which a marker of intention or denial belongs to it."""

POSSESSIVE = frozenset({"'s", "’s"})

COMMAS = frozenset(",،")

ADJECTIVES = 2
"""Words after the adjective of a country within which the word for its people stands."""

LINKING = frozenset(["word:definite", "link", "word:of"])

SPEAKING = frozenset(["verb:say", "verb:belong"])

NOTE = 2
"""Words for what a source gave out: "according to a statement of"."""


def actors(sentence: Sentence) -> list[Spot]:
    """Bodies and countries that act in a sentence, in order."""
    if sentence.acting is None:
        sentence.acting = _acting(sentence)
    return sentence.acting.copy()


def _acting(sentence: Sentence) -> list[Spot]:
    """Who acts in a sentence.

    Left out are those inside a longer name, places ("in Kenya"), countries that only say
    whose something is ("Kenya's Attorney General", "the CSA of Ghana"), bodies that another is
    part of ("a unit of the Police"), and whoever a statement is only taken from ("according to
    the ministry").
    """
    bodies = sentence.of(*BODIES)
    parents = {s.draft for s in bodies if _is_parent(sentence, s)}
    spots = [
        s
        for s in bodies
        if not covered(sentence, s)
        and not is_source(sentence, s)
        and s.draft not in parents
        and not _in_title(sentence, s)
        and not any(first <= s.first < last for first, last in sentence.posts)
    ]
    return [s for s in spots if not is_place(sentence, s) and not _is_owner(sentence, s, spots)]


def covered(sentence: Sentence, spot: Spot) -> bool:
    """Whether a spot lies in a longer one: "Kenya" in "Bank of Kenya"."""
    return any(
        s is not spot
        and spot.last <= s.last
        and (s.first <= spot.first or s.first < spot.last)
        and (s.last - s.first > spot.last - spot.first)
        for s in sentence.spots
        if s.draft.kind != "Topic"
    )


def _is_parent(sentence: Sentence, spot: Spot) -> bool:
    """Whether words of belonging, more than a bare "of", lead from another body to this one."""
    hits = sentence.hits.get("verb:belong")
    if not hits or spot.draft.kind == "Country":
        return False
    i = spot.first - 1
    while i >= 0 and (
        sentence.at("word:definite", i)
        or sentence.tokens[i].text in POSSESSIVE
        or any(s.first <= i < s.last for s in sentence.of("Country"))
    ):
        i -= 1
    return any(
        h.last == i + 1
        and (h.last - h.first > 1 or not sentence.at("link", h.first))
        and any(s.last <= h.first for s in sentence.of("Agency", "Organization"))
        for h in hits
    )


def is_place(sentence: Sentence, spot: Spot) -> bool:
    """Whether a country is only where something is: "in Kenya"."""
    if spot.draft.kind != "Country":
        return False
    if glued(sentence, spot) == "ب":
        return True
    if leads_to(sentence.tokens[spot.first].text):
        return False  # "направит экспертов в Казахстан"
    i = spot.first - 1
    if i >= 0 and sentence.tokens[i].text == "," and i > 0 and sentence.tokens[i - 1].capital:
        return sentence.ends("word:in", i - 2) or (
            sentence.tokens[i - 2].capital and sentence.ends("word:in", i - 3)
        )
    return sentence.ends("word:in", i) or (
        sentence.ends("word:definite", i) and sentence.ends("word:in", i - 1)
    )


def _is_owner(sentence: Sentence, spot: Spot, spots: list[Spot]) -> bool:
    if spot.how in ("self", "person"):
        return False  # "we" and "our police" are who acts or is helped
    if spot.draft.kind != "Country" and _possessive(sentence, spot):
        return True
    if _possessive(sentence, spot):
        return not _has_staff(sentence, spot)
    if spot.how == "demonym":
        return not of_people(sentence, spot)
    if sentence.at("titles", spot.last):
        return True  # "the US ambassador"
    cased = any(t.capital for t in sentence.tokens[spot.last : spot.last + 1])
    if cased and any(s.first == spot.last and s.draft.kind != "Country" for s in spots):
        return True  # "the U.S. Federal Bureau of Investigation"
    before = next(
        (
            s
            for s in (*spots, *sentence.of("Agreement", "Person"))
            if s is not spot
            and s.draft.kind != "Country"
            and s.how != "self"
            and 0 <= spot.first - max(s.last, s.reach) <= 2
        ),
        None,
    )
    if before is None:
        return False
    gap = range(max(before.last, before.reach), spot.first)
    if any(sentence.at("word:that", i) or sentence.at("verb:say", i) for i in gap):
        return False  # "the ministry said that Peru"
    if before.draft.kind == "Person" and not (gap and sentence.at("word:of", gap.start)):
        return False  # "X of Peru" is somebody's country, "X said Peru" is not
    if not gap and (nominative(sentence.tokens[spot.first].text) or is_joined(sentence, spot)):
        return False
    return all(
        sentence.at("link", i) or sentence.at("word:of", i) or sentence.at("word:definite", i)
        for i in gap
    ) and not any(sentence.at_any(("word:and", "word:by"), i) for i in gap)


def _has_staff(sentence: Sentence, spot: Spot) -> bool:
    """Whether people without a name of their own act for a country: "Kenya's police"."""
    i = spot.last + 1
    return bool(sentence.at("word:staff", i)) and sentence.beginning(i) is None


def of_people(sentence: Sentence, spot: Spot) -> bool:
    """Whether the adjective of a country says whose people act for it: "Kenyan and Ugandan police
    officers", "especialistas portugueses"."""
    i = spot.last
    while i < len(sentence.tokens) and (_is_demonym(sentence, i) or sentence.at("word:and", i)):
        i += 1
    after = any(sentence.at("word:staff", j) for j in range(i, i + ADJECTIVES))
    i = spot.first
    while i > 0 and (_is_demonym(sentence, i - 1) or sentence.at("word:and", i - 1)):
        i -= 1
    return after or sentence.ends("word:staff", i - 1)


def _is_demonym(sentence: Sentence, i: int) -> bool:
    country = sentence.at("country", i)
    return country is not None and country.value.startswith("demonym")


def is_joined(sentence: Sentence, spot: Spot) -> bool:
    """Whether an Arabic "and" is glued to a name: its mention begins inside the word."""
    word = sentence.tokens[spot.first]
    return word.text[0] == "و" and any(word.start < at < word.end for at, _ in spot.draft.spans)


def _possessive(sentence: Sentence, spot: Spot) -> bool:
    tokens = sentence.tokens
    return spot.last < len(tokens) and tokens[spot.last].text in POSSESSIVE


def is_source(sentence: Sentence, spot: Spot) -> bool:
    """Whether a statement is only taken from a body: "according to (a note of) the ministry"."""
    hits = sentence.hits.get("verb:say")
    if not hits:
        return False
    i = _over_links(sentence, spot.first)
    if any(sentence.at("word:that", j) for j in range(i, spot.first)):
        return False  # "she recalled that the Committee": what is said begins with it
    apart = any(t.text in COMMAS for t in sentence.tokens[max(0, i - NOTE) : i])
    linked = (
        i < spot.first
        and not apart
        and not any(sentence.has(word, i - NOTE, i) for word in ("word:pronoun", "word:that"))
    )
    end = max(spot.last, spot.reach)
    closes = _closes(sentence, end)
    if any(c.startswith("verb:") and c not in SPEAKING for c in sentence.opened(end)):
        return False  # "Silaa, who said Peru ratified it"
    return any(
        (h.last == i or (linked and 0 < i - h.last <= NOTE and h.first == 0))
        and (closes or h.first == 0 or sentence.tokens[h.first - 1].text in COMMAS)
        and not any(s.last == h.first for s in sentence.of(*BODIES, "Person"))
        for h in hits
    )


def _closes(sentence: Sentence, i: int) -> bool:
    """Whether a clause ends before token `i`, or goes on with where and when."""
    if i >= len(sentence.tokens) or not sentence.tokens[i].is_word:
        return True
    return bool(sentence.at("word:in", i)) or any(d.first == i for d in sentence.dates)


def _over_links(sentence: Sentence, i: int) -> int:
    """The first of the articles and words for "of" that stand right before token `i`."""
    while i > 0 and sentence.at_any(LINKING, i - 1) and not sentence.at("word:that", i - 1):
        i -= 1
    return i


def _in_title(sentence: Sentence, spot: Spot) -> bool:
    """Whether a body only says of what somebody is head: "director of the Agency". Its experts and
    officers act for it."""
    if spot.draft.kind == "Country":
        return False
    i = _over_links(sentence, spot.first)
    return sentence.ends("titles", i - 1) and not sentence.ends("word:staff", i - 1)
