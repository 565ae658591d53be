"""What a lexicon lacks is said, and the page on adding a language is true."""

import re
import shutil
from pathlib import Path

import pytest

from loaders.lexicon import coverage, schema
from loaders.text.language import LANGUAGES

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "languages.md").read_text("utf-8")


@pytest.fixture
def draft(tmp_path, monkeypatch):
    """A folder of lexicons with one begun as a copy of the English one."""
    folder = tmp_path / "lexicon"
    shutil.copytree(schema.FOLDER, folder)
    text = (folder / "en.yaml").read_text("utf-8").replace("language: en", "language: xx", 1)
    (folder / "xx.yaml").write_text(text, "utf-8")
    monkeypatch.setattr(schema, "FOLDER", folder)
    coverage.phrases_of.cache_clear()
    yield folder / "xx.yaml"
    coverage.phrases_of.cache_clear()


def rows(language):
    return {field.name: field for field in coverage.coverage(language)}


def test_a_copy_lacks_nothing_and_is_all_english(draft):
    found = rows("xx")
    assert found["months"].missing == ()
    assert found["months"].copied == tuple(str(month) for month in range(1, 13))
    assert found["honorifics"].copied == ("honorifics",)
    assert [text.split(":")[0] for text in coverage.outside("xx")] == [
        "texts in it are not told apart yet",
        "CLDR has no names of countries in it",
    ]


def test_what_is_taken_out_is_missing_and_what_is_translated_no_copy(draft):
    lines = draft.read_text("utf-8").splitlines()
    lines = [line for line in lines if not re.match(r"  (3|sign|deny): ", line)]
    text = "\n".join("honorifics: [Zot, Zota]" if x.startswith("honorifics:") else x for x in lines)
    draft.write_text(text, "utf-8")
    found = rows("xx")
    assert found["verbs"].missing == ("deny", "sign")
    assert found["months"].missing == ("3",)
    assert (found["honorifics"].phrases, found["honorifics"].copied) == (2, ())


def test_a_copy_that_still_has_the_old_code_is_refused(draft):
    draft.write_text((draft.parent / "en.yaml").read_text("utf-8"), "utf-8")
    with pytest.raises(schema.LexiconError, match=r"xx\.yaml: language: is 'en'; it must be 'xx'"):
        coverage.coverage("xx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_languages_have_what_no_claim_goes_without(language):
    found = rows(language)
    needed = ("titles", "bodies", "agreements", "events", "verbs", "months", "weekdays", "relative")
    assert {name: found[name].missing for name in needed} == {name: () for name in needed}
    assert coverage.outside(language) == []
    samples = list((ROOT / "examples" / "documents").glob(f"*.{language}.*"))
    assert samples, f"docs/languages.md asks for a sample document in {language}"


def test_the_page_lists_every_field_as_the_schema_says_it():
    listed = dict(re.findall(r"^\| `([\w.]+)` \| (.+) \|$", PAGE, re.MULTILINE))
    assert listed == coverage.fields()


def test_the_page_names_files_that_exist():
    named = re.findall(r"`((?:loaders|examples|tests|tools)/[\w./]+)`", PAGE)
    assert named and all((ROOT / name).exists() for name in named)
