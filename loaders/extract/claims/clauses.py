"""Lists, clauses and how they are meant: what all families of claims ask."""

from __future__ import annotations

from loaders.extract.claims.actors import actors, is_joined
from loaders.extract.reading import Draft, Reading, Sentence, Spot, code_of
from loaders.extract.sentence import is_led
from loaders.lexicon.phrases import Hit
from loaders.text.tokens import adjective, future, may_act

NEAR_MARKER = 6
"""Words before a trigger within which a marker of intention or denial belongs to it."""

NEAR_THAT = 5
"""Words after "denied", as in "denied reports that", within which "that" says what is denied."""

OPENING = 2
"""Words around a verb within which it stands first and its subject follows."""

FOLLOWING = 3
"""Words after a verb within which its subject begins where it follows."""

PREPOSITIONS = ("word:to", "word:from", "word:by", "word:for", "word:between")

BETWEEN = (
    "word:staff",
    "word:also",
    "titles",
    "honorifics",
    "relative",
    "weekdays",
    "numbers",
    "ordinals",
)
"""What may stand between a verb and its subject, beside adjectives and dates."""

LEADING = (*PREPOSITIONS, "link", "word:with", "word:in", "word:that", "word:stop")
"""What leads from a verb to another part than its subject."""

CLAUSE = 15
"""Words that are quoted at most after what makes a claim."""

BRACES = frozenset('()"«»“”')

BRACKETS = 2
"""Words and marks between a name and its acronym: a bracket, an article."""

STOPS = frozenset(".;:؛؟?!")


def listed(sentence: Sentence, people: list[Spot], verb: int) -> list[Spot]:
    """The person right before a verb (its token), and those that "and" joins to them."""
    if not people or verb - people[-1].last > 3:
        return []
    signing = [people[-1]]
    for person in reversed(people[:-1]):
        between_them = range(person.last, signing[0].first)
        joined = any(sentence.at("word:and", i) for i in between_them)
        if not joined or any(sentence.at("verb:say", i) for i in between_them):
            break
        signing.insert(0, person)
    return signing


def between(sentence: Sentence, category: str, first: int, last: int) -> list[Hit]:
    """The hits of `category` that begin in tokens `first` to `last` (not included)."""
    return [h for h in sentence.hits.get(category, ()) if first <= h.first < last]


def group(sentence: Sentence, spots: list[Spot], at: Spot, step: int) -> list[Spot]:
    """`at` and those listed with it before (`step` -1) or after (1) it: "A, B and C"."""
    members, edge = [at], at
    i = spots.index(at) + step
    while 0 <= i < len(spots):
        near, far = (spots[i], edge) if step < 0 else (edge, spots[i])
        bracket = far.first - near.last == 1 and sentence.tokens[near.last].text == "("
        if bracket and near.draft.kind == "Country":
            members.append(spots[i])  # "Peru (CSIRT-PE)"
            edge = spots[i]
            i += step
            continue
        explained = near.draft is far.draft and far.first - near.last <= BRACKETS
        gap = range(max(near.last, near.reach if near.draft.kind != "Country" else 0), far.first)
        if not explained and not _is_list_gap(sentence, gap, near.last, far):
            break
        edge = spots[i]
        if not explained:
            members.append(edge)
        i += step
    return sorted(members, key=lambda s: s.first)


def _is_list_gap(sentence: Sentence, gap: range, first: int, spot: Spot) -> bool:
    """Whether only commas, "and" and words of a name's own country stand between two names."""
    last = spot.first
    if last - first > 12:
        return False
    joined = is_joined(sentence, spot)  # Arabic "and" is glued
    if first >= last:  # two bodies that one phrase names together, or a subject and its object
        return not sentence.verb_first or is_joined(sentence, spot)
    for i in range(first, last):
        token = sentence.tokens[i]
        if token.text in {",", "-", "–"} or _covers(sentence, "word:and", i):
            joined = True
        elif not (
            token.text in BRACES
            or sentence.at("sign:groups", i)  # "and the company"
            or sentence.at("link", i)
            or sentence.at("word:definite", i)
            or sentence.at("word:possessive", i)
            or sentence.ends("word:nation", i)  # "and the Government of"
            or sentence.spot_at(i)
            or token.text in {"'s", "’s"}
            or sentence.ends("link", i)
            or sentence.at("verb:belong", i)
            or (sentence.at("word:in", i) and _is_land(sentence, i + 1))
            or (sentence.at("word:with", i) and not joined)
            or _together(sentence, i)
        ):
            return False
        elif sentence.at("word:with", i) or _together(sentence, i):
            joined = True
    return joined


