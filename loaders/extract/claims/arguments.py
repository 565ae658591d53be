"""What stands around a verb: who does it, to whom, from whom, with whom."""

from __future__ import annotations

from loaders.extract.claims.actors import BODIES, POSSESSIVE, actors, covered
from loaders.extract.claims.clauses import STOPS, between, group, has_pair
from loaders.extract.claims.stand_ins import SELF
from loaders.extract.reading import (
    Draft,
    Found,
    Reading,
    Sentence,
    Spot,
    code_of,
    last_parties,
    pair,
)
from loaders.lexicon.phrases import Hit

Qualifiers = tuple[tuple[str, str | int | bool | tuple[str, ...]], ...]

PREPOSITIONS = ("by", "from", "with", "of", "to", "for", "in")
"""Small words that say what somebody does in a sentence; the first that fits counts."""

GROUP = (
    "word:them",
    "word:have",
    "word:be",
    "word:will",
    "word:may",
    "word:clitic",
    "word:also",
    "verb:deny",
)
"""What may stand between a subject and its verb."""

QUOTES = frozenset('"“”«»„')

REACH = 25
"""Words from a verb within which those that it speaks of stand."""

HEAD = 4
"""Words before "of" within which those who act for a body are named: "officers and judges of"."""

RELATIVE = 3
"""Words between a name and "which"."""

OF_STATES = ("state", "minister")
"""Sorts of posts whose holders say "we" for their country."""


def role(sentence: Sentence, spot: Spot) -> str:
    """The small word before a name: "to" in "to the officers of the Police", nothing for who acts
    or is acted on."""
    i = spot.first
    for _ in range(REACH):
        i = _over_owner(sentence, i)
        closed = sentence.closed(i - 1)
        word = next((w for w in PREPOSITIONS if f"word:{w}" in closed), "") if closed else ""
        hits = [h for h in sentence.hits.get(f"word:{word}", ()) if h.last == i] if word else []
        begin = min((h.first for h in hits), default=i)
        article = sentence.ends("word:definite", i - 1) and i - begin < 2
        article = article and not _is_plural(sentence, i)
        if word in ("to", "in") and article and not sentence.ends("word:in", i - 2):
            word = ""  # an article that looks like "to", as in Portuguese
        if word in ("of", "from") and (head := _head(sentence, begin)) is not None:
            i = head
            if sentence.at("word:of", i - 1) and _preposition(sentence, i - 2):
                i -= 1  # "à des agents de": the plural of an article
        elif word == "of" and (begin == 0 or not sentence.tokens[begin - 1].is_word):
            return ""  # "Des experts": the plural of an article
        elif word:
            return word
        elif i > 0 and (article or _before_noun(sentence, i - 1)):
            i -= 1
        else:
            return ""
    return ""


def _is_plural(sentence: Sentence, i: int) -> bool:
    """Whether "a" before token `i` can be no article, since a plural follows: "a peritos"."""
    return sentence.tokens[i - 1].word == "a" and sentence.tokens[i].word.endswith("s")


def _over_owner(sentence: Sentence, i: int) -> int:
    """Past the country or body that says whose a body is: "Britain's", "Kenyan"."""
    marked = i > 0 and sentence.tokens[i - 1].text in POSSESSIVE
    end = i - 1 if marked else i
    owners = [s for s in sentence.of(*BODIES) if s.last == end and (marked or s.how == "demonym")]
    return min((s.first for s in owners), default=i)


def _head(sentence: Sentence, i: int) -> int | None:
    """Where those begin who act for a body named after "of": "twenty officers of"."""
    for j in range(i - 1, max(-1, i - 1 - HEAD), -1):
        staff = sentence.at("word:staff", j) or sentence.at("word:nation", j)
        if staff is not None and staff.last <= i:
            return j
        if not sentence.tokens[j].is_word or sentence.at_any(GROUP, j):
            return None
    return None


def _preposition(sentence: Sentence, i: int) -> bool:
    return i >= 0 and any(sentence.ends(f"word:{word}", i) for word in PREPOSITIONS)


