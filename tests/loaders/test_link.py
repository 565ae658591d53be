"""Strong keys follow from what a document says, and from nothing less."""

from __future__ import annotations

import pytest

from graph.model import Claim, Entity, Extraction, Mention
from loaders.known import in_country
from loaders.link import link


def keys(entity: Entity, *claims: Claim, others: tuple[Entity, ...] = ()) -> tuple[str, ...]:
    linked = link(Extraction((entity, *others), claims))
    return next(e.keys for e in linked.entities if e.id == entity.id)


def says(entity: Entity, predicate: str, value: str) -> Claim:
    return Claim("doc:1", predicate, entity.id, "words", 0, 5, value=value)


@pytest.mark.parametrize(
    ("kind", "name", "said", "key"),
    [
        ("Agency", "Order Office", {"country": "country:KE"}, ("agency:KE:order-office",)),
        ("Agency", "Order Office", {}, ()),
        ("Agency", "Ministry", {"country": "country:KE"}, ()),
        (
            "Law",
            "Data Act 2015",
            {"country": "country:TZ"},
            ("law:TZ:data-act-2015",),
        ),
        (
            "Law",
            "Data Act",
            {"country": "country:TZ", "year": "2015"},
            ("law:TZ:data-act-2015",),
        ),
        ("Law", "Data Act", {"country": "country:TZ"}, ()),
        ("Person", "Jo Doe", {"country": "country:TZ"}, ()),
        ("Agreement", "Memorandum of understanding", {"signed": "2023"}, ()),
    ],
)
def test_what_makes_a_key(kind: str, name: str, said: dict[str, str], key: tuple[str, ...]) -> None:
    entity = Entity("x:1", kind, name)
    assert keys(entity, *(says(entity, k, v) for k, v in said.items())) == key


@pytest.mark.parametrize(
    ("country", "name", "known"),
    [
        ("KE", "ODPP", "agency:KE:odpp"),
        ("KE", "prosecution offices (Kenya)", "agency:KE:odpp"),
        ("KE", "Ofisi ya Mkurugenzi wa Mashtaka", "agency:KE:odpp"),
        ("KE", "parquet kényan", "agency:KE:odpp"),
        ("KE", "Ministério Público do Quênia", "agency:KE:odpp"),
        ("KE", "Fiscalía de Kenia", "agency:KE:odpp"),
        ("KE", "النيابة العامة بكينيا", "agency:KE:odpp"),
        ("KE", "Генеральная прокуратура Кении", "agency:KE:odpp"),
        ("KE", "Kenyan Attorney General's Office", "agency:KE:attorney-general"),
        ("MA", "Parquet général", "agency:MA:presidency-of-the-public-prosecution"),
        ("FR", "Police nationale", "agency:FR:police-nationale"),
        ("FR", "gendarmerie française", "agency:FR:gendarmerie-nationale"),
        ("KE", "Wizara ya Mambo ya Ndani", "agency:KE:ministry-of-interior"),
    ],
)
def test_a_body_is_known_by_its_country_and_what_its_name_says_in_any_language(
    country: str, name: str, known: str
) -> None:
    body = Entity("agency:1", "Agency", name)
    assert known in keys(body, says(body, "country", f"country:{country}"))


@pytest.mark.parametrize(
    ("country", "name"),
    [
        ("KE", "Public Prosecutions of Mombasa"),  # of a town
        ("MA", "Ministry"),  # of what?
        ("GB", "Police"),  # of which no reference fact has one
        ("BR", "parquet"),  # of a country of which it has none
    ],
)
def test_what_may_be_several_bodies_or_none_that_is_known_is_led_to_none(
    country: str, name: str
) -> None:
    assert in_country("Agency", country, name) is None


def test_two_names_of_two_bodies_lead_to_neither() -> None:
    forms = ("parquet kényan", "Kenyan Attorney General")
    body = Entity("agency:1", "Agency", "x", tuple(Mention(f, 0, len(f)) for f in forms))
    assert keys(body, says(body, "country", "country:KE")) == ()


def test_a_law_is_known_by_its_country_what_its_name_says_and_its_year() -> None:
    law = Entity("law:1", "Law", "Sheria ya Makosa ya Mtandao")
    said = [says(law, "country", "country:TZ")]
    assert "law:TZ:cybercrimes-act-2015" in keys(law, *said)
    assert "law:TZ:cybercrimes-act-2015" not in keys(law, *said, says(law, "year", "2018"))


def test_a_document_that_gives_two_countries_gives_no_key() -> None:
    entity = Entity("agency:1", "Agency", "Order Office")
    countries = ("country:KE", "country:UG")
    assert keys(entity, *(says(entity, "country", c) for c in countries)) == ()


def test_an_edition_is_known_by_its_forum_and_number() -> None:
    event = Entity("event:1", "Event", "the 17th forum")
    edition = Claim(
        "doc:1", "EDITION_OF", event.id, "words", 0, 5, object="forum:1", qualifiers={"number": 17}
    )
    known = Entity("forum:1", "Forum", "the forum", keys=("forum:naiis-forum",))
    unknown = Entity("forum:1", "Forum", "the forum")
    assert keys(event, edition, others=(known,)) == ("event:naiis-forum:17",)
    assert keys(event, edition, others=(unknown,)) == ()


def test_a_forum_that_bears_a_body_s_name_is_known_by_its_acronym() -> None:
    name = "Kongamano la Kimataifa la Taasisi ya Kitaifa"
    forum = Entity("forum:1", "Forum", name)
    forms = ("Taasisi ya Kitaifa", "NAIIS")
    body = Entity("org:1", "Organization", "x", tuple(Mention(f, 0, len(f)) for f in forms))
    other = Entity("org:1", "Organization", "x", (Mention("NAIIS", 0, 5),))
    assert keys(forum, others=(body,)) == ("forum:naiis-forum",)
    assert keys(forum, others=(other,)) == ()


def test_a_key_of_another_kind_is_none() -> None:
    assert keys(Entity("agency:1", "Agency", "x", keys=("org:interpol", "agency:KE:x-y"))) == (
        "agency:KE:x-y",
    )