def _is_land(sentence: Sentence, i: int) -> bool:
    """Whether a country is named at token `i`: "the Authority in Peru and the Agency in Chile"."""
    spot = sentence.beginning(i)
    return spot is not None and spot.draft.kind == "Country"


def _together(sentence: Sentence, i: int) -> bool:
    """Whether token `i` stands in "together with" or the like."""
    return _covers(sentence, "word:with", i, longer_than=1)


def _covers(sentence: Sentence, category: str, i: int, longer_than: int = 0) -> bool:
    """Whether token `i` stands in a hit of `category`: "also" in "and also"."""
    hits = sentence.hits.get(category, ())
    return any(h.first <= i < h.last and h.last - h.first > longer_than for h in hits)


def before(sentence: Sentence, spots: list[Spot], i: int) -> list[Spot]:
    """The list of actors that ends nearest before token `i`."""
    earlier = [s for s in spots if s.last <= i]
    return group(sentence, spots, earlier[-1], -1) if earlier else []


def after(sentence: Sentence, spots: list[Spot], i: int, reach: int = 30) -> list[Spot]:
    """The list of actors that begins nearest after token `i`."""
    later = [s for s in spots if i <= s.first < i + reach]
    return group(sentence, spots, later[0], 1) if later else []


def told_apart(sentence: Sentence, one: Spot, other: Spot) -> bool:
    """Whether "said that" stands between two names: then one is in what is said, one is not."""
    first, last = sorted((one.first, other.first))
    return any(
        between(sentence, "word:that", hit.last, hit.last + 2)
        for hit in between(sentence, "verb:say", first, last)
    )


def subjects(sentence: Sentence, spots: list[Spot], verb: Hit) -> list[Spot]:
    """Who does what a verb says: the list before it, or right after a verb that stands first.

    Where verbs come first (Arabic) those right after it go before; where cases tell (Russian)
    those whose form or preposition makes them no subject are passed over.
    """
    if sentence.verb_first and (found := _right_after(sentence, spots, verb)):
        return found
    found = before(sentence, spots, verb.first)
    if found and not can_act(sentence, found[0]):
        return [s for s in _right_after(sentence, spots, verb) if _acts(sentence, s)]
    opens = not found and verb.first < OPENING
    return after(sentence, spots, verb.last, OPENING) if opens else found


def can_act(sentence: Sentence, spot: Spot) -> bool:
    """Whether nothing about a name says that it is no subject: its case, or a preposition."""
    i = spot.first
    while i > 0 and adjective(sentence.tokens[i - 1].text):
        i -= 1
    led = any(sentence.ends(word, i - 1) for word in PREPOSITIONS)
    return not led and may_act(sentence.tokens[spot.first].text) and not is_led(sentence, spot)


def _acts(sentence: Sentence, spot: Spot) -> bool:
    """Whether a name after a verb may be its subject by its own case, or its adjective's."""
    before_it = sentence.tokens[spot.first - 1].text
    return can_act(sentence, spot) and (not adjective(before_it) or may_act(before_it))


def _right_after(sentence: Sentence, spots: list[Spot], verb: Hit) -> list[Spot]:
    """The list that begins right after a verb, over a word or two that lead nowhere else."""
    found = after(sentence, spots, verb.last, FOLLOWING)
    gap = range(verb.last, found[0].first) if found else range(0)
    apart = any(
        not sentence.ends("word:staff", i - 1)  # "officers of the police"
        and (
            sentence.at_any(LEADING, i)
            or not (adjective(sentence.tokens[i].text) or sentence.at_any(BETWEEN, i))
        )
        for i in gap
        if not any(d.first <= i < d.last for d in sentence.dates)
        and not (sentence.at("word:from", i) and sentence.ends("word:staff", i - 1))
    )
    return [] if not found or apart or is_led(sentence, found[0]) else found


def modality(sentence: Sentence, trigger: Hit, default: str = "fact") -> str:
    """How a trigger is meant, by the nearest marker before it in the clause."""
    first = max(0, trigger.first - NEAR_MARKER)
    if denied(sentence, trigger):
        return "denied"
    found: list[tuple[int, str]] = []
    for category, meaning in (
        ("verb:agree", "agreed"),
        ("verb:intend", "intended"),
        ("verb:request", "requested"),
    ):
        found += [(h.first, meaning) for h in between(sentence, category, first, trigger.last)]
    if not found and is_future(sentence, trigger):
        return "intended"
    return max(found)[1] if found else default


