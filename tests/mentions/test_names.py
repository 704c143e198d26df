"""Persons and organisations: each case is a sentence with its names in angle brackets, <P …> and <O …>."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.lexicon import Lexicon
from tawthiq.mentions.names import names
from tawthiq.text import analyse

MARKED = re.compile(r"<[PO] ([^>]*)>")
KINDS = {"person": "P", "organisation": "O"}

PERSONS = [
    # behind a title, near and far
    "افتتح وزير الزراعة <P فادي زهران> السوق الجديدة.",
    "بحث الوزير مع نظيره البلجيكي <P يان كلاوس> ملف المياه.",
    "شكر الدكتور <P نبيل قدسي> الحضور.",
    "شرح د. <P نبيل قدسي> الطريقة.",
    "أصدر العميد ركن <P ماجد زهران> أمرا.",
    "أوقفت الشرطة رجلا يدعى <P فادي زهران> قرب الميناء.",
    "رعى الأمير <P سالم بن فهد بن زهران> الحفل.",
    # a given name and what follows it
    "كتب <P ماجد بن سالم القدسي> رسالة طويلة.",
    "نشر <P عبد الرحيم زهران> كتابا.",
    "رثى الأهالي <P أبو سالم الحلبي> أمس.",
    "حضر الحفل <P نبيل قدسي> و<P ريما زهران> و<P مازن عبد النور>.",
    "ألقى الشاعر <P علي البيضاوي> قصيدة.",
    # the name ends before a verb, a title, a preposition, a mark
    "قال <P ماجد زهران> وزير الزراعة إن السوق فتحت.",
    "دعا <P نبيل زهران> على الفور إلى اجتماع.",
    "<P فادي زهران>: سنفتح السوق غدا.",
    # short forms of a name that is given in full
    "<P زهران> يزور السوق\nزار الوزير <P فادي زهران> السوق، وقال <P زهران> إنها كبيرة، وشكر التجار ل<P زهران> وقته.",
    # no persons
    "شهدت محافظة صلاح الدين أمطارا.",
    "حضر عدد كبير من السكان على الفور.",
    "عاد كل من سافر إلى بيته سالما.",
]

ORGANISATIONS = [
    # definite by a noun, a chain of nouns, a name
    "زارت اللجنة <O وزارة الزراعة> أمس.",
    "أعلنت <O وزارة الزراعة والري> الخطة.",
    "أصدرت <O هيئة مكافحة التصحر> تعليمات.",
    "اجتمعت <O رابطة كتاب الساحل> مساء.",
    "طالب <O اتحاد عمال الموانئ> برفع الأجور.",
    # adjectives agree, descriptions stay outside
    "أقر <O البرلمان البلجيكي> الموازنة.",
    "فاز <O حزب العمال الاشتراكي> الحاكم بالأغلبية.",
    "أصدر <O المجلس الوطني الأعلى للسياحة> بيانا.",
    "نفت <O الخارجية البلجيكية> الخبر.",
    "التقى وزير الخارجية البلجيكي ضيوفه.",
    # class words that are no part of the name, names in marks
    "ذكرت صحيفة «<O نداء السنابل>» أن الطريق مغلق.",
    "أعلنت جماعة <O السنابل> رفضها.",
    "نقلت قناة (<O السنابل>) الخبر، وقالت «<O السنابل>» إن الطريق فتح.",
    # numbers
    "انسحبت <O الفرقة 12> من القرية ودخلها <O اللواء 7 مشاة>.",
    # no names
    "شكلت الحكومة لجنة جديدة.",
    "دخلت قوات كبيرة القرية.",
    "أسس الطلاب جمعية صغيرة وفريقا.",
    "وصل إلى مركز المدينة.",
    "تتعاون المنظمة الدولية مع السلطات المحلية.",
]


def marked(sentence: str, lexicon: Lexicon) -> str:
    """The sentence with the names that were found in angle brackets."""
    for mention in reversed(names(analyse(sentence, lexicon))):
        if mention.kind in KINDS:
            found = f"<{KINDS[mention.kind]} {mention.text}>"
            sentence = sentence[: mention.start] + found + sentence[mention.end :]
    return sentence


@pytest.mark.parametrize("expected", PERSONS + ORGANISATIONS)
def test_names(expected: str, lexicon: Lexicon) -> None:
    assert marked(MARKED.sub(r"\1", expected), lexicon) == expected


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "«»", "عبد", "وزير", "بن", "أبو", "د.", "لجنة", "صحيفة «", "الفرقة", "(", "على", "ال", "و",
     "رئيس رئيس رئيس", "بن بن بن بن", "محمد" + " بن محمد" * 40, "«" * 50, "وزارة" * 200, "\ud800 وزير \ud800"],
)  # fmt: skip
def test_names_of_odd_texts_lie_inside_them(text: str, lexicon: Lexicon) -> None:
    for mention in names(analyse(text, lexicon)):
        assert text[mention.start : mention.end] == mention.text != ""


_PIECES = [
    "وزير", "الخارجية", "محمد", "بن", "عبد", "الله", "أبو", "لجنة", "حقوق", "الإنسان", "و", "«", "»", "(", ")", "12",
    "على", "علي", "الـ", "قال", "المتحدث", "باسم", "حزب", "العمال", "،", ".", "\n", "- ", "لل", "صحيفة", "x",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join))
def test_names_do_not_overlap_and_say_what_they_quote(lexicon: Lexicon, text: str) -> None:
    found = [m for m in names(analyse(text, lexicon)) if m.kind in KINDS]
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


def test_reading_twice_gives_the_same(lexicon: Lexicon) -> None:
    text = "زار وزير الزراعة فادي زهران مقر اتحاد عمال الموانئ، وقال زهران إن الاتحاد شريك."
    assert names(analyse(text, lexicon)) == names(analyse(text, lexicon))


@pytest.mark.parametrize("layer", ["title", "org_head", "group"])
def test_examples_of_entries_hold(layer: str, lexicon: Lexicon) -> None:
    for entry in lexicon.layer(layer):
        for example in entry.data.get("examples", []):
            assert any(m.rule.startswith(entry.id + "/") for m in names(analyse(example, lexicon))), example
        for example in entry.data.get("not_examples", []):
            assert not any(m.rule.startswith(entry.id + "/") for m in names(analyse(example, lexicon))), example
