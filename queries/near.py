"""What may have been meant by an id or name that is not there."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process, utils

from graph.store import Store
from graph.vocabulary import SCHEMA

MOST = 5
CANDIDATES = 2000
LEAST_LIKE = 70.0

BEGINNING_ALIKE = """
MATCH (e:{label})
WHERE toLower(e.name) STARTS WITH toLower($beginning) OR e.id STARTS WITH $prefix
RETURN e.id AS id, e.name AS name
ORDER BY id
LIMIT $most
"""


HOLDING = """
MATCH (e:{label})
WHERE any(n IN [e.name, e.acronym] + coalesce(e.aliases, [])
  WHERE n IS NOT NULL AND toLower(n) CONTAINS toLower($text))
RETURN e.id AS id
ORDER BY size(e.name), id
LIMIT $most
"""


def near_entities(store: Store, text: str, kinds: Sequence[str] | None = None) -> tuple[str, ...]:
    """Ids of at most five entities whose id or name is like `text`, the likest first.

    These are those whose id or name begins like it (the first two letters of the name, or four
    of what follows the kind in an id), then those that have it in one of their names.
    """
    kind, _, rest = text.rpartition(":")
    if not rest.strip():
        return ()
    prefix = f"{kind}:{rest[:4]}" if kind else text[:4]
    likeness: dict[str, float] = {}
    for label in kinds or ("Entity",):
        if kinds:
            SCHEMA.kind(label)
        rows = store.read(
            BEGINNING_ALIKE.replace("{label}", label),
            {"beginning": rest[:2], "prefix": prefix, "most": CANDIDATES},
        )
        for column in ("id", "name"):
            choices = {row["id"]: row[column] for row in rows}
            wanted = text if column == "id" else rest
            for _, score, id_ in process.extract(
                wanted, choices, scorer=fuzz.ratio, processor=utils.default_process, limit=MOST
            ):
                likeness[id_] = max(likeness.get(id_, 0.0), score)
    like = [id_ for id_, score in likeness.items() if score >= LEAST_LIKE]
    found = dict.fromkeys(sorted(like, key=lambda id_: (-likeness[id_], id_)))
    for label in kinds or ("Entity",):
        rows = store.read(HOLDING.replace("{label}", label), {"text": rest, "most": MOST})
        found |= dict.fromkeys(row["id"] for row in rows)
    return tuple(found)[:MOST]
