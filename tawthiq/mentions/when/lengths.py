"""Values of lengths of time counted from the report's date: so long ago, the last three days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from tawthiq.mentions.when import edtf
from tawthiq.mentions.when.edtf import RELATIVE, Value
from tawthiq.mentions.when.moment import Moment, Words
from tawthiq.mentions.when.tokens import Token

_NUMBERS = ("number", "number_word", "figure")
# a unit of time, by the first part of its classes' names, in months or in days
_MONTHS_IN = {"moon": 1, "moons": 1, "year": 12, "years": 12, "decade": 120, "decades": 120}
_DAYS_IN = {"day": 1.0, "days": 1.0, "week": 7.0, "weeks": 7.0, "hour": 1 / 24, "hours": 1 / 24}


def last_days(words: Words, moment: Moment) -> Value | None:
    """The last three days, the last 24 hours, the coming two weeks: the report's date is one end."""
    edge = words.get("edge")
    if edge is not None and edge.value != 3:
        return None
    months, days = _length(words)
    ahead = words.get("next", "next_two") is not None
    sign = 1 if ahead else -1
    far = _shifted(moment, sign * months, sign * days)
    if far is None:
        return RELATIVE
    near = _near_end(moment, far, ahead and days > 1)
    return edtf.between(near, far) if sign > 0 else edtf.between(far, near)


def _near_end(moment: Moment, far: Value, coming: bool) -> Value:
    """The report's date, as exact as the other end; the coming two days begin on the day after it."""
    now = moment.reference
    if coming and now.day:
        return edtf.on_day(now.day + timedelta(days=1))
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


def from_now(words: Words, moment: Moment) -> Value | None:
    """So long from now: ahead where the verb is future, else back."""
    months, days = _length(words)
    sign = 1 if moment.future else -1
    return _shifted(moment, sign * months, sign * days) or RELATIVE


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
