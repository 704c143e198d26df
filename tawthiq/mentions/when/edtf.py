"""Values of dates as EDTF strings: ISO 8601-2:2019, levels 0 and 1, of level 2 sets (Library of Congress profile).

A day `2015-08-04`, a month `2015-06`, a year `2015`, a season `2015-22`, a decade `199X`, a century
`19XX`, an interval `2015-07-28/2015-08-03`, an open one `2011/..`, an approximate one `2011~`.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple


class Value(NamedTuple):
    """An EDTF string ("" where it cannot be reckoned) and how exact it is (records.DateMention)."""

    edtf: str
    precision: str


RELATIVE = Value("", "relative")


class Reference(NamedTuple):
    """What a report's date says: its year, its month, its day (as `date`); what it lacks is None."""

    year: int | None = None
    month: int | None = None
    day: date | None = None


def reference(published: str | None) -> Reference:
    """The parts of an EDTF day, month, year or date-time; empty for anything else (intervals, 2015~, "")."""
    pieces = (published or "").partition("T")[0].split("-")
    if not (1 <= len(pieces) <= 3 and all(piece.isascii() and piece.isdigit() for piece in pieces)):
        return Reference()
    numbers = [int(piece) for piece in pieces]
    try:
        first = date(numbers[0], *[*numbers[1:], 1, 1][:2])
    except ValueError:
        return Reference()
    return Reference(first.year, first.month if len(pieces) > 1 else None, first if len(pieces) > 2 else None)


def at(day: date) -> Reference:
    """The reference that a day is."""
    return Reference(day.year, day.month, day)


def on_day(day: date) -> Value:
    """A day."""
    return Value(day.isoformat(), "day")


def in_month(year: int, month: int) -> Value:
    """A month of the Gregorian calendar."""
    return Value(f"{year:04}-{month:02}", "month")


def in_year(year: int) -> Value:
    """A year."""
    return Value(f"{year:04}", "year")


def in_season(year: int, season: int) -> Value:
    """A season of a year: 21 spring, 22 summer, 23 autumn, 24 winter (level 1)."""
    return Value(f"{year:04}-{season}", "season")


def in_decade(year: int) -> Value:
    """The decade that a year lies in."""
    return Value(f"{year // 10:03}X", "decade")


def in_century(number: int) -> Value:
    """The nth century: the 20th is 19XX."""
    return Value(f"{number - 1:02}XX", "century")


def between(first: Value, last: Value) -> Value:
    """From the start of one value to the end of another; of intervals, their outer ends."""
    return Value(f"{first.edtf.partition('/')[0]}/{last.edtf.rpartition('/')[2]}", "interval")


def not_before(day: Value, start: Value) -> Value:
    """The end of an interval between weekdays: a week later where it lies before the start."""
    if day.precision != "day" or start.precision != "day" or day.edtf >= start.edtf:
        return day
    return on_day(date.fromisoformat(day.edtf) + timedelta(days=7))


def both(first: Value, last: Value) -> Value:
    """Two days and none between them (level 2): {2015-04-14,2015-04-30}."""
    return Value(f"{{{first.edtf},{last.edtf}}}", "set")


def since(value: Value) -> Value:
    """From a value on, with no end said."""
    return Value(f"{value.edtf.partition('/')[0]}/..", "interval")


def approximate(value: Value) -> Value:
    """A value that the words call approximate (about 2011): 2011~."""
    plain = value.edtf and "/" not in value.edtf
    return Value(value.edtf + "~", value.precision) if plain else value


def week_of(day: date) -> Value:
    """The week, Monday to Sunday, that a day lies in."""
    monday = day - timedelta(days=day.weekday())
    return between(on_day(monday), on_day(monday + timedelta(days=6)))


def shifted(year: int, month: int, months: int) -> tuple[int, int]:
    """A month so many months later; negative for earlier."""
    count = year * 12 + month - 1 + months
    return count // 12, count % 12 + 1


def shifted_day(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last day of that month."""
    year, month = shifted(day.year, day.month, months)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def valid_day(year: int, month: int, day: int) -> Value | None:
    """A day of the Gregorian calendar; None where there is no such day (31 February)."""
    try:
        return on_day(date(year, month, day))
    except ValueError:
        return None


def year_of(value: Value) -> int | None:
    """The year that a value starts in; None where it says none."""
    return int(value.edtf[:4]) if value.edtf[:4].isdigit() else None


def first_day(value: Value) -> date | None:
    """The first day of a value that says a day, a month or a year at its start."""
    start = value.edtf.partition("/")[0].rstrip("~?")
    pieces = start.split("-")
    if not all(piece.isdigit() for piece in pieces) or not (len(pieces) == 1 or 1 <= int(pieces[1]) <= 12):
        return None
    return date(*[*map(int, pieces), 1, 1][:3])
