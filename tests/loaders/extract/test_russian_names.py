"""Names in Russian: where genitives end, what leads back to a body, and who acts by the cases."""

import pytest

from graph.model import Document, Extraction
from loaders.extract.rules import RulesExtractor

RULES = RulesExtractor()


def read(text: str) -> Extraction:
    return RULES.extract(Document("test", text, language="ru", published="2024-06-10"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A person's name in the nominative ends a genitive.
        ("Секретарь Совета безопасности Бакыт Усенов принял послов.",
         {"Agency: Совета безопасности", "Person: Бакыт Усенов"}),
        # One body in every case, with its country and without.
        ("Министерство юстиции Грузии согласилось. В Министерстве юстиции Грузии это подтвердили. "
         "Представитель Министерства юстиции промолчал.",
         {"Agency: Министерство юстиции Грузии"}),
        # The capital of the adjective makes a name; the head alone leads back to it.
        ("Завтра Уголовный суд Лимы соберётся. Судья сказал, что этот суд готов.",
         {"Agency: Уголовный суд Лимы"}),
        # A school is known by what stands in its quotation marks.
        ("В Национальном техническом университете «НОРД» рады. Ректор НОРД Павел Седов молчит, "
         "а вуз работает.",
         {"Organization: Национальном техническом университете «НОРД»", "Person: Павел Седов"}),
        ("Госдума приняла закон «О защите данных».",
         {"Agency: Госдума", "Law: закон «О защите данных»"}),
        # The year that tells a treaty from others is part of its name.
        ("Вьетнам и Лаос являются участниками Венской конвенции о договорах 1969 года.",
         {"Agreement: Венской конвенции о договорах 1969 года"}),
    ],
)  # fmt: skip
def test_names(text, expected):
    found = read(text)
    kinds = ("Country", "Topic", "Event")
    assert {f"{e.kind}: {e.name}" for e in found.entities if e.kind not in kinds} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who asks stands after the verb; who is asked after "к".
        ("С просьбой о помощи к Интерполу обратилась прокуратура Кении.",
         {"прокуратура Кении SEEKS_COOPERATION_WITH International Criminal Police Organization"}),
        # Who "passed" a course took part in it; the school gave it.
        ("Следователи МВД Армении прошли обучение в Академии МВД Ирана.",
         {"МВД Армении PARTICIPATED_IN обучение в Академии МВД Ирана",
          "Академии МВД Ирана HOSTED обучение в Академии МВД Ирана",
          "Академии МВД Ирана ASSISTS МВД Армении"}),
        # For whom a course is, held in a town of no country that the text names.
        ("Европол провел в Гааге тренинг для полиции Молдавии.",
         {"Europol HOSTED тренинг для полиции Молдавии",
          "полиции Молдавии PARTICIPATED_IN тренинг для полиции Молдавии",
          "Europol ASSISTS полиции Молдавии"}),
        ("Правительство Грузии утвердило национальную стратегию кибербезопасности.",
         {"Georgia ENACTED национальную стратегию кибербезопасности"}),
        # "Since 2019" is nobody to work with.
        ("Полиция Испании намерена расширять сотрудничество с 2025 года.", set()),
    ],
)  # fmt: skip
def test_who_did_what(text, expected):
    found = read(text)
    name = {e.id: e.name for e in found.entities}
    beside = ("PART_OF", "CONCERNS")
    claims = [
        c for c in found.claims if c.predicate not in beside and (c.object or c.object_phrase)
    ]
    assert {f"{name[c.subject]} {c.predicate} {name.get(c.object)}" for c in claims} == expected


def test_a_body_is_of_the_state_of_the_one_that_follows_its_acronym():
    found = read("Бюро расследований (БРК) Королевской полиции Таиланда ищет хакера в России.")
    name = {e.id: e.name for e in found.entities}
    parts = {(name[c.subject], name[c.object]) for c in found.claims if c.predicate == "PART_OF"}
    assert parts == {
        ("Бюро расследований", "Королевской полиции Таиланда"),
        ("Бюро расследований", "Thailand"),
        ("Королевской полиции Таиланда", "Thailand"),
    }


def test_a_state_and_its_own_bodies_are_no_two_sides():
    found = read("Полиция Перу обучила следователей Министерства юстиции Перу.")
    assert "ASSISTS" not in {c.predicate for c in found.claims}
