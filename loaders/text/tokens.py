"""Words of a text, with offsets and the forms under which a lexicon may know them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from typing import Any, NamedTuple

TOKEN = re.compile(
    r"(?=\S)(?:"  # nothing else need be tried at a blank
    r"[^\W\d_]++(?![\w.'’])"  # most words: what follows needs a point, a digit or an apostrophe
    r"|(?:[^\W\d_]\.){2,}"  # S.E.M., U.S.
    r"|(?:[cdjlmnstCDJLMNST]|[Qq]u)['’](?=\w|$)"  # l'Agence
    r"|['’]s\b"
    r"|(?=[^\W_]{2,24}+\.)[^\W_]{0,12}[A-Z]{2,12}\.[A-Za-z]{2}\b"  # CERT.tg
    r"|\d+(?:\.?[ºª°]|(?:st|nd|rd|th|e|er|ère|ème|ème)\b)"  # 17th, 28.º
    r"|\d+(?:[.,/]\d+)*"
    r"|[^\W_]+(?:['’](?!s\b)[^\W_]+)*"
    r"|\S)"
)

KEPT = 200_000
"""Words of a language that are kept with what they are."""

FUTURE = 4
"""Letters beyond which an Arabic word may begin with that of the future."""

ENCLITICS = ("هما", "ها", "هم", "ه")
"""Pronouns at the end of an Arabic word, the longer first."""

SHORT = 3
"""Letters of an Arabic word up to which its last letter tells it from another."""

COMMAS = str.maketrans("،؛", ",;")
"""Arabic marks as all others write them."""

Form = tuple[str, int]
"""How a word may be looked up, and how many letters before it are another word."""

Word = tuple[str, tuple[Form, ...], str, bool, bool, bool]
"""What a word is wherever it stands: the fields of a `Token`, less its place."""


class Token(NamedTuple):
    """A word or a mark: the letters from `start` to `end`, with Arabic commas as ours."""

    text: str
    forms: tuple[Form, ...]
    word: str
    """Its plain form: lower case, accents dropped."""
    capital: bool
    """Whether it begins with a capital letter."""
    is_word: bool
    """Whether it is a word or a number, not a mark."""
    is_number: bool
    """Whether it begins with a digit."""
    start: int
    end: int


_token: Callable[[tuple[object, ...]], Token] = partial(tuple.__new__, Token)
"""A token of its fields: what `Token._make` does, in half the time."""


@lru_cache(maxsize=200_000)
def plain(word: str) -> str:
    """`word` in lower case, accents and hamzas dropped, apostrophes straight.

    A letter alone keeps its accent ("à" is no "a"), and so does the end of a short Arabic word:
    "on" is no "Ali".
    """
    folded = word.casefold().replace("’", "'")
    if len(word) == 1:
        return folded
    decomposed = unicodedata.normalize("NFKD", folded)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return bare.replace("ى", "ي") if len(bare) > SHORT else bare


def tokens(text: str, language: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words and marks of `text[start:end]` in order."""
    stop = len(text) if end is None else end
    known = _known(language)
    return [_token(known[m[0]] + m.span()) for m in TOKEN.finditer(text, start, stop)]


