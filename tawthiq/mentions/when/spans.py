"""Values of expressions that name a week, a month, a year or more, and of how long ago something was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from tawthiq.mentions.when import edtf, hijri
from tawthiq.mentions.when.days import month_of
from tawthiq.mentions.when.edtf import RELATIVE, Value
from tawthiq.mentions.when.moment import YEAR_WORDS, Moment, Words, relation, said_year
from tawthiq.mentions.when.tokens import Token

_NUMBERS = ("number", "number_word", "figure")
_WEEK = timedelta(days=7)
# a unit of time, by the first part of its classes' names, in months or in days
_MONTHS_IN = {"moon": 1, "moons": 1, "year": 12, "years": 12, "decade": 120, "decades": 120}
_DAYS_IN = {"day": 1.0, "days": 1.0, "week": 7.0, "weeks": 7.0, "hour": 1 / 24, "hours": 1 / 24}


def relative_unit(words: Words, moment: Moment) -> Value | None:
    """Last week, this month, the end of next year, the past century."""
    unit = words.all("the_week", "the_moon", "the_year_word", "the_decade", "the_century")[-1]
    if unit.kind == "the_century" and (number := words.number("ordinal")):
        return edtf.in_century(number)
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
    if moment.today is None:
        return None
    step = relation(words)
    day = moment.today - timedelta(days=30) if step == -1 else moment.today
    future = moment.future if step is None else step > 0
    return hijri.latest_year(day, lambda year: hijri.gregorian(year, number, 1), future)


def year(words: Words, moment: Moment) -> Value | None:
    """The year 2014, 2002 AD, about 2011 (2011~), 1436 AH (an interval of Gregorian days)."""
    number = words.number("year", "thousand")
    if number is None:
        return None
    value = _hijri(number) if words.get("era_hijri") or _reads_as_hijri(number, words, moment) else None
    value = value or edtf.in_year(number)
    return edtf.approximate(value) if words.get("about") else value


def _reads_as_hijri(number: int, words: Words, moment: Moment) -> bool:
    """A year of the reader's own Hijri century, where nothing says that it is of the Gregorian calendar."""
    return 1343 <= number <= 1500 and words.get("era") is None


def _hijri(number: int) -> Value | None:
    return hijri.in_hijri_year(number)


def bare_year(words: Words, moment: Moment) -> Value | None:
    """2014 with no word for year beside it: only the years that news tells of."""
    number = words.number("year") or 0
    return year(words, moment) if 1900 <= number <= 2100 else None


def years_between(words: Words, moment: Moment) -> Value | None:
    """Between 2003 and 2011, 2014-2015."""
    first, last = [int(token.value) for token in words.all("year")][:2]
    if not first < last < first + 1000:
        return None
    return edtf.between(edtf.in_year(first), edtf.in_year(last))


def decade(words: Words, moment: Moment) -> Value | None:
    """The nineties, the seventies of the past century: 199X, 197X."""
    tens = words.number("twenties") or 0
    century = _century(words, moment)
    if century is None:
        century = 20 if (moment.reference.year or 2000) - 2000 < tens else 19 + (tens < 30)
        century = 19 if tens >= 30 else century
    return edtf.in_decade(century * 100 + tens)


def _century(words: Words, moment: Moment) -> int | None:
    """The first digits of the years of the century that the words name."""
    if words.get("the_century") is None:
        return None
    ordinal = words.number("ordinal")
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


def last_days(words: Words, moment: Moment) -> Value | None:
    """The last three days, the last 24 hours, the coming two weeks: the report's date is one end."""
    edge = words.get("edge")
    if edge is not None and edge.value != 3:
        return None
    months, days = _length(words)
    sign = 1 if words.get("next") else -1
    far = _shifted(moment, sign * months, sign * days)
    if far is None:
        return RELATIVE
    near = _near_end(moment, far)
    return edtf.between(near, far) if sign > 0 else edtf.between(far, near)


def _near_end(moment: Moment, far: Value) -> Value:
    """The report's date, as exact as the other end of the interval."""
    now = moment.reference
    if far.precision == "year" and now.year:
        return edtf.in_year(now.year)
    if far.precision == "month" and now.year and now.month:
        return edtf.in_month(now.year, now.month)
    return edtf.on_day(now.day) if now.day else RELATIVE


def ago(words: Words, moment: Moment) -> Value | None:
    """Three days ago is a day, two months ago a month, four years ago a year; about so long is 2011~."""
    months, days = _length(words)
    value = _shifted(moment, -months, -days)
    if value is None:
        return RELATIVE
    return edtf.approximate(value) if words.get("about") else value


def since_ago(words: Words, moment: Moment) -> Value | None:
    """For 16 years now: since the year that was 16 years ago."""
    value = ago(words, moment)
    return edtf.since(value) if value and value.edtf else value


def in_so_long(words: Words, moment: Moment) -> Value | None:
    """Two weeks from now; without "from now" only where the verb is future: else another day is meant."""
    if not words.get("now", "deictic") and not moment.future:
        return None
    months, days = _length(words)
    value = _shifted(moment, months, days)
    return RELATIVE if value is None else value


def since_then(words: Words, moment: Moment) -> Value | None:
    """Since then: since the date told before."""
    known = moment.previous
    return edtf.since(known) if known is not None and known.edtf else None


def _length(words: Words) -> tuple[int, int]:
    """How long the words say, in months and days; half a year more where they say so."""
    months, days = 0, 0.0
    half = 0.5 if words.get("half") else 0
    for at, token in enumerate(words.tokens):
        unit = token.kind.removeprefix("the_").removesuffix("_word").removesuffix("_dual")
        count = _count(words.tokens, at) + half
        months += int(_MONTHS_IN.get(unit, 0) * count)
        days += _DAYS_IN.get(unit, 0) * count
    return months, int(days)


def _count(tokens: Sequence[Token], at: int) -> float:
    """How many of a unit: a dual is two; else the number beside it (الأيام الثلاثة: the three days)."""
    if tokens[at].kind.endswith("_dual"):
        return 2
    if at and tokens[at - 1].kind in _NUMBERS:
        return tokens[at - 1].value
    behind = (token for token in tokens[at + 1 : at + 3] if token.kind != "article")
    number = next(behind, None)
    return number.value if number is not None and number.kind in _NUMBERS else 1


def _shifted(moment: Moment, months: int, days: int) -> Value | None:
    """The report's date moved; as exact as its smallest unit: days, months or whole years."""
    now = moment.reference
    if months and months % 12 == 0 and not days:
        return None if now.year is None else edtf.in_year(now.year + months // 12)
    if not days and months:
        return None if now.year is None or now.month is None else edtf.in_month(
            *edtf.shifted(now.year, now.month, months))  # fmt: skip
    if now.day is None:
        return None
    return edtf.on_day(edtf.shifted_day(now.day, months) + timedelta(days=days))
