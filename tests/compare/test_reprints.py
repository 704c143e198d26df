"""Reprints: pairs of reports labelled by hand, and what must not make copies of reports that are none."""

import itertools

import pytest

from tawthiq.compare.digest import digest_of
from tawthiq.compare.reprints import Reprints, paired
from tawthiq.compare.stems import Vocabulary
from tests.compare.conftest import Make

WIRE = """أعلنت وزارة الري في بيان أصدرته مساء الاثنين أن منسوب البحيرة ارتفع مترين منذ مطلع الشهر، وأن
بوابات السد الشمالي
ستفتح تدريجيا ابتداء من صباح الخميس لتصريف الفائض نحو الأراضي الزراعية في السهل الغربي.
وقال مدير السد المهندس نبيل قدسي إن الخبراء فحصوا جسم السد فوجدوه سليما، ودعا أصحاب الحقول القريبة من المجرى إلى نقل
مضخاتهم ومواشيهم إلى أماكن مرتفعة قبل حلول الموعد.
وكانت البحيرة قد بلغت أدنى مستوى لها في الخريف الماضي بعد ثلاثة مواسم من الجفاف، فتوقفت محطتان لتوليد الكهرباء عن العمل
واضطرت البلديات إلى توزيع المياه بالصهاريج على القرى البعيدة."""
# the ministry of irrigation says the lake rose and gates will open; the director calls farmers to move; last autumn
SHORTENED = """ارتفع منسوب البحيرة مترين منذ مطلع الشهر بحسب وزارة الري، وبوابات السد الشمالي ستفتح تدريجيا
ابتداء من صباح
الخميس لتصريف الفائض نحو الأراضي الزراعية في السهل الغربي. ودعا مدير السد أصحاب الحقول القريبة من المجرى إلى نقل
مضخاتهم ومواشيهم إلى أماكن مرتفعة قبل حلول الموعد."""
WRAPPED = """يراقب المزارعون في السهل الغربي السماء بقلق هذا الأسبوع، فالمواسم تتقلب والديون تتراكم على
أصحاب الحقول الصغيرة.
ويقول فادي زهران وهو يسقي أشجاره إن العائلة باعت جرارها في الشتاء لتشتري البذور، وإنه لا ينتظر تعويضا من أحد.
وكانت البحيرة قد بلغت أدنى مستوى لها في الخريف الماضي بعد ثلاثة مواسم من الجفاف، فتوقفت محطتان لتوليد الكهرباء عن العمل
واضطرت البلديات إلى توزيع المياه بالصهاريج على القرى البعيدة.
ويرى خبراء محليون أن الحل يبدأ بإصلاح قنوات الري القديمة التي يضيع فيها نصف الماء قبل أن يصل إلى الحقول، وبتشجيع زراعات
لا تحتاج إلى سقاية كثيرة مثل الزعتر والسماق، وهي زراعات عاد إليها بعض الشبان في القرى الجبلية بعد سنوات من الهجرة."""
SAME_NEWS = """قالت السلطات المكلفة بالمياه إن البحيرة امتلأت أكثر من المعتاد وإنها قررت إطلاق جزء من مياهها
يوم الخميس، بينما
طمأن المهندس نبيل قدسي الأهالي إلى متانة السد وطلب من الفلاحين إبعاد معداتهم عن ضفاف النهر احتياطا."""
CABLE = """بعث رئيس الجمهورية برقية تهنئة إلى رئيس {} {} بمناسبة ذكرى استقلال بلاده، أعرب فيها باسمه وباسم شعب الجمهورية
وحكومتها عن أصدق التهاني وأطيب التمنيات له بموفور الصحة والسعادة، ولشعبه الصديق باطراد التقدم والازدهار.
وأشاد في البرقية بالعلاقات المتميزة التي تربط البلدين والشعبين الصديقين والتي يسعى الجميع لتعزيزها في المجالات كافة."""
MARKET = """أنهى مؤشر السوق تعاملات {} مرتفعا {} نقاط ليغلق عند مستوى {} نقطة، وسط تداولات بلغت قيمتها {}
ملايين وشملت أسهم
{} شركة، وتصدر قطاع المصارف الشركات الرابحة فيما تراجع قطاع النقل والاتصالات بفعل عمليات جني أرباح."""
QUOTED = (
    "«إننا نمد أيدينا إلى جميع القوى الوطنية من دون استثناء، ونؤمن بأن الحوار وحده طريق الخروج من الأزمة، ولن نقبل "
    "بأن تتحول البلاد إلى ساحة لتصفية حسابات الآخرين مهما كان الثمن»"
)
# we stretch out our hands to all; dialogue is the only way; the country is no arena
FLASH = "عاجل: هزة أرضية تضرب الساحل الغربي ولا أنباء عن ضحايا"

