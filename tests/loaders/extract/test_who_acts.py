"""Whose a body is, who acts, who was there and who speaks: read in sentences of our own."""

import pytest

from graph.model import Document, Extraction
from loaders.extract.rules import RulesExtractor

RULES = RulesExtractor()


def read(text: str, language: str = "en", url: str | None = None) -> Extraction:
    return RULES.extract(Document("test", text, url=url, language=language, published="2024-05-10"))


def said(extraction: Extraction, predicate: str) -> set[tuple[str, str, str]]:
    names = {e.id: e.name for e in extraction.entities}
    return {
        (names[c.subject], names[c.object], c.modality)
        for c in extraction.claims
        if c.predicate == predicate and c.object
    }


def speakers(extraction: Extraction, predicate: str) -> set[str | None]:
    names = {e.id: e.name for e in extraction.entities}
    return {names.get(c.stated_by or "") for c in extraction.claims if c.predicate == predicate}


def test_a_ministry_without_a_country_is_of_the_country_named_first():
    text = (
        "Botswana wants to learn from Japan. Experts from Japan met the Ministry of Transport on "
        "Monday."
    )
    assert ("Ministry of Transport", "Botswana", "fact") in said(read(text), "PART_OF")


def test_the_web_address_tells_whose_a_page_is():
    text = "Experts from Japan met the Ministry of Transport. Botswana was named once."
    found = read(text, url="https://www.gov.bw/news/1")
    assert ("Ministry of Transport", "Botswana", "fact") in said(found, "PART_OF")
    elsewhere = read(text, url="https://news.example.co/1")  # sold to sites of every country
    assert ("Ministry of Transport", "Japan", "fact") in said(elsewhere, "PART_OF")


@pytest.mark.parametrize(
    "text",
    [
        "The ASEAN-Korea Cyber Centre opened in Korea.",  # what two share is of neither
        "The Secretariat of the African Union met experts from Chad.",
    ],
)
def test_shared_and_international_bodies_are_of_no_country(text):
    assert not {o for _, o, _ in said(read(text), "PART_OF")} & {"South Korea", "Chad"}


def test_a_name_that_begins_with_another_is_no_part_of_it():
    found = read("The United Nations African Institute for Network Studies met in Accra.")
    assert said(found, "PART_OF") == set()


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        # Who only names the agreement, who is of another clause, who is only in a title.
        ("Benin signed the Convention of the African Union on trade.", {"Benin"}),
        (
            "Benin signed the memorandum of understanding with Togo; the Police of Chad was told.",
            {"Benin", "Togo"},
        ),
        (
            "A memorandum of understanding was signed between Benin and Togo, according to the "
            "Interior Ministry.",
            {"Benin", "Togo"},
        ),
        ("There was no sign of any agreement between Benin and Togo.", set()),
    ],
)
def test_parties(text, parties):
    assert {s for s, _, _ in said(read(text), "PARTY_TO")} == parties


def test_who_is_named_beside_a_signature_does_not_sign():
    found = read("Benin and Togo signed a memorandum during a visit headed by Minister Paul Kossi.")
    assert said(found, "SIGNED") == set()


def test_bodies_whose_heads_signed_are_parties():
    found = read(
        "A memorandum of understanding was signed by Ama Boateng, Director General of the Cyber "
        "Agency of Ghana."
    )
    assert {s for s, _, _ in said(found, "PARTY_TO")} == {"Cyber Agency of Ghana"}


def test_what_an_agreement_of_cooperation_makes_of_its_two_parties():
    found = read("Benin and Togo signed an agreement on cooperation against fraud.")
    assert said(found, "COOPERATES_WITH") == {("Benin", "Togo", "agreed")}


def test_help_promised_under_an_agreement_is_agreed():
    found = read(
        "Canada and Benin signed a memorandum of understanding. "
        "Under the memorandum, Canada will help Benin with new laboratories."
    )
    assert said(found, "ASSISTS") == {("Canada", "Benin", "agreed")}
    assert said(found, "SEEKS_COOPERATION_WITH") == set()


def test_it_is_who_acted_before():
    found = read("Canada opened an embassy. It trained the police of Benin.")
    assert {s for s, _, _ in said(found, "ASSISTS")} == {"Canada"}


@pytest.mark.parametrize(
    ("text", "guests"),
    [
        # Nobody is at an event because a sentence near it names them.
        ("A workshop on fraud opened in Lomé. Benin and Togo share a border.", set()),
        (
            "A workshop on fraud opened in Lomé. Attending were officers from Benin and Togo.",
            {"Benin", "Togo"},
        ),
    ],
)
def test_guests_of_an_event_told_of_before(text, guests):
    assert {s for s, _, _ in said(read(text), "PARTICIPATED_IN")} == guests


