"""What a lexicon file holds. `docs` of each field say what a speaker writes there.

A phrase is one or more words, as they stand in a text, in lower case or not. A word may begin or
end with `*`, which stands for any letters: `cooperat*`, `*shirikiana`. A phrase in capitals only
(`US`, `DPP`) is found in capitals only. Russian phrases are written as in a dictionary.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from graph.vocabulary import SCHEMA
from loaders.lexicon.conjugation import Form

M = TypeVar("M", bound=BaseModel)

FOLDER = Path(__file__).parent

Phrase = Annotated[str, StringConstraints(min_length=1, max_length=120)]
Phrases = list[Phrase]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]

TitleClass = Literal["state", "minister", "envoy", "body", "counterpart"]
Verb = Literal[
    "sign", "signing", "ratify", "in_force", "cooperate", "cooperation", "agree", "intend",
    "request", "assist", "train", "fund", "equip", "host", "held", "attend", "speak", "lead",
    "member", "enact", "deny", "say", "belong", "invite", "help", "receive", "ask",
    "wish", "absent", "denies",
]  # fmt: skip
Small = Literal[
    "in", "with", "between", "and", "by", "of", "to", "from", "for", "definite", "indefinite",
    "possessive", "that", "stop", "edition", "both", "sides", "pronoun", "nation", "land", "year",
    "self", "resolves", "number", "any", "event", "person", "told_so", "infinitive", "passive",
    "whether", "seat", "represented",
    "staff", "during", "us", "we_do", "office", "future", "have", "be", "will", "may", "we",
    "clitic", "them", "each_other", "such", "halt", "joint", "who", "also", "under", "no_event",
    "stead", "in_house", "named", "where", "works", "asked_by", "aside", "it", "thanks_to", "but",
]  # fmt: skip
Deed = Literal[
    "train", "equip", "fund", "advise", "aid", "give", "work", "exchange", "ask", "want", "thank",
    "receive",
]  # fmt: skip
Gift = Literal["training", "funding", "equipment", "expertise", "support", "request"]


class LexiconError(ValueError):
    """A lexicon file that cannot be used; the message names file and place."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Names(_Strict):
    """How names of bodies and posts are built."""

    links: Phrases = Field(description="words that join the parts of a name: of, for, de, ya")
    joins: Phrases = Field(description="words for `and` inside a name")
    aims: Phrases = Field(
        default=[], description="what `to` leads to in a name where it has no article (Arabic)"
    )
    endings: Phrases = Field(
        default=[], description="endings of adjectives that names hold in small letters"
    )
    participles: Phrases = Field(
        default=[], description="endings of participles: one with `by` or a place begins a clause"
    )
    verb_endings: Phrases = Field(
        default=[], description="endings in small letters, with their accents, that only verbs have"
    )
    we_endings: Phrases = Field(
        default=[], description="endings of verbs that say `we`: Spanish -mos, French -ons"
    )
    head_last: bool = Field(default=False, description="whether a head may end a name")
    style: Literal["capitals", "words", "genitive", "article"] = Field(
        description="what the words of a name look like: capitals; small words too; "
        "genitives (Russian); words with the article (Arabic)"
    )
    capitals: Literal["peoples", "names", "none"] = Field(
        description="what begins with a capital: names and the words for a people; names alone; "
        "nothing (scripts without capitals)"
    )
    articles: bool = Field(description="whether nouns have articles: one without is then general")
    determiners_follow: bool = Field(
        default=False, description="whether `this` and numbers stand after their noun"
    )


class Signs(_Strict):
    """Words by which a name that nothing else explains is known for what it is."""

    roles: Phrases = Field(
        default=[], description="before a person's name, no post: author, coach, brother"
    )
    groups: Phrases = Field(
        default=[], description="before a body's name, in small letters: firm, newspaper, party"
    )
    place_words: Phrases = Field(
        default=[], description="before a place's name: city, river, north of"
    )
    person_after: Phrases = Field(
        default=[], description="after a name, of people only: who, aged, was born"
    )
    body_after: Phrases = Field(
        default=[], description="after a name, of bodies only: shares, headquarters"
    )
    person_verbs: Phrases = Field(
        default=[], description="verbs that agree with people, where they do: Swahili ame*"
    )
    body_verbs: Phrases = Field(
        default=[], description="verbs that agree with bodies, not with people: Swahili lime*"
    )
    others: Phrases = Field(
        default=[], description="capitals of another sort: continents, faiths, feasts, months"
    )
    endings: Phrases = Field(
        default=[], description="words that end a body's name: FC, Ltd, Party, News"
    )


