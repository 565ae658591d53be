"""Where names end, whose posts are, and what is no name at all."""

import pytest

from graph.model import Document, Extraction
from loaders.extract.rules import RulesExtractor

RULES = RulesExtractor()


def read(language: str, text: str) -> Extraction:
    return RULES.extract(Document("test", text, language=language, published="2024-05-15"))


def named(extraction: Extraction, *kinds: str) -> set[str]:
    return {e.name for e in extraction.entities if e.kind in kinds}


@pytest.mark.parametrize(
    ("language", "text", "kind", "names"),
    [
        ("pt", "O Instituto Camões e a Universidade Agostinho Neto assinaram um protocolo.",
         "Agency", {"Instituto Camões"}),
        ("pt", "Segundo uma nota do Conselho de Ministros enviada à Lusa, o acordo é novo.",
         "Agency", {"Conselho de Ministros"}),
        ("pt", "A cimeira dos países africanos testemunhou isso.",
         "Event", {"cimeira dos países africanos"}),
        ("fr", "La délégation du Ministère de la Justice et de l'Autorité des Marchés est là.",
         "Agency", {"Ministère de la Justice", "Autorité des Marchés"}),
        ("en", "The Cyber Agency of Singapore and the Cyber Authority of Ghana met.",
         "Agency", {"Cyber Agency of Singapore", "Cyber Authority of Ghana"}),
        ("en", "Cuba ratified the Ibero-American Convention on Cybercrime.",
         "Agreement", {"Ibero-American Convention on Cybercrime"}),
        ("ru", "Соглашение подписал глава Минюста Турции Бекир Боздаг.",
         "Person", {"Бекир Боздаг"}),
        ("ru", "Консультации провёл заместитель секретаря СБ РФ Алексей Шевцов.",
         "Person", {"Алексей Шевцов"}),
        ("ar", "أكد الأمين العام الدكتور نايف الحجرف أهمية التعاون.",
         "Person", {"نايف الحجرف"}),
        ("ar", "وقعت النيابة العامة المصرية ونظيرتها المغربية مذكرة تفاهم.",
         "Agency", {"النيابة العامة المصرية"}),
        ("sw", "Usalama Mtandaoni ni muhimu kwa usalama wa watu wote mtandaoni.", "Person", set()),
        ("pt", "O Programa de Cooperação Técnico-Policial terminou.", "Person", set()),
        ("pt", "A VI Reunião dos ministros decorreu ontem.", "Country", set()),
    ],
)  # fmt: skip
def test_where_a_name_ends(language, text, kind, names):
    assert named(read(language, text), kind) == names


def posts(extraction: Extraction) -> set[tuple[str, str]]:
    names = {e.id: e.name for e in extraction.entities}
    return {
        (names[c.subject], names[c.object])
        for c in extraction.claims
        if c.predicate == "HOLDS_POST" and c.object
    }


@pytest.mark.parametrize(
    ("language", "text", "held"),
    [
        ("ru", "Президенты России и Узбекистана Владимир Орлов и Шавкат Каримов встретились.",
         {("Владимир Орлов", "Russia"), ("Шавкат Каримов", "Uzbekistan")}),
        ("pt", "A Polícia Judiciária recebeu computadores da Embaixada da China em Cabo Verde. A "
         "ministra da Justiça, Joana Rosa, agradeceu.", {("Joana Rosa", "Cape Verde")}),
        ("en", "The Minister for Communications, Mrs. Jane Kamau, met her counterpart, the Latvian "
         "Minister for Information, Mrs. Anna Kalnina. Latvia and Ghana agreed to work together.",
         {("Jane Kamau", "Ghana"), ("Anna Kalnina", "Latvia")}),
        ("sw", "Waziri Kamau alifungua mkutano. Waziri wa Habari wa nchi ya Rwanda, Paula Kamau, "
         "alisema.", {("Paula Kamau", "Rwanda")}),
    ],
)  # fmt: skip
def test_whose_a_post_is(language, text, held):
    assert posts(read(language, text)) == held


def test_initials_stand_for_a_body_that_no_bracket_explains():
    text = (
        "The Economic and Financial Crimes Commission opened on Friday. Jane Kamau, Director of "
        "the EFCC, spoke."
    )
    assert posts(read("en", text)) == {("Jane Kamau", "Economic and Financial Crimes Commission")}
