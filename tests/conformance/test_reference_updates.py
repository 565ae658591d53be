"""A reference dataset loaded anew: what is gone from it goes, and a faulty one changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.store import Store
from graph.writing import Change
from loaders.pipeline import load_reference, remove
from loaders.reference import Dataset, DatasetError
from loaders.reference.declare import Column, Expect, Node, Says, attributes

Dump = Callable[[Store], Any]

PACT = Dataset(
    name="pact",
    title="Parties of a pact",
    publisher="Secretariat",
    url=None,
    licence="CC0-1.0",
    as_of="2024",
    key=("country",),
    columns=(
        Column("pact", "code", required=True),
        Column("country", "code", required=True),
        Column("name", required=True),
        Column("status", "choice", ("signed", "ratified")),
        Column("with", "references", ("country",)),
        Column("confidence", "number"),
        Column("source", required=True),
    ),
    nodes=(
        ("pact", Node("Agreement", "agreement:{pact}")),
        ("party", Node("Country", "country:{country}", "name")),
    ),
    says=(
        *attributes("party", name="name"),
        Says("PARTY_TO", ("party",), ("pact",), qualifiers=(("status", "status"),)),
    ),
    expect=Expect(rows=3),
)
CLUB = replace(PACT, name="club", title="Parties of another pact", expect=Expect(rows=1))

HEAD = "pact,country,name,status,with,confidence,source\n"
KENYA = "pact,KE,Kenya,signed,,,a.example\n"
MOROCCO = "pact,MA,Morocco,signed,KE,,a.example\n"
GHANA = "pact,GH,Ghana,signed,,0.5,a.example\n"

PARTIES = "MATCH (c)-[f:PARTY_TO]->() RETURN c.name AS party, f.status AS status ORDER BY party"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pact.csv").write_text(HEAD + KENYA + MOROCCO + GHANA, encoding="utf-8")
    (tmp_path / "club.csv").write_text(HEAD + KENYA, encoding="utf-8")
    return tmp_path


def load(store: Store, folder: Path, *datasets: Dataset) -> Change:
    return load_reference(store, datasets=datasets, folder=folder).change


def test_what_is_gone_is_retracted(store: Store, folder: Path, dump: Dump) -> None:
    load(store, folder, PACT)
    assert store.read(PARTIES) == [
        {"party": "Kenya", "status": "signed"},
        {"party": "Morocco", "status": "signed"},
    ]
    (folder / "pact.csv").write_text(HEAD + KENYA.replace("signed", "ratified"), encoding="utf-8")
    fewer = replace(PACT, expect=Expect(rows=1))
    assert load(store, folder, fewer).changed == 1
    assert store.read(PARTIES) == [{"party": "Kenya", "status": "ratified"}]
    assert not store.read("MATCH (c:Country {id: 'country:MA'}) RETURN c.id AS id")
    updated = dump(store)
    remove(store, [row["id"] for row in store.read("MATCH (d:Document) RETURN d.id AS id")])
    load(store, folder, fewer)
    assert dump(store) == updated


def test_a_row_that_is_not_sure_waits(store: Store, folder: Path) -> None:
    load(store, folder, PACT)
    waiting = "MATCH (c:Claim {status: 'pending'})-[:SUBJECT]->(x) RETURN DISTINCT x.id AS id"
    assert store.read(waiting) == [{"id": "country:GH"}]


def test_a_dataset_that_is_no_longer_there_is_taken_out(store: Store, folder: Path) -> None:
    load(store, folder, PACT, CLUB)
    change = load(store, folder, CLUB)
    assert (change.unchanged, change.removed) == (1, 1)
    assert store.read(PARTIES) == [{"party": "Kenya", "status": "signed"}]


FAULTY = {
    "missing column": (HEAD.replace(",status", "") + KENYA, "row 1: no column 'status'"),
    "no such status": (
        HEAD + KENYA + MOROCCO + GHANA.replace("signed", "asked"),
        "row 4, column status: 'asked' is none of: signed, ratified",
    ),
    "unknown country": (
        HEAD + KENYA + MOROCCO.replace("KE", "QX") + GHANA,
        "row 3, column with: unknown country 'QX'; see pact.csv for those there are",
    ),
    "same key": (HEAD + KENYA + MOROCCO + MOROCCO, "row 4: same country as row 3: MA"),
    "changed total": (HEAD + KENYA + MOROCCO, "3 rows expected, 2 found"),
}


@pytest.mark.parametrize(("text", "reason"), FAULTY.values(), ids=FAULTY)
def test_a_faulty_dataset_changes_nothing(
    store: Store, folder: Path, dump: Dump, text: str, reason: str
) -> None:
    """Neither itself nor the datasets before it."""
    load(store, folder, CLUB, PACT)
    before = dump(store)
    (folder / "club.csv").write_text(HEAD + GHANA, encoding="utf-8")
    (folder / "pact.csv").write_text(text, encoding="utf-8")
    with pytest.raises(DatasetError, match=f"^pact.csv.*{reason}"):
        load(store, folder, CLUB, PACT)
    assert dump(store) == before
