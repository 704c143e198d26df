"""The days that an EDTF value allows, to filter by."""

from __future__ import annotations

import re
from calendar import monthrange

from tawthiq.errors import OptionError

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:.+\-Z]*)?[?~%]?", re.ASCII)


def days(value: str | None) -> tuple[str, str] | None:
    """First and last day, YYYY-MM-DD, of an EDTF date or interval; None where it sets no bounds.

    EDTF level 0, with the qualifiers of level 1 (?, ~, %) and open intervals (2011/..).
    """
    first, slash, last = (value or "").partition("/")
    if not slash:
        return _bounds(first)
    start, end = _bounds(first), _bounds(last)
    if (first not in ("", "..") and not start) or (last not in ("", "..") and not end):
        return None
    return (start or ("0000-01-01", ""))[0], (end or ("", "9999-12-31"))[1]


def _bounds(date: str) -> tuple[str, str] | None:
    match = _DATE.fullmatch(date)
    if not match:
        return None
    year, month, day = match.groups()
    if not _exists(int(year), int(month or 1), int(day or 1)):
        return None
    last_month = month or "12"
    last_day = day or str(_length(int(year), int(last_month)))
    return f"{year}-{month or '01'}-{day or '01'}", f"{year}-{last_month}-{last_day}"


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _length(year, month)


def _length(year: int, month: int) -> int:
    return monthrange(year or 4, month)[1]  # the year 0 is a leap year, which the calendar module lacks


def asked_days(option: str, value: str) -> tuple[str, str]:
    """`days` for an option that a user gave. Raises OptionError for what is no date."""
    found = days(value)
    if found is None:
        raise OptionError(f"{option}: {value[:40]!r} is no date (2019, 2019-08 or 2019-08-23)")
    return found
