"""Countries that are given names too: told apart by what stands beside them."""

from __future__ import annotations

from loaders.extract.mentions.person_names import is_part
from loaders.extract.reading import Reading, Sentence, Spot
from loaders.lexicon.names import names

APPOSED = 4
"""Words from a surname to the post that follows it: "Hayes, the acting director"."""


def free_given_names(reading: Reading) -> None:
    """Take countries that begin a person's name for what they are: "Director Jordan Hayes"."""
    doubtful = [
        (sentence, spot)
        for sentence in reading.told("Country")
        for spot in sentence.of("Country")
        if _begins_name(reading, sentence, spot)
    ]
    alone = _words_alone(reading) if doubtful else frozenset()
    for sentence, spot in doubtful:
        i = spot.last
        announced = any(sentence.ends(c, spot.first - 1) for c in ("titles", "honorifics", "ranks"))
        apposed = any(0 < h.first - i <= APPOSED for h in sentence.hits.get("titles", ()))
        if announced or (apposed and _comma(sentence, i)) or sentence.tokens[i].text in alone:
            sentence.remove(spot)
            del spot.draft.spans[sentence.text_start(spot.first), sentence.text_end(i)]


def _begins_name(reading: Reading, sentence: Sentence, spot: Spot) -> bool:
    return (
        spot.last - spot.first == 1
        and sentence.tokens[spot.first].word in names().given
        and spot.last < len(sentence.tokens)
        and is_part(reading, sentence, spot.last)
    )


def _comma(sentence: Sentence, i: int) -> bool:
    return i + 1 < len(sentence.tokens) and sentence.tokens[i + 1].text == ","


def _words_alone(reading: Reading) -> frozenset[str]:
    """Words in capitals that stand alone, as a surname does."""
    alone: set[str] = set()
    for sentence in reading.told():
        tokens = sentence.tokens
        for i, token in enumerate(tokens):
            if (
                not (sentence.headline or sentence.shouting)
                and is_part(reading, sentence, i)
                and not sentence.ends("word:definite", i - 1)
                and not sentence.ends("word:in", i - 1)
                and not (i > 0 and tokens[i - 1].capital)
                and not (i + 1 < len(tokens) and tokens[i + 1].capital)
            ):
                alone.add(token.text)
    return frozenset(alone)
