"""What is known while a document is read: sentences, entities and claims found so far."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from graph.model import Document
from loaders.extract.sentence import LONG_SENTENCE, Draft, Sentence, Spot, glued
from loaders.lexicon.pack import Pack, country_name

__all__ = [
    "LONG_SENTENCE",
    "Draft",
    "Found",
    "Post",
    "Reading",
    "Sentence",
    "Spot",
    "code_of",
    "last_parties",
    "pair",
    "sends",
]

APPOSED = 4
"""Words between "counterpart" and the post that says more of it."""

BESIDE = 3
"""Words within which the country of an ambassador stands: "ambassador of the"."""

PAIR_REACH = 100
"""Sentences that are looked back over for the two that "both sides" means."""

FIRST_NAMED = 2
"""How many times the mentions of the country named first count, when asked which one a text is
about: news begins at home."""


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
    stand_ins: dict[tuple[int, int], Draft] = field(default_factory=dict)
    """Who stands for the body that acts at a token of a sentence; see `claims.stand_ins`."""
    named: dict[str, Draft] = field(default_factory=dict)
    """Entities by kind and plain name."""
    by_word: dict[tuple[str, str], dict[Draft, None]] = field(default_factory=dict)
    """Entities by kind and a word of their names; see `mentions.memory`."""
    _holders: dict[str, set[int]] = field(init=False)
    """By trigger the indexes of the sentences that hold it."""

    def __post_init__(self) -> None:
        self._holders = defaultdict(set)
        for sentence in self.sentences:
            for category in sentence.hits:
                self._holders[category].add(sentence.index)

    def draft(self, key: str, make: Draft) -> Draft:
        """The entity known by `key`, else `make`, which is so known from now on."""
        if key not in self.named:
            self.named[key] = make
            self.drafts.append(make)
        return self.named[key]

    def country(self, code: str) -> Draft:
        """The country of an ISO code."""
        reference = f"country:{code}"
        return self.named.get(reference) or self.draft(
            reference, Draft("Country", country_name(code), reference=reference)
        )

    def keep(self, sentence: Sentence, spot: Spot) -> None:
        """Keep a spot."""
        sentence.add(spot)
        self._holders[spot.draft.kind].add(sentence.index)

    def recast(self, draft: Draft, kind: str, sub: str | None = None) -> None:
        """Have an entity be of another kind than its name said."""
        for sentence in self.holding(draft.kind):
            if any(spot.draft is draft for spot in sentence.spots):
                sentence.changed()
                self._holders[kind].add(sentence.index)
        draft.kind, draft.sub = kind, sub

    def note(self, sentence: Sentence, spot: Spot, skip: int = 0) -> None:
        """Keep a spot, and its words as a mention of its entity."""
        self.keep(sentence, spot)
        start = sentence.text_start(spot.first) + skip
        spot.draft.spans[start, sentence.text_end(spot.last)] = None

    def holding(self, *triggers: str) -> list[Sentence]:
        """The sentences with one of `triggers`, in order.

        A trigger is a category of phrases of the lexicon or a kind of entity. What a rule looks
        for first are its triggers, so it need look at no other sentence.
        """
        found: set[int] = set()
        for trigger in triggers:
            if trigger in self._holders:
                found |= self._holders[trigger]
        return [self.sentences[i] for i in sorted(found)]

    def told(self, *triggers: str) -> list[Sentence]:
        """The sentences that tell something: all, or those with one of `triggers`."""
        if not triggers:
            return self._told
        return [s for s in self.holding(*triggers) if not s.aside]

    @cached_property
    def _told(self) -> list[Sentence]:
        return [s for s in self.sentences if not s.aside]

    @cached_property
    def small_words(self) -> set[str]:
        """The words that it writes in small letters too."""
        return {t.word for s in self.told() for t in s.tokens if t.is_word and t.text[0].islower()}

    @cached_property
    def post_order(self) -> dict[int, int]:
        """Where each post stands among all, by its identity; asked for when all are found."""
        return {id(post): i for i, post in enumerate(self.posts)}

    @cached_property
    def facing(self) -> set[Draft | None]:
        """Countries of which a counterpart is told; asked for when all posts are found."""
        return {post.country for post in self.posts if post.of_counterpart}

    @property
    def abroad(self) -> set[str]:
        """Countries that have an embassy in a text, and are so not where it was written."""
        embassies = (d for d in self.drafts if d.sub == "Embassy" and d.spans)
        return {d.country for d in embassies if d.country}

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
        for sentence in self.told("Country", "Law"):
            embassies = [s for s in sentence.of("Agency") if s.draft.sub == "Embassy"]
            shared = sentence.of("Organization", "Event", "Forum")  # of no one country
            for spot in sentence.of("Country", "Law"):
                code = code_of(spot.draft)
                post = any(first <= spot.first < last for first, last in sentence.posts)
                if not code or post or any(s.first <= spot.first < s.last for s in shared):
                    continue
                there = sentence.ends("word:in", spot.first - 1) or glued(sentence, spot) == "ب"
                sent = any(e.first <= spot.first < e.last for e in embassies)
                sent = sent or sends(sentence, spot)
                if there >= sent:
                    order.setdefault(code, sentence.start)
                    counts[code] += there == sent  # an embassy is abroad
        for code in self.abroad & counts.keys():
            counts[code] = 0
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

    @property
    def of_counterpart(self) -> bool:
        """Whether it is a counterpart's, by its own word or one right before it: "her
        counterpart, the Singaporean Minister"."""
        return self.kind == "counterpart" or any(
            h.value == "counterpart" and 0 <= self.first - h.last <= APPOSED
            for h in self.sentence.hits.get("titles", ())
        )


def sends(sentence: Sentence, spot: Spot) -> bool:
    """Whether a country is that of an ambassador or a counterpart, who come from abroad."""
    return any(
        0 <= spot.first - h.last < BESIDE or 0 <= h.first - spot.last < BESIDE - 1
        for h in sentence.hits.get("titles", ())
        if h.value in ("envoy", "counterpart")
    )


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
    kinds = ("Agency",) if _of_bodies(sentence) else ("Country",)
    start, end = max(0, sentence.index - PAIR_REACH), sentence.index + 1
    for part in (reading.sentences[start:end], reading.sentences[start : end + PAIR_REACH]):
        counts: Counter[Draft] = Counter(
            spot.draft for s in part if not s.aside for spot in s.of(*kinds)
        )
        if len(counts) > 1:
            return [draft for draft, _ in counts.most_common(2)]
    return []


def _of_bodies(sentence: Sentence) -> bool:
    """Whether two bodies are meant, not states: "both ministries", "двух ведомств"."""
    sides = sentence.hits.get("word:sides", ())
    offices = sentence.hits.get("word:office", ())
    return any(s.first <= o.first < s.last for s in sides for o in offices)


def last_parties(reading: Reading, sentence: Sentence) -> list[Draft]:
    """The parties to the agreement that was told of last before a sentence."""
    told = [c for c in reading.claims if c.predicate == "PARTY_TO" and c.end <= sentence.end]
    if not told:
        return []
    last = max(told, key=lambda c: c.start).object
    return list(dict.fromkeys(c.subject for c in told if c.object is last))
