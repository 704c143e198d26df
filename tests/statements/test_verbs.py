"""Which rule reads a sentence, who speaks in it and in which words. The content stands in double brackets."""

import pytest

from tests.statements.conftest import Said

CASES = [
    # verb, subject, that
    (
        "say/verb-subject",
        "وزير الزراعة <P فادي زهران>",
        "قال وزير الزراعة <P فادي زهران> إن [[المحصول وفير هذا العام]].",
    ),
    ("say/verb-subject", "مسؤولون محليون", "قال مسؤولون محليون أمس إن [[المعبر سيفتح غدا]]."),
    ("declare/verb-subject", "مصدر عسكري", "صرح مصدر عسكري لوكالة محلية بأن [[القوات انسحبت فجرا]]."),
    ("indicate/verb-subject", "التقرير", "وأشار التقرير خلال فصله الأخير إلى أن [[الحوادث تراجعت]]."),
    ("affirm/verb-subject", "الوزير", "أكد الوزير، خلال زيارته للميناء، أن [[العمل يتقدم]]."),
    ("mention/verb-subject", "<O:media.reuters رويترز>", "ذكرت <O:media.reuters رويترز> أن [[السفينة غادرت الميناء]]."),
    # a noun phrase as content
    ("announce/verb-subject", "الجيش", "أعلن الجيش في بيان [[مقتل ثلاثة من جنوده قرب الحدود]]."),
    ("announce/verb-subject", "الشرطة", "أعلنت الشرطة عن [[توقيف خمسة مهربين]]."),
    ("deny/verb-subject", "الشركة", "نفت الشركة في بيان [[ما تردد عن إفلاسها]]."),
    ("affirm/verb-subject", "<P فادي زهران>", "أكد <P فادي زهران> [[التزام بلاده بالاتفاق]]."),
    # whom it addresses stands between
    ("demand/verb-subject", "المعارضة", "طالبت المعارضة الحكومة [[بنشر نتائج التحقيق]]."),
    ("call_for/verb-subject", "<L بلجيكا>", "دعت <L بلجيكا> الأطراف إلى [[وقف إطلاق النار]]."),
    ("accuse/verb-subject", "الحزب", "اتهم الحزب [[خصومه بشراء الأصوات]]."),
    ("describe/verb-subject", "<P فادي زهران>", "وصف <P فادي زهران> [[اللقاء بأنه مثمر]]."),
    ("request/verb-subject", "<L بلجيكا>", "طلبت <L بلجيكا> من مجلس الأمن [[تمديد مهمة القوة]]."),
    # subject, verb
    ("say/subject-verb", "مسؤولين أمنيين", "لكن مسؤولين أمنيين قالوا إن [[الحريق متعمد]]."),
    ("mention/subject-verb", "الشرطة المحلية", "الشرطة المحلية، من جانبها، ذكرت أن [[الحريق متعمد]]."),
    ("say/subject-verb", "وزير العدل", "كان وزير العدل قد قال إن [[القانون سيعدل]]."),
    ("call_for/subject-verb", "رئيس البلدية", "رئيس البلدية يدعو [[لإخلاء الحي القديم]]"),
    ("say/relative-subject", "<P فادي زهران>", "استقال <P فادي زهران> الذي قال إن [[المنصب أتعبه]]."),
    ("say/subject-verb", "تقرير للأمم المتحدة", "نشر تقرير للأمم المتحدة، يقول إن [[نصف الأطفال بلا مدارس]]."),
    # quotation first
    ("say/quotation-verb-subject", "أم سالم", "«[[لم ننم منذ ليلتين]]»، تقول <P أم سالم> وهي نازحة."),
    # no subject
    ("add/implicit-subject", None, "وأضاف أن [[المحادثات مستمرة]]."),
    ("continue/implicit-subject", None, 'وتابع: "[[لن نغلق أي فرع من فروعنا]]".'),
    ("write/implicit-subject", None, 'وكتب على صفحته: "[[سأعود إلى القرية قريبا]]".'),
    # another's words
    ("relay/relayed", "مسؤول أمني", "نقلت وكالة محلية عن مسؤول أمني قوله إن [[المشتبه به فر]]."),
    ("mention/citing", "مسؤولين أمنيين", "ذكرت صحيفة محلية نقلا عن مسؤولين أمنيين أن [[المشتبه به فر]]."),
    # phrases
    ("according/trailing-phrase", "مصدر طبي", "[[توفي أربعة من الجرحى مساء أمس]]، بحسب مصدر طبي."),
    ("according/trailing-phrase", "المرصد", "[[قتل سبعة مدنيين في القصف]]، وفق ما أعلنه المرصد."),
    ("according/leading-phrase", "الشرطة", "وبحسب الشرطة فإن [[الحريق بدأ في المطبخ]]."),
    ("came_in_text/text-phrase", "الجيش", "وجاء في بيان الجيش أن [[الطائرة سقطت في البحر]]."),
    # nouns
    ("noun_announcement/verbal-noun", "<L بلجيكا>", "ارتفع السعر بعد إعلان <L بلجيكا> أنها [[ستخفض الإنتاج]]."),
    ("noun_accusation/verbal-noun", "المعارضة", "رد الوزير على اتهامات من المعارضة بأنه [[أخفى التقرير]]."),
]


@pytest.mark.parametrize(("rule", "source", "marked"), CASES, ids=[case[2] for case in CASES])
def test_a_rule_reads_source_and_content(said: Said, rule: str, source: str | None, marked: str) -> None:
    wanted = marked[marked.index("[[") + 2 : marked.index("]]")]
    found = [s for s in said(marked.replace("[[", "").replace("]]", "")) if s.rule == f"cue.{rule}"]
    assert [s.content.text for s in found] == [strip(wanted)]
    assert (found[0].source.text if found[0].source else None) == (strip(source) if source else None)


def strip(marked: str) -> str:
    """The words without the marks of names."""
    from tests.statements.conftest import unmarked

    return unmarked(marked)[0]


SILENT = [
    # background, not speech
    "يذكر أن المدينة استضافت البطولة مرتين.",
    "ويشار إلى أن الجسر بني قبل قرن.",
    "ويعتقد أن المهاجم من خارج المدينة.",
    "قيل إن الوزير استقال.",
    # denied or to come
    "لم يقل الوزير إنه سيستقيل.",
    "لم تعلن الشركة موعد الافتتاح.",
    "ستعلن الوزارة النتائج غدا.",
    # nouns that look like verbs
    "بدأ كشف أسماء الفائزين في الحفل.",
    "جلس الوفد بين الحاضرين في القاعة.",
    "وصل طالب جديد إلى المدرسة.",
    "عبر اللاجئون النهر ليلا.",
    # laws and plans order, they do not report
    "وزعت الجوائز وفقا للقانون.",
    "سارت الأعمال وفق برنامج زمني محدد.",
    # things that cannot speak
    "تشير الصور إلى دمار واسع في الحي القديم.",
    # verbs of another sense
    "أضاف اللاعب هدفا ثانيا.",
    "نقل الجرحى إلى المستشفى.",
    "نشر الجيش دباباته على الحدود.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nobody_speaks_there(said: Said, text: str) -> None:
    assert said(text) == []
