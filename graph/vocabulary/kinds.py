"""The kinds of entities."""

from __future__ import annotations

from graph.schema import Kind, Property

NAME = Property("name", "string", "its usual name", indexed=True)
ALIASES = Property("aliases", "strings", "other names, in any language")
ACRONYM = Property("acronym", "string", "its acronym", indexed=True)
COUNTRY = Property("country", "id", "the country that it belongs to or acts for", indexed=True)
SUB = Property("sub", "string", "the sub-label that says what sort of its kind it is")

KINDS = (
    Kind(
        "Country",
        "A state or territory of ISO 3166-1, and Kosovo (XK).",
        properties=(
            NAME,
            ALIASES,
            Property("iso3", "string", "ISO 3166-1 alpha-3 code"),
            Property("m49", "string", "UN M49 code, three digits"),
            Property("region", "string", "UN M49 region"),
            Property("subregion", "string", "UN M49 sub-region"),
            Property("qid", "string", "Wikidata item"),
        ),
        id_form="country:TZ",
        aligned="ISO 3166, UN M49, STIX location",
        colour="#f16667",
        fixed=True,
    ),
    Kind(
        "Agency",
        "A body of one state.",
        sub_labels=(
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
        properties=(NAME, ALIASES, ACRONYM, COUNTRY, SUB),
        id_form="agency:TZ:<slug>",
        aligned="FtM PublicBody, schema:GovernmentOrganization",
        colour="#f79767",
    ),
    Kind(
        "Organization",
        "A body that is no part of one state.",
        sub_labels=("Intergovernmental", "Association", "Company", "University", "Ngo"),
        properties=(NAME, ALIASES, ACRONYM, COUNTRY, SUB),
        id_form="org:<slug>",
        aligned="FtM Organization",
        colour="#ffc454",
    ),
    Kind(
        "Person",
        "A human being.",
        properties=(
            NAME,
            ALIASES,
            Property("honorific", "string", "how the text addresses them: Dr, Mhe., S.E.M."),
            COUNTRY,
        ),
        id_form="person:<slug>.<hash>",
        aligned="FtM Person, Popolo",
        colour="#57c7e3",
    ),
    Kind(
        "Agreement",
        "What parties agree in writing: a memorandum, a treaty, a joint statement.",
        sub_labels=("MoU", "Treaty", "JointStatement"),
        properties=(
            NAME,
            ALIASES,
            SUB,
            Property("signed", "date", "when it was signed or opened for signature"),
            Property("in_force", "date", "when it entered into force"),
            Property("expires", "date", "when it ends"),
        ),
        id_form="agreement:<slug>",
        aligned="FtM, Wikidata treaty",
        colour="#8dcc93",
    ),
    Kind(
        "Law",
        "A law of one state.",
        sub_labels=("Act", "Bill", "Regulation"),
        properties=(
            NAME,
            ALIASES,
            SUB,
            Property("number", "string", "its official number"),
            Property("year", "string", "the year of the law"),
            COUNTRY,
        ),
        id_form="law:TZ:<slug>",
        aligned="ELI, Akoma Ntoso",
        colour="#c990c0",
    ),
    Kind(
        "Strategy",
        "A strategy or policy of one state or body.",
        properties=(
            NAME,
            ALIASES,
            COUNTRY,
            Property("since", "date", "when it begins"),
            Property("until", "date", "when it ends"),
        ),
        id_form="strategy:TZ:<slug>",
        aligned="CMM D1.1",
        colour="#d9c8ae",
    ),
    Kind(
        "Forum",
        "A recurring series of meetings, or a standing process.",
        properties=(NAME, ALIASES, ACRONYM),
        id_form="forum:<slug>",
        aligned="schema:EventSeries",
        colour="#4c8eda",
    ),
    Kind(
        "Event",
        "One dated happening.",
        sub_labels=("Meeting", "Training", "Conference", "Visit", "Signing", "Exercise"),
        properties=(
            NAME,
            ALIASES,
            SUB,
            Property("starts", "date", "first day"),
            Property("ends", "date", "last day"),
            Property("place", "string", "the town or venue"),
            Property("number", "integer", "which edition of its forum it is"),
        ),
        id_form="event:<forum>:<number>",
        aligned="schema:Event",
        colour="#569480",
    ),
    Kind(
        "Topic",
        "A subject of cooperation, one of a fixed tree.",
        properties=(
            NAME,
            ALIASES,
            Property("name_sw", "string", "its name in Swahili"),
            Property("name_fr", "string", "its name in French"),
            Property("parent", "id", "the topic above it"),
            Property("cmm", "string", "dimension of the Cybersecurity Capacity Maturity Model"),
        ),
        id_form="topic:crime.fraud",
        aligned="CMM, GCI, GFCE",
        colour="#ecb5c9",
        fixed=True,
    ),
)
