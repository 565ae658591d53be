"""`cybercoop resolve`: which names are one entity."""

from __future__ import annotations

from app.cli.common import JsonOption, StoreOption, opened

COUNTS = {
    "merged": "pairs that the machine holds to be one",
    "waiting": "pairs that wait for a person: `cybercoop review`",
    "added": "judgements written",
    "withdrawn": "judgements taken back, since they no longer follow",
}


def resolve(store: StoreOption = None, json: JsonOption = False) -> None:
    """Merge what is surely one entity under several names, and propose what may be.

    Run it after a load. Nothing that a person has judged is changed, and every merge can be undone.
    """
    from dataclasses import asdict

    from app.cli.output import print_json, print_note, print_table
    from graph import resolution

    with opened(store, writable=True) as graph:
        found = asdict(resolution.resolve(graph))
        graph.flush()
        against = resolution.contradictions(graph)
    if json:
        print_json(found | {"contradictions": len(against)})
    else:
        print_table(("count", "what"), [{"count": n, "what": COUNTS[k]} for k, n in found.items()])
    if against:
        print_note(
            f"contradictions among judgements: {len(against)}; `cybercoop review` shows them"
        )
