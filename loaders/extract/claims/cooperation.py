"""COOPERATES_WITH, ASSISTS and SEEKS_COOPERATION_WITH: who works with whom, or wants to."""

from __future__ import annotations

from loaders.extract.claims.clauses import (
    BODIES,
    actors,
    after,
    before,
    between,
    clause,
    denied,
    has_pair,
)
from loaders.extract.reading import Draft, Found, Reading, Sentence, Spot, pair
from loaders.lexicon.phrases import Hit

AGREED, DONE, WANTED, HELPED = 0.75, 0.7, 0.7, 0.65
REACH = 25
"""Words within which what is wanted stands from the word of wanting."""

HELP_REACH = 8
"""Words that may stand between a word of helping and who helps whom."""

MODES = (("verb:train", "training"), ("verb:fund", "funding"), ("verb:equip", "equipment"))


def claim_cooperation(reading: Reading, speakers: dict[int, Draft]) -> None:
    """One kind of claim a sentence: agreed, else wanted or asked for, else help, else done."""
    for sentence in reading.told():
        speaker = speakers.get(sentence.index)
        for look in (_agreed, _joined, _wanted, _helped, _done):
            if look(reading, sentence, speaker):
                break


def _agreed(reading: Reading, sentence: Sentence, speaker: Draft | None) -> bool:
    """Two sides agreed to cooperate."""
    for hit in sentence.hits.get("verb:agree", ()):
        if denied(sentence, hit):
            continue
        words = between(sentence, "verb:cooperation", hit.last, hit.last + REACH)
        words += between(sentence, "verb:cooperate", hit.last, hit.last + REACH)
        sides = [s.draft for s in before(sentence, actors(sentence), hit.first)]
        if len(sides) < 2 and (both := has_pair(sentence, 0, hit.first + 1)):
            sides = pair(reading, sentence)
            first = both.first
        elif len(sides) >= 2:
            first = min(s.first for s in sentence.spots if s.draft in sides)
        elif not sides and hit.first <= 3:
            sides, first = pair(reading, sentence), 0
        if words and len(sides) >= 2:
            end = max(words, key=lambda h: h.last).last
            _mutual(reading, sentence, sides, "agreed", (first, end), "agreed", AGREED, speaker)
            return True
    return False


def _mutual(
    reading: Reading,
    sentence: Sentence,
    sides: list[Draft],
    modality: str,
    words: tuple[int, int],
    rule: str,
    confidence: float,
    speaker: Draft | None,
) -> None:
    """A claim for the first side with each of the others."""
    topics = _topics(sentence, words[0])
    for other in sides[1:4]:
        if other is not sides[0]:
            reading.claims.append(
                Found(
                    "COOPERATES_WITH",
                    sides[0],
                    other,
                    *clause(sentence, *words),
                    f"cooperation.{rule}",
                    confidence,
                    modality,
                    topics,
                    speaker,
                )
            )


