"""EDTF values and the report's date."""

from datetime import date

import pytest

from tawthiq.mentions.when import edtf
from tawthiq.mentions.when.edtf import Reference, Value

REFERENCES = [
    ("2020-03-17", Reference(2020, 3, date(2020, 3, 17))),
    ("2020-03-17T23:10:00+03:00", Reference(2020, 3, date(2020, 3, 17))),
    ("2020-03", Reference(2020, 3)),
    ("2020", Reference(2020)),
    (None, Reference()),
    ("", Reference()),
    ("2020-02-30", Reference()),
    ("2020-3~", Reference()),
    ("2020-01/2020-03", Reference()),
    ("0000-01-01", Reference()),
    ("-2020", Reference()),
    ("٢٠٢٠", Reference()),
    ("2020-03-17-04", Reference()),
]


@pytest.mark.parametrize(("published", "expected"), REFERENCES)
def test_what_a_date_of_publication_says(published: str | None, expected: Reference) -> None:
    assert edtf.reference(published) == expected


def test_an_interval_takes_the_outer_ends_of_intervals() -> None:
    first, last = Value("2020-03-02/2020-03-08", "interval"), Value("2020-03-09/2020-03-15", "interval")
    assert edtf.between(first, last).edtf == "2020-03-02/2020-03-15"
    assert edtf.since(first).edtf == "2020-03-02/.."


def test_only_plain_values_are_made_approximate() -> None:
    assert edtf.approximate(edtf.in_year(2011)).edtf == "2011~"
    assert edtf.approximate(edtf.RELATIVE) == edtf.RELATIVE
    assert edtf.approximate(Value("2011/..", "interval")).edtf == "2011/.."


MONTHS = [(2020, 1, -1, (2019, 12)), (2020, 12, 1, (2021, 1)), (2020, 3, -27, (2017, 12)), (2020, 3, 0, (2020, 3))]


@pytest.mark.parametrize(("year", "month", "months", "expected"), MONTHS)
def test_months_are_counted_over_years(year: int, month: int, months: int, expected: tuple[int, int]) -> None:
    assert edtf.shifted(year, month, months) == expected


def test_a_month_without_such_a_day_gives_its_last() -> None:
    assert edtf.shifted_day(date(2020, 3, 31), -1) == date(2020, 2, 29)


def test_there_is_no_31_february() -> None:
    assert edtf.valid_day(2020, 2, 31) is None
    assert edtf.valid_day(2020, 2, 29) == Value("2020-02-29", "day")


def test_weeks_go_from_monday_to_sunday() -> None:
    assert edtf.week_of(date(2020, 3, 22)).edtf == "2020-03-16/2020-03-22"


def test_decades_and_centuries_leave_digits_open() -> None:
    assert (edtf.in_decade(1994).edtf, edtf.in_century(20).edtf) == ("199X", "19XX")
