"""A sentence while a document is read: its words, what the lexicon knows of them, who is meant."""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from dataclasses import InitVar, dataclass, field
from operator import attrgetter

from loaders.lexicon.phrases import Hit, Matches
from loaders.text.dates import DateFound
from loaders.text.tokens import Token

LONG_SENTENCE = 400
"""Words beyond which a sentence is a list or no language, and only names are looked for."""


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


PROCLITICS = frozenset("وفبلك")

ARABIC = "\u0600"
"""The first sign of the Arabic script."""

FIRST, LAST = attrgetter("first"), attrgetter("last")
NOTHING: frozenset[str] = frozenset()


@dataclass(eq=False, slots=True)
class Sentence:
    """A sentence with its words and what the lexicon knows of them."""

    index: int
    start: int
    end: int
    tokens: list[Token]
    phrases: InitVar[Matches]
    hits: dict[str, list[Hit]] = field(init=False)
    """The phrases of the lexicon in it, by category."""
    aside: bool = False
    """Whether it stands among links and notices, where nothing is told."""
    headline: bool = False
    shouting: bool = False
    """Whether it is all in capitals, which then say nothing about names."""
    verb_first: bool = False
    """Whether it is in a language in which who acts stands after the verb."""
    dates: list[DateFound] = field(default_factory=list)
    posts: list[tuple[int, int]] = field(default_factory=list)
    """Tokens of the posts of people: bodies named there do not act themselves."""
    acting: list[Spot] | None = None
    """Who acts in it, as asked for since a spot was added or taken out; see `claims.actors`."""
    _begun: dict[int, dict[str, Hit]] = field(init=False)
    _ended: dict[int, set[str]] = field(init=False)
    _spots: list[Spot] = field(default_factory=list)
    _of: dict[tuple[str, ...], list[Spot]] = field(default_factory=dict)
    """Spots by kinds, as asked for since a spot was added or taken out."""

    def __post_init__(self, phrases: Matches) -> None:
        self.hits, self._begun, self._ended = phrases.hits, phrases.begun, phrases.ended

    @property
    def spots(self) -> Sequence[Spot]:
        """Where it speaks of what."""
        return self._spots

    def add(self, spot: Spot) -> None:
        """Keep a spot."""
        self._spots.append(spot)
        self.changed()

    def remove(self, spot: Spot) -> None:
        """Take a spot out again."""
        self._spots.remove(spot)
        self.changed()

    def changed(self) -> None:
        """Forget what was found of its spots, since one has changed."""
        self._of.clear()
        self.acting = None

    def at(self, category: str, i: int) -> Hit | None:
        """The hit of `category` that begins at token `i`."""
        here = self._begun.get(i)
        return here.get(category) if here else None

    def at_any(self, categories: Collection[str], i: int) -> bool:
        """Whether a hit of one of `categories` begins at token `i`."""
        here = self._begun.get(i)
        return here is not None and not here.keys().isdisjoint(categories)

    def opened(self, i: int) -> Set[str]:
        """The categories of the hits that begin at token `i`."""
        here = self._begun.get(i)
        return here.keys() if here else NOTHING

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
            found = self._of[kinds] = [s for s in self._spots if s.draft.kind in kinds]
            if len(found) > 1:
                found.sort(key=FIRST)
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


def glued(sentence: Sentence, spot: Spot) -> str:
    """The Arabic preposition that is glued to a name, in the word in which its mention begins."""
    word = sentence.tokens[spot.first]
    if word.text < ARABIC:
        return ""  # no other script glues words to each other
    begins = [at for at, _ in spot.draft.spans if word.start < at < word.end]
    before = word.text[begins[0] - word.start - 1] if begins else ""
    return before if before in PROCLITICS else ""


def is_led(sentence: Sentence, spot: Spot) -> bool:
    """Whether "for", "in" or "as" is glued to a name: so led, it does nothing itself."""
    return glued(sentence, spot) in ("ل", "ب", "ك")
