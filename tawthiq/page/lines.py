"""Lines of a text with their places: not empty, without the white space at their ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")  # what str.splitlines takes for line ends


class Line(NamedTuple):
    """A line at text[start:end]. gap: empty lines before it."""

    start: int
    end: int
    text: str
    gap: int = 0


def lines_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """The lines of text[start:end], in order."""
    behind = start
    for match in _LINE.finditer(text, start, len(text) if end is None else end):
        inner = match.group().strip()
        if inner:
            at = text.index(inner, match.start())
            gap = max(text.count("\n", behind, at) - 1, 0)
            yield Line(at, at + len(inner), inner, gap)
            behind = at + len(inner)
