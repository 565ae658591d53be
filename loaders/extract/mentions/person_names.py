"""Names of people: how far they go, and whose they are."""

from __future__ import annotations

import re

from loaders.extract.mentions import memory
from loaders.extract.mentions.known_people import known_person
from loaders.extract.reading import Draft, Reading, Sentence, Spot
from loaders.lexicon.names import names
from loaders.text.tokens import Token, plain

LONGEST = 5
"""Words beyond which capitals are no person's name (particles aside)."""

JOINT = 3
"""Particles and marks in a row at most: "van der", "de la", "-al-"."""

ACRONYM = 4
"""Letters of a word in capitals up to which it is no person's name."""

DIVINE = frozenset({"الله", "الدين", "الرحمن", "الملك", "الإسلام", "الاسلام"})
"""What a given name ends in: "Servant of God", "Light of the Faith"."""

SERVANT = frozenset({"عبد", "أبو", "ابو", "ابن"})
"""What begins a given name of two words."""

HYPHENS = frozenset("-‐‑")

SECOND_HALF = 6
"""Letters of the second half of a name at most, where it is written in small letters."""

ORDINARY = ("verb:", "word:", "sign:", "link", "join", "deputy", "acting")
"""Categories of words that are no names."""

NO_PART = frozenset(
    (
        "honorifics", "ranks", "titles", "months", "weekdays", "bodies", "word:stop", "word:in",
        "word:with", "word:definite", "verb:say", "word:and", "relative", "agreements", "word:to",
        "word:from", "word:of", "former", "events", "sign:roles", "sign:others", "word:nation",
    )
)  # fmt: skip
"""Categories of words that begin no part of a person's name."""

CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where two names were run together."""

Run = tuple[int, int]
"""Tokens from and to (not included)."""


def name_at(reading: Reading, sentence: Sentence, i: int) -> Run | None:
    """A person's name that begins at token `i`."""
    tokens = sentence.tokens
    spot = sentence.spot_at(i) if i < len(tokens) else None
    if spot is not None:
        return (spot.first, spot.last) if spot.draft.kind == "Person" else None
    last, particles = i, 0
    if tokens[i : i + 1] and tokens[i].text in HYPHENS:
        return None  # "Técnico-Policial": the rest of a word
    while last < len(tokens) and last - i - particles < LONGEST:
        if last > i + 1 and _is_origin(reading, sentence, last):
            last += 1
            break
        if last > i and reading.pack.language == "ar" and _is_told(sentence, last):
            break
        if last > i + 1 and _after_family_name(reading, tokens, last):
            break
        bare = last == i or tokens[last].word not in reading.pack.particles
        if (bare and is_part(reading, sentence, last)) or (
            last > i and _is_inner(reading, sentence, last)
        ):
            last += 1
            continue
        further = over_joint(tokens, last, reading.pack.particles)
        if (
            further == last
            or (last == i and not tokens[last].capital and tokens[further - 1].text not in HYPHENS)
            or further == len(tokens)
            or not (
                is_part(reading, sentence, further)
                or _ends_name(reading, sentence, further)
                or is_hyphened(sentence, further)
            )
        ):
            break
        last, particles = further + 1, particles + further - last
    long = last > i and len(tokens[last - 1].text) > 1
    return (i, last) if long and not _is_acronym(tokens[i:last]) else None


def _is_acronym(words: list[Token]) -> bool:
    """Whether a "name" is one word of few capitals: a body's, not a person's."""
    return len(words) == 1 and words[0].text.isupper() and len(words[0].text) <= ACRONYM


def _after_family_name(reading: Reading, tokens: list[Token], i: int) -> bool:
    """Whether an Arabic family name with its article has ended a name: a word without one then
    belongs to the clause ("al-Hajraf the importance of")."""
    before, word = tokens[i - 1].word, tokens[i].word
    if reading.pack.language != "ar" or not before.startswith("ال") or before in DIVINE:
        return False
    if i > 1 and tokens[i - 2].word in SERVANT:
        return False  # "Abd al-Wafi Laftit"
    return not word.startswith("ال") and word not in reading.pack.particles


