"""Names in Arabic: where they end with neither capitals nor spaces to say it."""

import pytest

from graph.model import Document
from loaders.extract.rules import RulesExtractor

RULES = RulesExtractor()


def named(text: str) -> set[str]:
    """Kind and name of all but countries."""
    found = RULES.extract(Document("test", text, language="ar", published="2024-06-10"))
    return {f"{e.kind}: {e.name}" for e in found.entities if e.kind not in ("Country", "Topic")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What a body is for, the rest of a genitive, and the government whose it is belong to it.
        ("أعلن المركز الوطني لمكافحة جرائم الإنترنت ذلك.",
         {"Agency: المركز الوطني لمكافحة جرائم الإنترنت"}),
        ("أعلنت هيئة تنظيم قطاع الكهرباء ذلك.", {"Agency: هيئة تنظيم قطاع الكهرباء"}),
        # A family name may look like the adjective of a country; alone it is the same person's.
        ("استقبل رئيس جهاز الأمن السيبراني لحكومة قطر السيد خالد بن سالم المصري الوفد. "
         "وأكد المصري أن جهازه يتابع الأمر.",
         {"Agency: جهاز الأمن السيبراني لحكومة قطر", "Person: خالد بن سالم المصري"}),
        # "And" glued to the head of another body ends the name.
        ("اتفقت الوكالة الوطنية للسلامة والشرطة الوطنية على ذلك.",
         {"Agency: الوكالة الوطنية للسلامة", "Agency: الشرطة الوطنية"}),
        # The body inside a name is one too; its head alone leads back to the whole.
        ("قالت الأمانة العامة لمجلس وزراء العدل العرب إن المجلس وافق. وأضافت الأمانة العامة ذلك.",
         {"Organization: الأمانة العامة لمجلس وزراء العدل العرب",
          "Organization: مجلس وزراء العدل العرب"}),
        # "The Council of Ministers" in the post of a head of government is no body that acts.
        ("وصل رئيس مجلس الوزراء سالم بن علي إلى المطار.", {"Person: سالم بن علي"}),
        # A particle goes on with a name; a clause or a noun without article is no more of it.
        ("قال وزير الاتصالات محمد ولد سيدي إن الورشة مهمة.",
         {"Person: محمد ولد سيدي", "Event: الورشة"}),
        ("حضر المؤتمر ممثلون عن عشر دولة عربية بفريق كامل.", {"Event: المؤتمر"}),
        ("وفي كلمته الافتتاحية شدد على ذلك.", set()),
    ],
)  # fmt: skip
def test_names_end_where_they_end(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("ستدرب وكالة الأمن السيبراني في قطر ضباط ليبيا.", "SEEKS_COOPERATION_WITH"),
        ("أقرت قطر القانون رقم 71. وأقرها المجلس.", "ENACTED"),
    ],
)
def test_a_letter_of_the_future_and_a_pronoun_at_the_end_hide_no_verb(text, claim):
    found = RULES.extract(Document("test", text, language="ar", published="2024-06-10"))
    assert claim in {c.predicate for c in found.claims}
