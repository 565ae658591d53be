"""What a text shows of a name: the words beside it, its shape, and lists of names."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.extract.mentions.candidates import Candidate, Run
from loaders.extract.reading import Sentence
from loaders.lexicon.names import Names
from loaders.text.tokens import Token

BEFORE = {
    "honorifics": "title", "ranks": "title", "titles": "title", "sign:roles": "role",
    "sign:groups": "group", "sign:place_words": "place", "bodies": "group", "verb:say": "say",
    "word:in": "in", "word:definite": "the", "word:and": "and", "link": "of", "word:of": "of",
    "word:by": "by", "word:with": "with", "word:to": "to", "word:from": "from",
    "word:for": "for", "word:between": "between", "former": "former",
}  # fmt: skip
"""Categories of words before a name, the most telling first, with what they say."""

AFTER = {
    "sign:person_verbs": "person verb", "sign:body_verbs": "body verb",
    "sign:person_after": "person", "sign:body_after": "body", "verb:say": "say",
    "titles": "title", "sign:roles": "role", "sign:groups": "group", "word:in": "in",
    "word:and": "and", "link": "of", "word:of": "of", "word:with": "with", "word:to": "to",
    "word:that": "that", "word:stop": "stop",
}  # fmt: skip

VERBS = "verb:"
THROUGH = frozenset({"of", "the", "quote"})
"""Words before a name that leave open what it is: the word before them says more."""

QUOTES = frozenset("\"'“”«»„‘’`")
APPOSED = ("title", "role", "group")


def signs(name: Candidate, names: Names, language: str) -> set[str]:
    """The signs of a name, those of all places where it stands together.

    What stands beside it counts for any language, and once more for `language` alone.
    """
    found = {"bias", *_shape(name.runs[0].tokens, names), *_letters(name)}
    if any(_has_ending(run) for run in name.runs):
        found.add("ending")
    for run in name.runs:
        for sign in _context(run):
            found.update((sign, f"{language} {sign}"))
    for run in name.parts:
        found.update(f"part {sign}" for sign in _context(run))
    count = len(name.runs) + len(name.parts)
    found.update(f"count {n}" for n in (2, 4) if count >= n)
    if name.parts:
        words = {run.tokens[0].word for run in name.parts}
        found.update(
            sign
            for sign, word in (("first alone", name.words[0]), ("last alone", name.words[-1]))
            if word in words
        )
    return found


def _context(run: Run) -> Iterator[str]:
    size = "one" if run.last - run.first == 1 else "more"
    before = list(_before(run.sentence, run.first))
    after = _after(run.sentence, run.last)
    yield f"before {' '.join(before)}"
    yield f"{size} before {before[0]}"
    yield f"after {after}"
    yield f"{size} after {after}"


def _before(sentence: Sentence, i: int) -> Iterator[str]:
    """What stands before token `i`, and before that where it says little."""
    for _ in range(3):
        i -= 1
        what = _kind_before(sentence, i)
        yield what
        if what not in THROUGH:
            return
        if what in ("of", "the"):
            hit = next(
                (
                    h
                    for c in ("link", "word:of", "word:definite")
                    for h in sentence.hits.get(c, ())
                    if h.last == i + 1
                ),
                None,
            )
            i = hit.first if hit else i


def _kind_before(sentence: Sentence, i: int) -> str:
    if i < 0:
        return "start"
    spot = next((s for s in sentence.spots if s.first <= i < s.last), None)
    if spot is not None:
        return spot.how if spot.draft.kind == "Country" else spot.draft.kind
    token = sentence.tokens[i]
    if not token.is_word:
        return "quote" if token.text in QUOTES else token.text if token.text in ",.(:-" else "mark"
    if ending := sentence.closed(i):
        for category, what in BEFORE.items():
            if category in ending:
                return what
    if token.text in {"'s", "’s"}:
        return "'s"
    if any(category.startswith(VERBS) for category in sentence.closed(i)):
        return "verb"
    return "capital" if token.capital else "number" if token.text[0].isdigit() else "word"


def _after(sentence: Sentence, i: int) -> str:
    """What stands from token `i` on, after a name."""
    tokens = sentence.tokens
    while i < len(tokens) and tokens[i].text in QUOTES:
        i += 1
    if i >= len(tokens):
        return "end"
    if tokens[i].text in {"'s", "’s"}:
        return "'s"
    if tokens[i].text in ",(":
        return tokens[i].text + _inside(sentence, i + 1)
    return _kind_after(sentence, i)


def _kind_after(sentence: Sentence, i: int) -> str:
    spot = next((s for s in sentence.spots if s.first <= i < s.last), None)
    if spot is not None:
        return spot.draft.kind
    token = sentence.tokens[i]
    if not token.is_word:
        return token.text if token.text in ".:-" else "mark"
    if not token.capital:
        opened = sentence.opened(i)
        for category, what in AFTER.items() if opened else ():
            if category in opened:
                return what
        if any(category.startswith(VERBS) for category in opened):
            return "verb"
    return "capital" if token.capital else "number" if token.text[0].isdigit() else "word"


def _inside(sentence: Sentence, i: int) -> str:
    """What follows a comma or bracket: an age, an acronym, a post."""
    tokens = sentence.tokens
    if i >= len(tokens):
        return ""
    if sentence.at("word:definite", i) or sentence.at("word:indefinite", i):
        i += 1
    for j in range(i, min(i + 3, len(tokens))):
        what = _kind_after(sentence, j)
        if what in APPOSED or what.startswith("person"):
            return what
    if i < len(tokens) and tokens[i].text.isupper() and len(tokens[i].text) > 1:
        return "acronym"
    return "number" if i < len(tokens) and tokens[i].text[0].isdigit() else ""


def _shape(tokens: list[Token], names: Names) -> Iterator[str]:
    words = [t for t in tokens if t.is_word]
    size = min(len(words), 4)
    yield f"words {size}"
    first, last = words[0], words[-1]
    text = "".join(t.text for t in tokens)
    if text.isupper():
        yield f"capitals {min(len(text), 6)}"
    elif any(t.text.isupper() and len(t.text) > 1 for t in words):
        yield "some capitals"
    elif any(c.isupper() for t in words for c in t.text[1:]):
        yield "inner capitals"
    if any(c.isdigit() for c in text):
        yield "digit"
    if any(len(t.text) == 1 for t in words[1:-1]):
        yield "initial"
    if size > 1 and (len(first.text) == 1 or "." in first.text):
        yield "initials first"
    yield from (f"mark {t.text}" for t in tokens if t.text in "-&")
    if any(t.text[0].islower() for t in words):
        yield "particle"
    given, town = first.word in names.given, names.town(words)
    known = given or first.word in names.family
    yield f"given {given} {min(size, 2)}"
    yield f"family {last.word in names.family} {min(size, 2)}"
    ends_known = last.word in names.family or last.word in names.given
    yield f"listed {known and ends_known} {size}"
    if town:
        yield f"town {min(size, 2)}"


def _letters(name: Candidate) -> Iterator[str]:
    """How its first and last word begin and end."""
    first, last = name.words[0], name.words[-1]
    yield f"begins {last[:3]}"
    for n in (2, 3):
        yield f"ends {last[-n:]}"
    if len(name.words) > 1:
        yield f"first ends {first[-3:]}"
    yield from (f"word {word}" for word in name.words)


def _has_ending(run: Run) -> bool:
    return any(run.first <= h.first < run.last for h in run.sentence.hits.get("sign:endings", ()))
