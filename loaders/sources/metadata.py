"""Titles, dates, languages and addresses where a document gives them; nothing is guessed."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

from babel import Locale

from loaders.text.language import LANGUAGES

LOCALES = (*LANGUAGES, "ar_LB", "ar_MA", "ar_TN")
"""Where month names come from: Arabic has four sets of them."""

PUBLISHED = (
    "posted on",
    "posted",
    "published on",
    "published",
    "imewekwa",
    "imechapishwa",
    "ilichapishwa",
    "publié le",
    "mis en ligne le",
    "publicado em",
    "publicado a",
    "publicado el",
    "publicado",
    "نشر في",
    "نُشر في",
    "تاريخ النشر",
    "опубликовано",
    "дата публикации",
)
"""Words that stand before the date on which a text was published."""

DATED = (*PUBLISHED, "date", "tarehe", "fecha", "data", "التاريخ", "дата")
"""Words that do so in the first line of a text."""

HEAD_LINES, TAIL_LINES = 40, 10
"""How many lines at either end of a text are searched for a date line."""

LINE_LIMIT, TITLE_LIMIT, URL_LIMIT = 80, 200, 2_000
"""How many characters a date line, a headline and an address may have."""

WORD = r"[^\W\d_]+"
YEAR_FIRST = re.compile(r"(\d{4})(?:([-/.])(\d{2})(?:\2(\d{2}))?)?(?![^\WT]|[-/]|\.\d)")
DAY_FIRST = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|º|ª)?\.? (?:de |of |ya )?({WORD}(?: (?!de |of ){WORD})?)"
    r"\.?,? (?:de |of |ya )?(\d{4})\b"
)
MONTH_FIRST = re.compile(rf"({WORD})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b")
NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b")
WEEKDAY = re.compile(rf"({WORD}(?:-{WORD})?)[,،]? ")
PREFIX = re.compile(r"\s*(?:date|published):? (\d{4}-\d{2}-\d{2})\b[T\d:.Z+]*[ \t]*", re.I)


@cache
def months() -> dict[str, int]:
    """Month names of all languages, in lower case, to their numbers from 1."""
    return _names("months")


@cache
def weekdays() -> dict[str, int]:
    """Names of the days of the week of all languages, in lower case, to their numbers."""
    return _names("days")


def _names(what: str) -> dict[str, int]:
    names: dict[str, int] = {}
    for locale in map(Locale.parse, LOCALES):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in getattr(locale, what)[context][width].items():
                    if not name.isdigit():
                        names[name.casefold().rstrip(".")] = number
    return names


def parse_date(words: str) -> str | None:
    """The date that `words` begin with, as ISO of its precision; None where it is unclear.

    `03/04/2025` is unclear: the order of day and month differs between countries.

    >>> parse_date("29 Septemba 2025"), parse_date("2023-02"), parse_date("03/04/2025")
    ('2025-09-29', '2023-02', None)
    """
    words = " ".join(words[:LINE_LIMIT].split())
    if (day_name := WEEKDAY.match(words)) and day_name[1].casefold() in weekdays():
        words = words[day_name.end() :]
    if found := YEAR_FIRST.match(words):
        year, month, day = (int(found[group] or 0) for group in (1, 3, 4))
        return _iso(year, month or None, day or None)
    if found := DAY_FIRST.match(words):
        return _named(found[3], found[2], found[1])
    if found := MONTH_FIRST.match(words):
        return _named(found[3], found[1], found[2])
    if found := NUMERIC.match(words):
        day, month = int(found[1]), int(found[3])
        if found[2] == "." or day > 12 or day == month:
            return _iso(int(found[4]), month, day)
    return None


def _named(year: str, month: str, day: str) -> str | None:
    """An ISO date from a month's name; None where the word names no month."""
    number = months().get(month.casefold().rstrip("."))
    return _iso(int(year), number, int(day)) if number else None


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    """An ISO date of the precision given; None where there is no such day."""
    try:
        known = date(year, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return known[: 10 if day else 7 if month else 4]


def labelled_date(line: str, labels: tuple[str, ...] = PUBLISHED) -> str | None:
    """The date of a line such as "Imewekwa: 29 Septemba 2025"; None for any other line."""
    line = " ".join(line.split())
    if len(line) > LINE_LIMIT:
        return None
    lower = line.casefold()
    for label in labels:
        if lower.startswith(label) and not lower[len(label) :][:1].isalpha():
            return parse_date(line[len(label) :].lstrip(" :-–—.|"))
    return None


def date_in_lines(text: str) -> str | None:
    """The date of the first line near the beginning or end that says when it was published.

    The date may stand in the line after the words that announce it.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    ends = [*lines[:HEAD_LINES], *lines[HEAD_LINES:][-TAIL_LINES:], ""]
    for line, following in pairwise(ends):
        if found := labelled_date(line) or labelled_date(f"{line} {following}"):
            return found
    return None


def cut_date(text: str) -> tuple[str | None, str]:
    """The date with which a text is headed, and the text after it.

    >>> cut_date(" date 2022-02-27 THE government")
    ('2022-02-27', 'THE government')
    """
    if (found := PREFIX.match(text)) and (known := parse_date(found[1])):
        return known, text[found.end() :].lstrip()
    first, _, rest = text.lstrip().partition("\n")
    known = labelled_date(first, DATED)
    return (known, rest.lstrip("\n")) if known else (None, text)


def headline(text: str) -> str:
    """The first line where it reads as a headline: short, no sentence, then a blank line."""
    first, _, rest = text.lstrip("\n").partition("\n")
    first = first.strip()
    short = 0 < len(first) <= TITLE_LIMIT and first[-1] not in ".:;,"
    return first if short and rest[:1] == "\n" else ""


def language_code(tag: str | None) -> str | None:
    """The ISO 639 code in a language tag: `sw-TZ` and `SW_tz` give `sw`."""
    code = re.split(r"[-_]", (tag or "").strip().casefold())[0]
    return code if code.isascii() and code.isalpha() and len(code) in (2, 3) else None


def template_language(tag: str | None) -> str | None:
    """The language in a tag that may be a template's: kept where it is none of ours.

    A page made with an English template says `en` whatever it is written in, so between our
    own languages the text decides. For others it cannot.
    """
    code = language_code(tag)
    return None if code in LANGUAGES else code


def web_address(address: str | None) -> str | None:
    """`address` where it is a full http or https URL of sound length, else None."""
    address = (address or "").strip()
    if len(address) > URL_LIMIT or re.search(r"[\s<>\"]", address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None
