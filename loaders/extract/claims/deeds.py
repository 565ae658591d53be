"""Verbs of doing in a sentence, in any of their forms, and how they are meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extract.claims.arguments import group_start, left, right
from loaders.extract.claims.clauses import between
from loaders.extract.reading import Reading, Sentence
from loaders.lexicon.conjugation import Form
from loaders.lexicon.phrases import Hit

GIVING, HELPING = ("give",), ("train", "equip", "fund", "advise", "aid")

WORKING = ("work", "exchange")
KINDS = (*GIVING, *HELPING, *WORKING, "ask", "thank", "receive")

FINITE: frozenset[Form] = frozenset(["past", "future", "conditional", "first", "first_future"])
"""Forms that are verbs whatever stands before them."""

LATER: frozenset[Form] = frozenset(["future", "conditional", "first_future"])

GOVERNED = 7
"""Words before an infinitive within which the verb stands that it hangs on."""

REFUTED = 6
"""Words before a verb within which "denied that" makes it untrue."""

UNDER = 5
"""Words after "under" within which the agreement is named."""

AGENT = 12
"""Words after a passive verb within which "by" names who did it."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb of doing in a sentence."""

    sentence: Sentence
    hit: Hit
    kind: str
    forms: frozenset[Form]
    start: int
    """The token where the words that go with the verb begin."""

    def has(self, category: str) -> bool:
        """Whether a word of `category` goes with the verb."""
        return bool(between(self.sentence, category, self.start, self.hit.last))

    @property
    def passive(self) -> bool:
        """Whether it is done to who stands before it: "was trained", "officers trained by"."""
        if "participle" not in self.forms:
            return False
        if self.has("word:be"):
            return True
        return not self.has("word:have") and self.agent is not None

    @property
    def agent(self) -> Hit | None:
        """The "by" that names who does what is told in the passive."""
        end = right(self.sentence, self.hit.last)
        links = between(self.sentence, "word:by", self.hit.last, min(end, self.hit.last + AGENT))
        return links[0] if links else None


def deeds(reading: Reading, sentence: Sentence) -> Iterator[Deed]:
    """The verbs of doing in a sentence."""
    for kind in KINDS:
        for hit in sentence.hits.get(f"deed:{kind}", ()):
            forms = reading.pack.forms.get(sentence.tokens[hit.first].text.lower())
            if forms is None:
                continue
            deed = Deed(sentence, hit, kind, forms, group_start(sentence, hit.first))
            if _is_verb(deed):
                yield deed


def _is_verb(deed: Deed) -> bool:
    """Whether a word is a verb where it stands: many are nouns too ("support", "ayuda")."""
    sentence, before = deed.sentence, deed.start - 1
    if before >= 0 and sentence.at_any(("word:indefinite", "word:possessive"), before):
        return False
    if any(deed.has(c) for c in ("word:have", "word:be", "word:will", "word:we", "verb:deny")):
        return True
    if before >= 0 and sentence.at("word:we", before):
        return True
    if deed.forms & FINITE:
        return not (before >= 0 and "past" in deed.forms and _article(sentence, before))
    if deed.forms & {"participle"}:
        return deed.agent is not None
    if "infinitive" in deed.forms and _infinitive(sentence, before):
        return True
    return bool(deed.forms & {"present", "infinitive"}) and _follows_subject(sentence, before)


def _article(sentence: Sentence, i: int) -> bool:
    return sentence.at("word:definite", i) is not None and sentence.spot_at(i) is None


def _infinitive(sentence: Sentence, i: int) -> bool:
    """Whether an infinitive may stand after token `i`: "to" in English, any verb elsewhere."""
    return i >= 0 and sentence.tokens[i].is_word and not _article(sentence, i)


def _follows_subject(sentence: Sentence, i: int) -> bool:
    """Whether token `i` ends a name, or takes one up: "which", "they"."""
    if i < 0:
        return False
    pronouns = ("word:who", "word:pronoun", "word:we")
    named = any(s.last == i + 1 for s in sentence.spots if s.draft.kind != "Topic")
    return named or sentence.at_any(pronouns, i) or sentence.tokens[i].text == ")"


def governor_of(deed: Deed) -> Hit | None:
    """The word of wanting, asking or agreeing that an infinitive hangs on."""
    if "infinitive" not in deed.forms or deed.has("word:will"):
        return None
    first = max(left(deed.sentence, deed.hit.first), deed.hit.first - GOVERNED)
    found = [
        h
        for c in ("deed:want", "deed:ask", "verb:intend", "verb:agree")
        for h in between(deed.sentence, c, first, deed.hit.first)
        if h.last <= deed.hit.first
    ]
    return max(found, key=lambda h: h.first, default=None)


def is_told(deed: Deed, governor: Hit | None) -> bool:
    """Whether it is told as done, meant or denied: not what only can be done, or an infinitive that
    says what something else is for."""
    purpose = governor is None and deed.forms == {"infinitive"} and not _has_will(deed)
    return not (deed.has("word:may") or purpose)


def modality_of(deed: Deed, governor: Hit | None) -> str:
    """How a deed is meant: by the verb that it hangs on, its own words and its form."""
    sentence = deed.sentence
    first = group_start(sentence, governor.first) if governor else deed.start
    if between(sentence, "verb:deny", first, deed.hit.last) or _neither(deed) or _is_refuted(deed):
        return "denied"
    if governor is not None and governor.category == "verb:agree":
        return "agreed"
    if governor is not None and governor.category == "deed:ask":
        return "requested"
    if governor or deed.has("word:will") or (deed.forms & LATER and not deed.forms - LATER):
        return "agreed" if not governor and _is_bound(deed) else "intended"
    return "fact"


def _neither(deed: Deed) -> bool:
    """Whether a word of denial opens the clause: "neither Peru nor Chile has"."""
    first = left(deed.sentence, deed.start)
    return bool(between(deed.sentence, "verb:deny", first, first + 1))


def _is_bound(deed: Deed) -> bool:
    """Whether what will be done is what an agreement says: "under the agreement X will train Y",
    "they agreed that X would train Y"."""
    sentence = deed.sentence
    for under in sentence.hits.get("word:under", ()):
        near = range(under.last, under.last + UNDER)
        if any(sentence.at_any(("agreements", "agreement_references"), i) for i in near):
            return True
        if any(s.first in near for s in sentence.of("Agreement")):
            return True
    for spot in sentence.of("Agreement"):
        whos = between(sentence, "word:who", spot.last, max(spot.last, spot.reach) + UNDER)
        if spot.last <= deed.start and any(who.first < deed.start for who in whos):
            return True  # "an agreement by which Canada will pay"
    agreed = between(sentence, "verb:agree", 0, deed.start)
    return any(between(sentence, "word:that", h.last, h.last + 2) for h in agreed)


def _is_refuted(deed: Deed) -> bool:
    """Whether somebody denies it: "denied that it works with"."""
    hits = between(deed.sentence, "verb:deny", deed.start - REFUTED, deed.start)
    return any(between(deed.sentence, "word:that", h.first, deed.start) for h in hits)


def _has_will(deed: Deed) -> bool:
    return deed.has("word:will") or deed.has("word:we") or bool(deed.forms - {"infinitive"})