class _Words(dict[str, Word]):
    """What the words of a language are. Those that were asked for are kept, up to `KEPT`."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._forms = FORMS.get(language, _forms)

    def __missing__(self, word: str) -> Word:
        if len(self) >= KEPT:
            self.clear()
        shown = word.translate(COMMAS)
        forms, first = self._forms(shown), shown[0]
        self[word] = known = (
            shown, forms, forms[0][0], first.isupper(), first.isalnum(), first.isdecimal()
        )  # fmt: skip
        return known


@cache
def _known(language: str) -> _Words:
    return _Words(language)


def words(phrase: str, language: str) -> tuple[str, ...]:
    """The words of a lexicon phrase as they are looked up: Russian ones as lemmas."""
    key: Callable[[str], str] = _lemma if language == "ru" else plain
    return tuple(key(m.group()) for m in TOKEN.finditer(phrase))


def _forms(word: str) -> tuple[Form, ...]:
    return ((plain(word), 0),)


def _arabic(word: str) -> tuple[Form, ...]:
    bare = tuple(dict.fromkeys(_without_proclitics(plain(word))))
    if word.endswith("يا") and len(word) > FUTURE:
        bare += tuple((form[:-1], skip) for form, skip in bare)  # "a Tunisian": an object
    return bare + tuple(dict.fromkeys(f for form in bare for f in _present(*form) if f not in bare))


def _present(form: str, skip: int) -> Iterator[Form]:
    """A verb without the letter of the future, and any word without "it", "them" or "us" at its
    end: "will train", "trained them", where a lexicon has "trains", "trained"."""
    own = [form]
    if len(form) > FUTURE and form[0] == "س" and form[1] in "يتن":
        own.append(form[1:])
        yield form[1:], skip
    for word in own:
        for ending in ENCLITICS:
            if word.endswith(ending) and len(word) - len(ending) >= SHORT:
                stem = word.removesuffix(ending)
                yield stem, skip
                if stem.endswith("ت"):
                    yield stem[:-1] + "ة", skip


def _without_proclitics(word: str) -> Iterator[Form]:
    """The word, and what is left when "and", "in" or "for" is taken off its front."""
    yield word, 0
    if word.startswith("ال") and len(word) > 4:
        yield word[2:], 0
    for skip in (0, 1):
        if skip and (len(word) < SHORT or word[0] not in "وف"):
            break
        rest = word[skip:]
        if skip:
            yield rest, skip
            if rest.startswith("ال") and len(rest) > 4:
                yield rest[2:], skip
        if len(rest) > 4 and rest.startswith("لل"):
            yield "ال" + rest[2:], skip
            yield rest[2:], skip + 2
        elif len(rest) > 3 and rest[0] in "بلك":
            yield rest[1:], skip + 1
            if rest[1:].startswith("ال") and len(rest) > 5:
                yield rest[3:], skip + 1


def _russian(word: str) -> tuple[Form, ...]:
    return tuple(dict.fromkeys(((plain(word), 0), (_lemma(word), 0))))


@lru_cache(maxsize=200_000)
def _lemma(word: str) -> str:
    parses = _parses(word) if word[0].isalpha() else []
    return plain(str(parses[0].normal_form)) if parses else word


def _parses(word: str) -> list[Any]:
    """What a Russian word may be, the likeliest first."""
    # The dictionary's library asks every letter for its Unicode name, and some have none.
    named = all(unicodedata.name(letter, "") for letter in word)
    return _morphology().parse(word)[:4] if named else []


@cache
def _morphology():  # type: ignore[no-untyped-def]
    # Imported here: its dictionaries take 15 MB that only Russian needs.
    import pymorphy3  # type: ignore[import-untyped]

    return pymorphy3.MorphAnalyzer(lang="ru")


FORMS: dict[str, Callable[[str], tuple[Form, ...]]] = {"ar": _arabic, "ru": _russian}


@lru_cache(maxsize=200_000)
def genitive(word: str) -> bool:
    """Whether a Russian word is a noun or adjective that can be genitive."""
    parses = _parses(word)
    small = not parses or parses[0].tag.POS in ("PREP", "CONJ", "PRCL", "ADVB")
    return not small and any("gent" in parse.tag for parse in parses)


@lru_cache(maxsize=200_000)
def nominative(word: str) -> bool:
    """Whether a word is a Russian noun in a direct case: it acts, it says not whose a thing is."""
    if not "а" <= word[0].lower() <= "я":
        return False
    tags = [parse.tag for parse in _parses(word)]
    return any("nomn" in tag for tag in tags) and not any("gent" in tag for tag in tags)


@lru_cache(maxsize=200_000)
def leads_to(word: str) -> bool:
    """Whether a Russian word after "in" is where something goes, not where it is: no locative."""
    parses = _parses(word) if "а" <= word[0].lower() <= "я" else []
    return bool(parses) and not any("loct" in p.tag or "Fixd" in p.tag for p in parses)


@lru_cache(maxsize=200_000)
def may_act(word: str) -> bool:
    """Whether a word may be a subject by its form: not a Russian one that is never nominative."""
    if not "а" <= word[0].lower() <= "я":
        return True
    tags = [parse.tag for parse in _parses(word)]
    return any("nomn" in tag or "Fixd" in tag for tag in tags) or not any(
        case in tag for tag in tags for case in ("gent", "datv", "accs", "ablt", "loct")
    )


@lru_cache(maxsize=200_000)
def future(word: str) -> bool:
    """Whether a word that tells what is done is in the future by its own form: Russian
    "поможет"; Arabic ones begin with a letter for it."""
    if len(word) > FUTURE and word.lstrip("وف").startswith(("سي", "ست", "سن")):
        return True
    if not "а" <= word[0].lower() <= "я":
        return False
    tags = [parse.tag for parse in _parses(word)]
    other = any("past" in tag or "pres" in tag for tag in tags)  # "проводит" is both
    return any("futr" in tag for tag in tags) and not other


@lru_cache(maxsize=200_000)
def oblique(word: str) -> bool:
    """Whether a Russian word can stand in a name after a preposition: no direct case, no verb."""
    cases = ("gent", "datv", "ablt", "loct")
    return any(case in parse.tag for parse in _parses(word) for case in cases)


@lru_cache(maxsize=200_000)
def adjective(word: str) -> bool:
    """Whether a Russian word is first of all an adjective or participle."""
    parses = _parses(word) if "а" <= word[0].lower() <= "я" else []
    return bool(parses) and parses[0].tag.POS in ("ADJF", "PRTF")


@lru_cache(maxsize=200_000)
def pronominal(word: str) -> bool:
    """Whether a Russian word is "this", "its", "our" or "it", which says nothing of a noun."""
    parses = _parses(word) if "а" <= word[0].lower() <= "я" else []
    return bool(parses) and ("Apro" in parses[0].tag or parses[0].tag.POS == "NPRO")


@lru_cache(maxsize=200_000)
def passive(word: str) -> bool:
    """Whether a Russian word is a passive participle: who does it then follows, with no "by"."""
    parses = _parses(word) if "а" <= word[0].lower() <= "я" else []
    return bool(parses) and "pssv" in parses[0].tag
