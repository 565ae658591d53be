"""`cybercoop evaluate`: how well an extractor reads documents that people have annotated."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.common import JsonOption, known_extractor

if TYPE_CHECKING:
    from loaders.evaluation import Comparison, Figures, Tally, View

Row = dict[str, Any]

ERROR = ("extractor", "what", "name", "language", "document", "said", "quote", "rule")


def evaluate(
    gold: Annotated[
        list[Path],
        typer.Argument(help="Annotated documents: .json, .jsonl with one a line, folders."),
    ],
    extractor: Annotated[
        list[str] | None, typer.Option(help="What reads them. Give two to see them side by side.")
    ] = None,
    merge: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND=OTHER", help="Count a kind as another, on both sides."),
    ] = None,
    only: Annotated[
        str | None,
        typer.Option(metavar="NAME,NAME", help="Look at these kinds and predicates alone."),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what was missed, spurious or meant otherwise.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Score an extractor: precision, recall and F1 by kind, predicate and language.

    docs/evaluation.md has the form of an annotated document and how things are counted.
    """
    from app.cli.output import print_json
    from loaders.evaluation import annotated, figures

    view = _view(merge or [], only)
    names = [known_extractor(name) for name in dict.fromkeys(extractor or ["rules"])]
    documents = list(annotated(gold))
    compared = {name: [_compared(document, name, view) for document in documents] for name in names}
    counted = {name: figures(found) for name, found in compared.items()}
    listed = _errors(compared) if errors else []
    if json:
        print_json({"extractors": {n: _as_json(f) for n, f in counted.items()}, "errors": listed})
    else:
        _print(counted, listed, errors)


def _view(merge: list[str], only: str | None) -> View:
    from loaders.evaluation import View
    from queries.errors import BadArgument

    pairs = [pair.partition("=") for pair in merge]
    for kind, equals, other in pairs:
        if not (kind and equals and other):
            raise BadArgument("--merge", f"{kind!r} is not of the form KIND=OTHER")
    names = frozenset(name.strip() for name in (only or "").split(",") if name.strip())
    return View({kind: other for kind, _, other in pairs}, names)


def _compared(document: Any, extractor: str, view: View) -> Comparison:
    from loaders.evaluation import compare
    from loaders.reading import read_document

    extraction, _ = read_document(document.document(), extractor)
    return compare(document, extraction, view)


def _as_json(figures: Figures) -> Row:
    groups = {
        group: {name: _tally(tally) for name, tally in tallies.items()}
        for group, tallies in figures.groups().items()
    }
    return {"documents": figures.documents, **groups, **_shares(figures)}


def _shares(figures: Figures) -> Row:
    """What has one figure only: shares from 0 to 1, None where there is nothing to count."""
    shares = {"modality_accuracy": figures.modality, "offsets_exact": figures.offsets}
    return {n: round(t.precision, 4) if t.read else None for n, t in shares.items()}


def _tally(tally: Tally) -> Row:
    counts = {"found": tally.found, "read": tally.read, "annotated": tally.annotated}
    ratios = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    return {**counts, **{name: round(value, 4) for name, value in ratios.items()}}


def _errors(compared: dict[str, list[Comparison]]) -> list[Row]:
    """Every mistake, by what it is, kind or predicate, and language."""
    found = [
        {"extractor": name, **{field: getattr(miss, field) for field in ERROR[1:]}}
        for name, comparisons in compared.items()
        for comparison in comparisons
        for miss in comparison.misses
    ]
    return sorted(found, key=lambda row: [row[field] for field in ERROR])


def _print(counted: dict[str, Figures], listed: list[Row], errors: bool) -> None:
    """A table with the columns of each extractor beside each other, then the mistakes."""
    from app.cli.output import print_cards, print_note, print_table

    rows: dict[tuple[str, str], Row] = {}
    columns = ["group", "name"]
    for name, figures in counted.items():
        prefix = f"{name} " if len(counted) > 1 else ""
        columns += [f"{prefix}{column}" for column in _tally(figures.modality)]
        for group, tallies in figures.groups().items():
            for row, tally in tallies.items():
                cells = {f"{prefix}{column}": value for column, value in _tally(tally).items()}
                rows.setdefault((group, row), {"group": group, "name": row}).update(cells)
    print_table(columns, rows.values())
    if errors:
        print_cards(ERROR, listed)
    for name, figures in counted.items():
        shares = {k.replace("_", " "): v for k, v in _shares(figures).items() if v is not None}
        said = [f"documents {figures.documents}", *(f"{k} {v}" for k, v in shares.items())]
        print_note(f"{name}: {', '.join(said)}")
