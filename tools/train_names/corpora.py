"""Annotated texts that may train what is shipped, from clones of their repositories.

CrossNER (MIT; its domains, not its copy of CoNLL), UNER English-EWT and Portuguese-Bosque
(CC BY-SA 4.0), factRuEval-2016 (MIT).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PERSON, BODY, OTHER = "person", "body", "other"

KINDS = {
    **dict.fromkeys(
        ("PER", "person", "politician", "writer", "musicalartist", "scientist", "researcher"),
        PERSON,
    ),
    **dict.fromkeys(
        (
            "ORG", "organisation", "politicalparty", "band", "university", "magazine",
            "academicjournal",
        ),
        BODY,
    ),
}  # fmt: skip
FACT_KINDS = {"Person": PERSON, "Org": BODY}
FACT_NAMES = {"name", "surname", "patronymic", "nickname", "org_name", "loc_name"}

DOMAINS = ("politics", "science", "music", "literature", "ai")
PARTS = ("train", "dev", "test")

CONTRACTED = {
    "de": {"o": "do", "a": "da", "os": "dos", "as": "das"},
    "em": {"o": "no", "a": "na", "os": "nos", "as": "nas"},
    "a": {"o": "ao", "a": "à", "os": "aos", "as": "às"},
    "por": {"o": "pelo", "a": "pela", "os": "pelos", "as": "pelas"},
}
"""Portuguese prepositions that a treebank takes apart, by what follows."""

GLUED = frozenset({",", ".", ";", ":", "!", "?", ")", "'s", "’s", "%", "n't"})

Word = tuple[str, str]
"""A word and its tag: O, B-kind or I-kind."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with the offsets and kinds of its names."""

    language: str
    text: str
    names: tuple[tuple[int, int, str], ...]


def samples(folder: Path) -> Iterator[Sample]:
    """All texts of the clones in `folder`; FileNotFoundError where one is missing."""
    for domain in DOMAINS:
        for part in PARTS:
            path = folder / "CrossNER" / "ner_data" / domain / f"{part}.txt"
            yield from (_sample("en", words) for words in _sentences(path, 0, 1))
    for part in ("dev", "test"):  # The training part is too large for some mirrors.
        path = folder / "UNER_English-EWT" / f"en_ewt-ud-{part}.iob2"
        yield from (_sample("en", words) for words in _sentences(path, 1, 2))
    for part in PARTS:
        path = folder / "UNER_Portuguese-Bosque" / f"pt_bosque-ud-{part}.iob2"
        yield from (_sample("pt", _contracted(words)) for words in _sentences(path, 1, 2))
    for path in sorted(folder.glob("factRuEval-2016/*set/*.objects")):
        yield _fact(path.with_suffix(""))


def _sentences(path: Path, word: int, tag: int) -> Iterator[list[Word]]:
    """Sentences of a file of one word a line, by the columns of word and tag."""
    sentence: list[Word] = []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        cells = line.split("\t")
        if len(cells) > tag:
            sentence.append((cells[word], cells[tag]))
        elif not line.strip() and sentence:
            yield sentence
            sentence = []


def _contracted(words: list[Word]) -> list[Word]:
    """Prepositions and articles as they are written: "de" + "as" is "das"."""
    whole: list[Word] = []
    for word, tag in words:
        joined = CONTRACTED.get(whole[-1][0].lower(), {}).get(word) if whole else None
        if joined and tag == whole[-1][1] == "O":
            whole[-1] = (joined.capitalize() if whole[-1][0][0].isupper() else joined, tag)
        else:
            whole.append((word, tag))
    return whole


def _sample(language: str, words: list[Word]) -> Sample:
    text = ""
    names: list[tuple[int, int, str]] = []
    for word, tag in words:
        if text and word not in GLUED and not text.endswith("("):
            text += " "
        start, text = len(text), text + word
        if tag.startswith("B-"):
            names.append((start, len(text), KINDS.get(tag[2:], OTHER)))
        elif tag.startswith("I-") and names:
            names[-1] = names[-1][0], len(text), names[-1][2]
    return Sample(language, text, tuple(names))


def _fact(stem: Path) -> Sample:
    """A text of factRuEval: objects are made of spans, spans of letters."""
    spans = {
        cells[0]: (cells[1], int(cells[2]), int(cells[2]) + int(cells[3]))
        for cells in _rows(stem.with_suffix(".spans"), 4)
    }
    names = []
    for cells in _rows(stem.with_suffix(".objects"), 3):
        parts = [spans[c] for c in cells[2:] if c in spans and spans[c][0] in FACT_NAMES]
        if parts:
            kind = FACT_KINDS.get(cells[1], OTHER)
            names.append((min(p[1] for p in parts), max(p[2] for p in parts), kind))
    return Sample("ru", stem.with_suffix(".txt").read_text("utf-8"), tuple(names))


def _rows(path: Path, least: int) -> Iterator[list[str]]:
    for line in path.read_text("utf-8").split("\n"):
        cells = line.split("#")[0].split()
        if len(cells) >= least:
            yield cells
