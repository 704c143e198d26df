"""Who speaks. Each case is a report and the speaker and kind of each of its statements, in reading order."""

import pytest

from tests.statements.conftest import Said

CASES = [
    # the fullest name, wherever it stands
    (
        "قال <P زهران> إن الطريق مفتوح.\nوكان <P فادي زهران> قد زار الميناء.",
        ["فادي زهران person"],
    ),
    (
        "أعلن <O المرصد> مقتل جنديين.\nوأوضح <O المرصد البلجيكي للأنهار> أن الحصيلة مؤقتة.",
        ["المرصد البلجيكي للأنهار institution", "المرصد البلجيكي للأنهار institution"],
    ),
    # an office held by someone named elsewhere
    (
        "قال وزير الري <P فادي زهران> إن السد ممتلئ. وأضاف الوزير أن المنسوب يرتفع.",
        ["فادي زهران person", "فادي زهران person"],
    ),
    (
        "التقى الرئيس وزير الري البلجيكي <P فادي زهران> أمس.\nوأكد وزير الري البلجيكي أن السد ممتلئ.",
        ["فادي زهران person"],
    ),
    ("قالت وزيرة العدل إن القانون سيعدل.", ["وزيرة العدل official"]),
    # nobody named: whoever spoke last and fits
    (
        "قال <P فادي زهران> إن الطريق مفتوح. وأضاف أن العمل مستمر.",
        ["فادي زهران person", "فادي زهران person"],
    ),
    (
        "قال <P فادي زهران> إن الطريق مفتوح. ونفت الشركة ذلك. وأضاف أن العمل مستمر.",
        ["فادي زهران person", "فادي زهران person"],
    ),
    (
        "قال السكان إن الماء مقطوع. وقالت البلدية إنها تعمل. وأضافوا أن الخزان فارغ.",
        ["السكان witnesses", "البلدية institution", "السكان witnesses"],
    ),
    (
        "استقبل <P فادي زهران> الوفد في مكتبه. وقال إن الطريق مفتوح.",
        ["فادي زهران person"],
    ),
    # an adverb leans on the subject of its sentence
    (
        "وصل <P فادي زهران> إلى الميناء أمس، مؤكدا أن الطريق مفتوح.",
        ["فادي زهران person"],
    ),
    (
        "قالت البلدية إن الوزير زار الحي، مضيفة أن الخزان فارغ.",
        ["البلدية institution", "البلدية institution"],
    ),
    # told inside another statement
    (
        "قال المدعي العام إن الحارس اعترف بسرقة الخزنة، فيما يبحث المحققون عن شركائه.",
        ["المدعي العام official", "الحارس institution"],
    ),
    # what refers back
    (
        "ذكرت مصادر طبية أن الجرحى سبعة. وأوضحت المصادر نفسها أن حالتهم مستقرة.",
        ["مصادر طبية sources", "مصادر طبية sources"],
    ),
    (
        "وقالت قيادة العمليات إن القرية تحررت. وذكر البيان أن الألغام كثيرة.",
        ["قيادة العمليات institution", "قيادة العمليات institution"],
    ),
    (
        "قالت <L:state.BEL بلجيكا> و<L:state.NOR النرويج> إن الاتفاق قريب. وتؤكد هذه الدول أن الخلاف ضيق.",
        ["بلجيكا والنرويج institution", "بلجيكا والنرويج institution"],
    ),
    # kinds
    ("قال المتحدث باسم <O هيئة المياه> إن الشبكة قديمة.", ["المتحدث باسم هيئة المياه institution"]),
    ("قال المتحدث باسم <P زهران> إن اللقاء ألغي.", ["المتحدث باسم زهران official"]),
    ("قال ناشطون إن القصف توقف.", ["ناشطون witnesses"]),
    ("خلصت الدراسة إلى أن التلوث يزداد.", ["الدراسة document"]),
    ("ذكرت صحيفة محلية أن الجسر سيغلق.", ["صحيفة محلية media"]),
    ("قال بيان <P زهران> إن الإجراءات اكتملت.", ["زهران person"]),
    ("أعلنت <L:state.BEL بلجيكا> أنها ستنسحب.", ["بلجيكا institution"]),
    ("قال أحد السكان إن الماء مقطوع.", ["أحد السكان witnesses"]),
    # the headline: an office there is whoever the text quotes first
    (
        "وزير الري: السد ممتلئ تماما\nقال <P فادي زهران> إن السد ممتلئ.",
        ["فادي زهران person", "فادي زهران person"],
    ),
    # a quotation that goes on in a sentence of its own
    (
        "قال <P فادي زهران> إن الطريق مفتوح.\n«نعمل ليل نهار لإبقائه مفتوحا».",
        ["فادي زهران person", "فادي زهران person"],
    ),
]


@pytest.mark.parametrize(("marked", "wanted"), CASES, ids=[case[0][:60] for case in CASES])
def test_the_speaker_is_found(said: Said, marked: str, wanted: list[str]) -> None:
    found = [f"{s.speaker.text if s.speaker else None} {s.kind}" for s in said(marked)]
    assert found == wanted


def test_a_speaker_keeps_its_actor(said: Said) -> None:
    [statement] = said("قالت <L:state.BEL بلجيكا> إن الاتفاق قريب.")
    assert statement.speaker is not None
    assert statement.speaker.actor == "state.BEL"


def test_nobody_is_made_up(said: Said) -> None:
    [statement] = said("وأضاف أن المحادثات مستمرة.")
    assert statement.speaker is None
    assert statement.source is None
