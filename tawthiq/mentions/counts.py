"""How many of whom: the dead, the wounded, the detained, the displaced, people of a kind.

A quantity is read together with the noun behind it, the verb or verbal noun before it (قتل 12 شخصا:
12 people were killed), or the verb behind the noun.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tawthiq.knowledge import Entry
from tawthiq.lexicon import Match
from tawthiq.mentions.counted import (
    Case,
    befalling,
    case_of,
    ends_the_clause,
    has_status,
    touching,
)
from tawthiq.mentions.quantities import bounds, has_sense, quantities
from tawthiq.records import Count
from tawthiq.rules import explain, first
from tawthiq.text import Text

_BEHIND, _BACK, _NEAR = 10, 12, 3
_STOPS = frozenset("،.؛:")


class Reading(NamedTuple):
    """Who is counted: the entry that says so, and what the count is of."""

    entry: Entry
    of: str


def counts(text: Text) -> list[Count]:
    """Counts of people in reading order."""
    cases = (case_of(text, quantity) for quantity in quantities(text))
    numbered = [count for case in cases if case and (count := _count(case))]
    found = numbered + _unnumbered(text, numbered)
    return sorted(found, key=lambda count: (count.start, count.end))


def _count(case: Case) -> Count | None:
    text = case.text
    if text.trace is None:
        name, reading = first(RULES, case)
    else:
        at = text.span_of(case.quantity.first, case.last).text
        name, reading = explain(RULES, text.trace, "counts", at, case)
    if reading is None:
        return None
    quantity = bounds(text, case.quantity, case.last)
    rule = f"{reading.entry.id}/{name}"
    return Count(*_span(text, quantity.first, case.last), quantity.low, quantity.high, reading.of, rule)


def _span(text: Text, start: int, last: int) -> tuple[int, int, str]:
    """Start, end and text of words[start:last], without the particles that a lexicon match leaves out."""
    layers = ("number", "bound", "counted")
    starts = [match.start for match in text.at(start) if match.last <= last and match.entry.layer in layers]
    begin, end = max(starts, default=text.words[start].start), text.words[last - 1].end
    return begin, end, text.content[begin:end]


def adjacent_governor(case: Case) -> Reading | None:
    """The release of 40 detainees: what befell them stands right before the number and decides."""
    governor = case.governor
    if governor is None or not governor.adjacent:
        return None
    weak = governor.entry.data.get("weak") and (not case.human or has_status(case.noun))
    return None if weak else Reading(governor.entry, governor.of)


def governor_behind(case: Case) -> Reading | None:
    """170 civilians were killed: the verb stands behind them."""
    if case.noun is None:
        return None
    reach = 1 if has_status(case.noun) else _BEHIND
    for position in range(case.last, min(case.last + reach, len(case.text.words))):
        match = befalling(case.text, position)
        if match is not None and match.part in ("past.3mp", "passive.3", "phrase") and not match.before:
            return _of(match)
        if case.text.words[position].text in _STOPS or ends_the_clause(case.text, position):
            return None
    return None


def status_noun(case: Case) -> Reading | None:
    """12 killed: the noun says what befell them."""
    return _of(case.noun) if case.noun and has_status(case.noun) else None


def distant_governor(case: Case) -> Reading | None:
    """The police arrested, in three towns, 15 protesters."""
    governor = case.governor
    return Reading(governor.entry, governor.of) if governor and case.human and not case.is_one else None


def kind_of_people(case: Case) -> Reading | None:
    """1,500 fighters: nothing is said to have befallen them."""
    return _of(case.noun) if case.noun and not case.is_one else None


def toll(case: Case) -> Reading | None:
    """The number of the dead rose to 120, the dead are five: the noun stands before the number."""
    text, start = case.text, case.quantity.first
    rose = start > 0 and text.words[start - 1].form == "الي"  # to
    for position in range(start - 1, max(-1, start - (_BACK if rose else 2)), -1):
        for match in text.at(position, "counted"):
            told = match.part == "noun.p" and match.definite
            if told and (has_status(match) or _is_numbered(text, position)):
                return _of(match)
    return None


RULES = (adjacent_governor, governor_behind, status_noun, toll, distant_governor, kind_of_people)


def _is_numbered(text: Text, position: int) -> bool:
    """The number of, the toll of: the word stands shortly before the noun."""
    return any(has_sense(text, at, "number_of") for at in range(max(0, position - _NEAR), position))


def _of(match: Match) -> Reading:
    return Reading(match.entry, str(match.entry.data["of"]))


def _unnumbered(text: Text, numbered: list[Count]) -> list[Count]:
    """Duals (قتيلان: two killed), and one person behind what befell one (مقتل جندي: a soldier's death)."""
    ends = {count.start: count.end for count in numbered}
    starts = sorted(ends)
    matches = [m for m in text.layer("counted") if not _inside(m.start, starts, ends)]
    plurals = {match.first for match in matches if match.part == "noun.p"}
    found = (_dual(text, match) or _one(text, match) for match in matches if match.first not in plurals)
    return [count for count in found if count is not None]


def _inside(offset: int, starts: Sequence[int], ends: Mapping[int, int]) -> bool:
    at = bisect_right(starts, offset) - 1
    return at >= 0 and offset < ends[starts[at]]


def _dual(text: Text, match: Match) -> Count | None:
    """Two dead; two of a kind of people only right behind what befell them."""
    form = text.words[match.first].form
    if match.part != "noun.d" or match.after or not form.endswith(("ان", "ين")):
        return None
    reading: Reading | None = _of(match)
    if not has_status(match):
        governor = None if match.definite or match.before else touching(text, match.first)
        reading = Reading(governor.entry, governor.of) if governor else None
    return _counted(text, match, 2, reading, "dual")


def _one(text: Text, match: Match) -> Count | None:
    """One of a kind of people, right behind what befell one, with nobody counted behind (قتل مسلح ثلاثة)."""
    if match.part != "noun.s" or has_status(match) or match.before or match.after:
        return None
    behind = range(match.last, min(match.last + _NEAR, len(text.words)))
    governor = touching(text, match.first)
    if governor is None or any(text.words[at].kind == "number" or text.at(at, "number") for at in behind):
        return None
    return _counted(text, match, 1, Reading(governor.entry, governor.of), "one")


def _counted(text: Text, match: Match, number: int, reading: Reading | None, rule: str) -> Count | None:
    if reading is None:
        return None
    span = _span(text, match.first, match.last)
    return Count(*span, number, number, reading.of, f"{reading.entry.id}/{rule}")
