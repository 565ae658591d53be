"""The default extractor: gazetteer, lexicon and rules; no model, the same answer every time."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from graph.model import Document, Extraction
from loaders.extract.assembly import assembled
from loaders.extract.claims.attributes import attribute_bodies
from loaders.extract.claims.rules import find_claims
from loaders.extract.confidence import TABLE
from loaders.extract.mentions.back import find_people_by_post, find_references
from loaders.extract.mentions.bodies import find_bodies
from loaders.extract.mentions.documents import find_agreements, find_laws
from loaders.extract.mentions.events import find_events
from loaders.extract.mentions.judged import find_judged_bodies
from loaders.extract.mentions.known import find_countries, find_known, find_regional
from loaders.extract.mentions.people import find_people
from loaders.extract.mentions.topics import find_topics
from loaders.extract.reading import LONG_SENTENCE, Reading, Sentence
from loaders.lexicon.pack import Pack, content_hash, country_name, pack
from loaders.lexicon.schema import available
from loaders.text.dates import dates
from loaders.text.language import detect
from loaders.text.sentences import sentences
from loaders.text.tokens import tokens

MENTIONS = (
    find_known,
    find_countries,
    find_regional,
    find_laws,
    find_bodies,
    find_agreements,
    find_judged_bodies,
    find_references,
    find_people,
    find_people_by_post,
    find_events,
    find_topics,
)
"""The passes over the text, each building on those before it."""

MARKS = re.compile("[\u064b-\u0652\u0670\u0640\u00ad\u200b-\u200f\u2060\ufeff]")
"""Vowel signs, the stretcher and invisible characters: left out while reading."""

SOLD_ENDINGS = frozenset(["AI", "CC", "CO", "FM", "IO", "LA", "LY", "ME", "SH", "TO", "TV", "WS"])
"""Endings of countries that sites of every country bear."""

BLOCK = 250
"""Words a sentence is cut into when it is longer than any: then only names are looked for."""


class RulesExtractor:
    """Reads documents by the lexicons in `loaders/lexicon`."""

    name = "rules"

    @cached_property
    def version(self) -> str:
        """A hash of these rules, of the lexicons and of what makes claims sure."""
        digest = hashlib.sha256(content_hash().encode())
        for path in sorted([*Path(__file__).parent.rglob("*.py"), TABLE]):
            digest.update(path.read_bytes())
        return digest.hexdigest()[:10]

    @cached_property
    def languages(self) -> Collection[str]:
        """ISO 639 codes of the languages that have a lexicon."""
        return frozenset(available())

    def extract(self, document: Document) -> Extraction:
        """Entities and claims of `document`; one in a language without a lexicon is read as
        English, which finds names."""
        language = document.language or ""
        if language not in self.languages:
            language = detect(document.text)
        text, back = _without_marks(document.text)
        reading = read(document, text, pack(language if language in self.languages else "en"))
        for find in MENTIONS:
            find(reading)
        attribute_bodies(reading)
        find_claims(reading)
        return assembled(reading, back, f"{self.name} {self.version}")


def read(document: Document, text: str, pack_: Pack) -> Reading:
    """`text` cut into sentences and words, with what the lexicon knows of them."""
    found: list[Sentence] = []
    aside = False
    for start, end in sentences(text, pack_.abbreviations):
        words = tokens(text, pack_.language, start, end)
        for i in range(0, len(words), BLOCK if len(words) > LONG_SENTENCE else len(words) or 1):
            part = words[i : i + BLOCK] if len(words) > LONG_SENTENCE else words
            phrases = pack_.find(part)
            notice = "boilerplate" in phrases.begun.get(0, ())
            aside = aside or (notice and len(found) > 2) if len(part) < 15 else False
            sentence = Sentence(len(found), part[0].start, part[-1].end, part, phrases)
            sentence.aside = aside or len(words) > LONG_SENTENCE
            sentence.verb_first = pack_.lexicon.verb_first
            sentence.headline = _is_headline(text, sentence)
            sentence.shouting = text[sentence.start : sentence.end].isupper()
            sentence.verb_first = pack_.lexicon.names.style == "article"
            sentence.dates = dates(part, phrases.hits, document.published)
            found.append(sentence)
    home = _country_of(document.publisher, pack_) or _country_of_address(document.url)
    return Reading(document, text, pack_, found, publishers_country=home)


def _country_of_address(url: str | None) -> str | None:
    """The country of a web address: "https://www.gov.rw/news" is Rwanda's."""
    ending = (urlsplit(url or "").hostname or "").rpartition(".")[2].upper()
    code = {"UK": "GB"}.get(ending, ending)
    return None if code in SOLD_ENDINGS or country_name(code) == code else code


def _country_of(publisher: str | None, pack_: Pack) -> str | None:
    """The country that a publisher's name speaks of, in the language of the text."""
    for hit in pack_.find(tokens(publisher or "", pack_.language)).hits.get("country", ()):
        how, _, code = hit.value.partition(":")
        if how in ("name", "demonym"):
            return code
    return None


def _is_headline(text: str, sentence: Sentence) -> bool:
    """Whether it stands on a line of its own without a full stop, or in capitals."""
    if text[sentence.end - 1] in '.!?…:”"؟;,':
        return False
    if text[sentence.end : sentence.end + 1] not in ("\n", "\r", ""):
        return False
    return sum(t.is_word for t in sentence.tokens) < 30


def _without_marks(text: str) -> tuple[str, list[int] | None]:
    """The text without marks, and where each of its characters stood; None where nowhere else."""
    if MARKS.search(text) is None:
        return text, None
    kept = [i for i, c in enumerate(text) if MARKS.match(c) is None]
    return "".join(text[i] for i in kept), [*kept, len(text)]
