"""PDF: the text of its pages, lines joined to paragraphs again."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import DependencyError
from pypdf.xmp import XmpInformation

from loaders.sources.base import Parsed, SourceError
from loaders.sources.encoding import clean
from loaders.sources.metadata import cut_date, date_in_lines, headline, template_language

FULL_LINE = 0.7
"""A line of at least this share of the page's longest goes on in the next."""

PROGRAM_TITLE = re.compile(r"(?i)microsoft word - |untitled|.*\.(docx?|pdf|indd|odt|rtf)$")
"""What programs write as a title when nobody gave one."""

BROKEN = "the file is no PDF or is damaged; open it in a viewer and save it again"


def parse(data: bytes) -> Parsed:
    """The text of a PDF; the title of its properties, the publisher of its XMP data.

    The day on which the file was made is not when the text was published, and is not taken.
    Raises `SourceError` where it is broken, locked or has no text.
    """
    reader = _open(data)
    published, text = cut_date(clean("\n\n".join(_pages(reader))))
    if not text:
        raise SourceError(
            "the file has no text, its pages are pictures; run text recognition (OCR) first"
        )
    xmp = _xmp(reader)
    return Parsed(
        text=text,
        title=_title(reader) or headline(text),
        publisher=_first(xmp.dc_publisher) if xmp else None,
        language=template_language(_first(xmp.dc_language) if xmp else None),
        published=published or date_in_lines(text),
    )


def _open(data: bytes) -> PdfReader:
    """The file, unlocked where its password is empty. Raises `SourceError`."""
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
    except DependencyError as error:
        raise SourceError("the file is encrypted; save it without a password") from error
    except Exception as error:  # a broken file makes pypdf fail in many ways
        raise SourceError(BROKEN) from error
    if locked:
        raise SourceError("the file is locked by a password; save it without one")
    return reader


def _pages(reader: PdfReader) -> Iterator[str]:
    """The text of each page. Raises `SourceError` with the page's number."""
    try:
        count = len(reader.pages)
    except Exception as error:  # as above
        raise SourceError(BROKEN) from error
    for index in range(count):
        try:
            page = reader.pages[index].extract_text()
        except Exception as error:
            raise SourceError(BROKEN, f"page {index + 1}") from error
        yield "\n".join(_paragraphs(page))


def _paragraphs(page: str) -> Iterator[str]:
    """Lines joined where one goes on in the next; a word cut in two is made whole."""
    lines = [" ".join(line.split()) for line in page.splitlines()]
    full = FULL_LINE * max(map(len, lines), default=0)
    paragraph, goes_on = "", False
    for line in lines:
        if not line or not paragraph or not (goes_on or _continues(paragraph, line)):
            if paragraph or not line:
                yield paragraph
            paragraph = line
        elif paragraph.endswith(("-", "\xad")) and line[0].islower():
            paragraph = paragraph[:-1] + line
        else:
            paragraph = f"{paragraph} {line}"
        goes_on = len(line) >= full
    if paragraph:
        yield paragraph


def _continues(paragraph: str, line: str) -> bool:
    """Whether a line goes on with a sentence or heading that a shorter line began."""
    return line[0].islower() and paragraph[-1] not in ".:;!?"


def _title(reader: PdfReader) -> str:
    """The title in the file's properties, unless a program wrote it."""
    try:
        title = clean(str(reader.metadata.title or "" if reader.metadata else ""))
    except Exception:  # a broken title is no reason to refuse the text
        return ""
    return "" if PROGRAM_TITLE.match(title) else title


def _xmp(reader: PdfReader) -> XmpInformation | None:
    """The file's XMP data, where they are sound."""
    try:
        return reader.xmp_metadata
    except Exception:  # embedded XML, as broken as it likes
        return None


def _first(values: list[str] | None) -> str | None:
    return clean(str(values[0])) or None if values else None
