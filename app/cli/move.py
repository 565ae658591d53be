"""`cybercoop dump`, `restore`, `copy` and `migrate`: a whole graph from one place to another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.common import StoreOption, opened

if TYPE_CHECKING:
    from graph.moving import Counts

STANDARD = Path("-")
"""What stands for standard input or output in place of a file."""


def dump(
    file: Annotated[
        Path | None,
        typer.Argument(help="Where to; packed where it ends in .gz. Else standard output."),
    ] = None,
    store: StoreOption = None,
) -> None:
    """Write the whole graph to one file: the same bytes for equal graphs, whatever the store.

    A file of that name is replaced once the new one is whole.
    """
    from app.cli.output import progress_bar
    from graph import moving

    with opened(store) as graph, progress_bar("nodes and relationships") as progress:
        moving.lines_to(_named(file), moving.dump(graph, progress=progress))


def restore(
    file: Annotated[
        Path, typer.Argument(help="A file that `cybercoop dump` wrote; - is standard input.")
    ],
    store: StoreOption = None,
) -> None:
    """Put the graph of a dump into an empty store.

    Until it is whole nothing reads it. One that was not finished is begun anew.
    """
    from app.cli.output import progress_bar
    from graph import moving

    source = _named(file)
    name = "standard input" if source is None else str(source)
    with (
        opened(store, writable=True, any_version=True) as graph,
        progress_bar("nodes and relationships") as progress,
    ):
        counts = moving.restore(graph, moving.lines_from(source), name, progress=progress)
    _report("restored", counts)


def copy(
    to: Annotated[
        str,
        typer.Option(
            metavar="URL", help="An empty store: embedded:PATH, or neo4j://USER:PASSWORD@HOST:PORT."
        ),
    ],
    store: StoreOption = None,
) -> None:
    """Put the whole graph into another store, which must be empty; the one it is in stays."""
    from app.cli.output import progress_bar
    from graph import moving

    with (
        opened(store) as source,
        opened(to, writable=True, any_version=True) as target,
        progress_bar("nodes and relationships") as progress,
    ):
        counts = moving.copy(source, target, progress=progress)
    _report("copied", counts)


def migrate(store: StoreOption = None) -> None:
    """Bring a graph that an older cybercoop wrote up to the schema of this one."""
    from app.cli.output import print_note
    from graph import moving
    from graph.vocabulary import SCHEMA

    with opened(store, writable=True, any_version=True) as graph:
        passed = moving.migrate(graph)
    done = "now" if passed else "already"
    print_note(f"the graph is {done} of schema version {SCHEMA.version}")


def _named(file: Path | None) -> Path | None:
    return None if file == STANDARD else file


def _report(done: str, counts: Counts) -> None:
    from app.cli.output import print_note

    nodes, relationships = sum(counts.nodes.values()), sum(counts.relationships.values())
    print_note(f"{done}: {nodes} nodes, {relationships} relationships")
