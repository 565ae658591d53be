"""The reference datasets, in the order in which they are loaded."""

from __future__ import annotations

from loaders.reference.declare import Column, Dataset, Expect, Node, Says, attributes

SOURCE = Column("source", required=True)
CONFIDENCE = Column("confidence", "number")
PUBLIC_RECORD = "facts of public record"


def codes(name: str, beginning: str, required: bool = False) -> Column:
    """A column of codes of known entities whose ids begin with `beginning`."""
    return Column(name, "references", (beginning,), required)


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
        Column(
            "sub",
            "choice",
            ("Intergovernmental", "Association", "Company", "University", "Ngo"),
        ),
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
        rows=84,
        counts=(("kind", "Forum", 15),),
        present=(("id", ("un", "itu", "interpol", "au", "coe", "naiis", "naiis-forum")),),
    ),
    stands_on=("countries",),
)

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
        Column("sub", "choice", ("MoU", "Treaty", "JointStatement")),
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
        Column(
            "body_sub",
            "choice",
            (
                "Ministry",
                "Police",
                "Prosecution",
                "Csirt",
                "Regulator",
                "Embassy",
                "Military",
                "Parliament",
                "Court",
            ),
        ),
        Column("status", "choice", ("proposed", "signed", "ratified", "in force", "withdrawn")),
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
        rows=66,
        counts=(("country", "country:RU", 16), ("status", "in force", 2)),
        present=(("id", ("ke-ma-2023", "budapest-convention")),),
    ),
    stands_on=("countries", "topics", "organisations"),
)

BUDAPEST = Dataset(
    name="budapest",
    title="Signatures and ratifications of the Convention on Cybercrime (ETS No. 185)",
    publisher="Council of Europe, Treaty Office",
    url="https://www.coe.int/en/web/conventions/full-list?module=signatures-by-treaty&treatynum=185",
    licence=PUBLIC_RECORD,
    as_of="2026-04-25",
    key=("iso2",),
    columns=(
        codes("agreement", "agreement", required=True),
        codes("iso2", "country", required=True),
        Column("name", required=True),
        Column(
            "status",
            "choice",
            ("invited", "signed", "ratified", "in force", "denounced"),
            required=True,
        ),
        Column("signed", "date"),
        Column("ratified", "date"),
        Column("in_force", "date"),
        SOURCE,
    ),
    nodes=(
        ("agreement", Node("Agreement", "{agreement}", known=True)),
        ("country", Node("Country", "{iso2}", "name", known=True)),
    ),
    says=(
        Says(
            "PARTY_TO",
            ("country",),
            ("agreement",),
            qualifiers=(
                ("status", "status"),
                ("signed", "signed"),
                ("ratified", "ratified"),
                ("in_force", "in_force"),
            ),
        ),
    ),
    expect=Expect(
        rows=97,
        counts=(("status", "in force", 81), ("status", "signed", 2), ("status", "invited", 14)),
        present=(("iso2", ("country:GH", "country:KE", "country:MA", "country:US")),),
    ),
    stands_on=("countries", "agreements"),
)

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
        Column("sub", "choice", ("Conference",), required=True),
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

DATASETS = (COUNTRIES, TOPICS, ORGANISATIONS, AGREEMENTS, BUDAPEST, NAIIS_EDITIONS)
