"""DOCX: paragraphs and tables in their order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from loaders.sources.base import Parsed, SourceError
from loaders.sources.encoding import clean
from loaders.sources.metadata import cut_date, date_in_lines, headline, template_language

UNPACKED_LIMIT = 100_000_000
"""How many bytes the parts of a file may have once unpacked."""

BROKEN = "the file is no DOCX or is damaged; open it in a word processor and save it again"


def parse(data: bytes) -> Parsed:
    """The text of a document; the title from its properties, its title style or its headline.

    The day on which the file was made is not when the text was published, and is not taken.
    Raises `SourceError` where it is broken or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            unpacked = sum(part.file_size for part in package.infolist())
        if unpacked > UNPACKED_LIMIT:
            raise SourceError(
                f"the file unpacks to {unpacked:,} bytes, the limit is {UNPACKED_LIMIT:,}; "
                "take out what is not text"
            )
        document = docx.Document(io.BytesIO(data))
        published, text = cut_date(clean("\n\n".join(_blocks(document))))
        properties = document.core_properties
        return Parsed(
            text=text,
            title=clean(properties.title or "") or _styled_title(document) or headline(text),
            language=template_language(properties.language),
            published=published or date_in_lines(text),
        )
    except SourceError:
        raise
    except Exception as error:  # a broken file makes python-docx fail in many ways
        raise SourceError(BROKEN) from error


def _blocks(container: Document | _Cell) -> Iterator[str]:
    """Paragraphs, and rows of tables with ` | ` between the cells; empty ones left out."""
    for block in container.iter_inner_content():
        texts = [block.text.strip()] if isinstance(block, Paragraph) else _rows(block)
        yield from filter(None, texts)


def _rows(table: Table) -> Iterator[str]:
    """The rows of a table; a cell that spans several counts once."""
    for row in table.rows:
        cells = {id(cell._tc): cell for cell in row.cells}
        yield " | ".join(filter(None, (" ".join(_blocks(cell)) for cell in cells.values())))


def _styled_title(document: Document) -> str:
    """The first paragraph that is styled as a title or top heading."""
    for paragraph in document.paragraphs:
        style = paragraph.style
        if style is not None and style.name in ("Title", "Heading 1"):
            return paragraph.text.strip()
    return ""
