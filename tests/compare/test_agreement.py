"""The judge of agreement: what tells the same, what does not and why; hostile input; the same either way round."""

import time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.compare.agreement import Judge, Reason, load
from tawthiq.lexicon import Lexicon

AGREE = [
    ("ارتفاع أسعار القمح في الموانئ", "أسعار القمح ترتفع في الموانئ"),
    ("مصرع خمسة بحارة إثر عاصفة", "عاصفة تودي بحياة 5 بحارة"),
    ("مقتل ثلاثة عمال في انهيار منجم", "مصرع 3 عمال جراء انهيار المنجم"),
    ("البلدية تغلق السوق القديم", "إغلاق السوق القديم بقرار من البلدية"),
    ("المجلس يوافق على موازنة النقل", "موافقة المجلس على موازنة النقل"),
    ("الشرطة تعتقل سارق المتحف", "اعتقال سارق المتحف"),
    ("الإفراج عن ربان السفينة", "إطلاق سراح ربان السفينة"),
    ("تأجيل محاكمة التاجر إلى الخميس", "إرجاء محاكمة التاجر إلى يوم الخميس"),
    ("حريق في غابة قرب الساحل", "الحريق يلتهم غابة قرب الساحل"),
    ("تونس توقع اتفاقا للصيد مع موريتانيا", "اتفاق صيد بين تونس وموريتانيا"),
    ("وزير الزراعة يزور مزارع النخيل", "زيارة وزير الزراعة لمزارع النخيل"),
    ("زلزال قوي يهز جزيرة نائية", "زلزال شديد يهز الجزيرة النائية"),
    ("افتتاح جسر جديد فوق النهر", "تدشين الجسر الجديد فوق النهر"),
    ("المزارعون يحتجون على رسوم الري", "احتجاج المزارعين على رسوم الري"),
    ("انقطاع الكهرباء عن أحياء العاصمة", "الكهرباء تنقطع عن أحياء في العاصمة"),
    ("فوز الفريق ببطولة كرة اليد", "الفريق يفوز ببطولة كرة اليد"),
    ("الأرصاد تحذر من سيول في الوادي", "تحذير الأرصاد من السيول في الوادي"),
    ("استقالة مدير المستشفى بعد الحريق", "مدير المستشفى يستقيل بعد الحريق"),
    ("المغرب يستورد مليون طن من القمح", "استيراد المغرب مليون طن قمح"),
    ("العثور على سفينة غارقة منذ قرن", "اكتشاف سفينة غارقة منذ قرن"),
    ("مشاورات في جنيف حول المياه", "جنيف تستضيف مشاورات المياه"),
    ("بدء موسم حصاد الزيتون", "انطلاق موسم حصاد الزيتون"),
    ("وفاة كاتب الأطفال في منزله", "رحيل كاتب الأطفال في منزله"),
    ("عودة الصيادين إلى الميناء بعد العاصفة", "الصيادون يعودون إلى الميناء بعد العاصفة"),
    ("إنقاذ عشرين مهاجرا قبالة الساحل", "إنقاذ 20 مهاجرا قبالة الساحل"),
    ("الحكومة ترفع رواتب المعلمين", "زيادة رواتب المعلمين بقرار حكومي"),
    ("طائرة تهبط اضطراريا في مطار تونس", "هبوط اضطراري لطائرة في مطار تونس"),
    ("لجنة تحقق في تلوث البحيرة", "تحقيق لجنة في تلوث البحيرة"),
    ("اتفاق بين القبيلتين على تقاسم البئر", "القبيلتان تتفقان على تقاسم البئر"),
    ("الجامعة تمنح الشاعر جائزتها", "جائزة الجامعة تمنح للشاعر"),
    ("إضراب سائقي القطارات يدخل يومه الثاني", "سائقو القطارات يواصلون الإضراب لليوم الثاني"),
    ("انخفاض منسوب البحيرة", "تراجع في منسوب البحيرة"),
]
# what differs: the kind, and the words on the two sides (None: only one of the texts has it)
DISAGREE = [
    ("ارتفاع أسعار القمح في الموانئ", "انخفاض أسعار القمح في الموانئ", "opposite", "ارتفاع", "انخفاض"),
    ("البلدية تفتح السوق القديم", "البلدية تغلق السوق القديم", "opposite", "تفتح", "تغلق"),
    ("المجلس يوافق على موازنة النقل", "المجلس يرفض موازنة النقل", "opposite", "يوافق", "يرفض"),
    ("الشرطة تعتقل سارق المتحف", "الشرطة تفرج عن سارق المتحف", "opposite", "تعتقل", "تفرج"),
    ("المحكمة تدين أمين المخزن", "المحكمة تبرئ أمين المخزن", "opposite", "تدين", "تبرئ"),
    ("فوز الفريق في النهائي", "خسارة الفريق في النهائي", "opposite", "فوز", "خسارة"),
    ("نجاح تجربة المحرك الجديد", "فشل تجربة المحرك الجديد", "opposite", "نجاح", "فشل"),
    ("اشتباكات في سوق الماشية", "هدوء في سوق الماشية", "opposite", "اشتباكات", "هدوء"),
    ("الوزارة تؤكد وجود تلوث في البحيرة", "الوزارة تنفي وجود تلوث في البحيرة", "opposite", "تؤكد", "تنفي"),
    ("نجاة متسلق من انهيار ثلجي", "مقتل متسلق في انهيار ثلجي", "opposite", "نجاة", "مقتل"),
    ("استمرار إضراب سائقي القطارات", "توقف إضراب سائقي القطارات", "opposite", "استمرار", "توقف"),
    ("تعيين مدير جديد للمستشفى", "إقالة مدير المستشفى الجديد", "opposite", "تعيين", "إقالة"),
    ("السماح بالصيد في البحيرة", "حظر الصيد في البحيرة", "opposite", "السماح", "حظر"),
    ("خروج المسلحين من القلعة", "دخول المسلحين إلى القلعة", "opposite", "خروج", "دخول"),
    ("أقيم السباق بسبب الثلوج", "أقيم السباق رغم الثلوج", "opposite", "بسبب", "رغم"),
    ("حريق شمال الغابة", "حريق جنوب الغابة", "opposite", "شمال", "جنوب"),
    ("النقابة تؤيد قانون العمل", "النقابة تعارض قانون العمل", "opposite", "تؤيد", "تعارض"),
    ("فرض رسوم على عبور الجسر", "إلغاء رسوم عبور الجسر", "opposite", "فرض", "إلغاء"),
    ("زيادة صادرات التمور", "تراجع صادرات التمور", "opposite", "زيادة", "تراجع"),
    ("بناء سد على نهر الوادي", "هدم سد على نهر الوادي", "opposite", "بناء", "هدم"),
    ("مقتل خمسة بحارة في عاصفة", "مقتل 7 بحارة في عاصفة", "number", "خمسة", "7"),
    ("إصابة 12 تلميذا في تصادم حافلة", "إصابة عشرين تلميذا في تصادم حافلة", "number", "12", "عشرين"),
    ("مليون طن من القمح في الصوامع", "أربعة ملايين طن من القمح في الصوامع", "number", "مليون", "أربعة ملايين"),
    ("غرامة قدرها ٣٠٠٠ دينار على المطعم", "غرامة قدرها 500 دينار على المطعم", "number", "٣٠٠٠", "500"),
    ("مصر تستورد القمح من رومانيا", "الجزائر تستورد القمح من رومانيا", "name", "مصر", "الجزائر"),
    ("الأردن يستضيف بطولة الشطرنج", "لبنان يستضيف بطولة الشطرنج", "name", "الأردن", "لبنان"),
    ("وفد ياباني يزور آثار تدمر", "وفد إيطالي يزور آثار تدمر", "name", "ياباني", "إيطالي"),
    ("زلزال يضرب تركيا فجرا", "زلزال يضرب اليونان فجرا", "name", "تركيا", "اليونان"),
    ("مصر تحذر تونس من الجراد", "تونس تحذر مصر من الجراد", "sides", "مصر", "تونس"),
    ("الوزير يستقيل من منصبه", "الوزير لن يستقيل من منصبه", "negation", None, "لن"),
    ("المزارعون يتلقون تعويضات عن الجفاف", "المزارعون لم يتلقوا تعويضات عن الجفاف", "negation", None, "لم"),
    ("انفجار خزان وقود دون إصابات", "انفجار خزان وقود", "negation", "دون", None),
    ("استقالة رئيس النادي", "رئيس النادي ينفي استقالته", "negation", None, "ينفي"),
    ("وصول قافلة الدواء إلى القرية", "فشل وصول قافلة الدواء إلى القرية", "negation", None, "فشل"),
]


