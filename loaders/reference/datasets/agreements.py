"""Agreements with their parties."""

from __future__ import annotations

from loaders.reference.datasets.columns import (
    CONFIDENCE,
    PUBLIC_RECORD,
    SOURCE,
    STATUSES,
    codes,
    sub_labels,
)
from loaders.reference.declare import Column, Dataset, Expect, Node, Says, attributes

AGREEMENTS = Dataset(
    name="agreements",
    title="Agreements on cyber cooperation, one row for each party",
    publisher="the pages that the rows name",
    url=None,
    licence=PUBLIC_RECORD,
    as_of="2026-11",
    key=("id", "country", "org", "body"),
    columns=(
        Column("id", "code", required=True),
        sub_labels("sub", "Agreement"),
        Column("name", required=True),
        Column("aliases", "names"),
        Column("signed", "date"),
        Column("in_force", "date"),
        codes("topics", "topic"),
        codes("country", "country"),
        codes("org", "org"),
        Column("body"),
        Column("acronym"),
        Column("body_aliases", "names"),
        sub_labels("body_sub", "Agency"),
        Column("status", "choice", STATUSES),
        Column("person"),
        Column("honorific"),
        Column("post"),
        CONFIDENCE,
        SOURCE,
    ),
    nodes=(
        (
            "agreement",
            Node("Agreement", "agreement:{id}", "name", "sub", ("agreement:{aliases:phrase}",)),
        ),
        ("topic", Node("Topic", "{topics}", known=True)),
        ("state", Node("Country", "{country}", known=True)),
        ("organisation", Node("Organization", "{org}", known=True)),
        (
            "agency",
            Node(
                "Agency",
                "agency:{country:code}:{body:slug}",
                "body",
                "body_sub",
                ("agency:{country:code}:{body_aliases:phrase}",),
            ),
        ),
        ("person", Node("Person", "{person}", "person", local=True)),
    ),
    says=(
        *attributes("agreement", "name", "aliases", "sub", "signed", "in_force"),
        *attributes(
            "agency", "acronym", "country", name="body", aliases="body_aliases", sub="body_sub"
        ),
        *attributes("person", "honorific", "country", name="person"),
        Says("PART_OF", ("agency",), ("state",)),
        Says(
            "PARTY_TO",
            ("agency", "organisation", "state"),
            ("agreement",),
            qualifiers=(("status", "status"), ("signed", "signed"), ("in_force", "in_force")),
        ),
        Says("SIGNED", ("person",), ("agreement",), qualifiers=(("date", "signed"),)),
        Says(
            "HOLDS_POST",
            ("person",),
            ("agency", "organisation", "state"),
            qualifiers=(("title", "post"),),
            needs="post",
        ),
        Says("CONCERNS", ("agreement",), ("topic",)),
    ),
    expect=Expect(
        rows=69,
        counts=(("country", "country:RU", 16), ("status", "in force", 2)),
        present=(("id", ("ke-ma-2023", "budapest-convention", "malabo-convention")),),
    ),
    stands_on=("countries", "topics", "organisations"),
)
