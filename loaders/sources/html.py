"""HTML: the body of the article, without menus and footers."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import lxml.html
import trafilatura
from lxml.etree import ErrorTypes, LxmlError

from loaders.sources.base import Parsed, SourceError
from loaders.sources.encoding import clean, decode
from loaders.sources.metadata import date_in_lines, parse_date, template_language, web_address

CHARSET = re.compile(
    rb"<(?:meta[^<>]{0,200}?charset|\?xml[^<>]{0,200}?encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})",
    re.I,
)
CHARSET_WITHIN = 4_096
AS_BROWSERS_DO = {
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "us-ascii": "windows-1252",
    "utf-16": "utf-8",
}

META_DATES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='DC.date.issued' or @name='DC.date' or @name='dcterms.issued']/@content",
    "//time[@pubdate]/@datetime",
)
"""Where a page says when it was published, the plainest first."""

PUBLISHERS = ("//meta[@property='og:site_name']/@content",)
ADDRESSES = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")


def parse(data: bytes) -> Parsed:
    """The article of a page, with the title, publisher, date and address that it gives.

    Raises `SourceError` where there is none.
    """
    declared = CHARSET.search(data, 0, CHARSET_WITHIN)
    charset = declared[1].decode("ascii").lower() if declared else None
    page = clean(decode(data, AS_BROWSERS_DO.get(charset or "", charset)))
    tree = _tree(page)
    body = trafilatura.extract(
        page,
        output_format="txt",
        include_comments=False,
        include_tables=True,
        favor_precision=False,
    )
    text = clean(body or "")
    if not text:
        raise SourceError("the page has no readable text; save it after it has loaded in full")
    about = trafilatura.extract_metadata(page, extensive=False)
    return Parsed(
        text=text,
        title=clean(about.title or ""),
        url=_address(tree),
        publisher=clean(next(iter(_all(tree, PUBLISHERS)), about.sitename or "")) or None,
        language=template_language(tree.get("lang")),
        published=(
            date_in_lines(text)
            or _meta_date(tree)
            or date_in_lines(_lines(tree))
            or parse_date(about.date or "")
        ),
    )


def _tree(page: str) -> lxml.html.HtmlElement:
    """The page as a tree. Raises `SourceError`."""
    parser = lxml.html.HTMLParser(encoding="utf-8")
    try:
        tree = lxml.html.document_fromstring(page.encode(), parser)
    except (LxmlError, ValueError) as error:
        raise SourceError("this is no HTML; check the file and its ending") from error
    # libxml2 leaves out what is nested deeper than it follows, and only its log says so.
    if parser.error_log.filter_types(ErrorTypes.ERR_RESOURCE_LIMIT):
        raise SourceError("the page is nested too deeply; simplify it")
    return tree


def _lines(tree: lxml.html.HtmlElement) -> str:
    """All that the page shows, menus too, line by line."""
    return "\n".join(
        " ".join(text.split())
        for text in tree.xpath("//body//text()[not(ancestor::script or ancestor::style)]")
    )


def _all(tree: lxml.html.HtmlElement, paths: tuple[str, ...]) -> list[str]:
    """What the paths lead to, path by path."""
    return [str(found) for path in paths for found in tree.xpath(path)]


def _meta_date(tree: lxml.html.HtmlElement) -> str | None:
    """The date in the page's head."""
    return next(filter(None, map(parse_date, _all(tree, META_DATES))), None)


def _address(tree: lxml.html.HtmlElement) -> str | None:
    """The page's own address.

    One that leads to the site's front page is a slip of the site's template: by it, all pages
    of the site would count as one document.
    """
    for address in _all(tree, ADDRESSES):
        sound = web_address(address)
        if sound and (urlsplit(sound).path.strip("/") or urlsplit(sound).query):
            return sound
    return None
