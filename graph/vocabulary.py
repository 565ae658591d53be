"""The kinds, records, relationship types and modalities of international cyber cooperation."""

from __future__ import annotations

from graph.schema import (
    Kind,
    Link,
    Modality,
    Property,
    Qualifier,
    Record,
    RelationshipType,
    Schema,
)

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

RECORDS = (
    Record(
        "Document",
        "A text that claims come from; a reference dataset is one too.",
        (
            Property("name", "string", "its title"),
            Property("source", "string", "its source key: the URL, else path or id"),
            Property("url", "string", "where it can be read"),
            Property("publisher", "string", "who published it"),
            Property("language", "string", "ISO 639 code of its language"),
            Property("published", "date", "when it was published"),
            Property("retrieved", "date", "when it was fetched"),
            Property("licence", "string", "the terms under which it may be used"),
            Property("sha256", "string", "hash of the text", indexed=True),
            Property("text", "string", "the text; offsets of claims count its characters"),
            Property("copy_of", "id", "the document that it is a copy of", indexed=True),
            Property("dataset", "boolean", "whether it is a reference dataset"),
            Property("origin", "string", "the file it was read from", indexed=True),
            Property("fingerprint", "string", "hash of all this and of what read it"),
        ),
        id_form="doc:<hash of its source key>",
    ),
    Record(
        "Claim",
        "What one document says: subject, predicate, object or value, and the sentence.",
        (
            Property("name", "string", "the statement in short"),
            Property("predicate", "string", "a relationship type or a property"),
            Property("subject_id", "id", "local id of the subject", indexed=True),
            Property("object_id", "id", "local id of the object", indexed=True),
            Property("value", "string", "what an attribute claim says"),
            Property("object_phrase", "string", "the words where no entity is named as object"),
            Property("modality", "string", "fact, agreed, intended, requested or denied"),
            Property("quote", "string", "the words of the document, to the letter"),
            Property("char_start", "integer", "where the quote starts in the text"),
            Property("char_end", "integer", "where the quote ends in the text"),
            Property("confidence", "float", "how sure the extractor is, 0 to 1"),
            Property("extractor", "string", "name and version of what read it"),
            Property("rule", "string", "the rule that fired"),
            Property("status", "string", "accepted, pending or rejected"),
            Property("source", "string", "where a dataset's row comes from"),
            Property("stated_by", "id", "local id of whoever said it", indexed=True),
            Property("document", "id", "the document that it belongs to", indexed=True),
            Property("fact", "id", "the fact that it supports", indexed=True),
            Property("contradicts", "id", "the fact that it denies", indexed=True),
        ),
        id_form="claim:<hash>",
    ),
    Record(
        "Judgement",
        "Somebody's word on whether two entities are one.",
        (
            Property("name", "string", "the judgement in short"),
            Property("left", "id", "local or reference id", indexed=True),
            Property("right", "id", "local or reference id", indexed=True),
            Property("verdict", "string", "same, not same or unsure"),
            Property("author", "string", "who judged"),
            Property("time", "string", "when, ISO 8601"),
            Property("reason", "string", "why"),
        ),
        id_form="judgement:<hash>",
    ),
    Record(
        "Identifier",
        "A local id or strong key that leads to an entity of another id.",
        (
            Property("name", "string", "the id itself"),
            Property("entity", "id", "the canonical entity", indexed=True),
        ),
        id_form="as the id it stands for",
    ),
)

BODY = ("Country", "Agency", "Organization")
ACTOR = (*BODY, "Person")

TITLE = Qualifier("title", "string", "the post, as printed")
ACTING = Qualifier("acting", "boolean", "whether the post is held for the time being")
SINCE = Qualifier("since", "date", "from when", exclusive=True)
UNTIL = Qualifier("until", "date", "until when", exclusive=True)
DATE = Qualifier("date", "date", "when", exclusive=True)
STATUS = Qualifier(
    "status",
    "string",
    "how far the party has gone",
    values=(
        "invited",
        "proposed",
        "signed",
        "ratified",
        "in force",
        "withdrawn",
        "denounced",
    ),
)
SIGNED = Qualifier("signed", "date", "when the party signed", exclusive=True)
RATIFIED = Qualifier("ratified", "date", "when the party ratified or acceded", exclusive=True)
IN_FORCE = Qualifier("in_force", "date", "when it entered into force for the party", exclusive=True)
ROLE = Qualifier(
    "role",
    "string",
    "in what capacity",
    values=(
        "invited",
        "observer",
        "member",
        "chair",
        "suspended",
        "withdrawn",
        "delegate",
        "trainee",
        "trainer",
        "speaker",
        "signatory",
        "head of delegation",
        "24/7 point",
        "central authority",
        "national central bureau",
        "CSIRT",
    ),
)
PLACE = Qualifier("place", "string", "the town or venue")
NUMBER = Qualifier("number", "integer", "which edition", exclusive=True)
MODE = Qualifier(
    "mode",
    "string",
    "by what means",
    values=("expertise", "equipment", "funding", "training"),
)
TOPICS = Qualifier("topics", "strings", "ids of topics, without the prefix: crime.fraud")

