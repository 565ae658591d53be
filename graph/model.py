"""The records that travel through the house: documents, entities, claims, facts, judgements."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, ClassVar, Literal

Scalar = str | int | float | bool
Value = Scalar | tuple[str, ...]
Qualifiers = Mapping[str, Value]
Status = Literal["accepted", "pending", "rejected"]
Verdict = Literal["same", "not same", "unsure"]


def short_hash(*parts: str, length: int = 16) -> str:
    """The first `length` hex digits of the SHA-256 of `parts`, kept apart by NUL."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:length]


@lru_cache(maxsize=65_536)
def slug(name: str, limit: int = 60) -> str:
    """`name` in lower case, words joined by hyphens, accents dropped, other scripts kept.

    Holds no slash, colon or space, so that it fits in an id; "unnamed" where nothing is left.
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", plain)).strip("-")
    return words[:limit].rstrip("-") or "unnamed"


def _once(record: object, name: str, make: Callable[[], str]) -> str:
    """What is made of a record's fields, made once and kept in its field `name`."""
    made: str | None = getattr(record, name)
    if made is None:
        made = make()
        object.__setattr__(record, name, made)
    return made


def _kept() -> Any:
    """A field for what `_once` makes, which says nothing of the record beside the others."""
    return field(default=None, init=False, repr=False, compare=False)


class _Record:
    """What is handed from process to process as its fields: half the work of the default."""

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]]

    def __reduce__(self) -> tuple[type[_Record], tuple[object, ...]]:
        return type(self), tuple(getattr(self, name) for name in self.__match_args__)


@dataclass(frozen=True, slots=True)
class Document(_Record):
    """A text and what is known about it.

    `source` is its key: the URL, else path or id; loading the same source again replaces the
    document. `published` and `retrieved` are ISO dates of the known precision. `origin` is the
    file that it was read from, from the name of the folder on.
    """

    source: str
    text: str
    title: str = ""
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    published: str | None = None
    retrieved: str | None = None
    licence: str | None = None
    copy_of: str | None = None
    dataset: bool = False
    origin: str | None = None
    _id: str | None = _kept()
    _sha256: str | None = _kept()

    @property
    def id(self) -> str:
        """`doc:` and a hash of the source key."""
        return _once(self, "_id", lambda: f"doc:{short_hash(self.source)}")

    @property
    def name(self) -> str:
        """Its title, or else its source key."""
        return self.title or self.source

    @property
    def sha256(self) -> str:
        """Hash of the text, as hex digits."""
        return _once(self, "_sha256", lambda: hashlib.sha256(self.text.encode()).hexdigest())


@dataclass(frozen=True, slots=True)
class Mention(_Record):
    """A stretch of a document's text that speaks of an entity: `text[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity(_Record):
    """What one document speaks of.

    `id` is local to the document (see `graph.identity.local_id`), or the reference id for the
    fixed kinds. `keys` are strong keys, in the form of ids, which link it to what other
    documents speak of.
    """

    id: str
    kind: str
    name: str
    mentions: tuple[Mention, ...] = ()
    sub: str | None = None
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim(_Record):
    """What one document says.

    `subject`, `object` and `stated_by` are local ids. Exactly one of `object`, `value` and
    `object_phrase` is set. `start` and `end` are the offsets of `quote` in the text.
    """

    document: str
    predicate: str
    subject: str
    quote: str
    start: int
    end: int
    object: str | None = None
    value: Scalar | None = None
    object_phrase: str | None = None
    modality: str = "fact"
    qualifiers: Qualifiers = field(default_factory=dict)
    stated_by: str | None = None
    confidence: float = 1.0
    extractor: str = ""
    rule: str = ""
    status: Status = "accepted"
    source: str | None = None
    _id: str | None = _kept()

    @property
    def id(self) -> str:
        """`claim:` and a hash of what is claimed and where."""
        return _once(self, "_id", self._hashed)

    def _hashed(self) -> str:
        return "claim:" + short_hash(
            self.document,
            self.predicate,
            self.subject,
            self.object or "",
            "" if self.value is None else str(self.value),
            self.object_phrase or "",
            self.modality,
            repr(sorted(self.qualifiers.items())),
            str(self.start),
            str(self.end),
        )


@dataclass(frozen=True, slots=True)
class Extraction(_Record):
    """What an extractor read in one document: entities with their mentions, and claims."""

    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim with what is known of its document, its ends led to canonical ids."""

    claim: Claim
    subject: str
    object: str | None
    published: str | None
    url: str | None
    source: str
    """What document it is, for people: its publisher and title."""
    original: str
    """The same for documents that are copies of each other."""
    dataset: bool = False


@dataclass(frozen=True, slots=True)
class Weight:
    """How well a value is supported.

    By how many independent documents, how surely at best (0 to 1), and whether by a dataset.
    """

    independent: int
    confidence: float
    dataset: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A plain relationship between two canonical entities, with what supports it.

    `qualifiers` has the preferred values; `alternatives` every value where claims differ, and
    `weights` how well each is supported, of those too that are only less precise.
    """

    id: str
    type: str
    subject: str
    object: str
    modality: str
    claims: int
    sources: int
    independent: int
    confidence: float
    first_reported: str | None
    last_reported: str | None
    quote: str
    url: str | None
    source: str
    claim: str
    disputed: bool = False
    qualifiers: Qualifiers = field(default_factory=dict)
    alternatives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    weights: Mapping[str, Mapping[Scalar, Weight]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Somebody's word on whether two ids speak of one entity. `time` is ISO 8601.

    `score` is how sure a machine is, 0 to 1; people give none.
    """

    left: str
    right: str
    verdict: Verdict
    author: str
    time: str
    reason: str = ""
    score: float | None = None

    @property
    def id(self) -> str:
        """`judgement:` and a hash of the pair and the author: a new word replaces the old."""
        return f"judgement:{short_hash(*self.pair, self.author)}"

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids, whichever way round they were given."""
        return (min(self.left, self.right), max(self.left, self.right))

    @property
    def by_machine(self) -> bool:
        """Whether a machine judged, which always says how sure it is."""
        return self.score is not None
