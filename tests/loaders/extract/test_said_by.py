"""In whose mouth a text puts a claim, in seven languages."""

import pytest

from graph.model import Document, Extraction
from loaders.extract.rules import RulesExtractor

RULES = RulesExtractor()


def read(language: str, text: str) -> Extraction:
    return RULES.extract(Document("test", text, language=language, published="2024-05-15"))


def speakers(extraction: Extraction, predicate: str) -> list[str | None]:
    """Who says each claim of a predicate."""
    names = {e.id: e.name for e in extraction.entities}
    claims = [c for c in extraction.claims if c.predicate == predicate and c.object]
    return [names.get(c.stated_by or "") for c in claims]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Fiji and Japan have signed an agreement. Minister Jane Kamau made this known on "
         "Monday.", "Jane Kamau"),
        ("en", "Fiji and Japan have signed an agreement. This was disclosed by the Minister of "
         "ICT, Jane Kamau, in Suva.", "Jane Kamau"),
        ("es", "Chile y Perú firmaron un acuerdo. Así lo anunció el ministro de Justicia, Pedro "
         "Ruiz.", "Pedro Ruiz"),
        ("fr", "Le Bénin a signé un accord avec le Mali. C'est ce qu'a annoncé le ministre Amadou "
         "Diallo.", "Amadou Diallo"),
        ("pt", "Angola e Portugal assinaram um acordo. A informação foi avançada pelo ministro "
         "Pedro Silva.", "Pedro Silva"),
        ("ru", "Казахстан и Россия подписали соглашение. Об этом сообщил министр юстиции Пётр "
         "Иванов.", "Пётр Иванов"),
        ("ru", "Казахстан и Россия подписали соглашение. Об этом сообщает пресс-служба "
         "Министерства юстиции.", "Министерства юстиции"),
        ("sw", "Tanzania na Kenya zimesaini hati ya makubaliano. Hayo yamesemwa na Waziri wa "
         "Sheria, Mhe. Juma Kamau.", "Juma Kamau"),
        ("sw", "Tanzania na Kenya zimesaini hati ya makubaliano. Waziri wa Sheria Mhe. Juma Kamau "
         "ameyasema hayo leo.", "Juma Kamau"),
    ],
)  # fmt: skip
def test_this_was_said_by(language, text, speaker):
    assert set(speakers(read(language, text), "PARTY_TO")) == {speaker}


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Ambassador Jane Kamau addressed the forum. Fiji signed the Budapest Convention, "
         "she said.", "Jane Kamau"),
        ("en", "Minister Jane Kamau said Ghana was ready. For his part, Director General Peter "
         "Otieno welcomed the deal. He said Fiji had signed the Budapest Convention.",
         "Peter Otieno"),
        ("es", 'El ministro Pedro Ruiz intervino en el foro. "Chile firmó el Convenio de '
         'Budapest", agregó.', "Pedro Ruiz"),
        ("fr", "Le ministre Amadou Diallo a pris la parole. Selon lui, le Bénin a signé la "
         "Convention de Budapest.", "Amadou Diallo"),
        ("pt", "O ministro Pedro Silva discursou no fórum. O governante referiu que Angola assinou "
         "a Convenção de Budapeste.", "Pedro Silva"),
        ("ru", "Министр юстиции Пётр Иванов выступил на форуме. Казахстан, добавил он, подписал "
         "Будапештскую конвенцию.", "Пётр Иванов"),
        ("sw", "Waziri Juma Kamau amefungua mkutano huo. Alisisitiza kuwa Kenya imesaini Mkataba "
         "wa Budapest.", "Juma Kamau"),
        ("ar", "شدد الوزير سمير حداد على أهمية التعاون. وأضاف أن لبنان وقع اتفاقية بودابست.",
         "سمير حداد"),
    ],
)  # fmt: skip
def test_whom_he_means(language, text, speaker):
    assert speakers(read(language, text), "PARTY_TO") == [speaker]


def test_a_quotation_of_several_sentences_is_all_its_speakers():
    text = (
        "“Fiji signed the Budapest Convention. Japan has trained 30 officers of Fiji. We are "
        "glad,” said Minister Jane Kamau."
    )
    found = read("en", text)
    assert speakers(found, "PARTY_TO") == speakers(found, "ASSISTS") == ["Jane Kamau"]


def test_what_a_text_tells_of_its_speaker_is_the_narrators():
    text = "Minister Jane Kamau, who signed the Budapest Convention in Suva, said it would help."
    assert speakers(read("en", text), "SIGNED") == [None]


def test_who_is_urged_does_not_speak():
    text = "Le Japon a exhorté le Bénin à ratifier la Convention de Budapest."
    claims = [c for c in read("fr", text).claims if c.predicate == "PARTY_TO"]
    assert [(c.subject, c.modality) for c in claims] == [("country:BJ", "requested")]


def test_a_statement_signed_in_capitals_is_its_authors():
    text = "Fiji has signed the Budapest Convention.\n\nDR JANE KAMAU\nMINISTER OF COMMUNICATIONS\n"
    assert speakers(read("en", text), "PARTY_TO") == ["JANE KAMAU"]
