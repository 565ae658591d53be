"""Dates of the precision that is known, compared: "2023" and "2023-02-21" do not conflict."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

YEAR, DAY = 4, 10
"""Lengths of ISO dates that name the year, and the day."""


def conflict(left: Collection[str], right: Collection[str]) -> bool:
    """Whether both are dated, and no date of one fits one of the other."""
    return bool(left and right) and not _fit(left, right)


def same_day(left: Collection[str], right: Collection[str]) -> bool:
    """Whether both name one day."""
    return any(len(day) >= DAY for day in {*left} & {*right})


def same_period(left: Collection[str], right: Collection[str]) -> bool:
    """Whether both are dated, and a date of one fits one of the other."""
    return bool(left and right) and _fit(left, right)


def year_apart(left: Collection[str], right: Collection[str]) -> bool:
    """Whether two dates, one of them a year alone, name years that follow one another."""
    if not left or not right or _fit(left, right):
        return False
    return any(
        min(len(a), len(b)) == YEAR and abs(int(a[:YEAR]) - int(b[:YEAR])) == 1
        for a in left
        for b in right
    )


def days_apart(earlier: str, later: str) -> int:
    """Days from one date to another, each taken as early, or as late, as it may be.

    Dates of a year or a month alone give the least that fits: 0 where one lies in the other.
    """
    if later.startswith(earlier) or earlier.startswith(later):
        return 0
    try:
        return (date.fromisoformat(_full(later)) - date.fromisoformat(_full(earlier))).days
    except ValueError:
        return -1


def _fit(left: Collection[str], right: Collection[str]) -> bool:
    return any(a.startswith(b) or b.startswith(a) for a in left for b in right)


def _full(day: str) -> str:
    return (day + "-01-01")[:DAY]
