"""A small graph that has something to answer for every question; names and texts are invented."""

from __future__ import annotations

from typing import Any

from graph.writing import Reading
from tests.conformance.annotated import Annotated

KENYA, MOROCCO, TANZANIA, RUSSIA = "country:KE", "country:MA", "country:TZ", "country:RU"
SERVICE, PRESIDENCY = "agency:KE:prosecution-service", "agency:MA:prosecution-presidency"
MINISTRY, POLICE = "agency:TZ:ministry-of-signals", "agency:TZ:police"
MEMORANDUM, TREATY = "agreement:KE-MA:2023", "agreement:pan:treaty"
FORUM, EDITION = "forum:secure:nets", "event:secure:nets:17"
CRIME, FRAUD = "topic:crime", "topic:crime.fraud"


VISIT = "https://news.example/visit"
COPY = "https://copy.example/visit"


def visit(source: str = VISIT, **known: Any) -> Annotated:
    """A news text on two countries: wishes, requests, promises and deeds."""
    return (
        Annotated(
            source,
            "Kenya's Attorney General Asha Mwangi said on Friday that Kenya wants Moroccan help "
            "with digital evidence. She asked Morocco to teach Kenyan investigators. "
            "The two countries agreed to train prosecutors together. "
            "Kenya and Morocco signed five memorandums on housing and trade. "
            "Morocco trains police officers of Kenya against online fraud. "
            "The joint desk of the two countries shares alerts every day.",
            title="A visit",
            publisher="The News",
            language="en",
            **{"published": "2025-08-08", **known},
        )
        .entity(KENYA, "Kenya")
        .entity(MOROCCO, "Morocco", "Moroccan")
        .entity("person:asha", "Asha Mwangi")
        .entity("agreement:five", "Five memorandums", "five memorandums", sub="MoU")
        .entity(FRAUD, "Online fraud", "online fraud")
        .says("person:asha", "HOLDS_POST", "Kenya's Attorney General Asha Mwangi", KENYA,
              title="Attorney General")
        .says(KENYA, "SEEKS_COOPERATION_WITH", "Kenya wants Moroccan help with digital evidence",
              MOROCCO, modality="intended", by="person:asha", topics=("justice.forensics",))
        .says(KENYA, "SEEKS_COOPERATION_WITH", "She asked Morocco to teach Kenyan investigators",
              MOROCCO, modality="requested", by="person:asha")
        .says(KENYA, "COOPERATES_WITH", "The two countries agreed to train prosecutors together",
              MOROCCO, modality="agreed")
        .says(KENYA, "PARTY_TO", "Kenya and Morocco signed five memorandums", "agreement:five",
              status="signed")
        .says(MOROCCO, "PARTY_TO", "Kenya and Morocco signed five memorandums", "agreement:five",
              status="signed")
        .says(MOROCCO, "ASSISTS", "Morocco trains police officers of Kenya against online fraud",
              KENYA, mode="training", topics=("crime.fraud",))
        .says(KENYA, "COOPERATES_WITH",
              "The joint desk of the two countries shares alerts every day", MOROCCO)
    )  # fmt: skip


def agreements() -> Annotated:
    """A dataset: a memorandum of two bodies with its signatories, and a treaty of seven states."""
    states = ("KE", "MA", "TZ", "UG", "RW", "GH", "SN")
    text = (
        "memorandum,2023-02-21,Prosecution Service of Kenya,Noor Kip,Director\n"
        "memorandum,2023-02-21,Presidency of Prosecution,Idris Alami,Prosecutor General\n"
        + "".join(f"Pan Treaty,{state},ratified,2020-03-01\n" for state in states)
    )
    made = Annotated(
        "reference/agreements", text, url="https://data.example/agreements", title="Agreements",
        publisher="The project", published="2026-11", dataset=True,
    )  # fmt: skip
    rows = text.splitlines()
    made.entity(KENYA, "Kenya", "KE").entity(MOROCCO, "Morocco", "MA")
    made.entity(MEMORANDUM, "Memorandum on prosecution", "memorandum", sub="MoU",
                signed="2023-02-21")  # fmt: skip
    made.entity(SERVICE, "Prosecution Service of Kenya", country=KENYA)
    made.entity(PRESIDENCY, "Presidency of Prosecution", country=MOROCCO)
    made.entity("person:noor", "Noor Kip").entity("person:idris", "Idris Alami")
    made.entity(CRIME, "Cybercrime", "Prosecution")
    made.says(MEMORANDUM, "CONCERNS", rows[0], CRIME, confidence=1.0)
    for row, body, state, person in (
        (rows[0], SERVICE, KENYA, "person:noor"),
        (rows[1], PRESIDENCY, MOROCCO, "person:idris"),
    ):
        made.says(body, "PART_OF", row, state, confidence=1.0)
        made.says(body, "PARTY_TO", row, MEMORANDUM, status="signed", confidence=1.0)
        made.says(person, "SIGNED", row, MEMORANDUM, confidence=1.0)
        made.says(person, "HOLDS_POST", row, body, title=row.rpartition(",")[2], confidence=1.0)
    made.entity(TREATY, "Pan Treaty", sub="Treaty")
    for row, state in zip(rows[2:], states, strict=True):
        if state not in ("KE", "MA"):
            made.entity(f"country:{state}", {"TZ": "Tanzania"}.get(state, state), state)
        made.says(f"country:{state}", "PARTY_TO", row, TREATY, status="ratified",
                  ratified="2020-03-01", confidence=1.0)  # fmt: skip
    return made


