"""What the words of a name look like, one by one, and the lists and clauses that end them."""

from __future__ import annotations

from loaders.extract.reading import Sentence
from loaders.lexicon.names import names
from loaders.lexicon.pack import Pack

LIST_REACH = 12
"""Words within which a list inside a name ("Works, Transport and Communications") must end."""


GOES_ON = ("word:by", "word:in", "word:to", "word:with", "word:between", "relative", "weekdays")
"""What follows a participle that begins a clause."""


NO_NAME = ("word:stop", "word:in", "word:indefinite", "months", "weekdays")
"""What begins with a capital for another reason than being a name."""

NO_NOUN = (
    "word:stop", "word:definite", "word:indefinite", "word:possessive", "honorifics", "link"
)  # fmt: skip
"""Words that are no noun nor adjective of a name."""


def namelike(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return (
        token.capital
        and token.is_word
        and not sentence.at_any(NO_NAME, i)
        and (not sentence.at("honorifics", i) or sentence.ends("link", i - 1))
        and not (sentence.at("titles", i) and not sentence.headline)
    )


def opens(sentence: Sentence, i: int) -> bool:
    """Whether a capital that may belong to a name stands at `i`."""
    return i < len(sentence.tokens) and namelike(sentence, i)


def joins(sentence: Sentence, i: int, small: bool = False) -> bool:
    """Whether what follows "and" still belongs to the name: no other name, post or person."""
    if i >= len(sentence.tokens) or sentence.beginning(i) or sentence.at("bodies", i):
        return False
    if sentence.at("country", i) or sentence.at("titles", i) or sentence.at("ranks", i):
        return False
    further = sentence.tokens[i + 1 : i + 2]
    given = sentence.tokens[i].capital and sentence.tokens[i].word in names().given
    if given and further and (further[0].capital or further[0].text in {"-", "‑"}):
        return False  # "the Ministry and Jean-Yves"
    return plain_word(sentence, i) if small else namelike(sentence, i)


def plain_word(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return token.is_word and not token.text[0].isdigit() and not sentence.at_any(NO_NOUN, i)


def run(sentence: Sentence, i: int) -> int:
    """The end of the capitals that begin at `i`, hyphens between them included.

    A person's name after a portfolio or a place is the post's holder's: "Minister of Health Jane
    Doe", "Gavana wa New York Jane Doe".
    """
    tokens = sentence.tokens
    while i < len(tokens) and (
        (
            namelike(sentence, i)
            and not (_ends_post(sentence, i - 1) and _begins_person(sentence, i))
        )
        or (
            tokens[i].text in {"-", "/", "&"}
            and i + 1 < len(tokens)
            and tokens[i + 1].start == tokens[i].end
            and tokens[i + 1].is_word
        )
    ):
        i += 1
    return i


def _ends_post(sentence: Sentence, i: int) -> bool:
    return sentence.ends("portfolios", i) or sentence.ends("country", i)


def _begins_person(sentence: Sentence, i: int) -> bool:
    """Whether a given name, or two capitals that belong to no portfolio, stand at `i`."""
    tokens = sentence.tokens
    if tokens[i].word in names().given:
        return True
    words = range(i, min(i + 2, len(tokens)))
    others = ("portfolios", "bodies", "country", "link", "join")
    return len(words) == 2 and all(
        tokens[j].capital and not any(sentence.at(c, j) for c in others) for j in words
    )


def is_clause(sentence: Sentence, pack: Pack, i: int) -> bool:
    """Whether a participle in small letters begins a clause: "sent to", "approved by"."""
    token = sentence.tokens[i]
    endings = tuple(pack.lexicon.names.participles)
    if not endings or token.capital or not token.word.endswith(endings):
        return False
    return any(sentence.at(word, i + 1) for word in GOES_ON) or any(
        d.first == i + 1 for d in sentence.dates
    )


def list_ends(sentence: Sentence, comma: int) -> bool:
    """Whether a list of capitals or nouns that goes on at `comma` ends with "and" and another."""
    tokens = sentence.tokens
    for i in range(comma + 1, min(len(tokens) - 1, comma + LIST_REACH)):
        if (
            (join := sentence.at("join", i))
            and tokens[i - 1].text == ","
            and i > comma + 1
            and (not tokens[comma + 1].capital or tokens[join.last % len(tokens)].text[0].islower())
        ):
            return False
        if join:
            return join.last < len(tokens) and (
                joins(sentence, join.last, small=True) or bool(sentence.at("link", join.last))
            )
        token = tokens[i]
        if sentence.at("titles", i) or sentence.at("honorifics", i) or sentence.beginning(i):
            return False
        if token.capital and sentence.at("bodies", i):
            return False
        if token.is_word and any(c.startswith("deed:") for c in sentence.opened(i)):
            return False  # "the memorandum, both teams will share"
        if not (token.is_word or token.text == ",") or sentence.at("word:stop", i):
            return False
        if (
            token.text[0].islower()
            and any(tokens[j].capital for j in (comma + 1,))
            and not (sentence.at("link", i))
        ):
            return False
    return False
