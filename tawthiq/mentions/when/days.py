"""Values of expressions that name a day: deictic words, weekdays, days of a month."""

from __future__ import annotations

from datetime import date, timedelta

from tawthiq.mentions.when import edtf, hijri
from tawthiq.mentions.when.edtf import RELATIVE, Value
from tawthiq.mentions.when.moment import RELATIONS, YEAR_WORDS, Moment, Words, nearest, relation, said_year

_DAYS = ("number", "number_word", "ordinal", "bare_ordinal")
_MONTHS = ("month", "weak_month", "rare_month")
_HIJRI = ("hijri", "weak_hijri")
_WEEK = timedelta(days=7)


def deictic(words: Words, moment: Moment) -> Value:
    """Today, yesterday, tomorrow, last night; after midnight of a night is the day that follows."""
    if moment.today is None:
        return RELATIVE
    steps = (words.number("deictic", "night") or 0) + bool(words.get("after_midnight"))
    return edtf.on_day(moment.today + timedelta(days=steps))


def corrected_day(words: Words, moment: Moment) -> Value:
    """Today (yesterday): the day in brackets is the editor's."""
    return deictic(words.behind("deictic"), moment)


def deictic_weekday(words: Words, moment: Moment) -> Value:
    """Today (Friday): the weekday decides; the latest such day that the deictic word allows."""
    if moment.today is None:
        return RELATIVE
    steps = timedelta(days=words.number("deictic") or 0)
    day = latest(moment.today + steps, _weekday(words)) if steps.days <= 0 else upcoming(
        moment.today + steps, _weekday(words))  # fmt: skip
    return edtf.on_day(day + timedelta(days=bool(words.get("after_midnight"))))


def weekday(words: Words, moment: Moment) -> Value:
    """A bare weekday: the latest one up to the report's day; after it where the verb is future."""
    if words.get(*RELATIONS):
        return weekday_relative(words, moment)
    if moment.today is None:
        return RELATIVE
    day = latest(moment.today, _weekday(words))
    return edtf.on_day(day + _WEEK if day < moment.today and moment.future else day)


def weekday_relative(words: Words, moment: Moment) -> Value:
    """Last Thursday is strictly before the report's day, the coming one strictly after it."""
    step = relation(words)
    if moment.today is None or step is None:
        return RELATIVE
    if step == 0:
        return this_weekday(words, moment)
    if step < 0:
        return edtf.on_day(latest(moment.today - timedelta(days=1), _weekday(words)) + (step + 1) * _WEEK)
    return edtf.on_day(upcoming(moment.today + timedelta(days=1), _weekday(words)) + (step - 1) * _WEEK)


def this_weekday(words: Words, moment: Moment) -> Value:
    """The weekday of the report's own week (Monday to Sunday)."""
    return RELATIVE if moment.today is None else edtf.on_day(_in_week(moment.today, _weekday(words)))


def weekday_of_week(words: Words, moment: Moment) -> Value:
    """Friday of next week."""
    if moment.today is None:
        return RELATIVE
    week = moment.today + (relation(words) or 0) * _WEEK
    return edtf.on_day(_in_week(week, _weekday(words)))


def weekday_number(words: Words, moment: Moment) -> Value | None:
    """Thursday 21: the nearest 21st that is a Thursday; no date where none is near."""
    number, ordinal = words.number(*_DAYS), words.number("ordinal")
    if moment.today is None or number is None:
        return RELATIVE
    if ordinal is not None and ordinal <= 5 and not words.get("in"):  # the second Sunday, of this month
        return _nth(moment.today.replace(day=1), _weekday(words), ordinal)
    near = (moment.today + timedelta(days=sign * step) for step in range(45) for sign in (-1, 1))
    fits = (day for day in near if (day.day, day.weekday()) == (number, _weekday(words)))
    day = next(fits, None)
    return None if day is None else edtf.on_day(day)


