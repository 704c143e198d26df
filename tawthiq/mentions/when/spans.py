"""Values of expressions that name a week, a month, a year or more, and of how long ago something was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from tawthiq.mentions.when import edtf, hijri
from tawthiq.mentions.when.days import month_of
from tawthiq.mentions.when.edtf import RELATIVE, Value
from tawthiq.mentions.when.moment import YEAR_WORDS, Moment, Words, relation, said_year

_NUMBERS = ("ordinal", "number_word", "number")
_WEEK = timedelta(days=7)


def relative_unit(words: Words, moment: Moment) -> Value | None:
    """Last week, this month, the end of next year, the past century."""
    unit = words.all("the_week", "the_moon", "the_year_word", "the_decade", "the_century")[-1]
    if unit.kind == "the_century" and (number := words.number(*_NUMBERS)):
        return edtf.in_century(number) if number <= 21 else None
    return _counted(unit.kind, relation(words) or 0, moment)


def _counted(unit: str, step: int, moment: Moment) -> Value | None:
    year, month = moment.reference.year, moment.reference.month
    if unit == "the_week":
        return RELATIVE if moment.today is None else edtf.week_of(moment.today + step * _WEEK)
    if year is None or (unit == "the_moon" and month is None):
        return RELATIVE
    if unit == "the_moon":
        return edtf.in_month(*edtf.shifted(year, month or 1, step))
    if unit == "the_year_word":
        return edtf.in_year(year + step)
    decade = unit == "the_decade"
    return edtf.in_decade(year + 10 * step) if decade else edtf.in_century(year // 100 + 1 + step)


def rest(words: Words, moment: Moment) -> Value | None:
    """The rest of this month: from the report's day to the last day of the week, month or year."""
    whole = relative_unit(words, moment)
    if whole is None or moment.today is None:
        return RELATIVE
    if whole.precision == "year":
        return edtf.between(edtf.on_day(moment.today), edtf.on_day(date(moment.today.year, 12, 31)))
    if whole.precision == "month":
        after = date(*edtf.shifted(moment.today.year, moment.today.month, 1), 1)
        return edtf.between(edtf.on_day(moment.today), edtf.on_day(after - timedelta(days=1)))
    return edtf.between(edtf.on_day(moment.today), whole)


def same_unit(words: Words, moment: Moment) -> Value | None:
    """That year, the same month: of the date told before; no date where none was."""
    known = moment.previous
    if known is None or not known.edtf[:4].isdigit():
        return None
    if words.get("the_year_word"):
        return edtf.in_year(int(known.edtf[:4]))
    if known.precision not in ("day", "month"):
        return None
    return Value(known.edtf[:7], "month")


def month(words: Words, moment: Moment) -> Value | None:
    """July, last July, the end of March, June of 2014."""
    found = month_of(words, moment)
    return RELATIVE if found is None else edtf.in_month(*found)


def hijri_month(words: Words, moment: Moment) -> Value | None:
    """Ramadan, Shawwal 1436 AH: the interval of its Gregorian days."""
    number = words.number("hijri", "weak_hijri") or 0
    year = words.number("year")
    if year is None:
        year = _hijri_year(number, words, moment)
    return RELATIVE if year is None else hijri.in_hijri_month(year, number)


def _hijri_year(number: int, words: Words, moment: Moment) -> int | None:
    return hijri.year_of(moment, lambda year: hijri.gregorian(year, number, 1), relation(words))


def year(words: Words, moment: Moment) -> Value | None:
    """The year 2014, 2002 AD, about 2011 (2011~), 1436 AH (an interval of Gregorian days)."""
    number = words.number("year", "thousand")
    if number is None:
        return None
    value = _year_value(number, words)
    return edtf.approximate(value) if words.get("about") else value


def _year_value(number: int, words: Words) -> Value:
    """A year; one of the last Hijri centuries is Hijri where nothing says that it is Gregorian."""
    hijri_year = words.get("era_hijri") or (1343 <= number <= 1500 and not words.get("era"))
    value = hijri.in_hijri_year(number) if hijri_year else None
    return value or edtf.in_year(number)


def bare_year(words: Words, moment: Moment) -> Value | None:
    """2014 with no word for year beside it: only the years that news tells of."""
    number = words.number("year") or 0
    return year(words, moment) if 1900 <= number <= 2100 else None


