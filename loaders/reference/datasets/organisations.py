"""Bodies that belong to no one state, and forums."""

from __future__ import annotations

from loaders.reference.datasets.columns import CONFIDENCE, PUBLIC_RECORD, SOURCE, codes, sub_labels
from loaders.reference.declare import Column, Dataset, Expect, Node, Says, attributes

ORGANISATIONS = Dataset(
    name="organisations",
    title="Organisations and forums of cyber cooperation",
    publisher="internacia-db, and the pages that the rows name",
    url="https://github.com/datenoio/internacia-db",
    licence=f"MIT (internacia-db); else {PUBLIC_RECORD}",
    as_of="2026-11",
    key=("id",),
    columns=(
        Column("id", "code", required=True),
        Column("kind", "choice", ("Organization", "Forum"), required=True),
        sub_labels("sub", "Organization"),
        Column("name", required=True),
        Column("acronym"),
        Column("aliases", "names"),
        codes("part_of", "org"),
        codes("country", "country"),
        CONFIDENCE,
        SOURCE,
    ),
    nodes=(
        (
            "organisation",
            Node(
                "Organization",
                "org:{id}",
                "name",
                "sub",
                ("org:{name:phrase}", "org:{aliases:phrase}"),
                when=("kind", "Organization"),
            ),
        ),
        (
            "forum",
            Node(
                "Forum",
                "forum:{id}",
                "name",
                keys=("forum:{name:phrase}", "forum:{aliases:phrase}"),
                when=("kind", "Forum"),
            ),
        ),
        ("whole", Node("Organization", "{part_of}", known=True)),
    ),
    says=(
        *attributes("organisation", "name", "acronym", "aliases", "country", "sub"),
        *attributes("forum", "name", "acronym", "aliases"),
        Says("PART_OF", ("organisation",), ("whole",)),
    ),
    expect=Expect(
        rows=85,
        counts=(("kind", "Forum", 15),),
        present=(("id", ("un", "itu", "interpol", "au", "coe", "naiis", "naiis-forum")),),
    ),
    stands_on=("countries",),
)

INTERGOVERNMENTAL = Dataset(
    name="intergovernmental",
    title="International organisations: bodies of several states",
    publisher="internacia-db",
    url="https://github.com/datenoio/internacia-db",
    licence="MIT",
    as_of="2025-12-20",
    key=("id",),
    columns=(
        Column("id", "code", required=True),
        sub_labels("sub", "Organization"),
        Column("name", required=True),
        Column("acronym"),
        Column("aliases", "names"),
        Column("founded", "date"),
        Column("sort"),
        Column("qid", "code"),
        Column("url"),
        SOURCE,
    ),
    nodes=(
        (
            "organisation",
            Node(
                "Organization",
                "org:{id}",
                "name",
                "sub",
                ("org:{name:phrase}", "org:{aliases:phrase}"),
            ),
        ),
    ),
    says=attributes("organisation", "name", "acronym", "aliases", "sub"),
    expect=Expect(
        rows=606,
        present=(("id", ("wto", "icc", "nam", "cplp", "fatf", "gcc")),),
    ),
)
