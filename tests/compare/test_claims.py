"""Claims: which tellings tell the same, on how many independent sources they stand, who denies them."""

from collections.abc import Callable

import pytest

from tawthiq.compare.claims import Claim, claims_of
from tawthiq.compare.names import same_name
from tawthiq.compare.stems import Vocabulary
from tawthiq.compare.tellings import tellings_of
from tawthiq.records import Reading
from tests.compare.conftest import Make

Find = Callable[[list[Reading]], list[Claim]]

SAID = "قال وزير الري فادي زهران إن السد الشمالي سيفتح أبوابه يوم الخميس لتصريف المياه الفائضة."
SAID_AGAIN = "أكد فادي زهران أن أبواب السد الشمالي ستفتح الخميس لتصريف المياه الفائضة."
SAID_BY_OTHER = "ذكر مدير البلدية سامي حداد أن السد الشمالي سيفتح أبوابه يوم الخميس لتصريف المياه الفائضة."
DENIED = "نفى مدير السد نبيل قدسي فتح أبواب السد الشمالي يوم الخميس لتصريف المياه الفائضة."
OTHER = "قالت وزيرة الصحة ريما زهران إن حملة اللقاح ستبدأ في المدارس مطلع الشهر المقبل."
ANONYMOUS = "كشف مصدر أمني رفيع المستوى في العاصمة أن السد الشمالي سيفتح أبوابه يوم الخميس لتصريف المياه الفائضة."
VIA = "نقلت وكالة الأناضول عن مصدر محلي أن السد الشمالي سيفتح أبوابه يوم الخميس لتصريف المياه الفائضة."


@pytest.fixture(scope="module")
def claims(vocabulary: Vocabulary) -> Find:
    return lambda readings: claims_of(t for reading in readings for t in tellings_of(reading, vocabulary))


# the reports, how many claims, and of the first one how many affirm and deny it independently
CASES = [
    ("one telling", [SAID], 1, 1, 0),
    ("the same speaker in two outlets", [SAID, SAID_AGAIN], 1, 1, 0),
    ("two speakers", [SAID, SAID_BY_OTHER], 1, 2, 0),
    ("another matter", [SAID, OTHER], 2, 1, 0),
    ("denied", [SAID, DENIED], 1, 1, 1),
    ("the same anonymous source in two outlets", [ANONYMOUS, ANONYMOUS], 1, 1, 0),
    ("an anonymous source and a named one", [SAID, ANONYMOUS], 1, 2, 0),
    ("one agency in two outlets", [VIA, VIA.replace("مصدر محلي", "شهود عيان")], 1, 1, 0),
    ("one agency and a named speaker", [VIA, SAID], 1, 2, 0),
]


@pytest.mark.parametrize(("case", "texts", "count", "affirming", "denying"), CASES, ids=[row[0] for row in CASES])
def test_independent_sources(
    case: str, texts: list[str], count: int, affirming: int, denying: int, make: Make, claims: Find
) -> None:
    found = claims([make(text, outlet) for text, outlet in zip(texts, ("النداء", "البيان"), strict=False)])
    assert len(found) == count
    origins = found[0].origins({})
    assert (len(origins.affirming), len(origins.denying)) == (affirming, denying)


def test_copies_are_one_source(make: Make, claims: Find) -> None:
    readings = [make(SAID_BY_OTHER, "النداء"), make(ANONYMOUS, "البيان")]
    (claim,) = claims(readings)
    assert len(claim.origins({}).affirming) == 2
    assert len(claim.origins({readings[1].report.id: "النداء"}).affirming) == 1


def test_sourcing_counts_kinds(make: Make, claims: Find) -> None:
    (claim,) = claims([make(SAID, "أ"), make(ANONYMOUS, "ب"), make(SAID_AGAIN, "ج")])
    assert claim.sourcing() == {"person": 2, "sources": 1}


def test_unnamed_media_are_no_source(make: Make, claims: Find) -> None:
    text = "ذكرت وسائل إعلام أن السد الشمالي سيفتح أبوابه يوم الخميس لتصريف المياه الفائضة."
    (claim,) = claims([make(text, "النداء")])
    assert claim.origins({}).affirming == ()


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("الأناضول", "وكالة أنباء الأناضول", True),
        ("فادي زهران", "زهران", True),
        ("حماة", "حماس", False),
        ("وزارة الدفاع", "وزارة الخارجية", False),
        ("", "", False),
        ("(", "(", False),
    ],
)
def test_names(a: str, b: str, same: bool) -> None:
    assert same_name(a, b) is same_name(b, a) is same
