"""The scorer on samples whose figures can be counted by hand, and against another scorer."""

import importlib.util
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from graph.model import Claim, Entity, Extraction, Mention
from loaders.evaluation import Annotated, AnnotationError, View, annotated, compare, figures

ROOT = Path(__file__).parents[3]
SHARED = Path(os.environ.get("CYBERCOOP_SHARED", ROOT.parent / "shared"))

TEXT = (
    "Minister Ana Duarte said Peru and Chile signed the Lima Accord on data. "
    "Peru asked the Network Agency for help. Chile will cooperate with Peru."
)
SIGNED = "Peru and Chile signed the Lima Accord on data"
ASKED = "Peru asked the Network Agency for help"
WORKED = "Chile will cooperate with Peru"

GOLD = {
    "id": "one",
    "language": "en",
    "text": TEXT,
    "speakers": True,
    "entities": [
        {"key": "pe", "type": "Country", "name": "Peru", "id": "country:PE", "mentions": ["Peru"]},
        {"key": "cl", "type": "Country", "name": "Chile", "id": "country:CL"},
        {"key": "ana", "type": "Person", "name": "Ana Duarte", "mentions": ["Ana Duarte"]},
        {"key": "acc", "type": "Agreement", "name": "Lima Accord on data"},
        {"key": "net", "type": "Agency", "name": "Network Agency", "mentions": ["Network Agency"]},
        {"key": "data", "type": "Topic", "name": "data"},
    ],
    "claims": [
        {"predicate": "PARTY_TO", "subject": "pe", "object": "acc", "quote": SIGNED,
         "qualifiers": {"status": "signed"}, "stated_by": "ana"},
        {"predicate": "PARTY_TO", "subject": "cl", "object": "acc", "quote": SIGNED,
         "qualifiers": {"status": "signed"}, "stated_by": "ana"},
        {"predicate": "SEEKS_COOPERATION_WITH", "subject": "pe", "object": "net",
         "modality": "requested", "quote": ASKED},
        {"predicate": "COOPERATES_WITH", "subject": "pe", "object": "cl",
         "modality": "intended", "quote": WORKED},
    ],
}  # fmt: skip


def mention(words: str) -> Mention:
    at = TEXT.index(words)
    return Mention(words, at, at + len(words))


def claim(predicate: str, subject: str, object: str, quote: str, **more: object) -> Claim:
    at = TEXT.index(quote)
    made = Claim("doc:1", predicate, subject, quote, at, at + len(quote), object=object)
    return replace(made, **more)  # type: ignore[arg-type]


READ = Extraction(
    (
        Entity("country:PE", "Country", "Peru", (mention("Peru"),)),
        Entity("country:CL", "Country", "Chile", (mention("Chile"),)),
        Entity("person:ana", "Person", "DUARTE", (mention("Ana Duarte"),)),
        Entity("agreement:x", "Agreement", "the Lima Accord", (mention("Lima Accord on data"),)),
        Entity("org:net", "Organization", "Network Agency", (mention("Network Agency"),)),
        Entity("topic:data", "Topic", "Data", (Mention("dato", 67, 71),)),
    ),
    (
        claim("PARTY_TO", "country:PE", "agreement:x", SIGNED, stated_by="person:ana",
              qualifiers={"status": "signed", "signed": "2024"}),
        claim("PARTY_TO", "country:CL", "agreement:x", "Chile", rule="party.signed"),
        claim("COOPERATES_WITH", "country:CL", "country:PE", WORKED, rule="cooperation.done"),
        claim("SEEKS_COOPERATION_WITH", "country:PE", "org:net", ASKED, modality="requested"),
    ),
)  # fmt: skip


def test_figures_of_a_document_counted_by_hand() -> None:
    counted = figures([compare(Annotated.model_validate(GOLD), READ)])
    found = {
        f"{group} {name}": (tally.found, tally.read, tally.annotated)
        for group, tallies in counted.groups().items()
        for name, tally in tallies.items()
    }
    assert found == {
        "entities ALL": (5, 6, 6),
        "entities Agency": (0, 0, 1),  # read as an organization
        "entities Agreement": (1, 1, 1),
        "entities Country": (2, 2, 2),
        "entities Organization": (0, 1, 0),
        "entities Person": (1, 1, 1),  # by its mention
        "entities Topic": (1, 1, 1),
        "claims ALL": (3, 4, 4),
        "claims COOPERATES_WITH": (1, 1, 1),  # whichever end comes first
        "claims PARTY_TO": (2, 2, 2),
        "claims SEEKS_COOPERATION_WITH": (0, 1, 1),
        "languages en claims": (3, 4, 4),
        "languages en entities": (5, 6, 6),
        "beside not_fact": (0, 1, 2),
        "beside qualifiers": (1, 2, 2),
        "beside quotes": (2, 3, 3),  # "Chile" is less than half of the annotated quote
        "beside stated_by": (1, 1, 2),
    }
    assert (counted.modality.found, counted.modality.read) == (2, 3)
    assert (counted.offsets.found, counted.offsets.read) == (9, 10)
    assert counted.claims["ALL"].f1 == 0.75


