"""Names in capitals that nothing else has explained, over the whole document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.extract.mentions.names import right
from loaders.extract.mentions.person_names import is_hyphened, is_ordinary, over_joint
from loaders.extract.reading import Reading, Sentence
from loaders.lexicon.names import names
from loaders.text.tokens import Token

LONGEST = 6
"""Words beyond which capitals in a row are a headline or a list."""

CAPITALS = 0.7
"""Share of words with a capital from which a headline is in title case."""

NO_PART = frozenset([
    "honorifics", "ranks", "titles", "months", "weekdays", "bodies", "word:stop", "word:in",
    "word:with", "word:definite", "verb:say", "word:and", "relative", "agreements", "word:to",
    "word:from", "word:of", "word:by", "word:for", "word:between", "former", "events", "topics",
    "word:nation", "word:land", "word:possessive", "word:that", "word:pronoun", "forums", "laws",
    "strategies", "numbers", "ordinals", "sign:roles", "sign:others",
])  # fmt: skip
"""What begins with a capital for another reason than being a name."""


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `first` to `last` (not included) of a sentence, in capitals."""

    sentence: Sentence
    first: int
    last: int

    @property
    def tokens(self) -> list[Token]:
        """Its words and marks."""
        return self.sentence.tokens[self.first : self.last]

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in their plain form."""
        return tuple(t.word for t in self.tokens if t.is_word)


@dataclass(eq=False, slots=True)
class Candidate:
    """One name with all places where it, or a part of it, stands."""

    words: tuple[str, ...]
    runs: list[Run] = field(default_factory=list)
    parts: list[Run] = field(default_factory=list)
    """Runs of one word that is the name's first or last."""


def candidates(reading: Reading) -> list[Candidate]:
    """The names of a document that no mention covers yet."""
    small = reading.small_words
    found: dict[tuple[str, ...], Candidate] = {}
    single: list[Run] = []
    late: list[Run] = []
    for sentence in reading.told():
        if sentence.shouting:
            continue
        in_capitals = sentence.headline and _is_title_case(sentence)
        for run in _runs(reading, sentence, small):
            if in_capitals:
                late.append(run)
            elif len(run.words) == 1:
                single.append(run)
            else:
                found.setdefault(run.words, Candidate(run.words)).runs.append(run)
    for run in late:
        if run.words in found:
            found[run.words].runs.append(run)
    ends: dict[str, list[Candidate]] = defaultdict(list)
    for name in found.values():
        for word in {name.words[0], name.words[-1]}:
            ends[word].append(name)
    for run in single:
        word = run.tokens[0].word
        if owners := ends.get(word):
            for owner in owners:
                owner.parts.append(run)
        else:
            found.setdefault((word,), Candidate((word,))).runs.append(run)
    return list(found.values())


def _runs(reading: Reading, sentence: Sentence, small: set[str]) -> Iterator[Run]:
    """Capitals in a row, with particles, initials and hyphens between them."""
    tokens = sentence.tokens
    opening = [i for i, t in enumerate(tokens) if t.capital and t.is_word]
    blocked = {i for spot in sentence.spots for i in range(spot.first, spot.last)}
    start = next((i for i, t in enumerate(tokens) if t.is_word), 0)
    if tokens[start].word in small or is_ordinary(sentence, start):
        blocked.add(start)
    if blocked.issuperset(opening):
        return  # in most sentences no other capital is left
    blocked |= _no_parts(reading, sentence)
    end = 0
    for i in opening:
        if i < end or i in blocked:
            continue
        last = i + 1
        while last < len(tokens):
            if tokens[last].capital and tokens[last].is_word and last not in blocked:
                last += 1
            elif (further := _over_joint(reading, sentence, last, blocked)) > last:
                last = further
            else:
                break
        first = _begin(reading, sentence, i, last)
        short = last - first <= LONGEST + 2 and len(tokens[last - 1].text) > 1
        plain_words = last - first > 1 and all(t.word in small for t in tokens[first:last])
        if short and not plain_words and not _is_other(sentence, first, last):
            yield Run(sentence, first, last)
        end = last


def _begin(reading: Reading, sentence: Sentence, i: int, last: int) -> int:
    """Where the name in the capitals from `i` begins: past an acronym or a place before it, and
    with the particle that a hyphen joins to it ("al-Amin")."""
    tokens = sentence.tokens
    place = max((h.last for h in sentence.hits.get("country", ()) if h.first == i), default=i)
    if i < place < last and tokens[place].word in names().given:
        return place
    if last - i > 1 and _is_acronym(tokens[i]) and not _is_acronym(tokens[last - 1]):
        return i + 1
    glued = i > 1 and tokens[i - 1].text == "-" and tokens[i - 2].end == tokens[i - 1].start
    return i - 2 if glued and tokens[i - 2].word in reading.pack.particles else i


def _is_other(sentence: Sentence, first: int, last: int) -> bool:
    """Whether capitals lie inside the name of a town or country, or are ministries' matters."""
    matters = {i for h in sentence.hits.get("portfolios", ()) for i in range(h.first, h.last)}
    return matters.issuperset(range(first, last)) or any(
        h.first <= first and last <= h.last for h in sentence.hits.get("country", ())
    )


def _is_title_case(sentence: Sentence) -> bool:
    """Whether a headline writes most of its words with a capital, which then says nothing."""
    words = [t for t in sentence.tokens if t.is_word and len(t.text) > 3]
    return len(words) > 3 and sum(t.capital for t in words) > CAPITALS * len(words)


def _is_acronym(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()


def _opens(token: Token) -> bool:
    return token.capital and token.is_word


def _over_joint(reading: Reading, sentence: Sentence, i: int, blocked: set[int]) -> int:
    """Past particles, hyphens, the point of an initial or an ampersand, to a further capital."""
    tokens = sentence.tokens
    end = i + 1 if tokens[i].text == "&" else over_joint(tokens, i, reading.pack.particles)
    if end == i or end == len(tokens) or end in blocked:
        return i
    return end + 1 if _opens(tokens[end]) or is_hyphened(sentence, end) else i


def _no_parts(reading: Reading, sentence: Sentence) -> set[int]:
    """Tokens that are no part of a name: words of the lexicon, portfolios."""
    blocked: set[int] = set()
    for category in NO_PART.intersection(sentence.hits):
        for hit in sentence.hits[category]:
            blocked.update(range(hit.first, hit.last))
    for hit in sentence.hits.get("titles", ()):
        if hit.value == "minister" and sentence.at("link", hit.last):
            blocked.update(range(hit.last, right(sentence, reading.pack, hit.last)))
    return blocked
