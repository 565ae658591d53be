"""Editions of forums."""

from __future__ import annotations

from loaders.reference.datasets.columns import CONFIDENCE, PUBLIC_RECORD, SOURCE, codes, sub_labels
from loaders.reference.declare import Column, Dataset, Expect, Node, Says, attributes

NAIIS_EDITIONS = Dataset(
    name="naiis_editions",
    title="Editions of the NAIIS forum, one row for each participant that is known",
    publisher="the pages that the rows name",
    url="https://namib.online/en/",
    licence=PUBLIC_RECORD,
    as_of="2026-11",
    key=("number", "participant_country", "participant_org", "person"),
    columns=(
        codes("forum", "forum", required=True),
        Column("number", "integer", required=True),
        Column("name", required=True),
        sub_labels("sub", "Event"),
        Column("starts", "date", required=True),
        Column("ends", "date"),
        codes("country", "country"),
        Column("place"),
        codes("hosts", "org"),
        codes("topics", "topic"),
        codes("participant_country", "country"),
        codes("participant_org", "org"),
        Column("person"),
        Column("role", "choice", ("delegate", "speaker", "head of delegation")),
        Column("post"),
        CONFIDENCE,
        SOURCE,
    ),
    nodes=(
        ("forum", Node("Forum", "{forum}", known=True)),
        ("event", Node("Event", "event:{forum:code}:{number}", "name", "sub")),
        ("country", Node("Country", "{country}", known=True)),
        ("host", Node("Organization", "{hosts}", known=True)),
        ("topic", Node("Topic", "{topics}", known=True)),
        ("state", Node("Country", "{participant_country}", known=True)),
        ("organisation", Node("Organization", "{participant_org}", known=True)),
        ("person", Node("Person", "{person}", "person", local=True)),
    ),
    says=(
        *attributes("event", "name", "sub", "starts", "ends", "place", "number"),
        *attributes("person", name="person", country="participant_country"),
        Says("EDITION_OF", ("event",), ("forum",), qualifiers=(("number", "number"),)),
        Says("HELD_IN", ("event",), ("country",), qualifiers=(("place", "place"),)),
        Says("HOSTED", ("host",), ("event",)),
        Says("CONCERNS", ("event",), ("topic",)),
        Says(
            "PARTICIPATED_IN",
            ("person", "organisation", "state"),
            ("event",),
            qualifiers=(("role", "role"),),
        ),
        Says(
            "HOLDS_POST",
            ("person",),
            ("organisation", "state"),
            qualifiers=(("title", "post"),),
            needs="post",
        ),
    ),
    expect=Expect(
        rows=23,
        counts=(("country", "country:DE", 3),),
        present=(("number", (9, 10, 12, 14, 15, 16, 17, 18)),),
    ),
    stands_on=("countries", "topics", "organisations"),
)