def _is_told(sentence: Sentence, i: int) -> bool:
    """Whether an Arabic word tells what somebody does or wants, and so ends a name."""
    return any(category.startswith("verb:") for category in sentence.opened(i))


def _is_origin(reading: Reading, sentence: Sentence, i: int) -> bool:
    """Whether the adjective of a country ends an Arabic name, as the name of a family: it stands
    right after the name, where it says nothing of the post before."""
    word = sentence.tokens[i].word
    spot = sentence.beginning(i) if reading.pack.language == "ar" else None
    adjective = spot is not None and spot.how == "demonym" and spot.last == i + 1
    return adjective and word.startswith("ال") and word.endswith("ي")


def is_hyphened(sentence: Sentence, i: int) -> bool:
    """Whether the word at `i` is the second half of a name, in small letters or not: "Ki-moon"."""
    tokens = sentence.tokens
    if not 1 < i < len(tokens) or tokens[i - 1].text not in HYPHENS or not tokens[i].is_word:
        return False
    first, hyphen, second = tokens[i - 2 : i + 1]
    glued = first.end == hyphen.start and hyphen.end == second.start
    if not (glued and first.capital and len(first.text) > 1) or sentence.spot_at(i):
        return False
    small = len(second.text) <= SECOND_HALF and not is_ordinary(sentence, i)
    return second.capital or small


def is_ordinary(sentence: Sentence, i: int) -> bool:
    """Whether the lexicon knows the word at `i` as an ordinary one."""
    return any(category.startswith(ORDINARY) for category in sentence.opened(i))


def _ends_name(reading: Reading, sentence: Sentence, i: int) -> bool:
    """Whether what is an honorific elsewhere ends a name after a particle: "Ould Sidi"."""
    token = sentence.tokens[i]
    cased = token.capital or reading.pack.lexicon.names.capitals == "none"
    after_particle = sentence.tokens[i - 1].word in reading.pack.particles
    return bool(cased and after_particle and sentence.at("honorifics", i))


def over_joint(tokens: list[Token], i: int, particles: frozenset[str]) -> int:
    """Where what joins two parts of a name ends: particles, hyphens, the point of an initial."""
    end = i
    while end < len(tokens) and end - i < JOINT and _joins(tokens, end, particles):
        end += 1
    return end


def _joins(tokens: list[Token], i: int, particles: frozenset[str]) -> bool:
    if tokens[i].word in particles:
        return True
    glued = i > 0 and tokens[i].start == tokens[i - 1].end
    return glued and (
        tokens[i].text in HYPHENS or (tokens[i].text == "." and len(tokens[i - 1].text) == 1)
    )


def name_back(reading: Reading, sentence: Sentence, end: int) -> int:
    """Where a name begins that ends before token `end`."""
    begin = end
    while begin > 0 and end - begin < LONGEST + 2:
        if is_part(reading, sentence, begin - 1):
            begin -= 1
        elif (
            begin > 1
            and begin < end
            and (
                sentence.tokens[begin - 1].word in reading.pack.particles
                or sentence.tokens[begin - 1].text == "-"
            )
            and is_part(reading, sentence, begin - 2)
        ):
            begin -= 2
        else:
            break
    return begin


def _is_inner(reading: Reading, sentence: Sentence, i: int) -> bool:
    """Whether a word that is a title elsewhere stands inside a name: "Luis Rey Mora"."""
    return (
        i + 1 < len(sentence.tokens)
        and sentence.tokens[i].capital
        and (title := sentence.at("titles", i)) is not None
        and title.last == i + 1
        and is_part(reading, sentence, i + 1)
    )


