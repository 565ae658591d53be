"""`cybercoop remove`: documents out of the graph."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli.common import StoreOption, opened


def remove(
    documents: Annotated[
        list[str],
        typer.Argument(
            metavar="DOCUMENT...", help="Ids, addresses, or files from the folder's name on."
        ),
    ],
    store: StoreOption = None,
) -> None:
    """Take documents out with their claims, and with all that nothing else speaks of.

    Where one of them is not in the graph, none is taken out.
    """
    from app.cli.output import print_note
    from loaders import pipeline
    from queries.documents import document_ids

    with opened(store, writable=True) as graph:
        ids = [id_ for text in documents for id_ in document_ids(graph, text)]
        change = pipeline.remove(graph, ids)
    print_note(f"documents removed: {change.removed}")
