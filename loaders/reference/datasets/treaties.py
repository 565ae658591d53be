"""Who has signed, ratified or acceded to the treaties on cybercrime, and when."""

from __future__ import annotations

from loaders.reference.datasets.columns import CONFIDENCE, PUBLIC_RECORD, SOURCE, STATUSES, codes
from loaders.reference.declare import Column, Dataset, Expect, Node, Says

PROGRESS = ("status", "signed", "ratified", "in_force")
"""Columns that say how far a party has gone; they are the qualifiers of PARTY_TO too."""


def treaty(
    name: str, title: str, publisher: str, url: str, as_of: str, expect: Expect, *more: Column
) -> Dataset:
    """A treaty's parties: one row for each state, or for each organisation where `more` has
    `org`; `more` are further columns, which are quoted and make no claims of their own."""
    organisations = any(column.name == "org" for column in more)
    parties = [("country", Node("Country", "{iso2}", "name", known=True))]
    if organisations:
        parties.append(("organisation", Node("Organization", "{org}", "name", known=True)))
    return Dataset(
        name=name,
        title=title,
        publisher=publisher,
        url=url,
        licence=PUBLIC_RECORD,
        as_of=as_of,
        key=("iso2", "org") if organisations else ("iso2",),
        columns=(
            codes("agreement", "agreement", required=True),
            codes("iso2", "country", required=not organisations),
            Column("name", required=True),
            Column("status", "choice", STATUSES, required=True),
            Column("signed", "date"),
            Column("ratified", "date"),
            Column("in_force", "date"),
            *more,
            SOURCE,
        ),
        nodes=(
            ("agreement", Node("Agreement", "{agreement}", known=True)),
            *parties,
        ),
        says=(
            Says(
                "PARTY_TO",
                tuple(name for name, _ in parties),
                ("agreement",),
                qualifiers=tuple((column, column) for column in PROGRESS),
            ),
        ),
        expect=expect,
        stands_on=("countries", *(("organisations",) if organisations else ()), "agreements"),
    )


BUDAPEST = treaty(
    "budapest",
    "Signatures and ratifications of the Convention on Cybercrime (ETS No. 185)",
    "Council of Europe, Treaty Office",
    "https://www.coe.int/en/web/conventions/full-list?module=signatures-by-treaty&treatynum=185",
    "2026-04-25",
    Expect(
        rows=97,
        counts=(("status", "in force", 81), ("status", "signed", 2), ("status", "invited", 14)),
        present=(("iso2", ("country:GH", "country:KE", "country:MA", "country:US")),),
    ),
)

SECOND_PROTOCOL = treaty(
    "budapest_second_protocol",
    "Signatures and ratifications of the Second Additional Protocol to the Convention on "
    "Cybercrime (CETS No. 224)",
    "Treaty Database of the Netherlands, and Council of Europe",
    "https://verdragenbank.overheid.nl/en/Treaty/Details/013833_p.html",
    "2026-04-15",
    Expect(
        rows=52,
        counts=(("status", "ratified", 4), ("status", "signed", 48)),
        present=(("iso2", ("country:JP", "country:RS", "country:GH", "country:MA")),),
    ),
)

UN_CONVENTION = treaty(
    "un_cybercrime_convention",
    "Signatures and ratifications of the United Nations Convention against Cybercrime",
    "Wikipedia (list of signatories), and Treaty Database of the Netherlands (days)",
    "https://verdragen.nl/nl/Verdrag/Details/013891_p.html",
    "2026-03",
    Expect(
        rows=74,
        counts=(("status", "ratified", 1), ("status", "signed", 73)),
        present=(
            ("iso2", ("country:TZ", "country:MA", "country:RU", "country:QA")),
            ("org", ("org:eu",)),
        ),
    ),
    codes("org", "org"),
    Column("note"),
)

MALABO = treaty(
    "malabo",
    "Signatures and ratifications of the African Union Convention on Cyber Security and Personal "
    "Data Protection",
    "African Union (status list), through Wikipedia",
    "https://en.wikipedia.org/wiki/Malabo_Convention",
    "2026-02-02",
    Expect(
        rows=29,
        counts=(("status", "ratified", 17), ("status", "signed", 12)),
        present=(("iso2", ("country:GH", "country:MR", "country:RW", "country:ZM")),),
    ),
    Column("deposited", "date"),
    Column("as_of", "date"),
    Column("note"),
    CONFIDENCE,
)

TREATIES = (BUDAPEST, SECOND_PROTOCOL, UN_CONVENTION, MALABO)
