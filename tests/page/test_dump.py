"""Dumps: pages copied as text, written as their own expected outcome: each line behind its role."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import SourceError
from tawthiq.page import read_page
from tawthiq.page.markup import fold_markup
from tawthiq.records import Block, Capture, Report

LONG = "وقال رئيس البلدية إن أعمال الصيانة ستنتهي قبل نهاية الشهر، وإن الطريق سيفتح أمام الشاحنات أيضا."
OTHER = "وأضاف أن البلدية خصصت لذلك مبلغا من ميزانيتها السنوية، من دون أن يحدد قيمته أو مصدره."

JANNAH = f"""
furniture  القائمة
furniture  بحث عن
section    محليات
title      بلدية الوادي تصلح الطريق الجبلي بعد السيول
byline     سعاد منصور
furniture  منذ 3 ساعات
furniture  دقيقة واحدة
furniture  فيسبوك
body       {LONG}
promo      اقرأ أيضا: سيول تجرف جسرا في الوادي
body       {OTHER}
furniture  الوسوم
tag        الطريق الجبلي
tag        السيول
furniture  مقالات ذات صلة
related    افتتاح مدرسة في الوادي
related    حملة لتنظيف مجرى النهر
furniture  تعليقان
comment    شكرا للبلدية على جهودها وننتظر بقية الطرق في القرى المجاورة.
furniture  اترك تعليقاً
furniture  لن ينشر عنوان بريدك الإلكتروني.
furniture  جميع الحقوق محفوظة © الوادي نيوز
"""
AGENCY = f"""
title      انتهاء أعمال الصيانة على الطريق الجبلي في الوادي
date       الأحد 3 أيار 2020
byline     الوادي - وكالة نسيم
body       {LONG}
subheading كلفة غير معلنة
body       {OTHER}
byline     المصدر: وكالات
"""
REPEATED = f"""
furniture  إصلاح الطريق الجبلي في الوادي بعد السيول | الوادي نيوز
furniture  الرئيسية
furniture  أخبار محلية عن الوادي وقراه
title      إصلاح الطريق الجبلي في الوادي بعد السيول
body       {LONG}
furniture  شارك
furniture  عرض أقل
"""
INLINE = f"""
title      إصلاح الطريق الجبلي في الوادي بعد السيول
body       {LONG}
furniture  مقالات ذات صلة
related    حملة لتنظيف مجرى النهر
body       {OTHER}
body       {LONG}
furniture  تابعونا على فيسبوك
"""
PLAIN = f"""
title      إصلاح الطريق الجبلي في الوادي
body       {LONG}
body       {OTHER}
"""
QUESTION = f"""
title      هل تنتهي أعمال الصيانة على الطريق الجبلي قبل أن يبدأ الشتاء؟
body       {LONG}
body       {OTHER}
"""
UNTITLED = f"""
body       {LONG}
body       {OTHER}
"""
BRIEF = """
title      عاجل: إصلاح الطريق الجبلي
body       البلدية تعلن فتح الطريق
"""


def dump(text: str) -> Capture:
    return Capture("0" * 64, text.encode(), "text", "dump.txt")


def checked(capture: Capture) -> tuple[Report, list[Block]]:
    report, blocks = read_page(capture)
    source = capture.original.decode()
    for block in blocks:
        assert source[block.source_start : block.source_end] == block.text == fold_markup(block.text, "text")
        assert block.start is None or report.text[block.start : block.end] == block.text
    return report, blocks


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\n \t\n"])
@pytest.mark.parametrize("expected", [JANNAH, AGENCY, REPEATED, INLINE, PLAIN, QUESTION, UNTITLED, BRIEF])
def test_lines_in_their_roles(expected: str, between: str) -> None:
    lines = [tuple(line.split(maxsplit=1)) for line in expected.strip().splitlines()]
    _, blocks = checked(dump(between.join(text for _, text in lines)))
    assert [(block.role, block.text) for block in blocks] == lines


def test_what_a_dump_says_of_its_report() -> None:
    report, _ = checked(dump("\n".join(line.split(maxsplit=1)[1] for line in AGENCY.strip().splitlines())))
    assert (report.published, report.published_from) == ("2020-05-03", "visible")
    assert report.byline == "الوادي - وكالة نسيم"
    assert report.language == "ar"


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff"])
def test_nothing_is_an_error(text: str) -> None:
    with pytest.raises(SourceError, match=r"dump\.txt: no text"):
        read_page(dump(text))


def test_a_line_of_a_million_characters_is_one_paragraph() -> None:
    _, blocks = checked(dump("كلمة " * 200_000))
    assert [block.role for block in blocks] == ["body"]


def test_text_that_is_not_arabic_is_read_and_said_to_be_so() -> None:
    report, _ = checked(dump("Road reopened\nThe mayor said that the road is open again after a long winter of works."))
    assert report.title == "Road reopened"
    assert report.language is None
    assert report.notes == ["language: unknown, not Arabic"]


@given(st.text(alphabet=st.sampled_from("قال الوزير .؟\n\r\t \u200f\u2028:|#1"), max_size=200))
def test_any_text_gives_blocks_that_point_into_it(text: str) -> None:
    capture = dump(text)
    try:
        assert checked(capture) == read_page(capture)
    except SourceError as error:
        assert "no text" in str(error)
