"""Laws on cybercrime, cybersecurity, data and communications."""

from __future__ import annotations

from loaders.reference.datasets.columns import PUBLIC_RECORD, SOURCE, codes, sub_labels
from loaders.reference.declare import Column, Dataset, Expect, Node, Says, attributes

LAWS = Dataset(
    name="laws",
    title="Laws on cybercrime, cybersecurity, personal data and communications",
    publisher="the pages that the rows name",
    url=None,
    licence=PUBLIC_RECORD,
    as_of="2026-11",
    key=("country", "id"),
    columns=(
        codes("country", "country", required=True),
        Column("id", "code", required=True),
        sub_labels("sub", "Law"),
        Column("name", required=True),
        Column("aliases", "names"),
        Column("number"),
        Column("year", "date", required=True),
        Column("date", "date", required=True),
        codes("topics", "topic", required=True),
        Column("url"),
        SOURCE,
    ),
    nodes=(
        (
            "law",
            Node(
                "Law",
                "law:{country:code}:{id}",
                "name",
                "sub",
                (
                    "law:{country:code}:{name:slug}-{year}",
                    "law:{country:code}:{aliases:slug}-{year}",
                ),
            ),
        ),
        ("state", Node("Country", "{country}", known=True)),
        ("topic", Node("Topic", "{topics}", known=True)),
    ),
    says=(
        *attributes("law", "name", "aliases", "sub", "number", "year", "country"),
        Says("ENACTED", ("state",), ("law",), qualifiers=(("date", "date"),)),
        Says("CONCERNS", ("law",), ("topic",)),
    ),
    expect=Expect(
        rows=31,
        counts=(("country", "country:TZ", 4),),
        present=(("country", ("country:KE", "country:GH", "country:RW", "country:ZM")),),
    ),
    stands_on=("countries", "topics"),
)
