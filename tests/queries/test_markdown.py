"""What documents say never becomes markup or a dangerous link in a report."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from queries.reports.markdown import cited, escaped, link

MARKDOWN = MarkdownIt("commonmark")


def text_of(markdown: str) -> str:
    """What a reader sees: the text of a paragraph that holds nothing but text."""
    paragraph = MARKDOWN.parse(markdown)
    assert [token.type for token in paragraph] == ["paragraph_open", "inline", "paragraph_close"]
    children = paragraph[1].children or []
    assert {token.type for token in children} <= {"text", "text_special"}
    return "".join(token.content for token in children)


@given(st.text(alphabet="ab12 .*_[]()<>`\\#+-=~|&;:!\"'\n\t/", min_size=1, max_size=60))
def test_text_is_read_as_it_stands(text: str) -> None:
    plain = " ".join(text.split())
    if plain:
        assert text_of(f"“{escaped(text)}”") == f"“{plain}”"
        assert text_of(escaped(text)) == plain


def test_only_web_addresses_become_links() -> None:
    assert link("A [b]", "https://x.example/(a) b?c=d>") == (
        "[A \\[b\\]](<https://x.example/%28a%29%20b?c=d%3E>)"
    )
    assert link("A", "javascript:alert(1)") == "A"
    assert link("A", None) == "A"


def test_the_same_sentence_is_cited_once_and_what_is_left_out_is_counted() -> None:
    item = {
        "quote": "q0", "document": "d", "title": "T", "url": None, "publisher": "P",
        "published": "2024", "stated_by": None, "source": None,
    }  # fmt: skip
    many = [{**item, "quote": f"q{i % 5}"} for i in range(9)]
    assert cited(many) == [
        "", "  > “q0”  ", "  > — T, P, 2024",
        "", "  > “q1”  ", "  > — T, P, 2024",
        "", "  > “q2”  ", "  > — T, P, 2024",
        "", "  and 2 more",
    ]  # fmt: skip


def test_a_sentence_is_cited_once() -> None:
    item = {"stated_by": None, "title": "T", "url": None, "publisher": None, "published": None}
    item |= {"source": None}
    quotes = [("doc:1", "a b"), ("doc:1", "x a b"), ("doc:2", "a b"), ("doc:1", "x a b")]
    items = [{**item, "document": document, "quote": quote} for document, quote in quotes]
    assert [line for line in cited(items) if "“" in line] == ["  > “x a b”  ", "  > “a b”  "]
