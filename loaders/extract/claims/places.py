"""HELD_IN: where an event took place."""

from __future__ import annotations

from loaders.extract.claims.clauses import between, clause
from loaders.extract.claims.hosts import is_passive
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot

PLACE = 0.8

REACH = 14
"""Words after an event within which its place stands."""

HOSTING = 3
"""Words before one of hosting within which the town stands that hosts: "Lima will host"."""

LISTED = 4
"""Words after an event's phrase within which "and" makes what follows it a list, no place."""

BEFORE = 14
"""Words before an event within which its place stands: "met in Lima for talks"."""

ELSEWHERE = ("Visit", "Exercise")
"""Events of which news is told from somewhere else."""

ACTS = ("verb:attend", "verb:held", "verb:sign")

HEAD = 16
"""Words within which a dateline ends: "LIMA, Peru, 24 October 2024 –"."""

DATELINE = 2
"""Sentences that titles may take before the one with the dateline."""

DASHES = frozenset("-–—")


def claim_place(
    reading: Reading, sentence: Sentence, spot: Spot, meant: str, speaker: Draft | None
) -> bool:
    """ "in Nairobi", "in Nairobi, Kenya", "nchini Urusi": the first place after the event."""
    for i in _place_starts(sentence, spot):
        if i < len(sentence.tokens) and sentence.at("word:definite", i):
            i += 1
        code, place, last = _where(reading, sentence, i)
        if code is None or (not reading.country(code).spans and i < spot.first):
            continue
        if not reading.country(code).spans:
            return False  # a town whose country the text does not name
        if any(first <= i < end for first, end in sentence.posts):
            continue  # "to the ambassador to Ghana" says where an ambassador is
        qualifiers = (("place", place),) if place else ()
        reading.claims.append(
            Found(
                "HELD_IN",
                spot.draft,
                reading.country(code),
                *clause(sentence, min(spot.first, i), max(spot.last, last)),
                "events.place",
                PLACE,
                meant,
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
    limit = min(len(tokens), max(spot.reach, spot.last, *_acts(sentence, spot)) + REACH)
    links = between(sentence, "word:in", spot.first, limit)
    starts = [link.last for link in links if not _says_whose(sentence, link.first)]
    for held in between(sentence, "verb:held", limit - REACH, limit + REACH):
        starts += [h.last for h in between(sentence, "word:in", held.last, held.last + REACH)]
    if spot.draft.sub == "Visit":
        to = between(sentence, "word:to", spot.last, limit + REACH)
        starts = [link.last for link in to if _may_be_place(sentence, link.last)] + starts
    starts += [
        link.last
        for link in between(sentence, "word:for", spot.last, limit)
        if _is_town(sentence, link.last)
    ]
    for end in {spot.last, max(spot.reach, spot.last)}:
        listed = any(sentence.at("word:and", i) for i in range(end, end + LISTED))
        mark = 0 < end < len(tokens) and tokens[end].text in {",", "("}
        if mark and not listed and _closes(sentence, end + 1):
            starts.insert(0, end + 1)
    starts += [
        link.last
        for link in reversed(between(sentence, "word:in", spot.first - BEFORE, spot.first))
        if _may_be_place(sentence, link.last) and not _says_whose(sentence, link.first)
    ]
    starts += [
        i
        for hit in sentence.hits.get("verb:host", ())
        for i in range(max(0, hit.first - HOSTING), hit.first)
        if _is_town(sentence, i) and not is_passive(sentence, hit)
    ]
    if spot.draft.kind == "Event":  # "the Kigali summit"
        starts += [i for i in range(spot.first, spot.last) if _is_town(sentence, i)]
    told_here = spot.how == "name" and spot.draft.sub not in ELSEWHERE
    if sentence.index <= DATELINE and _is_town(sentence, 0) and told_here:
        marks = [i for i in range(1, min(len(tokens), HEAD)) if tokens[i].text in DASHES]
        starts += [0] if marks and marks[0] < spot.first else []
    return starts


def _closes(sentence: Sentence, i: int) -> bool:
    """Whether no country at token `i` goes on to act: "the summit, Lima, Peru," and not "after
    the visit, Peru and Chile signed"."""
    country = sentence.at("country", i)
    if country is None or not country.value.startswith("name"):
        return True
    return country.last >= len(sentence.tokens) or not sentence.tokens[country.last].is_word


def _acts(sentence: Sentence, spot: Spot) -> list[int]:
    """Where the words stand by which a sentence tells of an event without naming it: "met"."""
    context = spot.how == "context"
    return [h.last for c in ACTS for h in sentence.hits.get(c, ())] if context else [0]


def _says_whose(sentence: Sentence, i: int) -> bool:
    """Whether "in" at token `i` follows a body: "the Ministry of Justice in Chad"."""
    return any(i in (s.last, s.reach) for s in sentence.of("Agency", "Organization"))


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
            if town is None and not sentence.at("word:land", spot.last):
                continue  # "in a Russian university" names no place
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
