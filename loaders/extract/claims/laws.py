"""ENACTED: who made a law or a strategy."""

from __future__ import annotations

from loaders.extract.claims.actors import actors
from loaders.extract.claims.clauses import clause, date_near, denied, subjects
from loaders.extract.reading import Draft, Found, Reading, Sentence

CONFIDENCE = 0.75
BETWEEN = 2
"""Words that may stand between a law and the word of enacting, names of other laws aside."""


def claim_laws(reading: Reading, speakers: dict[int, Draft]) -> None:
    """A law or strategy in a sentence with a word of enacting, by whoever acts there, else by
    the country that it belongs to."""
    for sentence in reading.told("verb:enact"):
        for spot in sentence.of("Law", "Strategy"):
            made = sentence.hits.get("verb:enact", ())
            hits = [h for h in made if _gap(sentence, h.last, spot.first) <= BETWEEN]
            later = [h for h in made if _gap(sentence, spot.last, h.first) <= BETWEEN]
            hit = hits[-1] if hits else later[0] if later else None
            if hit is None:
                continue
            acting = [s.draft for s in subjects(sentence, actors(sentence), hit)]
            country = reading.country(spot.draft.country) if spot.draft.country else None
            maker = acting[-1] if acting else country
            if maker is None:
                continue
            if not maker.spans:
                _stands_for(reading, maker)
            date = date_near(sentence, spot.last, 8)
            reading.claims.append(
                Found(
                    "ENACTED",
                    maker,
                    spot.draft,
                    *clause(sentence, min(hit.first, spot.first), max(hit.last, spot.last)),
                    "laws",
                    CONFIDENCE,
                    "denied" if denied(sentence, hit) else "fact",
                    (("date", date),) if date else (),
                    speakers.get(sentence.index),
                )
            )


def _gap(sentence: Sentence, first: int, last: int) -> int:
    """How many words outside names stand between two tokens; many where they stand otherwise."""
    if first > last:
        return 1000
    return sum(
        1
        for i in range(first, last)
        if sentence.tokens[i].is_word
        and sentence.spot_at(i) is None
        and not sentence.at("word:in", i)
        and not any(d.first <= i < d.last for d in sentence.dates)
    )


def _stands_for(reading: Reading, country: Draft) -> None:
    """Let "the government" speak of a country that the text means without naming it."""
    for sentence in reading.told("word:nation"):
        for hit in sentence.hits.get("word:nation", ()):
            country.spans[clause(sentence, hit.first, hit.last)] = None
