"""What beside names makes two entities one, and what keeps a machine from saying so."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from graph.resolution.comparison import compare
from graph.resolution.evidence import Evidence
from graph.resolution.profiles import Profile, Profiles
from graph.resolution.reading import ClaimRow, MentionRow, Read
from graph.resolution.resolve import proposals

COUNTRIES = {
    "country:KE": ("Kenya",),
    "country:MA": ("Morocco",),
    "country:GB": ("United Kingdom",),
}


@dataclass
class Texts:
    """Documents as resolution reads them: what they speak of, and what they say of it."""

    mentions: list[MentionRow] = field(default_factory=list)
    claims: list[ClaimRow] = field(default_factory=list)

    def speaks(
        self, document: str, id_: str, name: str, *keys: str, dataset: bool = False
    ) -> Texts:
        row = MentionRow(f"doc:{document}", "2025-08-09", dataset, id_, name, keys)
        self.mentions.append(row)
        return self

    def says(self, subject: str, predicate: str, object_: str, **qualifiers: str) -> Texts:
        self.claims.append(ClaimRow(subject, predicate, object_, None, qualifiers))
        return self

    def states(self, subject: str, **values: str) -> Texts:
        self.claims += [ClaimRow(subject, prop, None, value) for prop, value in values.items()]
        return self

    def found(self) -> tuple[set[frozenset[str]], dict[frozenset[str], str]]:
        """Pairs that are merged, and pairs that wait with their reasons."""
        every = proposals(Read(self.mentions, self.claims, COUNTRIES, ()))
        merged = {frozenset((p.left.id, p.right.id)) for p in every if p.merged}
        waiting = {
            frozenset((p.left.id, p.right.id)): "; ".join(p.reasons) for p in every if not p.merged
        }
        return merged, waiting


def memorandum(texts: Texts, source: str, topic: str, **values: str) -> Texts:
    """A text on a memorandum of the prosecutions of Kenya and Morocco."""
    id_ = f"agreement:{source}"
    texts.speaks(source, id_, "memorandum of understanding").states(id_, sub="MoU", **values)
    for country in ("KE", "MA"):
        body = f"agency:{country}:prosecution"
        texts.speaks(source, body, "Public Prosecution", body)
        texts.states(body, country=f"country:{country}").says(body, "PARTY_TO", id_)
    return texts.says(id_, "CONCERNS", topic)


def pair(left: str, right: str, kind: str = "agreement") -> frozenset[str]:
    return frozenset((f"{kind}:{left}", f"{kind}:{right}"))


def test_an_undated_memorandum_of_two_bodies_is_the_one_that_they_have() -> None:
    texts = memorandum(Texts(), "a", "topic:crime", signed="2023-02-21")
    memorandum(texts, "b", "topic:crime")
    assert texts.found() == ({pair("a", "b")}, {})


def test_one_on_another_subject_waits_for_a_person() -> None:
    texts = memorandum(Texts(), "a", "topic:crime", signed="2023-02-21")
    merged, waiting = memorandum(texts, "b", "topic:justice").found()
    assert (merged, set(waiting)) == (set(), {pair("a", "b")})


def test_two_states_have_many_agreements_so_an_undated_one_waits() -> None:
    texts = Texts()
    for source, values in (("a", {"signed": "2023-02-21"}), ("b", {})):
        id_ = f"agreement:{source}"
        texts.speaks(source, id_, "memorandum of understanding").states(id_, sub="MoU", **values)
        for country in ("country:KE", "country:MA"):
            texts.says(country, "PARTY_TO", id_)
    merged, waiting = texts.found()
    assert (merged, set(waiting)) == (set(), {pair("a", "b")})


def test_a_year_that_is_one_too_few_is_a_slip_but_two_days_are_two_agreements() -> None:
    texts = memorandum(Texts(), "a", "topic:crime", signed="2023-02-21")
    assert memorandum(texts, "b", "topic:crime", signed="2022").found() == ({pair("a", "b")}, {})
    texts = memorandum(Texts(), "a", "topic:crime", signed="2023-02-21")
    assert memorandum(texts, "b", "topic:crime", signed="2022-02-21").found() == (set(), {})


def test_which_of_two_dated_agreements_is_meant_no_machine_decides() -> None:
    texts = memorandum(Texts(), "a", "topic:crime", signed="2023-02-21")
    memorandum(texts, "b", "topic:crime", signed="2025-05-02")
    merged, waiting = memorandum(texts, "c", "topic:crime").found()
    assert merged == set()
    assert waiting[pair("a", "c")].endswith("may as well be agreement:b")
    assert waiting[pair("b", "c")].endswith("may as well be agreement:a")


def test_which_of_two_bodies_of_the_reference_facts_is_meant_no_machine_decides() -> None:
    texts = Texts()
    for name in ("Data Protection Office", "Office for the Protection of Data"):
        id_ = f"agency:KE:{name.split()[0].lower()}"
        texts.speaks("facts", id_, name, id_, dataset=True).states(id_, country="country:KE")
    texts.speaks("a", "agency:x", "Ofisi ya Data Protection").states(
        "agency:x", country="country:KE"
    )
    merged, waiting = texts.found()
    assert merged == set()
    assert set(waiting) == {
        frozenset(("agency:x", "agency:KE:data")),
        frozenset(("agency:x", "agency:KE:office")),
    }


def meeting(texts: Texts, source: str, *people: tuple[str, str, str]) -> Texts:
    """A text on a meeting in Nairobi of people of (name, title, country)."""
    id_ = f"event:{source}"
    texts.speaks(source, id_, "meeting").states(id_, sub="Meeting", starts="2025-08-07")
    texts.says(id_, "HELD_IN", "country:KE", place="Nairobi")
    for name, title, country in people:
        who = f"person:{source}-{country}"
        texts.speaks(source, who, name).says(who, "HOLDS_POST", f"country:{country}", title=title)
        texts.says(who, "PARTICIPATED_IN", id_)
    return texts


def test_an_edition_is_known_by_its_forum_and_year_where_no_text_gives_both_a_number() -> None:
    texts = Texts()
    for source, starts in (("a", "2024-05-14"), ("b", "2024"), ("c", "2025")):
        texts.speaks(source, f"event:{source}", "the conference").states(
            f"event:{source}", sub="Conference", starts=starts
        )
        texts.speaks(source, "forum:naiis-forum", "NAIIS Forum", "forum:naiis-forum")
        texts.says(f"event:{source}", "EDITION_OF", "forum:naiis-forum")
    assert texts.found()[0] == {pair("a", "b", "event")}


AMBASSADOR = ("Abderrazzak Laassel", "ambassador", "MA")


def test_who_held_one_post_at_one_meeting_is_one_person_however_misspelt() -> None:
    texts = meeting(Texts(), "a", ("Renson Ingonga", "Attorney General", "KE"), AMBASSADOR)
    other = ("Abderrazak Laasri", "ambassadeur", "MA")
    meeting(texts, "b", ("Benson Ngoya", "Attorney General", "KE"), other)
    merged, waiting = texts.found()
    assert merged == {
        pair("a", "b", "event"),
        pair("a-KE", "b-KE", "person"),
        pair("a-MA", "b-MA", "person"),
    }
    assert waiting == {}


def test_a_minister_and_his_deputy_of_half_a_name_are_two() -> None:
    texts = meeting(Texts(), "a", ("John Otieno", "minister", "KE"), AMBASSADOR)
    meeting(texts, "b", ("John Mwangi", "deputy minister", "KE"), AMBASSADOR)
    merged, _ = texts.found()
    assert merged == {pair("a", "b", "event"), pair("a-MA", "b-MA", "person")}


def test_two_ministers_at_one_meeting_are_two_whatever_parts_of_their_names_are_alike() -> None:
    texts = meeting(Texts(), "a", ("John Otieno", "minister", "KE"), AMBASSADOR)
    texts.speaks("a", "person:other", "Jane Kibaki").says(
        "person:other", "PARTICIPATED_IN", "event:a"
    )
    texts.says("person:other", "HOLDS_POST", "country:KE", title="minister")
    meeting(texts, "b", ("John Mwangi", "minister", "KE"), AMBASSADOR)
    merged, _ = texts.found()
    assert merged == {pair("a", "b", "event"), pair("a-MA", "b-MA", "person")}


def test_a_meeting_of_others_on_one_day_waits_for_a_person() -> None:
    texts = meeting(Texts(), "a", ("Amina Wekesa", "minister", "KE"), AMBASSADOR)
    meeting(texts, "b", ("John Otieno", "president", "KE"), ("Omar Tazi", "minister", "MA"))
    merged, waiting = texts.found()
    assert (merged, set(waiting)) == (set(), {pair("a", "b", "event")})


def test_a_meeting_of_which_one_guest_is_named_may_be_either_of_his_two_that_day() -> None:
    minister = ("Amina Njeri Wekesa", "minister", "KE")
    texts = meeting(Texts(), "a", minister, AMBASSADOR)
    meeting(texts, "b", minister)
    merged, _ = texts.found()
    assert pair("a", "b", "event") in merged
    meeting(texts, "c", minister, ("Ann Hill", "ambassador", "GB"))
    merged, waiting = texts.found()
    assert not merged & {pair("a", "b", "event"), pair("b", "c", "event")}
    assert {pair("a", "b", "event"), pair("b", "c", "event")} <= set(waiting)


def test_a_name_of_two_parts_is_one_person_s_in_two_texts_on_one_matter() -> None:
    texts = Texts()
    for source in ("a", "b"):
        memorandum(texts, source, "topic:crime", signed="2023-02-21")
        texts.speaks(source, f"person:{source}", "Amina Wekesa")
        texts.speaks(source, f"person:{source}-2", "Omar Ben Driss Tazi")
        texts.says(f"person:{source}-2", "HOLDS_POST", "country:MA", title="expert")
    texts.speaks("c", "person:c", "Amina Wekesa")
    merged, waiting = texts.found()
    assert pair("a", "b", "person") in merged
    assert pair("a", "c", "person") in waiting


def test_a_name_of_two_parts_is_enough_beside_a_country_where_few_of_many_have_its_parts() -> None:
    def score(name: str, others: int) -> float:
        people = [
            Profile(f"person:{n}", "Person", names={"John Smith"}, countries={"country:KE"})
            for n in range(others)
        ]
        two = [Profile(i, "Person", names={name}, countries={"country:KE"}) for i in ("a", "b")]
        known = Evidence(Profiles({p.id: p for p in (*people, *two)}, {}, {}, {}))
        return compare(known, *two).score

    assert score("Zuberi Ndolo", others=9_500) == pytest.approx(0.91)
    assert score("John Smith", others=9_500) == pytest.approx(0.87)
    assert score("Zuberi Ndolo", others=50) == pytest.approx(0.87)
