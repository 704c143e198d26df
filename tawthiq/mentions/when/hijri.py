"""The Hijri calendar (Umm al-Qura, as Saudi Arabia dates by it): Hijri dates as Gregorian values.

hijridate knows the years 1343 to 1500 AH; what lies outside has no value here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from tawthiq.mentions.when.edtf import Value, between, on_day


def gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri day; None where the calendar has no such day or does not reach."""
    from hijridate import Hijri  # loaded only when a report has a Hijri date

    try:
        return Hijri(year, month, day).to_gregorian()
    except (OverflowError, ValueError):
        return None


def hijri_year(day: date) -> int | None:
    """The Hijri year that a Gregorian day lies in; None outside of the calendar's reach."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (OverflowError, ValueError):
        return None


def in_hijri_month(year: int, month: int) -> Value | None:
    """A Hijri month, as the interval of its Gregorian days."""
    after = (year + month // 12, month % 12 + 1)
    return _up_to(gregorian(year, month, 1), gregorian(*after, 1))


def in_hijri_year(year: int) -> Value | None:
    """A Hijri year, as the interval of its Gregorian days."""
    return _up_to(gregorian(year, 1, 1), gregorian(year + 1, 1, 1))


def _up_to(first: date | None, after: date | None) -> Value | None:
    if first is None or after is None:
        return None
    return between(on_day(first), on_day(after - timedelta(days=1)))


def latest_year(today: date, fits: Callable[[int], date | None], future: bool) -> int | None:
    """The Hijri year in which `fits` gives the latest day not after today, or the first one from today on."""
    present = hijri_year(today)
    if present is None:
        return None
    years = (present, present + 1) if future else (present, present - 1)
    for year in years:
        day = fits(year)
        if day is not None and (day >= today if future else day <= today):
            return year
    return None
