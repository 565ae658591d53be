"""Search among many entities: what names, beginnings and typos cost, and what reading names does.

python -m benchmarks.search --store embedded
python -m benchmarks.search --store neo4j
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import psutil

from benchmarks import raw
from benchmarks.stores import STORES, fresh, table, versions
from graph.store import Store, open_store
from graph.versions import prepare
from queries.search import search

ENTITIES, FACTS = 200_000, 200_000
RUNS = 200
NAMES = Path(__file__).parents[1] / "loaders" / "lexicon" / "names"

KINDS = {"Person": 0.5, "Agency": 0.2, "Organization": 0.1, "Agreement": 0.2}
BODIES = ("Ministry of", "Office of", "National Agency for", "Police of", "Authority for")
FIELDS = ("Cyber Security", "Communications", "Interior", "Data Protection", "Justice", "Science")
COMPANIES = ("University", "Institute", "Foundation", "Network", "Association", "Company")
DEALS = ("Memorandum on", "Convention on", "Agreement on cooperation in", "Joint statement on")
SUBJECTS = ("cybercrime", "digital evidence", "information security", "training", "prosecution")

COLUMNS = ("what is typed", "p50 ms", "p95 ms", "p99 ms")


class Namer:
    """Names of entities, put together from lists of names."""

    def __init__(self, seed: int) -> None:
        """Names that follow from a seed."""
        self._random = Random(seed)
        lists = ("given", "family", "towns")
        self._lists = {name: list(_lines(NAMES / f"{name}.txt")) for name in lists}

    def name(self, kind: str) -> str:
        """A name for an entity of a kind."""
        pick, lists = self._random.choice, self._lists
        if kind == "Person":
            return f"{pick(lists['given'])} {pick(lists['family'])}".title()
        if kind == "Agency":
            return f"{pick(BODIES)} {pick(FIELDS)} of {pick(lists['towns']).title()}"
        if kind == "Organization":
            return f"{pick(lists['family']).title()} {pick(COMPANIES)}"
        towns = " and ".join(pick(lists["towns"]).title() for _ in range(2))
        return f"{pick(DEALS)} {pick(SUBJECTS)} of {towns}"


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.partition("\t")[0]


def fill(bare: raw.Bare) -> None:
    """Put in entities, three in ten with another name, and facts, half of them of a few."""
    random, namer, rows = Random(1), Namer(2), {kind: list[dict[str, Any]]() for kind in KINDS}
    for number in range(ENTITIES):
        (kind,) = random.choices(list(KINDS), list(KINDS.values()))
        more = [namer.name(kind)] if random.random() < 0.3 else None
        row = {"id": f"{kind.lower()}:{number}", "name": namer.name(kind), "aliases": more}
        rows[kind].append(row)
    for kind, put in rows.items():
        raw.write(
            bare, f"UNWIND $rows AS row CREATE (e:Entity:{kind} {{id: row.id}}) SET e += row", put
        )
    ids = [row["id"] for put in rows.values() for row in put]
    facts = [
        {
            "a": random.choice(ids[: random.choice((2000, ENTITIES))]),
            "b": random.choice(ids),
            "id": f"fact:{n}",
        }
        for n in range(FACTS)
    ]
    raw.write(
        bare,
        "UNWIND $rows AS row MATCH (a:Entity {id: row.a}) MATCH (b:Entity {id: row.b}) "
        "CREATE (a)-[f:COOPERATES_WITH]->(b) SET f.id = row.id",
        facts,
    )
    bare.finish()


def typed() -> dict[str, Callable[[Random, list[str]], str]]:
    """What somebody types, by a name for it; the names in the graph are given."""
    return {
        "a whole name": lambda r, names: r.choice(names),
        "one letter": lambda r, names: r.choice(names)[:1],
        "three letters": lambda r, names: r.choice(names)[:3],
        "eight letters": lambda r, names: r.choice(names)[:8],
        "one word of a name": lambda r, names: r.choice(r.choice(names).split()),
        "a whole name with a typo": lambda r, names: _typo(r.choice(names), r),
    }


def _typo(name: str, random: Random) -> str:
    """A name with a letter that is missing, another, or changes places with the next."""
    at = random.randrange(len(name) - 1)
    first, second, rest = name[at], name[at + 1], name[at + 2 :]
    return name[:at] + random.choice((second, f"e{second}", second + first)) + rest


def measure(kind: str) -> None:
    """Print the tables of a store, in Markdown."""
    with fresh(kind) as place:
        with closing(open_store(place.url, writable=True)) as store:
            prepare(store)
        with raw.bare(place) as bare:
            fill(bare)
        with closing(open_store(place.url)) as store:
            store.ping()
            names = [row["name"] for row in store.read("MATCH (e:Entity) RETURN e.name AS name")]
            before = psutil.Process().memory_info().rss
            first = _seconds(store, "kenya")
            grown = (psutil.Process().memory_info().rss - before) / 1e6
            with raw.bare(place) as bare:
                bare.run("MATCH (e:Entity) WITH e ORDER BY e.id LIMIT 1 SET e.name = 'Else'")
                bare.finish()
            again = _seconds(store, "kenya")
            print(
                f"{versions(kind)}, {len(names):,} entities: the first search takes {first:.1f} s"
            )
            print(f"and {grown:,.0f} MB, the first after a change {again:.1f} s\n")
            rows, every = [], list[float]()
            for what, text in typed().items():
                random = Random(0)
                taken = [1e3 * _seconds(store, text(random, names)) for _ in range(RUNS)]
                rows.append([what, *_figures(taken)])
                every += taken
            print(table(COLUMNS, [*rows, ["all of them", *_figures(every)]]))


def _seconds(store: Store, text: str) -> float:
    started = perf_counter()
    search(store, text)
    return perf_counter() - started


def _figures(taken: list[float]) -> tuple[float, float, float]:
    taken = sorted(taken)
    p50, p95, p99 = (taken[int(len(taken) * share)] for share in (0.5, 0.95, 0.99))
    return p50, p95, p99


def main() -> None:
    """Measure one store."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.search", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--store", choices=STORES, required=True)
    measure(parser.parse_args().store)


if __name__ == "__main__":
    main()
