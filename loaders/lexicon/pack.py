"""A lexicon made ready for reading: compiled once a language and kept."""

from __future__ import annotations

import csv
import gc
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale

from loaders.lexicon.conjugation import Form, conjugated, marked
from loaders.lexicon.phrases import Matches, PhraseIndex
from loaders.lexicon.schema import (
    FOLDER,
    KnownBody,
    Lexicon,
    Phrases,
    Signs,
    known_bodies,
    load,
    organisations,
    places,
)
from loaders.text.tokens import Token, plain

COUNTRIES, TOPICS = (FOLDER.parent / "reference" / f"{n}.csv" for n in ("countries", "topics"))
"""The reference tables whose names are found in texts."""

REFERENCE_LANGUAGE = "en"
"""The language of the seats of government there; elsewhere those of the lexicon act."""

LOCALES = {"pt": ("pt", "pt_PT"), "es": ("es", "es_419")}
"""Where a language is spoken whose names of countries differ: Vietnã and Vietname."""

AMBIGUOUS = frozenset({"jersey", "guernsey", "heard", "reunion", "reuniao", "us"})
"""Names of territories that are ordinary words or names; a lexicon may give safer ones."""


@dataclass(frozen=True)
class Pack:
    """A language's lexicon and the index of all its phrases."""

    lexicon: Lexicon
    known: Mapping[str, KnownBody]
    index: PhraseIndex
    abbreviations: frozenset[str]
    particles: frozenset[str]
    forms: Mapping[str, frozenset[Form]]
    """What the forms of the verbs that it conjugates tell, by their letters with accents."""

    @property
    def language(self) -> str:
        """ISO 639 code."""
        return self.lexicon.language

    def find(self, tokens: list[Token]) -> Matches:
        """All phrases of the lexicon in `tokens`."""
        return self.index.find(tokens)


@cache
def pack(language: str) -> Pack:
    """The compiled lexicon of `language`; LexiconError where there is none."""
    lexicon = load(language)
    index = PhraseIndex(language)
    known = known_bodies()
    for category, value, phrases in _entries(lexicon):
        index.add(category, value, phrases)
    for key, body in known.items():
        index.add("known", key, [body.name, *body.names])
    for sub, bodies in organisations().items():
        for names in bodies:
            index.add("organisation", f"{sub}:{names[0]}", names, as_written=True)
    for code, names in _countries(lexicon).items():
        index.add("country", f"name:{code}", names)
    for code, towns in places().items():
        index.add("country", f"town:{code}", towns)
    seats = "capital" if language == REFERENCE_LANGUAGE else "town"
    for code, towns in _seats().items():
        index.add("country", f"{seats}:{code}", towns)
    made = Pack(
        lexicon,
        known,
        index,
        frozenset(plain(a).rstrip(".") for a in lexicon.abbreviations),
        frozenset(plain(p) for p in lexicon.particles),
        _forms(lexicon),
    )
    gc.freeze()  # kept for good: no search for garbage need go over it, which is a tenth of reading
    return made


@cache
def content_hash() -> str:
    """A hash of all files that a pack is made of: part of the extractor's version."""
    digest = hashlib.sha256()
    lexicons = sorted(p for e in ("yaml", "py", "txt", "tsv") for p in FOLDER.rglob(f"*.{e}"))
    for path in (*lexicons, COUNTRIES, TOPICS):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def _forms(lexicon: Lexicon) -> dict[str, frozenset[Form]]:
    """The forms that the first word of each deed may be."""
    found: dict[str, set[Form]] = defaultdict(set)
    for phrases in lexicon.deeds.values():
        for phrase in phrases:
            for word, form in conjugated(phrase, lexicon.endings, lexicon.irregular):
                found[word.split()[0]].add(form)
    return {word: frozenset(forms) for word, forms in found.items()}


def _entries(lexicon: Lexicon) -> Iterator[tuple[str, str, Phrases]]:
    """Every list of phrases with its category and value."""
    for verb, phrases in lexicon.verbs.items():
        tables = lexicon.endings, lexicon.irregular, lexicon.words.get("have", [])
        told = [form for phrase in phrases for form in marked(phrase, *tables)]
        yield f"verb:{verb}", verb, list(dict.fromkeys(form for form, _ in told))
        yield "word:future", "future", [form for form, future in told if future]
    for word, phrases in lexicon.words.items():
        yield f"word:{word}", word, phrases
    for deed, phrases in lexicon.deeds.items():
        done = (w for p in phrases for w, _ in conjugated(p, lexicon.endings, lexicon.irregular))
        yield f"deed:{deed}", deed, list(dict.fromkeys(done))
    for category in (
        "gifts",
        "regions",
        "shared_bodies",
        "offices",
        "titles",
        "bodies",
        "agreements",
        "laws",
        "events",
        "topics",
    ):
        for value, phrases in getattr(lexicon, category).items():
            yield category, str(value), phrases
    for category in (
        "honorifics", "ranks", "deputy", "acting", "former", "loose_bodies",
        "agreement_references", "strategies", "forums", "boilerplate", "plurals",
        "weak_events", "series", "international", "portfolios",
    ):  # fmt: skip
        yield category, category, getattr(lexicon, category)
    for category in ("ordinals", "numbers", "months", "weekdays", "relative"):
        for number, phrases in getattr(lexicon, category).items():
            yield category, str(number), phrases
    for sign in Signs.model_fields:
        yield f"sign:{sign}", sign, getattr(lexicon.signs, sign)
    yield "link", "link", lexicon.names.links
    yield "join", "join", lexicon.names.joins
    yield "aim", "aim", lexicon.names.aims
    yield "country", "none", lexicon.not_countries
    for kind, table in (
        ("name", lexicon.countries),
        ("demonym", lexicon.demonyms),
        ("capital", lexicon.capitals),
    ):
        for code, phrases in table.items():
            yield "country", f"{kind}:{code}", phrases


def _countries(lexicon: Lexicon) -> dict[str, list[str]]:
    """Names of every country in a language and in English, from the reference and from CLDR."""
    language = lexicon.language
    spoken = [Locale.parse(name).territories for name in LOCALES.get(language, (language,))]
    joins = [join for join in lexicon.names.joins if join != "&"]
    table: dict[str, list[str]] = {}
    for row in _reference_rows():
        code = row["iso2"]
        names = {row["name_en"], row.get(f"name_{language}", "")}
        names |= {territories.get(code, "") for territories in spoken}
        names |= {name.partition(" (")[0] for name in names}  # "Myanmar (Burma)"
        names |= {name.replace("&", join) for name in names for join in joins}
        table[code] = sorted(n for n in names if n and plain(n) not in AMBIGUOUS)
    return table


@cache
def _reference_rows() -> tuple[Mapping[str, str], ...]:
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def country_name(code: str) -> str:
    """The English name of a country."""
    return _country_names().get(code, code)


@cache
def _country_names() -> Mapping[str, str]:
    return {row["iso2"]: row["name_en"] for row in _reference_rows()}


@cache
def regions_of(code: str) -> frozenset[str]:
    """The UN regions that a country lies in."""
    for row in _reference_rows():
        if row["iso2"] == code:
            return frozenset({row["region"], row["subregion"], row.get("intermediate_region", "")})
    return frozenset()


@cache
def topic_names() -> Mapping[str, str]:
    """English names of topics by id."""
    with TOPICS.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["name_en"] for row in csv.DictReader(file)}


def _seats() -> dict[str, list[str]]:
    """Seats of government by their English names."""
    return {
        row["iso2"]: [row["capital"]]
        for row in _reference_rows()
        if row["capital"] and row["capital"] != row["name_en"]
    }
