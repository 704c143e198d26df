"""Which function makes the value of which pattern: the names in `reckon` of data/dates/patterns.toml."""

from __future__ import annotations

from collections.abc import Callable

from tawthiq.errors import KnowledgeError
from tawthiq.knowledge import Entry
from tawthiq.mentions.when import days, lengths, numeric, spans
from tawthiq.mentions.when.edtf import RELATIVE, Value
from tawthiq.mentions.when.moment import Moment, Words

Reckoner = Callable[[Words, Moment], Value | None]
NOTHING = "nothing"
_RECKONERS: tuple[Reckoner, ...] = (
    days.deictic, days.corrected_day, days.deictic_weekday, days.weekday, days.weekday_relative, days.this_weekday,
    days.weekday_of_week, days.weekday_number, days.weekday_of_month, days.night_between, days.same_day,
    days.adjacent_day, days.day_of_month, days.known_day, days.days_of_month, days.hijri_day,
    days.days_of_hijri_month,
    numeric.numeric_day, numeric.numeric_days, numeric.numeric_day_month, numeric.numeric_month,
    spans.relative_unit, spans.rest, spans.same_unit, spans.month, spans.hijri_month,
    spans.year, spans.bare_year, spans.years_between,
    spans.decade, spans.season, spans.quarter, spans.half_of_month, spans.first_months,
    spans.week_of_month, spans.week_of_year,
    lengths.last_days, lengths.ago, lengths.from_now, lengths.since_ago, lengths.in_so_long,
    lengths.since_then,
)  # fmt: skip
RECKONERS = {reckoner.__name__: reckoner for reckoner in _RECKONERS}


def reckon(entry: Entry, words: Words, moment: Moment) -> Value | None:
    """The value of the words that a pattern found; None where they are no date after all.

    A day outside of the calendar (the day after 9999-12-31) stays relative.
    Raises KnowledgeError where the entry names no reckoner.
    """
    name = str(entry.data.get("reckon"))
    if name == NOTHING:
        return None
    if name not in RECKONERS:
        known = ", ".join(sorted(RECKONERS))
        raise KnowledgeError(f"{entry.id}: reckon = {name!r} is unknown; known: {known}")
    try:
        return RECKONERS[name](words, moment)
    except (ValueError, OverflowError):
        return RELATIVE
