"""Who wants, asks, agrees or denies, and in whose mouth it is put: sentences in seven languages.

Each line of a table holds a language, a text, and what is read in it: predicate, how it is meant,
subject, object and speaker.
"""

import pytest

from graph.model import Document
from loaders.extract.rules import RulesExtractor

RULES = RulesExtractor()

TOLD = {"PARTY_TO", "ASSISTS", "COOPERATES_WITH", "SEEKS_COOPERATION_WITH", "SIGNED"}

BUDAPEST = "Convention on Cybercrime"


def read(language: str, text: str, predicates: set[str]) -> set[tuple[str, str, str, str, str]]:
    found = RULES.extract(Document("test", text, language=language, published="2024-05-15"))
    names = {e.id: e.name for e in found.entities} | {"": ""}
    return {
        (c.predicate, c.modality, names[c.subject], names[c.object], names[c.stated_by or ""])
        for c in found.claims
        if c.object and c.predicate in predicates
    }


WANTED = [
    ("en", "Fiji would welcome help from Japan.", "intended", "Fiji", "Japan"),
    ("en", "Japan stands ready to support Fiji.", "intended", "Japan", "Fiji"),
    ("en", "Fiji has asked Japan to second two analysts.", "requested", "Fiji", "Japan"),
    ("en", "Fiji has not asked Japan for help.", "denied", "Fiji", "Japan"),
    ("es", "Japón enviará expertos a Chile.", "intended", "Japan", "Chile"),
    ("es", "Japón seguirá apoyando a Chile en esta materia.", "intended", "Japan", "Chile"),
    ("es", "Chile pidió a Japón que acoja a sus analistas.", "requested", "Chile", "Japan"),
    ("fr", "Le Japon continuera à soutenir le Mali.", "intended", "Japan", "Mali"),
    ("fr", "Le Japon enverra des experts au Mali.", "intended", "Japan", "Mali"),
    ("fr", "Le Mali a prié le Japon de former ses analystes.", "requested", "Mali", "Japan"),
    ("pt", "O Japão enviará peritos a Angola.", "intended", "Japan", "Angola"),
    ("pt", "Angola está interessada em trabalhar com o Japão.", "intended", "Angola", "Japan"),
    ("pt", "Angola pediu ao Japão que forme os seus técnicos.", "requested", "Angola", "Japan"),
    ("ru", "Япония направит экспертов в Казахстан.", "intended", "Japan", "Kazakhstan"),
    ("ru", "Япония продолжит поддерживать Казахстан.", "intended", "Japan", "Kazakhstan"),
    ("ru", "Казахстан попросил Японию о помощи.", "requested", "Kazakhstan", "Japan"),
    ("sw", "Japani imejipanga kushirikiana na Kenya.", "intended", "Japan", "Kenya"),
    ("sw", "Japani itaendelea kuisaidia Kenya.", "intended", "Japan", "Kenya"),
    ("sw", "Kenya imeiomba Japani vifaa vya maabara.", "requested", "Kenya", "Japan"),
    ("ar", "ستواصل اليابان دعم لبنان.", "intended", "Japan", "Lebanon"),
    ("ar", "يتطلع لبنان إلى توسيع التعاون مع اليابان.", "intended", "Lebanon", "Japan"),
    ("ar", "طلب لبنان من اليابان إرسال خبراء.", "requested", "Lebanon", "Japan"),
]


@pytest.mark.parametrize(("language", "text", "meant", "subject", "other"), WANTED)
def test_who_wants_of_whom(language, text, meant, subject, other):
    assert read(language, text, TOLD) == {("SEEKS_COOPERATION_WITH", meant, subject, other, "")}