TYPES = (
    RelationshipType(
        "HOLDS_POST",
        "A person holds a post in a body, or of a state.",
        ("Person",),
        BODY,
        (TITLE, ACTING, SINCE, UNTIL),
        "P39",
    ),
    RelationshipType(
        "PART_OF",
        "A body belongs to another body or to a state.",
        ("Agency", "Organization"),
        BODY,
        wikidata="P749, P17",
    ),
    RelationshipType(
        "SUCCEEDS",
        "A body takes the place of another.",
        ("Agency", "Organization"),
        ("Agency", "Organization"),
        (DATE,),
        "P155",
    ),
    RelationshipType(
        "PARTY_TO",
        "A state or body is party to an agreement, or on the way to it.",
        BODY,
        ("Agreement",),
        (STATUS, SIGNED, RATIFIED, IN_FORCE),
        "P1891",
    ),
    RelationshipType(
        "SIGNED",
        "A person put their name under an agreement.",
        ("Person",),
        ("Agreement",),
        (DATE,),
        "P1891",
    ),
    RelationshipType(
        "ENACTED",
        "A state or body made a law or a strategy.",
        BODY,
        ("Law", "Strategy"),
        (DATE,),
    ),
    RelationshipType(
        "MEMBER_OF",
        "A state, body or person belongs to an organisation, forum or committee.",
        ACTOR,
        ("Organization", "Forum", "Agency"),
        (ROLE, SINCE, UNTIL),
        "P463",
    ),
    RelationshipType(
        "PARTICIPATED_IN",
        "A state, body or person took part in an event or forum.",
        ACTOR,
        ("Event", "Forum"),
        (ROLE,),
        "P710",
    ),
    RelationshipType(
        "HOSTED",
        "A state or body hosted, convened or organised an event or forum.",
        BODY,
        ("Event", "Forum"),
        wikidata="P664",
    ),
    RelationshipType(
        "HELD_IN",
        "Where an event took place.",
        ("Event", "Forum"),
        ("Country",),
        (PLACE,),
        "P276",
    ),
    RelationshipType(
        "EDITION_OF",
        "An event is one edition of a forum.",
        ("Event",),
        ("Forum",),
        (NUMBER,),
        "P179",
    ),
    RelationshipType(
        "CONTACT_FOR",
        "A body is the point of contact under an agreement, for an organisation or a state.",
        ("Agency",),
        ("Agreement", "Organization", "Country"),
        (ROLE,),
    ),
    RelationshipType(
        "ASSISTS",
        "One side helps the other: trains, funds, equips, lends experts.",
        BODY,
        BODY,
        (MODE, TOPICS),
    ),
    RelationshipType(
        "COOPERATES_WITH",
        "Two sides work together.",
        BODY,
        BODY,
        (MODE, TOPICS, SINCE, UNTIL),
        mutual=True,
    ),
    RelationshipType(
        "SEEKS_COOPERATION_WITH",
        "One side wants cooperation or asks for it; never counted as cooperation.",
        BODY,
        BODY,
        (TOPICS,),
        walked=False,
    ),
    RelationshipType(
        "CONCERNS",
        "What an agreement, law, strategy, forum or event is about.",
        ("Agreement", "Law", "Strategy", "Forum", "Event"),
        ("Topic",),
        wikidata="P921",
        walked=False,
    ),
)

LINKS = (
    Link("SUBJECT", "Claim", "Entity", description="whom or what the claim is about"),
    Link("OBJECT", "Claim", "Entity", description="the other end of the claim"),
    Link("STATED_BY", "Claim", "Entity", description="who is said to have said it"),
    Link("FROM", "Claim", "Document", description="the document that says it"),
    Link("JUDGES", "Judgement", "Entity", description="an entity that the judgement is on"),
    Link(
        "MENTIONS",
        "Document",
        "Entity",
        (
            Property("local", "id", "local id of the entity in this document"),
            Property("name", "string", "its fullest name in this document"),
            Property("keys", "strings", "strong keys that link it to other documents"),
            Property("forms", "strings", "the words by which the text speaks of it"),
            Property("count", "integer", "how often"),
        ),
        "that the document speaks of the entity",
    ),
)

PROPOSED = {"status": "proposed"}

MODALITIES = (
    Modality("fact", "it is so, it happened", None),
    Modality(
        "agreed",
        "both sides agreed to do it",
        {"COOPERATES_WITH": {}, "ASSISTS": {}, "PARTY_TO": PROPOSED},
    ),
    Modality(
        "intended",
        "one side says that it will or wants to",
        {"SEEKS_COOPERATION_WITH": {}, "PARTY_TO": PROPOSED},
    ),
    Modality(
        "requested",
        "one side asks the other",
        {"SEEKS_COOPERATION_WITH": {}, "PARTY_TO": PROPOSED},
    ),
    Modality("denied", "it is said not to be so", {}),
)

FACT_PROPERTIES = (
    Property("id", "id", "hash of subject, type, object and modality"),
    Property("modality", "string", "how it is meant: fact, agreed, intended, requested"),
    Property("claims", "integer", "how many accepted claims support it"),
    Property("sources", "integer", "how many documents"),
    Property("independent", "integer", "how many of them are not copies of each other"),
    Property("confidence", "float", "confidence of its best claim, 0 to 1"),
    Property("first_reported", "date", "date of the earliest document that says it"),
    Property("last_reported", "date", "date of the latest document that says it"),
    Property("quote", "string", "the sentence of its best claim"),
    Property("url", "string", "where that can be read"),
    Property("claim", "id", "its best claim"),
    Property("disputed", "boolean", "whether claims contradict each other"),
)

SCHEMA = Schema(1, KINDS, RECORDS, TYPES, LINKS, MODALITIES, FACT_PROPERTIES)
"""The vocabulary in force."""
