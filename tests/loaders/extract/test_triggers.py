"""Rules look only at sentences that hold one of their triggers, and lose nothing by that."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model import Document
from loaders.extract.reading import Reading
from loaders.extract.registry import extractor
from loaders.lexicon.coverage import phrases_of
from loaders.text.language import LANGUAGES

RULES = extractor()

ACTORS = (
    "Kenya",
    "Ghana",
    "Togo",
    "INTERPOL",
    "Ministry of Health",
    "Ana Duarte",
    "كينيا",
    "Кения",
)

FIELDS = (
    "verbs", "words", "titles", "honorifics", "bodies", "shared_bodies", "agreements",
    "agreement_references", "laws", "strategies", "events", "forums", "regions", "topics",
)  # fmt: skip
"""Fields of a lexicon that have triggers."""

PHRASES = {
    language: {
        (field, key if field in ("verbs", "words") else ""): [p.replace("*", "") for p in phrases]
        for (field, key), phrases in phrases_of(language).items()
        if phrases and field in FIELDS
    }
    for language in LANGUAGES
}
"""Phrases of each language by what they are, so that all sorts come equally often."""


def _sentence(language):
    phrase = st.sampled_from(sorted(PHRASES[language])).flatmap(
        lambda place: st.sampled_from(PHRASES[language][place])
    )
    part = st.tuples(st.sampled_from(ACTORS), st.one_of(phrase, phrase.map(str.title)))
    return st.lists(part, min_size=1, max_size=5).map(
        lambda parts: " ".join(word for part in parts for word in part)
    )


DOCUMENTS = st.sampled_from(LANGUAGES).flatmap(
    lambda language: st.builds(
        lambda said, gap: Document(
            "any", gap.join(said), language=language, published="2024-05-03"
        ),
        st.lists(_sentence(language), min_size=1, max_size=5),
        st.sampled_from((". ", ".\n", "\n")),
    )
)


def _read_alike(document):
    """Whether what is read is what every rule finds when it looks at every sentence."""
    found = RULES.extract(document)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Reading, "holding", lambda reading, *triggers: reading.sentences)
        return RULES.extract(document) == found


@given(DOCUMENTS)
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_is_lost_in_sentences_of_words_that_rules_look_for(document):
    assert _read_alike(document)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya received training from Ghana.",
        "The Kenya-Ghana partnership begins in May.",
        "Kenya and Ghana met at the Harbour Forum. Togo was a guest there.",
        "Under the agreement with Ghana Kenya will train its police.",
    ],
)
def test_nothing_is_lost_in_sentences_of_rare_forms(text):
    assert _read_alike(Document("any", text, language="en"))


def test_nothing_is_lost_in_annotated_documents(shared):
    for path in sorted(shared.glob("gold/dev/*.json")):
        given = json.loads(path.read_text("utf-8"))
        document = Document(path.name, given["text"], language=given["language"])
        assert _read_alike(document), path.name