def weekday_of_month(words: Words, moment: Moment) -> Value | None:
    """The first Friday of July."""
    number, wanted = words.number("ordinal", "bare_ordinal"), words.number("weekday", "bare_weekday")
    month = month_of(words, moment)
    if number is None or wanted is None:
        return None
    if month is None:
        return RELATIVE
    return _nth(date(*month, 1), wanted, number)


def _nth(first: date, weekday: int, number: int) -> Value | None:
    """The nth such weekday of the month that begins on a day."""
    day = upcoming(first, weekday) + (number - 1) * _WEEK
    return edtf.on_day(day) if day.month == first.month else None


def night_between(words: Words, moment: Moment) -> Value:
    """The night from Thursday to Friday."""
    if moment.today is None:
        return RELATIVE
    last = latest(moment.today, int(words.all("weekday")[1].value))
    return edtf.between(edtf.on_day(last - timedelta(days=1)), edtf.on_day(last))


def same_day(words: Words, moment: Moment) -> Value | None:
    """That day, the same day: the day told before; no date where none was."""
    known = moment.previous
    return known if known is not None and known.precision == "day" else None


def adjacent_day(words: Words, moment: Moment) -> Value:
    """The following day, the day before: counted from the day told before, else from the report's."""
    told = same_day(words, moment)
    day = date.fromisoformat(told.edtf) if told else moment.today
    return RELATIVE if day is None else edtf.on_day(day + timedelta(days=-1 if words.get("last") else 1))


def day_of_month(words: Words, moment: Moment) -> Value | None:
    """14 July, the seventh of last June, the third of next month; no date where the month has no such day."""
    # 22 December: the number before the month; September 11: the one behind it
    number = words.before(*_MONTHS, "the_moon").all(*_DAYS) or words.behind(*_MONTHS).all(*_DAYS)
    if not number:
        return None
    value = _on(words, moment, int(number[-1].value))
    return value if value is None or _on_its_weekday(words, value) else weekday_of_month(words, moment)


def _on_its_weekday(words: Words, value: Value) -> bool:
    """Whether the weekday that is said with a day is its own: the first Sunday of May is another day than 1 May."""
    wanted, ordinal = words.number("weekday"), words.number("ordinal")
    if wanted is None or ordinal is None or ordinal > 5 or not value.edtf:
        return True
    return date.fromisoformat(value.edtf).weekday() == wanted


