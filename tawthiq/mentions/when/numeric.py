"""Values of dates in digits alone: 2015/08/04, 4-8-2015, 26/10/1436 AH, 3/2015."""

from __future__ import annotations

from datetime import date

from tawthiq.mentions.when import edtf, hijri
from tawthiq.mentions.when.edtf import RELATIVE, Value
from tawthiq.mentions.when.moment import Moment, Words, nearest

_PARTS = ("number", "year", "figure")
_CUES = ("day", "deictic", "weekday", "part")
_LAST_HIJRI = 1500


def numeric_day(words: Words, moment: Moment) -> Value | None:
    """A full date: year first or last, day before month as Arabic news writes it, else month first."""
    parts = [int(token.value) for token in words.all(*_PARTS)][-3:]
    year, month, day = parts if parts[0] > 31 else (parts[2], parts[1], parts[0])
    if month > 12 or (words.get("comma") and day <= 12):  # 08/12, 2015: the American order has the comma
        month, day = day, month
    return _full(words, year + 2000 if year < 100 else year, month, day)


def _full(words: Words, year: int, month: int, day: int) -> Value | None:
    if words.get("era_hijri") or 1300 <= year <= _LAST_HIJRI:
        found = hijri.gregorian(year, month, day)
        return None if found is None else edtf.on_day(found)
    return edtf.valid_day(year, month, day) if year >= 1000 else None


def numeric_days(words: Words, moment: Moment) -> Value | None:
    """From 24/10 to 7/11/1436: the year is said once."""
    first, last = words.before("to", "until", "dash"), words.behind("to", "until", "dash")
    end = numeric_day(last, moment)
    start = numeric_day(Words((*first.tokens, *last.all("year", "era_hijri"))), moment)
    return None if start is None or end is None else edtf.between(start, end)


def numeric_day_month(words: Words, moment: Moment) -> Value | None:
    """Day and month; two small numbers alone (3/4: three quarters) are a date only with a word of time."""
    first, second = [int(token.value) for token in words.all("number")][-2:]
    day, month = (second, first) if second > 12 >= first else (first, second)
    cued = words.get(*_CUES) is not None
    if month > 12 or (not cued and max(first, second) <= 12):
        return None
    if moment.today is None:
        return RELATIVE
    return _near(moment, moment.today, month, day)


def _near(moment: Moment, today: date, month: int, day: int) -> Value | None:
    this = edtf.valid_day(today.year, month, day)
    if this is None:
        return None
    at = date.fromisoformat(this.edtf)
    wanted = min(day, 28)
    last, coming = date(today.year - 1, month, wanted), date(today.year + 1, month, wanted)
    chosen = nearest(moment, at, coming) if at <= today else nearest(moment, last, at)
    return edtf.valid_day(chosen.year, month, day)


def numeric_month(words: Words, moment: Moment) -> Value | None:
    """3/2015."""
    year, month = words.number("year") or 0, words.number("number") or 0
    return edtf.in_month(year, month) if 1 <= month <= 12 and 1900 <= year <= 2100 else None
