"""Hijri days, months and years as Gregorian ones."""

from datetime import date

import pytest

from tawthiq.mentions.when import hijri

DAYS = [
    (1436, 10, 26, date(2015, 8, 11)),
    (1441, 7, 22, date(2020, 3, 17)),
    (1436, 13, 1, None),
    (1436, 10, 31, None),
    (1200, 1, 1, None),
    (1501, 1, 1, None),
]


@pytest.mark.parametrize(("year", "month", "day", "expected"), DAYS)
def test_a_hijri_day(year: int, month: int, day: int, expected: date | None) -> None:
    assert hijri.gregorian(year, month, day) == expected


def test_months_and_years_are_intervals_that_meet() -> None:
    ramadan, shawwal = hijri.in_hijri_month(1436, 9), hijri.in_hijri_month(1436, 10)
    assert ramadan is not None and ramadan.edtf == "2015-06-18/2015-07-16"
    assert shawwal is not None and shawwal.edtf.startswith("2015-07-17/")
    year = hijri.in_hijri_year(1436)
    assert year is not None and year.edtf == "2014-10-25/2015-10-13"


def test_outside_of_the_calendar_there_is_no_value() -> None:
    assert hijri.in_hijri_year(1300) is None
    assert hijri.hijri_year(date(1800, 1, 1)) is None