@pytest.mark.parametrize(
    ("language", "text", "guests"),
    [
        ("en", "A workshop on evidence was held in Lima. The event was organised by the Council of "
         "Europe and attended by judges from Chile and Brazil.", {"Chile", "Brazil"}),
        ("fr", "Un atelier sur la preuve s'est tenu à Lomé. L'activité était organisée par le "
         "Conseil de l'Europe et a réuni des juges du Bénin et du Togo.", {"Benin", "Togo"}),
        ("es", "Un taller sobre pruebas se celebró en Lima. La actividad fue organizada por el "
         "Consejo de Europa y contó con la participación de jueces de Chile y Brasil.",
         {"Chile", "Brazil"}),
        ("pt", "Um seminário sobre prova decorreu em Luanda. O evento foi organizado pelo Conselho "
         "da Europa e contou com a participação de juízes de Angola e Moçambique.",
         {"Angola", "Mozambique"}),
        ("ru", "Семинар по доказательствам прошёл в Минске. Мероприятие организовано Советом "
         "Европы, в нём приняли участие судьи Казахстана и Армении.", {"Kazakhstan", "Armenia"}),
        ("ar", "عقدت ورشة عمل حول الأدلة في تونس. ونظمت الفعالية مجلس أوروبا بمشاركة قضاة من "
         "المغرب والجزائر.", {"Morocco", "Algeria"}),
    ],
)  # fmt: skip
def test_an_event_spoken_of_by_a_plain_word(language, text, guests):
    found = read(text, language)
    assert {s for s, _, _ in said(found, "HOSTED")} == {"Council of Europe"}
    assert {s for s, _, _ in said(found, "PARTICIPATED_IN")} == guests
    assert said(found, "ASSISTS") == {("Council of Europe", guest, "fact") for guest in guests}


def test_a_meeting_that_a_verb_tells_before_its_noun():
    found = read(
        "Minister Ana Quist of Peru received Ambassador Jo Adler of Chile in Lima on Monday. "
        "The meeting was about fraud."
    )
    assert {s for s, _, _ in said(found, "PARTICIPATED_IN")} == {"Ana Quist", "Jo Adler"}
    assert {o for _, o, _ in said(found, "HELD_IN")} == {"Peru"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ambassador Jo Adler thanked Peru. She was speaking at a workshop on fraud."),
        ("fr", "L'ambassadrice Jo Adler a remercié le Pérou. Elle a participé à un atelier sur la "
         "fraude à Lima."),
        ("ru", "Посол Иван Адлер посетил Минск. Он выступил на семинаре по мошенничеству."),
    ],
)  # fmt: skip
def test_she_who_speaks_is_who_was_named_before(language, text):
    guests = {s for s, _, _ in said(read(text, language), "PARTICIPATED_IN")}
    assert guests & {"Jo Adler", "Иван Адлер"}


def test_who_is_represented_is_not_there():
    found = read(
        "The summit on fraud opened in Lima. President Ana Quist of Benin was represented at the "
        "summit by Minister Jo Adler."
    )
    assert "Ana Quist" not in {s for s, _, _ in said(found, "PARTICIPATED_IN")}


def test_a_counterpart_and_the_minister_beside_them_are_of_the_other_side():
    found = read(
        "Peru and Chile held talks in Lima. The Peruvian minister Ana Quist met her counterpart "
        "Jo Adler."
    )
    assert ("Jo Adler", "Chile", "fact") in said(found, "HOLDS_POST")


def test_who_invites_is_not_there_and_who_is_invited_is_asked():
    found = read("Benin invited Togo to attend the summit on fraud in Lomé.")
    assert (
        said(found, "PARTICIPATED_IN") == {("Togo", "summit on fraud in Lomé", "requested")}
        or {s for s, _, m in said(found, "PARTICIPATED_IN") if m != "requested"} == set()
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Officers were in Quito, Ecuador, to attend the conference on fraud.", "Ecuador"),
        ("The conference on fraud was held in Quito, Ecuador.", "Ecuador"),
    ],
)
def test_places_before_and_after_an_event(text, place):
    assert {o for _, o, _ in said(read(text), "HELD_IN")} == {place}


def test_a_state_has_one_president():
    found = read("President Ana Quist of Benin met President Jo Adler in Cotonou.")
    assert {s for s, _, _ in said(found, "HOLDS_POST")} == {"Ana Quist"}


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Benin has joined the Budapest Convention, the Ministry of Justice said.",
         "Ministry of Justice"),
        ("en", "Benin has joined the Budapest Convention, said Ama Boateng, a judge.",
         "Ama Boateng"),
        ("es", "Chile ratificó el Convenio de Budapest, informó hoy el Ministerio de Justicia.",
         "Ministerio de Justicia"),
        ("pt", "Angola ratificou a Convenção de Budapeste, anunciou hoje o Ministério da Justiça.",
         "Ministério da Justiça"),
        ("ru", "Чили ратифицировала Будапештскую конвенцию, следует из сообщения МИД Чили.",
         "МИД Чили"),
    ],
)  # fmt: skip
def test_who_is_named_after_what_is_said(language, text, speaker):
    assert speakers(read(text, language), "PARTY_TO") == {speaker}


def test_the_past_of_to_be_is_no_intention_in_russian():
    found = read("Соглашение между Чили и Перу было подписано в Лиме.", "ru")
    assert {m for _, _, m in said(found, "PARTY_TO")} == {"fact"}


