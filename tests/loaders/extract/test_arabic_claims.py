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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whose name follows the denial is meant, not who is told of before.
        ("صادق الأردن على اتفاقية بودابست عام 2013، في حين لم تنضم إليها جيبوتي.",
         {"Jordan PARTY_TO Convention on Cybercrime fact",
          "Djibouti PARTY_TO Convention on Cybercrime denied"}),
        # Both who sign bind their bodies, of whatever the sentence says after their names.
        ("وقع وزير الداخلية المغربي عبد الوافي سالم ونظيره الإسباني فرناندو لوبيز اتفاقية للتعاون.",
         {"عبد الوافي سالم SIGNED اتفاقية للتعاون fact",
          "فرناندو لوبيز SIGNED اتفاقية للتعاون fact",
          "Morocco PARTY_TO اتفاقية للتعاون fact", "Spain PARTY_TO اتفاقية للتعاون fact",
          "Morocco COOPERATES_WITH Spain agreed"}),
        ("تم تزويد الشرطة الوطنية الموريتانية بأجهزة حديثة من طرف الشرطة الوطنية الإسبانية.",
         {f"{POLICE} ASSISTS {TRAINED} fact"}),
        # In whose house it was held; "in addition to" goes on with a list.
        ("اختتم بمقر وزارة العدل في قطر المؤتمر الدولي للأدلة الرقمية.",
         {"وزارة العدل HOSTED المؤتمر الدولي للأدلة الرقمية fact"}),
        ("شاركت في المؤتمر الدولي للأدلة الرقمية وفود من مصر والأردن، إضافة إلى الإنتربول.",
         {f"{guest} PARTICIPATED_IN المؤتمر الدولي للأدلة الرقمية fact"
          for guest in ("Egypt", "Jordan", "International Criminal Police Organization")}),
    ],
)  # fmt: skip
def test_who_is_told_of_beside_the_verb(text, expected):
    assert said(text) == expected
