"""Any sequence of changes ends in the graph that loading what remains afresh gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graph.identity import local_id
from graph.model import (
    Claim,
    Document,
    Entity,
    Extraction,
    Judgement,
    Mention,
    short_hash,
)
from graph.store import Store
from graph.writing import Reading, judge, remove_documents, withdraw, write_documents
from graph.writing.judgements import InvalidJudgement

SOURCES = ("one", "two", "three", "four")
NAMES = ("Ministry of Order", "Wizara ya Amani", "Police of Nowhere")
KEYS = ("agency:KE:order", "agency:KE:amani", "agency:KE:police")
MODALITIES = ("fact", "agreed", "intended", "requested", "denied")
COUNTRIES = ("country:KE", "country:MA")


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A document that speaks of up to three agencies, tied by any keys, and of a country."""
    source = draw(st.sampled_from(SOURCES))
    dataset = source == "four"
    text = " ".join(NAMES) + f" {draw(st.integers(0, 2))}"
    published = draw(st.sampled_from([None, "2023", "2023-02-21", "2024-05"]))
    copy_of = Document("one", "").id if source == "two" else None
    document = Document(
        source,
        text,
        published=published,
        dataset=dataset,
        url=f"https://{source}.example",
        copy_of=copy_of,
    )
    entities, claims = [], []
    for number in draw(st.sets(st.integers(0, 2), min_size=1)):
        keys = tuple(sorted(draw(st.sets(st.sampled_from(KEYS), max_size=2))))
        start = text.index(NAMES[number])
        local = KEYS[number] if dataset else local_id("Agency", NAMES[number], document.id, start)
        name = NAMES[number]
        mention = Mention(name, start, start + len(name))
        entities.append(Entity(local, "Agency", name, (mention,), keys=keys))
        sub = draw(st.sampled_from(["Ministry", "Police"]))
        claims.append(_claim(document, local, "name", value=name))
        claims.append(_claim(document, local, "sub", value=sub))
        country = draw(st.sampled_from(COUNTRIES))
        if country not in {e.id for e in entities}:
            entities.append(Entity(country, "Country", country, keys=(country,)))
        claims.append(_claim(document, local, "PART_OF", object=country))
    actors = [e.id for e in entities]
    for _ in range(draw(st.integers(0, 3))):
        subject, object_ = draw(st.sampled_from(actors)), draw(st.sampled_from(actors))
        modality = draw(st.sampled_from(MODALITIES))
        speaker = draw(st.sampled_from([None, *actors]))
        predicate = draw(st.sampled_from(["COOPERATES_WITH", "ASSISTS", "SEEKS_COOPERATION_WITH"]))
        qualifiers = draw(
            st.sampled_from([{}, {"topics": ("crime",)}, {"topics": ("crime", "policy")}])
        )
        claims.append(
            _claim(
                document,
                subject,
                predicate,
                object=object_,
                modality=modality,
                stated_by=speaker,
                qualifiers=qualifiers,
            )
        )
    extraction = Extraction(tuple(entities), tuple(claims))
    # Another reading of the same text comes from another version of the extractor.
    return Reading(document, extraction, f"test {short_hash(repr(extraction))}")


def _claim(document: Document, subject: str, predicate: str, **more: Any) -> Claim:
    quote = document.text[:10]
    return Claim(document.id, predicate, subject, quote, 0, len(quote), **more)


@st.composite
def steps(draw: st.DrawFn) -> list[tuple[str, Any]]:
    """Up to eight changes: a batch of documents, a removal, a judgement, or one taken back."""
    kinds = st.sampled_from(["write", "write", "remove", "judge", "withdraw"])
    made: list[tuple[str, Any]] = []
    for _ in range(draw(st.integers(1, 8))):
        kind = draw(kinds)
        if kind == "write":
            made.append((kind, draw(st.lists(readings(), min_size=1, max_size=3))))
        elif kind == "remove":
            made.append((kind, draw(st.sampled_from(SOURCES))))
        else:
            pair = draw(st.tuples(st.integers(0, 5), st.integers(0, 5)))
            verdict = draw(st.sampled_from(["same", "same", "not same"]))
            made.append((kind, (pair, verdict)))
    return made


def run(store: Store, plan: list[tuple[str, Any]]) -> tuple[list[Reading], list[Judgement]]:
    """Run the changes; give what remains at the end."""
    documents: dict[str, Reading] = {}
    judgements: dict[str, Judgement] = {}
    for kind, argument in plan:
        if kind == "write":
            write_documents(store, argument)
            documents |= {r.document.source: r for r in argument}
        elif kind == "remove":
            remove_documents(store, [Document(argument, "").id])
            documents.pop(argument, None)
        else:
            locals_ = sorted(
                e.id
                for r in documents.values()
                for e in r.extraction.entities
                if e.kind == "Agency"
            )
            if not locals_:
                continue
            (left, right), verdict = argument
            judgement = Judgement(
                locals_[left % len(locals_)], locals_[right % len(locals_)], verdict, "ann", "2024"
            )
            if kind == "judge":
                try:
                    judge(store, judgement)
                except InvalidJudgement:
                    continue
                judgements[judgement.id] = judgement
            else:
                withdraw(store, judgement.id)
                judgements.pop(judgement.id, None)
    return list(documents.values()), list(judgements.values())


def empty(store: Store) -> None:
    """Take everything out of a store."""
    store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))


@given(plan=steps(), seed=st.randoms(use_true_random=False))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)
def test_any_sequence_ends_in_the_graph_of_what_remains(
    store: Store, dump: Callable[[Store], Any], plan: list[tuple[str, Any]], seed: Any
) -> None:
    empty(store)
    documents, judgements = run(store, plan)
    reached = dump(store)
    empty(store)
    seed.shuffle(documents)
    for reading in documents:
        write_documents(store, [reading])
    # A judgement outlives the documents it is about, so it is written as it stands.
    write_judgements(store, judgements)
    for reading in documents:
        remove_documents(store, [reading.document.id])
        write_documents(store, [reading])
    afresh = dump(store)
    for part in ("nodes", "edges"):
        assert sorted(set(reached[part]) - set(afresh[part])) == []
        assert sorted(set(afresh[part]) - set(reached[part])) == []
        assert reached[part] == afresh[part]


def write_judgements(store: Store, judgements: list[Judgement]) -> None:
    """Put judgements down without asking whether their ids are known now."""
    for judgement in judgements:
        name = f"{judgement.verdict}: {judgement.left} / {judgement.right}"
        row = {"id": judgement.id, "name": name, **asdict(judgement)}
        store.write(
            lambda tx, row=row: tx.run(
                "MERGE (j:Judgement {id: $row.id}) SET j += $row", {"row": row}
            )
        )