@pytest.fixture(scope="module")
def judge(lexicon: Lexicon) -> Judge:
    return Judge(lexicon)


def words(reason: Reason) -> tuple[str, str | None, str | None]:
    return reason.kind, reason.left and reason.left.text, reason.right and reason.right.text


@pytest.mark.parametrize(("left", "right"), AGREE)
def test_the_same_in_other_words_agrees(judge: Judge, left: str, right: str) -> None:
    assert judge.compare_strings(left, right).stance == "agree"


@pytest.mark.parametrize(("left", "right", "kind", "one", "other"), DISAGREE)
def test_what_differs_is_shown(
    judge: Judge, left: str, right: str, kind: str, one: str | None, other: str | None
) -> None:
    found = judge.compare_strings(left, right)
    assert found.stance == "disagree"
    assert (kind, one, other) in map(words, found.reasons)


@pytest.mark.parametrize(("left", "right"), [*AGREE, *(pair[:2] for pair in DISAGREE)])
def test_it_does_not_matter_which_text_comes_first(judge: Judge, left: str, right: str) -> None:
    one, other = judge.compare_strings(left, right), judge.compare_strings(right, left)
    assert (one.stance, one.score, one.shared) == (other.stance, other.score, other.shared)
    assert [words(r) for r in one.reasons] == [(k, b, a) for k, a, b in map(words, other.reasons)]


