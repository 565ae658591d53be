"""What cannot be read is named, with the reason; the rest loads."""

from __future__ import annotations

import os
import zipfile
import zlib
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model import Document
from loaders.sources import ENDINGS, Limits, Unreadable, find, read, walk
from loaders.sources.base import DEFAULT_LIMITS


def reasons(path: Path, limits: Limits = DEFAULT_LIMITS) -> list[str]:
    """What is said of a file, without its folder."""
    return [
        str(item).replace(f"{path.parent}{os.sep}", "")
        for item in read(path, limits)
        if isinstance(item, Unreadable)
    ]


def pdf(content: bytes, font: bytes = b"Helvetica") -> bytes:
    """A PDF of one page with this content stream."""
    stream = zlib.compress(content)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/%s>>" % font,
    )
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj%sendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer<</Root 1 0 R/Size 6>>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


BINARY = bytes(range(256)) * 20


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "a.txt: the file is empty; leave it out or fill it"),
        ("a.jsonl", b"", "a.jsonl: the file is empty; leave it out or fill it"),
        ("a.txt", b" \n\r\n", "a.txt: the document has no text; leave it out or fill it"),
        (
            "a.txt",
            BINARY,
            "a.txt: this is no text, the content is binary; check the file and its ending",
        ),
        (
            "a.pdf",
            b"%PDF-1.4\nbroken",
            "a.pdf: the file is no PDF or is damaged; open it in a viewer and save it again",
        ),
        (
            "a.pdf",
            pdf(b""),
            "a.pdf: the file has no text, its pages are pictures; run text recognition (OCR) first",
        ),
        (
            "a.pdf",
            pdf(b"BT ET").replace(b"/FlateDecode", b"/ShredDecode"),
            "a.pdf: page 1: the file is no PDF or is damaged; "
            "open it in a viewer and save it again",
        ),
        (
            "a.docx",
            b"PK\x03\x04broken",
            "a.docx: the file is no DOCX or is damaged; "
            "open it in a word processor and save it again",
        ),
        (
            "a.html",
            b"<html><body>" + b"<div>" * 100_000 + b"deep",
            "a.html: the page is nested too deeply; simplify it",
        ),
        (
            "a.html",
            b"<html><body></body></html>",
            "a.html: the page has no readable text; save it after it has loaded in full",
        ),
        ("a.md", b">" * 5_000 + b" deep", "a.md: the text is nested too deeply; simplify it"),
        (
            "a.md",
            b"---\ntitle: a: b\n---\ntext",
            "a.md: line 2: the front matter is no YAML; "
            "write 'key: value', texts with colons in quotes",
        ),
    ],
)
def test_refused(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert reasons(path) == [message]


def test_bad_lines_of_jsonl_are_named_and_the_rest_loads(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = (
        b'{"id": "a", "text": "good"}',
        b"no json",
        b"[1]",
        b'{"id": "c"}',
        b'{"text": 3}',
        b'{"id": "a", "text": "again"}',
        b'{"id": "d", "text": "x", "published": "yesterday"}',
        b'{"id": "e", "text": "x", "url": "javascript:alert(1)"}',
        b'{"id": "f", "text": "\xff"}',
        b'{"id": "g", "text": "' + b"x" * 300_000 + b'"}',
        b"[" * 250_000,
        b'{"id": "z", "text": "good too"}',
    )
    path.write_bytes(b"\n".join(lines))
    assert reasons(path, Limits(max_bytes=300_000)) == [
        "a.jsonl: line 2: this is no JSON (Expecting value: line 1 column 1 (char 0)); "
        "write one object a line",
        'a.jsonl: line 3: this is no object; write {"id": ..., "text": ...}',
        "a.jsonl: line 4: there is no 'text'; give the document one",
        "a.jsonl: line 5: 'text' is no text; write it in quotes",
        "a.jsonl: line 6: 'a' is the key of line 1 too; give each document its own id",
        "a.jsonl: line 7: 'published' is 'yesterday'; write it as 2023-02-21, 2023-02 or 2023",
        "a.jsonl: line 8: 'url' is 'javascript:alert(1)'; write it as https://...",
        "a.jsonl: line 9: this is not UTF-8; save the file as UTF-8",
        "a.jsonl: line 10: the line has 300,024 bytes, the limit is 300,000; "
        "split it or raise the limit",
        "a.jsonl: line 11: this is no JSON (it is nested too deeply); write one object a line",
    ]
    loaded = [item.source for item in read(path) if isinstance(item, Document)]
    assert loaded == ["a", "g", "z"]


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert reasons(path) == [
        "a.txt: the file has 200,000,000 bytes, the limit is 20,000,000; "
        "split it or raise the limit"
    ]


def test_a_text_may_be_too_long(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("word " * 100)
    assert reasons(path, Limits(max_characters=100)) == [
        "a.md: the text has 499 characters, the limit is 100; split it or raise the limit"
    ]


def test_a_zip_bomb_is_refused_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 100_000_001)
    assert reasons(path) == [
        "a.docx: the file unpacks to 100,000,001 bytes, the limit is 100,000,000; "
        "take out what is not text"
    ]


def test_a_parser_that_hangs_is_ended_and_the_next_file_loads(tmp_path: Path) -> None:
    """Three million text operators: a minute of work in a file of 27 kB."""
    slow, quick = tmp_path / "a.pdf", tmp_path / "b.pdf"
    slow.write_bytes(pdf(b"BT /F 9 Tf " + b"(a)Tj " * 3_000_000 + b"ET"))
    quick.write_bytes(pdf(b"BT /F 9 Tf (Signed in Nairobi) Tj ET"))
    first, second = walk([tmp_path], Limits(seconds=1))
    assert isinstance(first, Unreadable) and first.reason == (
        "reading took longer than 1 s; simplify the document or raise the limit"
    )
    assert isinstance(second, Document) and second.text == "Signed in Nairobi"


def _titles(path: Path) -> list[str]:
    return [item.title for item in read(path) if isinstance(item, Document)]


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_forked_processes_do_not_share_a_parser(tmp_path: Path) -> None:
    paths = []
    for number in range(20):
        paths.append(tmp_path / f"{number}.md")
        paths[-1].write_text(f"# Note {number}\n\ntext")
    assert _titles(paths[0]) == ["Note 0"]  # a parser runs here before the fork
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as pool:
        assert list(pool.map(_titles, paths)) == [[f"Note {n}"] for n in range(20)]
    assert _titles(paths[1]) == ["Note 1"]


def test_missing_file_and_unknown_ending(tmp_path: Path) -> None:
    assert reasons(tmp_path / "a.txt") == ["a.txt: there is no such file; check the path"]
    (tmp_path / "a.odt").touch()
    known = ", ".join(sorted(ENDINGS))
    assert reasons(tmp_path / "a.odt") == [f"a.odt: unknown ending '.odt'; known: {known}"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    assert reasons(path) == ["a.txt: Permission denied; check the file and its permissions"]


def test_a_folder_is_walked_in_order_without_what_is_not_its_own(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    for path in (outside, folder / "sub" / ".git", folder / ".hidden"):
        path.mkdir(parents=True)
    (outside / "secret.txt").write_text("secret")
    for name in ("b.TXT", "sub/a.txt", ".hidden.txt", ".hidden/c.txt", "~$d.docx", "e.png"):
        (folder / name).write_text("text")
    (folder / "link.txt").symlink_to(outside / "secret.txt")
    (folder / "linked").symlink_to(outside)
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    os.mkfifo(folder / "pipe.txt")
    found = find([folder, folder / "sub" / "a.txt"])
    assert [file.key for file in found.files] == ["folder/b.TXT", "folder/sub/a.txt"]
    assert found.skipped == 6
    documents = [d for d in walk([folder]) if isinstance(d, Document)]
    assert [d.source for d in documents] == ["folder/b.TXT", "folder/sub/a.txt"]
    assert [d.origin for d in documents] == ["folder/b.TXT", "folder/sub/a.txt"]


def test_two_files_with_one_key_are_not_mixed_up(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name / "x").mkdir(parents=True)
        (tmp_path / name / "x" / "a.txt").write_text(name)
    found = find([tmp_path / "one" / "x", tmp_path / "two" / "x"])
    assert [file.path for file in found.files] == [tmp_path / "one" / "x" / "a.txt"]
    assert [item.reason for item in found.unreadable] == [
        f"its key 'x/a.txt' is that of {tmp_path}/one/x/a.txt too; load their common folder"
    ]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.sampled_from(sorted(ENDINGS)),
    st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda t: t.encode("utf-8"))),
    st.sampled_from(
        (b"", b"<html><body><p>", b"---\ntitle: ", b'{"text": "', b"%PDF-1.4\n", b"PK")
    ),
)
def test_no_bytes_make_it_raise(tmp_path: Path, ending: str, data: bytes, start: bytes) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(start + data)
    for item in read(path):
        if isinstance(item, Document):
            assert item.text.strip() and item.sha256
            assert not set(item.text) & {"\0", "\r", "\x1b"}
