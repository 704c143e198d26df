"""The words of a text that may place something in time, as a short row of tokens for the grammar of dates.

Every entry of data/dates/words.tsv has a class; numbers are classed by what they can be in a date.
What stands between such words is one token `other`, so that the row is as long as there is time in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tawthiq.lexicon import Match
from tawthiq.mentions.numbers import Number
from tawthiq.text import Text
from tawthiq.words import Word

_MARKS = {
    "/": "slash", "\\": "slash", "-": "dash", "–": "dash", "—": "dash", "−": "dash",
    '"': "quote", "“": "quote", "”": "quote", "«": "quote", "»": "quote",
    "(": "open", "[": "open", ")": "close", "]": "close", "،": "comma", ",": "comma", ".": "dot",
}  # fmt: skip
_UNITS = frozenset({
    "day", "week", "moon", "year_word", "quarter", "decade", "century",
    "hours", "days", "weeks", "moons", "years", "decades",
    "hour_dual", "day_dual", "week_dual", "moon_dual", "year_dual", "decade_dual",
})  # fmt: skip
_DOTTED = re.compile(r"(?P<a>\d{1,4})\.(?P<b>\d{1,2})\.(?P<c>\d{1,4})")
_RARE = "rare_month"  # آب (August) is a month alone only as it is spelled: folded it is also إب (Ibb)
_KNOWN = "known_day"  # هجمات 11 سبتمبر (the attacks of 11 September): the date begins behind its first word
_MONTHS = frozenset({"month", "weak_month", "rare_month"})
_BETWEEN_MONTHS = frozenset({"slash", "dash", "open", "quote"})
# words that are nothing in time by themselves
_LINKING = frozenset({
    "in", "from", "to", "between", "and", "by", "for", "about", "article", "after", "ago", "since", "until",
    "last", "last_two", "next", "next_two", "this", "latest", "same", "following", "before_last", "after_next",
    "few", "these", "those", "edge", "rest", "part", "night_part", "corresponding", "age", "half", "third",
    "era", "era_hijri", "now",
})  # fmt: skip
_CLITICS = {"و": "and", "ف": "and", "ب": "by", "ل": "for"}  # and, so; in; for
BUILT_IN = (
    "number", "number_word", "year", "thousand", "figure", "few_number", "ordinal", "bare_ordinal",
    "other", "stop", *sorted(set(_MARKS.values())), *sorted(set(_CLITICS.values())),
    *sorted("the_" + unit for unit in _UNITS),
)  # fmt: skip


class Token(NamedTuple):
    """A word of time, number, mark or attached particle at words[first:last], with the value of its class."""

    kind: str
    value: float
    first: int
    last: int
    start: int
    end: int


def tokens(text: Text, numbers: list[Number]) -> list[Token]:
    """The row of tokens of `text`; a new sentence is set off by `stop`."""
    row: list[Token] = []
    breaks = {text.word_at(sentence.start) for sentence in text.sentences}
    at = 0
    for piece in _pieces(text, numbers):
        first = piece[0].first
        if first < at:
            continue
        if first > at or first in breaks:
            kind = "stop" if first == at else "other"
            row.append(Token(kind, 0, at, at, piece[0].start, piece[0].start))
        row.extend(piece)
        at = piece[-1].last
    if at < len(text.words):
        row.append(Token("other", 0, at, at, text.words[at].start, text.words[at].start))
    return _with_single_months(row)


def _with_single_months(row: list[Token]) -> list[Token]:
    """A month in two systems of names (تموز/يوليو, يوليو (تموز): July) as one token."""
    for at in reversed([at for at, token in enumerate(row) if token.kind in _MONTHS]):
        after = _end_of_double(row, at)
        if after > at + 1:
            row[at:after] = [row[at]._replace(kind="month", last=row[after - 1].last, end=row[after - 1].end)]
    return row


def _end_of_double(row: list[Token], at: int) -> int:
    """Where the month that starts at a place ends, its second name and the brackets around that taken in."""
    second = at + 1 + (at + 1 < len(row) and row[at + 1].kind in _BETWEEN_MONTHS)
    if second >= len(row) or row[second].kind not in _MONTHS or row[second].value != row[at].value:
        return at + 1
    opened = row[second - 1].kind
    closes = second + 1 < len(row) and row[second + 1].kind == {"open": "close", "quote": "quote"}.get(opened)
    return second + 1 + closes


def _pieces(text: Text, numbers: list[Number]) -> Iterator[list[Token]]:
    """The token of each word that has one, its particles before it, in reading order."""
    found = dict(_dotted_dates(text))
    for number in numbers:
        before = "" if number.digits else number.before
        found[number.first] = _with_particles(_number(number), before)
    for match in _linked(_longest(text), found):
        known = found.get(match.first)
        if known is None or known[-1].last <= match.last:
            found[match.first] = _with_particles(_word(text, match), match.before)
    found.update(_marks(text, list(found.items())))
    return (found[position] for position in sorted(found))


def _linked(matches: list[Match], numbers: Mapping[int, list[Token]]) -> Iterator[Match]:
    """The matches but for words that only link (in, from, last …) where nothing that they could link is near."""
    run: list[Match] = []
    kept, end = False, -2
    for match in matches:
        if match.first > end + 1:
            yield from run if kept else ()
            run, kept = [], match.first - 1 in numbers or match.first - 2 in numbers
        run.append(match)
        end = match.last
        kept = kept or match.entry.data["class"] not in _LINKING or end in numbers or end + 1 in numbers
    yield from run if kept else ()


def _marks(text: Text, pieces: list[tuple[int, list[Token]]]) -> Iterator[tuple[int, list[Token]]]:
    """The marks that touch a word of time; all others only keep words apart."""
    for first, piece in pieces:
        for at in (first - 1, piece[-1].last):
            if 0 <= at < len(text.words) and (kind := _MARKS.get(text.words[at].text)):
                word = text.words[at]
                yield at, [Token(kind, 0, at, at + 1, word.start, word.end)]


def _dotted_dates(text: Text) -> Iterator[tuple[int, list[Token]]]:
    for found in _DOTTED.finditer(text.content):
        at = text.word_at(found.start())
        word = text.words[at]
        if dotted := _DOTTED.fullmatch(word.form):
            yield at, list(_dotted(at, word, dotted))


def _dotted(at: int, word: Word, dotted: re.Match[str]) -> Iterator[Token]:
    """4.8.2015 as if it were written 4/8/2015: all its tokens are the one word."""
    for name in "abc":
        value = int(dotted[name])
        yield Token(_digits_kind(value), value, at, at + 1, word.start, word.end)
        if name != "c":
            yield Token("slash", 0, at, at + 1, word.start, word.end)


def _longest(text: Text) -> list[Match]:
    """For each word, the longest entry that starts there, and of those the least taken apart."""
    best: dict[int, Match] = {}
    for match in text.layer("time"):
        known = best.get(match.first)
        if not match.after and (known is None or _rank(match) > _rank(known)):
            best[match.first] = match
    return list(best.values())


def _rank(match: Match) -> tuple[int, int]:
    return match.last, -len(match.before)


def _word(text: Text, match: Match) -> Token:
    kind: str = match.entry.data["class"]
    if match.definite and kind in _UNITS:
        kind = "the_" + kind
    if kind == _RARE and text.content[match.start : match.end] in match.entry.data["words"]:
        kind = "weak_month"
    start = text.words[match.first + 1].start if kind == _KNOWN else match.start
    return Token(kind, int(match.entry.data["value"]), match.first, match.last, start, match.end)


def _number(number: Number) -> Token:
    return Token(_number_kind(number), number.value, number.first, number.last, number.start, number.end)


def _number_kind(number: Number) -> str:
    if number.kind == "ordinal":
        return "figure" if number.value > 31 else "ordinal" if number.definite else "bare_ordinal"
    if number.kind != "cardinal":
        return "few_number"
    if isinstance(number.value, float):
        return "figure"
    if number.digits and number.last == number.first + 1:
        return _digits_kind(number.value)
    if 1 <= number.value <= 31:
        return "number_word"
    return "thousand" if 1000 <= number.value <= 9999 else "figure"


def _digits_kind(value: int) -> str:
    if 1 <= value <= 31:
        return "number"
    return "year" if 1000 <= value <= 9999 else "figure"


def _with_particles(token: Token, before: str) -> list[Token]:
    """The token behind its attached particles, which are tokens of no width."""
    attached = [_CLITICS[letter] for letter in before.removesuffix("ال") if letter in _CLITICS]
    particles = [Token(kind, 0, token.first, token.first, token.start, token.start) for kind in attached]
    return [*particles, token]
