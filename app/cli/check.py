"""`cybercoop check`: is the graph right?"""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli.common import FAILED, JsonOption, StoreOption, opened


def check(
    limit: Annotated[int, typer.Option(min=1, help="Print at most so many findings.")] = 1000,
    store: StoreOption = None,
    json: JsonOption = False,
) -> None:
    """Verify the whole graph: facts against claims, claims against texts, and who is who.

    Prints what is wrong: the rule, the id, and how. Nobody should load meanwhile.
    Exit code 1 where anything is found.
    """
    from dataclasses import asdict
    from itertools import islice

    from app.cli.output import print_json, print_note, print_table
    from graph import checking

    with opened(store, any_version=True) as graph:
        found = [asdict(finding) for finding in islice(checking.check(graph), limit + 1)]
    more = len(found) > limit
    found = found[:limit]
    if json:
        print_json({"findings": found, "more": more})
    elif found:
        print_table(("rule", "id", "message"), found)
    if more:
        print_note(f"there is more; these are the first {limit} findings")
    elif not found:
        print_note("nothing is wrong with the graph")
    if found:
        raise typer.Exit(FAILED)
