"""Disputes: what cannot all be so, each side with its words; corrections and parts of a toll are none."""

from collections.abc import Callable

import pytest

from tawthiq.compare.picture import Picture
from tawthiq.compare.views import StoryView
from tawthiq.records import Reading
from tests.compare.conftest import Make

BASE = "قال مصدر طبي إن {} قتلوا في انفجار سيارة مفخخة قرب سوق مدينة الباب شمالي سوريا صباح السبت، وأصيب عشرات."
OTHER = "أفاد ناشطون بأن {} قتلوا صباح السبت حين انفجرت سيارة مفخخة في سوق شعبية وسط مدينة الباب شمالي سوريا."
MORE = "وهرعت سيارات الإسعاف إلى سوق مدينة الباب شمالي سوريا بعد انفجار سيارة مفخخة صباح السبت."

# two reports (outlet, day, toll) and the values that are in dispute
TOLLS = [
    ("two tolls", [("النداء", "2021-03-06", "سبعة مدنيين"), ("البيان", "2021-03-06", "15 مدنيا")], ["7", "15"]),
    ("one toll", [("النداء", "2021-03-06", "سبعة مدنيين"), ("البيان", "2021-03-06", "7 مدنيين")], None),
    (
        "a range that holds it",
        [("النداء", "2021-03-06", "سبعة مدنيين"), ("البيان", "2021-03-06", "بين خمسة وتسعة مدنيين")],
        None,
    ),
    ("at least", [("النداء", "2021-03-06", "سبعة مدنيين"), ("البيان", "2021-03-06", "خمسة مدنيين على الأقل")], None),
    ("far more", [("النداء", "2021-03-06", "سبعة مدنيين"), ("البيان", "2021-03-06", "700 مدني")], None),
]


@pytest.fixture(scope="module")
def view(make: Make, picture_from: Callable[[list[Reading]], Picture]) -> Callable[[list[Reading]], StoryView]:
    def made(readings: list[Reading]) -> StoryView:
        (found,) = picture_from(readings).views()
        return found

    return made


@pytest.mark.parametrize(("case", "told", "values"), TOLLS, ids=[row[0] for row in TOLLS])
def test_tolls(
    case: str, told: list[tuple[str, str, str]], values: list[str] | None, make: Make,
    view: Callable[[list[Reading]], StoryView],
) -> None:  # fmt: skip
    texts = (BASE, OTHER)
    story = view([make(text.format(toll), name, day) for text, (name, day, toll) in zip(texts, told, strict=True)])
    found = [[side.value for side in d.sides] for d in story.disputes if d.about == "count dead"]
    assert found == ([values] if values else [])


def test_an_outlet_that_mends_its_own_toll_corrects_it(make: Make, view: Callable[[list[Reading]], StoryView]) -> None:
    own = "قتل {} في انفجار سيارة مفخخة قرب سوق مدينة الباب شمالي سوريا صباح السبت."
    story = view([
        make(f"{own.format('سبعة مدنيين')}\n{MORE}", "النداء", "2021-03-06"),
        make(f"{own.format('خمسة مدنيين')}\n{MORE}", "النداء", "2021-03-07"),
    ])  # fmt: skip
    assert [d for d in story.disputes if d.about == "count dead"] == []
    (correction,) = story.corrections
    assert (correction.earlier.words.text, correction.later.words.text) == ("سبعة مدنيين", "خمسة مدنيين")


def test_a_denial_needs_somebody_who_affirms(make: Make, view: Callable[[list[Reading]], StoryView]) -> None:
    denied = "نفى مدير السد نبيل قدسي فتح أبواب السد الشمالي يوم الخميس لتصريف المياه الفائضة."
    affirmed = "قال وزير الري فادي زهران إن السد الشمالي سيفتح أبوابه يوم الخميس لتصريف المياه الفائضة."
    assert view([make(denied, "أ"), make(denied + " وأغلق الطريق.", "ب")]).disputes == ()
    (dispute,) = view([make(denied, "أ"), make(affirmed, "ب")]).disputes
    assert [(s.value, [v.speaker for v in s.voices]) for s in dispute.sides] == [
        ("affirm", ["فادي زهران"]),
        ("deny", ["نبيل قدسي"]),
    ]