STANDING_FOR = [
    ("en", '"We have asked Japan to send analysts," said Justice Minister Ana Quist of Fiji.',
     ("SEEKS_COOPERATION_WITH", "requested", "Fiji", "Japan", "Ana Quist")),
    ("en", "Jane Doe, director of the Cyber Agency of Fiji, said her agency would work with Japan.",
     ("SEEKS_COOPERATION_WITH", "intended", "Cyber Agency of Fiji", "Japan", "Jane Doe")),
    ("en", "Justice Minister Ana Quist of Fiji wants her country to learn from Japan.",
     ("SEEKS_COOPERATION_WITH", "intended", "Fiji", "Japan", "Ana Quist")),
    ("es", '"Hemos pedido a Japón que envíe analistas", dijo Ana Rojas, ministra de Justicia de '
     "Chile.", ("SEEKS_COOPERATION_WITH", "requested", "Chile", "Japan", "Ana Rojas")),
    ("es", '"Japón nos donó equipos", dijo Ana Rojas, ministra de Justicia de Chile.',
     ("ASSISTS", "fact", "Japan", "Chile", "Ana Rojas")),
    ("fr", "« Nous avons demandé au Japon de former nos analystes, a déclaré Awa Diop, ministre de "
     "la Justice du Mali. Rien n'est fait. »",
     ("SEEKS_COOPERATION_WITH", "requested", "Mali", "Japan", "Awa Diop")),
    ("fr", "« Le Japon nous a aidés à créer un laboratoire », a déclaré Awa Diop, ministre de la "
     "Justice du Mali.", ("ASSISTS", "fact", "Japan", "Mali", "Awa Diop")),
    ("pt", '"Queremos reforçar a cooperação com o Japão", afirmou Ana Rocha, ministra da Justiça '
     "de Angola.", ("SEEKS_COOPERATION_WITH", "intended", "Angola", "Japan", "Ana Rocha")),
    ("ru", "«Мы попросили Японию направить экспертов», — сказал министр юстиции Казахстана Марат "
     "Ахметов.", ("SEEKS_COOPERATION_WITH", "requested", "Kazakhstan", "Japan", "Марат Ахметов")),
    ("sw", '"Tumeiomba Japani itusaidie vifaa," alisema Waziri wa Sheria wa Kenya, Mhe. Peter '
     "Otieno.", ("SEEKS_COOPERATION_WITH", "requested", "Kenya", "Japan", "Peter Otieno")),
    ("ar", 'قال وزير العدل الأردني سامر الخطيب: "طلبنا من اليابان إرسال خبراء".',
     ("SEEKS_COOPERATION_WITH", "requested", "Jordan", "Japan", "سامر الخطيب")),
    ("ar", "وأضاف وزير العدل الأردني سامر الخطيب أن بلاده ترغب في التعاون مع اليابان.",
     ("SEEKS_COOPERATION_WITH", "intended", "Jordan", "Japan", "سامر الخطيب")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "claim"), STANDING_FOR)
def test_people_act_for_their_body(language, text, claim):
    assert read(language, text, TOLD) == {claim}


DENIED = [
    ("en", "Fiji refused to sign the Budapest Convention.", "Fiji", ""),
    ("en", "Minister Jane Kamau denied that Fiji had signed the Budapest Convention.", "Fiji",
     "Jane Kamau"),
    ("es", "México se negó a firmar el Convenio de Budapest.", "Mexico", ""),
    ("es", "El ministro Pedro Ruiz negó que Chile haya firmado el Convenio de Budapest.", "Chile",
     "Pedro Ruiz"),
    ("fr", "Le Mali a refusé de signer la Convention de Budapest.", "Mali", ""),
    ("fr", "Le ministre Amadou Diallo a démenti que le Mali ait signé la Convention de Budapest.",
     "Mali", "Amadou Diallo"),
    ("pt", "Angola recusou assinar a Convenção de Budapeste.", "Angola", ""),
    ("pt", "O ministro Pedro Silva negou que Angola tenha assinado a Convenção de Budapeste.",
     "Angola", "Pedro Silva"),
    ("ru", "Россия отказалась подписать Будапештскую конвенцию.", "Russia", ""),
    ("ru", "Министр Пётр Иванов опроверг, что Казахстан подписал Будапештскую конвенцию.",
     "Kazakhstan", "Пётр Иванов"),
    ("sw", "Urusi imekataa kusaini Mkataba wa Budapest.", "Russia", ""),
    ("sw", "Waziri Juma Kamau alikanusha madai kwamba Kenya imesaini Mkataba wa Budapest.", "Kenya",
     "Juma Kamau"),
    ("ar", "رفضت روسيا التوقيع على اتفاقية بودابست.", "Russia", ""),
    ("ar", "نفى الوزير سمير حداد أن لبنان وقع اتفاقية بودابست.", "Lebanon", "سمير حداد"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "subject", "speaker"), DENIED)
def test_refused_and_denied(language, text, subject, speaker):
    claim = ("PARTY_TO", "denied", subject, BUDAPEST, speaker)
    assert read(language, text, {"PARTY_TO", "SIGNED"}) == {claim}


