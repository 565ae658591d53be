"""Every question of the catalogue on both stores, with the rows it must give."""

from __future__ import annotations

from typing import Any

import pytest

from graph.store import Store
from queries.catalog import Answer, ask, question, questions
from tests.conformance.small_graph import (
    COPY,
    CRIME,
    EDITION,
    FORUM,
    KENYA,
    MEMORANDUM,
    MOROCCO,
    PRESIDENCY,
    RUSSIA,
    SERVICE,
    TANZANIA,
    VISIT,
)

VOW = "https://paper.example/vow"

HELD = (EDITION, 17, "2023-09-18", ["Russia"], ["Moscow"])
ON_PROSECUTION = (
    "Memorandum on prosecution",
    "2023-02-21",
    ["Prosecution Service of Kenya"],
    ["Presidency of Prosecution"],
    ["Idris Alami", "Noor Kip"],
    ["Cybercrime"],
)
ON_HOUSING = ("Five memorandums", None, ["Kenya"], ["Morocco"], [], [])
PAN_TREATY = ("Pan Treaty", None, ["Kenya"], ["Morocco"], [], [])

EXPECTED: list[tuple[str, dict[str, object], str, list[tuple[Any, ...]]]] = [
    (
        "agreements_between",
        {"a": "Kenya", "b": MOROCCO},
        "name signed parties_a parties_b signatories topics",
        [ON_PROSECUTION, ON_HOUSING],
    ),
    (
        "agreements_between",
        {"a": KENYA, "b": MOROCCO, "multilateral": "true"},
        "name signed parties_a parties_b signatories topics",
        [ON_PROSECUTION, ON_HOUSING, PAN_TREATY],
    ),
    ("agreements_between", {"a": KENYA, "b": RUSSIA}, "name", []),
    (
        "agreements_of",
        {"country": MOROCCO},
        "name sort signed parties counterparts status quote",
        [
            (
                "Memorandum on prosecution",
                "MoU",
                "2023-02-21",
                ["Presidency of Prosecution"],
                ["Prosecution Service of Kenya"],
                ["signed"],
                "memorandum,2023-02-21,Presidency of Prosecution,Idris Alami,Prosecutor General",
            ),
            (
                "Five memorandums",
                "MoU",
                None,
                ["Morocco"],
                ["Kenya"],
                ["signed"],
                "Kenya and Morocco signed five memorandums",
            ),
        ],
    ),
    ("agreements_of", {"country": KENYA, "topic": CRIME}, "agreement", [(MEMORANDUM,)]),
    ("agreements_of", {"country": KENYA, "since": "2023-02"}, "agreement", [(MEMORANDUM,)]),
    ("agreements_of", {"country": KENYA, "since": "2023-03"}, "agreement", []),
    (
        "posts",
        {"of": KENYA},
        "person_name title body last_reported",
        [
            ("Noor Kip", "Director", SERVICE, "2026-11"),
            ("Asha Mwangi", "Attorney General", KENYA, "2025-08-09"),
        ],
    ),
    ("posts", {"of": PRESIDENCY}, "person_name title", [("Idris Alami", "Prosecutor General")]),
    (
        "posts",
        {"of": "baraka kileo"},
        "title body_name quote",
        [
            (
                "Naibu Katibu Mkuu",
                "Wizara ya Ishara",
                "Baraka Kileo, Naibu Katibu Mkuu wa Wizara ya Ishara",
            )
        ],
    ),
    (
        "forum_participants",
        {"forum": FORUM, "number": "17"},
        "event number starts held_in places participant_name role posts countries",
        [
            (
                *HELD,
                "Baraka Kileo",
                "head of delegation",
                ["Naibu Katibu Mkuu, Wizara ya Ishara"],
                ["Tanzania"],
            ),
            (*HELD, "Tanzania", None, [], ["Tanzania"]),
        ],
    ),
    ("forum_participants", {"forum": FORUM, "number": 16}, "event", []),
    ("forum_participants", {"forum": EDITION}, "role", [("head of delegation",), (None,)]),
    (
        "wishes_and_deeds",
        {"country": KENYA},
        "sort direction subject_name predicate object_name detail speakers",
        [
            ("wish", "by", "Kenya", "SEEKS_COOPERATION_WITH", "Morocco", None, ["Asha Mwangi"]),
            ("request", "by", "Kenya", "SEEKS_COOPERATION_WITH", "Morocco", None, ["Asha Mwangi"]),
            ("agreed", "both", "Kenya", "COOPERATES_WITH", "Morocco", None, []),
            (
                "done",
                "by",
                "Prosecution Service of Kenya",
                "PARTY_TO",
                "Memorandum on prosecution",
                "signed",
                [],
            ),
            ("done", "by", "Kenya", "PARTY_TO", "Pan Treaty", "ratified", []),
            ("done", "by", "Noor Kip", "SIGNED", "Memorandum on prosecution", None, []),
            ("done", "both", "Kenya", "COOPERATES_WITH", "Morocco", None, []),
            ("done", "by", "Kenya", "PARTY_TO", "Five memorandums", "signed", []),
            ("done", "to", "Morocco", "ASSISTS", "Kenya", "training", []),
        ],
    ),
    (
        "wishes_and_deeds",
        {"country": TANZANIA},
        "sort direction subject_name predicate object object_name speakers",
        [
            (
                "wish",
                "by",
                "Tanzania",
                "COOPERATES_WITH",
                None,
                "other countries",
                ["Neema Juma"],
            ),
            (
                "done",
                "by",
                "Tanzania",
                "PARTICIPATED_IN",
                EDITION,
                "Kongamano la 17 la Mitandao Salama",
                [],
            ),
            (
                "done",
                "by",
                "Baraka Kileo",
                "PARTICIPATED_IN",
                EDITION,
                "Kongamano la 17 la Mitandao Salama",
                [],
            ),
            (
                "done",
                "by",
                "Police of Tanzania",
                "PARTICIPATED_IN",
                "event:training",
                "Week of training",
                [],
            ),
            (
                "done",
                "by",
                "Tanzania",
                "ENACTED",
                "law:TZ:network-safety",
                "Network Safety Act",
                [],
            ),
            ("done", "by", "Tanzania", "PARTY_TO", "agreement:pan:treaty", "Pan Treaty", []),
        ],
    ),
    (
        "who_said",
        {"text": "OTHER countries"},
        "speaker_name subject_name predicate object_name modality title published",
        [
            (
                "Neema Juma",
                "Tanzania",
                "COOPERATES_WITH",
                "other countries",
                "intended",
                "A vow",
                "2022-02",
            )
        ],
    ),
    (
        "who_said",
        {"text": "moroccan", "speaker": "Asha Mwangi"},
        "quote url",
        [
            ("Kenya wants Moroccan help with digital evidence", COPY),
            ("Kenya wants Moroccan help with digital evidence", VISIT),
        ],
    ),
    ("who_said", {"text": "moroccan", "speaker": "Neema Juma"}, "quote", []),
    (
        "neighbourhood",
        {"entity": MEMORANDUM},
        "type direction other_name detail independent disputed",
        [
            ("CONCERNS", "out", "Cybercrime", None, 1, False),
            ("PARTY_TO", "in", "Presidency of Prosecution", "signed", 1, False),
            ("PARTY_TO", "in", "Prosecution Service of Kenya", "signed", 1, False),
            ("SIGNED", "in", "Idris Alami", None, 1, False),
            ("SIGNED", "in", "Noor Kip", None, 1, False),
        ],
    ),
    (
        "treaty_status",
        {"country": TANZANIA},
        "name status ratified disputed",
        [("Pan Treaty", "ratified", "2020-03-01", True)],
    ),
    (
        "treaty_parties",
        {"agreement": "Pan Treaty", "status": "ratified"},
        "party country disputed",
        [
            (f"country:{state}", f"country:{state}", state == "TZ")
            for state in ("GH", "KE", "MA", "RW", "SN", "TZ", "UG")
        ],
    ),
    ("treaty_parties", {"agreement": "Pan Treaty", "status": "invited"}, "party", []),
    (
        "assistance",
        {"country": KENYA},
        "direction giver_name taker_name mode topics event_name",
        [("gets", "Morocco", "Kenya", "training", ["crime.fraud"], None)],
    ),
    ("assistance", {"country": MOROCCO}, "direction taker_name", [("gives", "Kenya")]),
    (
        "assistance",
        {"country": TANZANIA},
        "direction giver_name taker_name mode event_name",
        [("gets", None, "Police of Tanzania", "training", "Week of training")],
    ),
    (
        "counterpart",
        {"country": MOROCCO},
        "name signed parties person_name posts",
        [
            (
                "Memorandum on prosecution",
                "2023-02-21",
                ["Presidency of Prosecution"],
                "Idris Alami",
                ["Prosecutor General"],
            ),
            ("Pan Treaty", "2020-03-01", ["Morocco"], None, []),
            ("Five memorandums", None, ["Morocco"], None, []),
        ],
    ),
    ("counterpart", {"country": MOROCCO, "topic": CRIME}, "person_name", [("Idris Alami",)]),
    (
        "disputed",
        {},
        "subject predicate object values",
        [
            (KENYA, "COOPERATES_WITH", MOROCCO, ["denied"]),
            (
                TANZANIA,
                "PARTY_TO",
                "agreement:pan:treaty",
                ["ratified 2020-03-01", "ratified 2021-05-05"],
            ),
        ],
    ),
    ("disputed", {"about": MOROCCO}, "subject", [(KENYA,)]),
    (
        "coverage",
        {},
        "language publisher month document_count claim_count",
        [
            ("en", None, "2022-02", 1, 23),
            ("en", "The News", "2025-08", 2, 28),
            ("sw", "Habari", "2023-09", 1, 16),
        ],
    ),
    (
        "coverage",
        {"datasets": True},
        "publisher document_count",
        [("The project", 1), (None, 1), ("The News", 2), ("Habari", 1)],
    ),
    (
        "events_of",
        {"country": TANZANIA},
        "name starts held_in places forums participants roles topics",
        [
            (
                "Kongamano la 17 la Mitandao Salama",
                "2023-09-18",
                ["Russia"],
                ["Moscow"],
                ["Mitandao Salama"],
                ["Baraka Kileo", "Tanzania"],
                ["head of delegation"],
                [],
            ),
            (
                "Week of training",
                None,
                [],
                [],
                [],
                ["Police of Tanzania"],
                ["trainee"],
                ["Online fraud"],
            ),
        ],
    ),
    (
        "events_of",
        {"country": RUSSIA, "since": "2023"},
        "event participants hosts",
        [(EDITION, [], [])],
    ),
    (
        "memberships",
        {"country": KENYA},
        "member_name type body_name role",
        [("Kenya", "MEMBER_OF", "Pan League", "chair")],
    ),
    (
        "laws_of",
        {"country": TANZANIA},
        "name sort date made_by",
        [("Network Safety Act", "Act", "2015", ["Tanzania"])],
    ),
    (
        "partners",
        {"country": KENYA},
        "partner_name how side_name agreement_name modality",
        [
            (
                "Presidency of Prosecution",
                "PARTY_TO",
                "Prosecution Service of Kenya",
                "Memorandum on prosecution",
                "fact",
            ),
            ("Morocco", "ASSISTS", "Kenya", None, "fact"),
            ("Morocco", "COOPERATES_WITH", "Kenya", None, "fact"),
            ("Morocco", "COOPERATES_WITH", "Kenya", None, "agreed"),
            ("Morocco", "PARTY_TO", "Kenya", "Five memorandums", "fact"),
        ],
    ),
    # A wish that names nobody is no cooperation, and neither is a treaty of many.
    ("partners", {"country": TANZANIA}, "partner", []),
    # The copy is no source of its own, so two documents support three channels.
    ("country_cooperation", {}, "source target weight", [(KENYA, MOROCCO, 2)]),
    (
        "country_cooperation",
        {"minimum_confidence": 0.95},
        "source target weight",
        [(KENYA, MOROCCO, 1)],
    ),
    (
        "country_cooperation_by_year",
        {},
        "source target year weight",
        [(KENYA, MOROCCO, "2025", 1), (KENYA, MOROCCO, "2026", 1)],
    ),
]