def is_future(sentence: Sentence, trigger: Hit) -> bool:
    """Whether a trigger is in the future by its own form: "formará", "обучит"."""
    return any(
        sentence.at("word:future", i) or future(sentence.tokens[i].text)
        for i in range(trigger.first, trigger.last)
    )


def sayings(sentence: Sentence) -> list[Hit]:
    """The words by which somebody states something: "said", and "denied" where "that" follows."""
    denials = (
        h
        for h in sentence.hits.get("verb:denies", ())
        if between(sentence, "word:that", h.last - 1, h.last + NEAR_THAT)
    )
    return [*sentence.hits.get("verb:say", ()), *denials]


def denied(sentence: Sentence, trigger: Hit) -> bool:
    """Whether a word of denial stands right before a trigger, or somebody denies that it is so."""
    if any(h.category == "verb:denies" and h.last <= trigger.first for h in sayings(sentence)):
        return True
    return any(
        not between(sentence, "word:that", hit.last, trigger.first)  # "it is no secret that"
        for hit in between(sentence, "verb:deny", max(0, trigger.first - 4), trigger.last)
    )


def subject_meant(reading: Reading, sentence: Sentence, i: int) -> Spot | None:
    """Who acts at token `i` where no body is named before it: "it" is who acted in the sentence
    before, "his country" that of the person named last."""
    if sentence.at("word:pronoun", 0) and sentence.index:
        earlier = actors(reading.sentences[sentence.index - 1])
        return Spot(earlier[0].draft, 0, 1, "back") if earlier else None
    for land in reversed(between(sentence, "word:land", 0, i)):
        own = sentence.ends("word:possessive", land.first - 1)
        own = own or sentence.at_any(("word:possessive",), land.last)
        own = own or sentence.at("word:possessive", land.first) is not None  # Arabic: one word
        people = [s for s in sentence.of("Person") if s.last <= land.first and s.draft.country]
        if own and people:
            country = reading.country(people[-1].draft.country or "")
            return Spot(country, land.first, land.last, "back") if country.spans else None
    return None


def has_pair(sentence: Sentence, first: int = 0, last: int = 10_000) -> Hit | None:
    """Words for two sides together: "the two countries", "both sides"."""
    hits = between(sentence, "word:both", first, last) + between(
        sentence, "word:sides", first, last
    )
    return min(hits, key=lambda h: h.first, default=None)


def own_country(draft: Draft, others: list[Draft]) -> bool:
    """Whether a country only stands for a body of its own that acts beside it."""
    return draft.kind == "Country" and any(
        d.kind != "Country" and code_of(d) == code_of(draft) for d in others
    )


def of_one_state(one: Draft, other: Draft) -> bool:
    """Whether one is the state of which the other is a body: they are no two sides."""
    return own_country(one, [other]) or own_country(other, [one])


def clause(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Offsets of the words from token `first` to token `last` (not included)."""
    return sentence.text_start(max(0, first)), sentence.text_end(min(last, len(sentence.tokens)))


def clause_end(sentence: Sentence, i: int) -> int:
    """The token before which the clause that holds token `i` ends, or goes on for long."""
    limit = min(len(sentence.tokens), i + CLAUSE)
    marks = (j for j in range(i, limit) if sentence.tokens[j].text in STOPS)
    return next(marks, limit)


def date_near(sentence: Sentence, i: int, reach: int = 25) -> str | None:
    """The date that stands nearest to token `i`."""
    near = [d for d in sentence.dates if abs(d.first - i) <= reach]
    return min(near, key=lambda d: abs(d.first - i)).value if near else None


def topics_from(sentence: Sentence, first: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The topics that a sentence names from token `first` on, as a qualifier."""
    topics = [
        (s.draft.reference or "").removeprefix("topic:")
        for s in sentence.of("Topic")
        if s.first >= first
    ]
    return (("topics", tuple(dict.fromkeys(topics))),) if topics else ()


def is_under(sentence: Sentence, agreement: Spot) -> bool:
    """Whether what is done is done under an agreement: "has exchanged data under a memorandum"."""
    i = agreement.first
    return any(sentence.ends("word:under", j) for j in (i - 1, i - 2))