@pytest.mark.parametrize(
    ("language", "text", "subject", "speaker"),
    [
        ("en", "Ambassador Jaan Tamm urged Fiji to ratify the Budapest Convention.", "Fiji",
         "Jaan Tamm"),
        ("es", "El embajador Jaan Tamm instó a México a ratificar el Convenio de Budapest.",
         "Mexico", "Jaan Tamm"),
        ("fr", "L'ambassadeur Jaan Tamm a exhorté le Mali à ratifier la Convention de Budapest.",
         "Mali", "Jaan Tamm"),
        ("pt", "O embaixador Jaan Tamm exortou Angola a ratificar a Convenção de Budapeste.",
         "Angola", "Jaan Tamm"),
        ("ru", "Посол Яан Тамм призвал Казахстан ратифицировать Будапештскую конвенцию.",
         "Kazakhstan", "Яан Тамм"),
        ("sw", "Balozi Kim Lee ametoa wito kwa Kenya kuridhia Mkataba wa Budapest.", "Kenya",
         "Kim Lee"),
        ("ar", "دعا السفير كينجي ساتو لبنان إلى الانضمام إلى اتفاقية بودابست.", "Lebanon",
         "كينجي ساتو"),
    ],
)  # fmt: skip
def test_who_urges_speaks_and_not_who_is_urged(language, text, subject, speaker):
    claim = ("PARTY_TO", "requested", subject, BUDAPEST, speaker)
    assert read(language, text, {"PARTY_TO", "SIGNED"}) == {claim}


@pytest.mark.parametrize(
    ("language", "text", "absent"),
    [
        ("en", "The workshop was held in Suva. Ghana had been invited but sent nobody.", "Ghana"),
        ("es", "El taller se celebró en Lima. Chile, invitado al acto, no estuvo representado.",
         "Chile"),
        ("fr", "L'atelier s'est tenu à Bamako. Le Togo, invité, n'était pas représenté.", "Togo"),
        ("pt", "O seminário decorreu em Luanda. Moçambique, convidado, não se fez representar.",
         "Mozambique"),
        ("ru", "Семинар прошёл в Астане. Армения никого на него не направила.", "Armenia"),
        ("sw", "Warsha hiyo ilifanyika Arusha. Uganda haikutuma mwakilishi.", "Uganda"),
        ("ar", "عقدت الورشة في بيروت. وقد غابت ليبيا عنها.", "Libya"),
    ],
)  # fmt: skip
def test_who_stayed_away(language, text, absent):
    found = read(language, text, {"PARTICIPATED_IN"})
    assert {(meant, subject) for _, meant, subject, _, _ in found} == {("denied", absent)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There is no cooperation between Fiji and Japan in this area."),
        ("en", "Fiji and Japan do not cooperate on cybercrime."),
        ("es", "No existe cooperación entre Fiyi y Japón en esta materia."),
        ("fr", "Il n'existe aucune coopération entre les Fidji et le Japon dans ce domaine."),
        ("pt", "Não existe cooperação entre as Fiji e o Japão nesta área."),
        ("ru", "Сотрудничество между Фиджи и Японией в этой области не ведётся."),
        ("sw", "Hakuna ushirikiano kati ya Fiji na Japani katika eneo hili."),
        ("ar", "لا يوجد تعاون بين فيجي واليابان في هذا المجال."),
    ],
)
def test_no_cooperation(language, text):
    found = read(language, text, TOLD)
    assert {(p, m, frozenset((s, o))) for p, m, s, o, _ in found} == {
        ("COOPERATES_WITH", "denied", frozenset(("Fiji", "Japan")))
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fiji might sign the Budapest Convention."),
        ("en", "It is not known whether Fiji signed the Budapest Convention."),
        ("es", "Chile podría firmar el Convenio de Budapest."),
        ("fr", "Le Mali pourrait signer la Convention de Budapest."),
        ("pt", "Angola poderia assinar a Convenção de Budapeste."),
        ("ru", "Казахстан может подписать Будапештскую конвенцию."),
        ("sw", "Haijulikani iwapo Kenya itasaini Mkataba wa Budapest."),
        ("ar", "ربما يوقع لبنان اتفاقية بودابست."),
    ],
)
def test_what_may_be_is_no_claim(language, text):
    assert read(language, text, TOLD) == set()


def test_what_is_quoted_is_the_speakers_whatever_it_says():
    text = (
        '"Fiji has a plan," Minister Jane Kamau said. "I told Japan so. Fiji has signed the '
        'Budapest Convention."'
    )
    claim = ("PARTY_TO", "fact", "Fiji", BUDAPEST, "Jane Kamau")
    assert read("en", text, TOLD) == {claim}


def test_a_wish_of_a_headline_is_whose_the_text_says():
    text = (
        "Fiji wants to work with Japan\n\nJustice Minister Ana Quist of Fiji opened the forum. "
        "Fiji wants to learn from Japan, Ana Quist said."
    )
    found = read("en", text, {"SEEKS_COOPERATION_WITH"})
    assert found == {("SEEKS_COOPERATION_WITH", "intended", "Fiji", "Japan", "Ana Quist")}