@pytest.mark.parametrize(("left", "right"), AGREE)
def test_a_text_agrees_with_itself(judge: Judge, left: str, right: str) -> None:
    found = judge.compare_strings(left, left)
    assert (found.stance, found.shared, found.reasons) == ("agree", 1.0, [])


def test_spans_are_places_in_their_own_text(judge: Judge) -> None:
    left, right, *_ = DISAGREE[0]
    for reason in judge.compare_strings(left, right).reasons:
        for text, span in ((left, reason.left), (right, reason.right)):
            assert span is None or text[span.start : span.end] == span.text


def test_a_reason_names_its_entry_and_its_weight(judge: Judge) -> None:
    first = judge.compare_strings("صعود أسعار التبن", "هبوط أسعار التبن").reasons[0]
    assert first.rule == "antonym.fall--rise"
    assert first.weight > 0


@pytest.mark.parametrize(("left", "right"), [
    ("", ""), ("", "افتتاح مدرسة"), ("  \n", "؟!"), ("في من إلى", "على عن"),
    ("افتتاح مدرسة في الجبل", "ثعبان يعض بائع خضار"), ("hello", "школа"),
])  # fmt: skip
def test_texts_that_share_nothing_are_unrelated(judge: Judge, left: str, right: str) -> None:
    found = judge.compare_strings(left, right)
    assert (found.stance, found.score, found.shared, found.reasons) == ("unrelated", 0.5, 0.0, [])


@given(st.text(), st.text())
def test_any_two_texts_are_compared(lexicon: Lexicon, left: str, right: str) -> None:
    found = Judge(lexicon, load()).compare_strings(left, right)
    assert 0 <= found.score <= 1
    assert 0 <= found.shared <= 1


def test_texts_of_ten_thousand_words_are_compared_in_time_that_grows_with_their_length(judge: Judge) -> None:
    left, right = "ارتفاع الأسعار وانخفاض النفط ", "انخفاض الأسعار وارتفاع النفط "
    took = []
    for times in (250, 2500):
        started = time.perf_counter()
        assert judge.compare_strings(left * times, right * times).stance in ("agree", "disagree")
        took.append(time.perf_counter() - started)
    assert took[1] < 40 * took[0]


def test_the_same_pair_gives_the_same_bytes(judge: Judge, lexicon: Lexicon) -> None:
    again = Judge(lexicon)
    for left, right, *_ in DISAGREE:
        assert msgspec.json.encode(judge.compare_strings(left, right)) == msgspec.json.encode(
            again.compare_strings(left, right)
        )
