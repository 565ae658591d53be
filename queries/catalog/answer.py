"""An answer, and how it is written down."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins so for a formula."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that answer a question; `truncated` where there were more than may be."""

    question: str
    arguments: dict[str, object]
    columns: tuple[str, ...]
    rows: list[dict[str, Any]]
    truncated: bool


def answer_csv(answer: Answer) -> str:
    """The answer as CSV with a header; lists are joined by `; `, evidence is JSON."""
    columns = list(answer.columns)
    if any("evidence" in row for row in answer.rows):
        columns.append("evidence")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in answer.rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        text = "; ".join(value)
    elif isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    elif isinstance(value, str):
        text = value
    else:
        return str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
