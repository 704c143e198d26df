"""Quantities: numbers with what the words around them make of them — ranges, bounds, tens and hundreds of.

What a vague number leaves open is taken as a careful editor would: tens are 10 to 99, hundreds 100 to
999, thousands 1,000 to 9,999, a few (بضعة) 3 to 9. "About 50" and "more than 50" keep the 50 that is
said; "more than" and "at least" are open above, "fewer than" and "at most" below.
"""

from __future__ import annotations

from typing import NamedTuple

from tawthiq.lexicon import Match
from tawthiq.mentions.numbers import Number, numbers
from tawthiq.text import Text

_OPEN_ABOVE = ("at_least", "more")
_OPEN_BELOW = ("at_most", "less")
_SENSES = (*_OPEN_ABOVE, *_OPEN_BELOW, "about")
_RANGE_LINKS = ("الي", "-", "–", "—")  # to


class Quantity(NamedTuple):
    """A number or range at words[first:last] with its bound words; low/high inclusive, None where open."""

    first: int
    last: int
    low: int | None
    high: int | None


def quantities(text: Text) -> list[Quantity]:
    """Whole numbers of `text` that can count something, in reading order; ordinals count nothing."""
    counting = [number for number in numbers(text) if number.kind != "ordinal" and _whole(number)]
    found: list[Quantity] = []
    at = 0
    while at < len(counting):
        paired = at + 1 < len(counting) and _is_range(text, counting[at], counting[at + 1])
        last = counting[at + paired]
        found.append(_bounded(text, counting[at], last))
        at += 1 + paired
    return found


def bounds(text: Text, quantity: Quantity, behind: int) -> Quantity:
    """The quantity with a bound word that stands behind what it counts (على الأقل: at least)."""
    match = next((match for match in text.at(behind, "bound") if match.entry.data.get("behind")), None)
    return _opened(quantity, match.entry.data["sense"]) if match else quantity


def has_sense(text: Text, position: int, sense: str) -> bool:
    """Whether a word of that sense (data/counts/bounds.toml) starts at a position."""
    return any(match.entry.data["sense"] == sense for match in text.at(position, "bound"))


def _whole(number: Number) -> bool:
    return isinstance(number.value, int)


def _is_range(text: Text, first: Number, last: Number) -> bool:
    """Between 10 and 15; 10-15; 10 to 15 (from 10 to 15 is a rise: two numbers)."""
    if not (first.kind == last.kind == "cardinal" and first.value < last.value):
        return False
    between = [word.form for word in text.words[first.last : last.first]]
    before = text.words[first.first - 1].form if first.first else ""
    joined = last.before == "و" and between in ([], ["و"])
    return (joined and before == "بين") or (len(between) == 1 and between[0] in _RANGE_LINKS and before != "من")


def _bounded(text: Text, first: Number, last: Number) -> Quantity:
    low, _ = _meant(first)
    _, high = _meant(last)
    before = _bound_before(text, first.first)
    start = before.first if before else first.first
    if first is not last and start and text.words[start - 1].form == "بين":  # between
        start -= 1
    quantity = Quantity(start, last.last, low, high)
    return _opened(quantity, before.entry.data["sense"]) if before else quantity


def _meant(number: Number) -> tuple[int, int]:
    """What a number can mean, least and most."""
    value = int(number.value)
    if number.kind == "vague":
        return value, value * 10 - 1
    return (value, value * 3) if number.kind == "few" else (value, value)


def _bound_before(text: Text, position: int) -> Match | None:
    """The bound word that ends where the number begins (نحو: about)."""
    for first in range(max(0, position - 4), position):
        for match in text.at(first, "bound"):
            if match.last == position and match.entry.data["sense"] in _SENSES:
                return match
    return None


def _opened(quantity: Quantity, sense: str) -> Quantity:
    if sense in _OPEN_ABOVE:
        return quantity._replace(high=None)
    if sense in _OPEN_BELOW:
        return quantity._replace(low=None)
    return quantity