def forum() -> Annotated:
    """A text in Swahili on an edition of a forum."""
    return (
        Annotated(
            "https://habari.example/kongamano",
            "Baraka Kileo, Naibu Katibu Mkuu wa Wizara ya Ishara, aliongoza ujumbe wa Tanzania "
            "katika Kongamano la 17 la Mitandao Salama lililofanyika Moscow, Urusi, "
            "tarehe 18 Septemba 2023.",
            title="Kongamano",
            publisher="Habari",
            language="sw",
            published="2023-09-21",
        )
        .entity(TANZANIA, "Tanzania")
        .entity(RUSSIA, "Russia", "Urusi")
        .entity(MINISTRY, "Wizara ya Ishara", country=TANZANIA, sub="Ministry")
        .entity("person:baraka", "Baraka Kileo")
        .entity(FORUM, "Mitandao Salama")
        .entity(EDITION, "Kongamano la 17 la Mitandao Salama", starts="2023-09-18", number=17)
        .says(MINISTRY, "PART_OF", "Wizara ya Ishara", TANZANIA)
        .says("person:baraka", "HOLDS_POST",
              "Baraka Kileo, Naibu Katibu Mkuu wa Wizara ya Ishara", MINISTRY,
              title="Naibu Katibu Mkuu")
        .says("person:baraka", "PARTICIPATED_IN", "aliongoza ujumbe wa Tanzania", EDITION,
              role="head of delegation")
        .says(TANZANIA, "PARTICIPATED_IN", "ujumbe wa Tanzania", EDITION)
        .says(EDITION, "HELD_IN", "lililofanyika Moscow, Urusi", RUSSIA, place="Moscow")
        .says(EDITION, "EDITION_OF", "Kongamano la 17 la Mitandao Salama", FORUM, number=17)
    )  # fmt: skip


def vow() -> Annotated:
    """A text with a wish that names no partner, a training, a law, and doubts about a treaty."""
    return (
        Annotated(
            "https://paper.example/vow",
            "The government of Tanzania will work with other countries, said Neema Juma. "
            "The police of Tanzania attended a week of training on online fraud. "
            "Tanzania made the Network Safety Act in 2015. "
            "Tanzania ratified the Pan Treaty on 5 May 2021. "
            "It is not true that Kenya and Morocco run a joint desk. "
            "Kenya chairs the Pan League. A clerk of the league is called Noor Kip too.",
            title="A vow",
            language="en",
            published="2022-02",
        )
        .entity(TANZANIA, "Tanzania")
        .entity(KENYA, "Kenya")
        .entity(MOROCCO, "Morocco")
        .entity("person:neema", "Neema Juma")
        .entity(POLICE, "Police of Tanzania", "The police of Tanzania", country=TANZANIA)
        .entity("event:training", "Week of training", "a week of training", sub="Training")
        .entity(FRAUD, "Online fraud", "online fraud")
        .entity("law:TZ:network-safety", "Network Safety Act", sub="Act", year="2015",
                country=TANZANIA)
        .entity(TREATY, "Pan Treaty")
        .says(TANZANIA, "COOPERATES_WITH",
              "The government of Tanzania will work with other countries",
              phrase="other countries", modality="intended", by="person:neema")
        .says(POLICE, "PARTICIPATED_IN",
              "The police of Tanzania attended a week of training", "event:training",
              role="trainee")
        .says("event:training", "CONCERNS", "a week of training on online fraud", FRAUD)
        .says(TANZANIA, "ENACTED", "Tanzania made the Network Safety Act in 2015",
              "law:TZ:network-safety", date="2015")
        .says(TANZANIA, "PARTY_TO", "Tanzania ratified the Pan Treaty on 5 May 2021", TREATY,
              status="ratified", ratified="2021-05-05")
        .says(KENYA, "COOPERATES_WITH",
              "It is not true that Kenya and Morocco run a joint desk", MOROCCO,
              modality="denied")
        .entity("org:league", "Pan League")
        .entity("person:clerk", "Noor Kip")
        .says(KENYA, "MEMBER_OF", "Kenya chairs the Pan League", "org:league", role="chair")
    )  # fmt: skip


def readings() -> list[Reading]:
    """All documents; the last is a copy of the first and no source of its own."""
    first = visit().reading()
    copied = visit(COPY, copy_of=first.document.id, published="2025-08-09").reading()
    return [first, *(made().reading() for made in (agreements, forum, vow)), copied]