def is_part(reading: Reading, sentence: Sentence, i: int) -> bool:
    """Whether token `i` can be part of a person's name."""
    token = sentence.tokens[i]
    language = reading.pack.language
    if not token.is_word or token.text[0].isdigit() or sentence.spot_at(i):
        return False
    following = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else token
    if i > 0 and token.capital and sentence.at("verb:intend", i) and following.capital:
        return True  # "Will Chandler" inside a sentence is a name, "will" is not.
    if language == "ar":
        if (
            token.word.startswith("و")
            and len(token.word) > 4
            and sentence.tokens[i - 1].word != "بن"
        ) or sentence.at("verb:belong", i):
            return False
    elif not token.capital:
        return False
    if any(h.first <= i < h.last for h in sentence.hits.get("titles", ())):
        return False
    if sentence.at("months", i) and token.word in names().given:
        dated = i > 0 and sentence.tokens[i - 1].text[0].isdigit()
        further = over_joint(sentence.tokens, i + 1, reading.pack.particles)
        goes_on = further < len(sentence.tokens) and is_part(reading, sentence, further)
        return goes_on and not dated
    return not sentence.at_any(NO_PART, i)


def over_honorifics(sentence: Sentence, i: int) -> int:
    for _ in range(8):
        hit = sentence.at("honorifics", i) or sentence.at("ranks", i)
        if hit is not None:
            i = hit.last
        elif i < len(sentence.tokens) and sentence.tokens[i].text == "." and i > 0:
            i += 1
        else:
            break
    return i


def person(reading: Reading, sentence: Sentence, run: Run) -> Draft:
    """The person of a name, known already or new."""
    spot = sentence.spot_at(run[0])
    if spot is not None and spot.draft.kind == "Person":
        return spot.draft
    tokens = sentence.tokens
    if (origin := sentence.beginning(run[1] - 1)) is not None:
        _take_out(sentence, origin)
    start, end = sentence.text_start(run[0]), sentence.text_end(run[1])
    surface = reading.text[start:end]
    name = CAMEL.sub(" ", surface) if run[1] - run[0] == 1 else surface
    draft = known_person(reading, name) or reading.draft(
        f"person:{plain(name)}", Draft("Person", name)
    )
    if len(name) > len(draft.name) and not name.isupper():
        draft.name = name
    memory.remember(reading, draft)
    first = run[0]
    while first > 0 and (
        sentence.ends("honorifics", first - 1)
        or (tokens[first - 1].text == "." and sentence.ends("honorifics", first - 2))
    ):
        first -= 1
    if first < run[0]:
        begin = sentence.text_start(first)
        draft.attributes.setdefault("honorific", (reading.text[begin:start].strip(), begin, start))
    reading.note(sentence, Spot(draft, run[0], run[1], reach=run[1]))
    return draft


def _take_out(sentence: Sentence, spot: Spot) -> None:
    """Drop a mention that turned out to be part of a name."""
    sentence.remove(spot)
    del spot.draft.spans[sentence.text_start(spot.first), sentence.text_end(spot.last)]


def _names_family(reading: Reading, sentence: Sentence, i: int) -> bool:
    """Whether what looks like the adjective of a country is a family name that stands alone: no
    noun with an article stands before it, which it could be of."""
    before = sentence.tokens[i - 1].word if i else ""
    return _is_origin(reading, sentence, i) and not before.startswith(("ال", "وال", "بال", "لل"))


def find_short_names(reading: Reading) -> None:
    """Later mentions by one part of a name."""
    parts: dict[str, Draft] = {}
    for draft in reading.drafts:
        if draft.kind == "Person":
            for word in plain(draft.name).split():
                if len(word) > 2 and word not in reading.pack.particles:
                    parts.setdefault(word, draft)
    for sentence in reading.sentences:
        for i, token in enumerate(sentence.tokens):
            known = parts.get(token.word)
            if (
                known is not None
                and (token.capital or reading.pack.language == "ar")
                and (not sentence.spot_at(i) or _names_family(reading, sentence, i))
            ):
                if (origin := sentence.beginning(i)) is not None:
                    _take_out(sentence, origin)
                last = i + 1
                while (
                    last < len(sentence.tokens) and parts.get(sentence.tokens[last].word) is known
                ):
                    last += 1
                reading.note(sentence, Spot(known, i, last, "back", last))