COPIES = [
    ("word for word", WIRE, WIRE, "whole"),
    ("spelt otherwise", WIRE, WIRE.replace("أ", "ا").replace("ة", "ه").replace("ى", "ي"), "whole"),
    ("vowelled", WIRE, WIRE.replace("وزارة", "وِزارَة").replace("السد", "السّدّ"), "whole"),
    ("with a dateline", WIRE, "دمشق (السنديانة) - " + WIRE, "whole"),
    ("with other words for some", WIRE, WIRE.replace("منسوب", "مستوى").replace("مساء الاثنين", "أمس"), "whole"),
    ("without its last paragraph", WIRE, WIRE.rpartition("\n")[0], "whole"),
    ("with a paragraph added", WIRE, WIRE + "\nولم يتسن للصحيفة الوصول إلى سكان القرى المعنية للتعليق.", "whole"),
    ("shortened and put otherwise", WIRE, SHORTENED, "whole"),
    ("one paragraph taken over", WIRE, WRAPPED, "part"),
]
NO_COPIES = [
    ("the same news in other words", WIRE, SAME_NEWS),
    (
        "another matter",
        WIRE,
        "افتتح وزير الثقافة معرض الكتاب في دورته العشرين بحضور ناشرين من بلدان كثيرة وجمهور واسع.",
    ),
    ("one mould, other names", CABLE.format("كينيا", "أوهورو كينياتا"), CABLE.format("الأرجنتين", "ألبرتو فرنانديز")),
    (
        "a daily table",
        MARKET.format("الأحد", 9, 8812, 411, 98),
        MARKET.format("الثلاثاء", 7, 8790, 377, 104),
    ),
    (
        "the same words quoted",
        f"قال فادي زهران في مهرجان خطابي أقيم في حمص: {QUOTED}.",
        f"وفي مقابلة بثت مساء كرر زهران موقفه من الأزمة أمام الصحافيين الأجانب، فصرح: {QUOTED}.",
    ),
    ("two flashes of one kind", FLASH, "عاجل: هزة أرضية تضرب الساحل الشرقي وأنباء عن ضحايا"),
    ("a mark", ".", "."),
    ("a word", "قال", "قال"),
    ("another language", "The ministry said the lake had risen.", "Le ministère a dit que le lac avait monté."),
]


@pytest.mark.parametrize(("case", "a", "b", "extent"), COPIES, ids=[row[0] for row in COPIES])
def test_copies(case: str, a: str, b: str, extent: str, make: Make, vocabulary: Vocabulary) -> None:
    first, second = make(a, "السنديانة", "2021-03-04"), make(b, "النداء", "2021-03-05")
    for one, other in ((first, second), (second, first)):
        found = paired(digest_of(one, vocabulary), digest_of(other, vocabulary))
        assert found is not None and found.extent == extent
        assert (found.original, found.copy) == (first.report.id, second.report.id)


@pytest.mark.parametrize(("case", "a", "b"), NO_COPIES, ids=[row[0] for row in NO_COPIES])
def test_no_copies(case: str, a: str, b: str, make: Make, vocabulary: Vocabulary) -> None:
    first, second = make(a, "السنديانة", "2021-03-04"), make(b, "النداء", "2021-03-06")
    assert paired(digest_of(first, vocabulary), digest_of(second, vocabulary)) is None


def test_every_copy_is_found_among_all_and_nothing_else(make: Make, vocabulary: Vocabulary) -> None:
    texts = [WIRE, *(b for _, _, b, _ in COPIES), *(t for _, a, b in NO_COPIES for t in (a, b) if t != WIRE)]
    reprints, ids = Reprints(), []
    for number, text in enumerate(texts):
        reading = make(text, f"صحيفة {number}", f"2021-03-{number + 1:02}")
        ids.append(reading.report.id)
        reprints.place(digest_of(reading, vocabulary))
    copies = set(ids[: len(COPIES) + 1])
    found = {frozenset((p.original, p.copy)) for pairs in reprints.pairs.values() for p in pairs}
    assert all(pair <= copies for pair in found)
    for copy in ids[1 : len(COPIES) + 1]:
        assert any(copy in pair for pair in found)


def test_who_copied_whom_is_told_by_day_then_hour_then_credit(make: Make, vocabulary: Vocabulary) -> None:
    agency, paper = make(WIRE, "السنديانة", "2021-03-04"), make(f"دمشق (السنديانة) - {WIRE}", "النداء", "2021-03-04")
    found = paired(digest_of(paper, vocabulary), digest_of(agency, vocabulary))
    assert found is not None and found.copy == paper.report.id
    early, late = make(WIRE, "أ", "2021-03-04T06:00"), make(WIRE, "ب", "2021-03-04T19:30")
    found = paired(digest_of(late, vocabulary), digest_of(early, vocabulary))
    assert found is not None and found.copy == late.report.id


def test_a_chain_of_copies_goes_back_to_its_first_report(make: Make, vocabulary: Vocabulary) -> None:
    reprints = Reprints()
    chain = [
        make(WIRE, "أ", "2021-03-01"),
        make(WIRE + "\nوأضافت سطرا.", "ب", "2021-03-02"),
        make(WIRE, "ج", "2021-03-03"),
    ]
    for reading in chain:
        reprints.place(digest_of(reading, vocabulary))
    assert {reprints.root_of(reading.report.id) for reading in chain} == {chain[0].report.id}


def test_a_thousand_copies_cost_no_more_than_a_thousand_look_ups(make: Make, vocabulary: Vocabulary) -> None:
    reprints = Reprints()
    digest = digest_of(make(WIRE, "أ", "2021-03-01"), vocabulary)
    for number in range(1000):
        copy = digest if not number else type(digest)(**{**digest_fields(digest), "report": f"{number:064}"})
        assert len(reprints.place(copy)) <= 10
    assert reprints.root_of(f"{999:064}") == digest.report


def digest_fields(digest: object) -> dict[str, object]:
    return {name: getattr(digest, name) for name in digest.__struct_fields__}  # type: ignore[attr-defined]


def test_pairs_do_not_depend_on_the_order_of_placing(make: Make, vocabulary: Vocabulary) -> None:
    digests = [
        digest_of(make(t, "أ", f"2021-03-0{n}"), vocabulary) for n, t in enumerate((WIRE, SHORTENED, SAME_NEWS), 1)
    ]
    found = set()
    for order in itertools.permutations(digests):
        reprints = Reprints()
        pairs = frozenset((p.original, p.copy) for digest in order for p in reprints.place(digest))
        found.add(pairs)
    assert len(found) == 1
