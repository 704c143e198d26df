"""The days that an EDTF value allows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import OptionError
from tawthiq.ledger.days import asked_days, days


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2019-08-23", ("2019-08-23", "2019-08-23")),
        ("2019-08", ("2019-08-01", "2019-08-31")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2019", ("2019-01-01", "2019-12-31")),
        ("2019-08-23T10:15:00+03:00", ("2019-08-23", "2019-08-23")),
        ("2019-08?", ("2019-08-01", "2019-08-31")),
        ("2019~", ("2019-01-01", "2019-12-31")),
        ("2015-07-28/2015-08-03", ("2015-07-28", "2015-08-03")),
        ("2011/..", ("2011-01-01", "9999-12-31")),
        ("../2011-02", ("0000-01-01", "2011-02-28")),
        ("9999-12-31", ("9999-12-31", "9999-12-31")),
        ("0000", ("0000-01-01", "0000-12-31")),
        ("0000-02", ("0000-02-01", "0000-02-29")),
        ("", None),
        (None, None),
        ("2019-13", None),
        ("2019-02-30", None),
        ("2019-00-00", None),
        ("201X", None),
        ("غدا", None),  # tomorrow
        ("2019-01-01/أمس", None),  # yesterday
        ("٢٠١٩/2020", None),
    ],
)
def test_days(value: str | None, expected: tuple[str, str] | None) -> None:
    assert days(value) == expected


@given(st.text(alphabet="0123456789-/.T?~", max_size=24))
def test_days_come_in_order_or_not_at_all(value: str) -> None:
    found = days(value)
    assert found is None or (len(found[0]) == len(found[1]) == 10)


def test_an_option_that_is_no_date_is_an_error_of_one_line() -> None:
    assert asked_days("since", "2019") == ("2019-01-01", "2019-12-31")
    with pytest.raises(OptionError, match="since: 'الأمس' is no date"):  # yesterday
        asked_days("since", "الأمس")
    with pytest.raises(OptionError) as error:
        asked_days("until", "1\n" * 1000)
    assert len(str(error.value).splitlines()) == 1
