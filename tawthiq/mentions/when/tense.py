"""Whether the verbs around an expression of time put it behind or ahead of the report.

Asked only for a bare weekday, a month or a day without a year. The nearest verb before it in its
sentence decides, else the nearest one behind it; data/dates/tense.toml holds the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tawthiq.knowledge import listed
from tawthiq.lexicon import Lexicon, Match
from tawthiq.mentions.when.moment import Sense
from tawthiq.text import Text

_BACK, _AHEAD, _NEAR, _CLOSE = 30, 12, 3, 8
_APPOINTED, _TOLD = "appointed", "told"
# will: س before a verb of the 3rd person. A first person singular (سأعود, I shall return) speaks in a
# quotation, from a day of its own, and folded it looks like the past verbs in سا (ساهم, contributed)
_WILL = re.compile(r"[وف]?(س[يت]\w{2,})")


def sense(text: Text, first: int, last: int) -> Sense:
    """What the verbs around words[first:last] say; None where there is none in their clause."""
    around = text.words_of(text.sentences[text.sentence_of(text.words[first].start)])
    before = range(first - 1, max(around.start, first - _BACK) - 1, -1)
    behind = range(last, min(around.stop, last + _AHEAD))
    if any(_said(text, at) == _APPOINTED for at in behind[:_NEAR]):  # 6 December as the date of the election
        return "future"
    if behind and _said(text, behind[0]) == _TOLD:  # in March, when the fighters advanced
        return "past"
    return _nearest(text, before) or _nearest(text, behind)


def _nearest(text: Text, positions: Iterable[int]) -> Sense:
    for away, position in enumerate(positions):
        said = _said(text, position)
        if said == "plan":
            was = any(_said(text, at) == "past" for at in range(max(0, position - _NEAR), position))
            return "past" if was else "plan"
        if said == "future":  # far from the date it only makes the future likely
            return "future" if away < _CLOSE else "plan"
        if said == "past":
            return "past"
        if _opens_a_clause(text, position):
            return None
    return None


def _opens_a_clause(text: Text, position: int) -> bool:
    """Who, which: the verb before it governs something else."""
    return any(match.entry.data.get("category") == "relative" for match in text.at(position, "function"))


def _said(text: Text, position: int) -> str | None:
    """past, future, plan or None for one word."""
    known = next((said for match in text.at(position) if (said := _of_match(match))), None)
    if known is not None:
        return known
    will = _WILL.fullmatch(text.words[position].form)
    if will and not will[1].startswith(_no_verbs(text.lexicon)):
        return "future"
    return None


def _of_match(match: Match) -> str | None:
    tense, _, person = match.part.partition(".")
    if person == "1s":
        return None
    if match.before.endswith("س") and tense == "present":
        return "future"
    if match.entry.layer == "tense":
        return str(match.entry.data["sense"])
    return "past" if tense == "past" and match.entry.layer in ("cue", "trigger") else None


@lru_cache(maxsize=4)
def _no_verbs(lexicon: Lexicon) -> tuple[str, ...]:
    """Beginnings of words that look like a future verb and are none."""
    return tuple(start for entry in lexicon.layer("tense") for start in listed(entry.data.get("starts")))