@pytest.mark.parametrize(
    ("language", "text", "modality"),
    [
        ("en", "Peru is not a party to the Budapest Convention.", "denied"),
        ("en", "Peru plans to join the Budapest Convention.", "intended"),
        ("fr", "Le Togo n'a pas ratifié la Convention de Budapest.", "denied"),
        ("fr", "Le Togo ratifiera la Convention de Budapest.", "intended"),
        ("es", "Perú no es parte del Convenio de Budapest.", "denied"),
        ("pt", "Angola ratificará a Convenção de Budapeste.", "intended"),
        ("ar", "لم تصادق تونس على اتفاقية بودابست.", "denied"),
        ("ru", "Грузия не ратифицировала Будапештскую конвенцию.", "denied"),
        ("ru", "Грузия подпишет Будапештскую конвенцию.", "intended"),
        ("sw", "Tanzania haijaridhia Mkataba wa Budapest.", "denied"),
    ],
)
def test_what_is_denied_or_planned_is_no_fact(language, text, modality):
    assert {m for _, _, m in said(read(text, language), "PARTY_TO")} == {modality}


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("en", "Canada promised to train officers from Benin.", ("Canada", "Benin")),
        ("fr", "Le Canada s'est dit prêt à former des policiers du Bénin.", ("Canada", "Benin")),
        ("es", "México ofreció capacitar a policías de Honduras.", ("Mexico", "Honduras")),
        ("pt", "Portugal prometeu formar polícias de Angola.", ("Portugal", "Angola")),
        ("ar", "ترغب ليبيا في تعزيز التعاون مع إيطاليا.", ("Libya", "Italy")),
        ("ru", "Китай пообещал обучить полицейских Монголии.", ("China", "Mongolia")),
        ("sw", "China imeahidi kutoa mafunzo kwa polisi wa Uganda.", ("China", "Uganda")),
    ],
)
def test_what_one_side_promises_is_no_help_yet(language, text, sides):
    found = read(text, language)
    assert said(found, "SEEKS_COOPERATION_WITH") == {(*sides, "intended")}
    assert said(found, "ASSISTS") == set()


def test_verbs_that_stand_before_who_acts():
    found = read(
        "دربت إستونيا مدعين من جورجيا. تتعاون تونس وليبيا في مكافحة الاحتيال. "
        "اتفقت مصر والأردن على التعاون في مكافحة الاحتيال. تتعاون قطر مع عمان في هذا المجال.",
        "ar",
    )
    assert said(found, "ASSISTS") == {("Estonia", "Georgia", "fact")}
    assert said(found, "COOPERATES_WITH") == {
        ("Tunisia", "Libya", "fact"),
        ("Egypt", "Jordan", "agreed"),
        ("Qatar", "Oman", "fact"),
    }


def test_an_agreement_is_it_in_the_next_sentences():
    found = read(
        "Benin signed the Budapest Convention in 2001. It has not ratified it. Togo ratified it "
        "in 2020."
    )
    assert said(found, "PARTY_TO") == {
        ("Benin", "Convention on Cybercrime", "fact"),
        ("Benin", "Convention on Cybercrime", "denied"),
        ("Togo", "Convention on Cybercrime", "fact"),
    }
    signed = read(
        "Benin and Togo signed a memorandum of understanding. It was signed by Minister Ana Quist "
        "and Inspector General Jo Adler."
    )
    assert {s for s, _, _ in said(signed, "SIGNED")} == {"Ana Quist", "Jo Adler"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ambassador Jo Adler of Chile said that Chile had trained judges from Peru. "
         "She added that Brazil ratified the Budapest Convention."),
        ("fr", "L'ambassadrice Jo Adler a souligné que le Chili a formé des juges du Pérou. "
         "Selon elle, le Brésil a ratifié la Convention de Budapest."),
        ("es", "La embajadora Jo Adler destacó que Chile capacitó a jueces de Perú. "
         "Agregó que Brasil ratificó el Convenio de Budapest."),
        ("pt", "A embaixadora Jo Adler sublinhou que o Chile formou juízes do Peru. "
         "Acrescentou que o Brasil ratificou a Convenção de Budapeste."),
        ("ru", "Посол Чили Jo Adler подчеркнула, что Чили обучила судей Перу. "
         "По её словам, Бразилия ратифицировала Будапештскую конвенцию."),
        ("sw", "Balozi Jo Adler amesema kuwa Chile ilitoa mafunzo kwa majaji wa Peru. "
         "Ameongeza kuwa Brazil imeridhia Mkataba wa Budapest."),
    ],
)  # fmt: skip
def test_whoever_spoke_goes_on(language, text):
    found = read(text, language)
    assert speakers(found, "ASSISTS") == speakers(found, "PARTY_TO") == {"Jo Adler"}


def test_what_is_said_at_an_event_is_no_part_of_it():
    found = read(
        "Speaking at the workshop on fraud in Lima, Ambassador Jo Adler of Chile said that Chile "
        "had trained officers from Benin."
    )
    assert {s for s, _, _ in said(found, "PARTICIPATED_IN")} == {"Jo Adler"}
