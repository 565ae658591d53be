"""Acronyms of bodies: in brackets after a name, in quotation marks at its end, and alone."""

from __future__ import annotations

import re

from loaders.extract.mentions.phrases import QUOTES
from loaders.extract.reading import Draft, Reading, Sentence, Spot

ACRONYM = re.compile(r"(?=[^a-z]*[^\W\d_])[\w.+/\-]{2,14}$")

SUFFIXES = frozenset(["IP", "EP", "SA", "I.P.", "E.P.", "S.A."])
"""What stands between the name of a Portuguese or Spanish body and its acronym: its legal form."""

ACRONYM_KEY = "acronym:"
"""Before an acronym in `Reading.named`."""


def acronym_after(sentence: Sentence, last: int) -> int | None:
    """The token of an acronym in brackets right after a name."""
    tokens = sentence.tokens
    if [t.text for t in tokens[last : last + 1]] == [","] and last + 1 < len(tokens):
        last += 2 * (tokens[last + 1].text in SUFFIXES)
    if last + 2 >= len(tokens) or tokens[last].text != "(" or tokens[last + 1].text[0] == "(":
        return None
    close = next(
        (i for i in range(last + 2, min(last + 5, len(tokens))) if tokens[i].text == ")"), 0
    )
    text = "".join(t.text for t in tokens[last + 1 : close])
    capitals = sum(c.isupper() for c in text)
    return last + 1 if close and ACRONYM.match(text) and capitals >= 1 else None


def name_by_acronym(reading: Reading, sentence: Sentence, draft: Draft, i: int) -> None:
    """Keep the acronym that begins at token `i`, in brackets, as a name of a body."""
    close = next(j for j in range(i, i + 5) if sentence.tokens[j].text == ")")
    start, end = sentence.text_start(i), sentence.text_end(close)
    acronym = reading.text[start:end]
    draft.attributes["acronym"] = (acronym, start, end)
    reading.named[f"{ACRONYM_KEY}{acronym}"] = draft
    if not sentence.spot_at(i):
        reading.note(sentence, Spot(draft, i, close, "acronym", close))


def find_acronyms(reading: Reading, sentence: Sentence, acronyms: dict[str, Draft]) -> None:
    """Acronyms that the text has explained, wherever they stand."""
    for i, token in enumerate(sentence.tokens) if acronyms else ():
        draft = acronyms.get(token.text)
        if draft is None or len(token.text) < 2 or not any(c.isupper() for c in token.text):
            continue
        if not sentence.spot_at(i):
            reading.note(sentence, Spot(draft, i, i + 1, "acronym", i + 1))


def initials(sentence: Sentence, first: int, last: int) -> str:
    """The letters that a name is shortened to where no bracket says it: those of its capitals."""
    return "".join(t.text[0] for t in sentence.tokens[first:last] if t.capital)


def quoted(sentence: Sentence, first: int, last: int) -> str | None:
    """The acronym in quotation marks at the end of a name: университет «МИФИ»."""
    tokens = sentence.tokens
    alone = last - first > 2 and tokens[last - 3].text in QUOTES and tokens[last - 2].text.isupper()
    return tokens[last - 2].text if alone else None


def explained(sentence: Sentence, known: Spot, first: int, last: int) -> Draft | None:
    """The known body whose acronym in brackets explains a name, unless its own name in the name
    does: "the Programme of the United Nations Office (UNODC)"."""
    named = any(s.draft is known.draft and first <= s.first < last for s in sentence.spots)
    return known.draft if known.draft.keys and not named else None
