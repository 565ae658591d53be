"""The records, and the links between them and entities that are no facts."""

from __future__ import annotations

from graph.schema import Link, Property, Record

RECORDS = (
    Record(
        "Graph",
        "The graph itself: one node that says by which version of the schema it is written.",
        (
            Property("name", "string", "cybercoop"),
            Property("schema_version", "integer", "the version, missing until all is written"),
            Property("unfinished", "string", "restore or copy, where one was begun and not done"),
        ),
        id_form="graph",
    ),
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
            Property("author", "string", "who judged", indexed=True),
            Property("time", "string", "when, ISO 8601"),
            Property("reason", "string", "why"),
            Property("score", "float", "how sure a machine is, 0 to 1; people give none"),
        ),
        id_form="judgement:<hash>",
    ),
    Record(
        "Identifier",
        "A local id or strong key in use: which entity it leads to, and what ties it to others.",
        (
            Property("name", "string", "the id itself"),
            Property("entity", "id", "the canonical entity", indexed=True),
            Property("ties", "id", "the entity again, where this id may join others", indexed=True),
            Property("keys", "strings", "strong keys that documents give to this local id"),
            Property("reference", "boolean", "whether a dataset declares it"),
            Property("mentions", "integer", "how many documents use it as a local id"),
            Property("uses", "integer", "how many mentions are known by this key alone"),
        ),
        id_form="as the id it stands for",
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
