"""Where a source ends. Each case is a sentence with its source in square brackets."""

import re

import pytest

from tawthiq.statements.phrases import noun_phrase
from tests.statements.conftest import Viewed, unmarked

# the verb's own preposition, where it has one, stands behind the sentence
CASES = [
    # a name, a title with a name, a title with what it is an office of
    ("قال [<P فادي زهران>] إن الطريق مفتوح.", ""),
    ("قال [الوزير <P فادي زهران>] أمس إن الطريق مفتوح.", ""),
    ("قال [وزير الزراعة البلجيكي <P فادي زهران>] إن الطريق مفتوح.", ""),
    ("قال [<P فادي زهران> رئيس لجنة المياه] إن الطريق مفتوح.", ""),
    ("قال [<P فادي زهران>، رئيس لجنة المياه]، إن الطريق مفتوح.", ""),
    ("قال [المتحدث باسم خفر السواحل، العقيد <P فادي زهران>]، إن البحث مستمر.", ""),
    ("قال [المتحدث باسم <O هيئة المياه>] إن الشبكة قديمة.", ""),
    ("قال [سفير <L بلجيكا> لدى الاتحاد <P فادي زهران>] إن الطريق مفتوح.", ""),
    ("قال [مساعد الوزير لشؤون الري <P فادي زهران>] إن الطريق مفتوح.", ""),
    ("أشار [م. <P فادي زهران>] إلى أن الطريق مفتوح.", "الي"),
    # unnamed sources
    ("قالت [مصادر في المعارضة] إن الاتفاق قريب.", ""),
    ("أعلنت [مصادر طبية وأمنية] وصول الجرحى.", ""),
    ("قال [مسؤول أمني رفيع] طلب عدم الكشف عن اسمه إن الهجوم أحبط.", ""),
    ("قال [أحد المحققين] إن الباب كسر.", ""),
    ("قال [عدد من السكان] إن الماء مقطوع.", ""),
    ("قالت [ثلاث ناجيات] إن السقف انهار.", ""),
    ("قال [المصدر نفسه] إن الهجوم أحبط.", ""),
    ("قالت [هذه الدول] إن الاتفاق قريب.", ""),
    # bodies: alone, with their acronym, joined
    ("أعلنت [<O هيئة المياه> (هم)] أن الشبكة قديمة.", ""),
    ("قالت [<L بلجيكا> و<L النرويج>] إن الاتفاق قريب.", ""),
    ("ذكرت [صحيفة «الميناء»] أن السفينة غرقت.", ""),
    ("قالت [الجماعة التي تعرف باسم <O لواء النهر>] إنها انسحبت.", ""),
    # what stands behind it and is no part of it
    ("أعلن [الجيش] في بيان مقتل جنديين.", ""),
    ("أعلن [الجيش] مقتل جنديين.", ""),
    ("قال [<P فادي زهران>] للصحفيين إن الطريق مفتوح.", ""),
    ("قال [مصدر في الوزارة] لوكالة محلية إن الطريق مفتوح.", ""),
    ("قال [الوزير] خلال مؤتمر عقده في العاصمة إن الطريق مفتوح.", ""),
    ("ذكر [المرصد] -ومقره لندن- أن القصف توقف.", ""),
    ("شكر [الوزير] قبل أيام من وصولهم العمال.", ""),
    # the verb's own preposition is no part of it
    ("كشف [مصدر في الوزارة] عن خطة جديدة.", "عن"),
    ("دعا [رئيس الوزراء] إلى الهدوء.", "الي"),
    # two nouns that stand side by side
    ("اتهمت [<L بلجيكا>] <L النرويج> بالتجسس.", ""),
    ("طالبت [منظمة حقوقية] السلطات بفتح تحقيق.", ""),
    ("رفع [مدير الجامعة] الشكر للعمال.", ""),
]


@pytest.mark.parametrize(("marked", "stops"), CASES, ids=[case[0] for case in CASES])
def test_a_source_ends_where_it_ends(viewed: Viewed, marked: str, stops: str) -> None:
    text, _ = unmarked(marked)
    wanted = re.search(r"\[(.*)\]", text)
    assert wanted is not None
    view = viewed(marked.replace("[", "").replace("]", ""))
    first = view.text.word_at(wanted.start())
    phrase = noun_phrase(view, first, view.size, frozenset(stops.split()), apposition="اتهمت" not in text)
    assert phrase is not None
    assert view.text.span_of(phrase.first, phrase.last).text == wanted.group(1)


@pytest.mark.parametrize("text", ["إن الطريق مفتوح.", "أمس إن الطريق مفتوح.", ": نعم", "، إن الطريق مفتوح.", "لم يقل"])
def test_no_source_begins_there(viewed: Viewed, text: str) -> None:
    view = viewed(text)
    assert noun_phrase(view, 0, view.size) is None


def test_a_phrase_stays_inside_its_limit(viewed: Viewed) -> None:
    view = viewed("رئيس " * 500)
    phrase = noun_phrase(view, 0, view.size)
    assert phrase is not None
    assert phrase.last <= 31
    assert noun_phrase(view, 3, 3) is None
