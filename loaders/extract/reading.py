"""What is known while a document is read: sentences, entities found so far, and where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from graph.model import Document
from loaders.lexicon.pack import Pack, country_name
from loaders.lexicon.phrases import Hit
from loaders.text.dates import DateFound
from loaders.text.tokens import Token

LONG_SENTENCE = 400
"""Words beyond which a sentence is a list or no language, and only names are looked for."""


PAIR_REACH = 100
"""Sentences that are looked back over for the two that "both sides" means."""

FIRST_NAMED = 2
"""How many times the mentions of the country named first count, when asked which one a text is
about: news begins at home."""


@dataclass(eq=False, slots=True)
class Draft:
    """An entity as far as it is known."""

    kind: str
    name: str
    sub: str | None = None
    country: str | None = None
    keys: tuple[str, ...] = ()
    reference: str | None = None
    """Its reference id, where it is of a fixed kind."""
    spans: dict[tuple[int, int], None] = field(default_factory=dict)
    attributes: dict[str, tuple[str | int, int, int]] = field(default_factory=dict)
    """Property, value and the offsets of the words that say so."""
    head: str = ""
    """The plain word by which the text may come back to it: ministry, memorandum."""

    @property
    def start(self) -> int:
        """Offset of its first mention."""
        return min(self.spans)[0]


@dataclass(frozen=True, slots=True)
class Spot:
    """Tokens `first` to `last` (not included) of a sentence speak of `draft`.

    `how`: name, demonym, capital (the seat for the government), back (a definite phrase that
    leads back to it). `reach` is where the phrase around the name ends.
    """

    draft: Draft
    first: int
    last: int
    how: str = "name"
    reach: int = 0
    date: str | None = None

    @property
    def width(self) -> int:
        """How many tokens it covers."""
        return self.last - self.first


FIRST, LAST = attrgetter("first"), attrgetter("last")
NOTHING: frozenset[str] = frozenset()


@dataclass(eq=False, slots=True)
class Sentence:
    """A sentence with its words and what the lexicon knows of them."""

    index: int
    start: int
    end: int
    tokens: list[Token]
    hits: dict[str, list[Hit]]
    aside: bool = False
    """Whether it stands among links and notices, where nothing is told."""
    headline: bool = False
    shouting: bool = False
    """Whether it is all in capitals, which then say nothing about names."""
    dates: list[DateFound] = field(default_factory=list)
    posts: list[tuple[int, int]] = field(default_factory=list)
    """Tokens of the posts of people: bodies named there do not act themselves."""
    _spots: list[Spot] = field(default_factory=list)
    _begun: dict[int, dict[str, Hit]] = field(default_factory=dict)
    """The first hit of each category that begins at a token."""
    _ended: dict[int, set[str]] = field(default_factory=dict)
    """The categories of the hits that end before a token."""
    _of: dict[tuple[str, ...], list[Spot]] = field(default_factory=dict)
    """Spots by kinds, as asked for since a spot was added or taken out."""

    def __post_init__(self) -> None:
        begun, ended = self._begun, self._ended
        for category, hits in self.hits.items():
            for hit in hits:
                begun.setdefault(hit.first, {}).setdefault(category, hit)
                ended.setdefault(hit.last, set()).add(category)

    @property
    def spots(self) -> Sequence[Spot]:
        """Where it speaks of what."""
        return self._spots

    def add(self, spot: Spot) -> None:
        """Keep a spot."""
        self._spots.append(spot)
        self._of.clear()

    def remove(self, spot: Spot) -> None:
        """Take a spot out again."""
        self._spots.remove(spot)
        self._of.clear()

    def at(self, category: str, i: int) -> Hit | None:
        """The hit of `category` that begins at token `i`."""
        here = self._begun.get(i)
        return here.get(category) if here else None

    def at_any(self, categories: Collection[str], i: int) -> bool:
        """Whether a hit of one of `categories` begins at token `i`."""
        here = self._begun.get(i)
        return here is not None and not here.keys().isdisjoint(categories)

    def opened(self, i: int) -> Iterable[str]:
        """The categories of the hits that begin at token `i`."""
        return self._begun.get(i, ())

    def closed(self, i: int) -> Set[str]:
        """The categories of the hits that end with token `i`."""
        return self._ended.get(i + 1, NOTHING)

    def has(self, category: str, first: int = 0, last: int = LONG_SENTENCE * 10) -> bool:
        """Whether a hit of `category` lies in tokens `first` to `last`."""
        return any(first <= h.first < last for h in self.hits.get(category, ()))

    def of(self, *kinds: str) -> list[Spot]:
        """Its spots of these kinds, in order."""
        if not self._spots:
            return []
        found = self._of.get(kinds)
        if found is None:
            found = sorted((s for s in self._spots if s.draft.kind in kinds), key=FIRST)
            self._of[kinds] = found
        return found.copy()

    def spot_at(self, i: int) -> Spot | None:
        """The widest spot that covers token `i`."""
        widest = None
        for spot in self._spots:
            if spot.first <= i < spot.last and (widest is None or spot.width > widest.width):
                widest = spot
        return widest

    def beginning(self, i: int) -> Spot | None:
        """The widest spot that begins at token `i`."""
        here = [s for s in self._spots if s.first == i]
        return max(here, key=LAST, default=None)

    def ends(self, category: str, i: int) -> bool:
        """Whether a hit of `category` ends with token `i`."""
        return category in self._ended.get(i + 1, NOTHING)

    def text_start(self, i: int) -> int:
        """Offset where token `i` starts."""
        return self.tokens[i].start

    def text_end(self, last: int) -> int:
        """Offset where the token before `last` ends."""
        return self.tokens[last - 1].end


@dataclass(eq=False)
class Reading:
    """A document while it is read."""

    document: Document
    text: str
    pack: Pack
    sentences: list[Sentence]
    drafts: list[Draft] = field(default_factory=list)
    claims: list[Found] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    publishers_country: str | None = None
    named: dict[str, Draft] = field(default_factory=dict)
    """Entities by kind and plain name."""
    by_word: dict[tuple[str, str], dict[Draft, None]] = field(default_factory=dict)
    """Entities by kind and a word of their names; see `mentions.memory`."""

    def draft(self, key: str, make: Draft) -> Draft:
        """The entity known by `key`, else `make`, which is so known from now on."""
        if key not in self.named:
            self.named[key] = make
            self.drafts.append(make)
        return self.named[key]

    def country(self, code: str) -> Draft:
        """The country of an ISO code."""
        reference = f"country:{code}"
        return self.draft(reference, Draft("Country", country_name(code), reference=reference))

    def note(self, sentence: Sentence, spot: Spot, skip: int = 0) -> None:
        """Keep a spot, and its words as a mention of its entity."""
        sentence.add(spot)
        start = sentence.text_start(spot.first) + skip
        spot.draft.spans[start, sentence.text_end(spot.last)] = None

    def told(self) -> Iterator[Sentence]:
        """The sentences that tell something."""
        return (s for s in self.sentences if not s.aside and len(s.tokens) <= LONG_SENTENCE)

    @cached_property
    def small_words(self) -> set[str]:
        """The words that it writes in small letters too."""
        return {t.word for s in self.told() for t in s.tokens if t.is_word and t.text[0].islower()}

    @property
    def home(self) -> str | None:
        """The country that a text is of."""
        return next(iter(self.homes), None)

    @cached_property
    def homes(self) -> list[str]:
        """The countries that a text may be of, the likeliest first: that of the publisher where
        its name says it, else those spoken of most."""
        if self.publishers_country:
            return [self.publishers_country]
        counts: Counter[str] = Counter()
        order: dict[str, int] = defaultdict(int)
        for sentence in self.told():
            embassies = [s for s in sentence.of("Agency") if s.draft.sub == "Embassy"]
            shared = sentence.of("Organization", "Event", "Forum")  # of no one country
            for spot in sentence.of("Country", "Law"):
                code = code_of(spot.draft)
                there = sentence.ends("word:in", spot.first - 1)
                sent = any(e.first <= spot.first < e.last for e in embassies)
                post = any(first <= spot.first < last for first, last in sentence.posts)
                inside = any(s.first <= spot.first < s.last for s in shared)
                if code and not post and not inside and there >= sent:
                    order.setdefault(code, sentence.start)
                    counts[code] += there == sent  # an embassy is abroad
        if order:
            counts[min(order, key=lambda c: order[c])] *= FIRST_NAMED
        return sorted(counts, key=lambda c: (-counts[c], order[c]))


@dataclass(frozen=True, slots=True)
class Found:
    """A claim on drafts: words `start` to `end` of the text carry it."""

    predicate: str
    subject: Draft
    object: Draft | None
    start: int
    end: int
    rule: str
    confidence: float
    modality: str = "fact"
    qualifiers: tuple[tuple[str, str | int | bool | tuple[str, ...]], ...] = ()
    stated_by: Draft | None = None
    phrase: tuple[int, int] | None = None
    """Offsets of the words that stand for an object with no name."""


@dataclass(frozen=True, slots=True)
class Post:
    """A post as a text prints it, with whose it is as far as the words beside it say."""

    sentence: Sentence
    first: int
    last: int
    title: tuple[int, int]
    """Offsets of the title."""
    kind: str
    """One of loaders.lexicon.schema.TitleClass."""
    person: Draft
    body: Draft | None
    country: Draft | None
    acting: bool
    quote: tuple[int, int]
    signature: bool = False
    """Whether it stands under a person's name at the end of the text."""