def _before_noun(sentence: Sentence, i: int) -> bool:
    """Whether token `i` may stand before a noun in its phrase: an article, a number, an
    adjective of a country."""
    return bool(
        sentence.at_any(("word:indefinite", "word:possessive", "numbers", "word:staff"), i)
        or sentence.tokens[i].text.isdigit()
    )


def left(sentence: Sentence, i: int) -> int:
    """Where the clause that holds token `i` begins: after a mark, or "that" of "said that"."""
    for j in range(i - 1, -1, -1):
        token = sentence.tokens[j]
        if token.text in STOPS or token.text in QUOTES:
            return j + 1
        if sentence.at("word:that", j) and any(sentence.ends("verb:say", k) for k in (j - 1, j)):
            return j + 1
    return 0


def right(sentence: Sentence, i: int) -> int:
    """Where the clause that holds token `i` ends: before a mark or "which"."""
    limit = min(len(sentence.tokens), i + REACH)
    for j in range(i, limit):
        token = sentence.tokens[j]
        if token.text in STOPS or token.text in QUOTES or sentence.at("word:who", j):
            return j
    return limit


def group_start(sentence: Sentence, i: int) -> int:
    """Where a verb begins with the words that go with it: "has not yet been"."""
    while i > 0 and sentence.at_any(GROUP, i - 1):
        i -= 1
    return next((h.first for c in GROUP for h in sentence.hits.get(c, ()) if h.last == i), i)


def subject(
    reading: Reading, sentence: Sentence, spots: list[Spot], start: int, speaker: Draft | None
) -> list[Spot]:
    """Who does what a verb says whose words begin at token `start`: whom "which" right before it
    takes up, who stands right before it, else who stands first in its clause."""
    before = start - 1
    relative = before >= 0 and sentence.at("word:who", before) is not None
    if relative and not sentence.at("verb:say", before - 1):
        named = [s for s in spots if 0 <= before - max(s.last, s.reach) <= RELATIVE]
        named = named or [s for s in spots if 0 <= before - s.last <= RELATIVE]
        return group(sentence, spots, named[-1], -1) if named else []
    first = left(sentence, start)
    earlier = [s for s in spots if first <= s.first and s.last <= start]
    if before >= first and sentence.at_any(("word:pronoun", "word:person"), before):
        return taken_up(sentence, reading, start, speaker)
    if reading.pack.lexicon.names.we_endings:
        earlier = [s for s in earlier if not _says_we(sentence, s)]
    free = [s for s in earlier if not role(sentence, s)]
    turn = max((h.last for h in between(sentence, "word:but", first, start)), default=first)
    free = [s for s in free if s.first >= turn] or free  # "while Peru", "but has not"
    beside = [s for s in free if _beside(sentence, max(s.last, s.reach), start)]
    found = (beside[-1:] or free[:1])[:1]
    if found:
        return group(sentence, earlier, found[0], -1 if beside else 1)
    return _meant(reading, sentence, first, start) or _person(reading, sentence, first, start)


def _says_we(sentence: Sentence, spot: Spot) -> bool:
    """Whether "we" stands for a body: where verbs say it themselves, others do not mean it."""
    named = any(s.first == spot.first for s in sentence.of("Person"))
    return spot.how == SELF and not named


def _person(reading: Reading, sentence: Sentence, first: int, start: int) -> list[Spot]:
    """The body for which the person acts who stands first in a clause."""
    people = [s for s in sentence.of("Person") if first <= s.first and s.last <= start]
    side = own_side(reading, people[0].draft) if people else None
    return [Spot(side, people[0].first, people[0].last, "back")] if side else []


def _beside(sentence: Sentence, end: int, start: int) -> bool:
    """Whether nothing but marks stands between a name and a verb."""
    return all(not sentence.tokens[i].is_word for i in range(end, start))


