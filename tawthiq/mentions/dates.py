"""Expressions of time and their EDTF values (gold guidelines, section 2).

Words of time become a row of tokens, patterns find expressions in it, each is reckoned from the
report's date. Two expressions between prepositions (from … to …) become one interval.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from tawthiq.knowledge import Entry
from tawthiq.mentions.numbers import numbers
from tawthiq.mentions.when import edtf
from tawthiq.mentions.when.days import latest
from tawthiq.mentions.when.edtf import Reference, Value
from tawthiq.mentions.when.grammar import grammar
from tawthiq.mentions.when.moment import RELATIONS, Moment, Words
from tawthiq.mentions.when.reckon import NOTHING, reckon
from tawthiq.mentions.when.tense import sense
from tawthiq.mentions.when.tokens import Token, tokens
from tawthiq.records import DateMention
from tawthiq.text import Text

_OPENERS = {"between": ({"and"},), "from": ({"to"}, {"until"}, {"and", "until"}, {"dash"}),
            "since": ({"until"}, {"and", "until"}, {"comma", "and", "until"}, {"to"})}  # fmt: skip
_NO_OPENER = ({"to"}, {"dash"})
_MONTHS = ("month", "weak_month")
_CALENDAR = ("month", "slash", "number")


class Expression(NamedTuple):
    """A pattern found at tokens[first:last] of the row."""

    entry: Entry
    first: int
    last: int
    words: Words


class Row(NamedTuple):
    """The tokens of a report, the expressions in it, and what they are reckoned from."""

    text: Text
    tokens: Sequence[Token]
    expressions: Sequence[Expression]
    reference: Reference


def dates(text: Text, published: str | None) -> list[DateMention]:
    """Expressions of time in reading order, reckoned from `published` (EDTF: day, month, year, date-time).

    What needs more of the report's date than `published` says has value "" and precision "relative".
    """
    row = _row(text, edtf.reference(published))
    found: list[DateMention] = []
    previous: Value | None = None
    at = 0
    while at < len(row.expressions):
        mention, at = _mention(row, at, previous)
        if mention is not None:
            found.append(mention)
            previous = Value(mention.value, mention.precision) if mention.value else previous
    return found


def _row(text: Text, reference: Reference) -> Row:
    line = tokens(text, numbers(text))
    found = [
        Expression(match.entry, match.first, match.last, Words(tuple(line[match.first : match.last])))
        for match in grammar(text.lexicon).find(line)
        if match.entry.data.get("reckon") != NOTHING
    ]
    return Row(text, line, _sharing(line, found), _own_day(found, reference))


def _sharing(line: Sequence[Token], expressions: Sequence[Expression]) -> list[Expression]:
    """Saturday and Sunday last (a dual in Arabic): the word behind the second is of both."""
    found = list(expressions)
    for at in range(len(found) - 1):
        here, following = found[at], found[at + 1]
        shared = following.words.get("last_two", "next_two")
        joined = line[following.first].first - line[here.last - 1].last <= 1
        if shared and joined and here.words.get("weekday", *_MONTHS) and not here.words.get(*RELATIONS):
            found[at] = here._replace(words=Words((*here.words.tokens, shared)))
    return found


def _own_day(expressions: Sequence[Expression], reference: Reference) -> Reference:
    """The day on which the report speaks: its own "today (Friday)" wins over the date of its publication."""
    for expression in expressions:
        deictic, weekday = expression.words.get("deictic"), expression.words.get("weekday")
        absolute = expression.words.get("month", "weak_month", "year", "slash")
        if deictic and weekday and not absolute and reference.day:
            return _agreeing(reference, reference.day, int(deictic.value), int(weekday.value))
    return reference


def _agreeing(reference: Reference, published: date, steps: int, weekday: int) -> Reference:
    """The latest day up to publication from which `steps` days on it is that weekday."""
    try:
        return edtf.at(latest(published + timedelta(days=steps), weekday) - timedelta(days=steps))
    except OverflowError:  # before the calendar's first day
        return reference


def _mention(row: Row, at: int, previous: Value | None) -> tuple[DateMention | None, int]:
    """The mention that the expression at a place makes, alone or with the next one; where to go on."""
    expression = row.expressions[at]
    opener = row.tokens[expression.first - 1] if expression.first else None
    if at + 1 < len(row.expressions):
        following = row.expressions[at + 1]
        between = {token.kind for token in row.tokens[expression.last : following.first]}
        links = _OPENERS.get(opener.kind if opener else "", _NO_OPENER)
        if between in links and (joined := _interval(row, at, opener, previous)):
            return joined, at + 2
    return _single(row, expression, previous), at + 1


def _interval(row: Row, at: int, opener: Token | None, previous: Value | None) -> DateMention | None:
    """From one expression to the next; the first one takes a year that it lacks from the second."""
    first, last = row.expressions[at], row.expressions[at + 1]
    if opener is None or opener.kind not in _OPENERS:
        if not first.words.get(*_CALENDAR) or not last.words.get(*_CALENDAR):
            return None
        opener = first.words.tokens[0]
    end = _value(row, last, previous, None)
    if end is None or (start := _up_to(row, first, previous, end)) is None:
        return None
    known = bool(start.edtf and end.edtf)
    value = edtf.between(start, edtf.not_before(end, start)) if known else edtf.RELATIVE
    return _made(row, opener.start, last, value, "between")


def _up_to(row: Row, first: Expression, previous: Value | None, end: Value) -> Value | None:
    """The first end of an interval, in the year of the last one or else in the year before."""
    year = edtf.year_of(end)
    start = _value(row, first, previous, year)
    if start and year and start.edtf > end.edtf:
        start = _value(row, first, previous, year - 1)
    return start


def _single(row: Row, expression: Expression, previous: Value | None) -> DateMention | None:
    value = _value(row, expression, previous, None)
    if value is None:
        return None
    opener = _since(row, expression)
    if opener is None:
        start, how = expression.words.tokens[0].start, str(expression.entry.data["reckon"])
        return _made(row, start, expression, value, how)
    return _made(row, opener.start, expression, edtf.since(value) if value.edtf else value, "since")


def _since(row: Row, expression: Expression) -> Token | None:
    """The word since right before the expression."""
    before = row.tokens[expression.first - 1] if expression.first else None
    return before if before is not None and before.kind == "since" else None


def _value(row: Row, expression: Expression, previous: Value | None, year: int | None) -> Value | None:
    own = row.tokens[expression.first : expression.last]
    first, last = own[0].first, own[-1].last
    moment = Moment(row.reference, partial(sense, row.text, first, last), previous, year)
    value = reckon(expression.entry, expression.words, moment)
    if row.text.trace is not None:
        outcome = "no date" if value is None else value.edtf or value.precision
        row.text.trace.note("dates", row.text.span_of(first, last).text, expression.entry.id, outcome)
    return value


def _made(row: Row, start: int, expression: Expression, value: Value, how: str) -> DateMention:
    span = row.text.span(start, _end(row, expression))
    return DateMention(span.start, span.end, span.text, value.edtf, value.precision,
                       f"{expression.entry.id}/{how.replace('_', '-')}")  # fmt: skip


def _end(row: Row, expression: Expression) -> int:
    """Where the expression ends; with the bracket that it opened, without one that it did not."""
    own = list(row.tokens[expression.first : expression.last])
    opened = sum((token.kind == "open") - (token.kind == "close") for token in own)
    behind = row.tokens[expression.last] if expression.last < len(row.tokens) else None
    if opened > 0 and behind is not None and behind.kind == "close":
        return behind.end
    while own[-1].kind in ("comma", "dash", "in", "from") or (own[-1].kind == "close" and opened < 0):
        opened += own.pop().kind == "close"
    return own[-1].end
