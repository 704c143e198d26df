"""Dates as pages write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.page.dates import machine_date, refusal, written_dates


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("الثلاثاء 3 آذار 2020", ["2020-03-03"]),
        ("نشر في ١٢ / ٥ / ٢٠١٩ الساعة ١٠", ["2019-05-12"]),
        ("2021/7/4 - 16:20", ["2021-07-04"]),
        ("4.7.2021", ["2021-07-04"]),
        ("الجمعة 8 فيفري 2019", ["2019-02-08"]),
        ("6 شتنبر 2018، آخر تحديث 7 شتنبر 2018", ["2018-09-06", "2018-09-07"]),
        ("28 آب/أغسطس 2013", ["2013-08-28"]),
        ("2 نوفمبر/ تشرين الثاني 2023", ["2023-11-02"]),
        ("أبريل 23, 2021", ["2021-04-23"]),
        ("1 من يناير 2016", ["2016-01-01"]),
        ("5th of nothing, May 5, 2017", ["2017-05-05"]),
        ("le 1er août 2015", ["2015-08-01"]),
        ("05-13-2019", ["2019-05-13"]),
        ("31/02/2019", []),
        ("بين 1990 و2010 عمل 12 عاما", []),
        ("1441/3/2 هـ", []),
        ("192.168.1.2020", []),
        ("اليوم", []),
        ("", []),
    ],
)
def test_written_dates(text: str, days: list[str]) -> None:
    assert list(written_dates(text)) == days


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2020-12-01", "2020-12-01"),
        ("2020-12-01 02:00:00", "2020-12-01T02:00:00"),
        ("2020-12-01T02:00+0300", "2020-12-01T02:00:00+03:00"),
        ("2020-12-01T02:00:00.123Z", "2020-12-01T02:00:00Z"),
        ("2020-12-01T25:00:00", "2020-12-01"),
        ("Tue, 01 Dec 2020 02:00:00 +0300", "2020-12-01T02:00:00+03:00"),
        ("1606777200", "2020-11-30T23:00:00Z"),
        ("1 ديسمبر 2020", "2020-12-01"),
        ("9999-12-31", "9999-12-31"),
        ("2020-02-30", None),
        ("0000-00-00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_machine_dates(value: str, edtf: str | None) -> None:
    assert machine_date(value) == edtf


@given(st.text(max_size=60) | st.from_regex(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.{0,9}", fullmatch=True))
def test_any_text_gives_a_date_or_none(text: str) -> None:
    list(written_dates(text))
    value = machine_date(text)
    assert value is None or refusal(value, "2020-01-01") in (
        None, "before 1995", "after 2099", "after the page was got",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "retrieved", "why"),
    [
        ("2020-05-01", None, None),
        ("2020-05-01T23:00:00Z", "2020-05-01T20:00:00Z", None),
        ("2020-05-02", "2020-05-01", None),
        ("2020-05-03", "2020-05-01", "after the page was got"),
        ("1994-12-31", None, "before 1995"),
        ("9999-01-01", None, "after 2099"),
        ("2020-05-03", "not a date", None),
    ],
)
def test_dates_that_cannot_be(value: str, retrieved: str | None, why: str | None) -> None:
    assert refusal(value, retrieved) == why