def taken_up(sentence: Sentence, reading: Reading, i: int, speaker: Draft | None) -> list[Spot]:
    """Whom "it" before token `i` means: the body that speaks, else who acted first before."""
    if speaker is not None and speaker.kind in BODIES:
        return [Spot(speaker, i - 1, i, "back")]
    earlier = [s for s in actors(sentence) if s.last < i and not role(sentence, s)]
    if not earlier and sentence.index:
        earlier = actors(reading.sentences[sentence.index - 1])
    return [Spot(earlier[0].draft, i - 1, i, "back")] if earlier else []


def _meant(reading: Reading, sentence: Sentence, first: int, start: int) -> list[Spot]:
    """The two that "both countries" means, or as many parties as are counted: "the four teams"."""
    if both := has_pair(sentence, first, start):
        return [Spot(d, both.first, both.last, "back") for d in meant_by(reading, sentence, both)]
    parties = last_parties(reading, sentence)
    for hit in between(sentence, "numbers", first, start):
        if len(parties) > 1 and hit.value == str(len(parties)):
            return [Spot(d, hit.first, hit.last, "back") for d in parties]
    return []


def meant_by(reading: Reading, sentence: Sentence, both: Hit) -> list[Draft]:
    """The parties that "the two sides", "the three countries", "the parties" means."""
    counted = [h for h in sentence.hits.get("numbers", ()) if both.first <= h.first < both.last]
    if any(int(h.value) > 2 for h in counted):
        parties = last_parties(reading, sentence)
        return parties if len(parties) == int(counted[0].value) else []
    return pair(reading, sentence)


def reached(sentence: Sentence) -> list[Spot]:
    """Who acts in a sentence, and states after a word for "to" that also means "in": "au Togo"."""
    acting = actors(sentence)
    states = [
        s
        for s in sentence.of("Country")
        if s not in acting
        and s.how == "name"
        and not covered(sentence, s)
        and any(
            sentence.ends("word:to", i) and sentence.ends("word:in", i)
            for i in _before(sentence, s)
        )
    ]
    return sorted([*acting, *states], key=lambda s: s.first) if states else acting


def _before(sentence: Sentence, spot: Spot) -> tuple[int, int]:
    """The token before a name, and that before its article."""
    i = spot.first - 1
    return i, i - (sentence.at("word:definite", i) is not None)


def objects(sentence: Sentence, spots: list[Spot], i: int, roles: tuple[str, ...]) -> list[Spot]:
    """Those named first after token `i`, in its clause, with one of `roles`."""
    end = right(sentence, i)
    later = [s for s in spots if i <= s.first < end]
    found = next((s for s in later if role(sentence, s) in roles), None)
    return group(sentence, spots, found, 1) if found else []


def own_side(reading: Reading, speaker: Draft | None) -> Draft | None:
    """For whom somebody says "we": the body that speaks; of a person the body whose post they
    hold, and of ministers their country."""
    if speaker is None or speaker.kind in BODIES:
        return speaker
    held = [c for c in reading.claims if c.predicate == "HOLDS_POST" and c.subject is speaker]
    if not held:
        return None
    kinds = {p.kind for p in reading.posts if p.person is speaker}
    body = held[0].object
    if kinds & set(OF_STATES) and body is not None and (code := code_of(body)):
        return reading.country(code)
    return body


def foreign(one: Draft, other: Draft) -> bool:
    """Whether two are not of one country: what bodies of one state do together is no
    international cooperation."""
    code = code_of(one)
    return one is not other and (code is None or code != code_of(other))


def add(
    reading: Reading,
    predicate: str,
    one: Spot,
    other: Spot,
    words: tuple[int, int],
    rule: str,
    confidence: float,
    modality: str = "fact",
    qualifiers: Qualifiers = (),
    speaker: Draft | None = None,
) -> bool:
    """Claim something of two that are of different states."""
    if not foreign(one.draft, other.draft):
        return False
    told = None if speaker is one.draft and predicate == "SEEKS_COOPERATION_WITH" else speaker
    claim = Found(
        predicate, one.draft, other.draft, *words, rule, confidence, modality, qualifiers, told
    )
    reading.claims.append(claim)
    return True