def known_day(words: Words, moment: Moment) -> Value | None:
    """A day known by what happened on it; said with another year, that year's day."""
    year, rest = divmod(words.number("known_day") or 0, 10_000)
    return edtf.valid_day(words.number("year") or year, rest // 100, rest % 100)


def days_of_month(words: Words, moment: Moment) -> Value | None:
    """From 4 to 6 August; the two days 14 and 30 April, which are no interval."""
    first, last = [int(token.value) for token in words.all(*_DAYS)][:2]
    start, end = _on(words, moment, first), _on(words, moment, last)
    if start is None or end is None or not end.edtf:
        return end
    if start.edtf >= end.edtf:
        return None
    apart = words.get("and") and not words.get("between", "until") and last - first > 1
    return edtf.both(start, end) if apart else edtf.between(start, end)


def _on(words: Words, moment: Moment, day: int) -> Value | None:
    if words.get(*_MONTHS, "the_moon") or words.get(*RELATIONS):
        month = month_of(words, moment, day)
    else:
        month = None if moment.today is None else _month_with(day, moment.today)
    if month is None:
        return RELATIVE if 1 <= day <= 31 else None
    return edtf.valid_day(_year_of_weekday(words, month, day), month[1], day)


def _year_of_weekday(words: Words, month: tuple[int, int], day: int) -> int:
    """Monday 3 August: of the years around, the one in which it is a Monday; a year that is said stays."""
    wanted = words.number("weekday")
    if wanted is None or words.get("year", "thousand", *YEAR_WORDS):
        return month[0]
    for year in (month[0], month[0] + 1, month[0] - 1):
        value = edtf.valid_day(year, month[1], day)
        if value and date.fromisoformat(value.edtf).weekday() == wanted:
            return year
    return month[0]


def _month_with(day: int, today: date) -> tuple[int, int]:
    return (today.year, today.month) if day <= today.day else edtf.shifted(today.year, today.month, -1)


def month_of(words: Words, moment: Moment, day: int | None = None) -> tuple[int, int] | None:
    """Year and month that the words name; None where they cannot be reckoned."""
    name = words.get(*_MONTHS)
    if name is None:
        return _counted_month(words, moment)
    number = int(name.value)
    year = said_year(words, moment)
    if year is not None:
        return year, number
    return _month_without_year(words.behind(*_MONTHS), moment, number, day)


def _counted_month(words: Words, moment: Moment) -> tuple[int, int] | None:
    """The current month, last month; of last year."""
    known = moment.previous
    if words.get("same", "those"):
        return (int(known.edtf[:4]), int(known.edtf[5:7])) if _has_month(known) and known else None
    year, month = moment.reference.year, moment.reference.month
    if year is None or month is None:
        return None
    return edtf.shifted(year, month, relation(words) or 0)


def _has_month(known: Value | None) -> bool:
    return known is not None and known.precision in ("day", "month") and known.edtf[:4].isdigit()


def _month_without_year(behind: Words, moment: Moment, number: int, day: int | None) -> tuple[int, int] | None:
    """A month counted from the report's: last, next, or as near as the verbs around allow."""
    year, month = moment.reference.year, moment.reference.month
    if year is None or month is None:
        return None
    step = relation(behind)
    if step is None:
        return _nearest_month(moment, year, number, day)
    if step == 0:
        return year, number
    if step > 0:  # the next December is the first one after the report's month
        return year + step - (number > month), number
    return year + step + (number < month), number  # the latest July before the report's month


def _nearest_month(moment: Moment, year: int, number: int, day: int | None) -> tuple[int, int]:
    today = moment.today or date(year, moment.reference.month or 1, 28)
    if day is None and number == today.month:
        return year, number
    past, future = date(year, number, min(day or 28, 28)), date(year, number, min(day or 1, 28))
    if future <= today:
        future = future.replace(year=year + 1)
    else:
        past = past.replace(year=year - 1)
    return nearest(moment, past, future).year, number


def hijri_day(words: Words, moment: Moment) -> Value | None:
    """26 Shawwal 1436 AH as its Gregorian day; without a year, the nearest to the report's date."""
    month = words.number(*_HIJRI)
    number = words.before(*_HIJRI).all(*_DAYS)
    if month is None or not number:
        return None
    day = int(number[-1].value)
    year = words.number("year")
    if year is None:
        year = _hijri_year(words, moment, month, day)
    if year is None:
        return RELATIVE
    found = hijri.gregorian(year, month, day)
    return RELATIVE if found is None else edtf.on_day(found)


def days_of_hijri_month(words: Words, moment: Moment) -> Value | None:
    """From 19 to 21 Shawwal."""
    first, last = words.all(*_DAYS)[:2]
    known = hijri_day(words, moment)
    start = hijri_day(Words((first, *words.behind(last.kind).tokens)), moment)
    if known is None or start is None or not (known.edtf and start.edtf):
        return known
    return edtf.between(start, known)


def _hijri_year(words: Words, moment: Moment, month: int, day: int) -> int | None:
    if moment.today is None:
        return None
    if words.get(*YEAR_WORDS):
        present = hijri.hijri_year(moment.today)
        return None if present is None else present + (relation(words) or 0)
    return hijri.year_of(moment, lambda year: hijri.gregorian(year, month, day), relation(words))


def latest(day: date, weekday: int) -> date:
    """The latest such weekday (0 Monday) not after `day`."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def upcoming(day: date, weekday: int) -> date:
    """The first such weekday (0 Monday) not before `day`."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _in_week(day: date, weekday: int) -> date:
    return day + timedelta(days=weekday - day.weekday())


def _weekday(words: Words) -> int:
    return words.number("weekday", "bare_weekday") or 0