class Lexicon(_Strict):
    """All that is known of one language."""

    language: str
    verb_first: bool = Field(
        default=False, description="whether who acts stands after the verb, as in Arabic"
    )
    names: Names
    abbreviations: Phrases = Field(description="without their full stop; do not end a sentence")
    honorifics: Phrases = Field(description="before a person's name, no part of it")
    ranks: Phrases = Field(default=[], description="military and police ranks before a name")
    particles: Phrases = Field(default=[], description="small words inside a person's name")
    titles: dict[TitleClass, Phrases] = Field(description="posts, by whom they belong to")
    deputy: Phrases = Field(default=[], description="before a title, part of it")
    acting: Phrases = Field(default=[], description="with a title: for the time being")
    former: Phrases = Field(default=[], description="with a title: no longer")
    bodies: dict[str, Phrases] = Field(description="heads of names of bodies, by sub-label")
    portfolios: Phrases = Field(
        default=[], description="what ministers are of: a name may follow without a comma"
    )
    signs: Signs = Field(default=Signs(), description="signs of people, bodies and places")
    loose_bodies: Phrases = Field(
        default=[], description="heads that name a body even in small letters"
    )
    agreements: dict[str, Phrases] = Field(description="heads of names of agreements, by sub-label")
    plurals: Phrases = Field(
        default=[], description="plurals of agreement words: particular only when counted"
    )
    weak_events: Phrases = Field(
        default=[], description="event words that are often general: need an article or a number"
    )
    agreement_references: Phrases = Field(description="words that lead back to an agreement")
    laws: dict[str, Phrases] = Field(description="heads of names of laws, by sub-label")
    strategies: Phrases = Field(description="heads of names of strategies")
    events: dict[str, Phrases] = Field(description="words for events, by sub-label")
    forums: Phrases = Field(description="heads of names of events, written with a capital")
    series: Phrases = Field(description="those of them that name a series, not one event")
    ordinals: dict[int, Phrases] = Field(default={}, description="first, second ...")
    numbers: dict[int, Phrases] = Field(default={}, description="two, three ...")
    verbs: dict[Verb, Phrases] = Field(description="words that make a claim")
    words: dict[Small, Phrases] = Field(description="small words, by what they do")
    endings: dict[str, dict[Form, Phrases]] = Field(
        default={}, description="of regular verbs, by the end of the infinitive, then by form"
    )
    irregular: dict[str, dict[Form, Phrases]] = Field(
        default={}, description="forms of verbs that differ, by infinitive"
    )
    deeds: dict[Deed, Phrases] = Field(
        default={}, description="infinitives of what bodies do for, with and ask of each other"
    )
    gifts: dict[Gift, Phrases] = Field(
        default={}, description="what is given, by sort: courses, grants, computers, experts, help"
    )
    topics: dict[str, Phrases] = Field(
        default={}, description="what is spoken of, by id of topics.csv"
    )
    regions: dict[str, Phrases] = Field(
        default={}, description="adjectives of UN regions: the East African country"
    )
    shared_bodies: dict[str, Phrases] = Field(
        default={}, description="plurals of bodies: the prosecutors' offices of both countries"
    )
    offices: dict[str, Phrases] = Field(
        default={}, description="titles by the sort of body that they always belong to"
    )
    international: Phrases = Field(
        default=[], description="words in the names of bodies that belong to no one state"
    )
    countries: dict[Code, Phrases] = Field(default={}, description="further names of countries")
    demonyms: dict[Code, Phrases] = Field(description="peoples and adjectives of countries")
    capitals: dict[Code, Phrases] = Field(description="seats of government")
    not_countries: Phrases = Field(default=[], description="names that only look like a country")
    months: dict[int, Phrases] = Field(description="names of months, 1 is January")
    weekdays: dict[int, Phrases] = Field(description="names of weekdays, 0 is Monday")
    relative: dict[str, Phrases] = Field(
        description="today, yesterday, this week, this month, last month, this year, last year"
    )
    boilerplate: Phrases = Field(description="line beginnings after which nothing is told")


