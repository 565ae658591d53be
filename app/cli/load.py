"""`cybercoop load`: documents and reference facts into the graph."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.common import FAILED, JsonOption, StoreOption, known_extractor, opened

if TYPE_CHECKING:
    from loaders.pipeline import Outcome

COUNTS = {
    "added": "documents new",
    "changed": "documents changed",
    "unchanged": "documents as they were",
    "removed": "documents removed",
    "claims": "claims written",
    "facts": "facts projected",
    "skipped": "files passed over (hidden, or of an unknown ending)",
    "dropped": "unsound mentions and claims left out",
    "unreadable": "files or lines that could not be read",
}


def load(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files and folders: text, Markdown, HTML, PDF, DOCX, JSONL."),
    ] = None,
    reference: Annotated[
        bool, typer.Option("--reference", help="Load the reference facts first.")
    ] = False,
    extractor: Annotated[str, typer.Option(help="What reads the documents.")] = "rules",
    jobs: Annotated[
        int,
        typer.Option(min=1, help="Processes that read; more pay from some hundred documents on."),
    ] = 1,
    prune: Annotated[
        bool,
        typer.Option(
            "--prune", help="Take out what came from these folders and is no longer in them."
        ),
    ] = False,
    store: StoreOption = None,
    json: JsonOption = False,
) -> None:
    """Load documents. What is stored as it is costs nothing; what has changed is replaced.

    Exit code 1 where a file could not be read: it is named, and the rest is loaded.
    """
    from loaders import pipeline

    if not paths and not reference:
        raise typer.BadParameter("name files or folders, or give --reference")
    reader = known_extractor(extractor)
    outcomes = []
    with opened(store, writable=True) as graph, _executor(jobs) as executor:
        if reference:
            with _progress("reference facts") as progress:
                outcomes.append(pipeline.load_reference(graph, progress=progress))
        if paths:
            with _progress("documents") as progress:
                outcome = pipeline.load(
                    graph,
                    paths,
                    extractor=reader,
                    executor=executor,
                    progress=progress,
                    prune=prune,
                )
                outcomes.append(outcome)
    _report(outcomes, json)


def _report(outcomes: list[Outcome], json: bool) -> None:
    from app.cli.output import print_json, print_note, print_table

    counts = {name: 0 for name in COUNTS}
    for outcome in outcomes:
        part = asdict(outcome.change) | {
            "skipped": outcome.skipped,
            "dropped": outcome.dropped,
            "unreadable": len(outcome.unreadable),
        }
        counts = {name: counts[name] + part[name] for name in counts}
    unreadable = [fault for outcome in outcomes for fault in outcome.unreadable]
    pruned = [origin for outcome in outcomes for origin in outcome.pruned]
    if json:
        faults = [asdict(fault) for fault in unreadable]
        print_json(counts | {"unreadable": faults, "pruned": pruned})
    else:
        rows = [{"count": n, "what": COUNTS[name]} for name, n in counts.items() if n]
        print_table(("count", "what"), rows or [{"count": 0, "what": "documents found"}])
    for origin in pruned:
        print_note(f"removed: {origin}")
    for fault in unreadable:
        print_note(f"cannot be read: {fault}")
    if unreadable:
        raise typer.Exit(FAILED)


def _executor(jobs: int) -> Any:
    """Processes to read with; they start afresh, since the store's threads cannot be forked."""
    if jobs == 1:
        return nullcontext()
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on the error stream, where that is a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
