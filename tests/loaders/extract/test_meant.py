"""What is done, agreed, wanted, asked for and denied, in seven languages."""

import pytest

from graph.model import Document
from loaders.extract.rules import RulesExtractor

RULES = RulesExtractor()


def read(language: str, text: str) -> set[tuple[str, str, str, str]]:
    """Predicate, modality, subject and object of what a text says of agreements and help."""
    found = RULES.extract(Document("test", text, language=language, published="2024-05-15"))
    names = {e.id: e.name for e in found.entities}
    told = ("PARTY_TO", "ASSISTS", "COOPERATES_WITH", "SEEKS_COOPERATION_WITH", "MEMBER_OF")
    return {
        (c.predicate, c.modality, names[c.subject], names[c.object])
        for c in found.claims
        if c.object and c.predicate in told
    }


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "Kenya received equipment from Japan for its laboratory.", "Kenya"),
        ("es", "Chile recibió equipos de Japón para su laboratorio.", "Chile"),
        ("fr", "Le Sénégal a reçu des équipements du Japon pour son laboratoire.", "Senegal"),
        ("pt", "Angola recebeu equipamentos do Japão para o seu laboratório.", "Angola"),
        ("ru", "Казахстан получил от Японии оборудование для лаборатории.", "Kazakhstan"),
        ("sw", "Kenya imepokea vifaa kutoka Japani kwa ajili ya maabara yake.", "Kenya"),
        ("ar", "تلقى لبنان معدات من اليابان لمختبره.", "Lebanon"),
    ],
)
def test_who_receives_is_helped(language, text, country):
    assert read(language, text) == {("ASSISTS", "fact", "Japan", country)}


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "Japan urged Kenya to ratify the Budapest Convention.", "Kenya"),
        ("es", "Japón instó a Chile a ratificar el Convenio de Budapest.", "Chile"),
        ("fr", "Le Japon a exhorté le Sénégal à ratifier la Convention de Budapest.", "Senegal"),
        ("pt", "O Japão apelou a Angola para ratificar a Convenção de Budapeste.", "Angola"),
        ("ru", "Япония призвала Казахстан ратифицировать Будапештскую конвенцию.", "Kazakhstan"),
        ("sw", "Japani imeitaka Kenya kuridhia Mkataba wa Budapest.", "Kenya"),
        ("ar", "دعت اليابان لبنان إلى التصديق على اتفاقية بودابست.", "Lebanon"),
    ],
)
def test_who_is_asked_to_join(language, text, country):
    wanted = {("PARTY_TO", "requested", country, "Convention on Cybercrime")}
    assert read(language, text) == wanted


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "Kenya has not signed the Budapest Convention.", "Kenya"),
        ("es", "Chile no es parte del Convenio de Budapest.", "Chile"),
        ("fr", "Le Sénégal n'est pas partie à la Convention de Budapest.", "Senegal"),
        ("pt", "Angola ainda não aderiu à Convenção de Budapeste.", "Angola"),
        ("ru", "Казахстан не является участником Будапештской конвенции.", "Kazakhstan"),
        ("sw", "Kenya bado haijaridhia Mkataba wa Budapest.", "Kenya"),
        ("ar", "لبنان ليس طرفا في اتفاقية بودابست.", "Lebanon"),
    ],
)
def test_who_is_no_party(language, text, country):
    assert read(language, text) == {("PARTY_TO", "denied", country, "Convention on Cybercrime")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya and Japan discussed ways of cooperating on cybersecurity."),
        ("es", "Chile y Japón analizaron formas de cooperar en ciberseguridad."),
        ("fr", "Le Sénégal et le Japon ont examiné les moyens de coopérer."),
        ("pt", "Angola e o Japão analisaram formas de cooperar."),
        ("ru", "Казахстан и Япония обсудили перспективы сотрудничества."),
        ("sw", "Kenya na Japani zimejadili namna ya kushirikiana."),
        ("ar", "بحث لبنان واليابان سبل التعاون في مجال الأمن السيبراني."),
        ("en", "The guidelines enable Kenya to ratify the Budapest Convention."),
        ("ru", "Россия и Казахстан обсудили проект совместного заявления."),
    ],
)
def test_what_is_only_talked_of_claims_nothing(language, text):
    assert read(language, text) == set()


def test_two_that_will_work_together_both_want_it():
    wanted = {
        ("SEEKS_COOPERATION_WITH", "intended", "Angola", "Portugal"),
        ("SEEKS_COOPERATION_WITH", "intended", "Portugal", "Angola"),
    }
    text = "Os governos de Angola e Portugal vão cooperar em matéria de segurança."
    assert read("pt", text) == wanted
    assert read("sw", "Nchi za Angola na Ureno zitashirikiana.") == wanted


def test_a_russian_future_is_no_help_yet():
    assert read("ru", "Россия обучит специалистов Казахстана.") == {
        ("SEEKS_COOPERATION_WITH", "intended", "Russia", "Kazakhstan")
    }
    assert read("ru", "Россия обучила специалистов Казахстана.") == {
        ("ASSISTS", "fact", "Russia", "Kazakhstan")
    }


def test_partners_of_one_side_are_no_partners_of_each_other():
    text = "Fiji works with Japan and Ghana against cybercrime."
    pairs = {frozenset(claim[2:]) for claim in read("en", text)}
    assert pairs == {frozenset({"Fiji", "Japan"}), frozenset({"Fiji", "Ghana"})}


def test_who_is_no_member():
    text = "Fiji is not a member of the African Union."
    assert read("en", text) == {("MEMBER_OF", "denied", "Fiji", "African Union")}


def test_only_the_nearest_agreement_is_signed():
    text = "Fiji and Japan signed a memorandum of understanding that cites the Budapest Convention."
    assert {claim[3] for claim in read("en", text)} == {"memorandum of understanding"}


def test_a_span_of_years_is_no_date_of_signing():
    text = "Россия и Казахстан подписали программу сотрудничества на 2026-2027 годы."
    found = RULES.extract(Document("test", text, language="ru", published="2026-02-11"))
    parties = [c for c in found.claims if c.predicate == "PARTY_TO"]
    assert len(parties) == 2
    assert all("signed" not in c.qualifiers for c in parties)