class KnownBody(_Strict):
    """A body, forum, agreement or law that is the same in every text."""

    kind: Literal["Agency", "Organization", "Forum", "Agreement", "Law"]
    name: str
    sub: str | None = None
    country: Code | None = None
    names: Phrases = Field(description="further names and acronyms, in any language")


def load(language: str) -> Lexicon:
    """The lexicon of `language`.

    Raises LexiconError where there is none or where it is at fault.
    """
    lexicon = _read(FOLDER / f"{language}.yaml", Lexicon)
    if lexicon.language != language:
        raise LexiconError(
            f"{language}.yaml: language: is {lexicon.language!r}; it must be {language!r}, as the "
            "file is named"
        )
    _check_labels(lexicon)
    return lexicon


def known_bodies() -> dict[str, KnownBody]:
    """Known bodies by reference id (`org:interpol`)."""
    path = FOLDER / "known_bodies.yaml"
    return {key: _valid(KnownBody, value, path, key) for key, value in _yaml(path).items()}


def organisations() -> dict[str, list[list[str]]]:
    """Bodies of no state by sub-label: each with all its names, the full one first."""
    path = FOLDER / "organisations.yaml"
    return {
        sub: [line.split(" / ") for line in _valid(_Lines, {"names": names}, path, sub).names]
        for sub, names in _yaml(path).items()
    }


def places() -> dict[str, list[str]]:
    """Towns by ISO code of their country."""
    path = FOLDER / "places.yaml"
    return {
        code: _valid(_Lines, {"names": names}, path, code).names
        for code, names in _yaml(path).items()
    }


class _Lines(_Strict):
    names: list[Annotated[str, StringConstraints(min_length=1, max_length=400)]]


def available() -> list[str]:
    """Codes of the languages that have a lexicon."""
    return sorted(p.stem for p in FOLDER.glob("??.yaml"))


def _read(path: Path, model: type[Lexicon]) -> Lexicon:
    if not path.exists():
        raise LexiconError(
            f"{path.name}: no such lexicon; there are {', '.join(available())}. "
            "Copy en.yaml to that name and translate its phrases."
        )
    return _valid(model, _yaml(path), path)


class _Loader(yaml.CSafeLoader):
    """YAML 1.2 booleans: `no`, `on` and NO (Norway) are words here."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regex) for tag, regex in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def _yaml(path: Path) -> dict[str, object]:
    try:
        data = yaml.load(path.read_text("utf-8"), Loader=_Loader)
    except yaml.YAMLError as error:
        raise LexiconError(f"{path.name}: not YAML: {error}") from error
    if not isinstance(data, dict):
        raise LexiconError(f"{path.name}: expected names with values, found {type(data).__name__}")
    return data


def _valid(model: type[M], data: object, path: Path, key: str = "") -> M:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in (key, *first["loc"]) if part != "")
        raise LexiconError(f"{path.name}: {place}: {first['msg']}") from error


def _check_labels(lexicon: Lexicon) -> None:
    """Sub-labels must be those of the schema; a body with none is written `Agency`."""
    known = {kind.name: set(kind.sub_labels) for kind in SCHEMA.kinds}
    bodies = known["Agency"] | known["Organization"] | {"Agency", "Organization"}
    for field, labels, allowed in (
        ("bodies", lexicon.bodies, bodies),
        ("agreements", lexicon.agreements, known["Agreement"] | {"Agreement"}),
        ("laws", lexicon.laws, known["Law"] | {"Law"}),
        ("events", lexicon.events, known["Event"] | {"Event"}),
    ):
        for label in labels:
            if label not in allowed:
                raise LexiconError(
                    f"{lexicon.language}.yaml: {field}.{label}: unknown; "
                    f"known: {', '.join(sorted(allowed))}"
                )