def code_of(draft: Draft) -> str | None:
    """The ISO code of the country that an entity is or belongs to."""
    if draft.kind == "Country":
        return (draft.reference or ":").split(":")[1]
    return draft.country


def pair(reading: Reading, sentence: Sentence) -> list[Draft]:
    """The two that "both sides" means: the two countries (or bodies) spoken of most so far, or
    in what follows where only one was named."""
    if sentence.has("word:sides") and not sentence.has("word:both"):
        parties = last_parties(reading, sentence)
        if len(parties) == 2:
            return parties
    start, end = max(0, sentence.index - PAIR_REACH), sentence.index + 1
    for part in (reading.sentences[start:end], reading.sentences[start : end + PAIR_REACH]):
        counts: Counter[Draft] = Counter(
            spot.draft for s in part if not s.aside for spot in s.of("Country")
        )
        if len(counts) > 1:
            return [draft for draft, _ in counts.most_common(2)]
    return []


def last_parties(reading: Reading, sentence: Sentence) -> list[Draft]:
    """The parties to the agreement that was told of last before a sentence."""
    told = [c for c in reading.claims if c.predicate == "PARTY_TO" and c.end <= sentence.end]
    if not told:
        return []
    last = max(told, key=lambda c: c.start).object
    return list(dict.fromkeys(c.subject for c in told if c.object is last))
