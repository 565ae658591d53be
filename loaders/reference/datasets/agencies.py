"""Bodies of states: police, prosecution, ministries, regulators, cyber authorities, CSIRTs."""

from __future__ import annotations

from loaders.reference.datasets.columns import (
    CONFIDENCE,
    PUBLIC_RECORD,
    ROLES,
    SOURCE,
    codes,
    sub_labels,
)
from loaders.reference.declare import Column, Dataset, Expect, Node, Says, attributes


def agencies(name: str, title: str, licence: str, expect: Expect, *stands_on: str) -> Dataset:
    """Bodies of states, one in a row; `part_of` is the body above, and the state where empty.

    `contact` is the role in which a body is the point of contact for its state.
    """
    return Dataset(
        name=name,
        title=title,
        publisher="the pages that the rows name",
        url=None,
        licence=licence,
        as_of="2026-11",
        key=("country", "id"),
        columns=(
            codes("country", "country", required=True),
            Column("id", "code", required=True),
            sub_labels("sub", "Agency"),
            Column("name", required=True),
            Column("acronym"),
            Column("aliases", "names"),
            codes("part_of", "agency"),
            Column("contact", "choice", ROLES),
            Column("url"),
            CONFIDENCE,
            SOURCE,
        ),
        nodes=(
            (
                "agency",
                Node(
                    "Agency",
                    "agency:{country:code}:{id}",
                    "name",
                    "sub",
                    (
                        "agency:{country:code}:{name:phrase}",
                        "agency:{country:code}:{aliases:phrase}",
                    ),
                ),
            ),
            ("whole", Node("Agency", "{part_of}", known=True)),
            ("state", Node("Country", "{country}", known=True)),
        ),
        says=(
            *attributes("agency", "name", "acronym", "aliases", "sub", "country"),
            Says("PART_OF", ("agency",), ("whole", "state")),
            Says(
                "CONTACT_FOR",
                ("agency",),
                ("state",),
                qualifiers=(("role", "contact"),),
                needs="contact",
            ),
        ),
        expect=expect,
        stands_on=("countries", *stands_on),
    )


AGENCIES = agencies(
    "agencies",
    "Police, prosecution services, ministries, regulators of communications and data protection, "
    "and cyber authorities, above all of Africa and Europe",
    f"CC0-1.0 and MIT (registers); else {PUBLIC_RECORD}",
    Expect(
        rows=523,
        counts=(
            ("sub", "Police", 123),
            ("sub", "Prosecution", 103),
            ("sub", "Ministry", 127),
            ("sub", "Regulator", 117),
            ("country", "country:KE", 9),
        ),
        present=(("country", ("country:TZ", "country:MA", "country:GH", "country:UA")),),
    ),
)

CSIRTS = agencies(
    "csirts",
    "National computer security incident response teams (CSIRTs)",
    PUBLIC_RECORD,
    Expect(
        rows=125,
        counts=(("contact", "CSIRT", 125),),
        present=(("country", ("country:KE", "country:TZ", "country:MA", "country:BW")),),
    ),
    "agencies",
)
