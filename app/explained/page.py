"""Explained documents as one HTML page that stands alone: no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from string import Template

from app.cli.output import harmless, shown
from app.explained.marks import COLUMNS, Explained, Stretch
from graph.vocabulary import SCHEMA

PAGE = Template("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What was read</title>
<style>
body { font: 16px/1.6 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem }
.text { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext }
.quoted { text-decoration: underline dotted }
mark { color: #000; padding: 0 .15em }
sup { margin-inline: .15em }
table { border-collapse: collapse; font-size: .85rem }
th, td { text-align: start; vertical-align: top; padding: .2rem .6rem .2rem 0 }
tr.pending { color: #666 }
:target { outline: 2px solid }
$colours
</style>
</head>
<body>
<p>$legend. Dotted lines are quotes; a number leads to the claim.</p>
$documents
</body>
</html>
""")


def page(documents: Iterable[Explained]) -> str:
    """The page: each text with its mentions in the colours of their kinds, then its claims."""
    kinds = [(kind.name, kind.colour) for kind in SCHEMA.kinds]
    return PAGE.substitute(
        colours="\n".join(f".{name} {{ background: {colour} }}" for name, colour in kinds),
        legend=" ".join(f'<mark class="{name}">{name}</mark>' for name, _ in kinds),
        documents="\n".join(_section(number, d) for number, d in enumerate(documents, 1)),
    )


def _section(document: int, explained: Explained) -> str:
    known = explained.document
    text = "".join(part for s in explained.stretches for part in _stretch(document, s))
    head = "".join(f"<th>{name.replace('_', ' ')}</th>" for name in COLUMNS)
    rows = "\n".join(
        f'<tr id="d{document}c{row["number"]}" class="{_text(row["status"])}">'
        + "".join(f"<td><bdi>{_text(shown(row[name]))}</bdi></td>" for name in COLUMNS)
        + "</tr>"
        for row in explained.claims
    )
    return (
        f"<h1><bdi>{_text(known.title or known.source)}</bdi></h1>\n"
        f'<div class="text">{text}</div>\n'
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _stretch(document: int, stretch: Stretch) -> Iterator[str]:
    if stretch.mark is not None and stretch.opens:
        mark = stretch.mark
        title = _text(f"{mark.kind}: {mark.name} ({mark.id})")
        yield f'<mark class="{_text(mark.kind)}" title="{title}">'
    words = _text(stretch.text)
    yield f'<span class="quoted">{words}</span>' if stretch.quoted else words
    if stretch.closes:
        yield "</mark>"
    for number in stretch.claims:
        yield f'<sup><a href="#d{document}c{number}">{number}</a></sup>'


def _text(words: str) -> str:
    return escape(harmless(words), quote=True)
