"""Quotations: which opening mark is closed by which, tolerant of what newspapers print.

News mixes «…», “…”, ”…“, "…", ''…'' and forgets marks. A mark that finds no partner in its
paragraph is left alone: one odd mark never swallows the rest of a report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARK = re.compile(r"[«»“”„‟\"❝❞〝〞＂]|''|‘‘|’’")
_GUILLEMETS = "«»"
_CURLY = "“”„‟❝❞〝〞"


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
    return "curly" if mark in _CURLY else mark[0]


def _opens(content: str, mark: re.Match[str]) -> bool:
    """A mark opens where a word follows it and white space, a bracket or the start stands before it."""
    if mark.group() == "«":
        return True
    if mark.group() == "»":
        return False
    before = content[mark.start() - 1 : mark.start()]
    after = content[mark.end() : mark.end() + 1]
    return bool(after.strip()) and (not before.strip() or before in "([:،")


def _pairs(content: str, start: int, end: int) -> Iterator[Quotation]:
    """Each mark that closes is paired with the nearest open one of its family."""
    opened: list[tuple[str, re.Match[str]]] = []
    for mark in _MARK.finditer(content, start, end):
        family = _family(mark.group())
        partner = next((i for i in range(len(opened) - 1, -1, -1) if opened[i][0] == family), None)
        if partner is not None and not (_opens(content, mark) and family == "guillemet"):
            first = opened[partner][1]
            yield Quotation(first.start(), mark.end(), first.end(), mark.start())
            del opened[partner:]
        elif partner is None and mark.group() != "»":
            opened.append((family, mark))


def _outermost(pairs: Iterator[Quotation]) -> list[Quotation]:
    found: list[Quotation] = []
    for pair in sorted(pairs):
        if not found or pair.start >= found[-1].end:
            found.append(pair)
    return found
