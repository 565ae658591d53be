"""A dataset that does not fit its declaration is refused: where, and why."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest

from loaders.reference import Dataset, DatasetError, datasets, load_dataset
from loaders.reference.checks import REMEDY

BY_NAME = {dataset.name: dataset for dataset in datasets()}


def text_of(name: str) -> str:
    return (resources.files("loaders.reference") / f"{name}.csv").read_text(encoding="utf-8")


def edited(name: str, old: str, new: str) -> str:
    """A dataset's text with the first `old` made `new`."""
    text = text_of(name)
    assert old in text
    return text.replace(old, new, 1)


REFUSED = {
    "missing column": (
        "budapest",
        edited("budapest", ",status,", ",state,"),
        "budapest.csv, row 1: no column 'status'",
    ),
    "unknown column": (
        "budapest",
        edited("budapest", "in_force,source", "in_force,source,note"),
        "budapest.csv, row 1: unknown column 'note'; known: agreement, iso2, name, status, "
        "signed, ratified, in_force, source",
    ),
    "column twice": (
        "budapest",
        edited("budapest", "in_force,source", "in_force,source,source"),
        "budapest.csv, row 1: column 'source' is there 2 times",
    ),
    "unknown country": (
        "budapest",
        edited("budapest", "-convention,AL,", "-convention,QX,"),
        "budapest.csv, row 2, column iso2: unknown country 'QX'; see countries.csv and "
        "agreements.csv and budapest.csv for those there are",
    ),
    "unknown topic above": (
        "topics",
        edited("topics", "crime.fraud,crime,", "crime.fraud,crimes,"),
        "topics.csv, row 5, column parent: unknown topic 'crimes'; see topics.csv for those "
        "there are",
    ),
    "same key": (
        "budapest",
        edited("budapest", "-convention,AD,", "-convention,AL,"),
        "budapest.csv, row 3: same iso2 as row 2: country:AL",
    ),
    "too few rows": (
        "budapest",
        text_of("budapest").partition("\n")[0] + "\n",
        "budapest.csv: 97 rows expected, 0 found; " + REMEDY,
    ),
    "wrong count": (
        "budapest",
        edited("budapest", ",KE,Kenya,invited,", ",KE,Kenya,signed,"),
        "budapest.csv, column status: 2 rows with 'signed' expected, 3 found; " + REMEDY,
    ),
    "country gone": (
        "countries",
        edited("countries", "\nKE,KEN,", "\nQX,KEN,"),
        "countries.csv, column iso2: no row with KE; " + REMEDY,
    ),
    "no such status": (
        "budapest",
        edited("budapest", "Albania,in force,", "Albania,party,"),
        "budapest.csv, row 2, column status: 'party' is none of: invited, proposed, "
        "signed, ratified, in force, withdrawn, denounced",
    ),
    "no date": (
        "budapest",
        edited("budapest", "2002-06-20", "2002-06-31"),
        "budapest.csv, row 2, column ratified: '2002-06-31' is no date; write 2023, 2023-02 "
        "or 2023-02-21",
    ),
    "no number": (
        "naiis_editions",
        edited("naiis_editions", "naiis-forum,9,", "naiis-forum,IX,"),
        "naiis_editions.csv, row 2, column number: 'IX' is no whole number",
    ),
    "no confidence": (
        "naiis_editions",
        edited("naiis_editions", ",0.8,", ",80,"),
        "naiis_editions.csv, row 3, column confidence: '80' is no number from 0 to 1",
    ),
    "no code": (
        "topics",
        edited("topics", "crime.fraud,crime,", "crime/fraud,crime,"),
        "topics.csv, row 5, column id: 'crime/fraud' is no code: only letters, digits, dots, "
        "hyphens and underscores",
    ),
    "no source": (
        "topics",
        re.sub(r"own taxonomy; CMM 2021[^\n]*", "", text_of("topics"), count=1),
        "topics.csv, row 2, column source: may not be empty",
    ),
    "rows that contradict": (
        "agreements",
        edited("agreements", ",2023-02-21,,", ",2023-02-22,,"),
        "agreements.csv, row 3, column signed: agreement:ke-ma-2023 has '2023-02-22' in "
        "row 2, '2023-02-21' here",
    ),
    "short row": (
        "budapest",
        edited("budapest", "Albania,in force,", "Albania,"),
        "budapest.csv, row 2: 7 cells where the header has 8",
    ),
    "open quotation": (
        "budapest",
        edited("budapest", ",Albania,", ',"Albania,'),
        "budapest.csv, row 2: a quotation mark is not closed or out of place",
    ),
    "empty": (
        "budapest",
        "",
        "budapest.csv: it is empty; the first row must name the columns",
    ),
}


@pytest.mark.parametrize(("name", "text", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(name: str, text: str, message: str) -> None:
    with pytest.raises(DatasetError) as refused:
        load_dataset(BY_NAME[name], text)
    assert str(refused.value) == message
    assert refused.value.dataset == name


def test_a_file_that_is_not_there_or_no_utf8_is_named(tmp_path: Path) -> None:
    topics = BY_NAME["topics"]
    with pytest.raises(DatasetError, match=r"^topics\.csv: cannot be read: "):
        load_dataset(topics, folder=tmp_path)
    (tmp_path / "topics.csv").write_bytes(b"id\xff")
    with pytest.raises(DatasetError, match=r"^topics\.csv: cannot be read: "):
        load_dataset(topics, folder=tmp_path)


def test_a_folder_stands_in_for_the_files_of_the_package(tmp_path: Path) -> None:
    """References too are looked up in the folder."""
    for name in ("countries", "topics", "organisations"):
        (tmp_path / f"{name}.csv").write_text(text_of(name), encoding="utf-8")
    organisations: Dataset = BY_NAME["organisations"]
    assert load_dataset(organisations, folder=tmp_path) == load_dataset(organisations)
    (tmp_path / "countries.csv").write_text("iso2\n", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"countries\.csv, row 1: no column 'iso3'"):
        load_dataset(organisations, folder=tmp_path)


def test_the_reader_changes_with_the_declaration() -> None:
    topics = BY_NAME["topics"]
    assert topics.reader == replace(topics).reader
    assert topics.reader != replace(topics, title="Other").reader