def years_between(words: Words, moment: Moment) -> Value | None:
    """Between 2003 and 2011, 2014-2015."""
    first, last = [int(token.value) for token in words.all("year", "thousand")][:2]
    if not first < last < first + 1000:
        return None
    start, end = _year_value(first, words), _year_value(last, words)
    return edtf.between(start, end)


def decade(words: Words, moment: Moment) -> Value | None:
    """The nineties, the seventies of the past century: 199X, 197X."""
    tens = words.number("twenties") or 0
    century = _century(words, moment)
    if century is None:
        century = 20 if 2000 + tens <= (moment.reference.year or 2000) else 19
    return edtf.in_decade(century * 100 + tens)


def _century(words: Words, moment: Moment) -> int | None:
    """The first digits of the years of the century that the words name."""
    if words.get("the_century") is None:
        return None
    ordinal = words.number(*_NUMBERS)
    if ordinal is not None:
        return ordinal - 1
    return (moment.reference.year or 2000) // 100 + (relation(words) or 0)


def season(words: Words, moment: Moment) -> Value | None:
    """The summer of 2014 (2014-22), last winter; last means before the season of the report."""
    code = words.number("season") or 0
    if words.get("year", "thousand", *YEAR_WORDS):
        found = said_year(words, moment)
        return RELATIVE if found is None else edtf.in_season(found, code)
    return _counted_season(code, relation(words) or 0, moment)


def _counted_season(code: int, step: int, moment: Moment) -> Value:
    year, month = moment.reference.year, moment.reference.month
    if year is None or month is None:
        return RELATIVE
    start = 3 * (code - 20)  # spring begins in March, summer in June …
    if step < 0:
        return edtf.in_season(year if start + 2 < month else year - 1, code)
    return edtf.in_season(year if step == 0 or start > month else year + 1, code)


def quarter(words: Words, moment: Moment) -> Value | None:
    """The third quarter of 2016, the first half of the year: an interval of months."""
    length = 6 if words.get("half") else 3
    number = 12 // length if words.get("latest") else words.number("ordinal") or 0
    found = said_year(words, moment)
    if not 1 <= number <= 12 // length:
        return None
    if found is None:
        return RELATIVE
    last = number * length
    return edtf.between(edtf.in_month(found, last - length + 1), edtf.in_month(found, last))


def half_of_month(words: Words, moment: Moment) -> Value | None:
    """The first half of a month (to the 15th), the second half (from the 16th)."""
    found, number = month_of(words.behind("ordinal", "bare_ordinal"), moment), words.number("ordinal")
    if found is None or number not in (1, 2):
        return RELATIVE if number in (1, 2) else None
    middle, after = date(*found, 15), date(*edtf.shifted(*found, 1), 1)
    day = timedelta(days=1)
    first, last = (middle.replace(day=1), middle) if number == 1 else (middle + day, after - day)
    return edtf.between(edtf.on_day(first), edtf.on_day(last))


def first_months(words: Words, moment: Moment) -> Value | None:
    """The first three months of the year; the last ones of a year are told otherwise."""
    count, number = words.number("number", "number_word"), words.number("ordinal")
    found = said_year(words, moment)
    if number != 1 or count is None or count > 12:
        return None
    return RELATIVE if found is None else edtf.between(edtf.in_month(found, 1), edtf.in_month(found, count))


def week_of_month(words: Words, moment: Moment) -> Value | None:
    """The nth week of a month, counted from its first Monday; the last one holds its last Monday."""
    found = month_of(words.behind("ordinal", "latest"), moment)
    if found is None:
        return RELATIVE
    return _week(date(*found, 1), date(*edtf.shifted(*found, 1), 1), words, lambda day: day)


def week_of_year(words: Words, moment: Moment) -> Value | None:
    """The nth week of a year as ISO 8601 counts them: the first one holds 4 January."""
    found = said_year(words.behind("ordinal", "latest"), moment)
    if found is None:
        return RELATIVE
    return _week(date(found, 1, 4), date(found + 1, 1, 1), words, lambda day: day - timedelta(days=6))


def _week(start: date, end: date, words: Words, earliest: Callable[[date], date]) -> Value | None:
    """Weeks are told by their Mondays: the first one not before `earliest` of the start."""
    first = earliest(start)
    monday = first + timedelta(days=-first.weekday() % 7)
    if words.get("latest"):
        last = end - timedelta(days=1)
        return edtf.week_of(last - timedelta(days=last.weekday()))
    monday += ((words.number("ordinal") or 1) - 1) * _WEEK
    return edtf.week_of(monday) if monday < end else None
