"""For whom people act: "we" of a director is the agency, a minister who asks is the state."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.extract.claims.actors import BODIES
from loaders.extract.claims.clauses import between
from loaders.extract.reading import Draft, Reading, Sentence, Spot, code_of
from loaders.lexicon.phrases import Hit

ACTS = (
    "verb:intend", "verb:request", "verb:ask", "verb:agree", "verb:cooperate", "verb:assist",
    "verb:train", "verb:fund", "verb:equip", "verb:receive", "deed:thank", "verb:wish",
)  # fmt: skip
"""What people do for their body; what they say, lead or attend they do themselves."""

BY_FORM = ("verb:sign", "verb:ratify", "verb:help", "verb:host", "verb:attend")
"""What else bodies do, where "we" is told by the form of the verb."""

OWN_WORDS = ("word:self", "word:us", "word:we_do", "word:possessive")
"""Words by which speakers mean themselves and what they belong to."""

NEAR = 3
"""Words between "he" and what is done."""

FAR = 6
"""Words and marks between a name and what is done: ", for his part,"."""

OBJECT = 5
"""Words after "us" before a verb, as in "nos donó", within which that verb stands."""

OWN = 2
"""Words after "our" or "his" within which "office" or "country" stands."""

SELF, PERSON = "self", "person"
"""How a spot speaks of a body: by "we" and "our", or by the person who stands for it."""


def find_stand_ins(reading: Reading, said_by: dict[int, Draft]) -> None:
    """Mark in every sentence where a body acts by "we", by "his office" or by a person's name.

    Posts must be known; whose words a sentence is says who "we" are.
    """
    posts = _posts(reading)
    for sentence in reading.told(*ACTS, *BY_FORM, *OWN_WORDS):
        speaker = said_by.get(sentence.index)
        body = _acts_for(reading, posts, speaker) if speaker else None
        if speaker is not None and body is not None:
            for first, last in (*_first_person(reading, sentence), *_own(sentence)):
                _stand(reading, sentence, Spot(body, first, last, SELF, last), speaker)
        for person, first, last in _acting(reading, sentence, said_by):
            if (body := _acts_for(reading, posts, person)) is not None:
                _stand(reading, sentence, Spot(body, first, last, PERSON, last), person)


def dismiss_people(reading: Reading) -> None:
    """Take people's names off their bodies again: they were at an event themselves."""
    for sentence in {index: reading.sentences[index] for index, _ in reading.stand_ins}.values():
        for spot in [s for s in sentence.spots if s.how == PERSON]:
            sentence.remove(spot)


def _posts(reading: Reading) -> dict[Draft, Draft]:
    """The body or state in which each person holds a post."""
    found: dict[Draft, Draft] = {}
    for claim in reading.claims:
        if claim.predicate == "HOLDS_POST" and claim.object is not None:
            found.setdefault(claim.subject, claim.object)
    return found


def _acts_for(reading: Reading, posts: dict[Draft, Draft], who: Draft) -> Draft | None:
    """For whom somebody acts: a minister for the state where the text names it."""
    body = posts.get(who) if who.kind == "Person" else who
    code = code_of(body) if body is not None else who.country
    if code and (body is None or (who.kind == "Person" and body.sub in ("Ministry", "Embassy"))):
        country = reading.country(code)
        return country if country.spans else body
    return body


def _stand(reading: Reading, sentence: Sentence, spot: Spot, person: Draft) -> None:
    """Keep a spot, unless it lies over a body that is named there."""
    taken = range(spot.first, max(spot.last, spot.first + 1))
    named = sentence.of(*BODIES)
    if not any(s.first in taken or spot.first in range(s.first, s.last) for s in named):
        reading.keep(sentence, spot)
        reading.stand_ins[sentence.index, spot.first] = person


def _first_person(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where the speakers mean themselves: "we", "our", and verbs that say so by their form."""
    endings = tuple(reading.pack.lexicon.names.we_endings)
    for hit in sentence.hits.get("word:self", ()):
        if not (endings and sentence.at("word:us", hit.first)):
            yield hit.first, hit.last
    for hit in sentence.hits.get("word:us", ()):
        if sentence.tokens[hit.first].text.isupper():
            continue  # "US" is no pronoun
        verb = (
            _verb_after(sentence, hit) if endings and not _is_we(sentence, hit, endings) else None
        )
        at = (hit.first, hit.last) if verb is None else (verb.last, verb.last)
        yield at  # "nos donó": who gets it, as if it stood after
    for category in (*ACTS, *BY_FORM):
        for hit in sentence.hits.get(category, ()):
            first = hit.first - (hit.first > 0)
            we = (t.text for t in sentence.tokens[first : hit.last])
            if endings and any(len(w) > 4 and w.endswith(endings) for w in we):
                yield hit.first, hit.first
    yield from ((hit.first, hit.first) for hit in sentence.hits.get("word:we_do", ()))


def _is_we(sentence: Sentence, pronoun: Hit, endings: tuple[str, ...]) -> bool:
    """Whether a pronoun for "we" and "us" is the subject: "nous avons", "nous n'avons"."""
    words = sentence.tokens[pronoun.last : pronoun.last + NEAR]
    return any(len(t.text) > NEAR and t.text.endswith(endings) for t in words)


def _verb_after(sentence: Sentence, pronoun: Hit) -> Hit | None:
    """The verb that "us" before it belongs to."""
    hits = (h for c in ACTS for h in between(sentence, c, pronoun.last, pronoun.last + OBJECT))
    return min(hits, key=lambda h: (h.first, -h.last), default=None)


def _own(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """ "His office", "their country": what the speaker belongs to."""
    for hit in sentence.hits.get("word:possessive", ()):
        for category in ("word:land", "word:office"):
            for noun in (
                *between(sentence, category, hit.last, hit.last + OWN),
                *(h for h in sentence.hits.get(category, ()) if h.last == hit.first),
            ):
                yield min(hit.first, noun.first), max(hit.last, noun.last)


def _acting(
    reading: Reading, sentence: Sentence, said_by: dict[int, Draft]
) -> Iterator[tuple[Draft, int, int]]:
    """People, by name or as "he" and "she", right before or after a verb of acting for a body."""
    people = sentence.of("Person")
    for category in ACTS:
        for hit in sentence.hits.get(category, ()):
            for person in people:
                end = max(
                    [person.last, *(b for a, b in sentence.posts if 0 <= a - person.last < 2)]
                )
                if 0 <= hit.first - end <= FAR and not _apart(sentence, person, end, hit):
                    yield person.draft, person.first, person.last
            for pronoun in between(sentence, "word:person", hit.first - NEAR, hit.first):
                meant = _meant(reading, sentence, said_by)
                if meant is not None and not sentence.at("word:definite", pronoun.first):
                    yield meant, pronoun.first, pronoun.last


def _apart(sentence: Sentence, person: Spot, end: int, hit: Hit) -> bool:
    """Whether another body, or what somebody says, stands between a name and what is done."""
    bodies = [s for s in sentence.of(*BODIES) if end <= s.first < hit.first]
    other = any(code_of(s.draft) != person.draft.country for s in bodies)
    return other or sentence.has("verb:say", end, hit.first)


def _meant(reading: Reading, sentence: Sentence, said_by: dict[int, Draft]) -> Draft | None:
    """Whom "he" means where nobody is named: who speaks, here or in the sentence before."""
    if sentence.of("Person"):
        return None
    meant = said_by.get(sentence.index) or said_by.get(sentence.index - 1)
    return meant if meant is not None and meant.kind == "Person" else None
