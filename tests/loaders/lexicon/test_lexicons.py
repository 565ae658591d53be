"""Every lexicon is sound, and one at fault says where."""

import pytest

from loaders.lexicon import schema
from loaders.lexicon.pack import pack, regions_of
from loaders.text.language import LANGUAGES
from loaders.text.tokens import tokens


def test_there_is_a_sound_lexicon_for_each_language():
    assert schema.available() == sorted(LANGUAGES)
    for language in LANGUAGES:
        assert schema.load(language).language == language


def test_an_unknown_language_lists_those_there_are():
    with pytest.raises(schema.LexiconError, match=r"xx\.yaml.*ar, en, es, fr, pt, ru, sw"):
        schema.load("xx")


def test_a_fault_names_file_and_place(tmp_path, monkeypatch):
    text = (schema.FOLDER / "en.yaml").read_text("utf-8")
    (tmp_path / "en.yaml").write_text(text.replace("head_last: true", "head_last: maybe"), "utf-8")
    monkeypatch.setattr(schema, "FOLDER", tmp_path)
    with pytest.raises(schema.LexiconError, match=r"en\.yaml: names\.head_last"):
        schema.load("en")


def test_an_unknown_sub_label_is_refused(tmp_path, monkeypatch):
    text = (schema.FOLDER / "en.yaml").read_text("utf-8")
    (tmp_path / "en.yaml").write_text(text.replace("  Ministry: [", "  Minstry: [", 1), "utf-8")
    monkeypatch.setattr(schema, "FOLDER", tmp_path)
    with pytest.raises(schema.LexiconError, match=r"bodies\.Minstry: unknown; known: .*Ministry"):
        schema.load("en")


def test_yaml_words_are_not_booleans():
    assert "NO" in schema.load("en").demonyms
    assert "no" in schema.load("es").verbs["deny"]


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "Guinea-Bissau", "GW"),
        ("en", "Niger", "NE"),
        ("en", "Nigeria", "NG"),
        ("sw", "Sudan Kusini", "SS"),
        ("ru", "Танзанией", "TZ"),
        ("ar", "للمملكة المغربية", "MA"),
        ("es", "República Dominicana", "DO"),
    ],
)
def test_countries_by_name(language, text, code):
    hits = pack(language).find(tokens(text, language)).hits["country"]
    assert f"name:{code}" in {h.value for h in hits if h.last == max(x.last for x in hits)}


def test_us_is_a_pronoun_unless_in_capitals():
    def countries(text: str) -> set[str]:
        found = pack("en").find(tokens(text, "en"))
        return {h.value for h in found.hits.get("country", ())}

    assert countries("they told us everything") == set()
    assert countries("the US and Kenya") == {"name:US", "name:KE"}


def test_a_country_lies_in_regions_of_three_sizes():
    assert regions_of("KE") == {"Africa", "Sub-Saharan Africa", "Eastern Africa"}
