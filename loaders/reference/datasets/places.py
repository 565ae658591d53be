"""Countries, and the topics of cooperation."""

from __future__ import annotations

from loaders.reference.datasets.columns import SOURCE, codes
from loaders.reference.declare import Column, Dataset, Expect, Node, Says, attributes

COUNTRIES = Dataset(
    name="countries",
    title="Countries and territories of ISO 3166-1 with their names in eight languages",
    publisher="Open Knowledge (country-codes) and Unicode (CLDR)",
    url="https://github.com/datasets/country-codes",
    licence="PDDL-1.0 and Unicode-3.0",
    as_of="2026-05",
    key=("iso2",),
    columns=(
        Column("iso2", "code", required=True),
        Column("iso3", "code", required=True),
        Column("m49", "code"),
        Column("name_en", required=True),
        Column("name_fr", required=True),
        Column("name_sw", required=True),
        Column("name_ru", required=True),
        Column("name_ar", required=True),
        Column("name_es", required=True),
        Column("name_pt", required=True),
        Column("name_zh", required=True),
        Column("aliases", "names"),
        Column("capital"),
        Column("qid", "code", required=True),
        Column("region"),
        Column("subregion"),
        Column("intermediate_region"),
        SOURCE,
    ),
    nodes=(("country", Node("Country", "country:{iso2}", "name_en")),),
    says=(
        *attributes("country", "iso3", "m49", "region", "subregion", "qid", name="name_en"),
        Says(
            "aliases",
            ("country",),
            values=(
                "name_fr",
                "name_sw",
                "name_ru",
                "name_ar",
                "name_es",
                "name_pt",
                "name_zh",
                "aliases",
            ),
        ),
    ),
    expect=Expect(
        rows=250,
        counts=(("region", "Africa", 60), ("subregion", "Sub-Saharan Africa", 53)),
        present=(("iso2", ("GN", "GQ", "GW", "PG", "CG", "CD", "NE", "NG", "KE", "TZ", "XK")),),
    ),
)

TOPICS = Dataset(
    name="topics",
    title="Topics of cyber cooperation, in English, French and Swahili",
    publisher="cybercoop",
    url=None,
    licence="Apache-2.0",
    as_of="2026-11",
    key=("id",),
    columns=(
        Column("id", "code", required=True),
        codes("parent", "topic"),
        Column("name_en", required=True),
        Column("name_fr", required=True),
        Column("name_sw", required=True),
        Column("aliases", "names"),
        Column("cmm", "code"),
        Column("sw_confidence", "number"),
        SOURCE,
    ),
    nodes=(("topic", Node("Topic", "topic:{id}", "name_en")),),
    says=(
        *attributes("topic", "name_fr", "aliases", "parent", "cmm", name="name_en"),
        Says("name_sw", ("topic",), values=("name_sw",), confidence="sw_confidence"),
    ),
    expect=Expect(
        rows=43,
        present=(("id", ("crime", "justice", "law", "policy", "ops", "capacity", "tech")),),
    ),
)
