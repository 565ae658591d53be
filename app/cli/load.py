"""`cybercoop load`: documents and reference facts into the graph."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.common import FAILED, JsonOption, StoreOption, known_extractor, opened

if TYPE_CHECKING:
    from concurrent.futures import Executor

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
        int | None,
        typer.Option(
            min=1,
            show_default="one for little, one for each core from a megabyte on",
            help="Processes that read.",
        ),
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS", help="Read on a Dask cluster: its scheduler, as tcp://HOST:8786."
        ),
    ] = None,
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

    Stopped and started again it goes on where it was. The graph is the same whatever reads.

    Exit code 1 where a file could not be read: it is named, and the rest is loaded.
    """
    from app.cli.output import progress_bar
    from loaders import pipeline

    if not paths and not reference:
        raise typer.BadParameter("name files or folders, or give --reference")
    if jobs and cluster:
        raise typer.BadParameter("give --jobs or --cluster, not both")
    reader = known_extractor(extractor)
    outcomes = []
    with (
        _words_when_stopped(),
        opened(store, writable=True) as graph,
        _executor(paths or [], jobs, cluster) as executor,
    ):
        if reference:
            with progress_bar("reference facts") as progress:
                outcomes.append(pipeline.load_reference(graph, progress=progress))
        if paths:
            with progress_bar("documents") as progress:
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


@contextmanager
def _words_when_stopped() -> Iterator[None]:
    from app.cli.output import print_note

    try:
        yield
    except KeyboardInterrupt:
        print_note("stopped; what was written stays, and the same command goes on from there")
        raise


def _executor(
    paths: list[Path], jobs: int | None, cluster: str | None
) -> AbstractContextManager[Executor | None]:
    from loaders import executors

    if cluster:
        return executors.cluster(cluster)
    return executors.processes(jobs or executors.jobs_for(paths))
