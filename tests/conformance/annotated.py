"""Readings made tersely: a text, whom it speaks of, and what it says by which words."""

from __future__ import annotations

from typing import Any

from graph.model import Claim, Document, Entity, Extraction, Mention, Scalar
from graph.writing import Reading

EXTRACTOR = "test 1"


class Annotated:
    """A document with what is annotated in it.

    Words that stand for a place in the text must occur in it. Entities are called by a short
    name of their own, or by their reference id.
    """

    def __init__(self, source: str, text: str, **known: Any) -> None:
        known.setdefault("url", source)
        self.document = Document(source, text, **known)
        self._entities: dict[str, Entity] = {}
        self._claims: list[Claim] = []

    def entity(
        self, id: str, name: str, words: str | None = None, **attributes: Scalar
    ) -> Annotated:
        """Someone of the kind that `id` begins with; `words` are how the text names them.

        Ids such as `agency:KE:prosecution` are keys too. Attributes are claimed by those words.
        """
        kind = {"org": "Organization"}.get(id.partition(":")[0], id.partition(":")[0].title())
        words = words or name
        start = self.document.text.index(words)
        mention = Mention(words, start, start + len(words))
        keys = (id,) if kind not in ("Country", "Topic", "Person") and id.count(":") > 1 else ()
        local = f"{id}.{self.document.id[-4:]}" if keys and not self.document.dataset else id
        self._entities[id] = Entity(local, kind, name, (mention,), keys=keys)
        for predicate, value in {"name": name, **attributes}.items():
            self.says(id, predicate, words, value=value)
        return self

    def says(
        self,
        subject: str,
        predicate: str,
        quote: str,
        object: str | None = None,
        *,
        value: Scalar | None = None,
        phrase: str | None = None,
        modality: str = "fact",
        by: str | None = None,
        confidence: float = 0.9,
        **qualifiers: Any,
    ) -> Annotated:
        """A claim that `quote` makes, stated by `by` where given."""
        start = self.document.text.index(quote)
        self._claims.append(
            Claim(
                self.document.id,
                predicate,
                self._entities[subject].id,
                quote,
                start,
                start + len(quote),
                object=self._entities[object].id if object else None,
                value=value,
                object_phrase=phrase,
                modality=modality,
                qualifiers=qualifiers,
                stated_by=self._entities[by].id if by else None,
                confidence=confidence,
                extractor=EXTRACTOR,
            )
        )
        return self

    def reading(self) -> Reading:
        """What the writing side takes."""
        extraction = Extraction(tuple(self._entities.values()), tuple(self._claims))
        return Reading(self.document, extraction, EXTRACTOR)
