"""Claims in Arabic, where who acts stands after the verb and prepositions are glued to names."""

import pytest

from graph.model import Document
from loaders.extract.rules import RulesExtractor

RULES = RulesExtractor()
BESIDE = ("PART_OF", "CONCERNS", "HOLDS_POST", "HELD_IN")


def said(text: str) -> set[str]:
    found = RULES.extract(Document("test", text, language="ar", published="2024-06-10"))
    name = {e.id: e.name for e in found.entities}
    return {
        f"{name[c.subject]} {c.predicate} {name[c.object]} {c.modality}"
        for c in found.claims
        if c.object and c.predicate not in BESIDE
    }


POLICE, TRAINED = "الشرطة الوطنية الإسبانية", "الشرطة الوطنية الموريتانية"
CENTRE, COURSE = "المركز الوطني للأمن السيبراني", "دورة تدريبية"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دربت الشرطة الوطنية الإسبانية عشرين ضابطا من الشرطة الوطنية الموريتانية.",
         {f"{POLICE} ASSISTS {TRAINED} fact"}),
        # The subject and the object stand side by side, with no "and" between them.
        ("زودت اليابان المركز الوطني للأمن السيبراني في الأردن بأجهزة حاسوب.",
         {f"Japan ASSISTS {CENTRE} fact"}),
        ("ستدعم فرنسا المركز الوطني للأمن السيبراني في جيبوتي.",
         {f"France SEEKS_COOPERATION_WITH {CENTRE} intended"}),
        # A place is nobody that is asked.
        ("طلبت وزارة العدل في موريتانيا من الإنتربول أن يدرب محققيها.",
         {"وزارة العدل SEEKS_COOPERATION_WITH International Criminal Police Organization "
          "requested"}),
        ("أعربت قطر عن استعدادها لتدريب كوادر الصومال.",
         {"Qatar SEEKS_COOPERATION_WITH Somalia intended"}),
        ("دعا العراق الأردن إلى التعاون في تبادل المعلومات.",
         {"Iraq SEEKS_COOPERATION_WITH Jordan requested"}),
        ("استفادت الشرطة الوطنية الموريتانية من دورة تدريبية نظمتها الشرطة الوطنية الإسبانية.",
         {f"{POLICE} HOSTED {COURSE} fact", f"{TRAINED} PARTICIPATED_IN {COURSE} fact",
          f"{POLICE} ASSISTS {TRAINED} fact"}),
        ("صادق البرلمان التونسي على قانون حماية المعطيات الشخصية.",
         {"البرلمان التونسي ENACTED قانون حماية المعطيات الشخصية fact"}),
    ],
)  # fmt: skip
def test_who_acts_follows_the_verb(text, expected):
    assert said(text) == expected
