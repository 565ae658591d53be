"""The types of facts with their qualifiers, and the modalities that make them."""

from __future__ import annotations

from graph.schema import Modality, Property, Qualifier, RelationshipType

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
        "associate",
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
    Property("source", "string", "what says that: publisher and title of the document"),
    Property("claim", "id", "its best claim"),
    Property("disputed", "boolean", "whether claims contradict each other"),
)
