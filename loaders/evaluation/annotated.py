"""Documents that people have annotated: their form, how they are read, and parts of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.model import Document

Value = str | int | float | bool | list[str]


class AnnotationError(ValueError):
    """An annotated document that cannot be used; the message names file and place."""


class _Record(BaseModel):
    """Remarks that annotators add under names of their own are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldEntity(_Record):
    """Something that the text speaks of. `id` is that of a country; a topic's is its name."""

    key: str
    type: str
    name: str
    id: str | None = None
    mentions: list[str] = []


class GoldClaim(_Record):
    """Something that the text says; its ends and its speaker are keys of entities."""

    predicate: str
    subject: str
    object: str | None = None
    modality: str = "fact"
    quote: str = ""
    qualifiers: dict[str, Value] = {}
    stated_by: str | None = None


class Annotated(_Record):
    """One annotated document. `speakers`: whether all who are said to state a claim are marked."""

    id: str
    text: str
    language: str
    title: str = ""
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    entities: list[GoldEntity]
    claims: list[GoldClaim]
    speakers: bool = Field(default=False)

    def document(self) -> Document:
        """What an extractor is given of it: no annotation."""
        return Document(
            self.id,
            self.text,
            title=self.title,
            url=self.url,
            publisher=self.publisher,
            language=self.language,
            published=self.published,
        )


@dataclass(frozen=True, slots=True)
class View:
    """The part that is looked at, of both sides: for annotations that have less than our types.

    `merged` counts a kind as another, before `only` leaves out every kind and predicate but those
    it names. Nothing in `only` leaves out nothing.
    """

    merged: Mapping[str, str] = field(default_factory=dict)
    only: frozenset[str] = frozenset()

    def kind(self, kind: str) -> str:
        """The kind that a kind counts as."""
        return self.merged.get(kind, kind)

    def shows(self, name: str) -> bool:
        """Whether a kind or predicate is looked at."""
        return not self.only or name in self.only


def annotated(paths: Iterable[Path]) -> Iterator[Annotated]:
    """The annotated documents in files and folders: one a `.json` file, one a `.jsonl` line.

    Raises AnnotationError for one that is not of this form, and where there is none at all.
    """
    files = [file for path in paths for file in _files(path)]
    for file in files:
        try:
            text = file.read_text("utf-8")
        except UnicodeDecodeError as error:
            raise AnnotationError(f"{file}: not UTF-8 at byte {error.start}; save it so") from error
        if file.suffix == ".jsonl":
            for number, line in enumerate(text.split("\n"), 1):
                if line.strip():
                    yield _read(line, f"{file}: line {number}")
        else:
            yield _read(text, str(file))
    if not files:
        raise AnnotationError("no annotated document: name .json or .jsonl files, or their folder")


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(p for p in path.iterdir() if p.suffix in (".json", ".jsonl"))


def _read(text: str, place: str) -> Annotated:
    try:
        document = Annotated.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise AnnotationError(f"{place}: {where + ': ' if where else ''}{first['msg']}") from error
    keys = {entity.key for entity in document.entities}
    for number, claim in enumerate(document.claims):
        for end in (claim.subject, claim.object, claim.stated_by):
            if end is not None and end not in keys:
                raise AnnotationError(
                    f"{place}: claims.{number}: no entity has the key {end!r}; "
                    "add it under entities, or mend the claim"
                )
    return document
