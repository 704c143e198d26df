"""Sentences: every possible break, and ordered rules that keep some of them together.

A break is possible behind a line feed or behind closing punctuation with white space after it. The
first rule of RULES that fires on a possible break joins its two sides; none fires: it is a break. What
is longer than LONGEST is no sentence that anyone wrote, and is cut between words: what looks at every
pair of words in a sentence stays bounded.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawthiq.records import Sentence
from tawthiq.rules import first
from tawthiq.text.quotes import Quotation
from tawthiq.words import first_word, words

_CLOSERS = "\"'»”’)\\]›“"
_BREAK = re.compile(rf"[.!?؟…]++[{_CLOSERS}]*+[^\S\n]++|[.!?؟…]{{3,}}+|\n")
_SPOKEN = re.compile(r"[\w\n]")
LONGEST = 3000  # code points; of 45,000 sentences of a dozen newspapers one was longer
REST = 80  # how far behind a break a word is looked for: a line of marks only must not cost its square


class Gap(NamedTuple):
    """A possible break: the text before and after it, and the quotations of the text."""

    content: str
    start: int
    end: int
    quotations: Sequence[Quotation]


def inside_quotation(gap: Gap) -> bool | None:
    """A quotation goes on behind the break: «…. …»."""
    at = bisect_right(gap.quotations, gap.end, key=lambda q: q.start) - 1
    if at >= 0 and gap.end <= gap.quotations[at].inner_end:
        return True
    return None


def inside_brackets(gap: Gap) -> bool | None:
    """A bracket opened shortly before the break is closed shortly behind it on the same line."""
    before = gap.content[max(0, gap.start - 80) : gap.start].rpartition("\n")[2]
    after = gap.content[gap.end : gap.end + 80].partition("\n")[0]
    opened = before.rfind("(") > before.rfind(")")
    closed = ")" in after and (after.find("(") < 0 or after.find(")") < after.find("("))
    return True if opened and closed else None


def abbreviation(gap: Gap) -> bool | None:
    """A single letter before a full stop is an abbreviation (د. is Dr.) or an initial."""
    before, after = gap.content[max(0, gap.start - 2) : gap.start], gap.content[gap.start : gap.start + 2]
    single = after[0] == "." and after != ".." and re.search(r"(?:^|[\s(«\"])[^\W\d]\Z", before)
    return True if single else None


def list_number(gap: Gap) -> bool | None:
    """A number at the start of a line is the number of an item."""
    line = gap.content[max(0, gap.start - 12) : gap.start].rpartition("\n")[2]
    at_start = gap.start <= 12 or "\n" in gap.content[gap.start - 12 : gap.start]
    return True if at_start and re.fullmatch(r"\s*\d{1,2}", line) else None


def nothing_behind(gap: Gap) -> bool | None:
    """Only marks are left in the line: they belong to the sentence before them."""
    found = _SPOKEN.search(gap.content, gap.end, gap.end + REST)
    nothing = found.group() == "\n" if found else gap.end + REST > len(gap.content)
    return True if nothing else None


RULES = (inside_quotation, abbreviation, list_number, inside_brackets, nothing_behind)


def sentences(content: str, quoted: Sequence[Quotation]) -> list[Sentence]:
    """The sentences of `content` in order, white space trimmed; a line feed always ends one."""
    found: list[Sentence] = []
    start = 0
    for gap in _gaps(content, quoted):
        if "\n" not in content[gap.start : gap.end] and first(RULES, gap)[0]:
            continue
        found.extend(_trimmed(content, start, gap.end))
        start = gap.end
    found.extend(_trimmed(content, start, len(content)))
    return found


def _gaps(content: str, quoted: Sequence[Quotation]) -> list[Gap]:
    return [Gap(content, m.start(), m.end(), quoted) for m in _BREAK.finditer(content)]


def _trimmed(content: str, start: int, end: int) -> list[Sentence]:
    found: list[Sentence] = []
    for first_of, end_of in _cut(content, start, end):
        piece = content[first_of:end_of]
        first_of += len(piece) - len(piece.lstrip())
        end_of -= len(piece) - len(piece.rstrip())
        found += [Sentence(first_of, end_of)] if first_of < end_of else []
    return found


def _cut(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """start:end in pieces of LONGEST at most, none of which ends inside a word."""
    while end - start > LONGEST:
        inside = words(content[start : start + LONGEST])
        at = start + inside[-1].start if inside else start + LONGEST
        if at == start:  # one word without end
            long = first_word(content, start)
            at = long.end if long else end
        yield start, min(at, end)
        start = at
    if start < end:
        yield start, end