def rows_of(answer: Answer, columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns.split()) for row in answer.rows]


@pytest.mark.parametrize(
    ("name", "arguments", "columns", "expected"),
    EXPECTED,
    ids=[f"{name}-{'-'.join(map(str, arguments.values()))}" for name, arguments, _, _ in EXPECTED],
)
def test_rows(
    small_store: Store,
    name: str,
    arguments: dict[str, object],
    columns: str,
    expected: list[tuple[Any, ...]],
) -> None:
    answer = ask(small_store, question(name), arguments)
    assert rows_of(answer, columns) == expected
    assert not answer.truncated


def test_a_document_says_all_that_was_read_in_it_in_order(small_store: Store) -> None:
    answer = ask(small_store, question("document_statements"), {"document": VOW})
    relations = [row for row in answer.rows if row["predicate"].isupper()]
    assert [(r["predicate"], r["object_name"], r["modality"], r["speaker"]) for r in relations] == [
        ("COOPERATES_WITH", "other countries", "intended", "Neema Juma"),
        ("PARTICIPATED_IN", "Week of training", "fact", None),
        ("CONCERNS", "Online fraud", "fact", None),
        ("ENACTED", "Network Safety Act", "fact", None),
        ("PARTY_TO", "Pan Treaty", "fact", None),
        ("COOPERATES_WITH", "Morocco", "denied", None),
        ("MEMBER_OF", "Pan League", "fact", None),
    ]
    assert len(answer.rows) == 23
    assert [row["start"] for row in answer.rows] == sorted(row["start"] for row in answer.rows)


def test_every_question_is_asked_here() -> None:
    asked = {name for name, *_ in EXPECTED} | {"document_statements"}
    assert asked == {q.name for q in questions()}


def test_every_row_that_rests_on_claims_gives_their_sentences(small_store: Store) -> None:
    texts = {
        row["id"]: row["text"]
        for row in small_store.read("MATCH (d:Document) RETURN d.id AS id, d.text AS text")
    }
    told = 0
    for name, arguments, _, _ in EXPECTED:
        answer = ask(small_store, question(name), arguments, evidence=True)
        for row in answer.rows:
            assert set(row) == {*answer.columns, "evidence"}
            if name == "coverage":
                continue
            assert row["evidence"], (name, row)
            for item in row["evidence"]:
                assert texts[item["document"]][item["start"] : item["end"]] == item["quote"]
            if row.get("quote"):
                assert row["quote"] in {item["quote"] for item in row["evidence"]}
            told += len(row["evidence"])
    assert told > 100
