"""Dates in a text, to the precision it gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from loaders.lexicon.phrases import Hit
from loaders.text.tokens import Token

YEAR = re.compile(r"(?:19[5-9]\d|20[0-4]\d)$")
DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])$")
NUMERIC = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})$")
BETWEEN = 4
"""Words that may stand between the parts of a date: "de", "ya", a comma, "st"."""


@dataclass(frozen=True, slots=True)
class DateFound:
    """Tokens `first` to `last` (not included) say the ISO date `value`."""

    first: int
    last: int
    value: str


def dates(
    tokens: Sequence[Token], hits: dict[str, list[Hit]], published: str | None
) -> list[DateFound]:
    """The dates in a sentence.

    `hits` are those of the categories months, weekdays, relative and word:year. Relative dates
    are reckoned from `published` (ISO) as far as its precision allows, and left out without it;
    so is the year of a day and month that are given without one.
    """
    numbers = [(i, t.text) for i, t in enumerate(tokens) if t.is_number]
    months, spoken = hits.get("months", ()), [*hits.get("relative", ()), *hits.get("weekdays", ())]
    if not (numbers or months or spoken):
        return []
    small = {h.first for h in hits.get("word:year", ())}
    found = [d for hit in months if (d := _around_month(tokens, hit, small, published))]
    found += _numeric(numbers)
    covered = {i for d in found for i in range(d.first, d.last)}
    found += [
        DateFound(i, i + 1, text) for i, text in numbers if i not in covered and YEAR.match(text)
    ]
    base = _base(published) if spoken else None
    for hit in spoken:
        value = _relative(hit, base, published)
        if value and not any(hit.first in range(d.first - 1, d.last + 1) for d in found):
            found.append(DateFound(hit.first, hit.last, value))
    return sorted(found, key=lambda d: d.first)


def _numeric(numbers: list[tuple[int, str]]) -> list[DateFound]:
    """Day first, as all our languages but American English write it; else nothing is known."""
    found = []
    for i, text in numbers:
        if (m := NUMERIC.match(text)) and int(m[1]) > 12 >= int(m[2]):
            found.append(DateFound(i, i + 1, f"{m[3]}-{int(m[2]):02}-{int(m[1]):02}"))
    return found


def _around_month(
    tokens: Sequence[Token], hit: Hit, small: set[int], published: str | None
) -> DateFound | None:
    """Day, month and year about the name of a month, in either order; `small`: words for year."""
    if not tokens[hit.first].text[0].isupper() and len(tokens[hit.first].word) < 4:
        return None
    day_at = _seek(tokens, hit.first - 1, -1, DAY, 2, small)
    after = hit.last
    if day_at is None and (following := _seek(tokens, after, 1, DAY, 1, small)) is not None:
        day_at, after = following, following + 1
    year_at = _seek(tokens, after, 1, YEAR, BETWEEN, small)
    year = tokens[year_at].text if year_at is not None else _year_near(int(hit.value), published)
    if year is None:
        return None
    first = min(hit.first, day_at if day_at is not None else hit.first)
    last = max(after, (year_at + 1) if year_at is not None else after)
    day = f"-{int(tokens[day_at].text):02}" if day_at is not None else ""
    value = f"{year}-{int(hit.value):02}{day}"
    return DateFound(first, last, value) if not day or _is_day(value) else None


def _seek(
    tokens: Sequence[Token],
    i: int,
    step: int,
    pattern: re.Pattern[str],
    reach: int,
    small: set[int],
) -> int | None:
    """The token at or beyond `i` that `pattern` matches, over small words and commas only."""
    for _ in range(reach):
        if not 0 <= i < len(tokens):
            return None
        if pattern.match(tokens[i].text):
            return i
        if len(tokens[i].text) > 3 and i not in small:
            return None
        i += step
    return None


def _year_near(month: int, published: str | None) -> str | None:
    """The year of a month given without one: the last such month up to the next half year."""
    if published is None or len(published) < 7:
        return None
    year, base = int(published[:4]), int(published[5:7])
    return str(year - 1 if month - base > 6 else year)


def _base(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None


def _relative(hit: Hit, base: date | None, published: str | None) -> str | None:
    """The date that a word such as "yesterday" or "Tuesday" means, or nothing."""
    if published is None:
        return None
    if hit.value == "this year":
        return published[:4]
    if hit.value == "last year":
        return str(int(published[:4]) - 1)
    if base is None:
        return None
    if hit.category == "weekdays":
        # The last such day: news tell of what has been; the day itself where it is the same.
        return (base - timedelta(days=(base.weekday() - int(hit.value)) % 7)).isoformat()
    month_before = (base.replace(day=1) - timedelta(days=1)).isoformat()[:7]
    return {
        "today": base.isoformat(),
        "yesterday": (base - timedelta(days=1)).isoformat(),
        "this week": base.isoformat()[:7],
        "this month": base.isoformat()[:7],
        "last month": month_before,
    }.get(hit.value)


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
