"""How commands print: JSON for programs, tables for people, plain lines into a pipe."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

Row = Mapping[str, Any]

QUOTED = "quote"
"""The column whose text stands in quotation marks."""


def is_terminal() -> bool:
    """Whether a person looks at what is printed."""
    return sys.stdout.isatty()


def print_json(data: Any) -> None:
    """Print data as JSON, the letters of every script as they are."""
    print(json.dumps(data, ensure_ascii=False, indent=2))


def harmless(text: str) -> str:
    """A text without control characters, which could steer a terminal; line breaks stay."""
    return "".join(" " if unicodedata.category(c) == "Cc" and c != "\n" else c for c in text)


def shown(value: Any) -> str:
    """A value in words: nothing for None, lists with semicolons, maps as `key value`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, Mapping):
        said = ((k, shown(v)) for k, v in value.items())
        return ", ".join(f"{k} {v}" for k, v in said if v)
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, map(shown, value)))
    return harmless(str(value))


def _one_line(value: Any) -> str:
    return " ".join(shown(value).split())


def print_heading(text: str) -> None:
    """Print a line that stands out; into a pipe, nothing."""
    if is_terminal():
        Console().print(Text(harmless(text), style="bold"))


def print_note(text: str) -> None:
    """Print a remark to a person, on the error stream."""
    print(harmless(text), file=sys.stderr)


def print_table(columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Print rows as a table; into a pipe, as lines of values apart by tabs, names first."""
    if not is_terminal():
        print("\t".join(columns))
        for row in rows:
            print("\t".join(_one_line(row.get(name)) for name in columns))
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        table.add_column(name.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*(Text(shown(row.get(name))) for name in columns))
    Console().print(table)


def print_cards(columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Print each row as lines of name and value, long values wrapped; into a pipe, a table."""
    if not is_terminal():
        print_table(columns, rows)
        return
    console = Console()
    for row in rows:
        card = Table.grid(padding=(0, 2))
        card.add_column(style="dim", no_wrap=True)
        card.add_column(overflow="fold")
        for name in columns:
            if value := shown(row.get(name)):
                styled = Text(f"“{value}”", style="italic") if name == QUOTED else Text(value)
                card.add_row(name.replace("_", " "), styled)
        console.print(card)
        console.print()


def print_record(record: Row) -> None:
    """Print one record as lines of name and value, those without a value left out."""
    columns = [name for name in record if shown(record[name])]
    if is_terminal():
        print_cards(columns, [record])
    else:
        for name in columns:
            print(f"{name}\t{_one_line(record[name])}")


@contextmanager
def progress_bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on the error stream, where that is a terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
