"""Every format, as the sample documents have it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import docx
import pytest
from pypdf import PdfWriter

from graph.model import Document
from loaders.sources import Unreadable, read, walk

EXAMPLES = Path(__file__).parents[3] / "examples" / "documents"


def one(path: Path) -> Document:
    """The one document of a file."""
    (document,) = read(path)
    assert isinstance(document, Document), str(document)
    return document


def page(path: Path, head: str, body: str, html: str = "<html>") -> Document:
    """The document of a page with two paragraphs of filling."""
    filling = (
        "<p>The two ministries signed a memorandum on incident response in the capital.</p>"
        "<p>They agreed to train investigators and to share what they know of attacks.</p>"
    )
    path.write_text(f"{html}<head>{head}</head><body>{body}<article>{filling}</article></body>")
    return one(path)


def test_samples_cover_the_languages_and_formats() -> None:
    documents = list(walk([EXAMPLES]))
    assert not [str(d) for d in documents if isinstance(d, Unreadable)]
    read_ones = [d for d in documents if isinstance(d, Document)]
    languages = Counter(d.language for d in read_ones)
    assert languages == {"en": 5, "sw": 3, "fr": 2, "pt": 2, "es": 2, "ar": 2, "ru": 2}
    endings = Counter(path.suffix for path in EXAMPLES.iterdir())
    assert endings == {".txt": 3, ".md": 3, ".html": 2, ".pdf": 2, ".docx": 3, ".jsonl": 1}
    assert len({d.id for d in read_ones}) == len(read_ones) == 18
    assert all(d.title and "http" in d.text for d in read_ones)


@pytest.mark.parametrize(
    ("name", "title", "published", "within"),
    [
        (
            "kenya-itu-agreement.en.txt",
            "How Kenya's computer incident response team found its partners",
            "2026-04-27",
            "partners\n\nThe Communications Authority of Kenya signed",
        ),
        (
            "afrique-convention-de-budapest.fr.md",
            "Convention de Budapest : cinq pays africains de plus en un an",
            "2025-01-13",
            "\n\nBénin | 20 juin 2024 | 1er octobre 2024\n\n",
        ),
        (
            "tanzania-mkataba-wa-umoja-wa-mataifa.sw.html",
            "Tanzania yasaini Mkataba wa Umoja wa Mataifa dhidi ya uhalifu wa mtandao",
            "2025-10-28",
            "Rwanda ilisaini siku iliyofuata, tarehe 26 Oktoba 2025.",
        ),
        (
            "togo-mozambique-memorandum.fr.pdf",
            "Cybersécurité : le Togo et le Mozambique signent un mémorandum d'entente",
            "2025-11-24",
            "coopération entre leurs équipes nationales de réponse aux incidents informatiques.\n",
        ),
        (
            "forum-namib.ru.docx",
            "В Москве завершился XVIII Международный форум НАМИБ",
            "2024-09-19",
            "\n\nОпубликовано: 19 сентября 2024 г.\n\n",
        ),
    ],
)
def test_format(name: str, title: str, published: str, within: str) -> None:
    document = one(EXAMPLES / name)
    assert (document.source, document.title) == (f"documents/{name}", title)
    assert (document.origin, document.published) == (f"documents/{name}", published)
    assert within in document.text


def test_jsonl_takes_the_metadata_of_each_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"id": "a", "text": " Habari\\r\\nza leo\\u0000", "title": "T", "language": "sw-TZ",'
        ' "published": "2023-02", "publisher": "P", "url": "https://a.example/1"}\n'
        "\n"
        '{"id": "b", "text": "Good news today", "title": null}\n'
    )
    first, second = read(path)
    assert first == Document(
        source="https://a.example/1",
        text=" Habari \nza leo ",
        title="T",
        url="https://a.example/1",
        publisher="P",
        language="sw",
        published="2023-02",
        origin=f"{tmp_path.name}/{path.name}",
    )
    assert isinstance(second, Document)
    assert (second.source, second.title, second.published) == ("b", "", None)


def test_html_address_and_language_of_the_text_not_of_the_template(tmp_path: Path) -> None:
    canonical = '<link rel="canonical" href="https://a.example/news/7">'
    document = page(tmp_path / "a.html", canonical, "", '<html lang="sw-TZ">')
    assert document.source == document.url == "https://a.example/news/7"
    assert document.language == "en"
    front_page = '<link rel="canonical" href="https://a.example/">'
    assert page(tmp_path / "b.html", front_page, "").source == f"{tmp_path.name}/b.html"
    assert page(tmp_path / "c.html", "", "", '<html lang="de">').language == "de"


def test_html_date_only_where_the_page_gives_one(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    meta = '<meta property="article:published_time" content="2024-05-03T08:00:00+03:00">'
    assert page(path, meta, "").published == "2024-05-03"
    assert page(path, "", "<div><b>Posted on</b> <i>3 May 2024</i></div>").published == "2024-05-03"
    assert page(path, "", "<div>Tarehe ya leo: 3 May 2024</div>").published is None
    assert page(path, "", "<footer>Copyright 2026</footer>").published is None


def test_pdf_says_who_published_it_and_in_what_language(tmp_path: Path) -> None:
    xmp = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:publisher><rdf:Bag><rdf:li>The Press</rdf:li></rdf:Bag></dc:publisher>"
        "<dc:language><rdf:Bag><rdf:li>de-DE</rdf:li></rdf:Bag></dc:language>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    writer = PdfWriter(clone_from=EXAMPLES / "togo-mozambique-memorandum.fr.pdf")
    writer.xmp_metadata = xmp.encode()
    writer.add_metadata({"/Title": "Microsoft Word - note.docx", "/CreationDate": "D:20010203"})
    writer.write(tmp_path / "a.pdf")
    document = one(tmp_path / "a.pdf")
    assert (document.publisher, document.language) == ("The Press", "de")
    assert (document.title, document.published) == ("", "2025-11-24")


def test_locked_pdf(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=EXAMPLES / "togo-mozambique-memorandum.fr.pdf")
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    (refusal,) = read(tmp_path / "a.pdf")
    assert str(refusal).endswith("a.pdf: the file is locked by a password; save it without one")


def test_docx_table_and_title(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Contacts", 1)
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Kenya", "KE-CIRT", "Tanzania", "TZ-CERT"), strict=True):
        cell.text = text
    table.add_row().cells[0].merge(table.rows[2].cells[1]).text = "both members of FIRST"
    document.add_paragraph("After the table.")
    document.save(str(tmp_path / "a.docx"))
    read_back = one(tmp_path / "a.docx")
    assert read_back.title == "Contacts"
    assert read_back.text == (
        "Contacts\n\nKenya | KE-CIRT\n\nTanzania | TZ-CERT\n\n"
        "both members of FIRST\n\nAfter the table."
    )


def test_front_matter_names_the_source(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: 'A: b'\nurl: https://a.example/x\ndate: 2023-02-21\nlang: fr\n---\n"
        "Text with [a **link**](https://b.example) and\nits end.\n\n- one\n- two\n"
    )
    document = one(path)
    assert document.text == "Text with a link and its end.\n\none\n\ntwo"
    assert (document.source, document.title) == ("https://a.example/x", "A: b")
    assert (document.published, document.language) == ("2023-02-21", "fr")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8-sig", "Serikali ya Kenya imesaini makubaliano."),
        ("utf-16", "Правительство подписало соглашение."),
        ("utf-16-le", "The government signed an agreement."),
        ("cp1252", "Le président a signé un accord à Rabat avec la délégation étrangère."),
        ("cp1251", "Россия и ЮАР подписали соглашение о сотрудничестве в этой области."),
        ("cp1256", "وقعت الحكومة مذكرة تفاهم مع المغرب حول الأمن السيبراني"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    assert one(path).text == text


def test_html_charset_is_honoured(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    body = "<p>Правительство подписало соглашение о сотрудничестве.</p>" * 3
    head = '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'
    path.write_bytes(f"<html><head>{head}</head><body>{body}</body></html>".encode("koi8-r"))
    assert "Правительство подписало" in one(path).text


def test_text_is_cleaned_and_date_line_cut(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Tarehe: 3 Mei 2024\r\n\r\nMada ya leo\r\n\r\nKwanza\x07 pili.\rTatu.")
    document = one(path)
    assert document.text == "Mada ya leo\n\nKwanza  pili.\nTatu."
    assert (document.title, document.published) == ("Mada ya leo", "2024-05-03")


@pytest.mark.parametrize(
    "sentence",
    [
        "Tarehe 27 Februari 2022 Serikali imeahidi kushirikiana na nchi nyingine duniani kote.",
        "Data Protection Day 28 January 2022 was marked in the capital.",
        "Published figures show that attacks doubled between 2021 and 2022.",
    ],
)
def test_a_sentence_is_no_date_line(tmp_path: Path, sentence: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(sentence)
    document = one(path)
    assert (document.text, document.published) == (sentence, None)
