"""Stories: which reports tell one happening; online, the same for any bad input."""

from collections.abc import Callable

import pytest

from tawthiq.compare.picture import Picture
from tawthiq.errors import OptionError
from tawthiq.records import Reading
from tests.compare.conftest import Make

QUAKE = [
    "ضربت هزة أرضية بقوة 5.8 درجات مدينة إزمير غربي تركيا فجر الثلاثاء، وهرع السكان إلى الشوارع.",
    "أعلنت إدارة الكوارث التركية أن زلزالا بقوة 5.8 درجات وقع قرب إزمير فجر الثلاثاء من دون ضحايا.",
    "زلزال إزمير: مدارس المدينة تغلق أبوابها ليومين بعد الهزة التي ضربت غربي تركيا.",
]
BUDGET = [
    "أقر مجلس النواب الأردني مشروع قانون الموازنة العامة بعد نقاش استمر خمسة أيام.",
    "الموازنة العامة تجتاز مجلس النواب الأردني بأغلبية 86 صوتا.",
]
OTHER_QUAKE = "ضربت هزة أرضية جزيرة سومطرة الإندونيسية وأطلقت السلطات تحذيرا من موجات مد بحري."


def ids(picture: Picture, readings: list[Reading]) -> list[str]:
    return [picture.stories.of_report[reading.report.id] for reading in readings]


def test_reports_of_one_happening_come_together(make: Make, picture_from: Callable[[list[Reading]], Picture]) -> None:
    readings = [make(text, f"صحيفة {n}", "2021-03-02") for n, text in enumerate([*QUAKE, *BUDGET, OTHER_QUAKE])]
    found = ids(picture_from(readings), readings)
    assert len(set(found[:3])) == 1
    assert len(set(found[3:5])) == 1
    assert len(set(found)) == 3


def test_the_same_words_long_after_are_another_story(
    make: Make, picture_from: Callable[[list[Reading]], Picture]
) -> None:
    readings = [make(QUAKE[0], "أ", "2021-03-02"), make(QUAKE[1], "ب", "2021-07-02")]
    assert len(set(ids(picture_from(readings), readings))) == 2


def test_reports_without_a_day_are_placed(make: Make, picture_from: Callable[[list[Reading]], Picture]) -> None:
    readings = [make(QUAKE[0], "أ", None), make(QUAKE[0] + " وعاد الهدوء.", "ب", None), make("Rain.", "ج", None)]
    picture = picture_from(readings)
    found = ids(picture, readings)
    assert found[0] == found[1] != found[2]
    assert picture.story(found[0]).first_day is None


def test_a_report_is_placed_once(make: Make, picture_from: Callable[[list[Reading]], Picture]) -> None:
    reading = make(QUAKE[0])
    picture = picture_from([reading])
    assert picture.place(reading).story == picture.place(reading).story
    assert len(picture.story(reading.report.id).reports) == 1


def test_a_report_a_thousand_times_over_is_one_story(
    make: Make, picture_from: Callable[[list[Reading]], Picture]
) -> None:
    readings = [make(QUAKE[0], f"صحيفة {n}", "2021-03-02") for n in range(1000)]
    picture = picture_from(readings)
    (view,) = picture.views()
    assert len(view.reports) == 1000
    assert len(view.carriers) == 1


def test_two_shelves_put_together_give_the_picture_of_all(
    make: Make, picture_from: Callable[[list[Reading]], Picture]
) -> None:
    first, second = [make(t, "أ", "2021-03-02") for t in QUAKE], [make(t, "ب", "2021-03-02") for t in BUDGET]
    merged = picture_from([*first, *second, *first])
    assert len(merged.stories.of_report) == 5


@pytest.mark.parametrize("asked", ["", "0", "zzzz", "f" * 64])
def test_an_id_of_no_story_is_a_clear_error(
    asked: str, make: Make, picture_from: Callable[[list[Reading]], Picture]
) -> None:
    with pytest.raises(OptionError, match="no story of this id"):
        picture_from([make(QUAKE[0])]).story(asked)
