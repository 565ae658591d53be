"""How a name goes on where its words have the article: in Arabic."""

from __future__ import annotations

from loaders.extract.reading import Sentence
from loaders.lexicon.pack import Pack

ENDS = frozenset(["titles", "honorifics", "word:stop", "verb:belong"])
"""What ends a name of words with the article."""

DEFINITE, TO = ("ال", "وال", "لل", "ولل"), ("ل", "ول")
"""How Arabic words with the article begin, and those after "to"."""

GENITIVES = 4
"""Nouns of an Arabic genitive at most, the last with the article."""


def article_growth(sentence: Sentence, pack: Pack, last: int) -> int:
    """Words with the article: الهيئة + الوطنية + للأمن + السيبراني; and what leads to one: the
    purpose (لمكافحة + جرائم + الإنترنت), the rest of a genitive, the government it belongs to."""
    tokens = sentence.tokens
    word = tokens[last].word
    if sentence.at_any(ENDS, last) or _begins_another(sentence, last):
        return last
    own = [h for h in sentence.hits.get("country", ()) if h.value.startswith("demonym")]
    ends = any(h.last == last for h in own)
    ends = ends and (word.startswith("و") or not any(h.first == last for h in own))
    if ends and not word.startswith("لل"):
        return last  # the adjective of its country ends a body's name
    nation = sentence.at("word:nation", last)
    if nation and nation.skip and sentence.at("country", nation.last):
        return nation.last + 1
    aim = sentence.at("aim", last) if word.startswith(TO) else None
    if word.startswith(DEFINITE) and len(word) > 4 and not (aim and aim.last - last > 1):
        return last + 1
    head_bare = not tokens[last - 1].word.startswith(("ال", "لل", "وال"))
    if aim is not None:
        return _to_definite(sentence, aim.last, last)
    if word.startswith("و") and sentence.at("word:staff", last):
        return last  # "the Prosecution, and judges of": people
    if (head_bare or word.startswith("و")) and len(word) > 3:
        return _to_definite(sentence, last, last)
    return last


def _begins_another(sentence: Sentence, i: int) -> bool:
    """Whether "and" is glued to the head of another body, or to one that is known."""
    hit = sentence.at("bodies", i)
    spot = sentence.beginning(i)
    known = spot is not None and spot.draft.kind in ("Organization", "Agency")
    return sentence.tokens[i].word.startswith("و") and (known or bool(hit and hit.skip))


def _to_definite(sentence: Sentence, i: int, otherwise: int) -> int:
    """Past the nouns of a genitive from token `i` to the one with the article that ends it."""
    for j in range(i, min(len(sentence.tokens), i + GENITIVES)):
        if sentence.tokens[j].word.startswith("ال") and j > otherwise:
            return j + 1
        told = any(c.startswith("verb:") for c in sentence.opened(j)) and not sentence.at("aim", j)
        if not sentence.tokens[j].is_word or told or sentence.at_any(ENDS, j):
            break
    return otherwise
