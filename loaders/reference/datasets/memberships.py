"""Who belongs to which organisation, coalition or group."""

from __future__ import annotations

from loaders.reference.datasets.columns import CONFIDENCE, PUBLIC_RECORD, ROLES, SOURCE, codes
from loaders.reference.declare import Column, Dataset, Expect, Node, Says


def memberships(
    name: str,
    title: str,
    publisher: str,
    url: str,
    as_of: str,
    expect: Expect,
    *more: Column,
    licence: str = PUBLIC_RECORD,
) -> Dataset:
    """Members, one in a row: a state or an organisation (`member`), in an organisation (`org`) or
    a forum (`forum`). `more` are further columns, which are quoted and make no claims."""
    return Dataset(
        name=name,
        title=title,
        publisher=publisher,
        url=url,
        licence=licence,
        as_of=as_of,
        key=("org", "forum", "country", "member"),
        columns=(
            codes("org", "org"),
            codes("forum", "forum"),
            codes("country", "country"),
            codes("member", "org"),
            Column("name", required=True),
            Column("role", "choice", ROLES, required=True),
            Column("since", "date"),
            Column("until", "date"),
            *more,
            Column("note"),
            CONFIDENCE,
            SOURCE,
        ),
        nodes=(
            ("organisation", Node("Organization", "{org}", known=True)),
            ("forum", Node("Forum", "{forum}", known=True)),
            ("state", Node("Country", "{country}", "name", known=True)),
            ("member", Node("Organization", "{member}", "name", known=True)),
        ),
        says=(
            Says(
                "MEMBER_OF",
                ("state", "member"),
                ("organisation", "forum"),
                qualifiers=(("role", "role"), ("since", "since"), ("until", "until")),
            ),
        ),
        expect=expect,
        stands_on=("countries", "organisations", "intergovernmental"),
    )


FACTBOOK = memberships(
    "memberships_factbook",
    "Members of international organisations by the World Factbook",
    "factbook.json, from the World Factbook",
    "https://github.com/factbook/factbook.json",
    "2026-05-17",
    Expect(
        rows=1938,
        counts=(
            ("role", "observer", 195),
            ("role", "suspended", 5),
            ("org", "org:itu", 194),
            ("org", "org:un", 194),
            ("org", "org:eu", 27),
        ),
        present=(("country", ("country:KE", "country:TZ", "country:MA", "country:TW")),),
    ),
    licence="CC0-1.0",
)

INTERNACIA = memberships(
    "memberships_internacia",
    "Members of international organisations by internacia-db",
    "internacia-db",
    "https://github.com/datenoio/internacia-db",
    "2025-12-20",
    Expect(
        rows=953,
        counts=(("org", "org:afripol", 54), ("org", "org:eu", 27), ("org", "org:ecowas", 12)),
        present=(("country", ("country:KE", "country:TZ", "country:MA")),),
    ),
    licence="MIT",
)

RANSOMWARE = memberships(
    "counter_ransomware",
    "Members of the International Counter Ransomware Initiative, with the year of their first "
    "meeting",
    "the initiative (joint statement of its third meeting)",
    "https://minister.homeaffairs.gov.au/ClareONeil/Pages/counter-ransom-initiative-statement.aspx",
    "2023-11-01",
    Expect(
        rows=50,
        counts=(("since", "2023", 13),),
        present=(
            ("country", ("country:KE", "country:NG", "country:RW", "country:US")),
            ("member", ("org:eu", "org:interpol")),
        ),
    ),
)

FREEDOM_ONLINE = memberships(
    "freedom_online",
    "Members of the Freedom Online Coalition, with the year in which they joined",
    "Ministry of Foreign Affairs of Latvia",
    "https://www.mfa.gov.lv/en/policy/international-organizations/freedom-online-coalition",
    "2017-10-11",
    Expect(
        rows=29,
        counts=(("since", "2011", 15),),
        present=(("country", ("country:GH", "country:KE", "country:TN", "country:LV")),),
    ),
)

GGE = memberships(
    "gge",
    "Members of the UN Group of Governmental Experts of 2019 to 2021",
    "Cybil portal",
    "https://cybilportal.org/actors/un-gge/",
    "2021",
    Expect(
        rows=25,
        counts=(("role", "chair", 1),),
        present=(("country", ("country:BR", "country:KE", "country:MA", "country:MU")),),
    ),
    Column("mandate"),
)

MEMBERSHIPS = (FACTBOOK, INTERNACIA, RANSOMWARE, FREEDOM_ONLINE, GGE)