def _topics(sentence: Sentence, first: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    topics = [
        (s.draft.reference or "").removeprefix("topic:")
        for s in sentence.of("Topic")
        if s.first >= first
    ]
    return (("topics", tuple(dict.fromkeys(topics))),) if topics else ()


def _wanted(reading: Reading, sentence: Sentence, speaker: Draft | None) -> bool:
    """One side wants cooperation of another, or asks for it."""
    markers = [(h, "requested") for h in sentence.hits.get("verb:request", ())]
    markers += [(h, "intended") for h in sentence.hits.get("verb:intend", ())]
    for hit, meant in sorted(markers, key=lambda m: m[0].first):
        words = between(sentence, "verb:cooperation", hit.first, hit.last + REACH)
        if not words or denied(sentence, hit):
            continue
        spots = [s for s in sentence.of(*BODIES) if s.how != "demonym" or _headed(sentence, s)]
        sides = _sides(reading, sentence, spots, hit)
        if sides and sides[0].draft is not sides[1].draft:
            first, last = sides[0].first, max(sides[1].last, words[0].last)
            reading.claims.append(
                Found(
                    "SEEKS_COOPERATION_WITH",
                    sides[0].draft,
                    sides[1].draft,
                    *clause(sentence, min(first, hit.first), max(last, hit.last)),
                    "cooperation.wanted",
                    WANTED,
                    meant,
                    _topics(sentence, 0),
                    _other(speaker, sides[0].draft),
                )
            )
            return True
        if _phrase(reading, sentence, hit, meant, words[0], speaker):
            return True
    return False


def _headed(sentence: Sentence, spot: Spot) -> bool:
    """Whether an adjective of a country stands for its government or people that act."""
    return spot.last < len(sentence.tokens) and bool(
        sentence.at("word:nation", spot.last) or sentence.tokens[spot.last].word.startswith("gov")
    )


def _sides(
    reading: Reading, sentence: Sentence, spots: list[Spot], hit: Hit
) -> tuple[Spot, Spot] | None:
    """Who wants, and of whom: the actors nearest before and after the word of wanting.

    A person stands for their country where the other side is meant by "both countries".
    """
    both = has_pair(sentence)
    people = [s for s in sentence.of("Person") if s.last <= hit.first and s.draft.country]
    if both and people and not any(s.last <= hit.first for s in spots):
        own = reading.country(people[-1].draft.country or "")
        return _with_partner(reading, sentence, Spot(own, people[-1].first, people[-1].last), both)
    earlier = [s for s in spots if s.last <= hit.first + 1]
    later = [s for s in spots if s.first >= hit.last]
    if earlier and later:
        wanting = earlier[-1]
        other = next((s for s in later if s.draft is not wanting.draft), None)
        if other is not None:
            return wanting, other
    if both and earlier:
        return _with_partner(reading, sentence, earlier[-1], both)
    return None


def _with_partner(
    reading: Reading, sentence: Sentence, wanting: Spot, both: Hit
) -> tuple[Spot, Spot] | None:
    """Who wants, with the other of the two that "both" means."""
    sides = pair(reading, sentence)
    if wanting.draft not in sides or len(sides) != 2:
        return None
    partner = sides[1] if sides[0] is wanting.draft else sides[0]
    return wanting, Spot(partner, both.first, both.last)


def _other(speaker: Draft | None, subject: Draft) -> Draft | None:
    """The speaker, unless they are the subject of what is said."""
    return None if speaker is subject else speaker


def _phrase(
    reading: Reading, sentence: Sentence, hit: Hit, meant: str, word: Hit, speaker: Draft | None
) -> bool:
    """Cooperation wanted with somebody who has no name: "with other countries"."""
    link = next(iter(between(sentence, "word:with", word.last, word.last + 4)), None)
    if link is None or any(
        s.first in range(link.last, link.last + 5) for s in sentence.of(*BODIES)
    ):
        return False
    subject = next((s.draft for s in sentence.of(*BODIES) if s.last <= hit.first + 1), None)
    home = reading.home
    if subject is None and home and sentence.has("word:nation", 0, hit.first + 1):
        nation = between(sentence, "word:nation", 0, hit.first + 1)[0]
        subject = reading.country(home)
        subject.spans[clause(sentence, nation.first, nation.last)] = None
    last = link.last
    stops = ("word:stop", "word:in", "word:and", "word:for", "word:to")
    while (
        last < min(len(sentence.tokens), link.last + 8)
        and sentence.tokens[last].is_word
        and not any(sentence.at(c, last) for c in stops)
    ):
        last += 1
    if subject is None or last == link.last:
        return False
    reading.claims.append(
        Found(
            "SEEKS_COOPERATION_WITH",
            subject,
            None,
            *clause(sentence, min(hit.first, word.first), last),
            "cooperation.phrase",
            WANTED,
            meant,
            _topics(sentence, 0),
            _other(speaker, subject),
            clause(sentence, link.last, last),
        )
    )
    return True


def _helped(reading: Reading, sentence: Sentence, speaker: Draft | None) -> bool:
    """One side helps another: active ("X trains Y") or passive ("Y is funded by X")."""
    for category in ("verb:train", "verb:fund", "verb:equip", "verb:assist"):
        mode = dict(MODES).get(category)
        for hit in sentence.hits.get(category, ()):
            if denied(sentence, hit) or sentence.spot_at(hit.first):
                continue
            spots = actors(sentence)
            givers, takers = before(sentence, spots, hit.first), after(sentence, spots, hit.last)
            if sentence.at("word:by", hit.last) or _ends_with_by(sentence, hit):
                givers, takers = takers, givers
            if not givers or not takers:
                continue
            if max(_gap(hit, givers[-1]), _gap(hit, takers[0])) > HELP_REACH:
                continue
            qualifiers: tuple[tuple[str, str | tuple[str, ...]], ...] = _topics(sentence, hit.first)
            if mode:
                qualifiers = (("mode", mode), *qualifiers)
            near = [*givers, *takers]
            words = (min(s.first for s in near), max(s.last for s in near))
            for giver in givers[:4] if len(takers) == 1 else givers[:1]:
                for taker in takers:
                    if giver.draft is not taker.draft:
                        reading.claims.append(
                            Found(
                                "ASSISTS",
                                giver.draft,
                                taker.draft,
                                *clause(sentence, *words),
                                "cooperation.helped",
                                HELPED,
                                "fact",
                                qualifiers,
                                speaker,
                            )
                        )
            return True
    return False


def _gap(hit: Hit, spot: Spot) -> int:
    return hit.first - spot.last if spot.last <= hit.first else spot.first - hit.last


def _ends_with_by(sentence: Sentence, hit: Hit) -> bool:
    return any(h.last == hit.last for h in sentence.hits.get("word:by", ()))


def _joined(reading: Reading, sentence: Sentence, speaker: Draft | None) -> bool:
    """ "The Peru-Chile partnership": two names with a hyphen before a word of cooperation."""
    for hit in sentence.hits.get("verb:cooperation", ()):
        sides = before(sentence, actors(sentence), hit.first)
        if (
            len(sides) == 2
            and sides[1].last == hit.first
            and sides[1].first == sides[0].last + 1
            and sentence.tokens[sides[0].last].text in {"-", "–"}
        ):
            drafts = [s.draft for s in sides]
            words = (sides[0].first, hit.last)
            _mutual(reading, sentence, drafts, "fact", words, "joined", DONE, speaker)
            return True
    return False


def _done(reading: Reading, sentence: Sentence, speaker: Draft | None) -> bool:
    """Two sides work together."""
    for hit in sentence.hits.get("verb:cooperate", ()):
        if denied(sentence, hit):
            continue
        spots = actors(sentence)
        sides = [s.draft for s in before(sentence, spots, hit.first)]
        first, last = hit.first, hit.last
        if len(sides) < 2 and has_pair(sentence, 0, hit.first + 1):
            sides, first = pair(reading, sentence), 0
        elif len(sides) < 2:
            others = after(sentence, spots, hit.last, 12)
            last = max([last, *(s.last for s in others)])
            sides = [*sides, *(s.draft for s in others)] if sides else []
        if len(sides) >= 2:
            first = min([first, *(s.first for s in spots if s.draft in sides)])
            _mutual(reading, sentence, sides, "fact", (first, last), "done", DONE, speaker)
            return True
    return False
