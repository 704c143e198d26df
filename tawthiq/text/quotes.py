"""Quotations: which opening mark is closed by which, tolerant of what newspapers print.

News mixes «…», “…”, ”…“, "…", ''…'' and forgets marks. A mark that finds no partner in its
paragraph is left alone: one odd mark never swallows the rest of a report.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_MARK = re.compile(r"[«»“”„‟″❝❞〝〞＂]|\"+|''|‘‘|’’")
_GUILLEMETS = "«»"
_CURLY = "“”„‟″❝❞〝〞‘’"
_ONLY_CLOSE = "»″"  # a double prime is what typesetters make of a closing mark behind a digit


class Quotation(NamedTuple):
    """A quotation: start/end with its marks, inner_start/inner_end without them (code points)."""

    start: int
    end: int
    inner_start: int
    inner_end: int


def quotations(content: str) -> list[Quotation]:
    """The outermost quotations of `content`, paragraph by paragraph, in reading order."""
    found: list[Quotation] = []
    for paragraph in re.finditer(r"[^\n]+", content):
        found.extend(_outermost(_pairs(content, paragraph.start(), paragraph.end())))
    return found


def _family(mark: str) -> str:
    if mark in _GUILLEMETS:
        return "guillemet"
    return "curly" if mark[0] in _CURLY else mark[0]


def _opens(content: str, mark: re.Match[str]) -> bool:
    """A mark opens where a word follows it and white space, a bracket or the start stands before it."""
    before = content[mark.start() - 1 : mark.start()] if mark.start() else ""
    after = content[mark.end() : mark.end() + 1]
    return bool(after.strip()) and (not before.strip() or before in "([:،")


def _closes(content: str, mark: re.Match[str]) -> bool:
    """A mark closes where a word stands before it and no word follows it."""
    before = content[mark.start() - 1 : mark.start()] if mark.start() else ""
    return bool(before.strip()) and not content[mark.end() : mark.end() + 1].isalnum()


def _glued(content: str, mark: re.Match[str]) -> bool:
    """A mark between two letters, as typed behind an attached preposition: ل»…» (to «…»)."""
    return content[mark.start() - 1 : mark.start()].isalpha() and content[mark.end() : mark.end() + 1].isalpha()


def _role(content: str, mark: re.Match[str], waiting: bool, odd: bool) -> str:
    """What a mark does: open, close or nothing.

    waiting: one of its family is open. odd: one of its family lacks a partner, so that its place decides.
    """
    if mark.group() == "«" or (mark.group() == "»" and not waiting and _glued(content, mark)):
        return "open"
    if mark.group() in _ONLY_CLOSE:
        return "close"
    if odd and waiting and _opens(content, mark):
        return "open"
    if odd and not waiting and _closes(content, mark):
        return "nothing"
    return "close" if waiting else "open"


def _pairs(content: str, start: int, end: int) -> Iterator[Quotation]:
    """Each mark that closes is paired with the nearest open one of its family."""
    marks = list(_MARK.finditer(content, start, end))
    number = Counter(_family(mark.group()) for mark in marks)
    opened: list[tuple[str, re.Match[str]]] = []
    waiting: Counter[str] = Counter()
    for mark in marks:
        family = _family(mark.group())
        role = _role(content, mark, waiting[family] > 0, number[family] % 2 == 1)
        if role == "open":
            opened.append((family, mark))
            waiting[family] += 1
        elif role == "close" and waiting[family]:
            first = _partner(opened, waiting, family)
            yield Quotation(first.start(), mark.end(), first.end(), mark.start())


def _partner(opened: list[tuple[str, re.Match[str]]], waiting: Counter[str], family: str) -> re.Match[str]:
    """The nearest open mark of a family; it and those opened behind it wait no longer."""
    while True:
        other, mark = opened.pop()
        waiting[other] -= 1
        if other == family:
            return mark


def _outermost(pairs: Iterator[Quotation]) -> list[Quotation]:
    found: list[Quotation] = []
    for pair in sorted(pairs):
        if not found or pair.start >= found[-1].end:
            found.append(pair)
    return found
