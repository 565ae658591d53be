"""Plain text."""

from __future__ import annotations

from loaders.sources.base import Parsed
from loaders.sources.encoding import clean, decode
from loaders.sources.metadata import cut_date, date_in_lines, headline


def parse(data: bytes) -> Parsed:
    """A text: its headline is the title, a date line at its head is cut off."""
    published, text = cut_date(clean(decode(data)))
    return Parsed(text, headline(text), published=published or date_in_lines(text))
