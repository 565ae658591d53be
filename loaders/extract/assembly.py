"""From drafts to the records of the graph: ids, exact offsets, attribute claims."""

from __future__ import annotations

from collections.abc import Iterator

from graph.identity import local_id
from graph.model import Claim, Document, Entity, Extraction, Mention, Scalar
from loaders.extract.confidence import ACCEPTED, confidence
from loaders.extract.reading import Draft, Found, Reading

NAME_CONFIDENCE = 0.9
ATTRIBUTE_CONFIDENCE = 0.8

FIXED = frozenset({"Country", "Topic"})


def assembled(reading: Reading, back: list[int] | None, extractor: str) -> Extraction:
    """The extraction of what was read. `back` leads from offsets of the text that was read to
    those of the document's own; None where they are the same."""
    drafts = [d for d in reading.drafts if d.spans]
    place = _Place(reading.document, back)
    ids = {
        draft: draft.reference
        or local_id(draft.kind, draft.name, place.document, place.start(draft.start))
        for draft in drafts
    }
    named = {draft: sum(end > start for start, end in draft.spans) for draft in drafts}
    entities = tuple(_entity(draft, ids[draft], place) for draft in drafts)
    claims: dict[object, Claim] = {}
    for draft in drafts:
        for claim in _attributes(draft, ids, place, extractor):
            claims.setdefault(_said(claim), claim)
    for found in reading.claims:
        if found.subject in ids and (found.object is None or found.object in ids):
            least = min(named[d] for d in (found.subject, found.object) if d is not None)
            claim = _claim(found, ids, least, place, extractor)
            claims.setdefault(_said(claim), claim)
    return Extraction(entities, tuple(claims.values()))


def _said(claim: Claim) -> tuple[object, ...]:
    """What a claim of a document says, and where: alike for those with one id."""
    return (
        claim.predicate,
        claim.subject,
        claim.object,
        claim.value,
        claim.object_phrase,
        claim.modality,
        frozenset(claim.qualifiers.items()),
        claim.start,
        claim.end,
    )


class _Place:
    """A document by its id, and offsets of the text that was read as offsets of its own."""

    def __init__(self, document: Document, back: list[int] | None) -> None:
        self.document, self.text, self._back = document.id, document.text, back

    def start(self, offset: int) -> int:
        return offset if self._back is None else self._back[offset]

    def words(self, start: int, end: int) -> tuple[str, int, int]:
        # Marks after the last letter belong to it.
        first, last = self.start(start), self.start(end)
        text = self.text[first:last].rstrip()
        return text, first, first + len(text)


def _entity(draft: Draft, id_: str, place: _Place) -> Entity:
    mentions = tuple(
        Mention(*place.words(start, end)) for start, end in sorted(draft.spans) if end > start
    )
    return Entity(id_, draft.kind, draft.name, mentions, draft.sub, draft.keys)


def _attributes(
    draft: Draft, ids: dict[Draft, str], place: _Place, extractor: str
) -> Iterator[Claim]:
    """The statements of an entity's properties."""
    if draft.kind in FIXED:
        return
    start, end = _name_span(draft, place.text)
    values: dict[str, tuple[str | int, int, int]] = {"name": (draft.name, start, end)}
    if draft.sub:
        values["sub"] = (draft.sub, start, end)
    if draft.country and draft.kind in ("Agency", "Organization", "Law", "Strategy"):
        values["country"] = (f"country:{draft.country}", start, end)
    for name, (value, first, last) in {**values, **draft.attributes}.items():
        quote, at, to = place.words(first, last)
        yield Claim(
            place.document,
            name,
            ids[draft],
            quote,
            at,
            to,
            value=value,
            confidence=NAME_CONFIDENCE if name == "name" else ATTRIBUTE_CONFIDENCE,
            extractor=extractor,
            rule=f"attribute.{name}",
        )


def _name_span(draft: Draft, text: str) -> tuple[int, int]:
    """The mention that is nearest to the entity's name, the first of several."""
    spans = sorted(draft.spans)
    same = [s for s in spans if text[s[0] : s[1]] == draft.name]
    return same[0] if same else max(spans, key=lambda s: (s[1] - s[0], -s[0]))


def _claim(found: Found, ids: dict[Draft, str], named: int, place: _Place, extractor: str) -> Claim:
    """A claim; `named` is how often the entity of it is named that is named least."""
    quote, start, end = place.words(found.start, found.end)
    measured = confidence(found.rule, len(quote), named)
    sure = found.confidence if measured is None else measured
    qualifiers: dict[str, Scalar | tuple[str, ...]] = dict(found.qualifiers)
    return Claim(
        place.document,
        found.predicate,
        ids[found.subject],
        quote,
        start,
        end,
        object=ids[found.object] if found.object is not None else None,
        object_phrase=place.words(*found.phrase)[0] if found.phrase else None,
        modality=found.modality,
        qualifiers=qualifiers,
        stated_by=ids.get(found.stated_by) if found.stated_by is not None else None,
        confidence=sure,
        extractor=extractor,
        rule=found.rule,
        status="accepted" if sure >= ACCEPTED else "pending",
    )
