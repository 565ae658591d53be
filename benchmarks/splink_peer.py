"""The peer of `benchmarks/resolution.py`: the same entities linked by Splink on DuckDB.

Splink learns from the entities themselves, as its manual says: the chance of a match from exact
names, `u` from random pairs, `m` by expectation maximisation. Parts of a name stand in the order
of the alphabet, since many are turned round.
"""

from __future__ import annotations

import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from graph.resolution.reading import Read

THRESHOLDS = (0.95, 0.9999)
"""Probabilities from which on a pair is held to be one."""

RECALL = 0.4
"""Share of matches that have one name, letter by letter: what it is told to begin with."""

PAIRS, SEED = 2_000_000, 6

BLOCKS = (
    block_on("kind", "country", "first"),
    block_on("kind", "country", "last"),
    block_on("kind", "country", "substr(name, 1, 4)"),
)


def linked(read: Read) -> dict[str, set[frozenset[str]]]:
    """Pairs of ids that Splink holds to be one, by the least probability."""
    api = DuckDBAPI()
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.NameComparison("name"),
            cl.JaroWinklerAtThresholds("first", [0.92, 0.8]).configure(
                term_frequency_adjustments=True
            ),
            cl.JaroWinklerAtThresholds("last", [0.92, 0.8]).configure(
                term_frequency_adjustments=True
            ),
            cl.ExactMatch("country"),
            cl.ExactMatch("kind"),
        ],
        blocking_rules_to_generate_predictions=list(BLOCKS),
    )
    linker = Linker(api.register(_table(read)), settings, log_level=40)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("kind", "country", "name")], recall=RECALL
    )
    training.estimate_u_using_random_sampling(max_pairs=PAIRS, seed=SEED)
    for rule in (block_on("country", "first"), block_on("name")):
        training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    columns = "unique_id_l, unique_id_r, match_probability"
    rows = found.as_duckdbpyrelation().select(columns).fetchall()
    return {
        f"from {least} on": {frozenset(ids) for *ids, sure in rows if sure >= least}
        for least in THRESHOLDS
    }


def _table(read: Read) -> pa.Table:
    countries = {c.subject: c.value or c.object for c in read.claims}
    rows = []
    for mention in read.mentions:
        parts = sorted(mention.name.lower().replace(" of ", " ").split())
        rows.append(
            {
                "unique_id": mention.local,
                "kind": mention.local.partition(":")[0],
                "name": " ".join(parts),
                "first": parts[0],
                "last": parts[-1],
                "country": countries[mention.local],
            }
        )
    return pa.Table.from_pylist(rows)
