"""Counts: how many of whom, with bounds as the words set them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.lexicon import Lexicon
from tawthiq.mentions.counts import RULES, counts
from tawthiq.rules import Trace, name_of
from tawthiq.text import analyse

Row = tuple[str, list[tuple[str, int | None, int | None, str]]]

BEFALLEN: list[Row] = [
    ("مقتل 12 شخصا في انهيار جسر", [("12 شخصا", 12, 12, "dead")]),  # 12 people killed
    ("قتل في الهجوم أمس سبعة جنود", [("سبعة جنود", 7, 7, "dead")]),  # killed in the attack: seven soldiers
    ("قتل 12 وأصيب 20", [("12", 12, 12, "dead"), ("20", 20, 20, "wounded")]),
    ("مقتل ثلاثة وإصابة 20 آخرين", [("ثلاثة", 3, 3, "dead"), ("20 آخرين", 20, 20, "wounded")]),
    ("مقتل وإصابة خمسين شخصا", [("خمسين شخصا", 50, 50, "casualties")]),
    ("170 بحارا قتلوا وأصيب تسعة", [("170 بحارا", 170, 170, "dead"), ("تسعة", 9, 9, "wounded")]),
    ("اعتقلت الشرطة في العاصمة 15 متظاهرا", [("15 متظاهرا", 15, 15, "detained")]),
    ("القبض على أربعة أشخاص", [("أربعة أشخاص", 4, 4, "detained")]),
    ("الإفراج عن 40 معتقلا", [("40 معتقلا", 40, 40, "released")]),
    ("خطف مسلحون تسعة سائقين", [("تسعة سائقين", 9, 9, "abducted")]),
    ("قتل المسلحون ثلاثة رهائن", [("ثلاثة رهائن", 3, 3, "dead")]),
    ("نزوح مئات العائلات", [("مئات العائلات", 100, 999, "displaced")]),
    ("لقي 41 راكبا حتفهم", [("41 راكبا", 41, 41, "dead")]),
    ("تحرير سبع رهائن", [("سبع رهائن", 7, 7, "released")]),
    ("مقتل ثلاثة يمنيين", [("ثلاثة يمنيين", 3, 3, "dead")]),  # three Yemenis
]
BY_NOUN: list[Row] = [
    ("سقوط 12 جريحا", [("12 جريحا", 12, 12, "wounded")]),
    ("11 قتيلا و18 جريحا", [("11 قتيلا", 11, 11, "dead"), ("18 جريحا", 18, 18, "wounded")]),
    ("عشرات القتلى", [("عشرات القتلى", 10, 99, "dead")]),
    ("تضم القوة 1500 مقاتل", [("1500 مقاتل", 1500, 1500, "fighters")]),
    ("آلاف المتظاهرين في الساحة", [("آلاف المتظاهرين", 1000, 9999, "protesters")]),
    ("مقتل تسعة بينهم ثلاثة أطفال", [("تسعة", 9, 9, "dead"), ("ثلاثة أطفال", 3, 3, "children")]),
    ("يؤوي البلد 1.5 مليون لاجئ", [("1.5 مليون لاجئ", 1_500_000, 1_500_000, "refugees")]),
    ("بضعة جنود عند الحاجز", [("بضعة جنود", 3, 9, "soldiers")]),
    ("ارتفع عدد القتلى إلى 120", [("120", 120, 120, "dead")]),
    ("ارتفاع عدد المتظاهرين إلى 3000", [("3000", 3000, 3000, "protesters")]),
]
BOUNDS: list[Row] = [
    ("مقتل أكثر من 600 مدني", [("أكثر من 600 مدني", 600, None, "dead")]),
    ("إصابة ما لا يقل عن 15 شخصا", [("ما لا يقل عن 15 شخصا", 15, None, "wounded")]),
    ("مقتل ثمانية أشخاص على الأقل", [("ثمانية أشخاص", 8, None, "dead")]),
    ("أقل من مئة متظاهر", [("أقل من مئة متظاهر", None, 100, "protesters")]),
    ("نحو 50 مصابا", [("نحو 50 مصابا", 50, 50, "wounded")]),
    ("مقتل بين 10 و15 جنديا", [("بين 10 و15 جنديا", 10, 15, "dead")]),
    ("إصابة 10-15 شخصا", [("10-15 شخصا", 10, 15, "wounded")]),
    ("مئات الآلاف من النازحين", [("مئات الآلاف من النازحين", 100_000, 999_999, "displaced")]),
]
UNNUMBERED: list[Row] = [
    ("سقط قتيلان وجريحان", [("قتيلان", 2, 2, "dead"), ("جريحان", 2, 2, "wounded")]),
    ("مقتل جندي في كمين", [("جندي", 1, 1, "dead")]),
    ("إصابة جنديين بجروح", [("جنديين", 2, 2, "wounded")]),
    ("قتل مسلح ثلاثة أشخاص", [("ثلاثة أشخاص", 3, 3, "dead")]),  # a gunman killed three
]


@pytest.mark.parametrize(("sentence", "expected"), [*BEFALLEN, *BY_NOUN, *BOUNDS, *UNNUMBERED])
def test_who_and_how_many(
    sentence: str, expected: list[tuple[str, int | None, int | None, str]], lexicon: Lexicon
) -> None:
    found = [(count.text, count.low, count.high, count.of) for count in counts(analyse(sentence, lexicon))]
    assert found == expected


NOBODY = [
    "",
    "12",
    "أوقفت البث ثلاث ساعات",  # stopped broadcasting for three hours
    "أصيبت ثلاث سيارات",  # three cars were hit
    "تحرير ثلاث قرى",  # three villages
    "قتل في 14 يوليو 2015",  # a date
    "المعتقلين في السجن",  # detainees, not two of them
    "قال أحد المواطنين",  # one of the citizens said
    "ضبط ثلاثة أطنان",  # three tons seized
    "حكم بالسجن خمس سنوات",  # five years in prison
    "انخفض السهم 20 في المئة",  # 20 per cent
    "الجنود في الثكنة",  # no number
]


@pytest.mark.parametrize("sentence", NOBODY)
def test_what_counts_nobody(sentence: str, lexicon: Lexicon) -> None:
    assert counts(analyse(sentence, lexicon)) == []


def test_a_count_does_not_reach_over_a_sentence(lexicon: Lexicon) -> None:
    text = analyse("قتل القائد.\nوصل 12 جنديا", lexicon)
    assert [(count.text, count.of) for count in counts(text)] == [("12 جنديا", "soldiers")]


def test_the_trace_names_the_rules_that_were_tried(lexicon: Lexicon) -> None:
    trace = Trace()
    counts(analyse("1500 مقاتل", lexicon, trace))
    tried = [step.rule for step in trace.steps if step.stage == "counts"]
    assert tried == [name_of(rule) for rule in RULES]


WORDS = ["-", "قتل", "مقتل", "12", "ثلاثة", "جنود", "جنديان", "و", "وإصابة", "آخرين", "بينهم", "أكثر",
         "من", "إلى", "القتلى", "عدد", "قتيلا", "قتلوا", "أيام", "على", "الأقل", "،", ".", "\n"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=14))
@settings(max_examples=150, deadline=None)
def test_any_order_of_words_gives_spans_and_bounds_that_hold(lexicon: Lexicon, words: list[str]) -> None:
    text = analyse(" ".join(words), lexicon)
    for count in counts(text):
        assert text.content[count.start : count.end] == count.text != ""
        assert count.low is None or count.high is None or 0 < count.low <= count.high
