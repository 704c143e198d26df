"""The Hijri calendar (Umm al-Qura, as Saudi Arabia dates by it): Hijri dates as Gregorian values.

hijridate knows the years 1343 to 1500 AH; what lies outside has no value here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from tawthiq.mentions.when.edtf import Value, between, on_day
from tawthiq.mentions.when.moment import Moment, nearest


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


def year_of(moment: Moment, day_in: Callable[[int], date | None], step: int | None) -> int | None:
    """The Hijri year of a day that is said without one: step -1 the last one, 1 the next, else by the verbs.

    day_in: the Gregorian day in a given Hijri year. None where the report's own day is not known.
    """
    present = hijri_year(moment.today) if moment.today else None
    if present is None or moment.today is None:
        return None
    if step == 0:
        return present
    past, future = _around(moment.today, day_in, present)
    if past is None or future is None:
        return None
    chosen = nearest(moment, past, future) if step is None else future if step > 0 else past
    return hijri_year(chosen)


def _around(today: date, day_in: Callable[[int], date | None], present: int) -> tuple[date | None, date | None]:
    """The latest such day not after today, and the first one after it."""
    this = day_in(present)
    if this is None or this <= today:
        return this, day_in(present + 1)
    return day_in(present - 1), this
