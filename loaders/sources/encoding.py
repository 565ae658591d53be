"""From bytes to clean text."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from loaders.sources.base import SourceError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks and what they mean; the longer ones that begin alike come first."""

SAMPLE = 65_536
"""How many bytes are looked at to tell an encoding."""

OURS = frozenset({"cp1252", "cp1251", "koi8_r", "cp1256", "iso8859_6"})
"""Encodings in which our languages were written before UTF-8."""

UNPRINTABLE_SHARE = 0.02
"""What has a larger share of unprintable characters than this is no text."""

SOUND_TO_BROKEN = 10
"""How many sound characters beyond ASCII show that a broken one is a slip in real UTF-8."""

UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")
UNFIT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
LINE_ENDS = re.compile(r"[\r\x0c\x85\u2028\u2029]")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text in `data`: by its byte order mark, the encoding that it declares, UTF-8, or
    by what the bytes look like.

    Raises `SourceError` where they are no text.
    """
    text = _marked(data) or _declared(data, declared) or _utf8(data) or _guessed(data)
    head = text[:SAMPLE]
    if not head or len(UNPRINTABLE.findall(head)) > UNPRINTABLE_SHARE * len(head):
        raise SourceError("this is no text, the content is binary; check the file and its ending")
    return text


def _marked(data: bytes) -> str:
    """By the byte order mark."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    return ""


def _declared(data: bytes, name: str | None) -> str:
    """By the name of an encoding, if there is such a one and it fits."""
    try:
        return data.decode(name) if name else ""
    except (LookupError, ValueError):
        return ""


def _utf8(data: bytes) -> str:
    """As UTF-8, or UTF-16 without a mark; a few broken bytes among many sound ones are let pass."""
    name = _utf16(data) or "utf-8"
    text = data.decode(name, errors="replace")
    broken = text.count("\ufffd")
    if not broken:
        return text
    sound = sum(character > "\x7f" for character in text) - broken
    return text if sound > SOUND_TO_BROKEN * broken else ""


def _guessed(data: bytes) -> str:
    """By what the bytes look like; of encodings that fit alike, one of our languages."""
    matches = from_bytes(data[:SAMPLE])
    best = matches.best()
    if best is None:
        return ""
    alike = (m.encoding for m in matches if m.chaos == best.chaos and m.encoding in OURS)
    return data.decode(next(alike, best.encoding), errors="replace")


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of the beginning is zero, of Latin text."""
    sample = data[:200]
    if len(sample) >= 4 and len(data) % 2 == 0:
        even, odd = sample[0::2].count(0), sample[1::2].count(0)
        if odd > 0.4 * len(sample) and not even:
            return "utf-16-le"
        if even > 0.4 * len(sample) and not odd:
            return "utf-16-be"
    return None


def in_place(text: str) -> str:
    """`text` without what no store takes, every character staying where it is.

    Line ends of all kinds become newlines (the return of a CR LF a space), control
    characters spaces, lone surrogates and the like U+FFFD.
    """
    text = LINE_ENDS.sub("\n", text.replace("\r\n", " \n"))
    return UNFIT.sub(lambda match: " " if match[0] < "\xa0" else "\ufffd", text)


def clean(text: str) -> str:
    """`text` with newlines as line ends, no control characters, and no blanks at its ends."""
    return in_place(text.replace("\r\n", "\n").replace("\ufeff", "")).strip()
