"""French, Portuguese, Spanish, Arabic and Russian: names and claims of sentences of our own."""

import pytest

from graph.model import Document, Extraction
from loaders.extract.rules import RulesExtractor

RULES = RulesExtractor()


def read(text: str, language: str) -> Extraction:
    return RULES.extract(Document("test", text, language=language, published="2024-06-10"))


def names(found: Extraction, kind: str) -> set[str]:
    return {e.name for e in found.entities if e.kind == kind}


def said(found: Extraction, predicate: str) -> set[tuple[str, str, str]]:
    by_id = {e.id: e.name for e in found.entities}
    return {
        (by_id[c.subject], by_id[c.object], c.modality)
        for c in found.claims
        if c.predicate == predicate and c.object
    }


@pytest.mark.parametrize(
    ("language", "text", "kind", "name"),
    [
        # An adjective of a country makes a plain head a name, and ends it.
        ("fr", "La police tchadienne a formé des agents du Togo.", "Agency", "police tchadienne"),
        ("fr", "Le Ministère français de l'Intérieur est à Paris.", "Agency",
         "Ministère français de l'Intérieur"),
        ("es", "Habló la policía hondureña en el acto.", "Agency", "policía hondureña"),
        # A word for a company leads to a name in capitals or quotation marks.
        ("fr", "Elle vient de la société Rivage Numérique (RN).", "Organization",
         "Rivage Numérique"),
        ("ru", "Об этом сообщила компания «Тихий берег».", "Organization", "Тихий берег"),
        # A law has a number; the small "a" of "has" is no "à".
        ("fr", "Le Burkina Faso a adopté la loi n° 2021-010 en 2021.", "Law", "loi n° 2021-010"),
        ("es", "Chile aprobó la Ley 21.663.", "Law", "Ley 21.663"),
        # Russian names end before a verb, a pronoun, a place; agreements go on to their date.
        ("ru", "Правительства подписали соглашение о связи от 3 марта 2010 года.", "Agreement",
         "соглашение о связи от 3 марта 2010 года"),
        # "For the" eats a letter of the Arabic article.
        ("ar", "قال المدير العام للوكالة الوطنية للسلامة المعلوماتية، السيد خالد بن علي، ذلك.",
         "Agency", "الوكالة الوطنية للسلامة المعلوماتية"),
        # "Ali" is not "on".
        ("ar", "وقع وزير العدل المصري أحمد سالم العلي الاتفاقية.", "Person", "أحمد سالم العلي"),
    ],
)  # fmt: skip
def test_names(language, text, kind, name):
    assert names(read(text, language), kind) == {name}


def test_known_bodies_by_their_names_in_each_language():
    texts = {
        "fr": "Le Bureau fédéral d'enquête a répondu.",
        "es": "El Buró Federal de Investigaciones respondió.",
        "pt": "A Agência Federal de Investigação respondeu.",
        "ru": "Федеральное бюро расследований ответило.",
        "ar": "رد مكتب التحقيقات الفيدرالي.",
    }
    for language, text in texts.items():
        assert names(read(text, language), "Agency") == {"Federal Bureau of Investigation"}


def test_a_country_in_the_name_of_its_own_body_is_named_too():
    found = read("Respondió el Departamento de Justicia de Estados Unidos.", "es")
    assert names(found, "Country") == {"United States"}


@pytest.mark.parametrize(
    ("language", "text", "predicate", "claims"),
    [
        ("fr", "La formation, organisée par l'ONUDC, s'est tenue à Dakar.", "HOSTED",
         {("United Nations Office on Drugs and Crime", "formation", "fact")}),
        ("pt", "Cabo Verde é um dos Estados-parte da Convenção de Budapeste.", "PARTY_TO",
         {("Cape Verde", "Convention on Cybercrime", "fact")}),
        ("es", "México solicitó a Chile asistencia técnica.", "SEEKS_COOPERATION_WITH",
         {("Mexico", "Chile", "requested")}),
        ("ru", "Двустороннее соглашение Россия подписала с Кубой.", "PARTY_TO",
         {("Russia", "Двустороннее соглашение", "fact"),
          ("Cuba", "Двустороннее соглашение", "fact")}),
        ("ru", "Карлос Перес заявил, что Гавана готова сотрудничать с Москвой.",
         "SEEKS_COOPERATION_WITH", {("Cuba", "Russia", "intended")}),
        ("ar", "اتفقت تونس والجزائر على تعزيز التعاون.", "COOPERATES_WITH",
         {("Tunisia", "Algeria", "agreed")}),
        ("ar", "أبرمت وزارة الداخلية بالأردن ووزارة الداخلية بقطر مذكرة تفاهم.", "PARTY_TO",
         {("وزارة الداخلية بالأردن", "مذكرة تفاهم", "fact"),
          ("وزارة الداخلية بقطر", "مذكرة تفاهم", "fact")}),
    ],
)  # fmt: skip
def test_claims(language, text, predicate, claims):
    assert said(read(text, language), predicate) == claims
