"""Make the PDF and DOCX sample documents from the plain texts beside this file.

    python examples/make.py

Needs reportlab (BSD) and python-docx. The ending before `.txt` tells the language; which
format a text becomes is in `FORMATS`. The first line is the title.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

HERE = Path(__file__).parent
FORMATS = {
    "ecuador-convenio-de-budapest.es": "pdf",
    "togo-mozambique-memorandum.fr": "pdf",
    "forum-namib.ru": "docx",
    "gana-mocambique-memorando.pt": "docx",
    "tanzania-kongamano-la-naiis.sw": "docx",
}


def make_pdf(path: Path, title: str, paragraphs: list[str]) -> None:
    """Write a PDF; the same text gives the same bytes."""
    styles = getSampleStyleSheet()
    template = SimpleDocTemplate(str(path), title=title, invariant=1)
    body = [Paragraph(escape(text), styles["BodyText"]) for text in paragraphs]
    template.build([Paragraph(escape(title), styles["Title"]), *body])


def make_docx(path: Path, title: str, paragraphs: list[str]) -> None:
    """Write a DOCX with its title as a heading and in its properties."""
    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.created = document.core_properties.modified = datetime(2026, 1, 1)
    document.add_heading(title, 0)
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))


MAKERS = {"pdf": make_pdf, "docx": make_docx}


def main() -> None:
    """Make every document of `FORMATS`."""
    for name, ending in FORMATS.items():
        text = (HERE / "texts" / f"{name}.txt").read_text(encoding="utf-8")
        title, *paragraphs = (part.strip() for part in text.strip().split("\n\n"))
        MAKERS[ending](HERE / "documents" / f"{name}.{ending}", title, paragraphs)


if __name__ == "__main__":
    main()
