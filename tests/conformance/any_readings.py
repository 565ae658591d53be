"""Documents drawn at random: few sources, texts, entities and facts, so that all bear on all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from graph.identity import local_id
from graph.model import Claim, Document, Entity, Extraction, Mention, short_hash
from graph.writing import Reading

DATASETS = ("set", "table")
SOURCES = ("one", "two", "three", "four", "five", *DATASETS)
NAMES = ("Ministry of Order", "Wizara ya Amani", "Police of Nowhere")
KEYS = ("agency:KE:order", "agency:KE:amani", "agency:KE:police")
ACCORD = "Accord of Lamu"
COUNTRIES = {"country:KE": "Kenya", "country:MA": "Morocco"}
TEXT = " ".join((*NAMES, ACCORD, *COUNTRIES.values()))
DATES = ("2023", "2023-02", "2023-02-21", "2023-05", "2024")
MODALITIES = ("fact", "fact", "fact", "fact", "denied", "denied", "agreed", "intended", "requested")
TIES = ((), (), KEYS[:1], KEYS[:1], KEYS[1:2], KEYS[:2], KEYS[1:])

FACTS = {
    "COOPERATES_WITH": st.fixed_dictionaries(
        {},
        optional={
            "topics": st.sets(st.sampled_from(["crime", "policy"]), min_size=1)
            .map(sorted)
            .map(tuple),
            "since": st.sampled_from(DATES),
            "mode": st.sampled_from(["training", "funding"]),
        },
    ),
    "ASSISTS": st.fixed_dictionaries({}, optional={"mode": st.sampled_from(["training"])}),
    "SEEKS_COOPERATION_WITH": st.just({}),
    "PARTY_TO": st.fixed_dictionaries(
        {},
        optional={
            "status": st.sampled_from(["signed", "ratified", "withdrawn"]),
            "signed": st.sampled_from(DATES),
        },
    ),
}
"""Types of facts that are drawn, with the qualifiers that they may have."""

ATTRIBUTES = {
    "Agency": {
        "name": st.sampled_from(NAMES),
        "aliases": st.sampled_from(["Order", "Amani"]),
        "sub": st.sampled_from(["Ministry", "Police"]),
        "country": st.sampled_from(sorted(COUNTRIES)),
    },
    "Agreement": {
        "name": st.sampled_from([ACCORD, "Lamu Accord"]),
        "sub": st.sampled_from(["MoU", "Treaty"]),
        "signed": st.sampled_from(DATES),
    },
    "Country": {"name": st.sampled_from(["Kenya", "Kingdom"])},
}
"""Properties that are drawn, by kind, with their values."""

STATUSES = st.sampled_from(["accepted"] * 6 + ["pending", "rejected"])
CONFIDENCES = st.sampled_from([0.5, 0.9])


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A document on some agencies, two countries and an agreement, with what it says of them."""
    source = draw(st.sampled_from(SOURCES))
    copy_of = draw(st.sampled_from([None] * 6 + list(SOURCES[:3])))
    document = Document(
        source,
        f"{TEXT} {draw(st.integers(0, 9))}",
        title=draw(st.sampled_from(["", "A title"])),
        published=draw(st.none() | st.sampled_from(DATES)),
        dataset=source in DATASETS,
        url=f"https://{source}.example",
        copy_of=Document(copy_of, "").id if copy_of and copy_of != source else None,
    )
    entities = [_entity(document, "Country", name, key, (key,)) for key, name in COUNTRIES.items()]
    for number in sorted(draw(st.sets(st.integers(0, 2)))):
        keys = draw(st.sampled_from(TIES))
        entities.append(_entity(document, "Agency", NAMES[number], KEYS[number], keys))
    if draw(st.booleans()):
        keys = draw(st.sampled_from([(), ("agreement:pan:lamu",)]))
        entities.append(_entity(document, "Agreement", ACCORD, "agreement:pan:lamu", keys))
    claims = [
        *(draw(_attribute(document, e)) for e in entities if draw(st.booleans())),
        *(draw(_fact(document, entities)) for _ in range(draw(st.integers(0, 4)))),
    ]
    # Another reading of the same text comes from another version of the extractor.
    extractor = f"test {short_hash(repr(entities), repr(claims))}"
    once = {c.id: replace(c, extractor=extractor) for c in claims}
    return Reading(document, Extraction(tuple(entities), tuple(once.values())), extractor)


def _entity(document: Document, kind: str, name: str, key: str, keys: tuple[str, ...]) -> Entity:
    """An entity as `document` speaks of it; a dataset calls it by its key."""
    start = document.text.index(name)
    fixed = document.dataset or kind == "Country"
    id = key if fixed else local_id(kind, name, document.id, start)
    return Entity(id, kind, name, (Mention(name, start, start + len(name)),), keys=keys)


@st.composite
def _attribute(draw: st.DrawFn, document: Document, entity: Entity) -> Claim:
    name = draw(st.sampled_from(sorted(ATTRIBUTES[entity.kind])))
    return _claim(
        document,
        name,
        entity.id,
        value=draw(ATTRIBUTES[entity.kind][name]),
        status=draw(STATUSES),
        confidence=draw(CONFIDENCES),
    )


@st.composite
def _fact(draw: st.DrawFn, document: Document, entities: list[Entity]) -> Claim:
    agreements = [e.id for e in entities if e.kind == "Agreement"]
    actors = [e.id for e in entities if e.kind != "Agreement"]
    predicates = [p for p in FACTS if agreements or p != "PARTY_TO"]
    predicate = draw(st.sampled_from(["COOPERATES_WITH", *predicates]))
    # More often than not of the two countries, so that most documents speak of the same facts.
    subject = draw(st.sampled_from([*actors[:2], *actors]))
    others = [a for a in (*actors[:2], *actors) if a != subject]
    return _claim(
        document,
        predicate,
        subject,
        object=draw(st.sampled_from(agreements if predicate == "PARTY_TO" else others)),
        modality=draw(st.sampled_from(MODALITIES)),
        stated_by=draw(st.none() | st.sampled_from(actors)),
        qualifiers=draw(FACTS[predicate]),
        status=draw(STATUSES),
        confidence=draw(CONFIDENCES),
    )


def _claim(document: Document, predicate: str, subject: str, **more: Any) -> Claim:
    return Claim(document.id, predicate, subject, TEXT, 0, len(TEXT), rule="drawn", **more)