def test_mistakes_are_named_with_quote_and_rule() -> None:
    misses = compare(Annotated.model_validate(GOLD), READ).misses
    assert [(m.what, m.name, m.said, m.quote, m.rule) for m in misses] == [
        ("missed", "Agency", "Network Agency", "", ""),
        ("spurious", "Organization", "Network Agency", "", ""),
        ("missed", "SEEKS_COOPERATION_WITH",
         "Peru SEEKS_COOPERATION_WITH Network Agency (requested)", ASKED, ""),
        ("spurious", "SEEKS_COOPERATION_WITH",
         "Peru SEEKS_COOPERATION_WITH Network Agency (requested)", ASKED, ""),
        ("modality", "COOPERATES_WITH",
         "Chile COOPERATES_WITH Peru (fact); annotated intended", WORKED, "cooperation.done"),
    ]  # fmt: skip


def test_a_view_counts_kinds_as_others_and_leaves_the_rest_out() -> None:
    view = View({"Agency": "Organization"}, frozenset({"Organization", "Country", "PARTY_TO"}))
    counted = figures([compare(Annotated.model_validate(GOLD), READ, view)])
    assert list(counted.groups()["entities"]) == ["ALL", "Country", "Organization"]
    assert counted.entities["ALL"].f1 == 1.0
    assert counted.claims["ALL"].annotated == 0  # no claim has both its ends among these kinds


@pytest.mark.parametrize("view", [View(), View({"Agency": "Organization"})])
def test_the_figures_are_those_of_the_scorer_that_this_one_follows(view: View) -> None:
    path = SHARED / "tools" / "score.py"
    if not path.exists():
        pytest.skip(f"no scorer in {SHARED}: set CYBERCOOP_SHARED to the folder that has it")
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None and spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = Annotated.model_validate(GOLD)
    read = {
        "entities": [
            {"id": e.id, "type": e.kind, "name": e.name,
             "mentions": [{"text": m.text, "start": m.start, "end": m.end} for m in e.mentions]}
            for e in READ.entities
        ],
        "claims": [
            {"predicate": c.predicate, "subject": c.subject, "object": c.object,
             "modality": c.modality, "qualifiers": c.qualifiers, "quote": c.quote,
             "start": c.start, "end": c.end, "stated_by": c.stated_by}
            for c in READ.claims
        ],
    }  # fmt: skip
    theirs = scorer.score(
        [scorer.narrowed(gold.model_dump(), view.merged, set())],
        {"one": scorer.narrowed(read, view.merged, set())},
    )
    entities, claims, languages, modality, offsets, beside = theirs
    ours = figures([compare(gold, READ, view)])
    for name, tallies in (("entities", entities), ("claims", claims), ("languages", languages),
                          ("beside", beside)):  # fmt: skip
        assert {k: [t.found, t.read, t.annotated] for k, t in ours.groups()[name].items()} == {
            k: [int(n) for n in row] for k, row in tallies.items()
        }
    assert [ours.modality.found, ours.modality.read] == modality
    assert [ours.offsets.found, ours.offsets.read] == offsets


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"text": 3}, "text: Input should be a valid string"),
        ({"entities": [{"type": "Person", "name": "A"}]}, "entities.0.key: Field required"),
        ({"claims": [{"predicate": "SIGNED", "subject": "me"}]},
         "claims.0: no entity has the key 'me'"),
    ],
)  # fmt: skip
def test_a_faulty_annotation_is_named_with_its_place(
    change: dict[str, object], message: str, tmp_path: Path
) -> None:
    file = tmp_path / "set.jsonl"
    file.write_text(f"{json.dumps(GOLD)}\n\n{json.dumps({**GOLD, **change})}\n")
    with pytest.raises(AnnotationError, match=r"set\.jsonl: line 3: ") as raised:
        list(annotated([tmp_path]))
    assert message in str(raised.value)


def test_a_folder_without_annotations_is_named_an_error(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match="no annotated document"):
        list(annotated([tmp_path]))
