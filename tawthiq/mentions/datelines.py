"""Outlets and agencies by their place in a dateline.

تل السرو (السنديانة) - قتل …       agency-in-brackets
السنديانة - تل السرو                outlet-before-place
"""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.mentions.claims import Claim, claim
from tawthiq.mentions.signs import Signs

REACH = 8  # words of a line in which its dateline stands
MAX_WORDS = 3
_DASHES = "-–—ـ:"


def dateline_outlets(signs: Signs) -> Iterator[Claim]:
    """Claims on what stands in a dateline where an outlet's name is expected."""
    for start in signs.line_starts():
        for rule in (agency_in_brackets, outlet_before_place):
            span = rule(signs, start)
            if span and _may_be_outlet(signs, *span):
                name = rule.__name__.replace("_", "-")
                yield claim(signs.text, *span, "organisation", f"rule:{name}")
                break


def agency_in_brackets(signs: Signs, start: int) -> tuple[int, int] | None:
    """(…) near the start of a line, behind place and day, with a dash or colon behind it."""
    for at in range(start + 1, min(start + REACH, len(signs.words))):
        if signs.words[at].text == "(" and signs.is_word(at + 1):
            end = signs.closing(at + 1, MAX_WORDS)
            dash = end is not None and end + 1 < len(signs.words) and signs.words[end + 1].text in _DASHES
            told = any(signs.verb(first) or signs.function(first) for first in range(start, at))
            return (at + 1, end) if end and dash and not told else None
    return None


def outlet_before_place(signs: Signs, start: int) -> tuple[int, int] | None:
    """One to three words at the start of a line, a dash, a place, and then the end of the line or a colon."""
    for dash in range(start + 1, min(start + MAX_WORDS + 1, len(signs.words))):
        if signs.words[dash].text in "-–—":
            place = signs.place(dash + 1)
            over = place is not None and (not signs.follows(place.last) and _ends_dateline(signs, place.last))
            return (start, dash) if over and not signs.place(start) else None
    return None


def _ends_dateline(signs: Signs, at: int) -> bool:
    return at >= len(signs.words) or signs.line_start(at) or signs.words[at].text in ":-–—"


def _may_be_outlet(signs: Signs, first: int, last: int) -> bool:
    """Words only, none a verb, a function word or one that is known to be no outlet, and no person's name."""
    if signs.known(first, "no_outlet") or any(signs.verb(at) or signs.function(at) for at in range(first, last)):
        return False
    person = signs.personal(first) or signs.likely(first, "person") >= 0.5
    return not person and all(signs.is_word(at) for at in range(first, last))
