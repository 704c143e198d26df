"""Rows and cells of CSV (RFC 4180; comma, semicolon or tab), each with its place in the raw text."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tawthiq.capture.lines import MAX_BYTES, TOO_LONG, Row

DELIMITERS = (",", ";", "\t")
MAX_RECOVERIES = 100  # how often in one file reading starts again behind a quotation mark never closed


class Cell(NamedTuple):
    """The content of a cell, without its own quotation marks, at row[start:end]."""

    start: int
    end: int


def delimiter_of(header: str) -> str:
    """The delimiter of a table: the one that its header has most of."""
    return max(DELIMITERS, key=header.count)


def cells(row: str, delimiter: str) -> list[Cell]:
    """The cells of a row. A quotation mark inside an unquoted cell is a character like any other."""
    row = row.rstrip("\r\n")
    found: list[Cell] = []
    at = 0
    while True:
        begin = at
        if row.startswith('"', at):
            begin, close = at + 1, _close(row, at + 1)
            at = _next(row, close + 1, delimiter)
            found.append(Cell(begin, close if at <= close + 1 else at))
        else:
            at = _next(row, at, delimiter)
            found.append(Cell(begin, at))
        if at >= len(row):
            return found
        at += 1


def _next(row: str, at: int, delimiter: str) -> int:
    found = row.find(delimiter, at)
    return len(row) if found < 0 else found


def _close(row: str, at: int) -> int:
    """Where the quoted cell that begins at `at` is closed; the end of the row where it never is."""
    while True:
        mark = row.find('"', at)
        if mark < 0:
            return len(row)
        if not row.startswith('"', mark + 1):
            return mark
        at = mark + 2


def is_open(line: str, delimiter: str, inside: bool = False) -> bool:
    """Whether a quoted cell goes on behind this line. inside: it began in a line before."""
    at = 0
    while at < len(line):
        if inside or line.startswith('"', at):
            at = _close(line, at if inside else at + 1)
            if at == len(line):
                return True
        inside = False
        at = _next(line, at, delimiter) + 1
    return inside


Line = tuple[int, str | None]


class _Rereader(Iterator[Line]):
    """Lines, some of which are read again, though not often enough to take more than linear time."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = iter(lines)
        self._again: deque[Line] = deque()
        self._recoveries = 0

    def __next__(self) -> Line:
        return self._again.popleft() if self._again else next(self._lines)

    def again(self, lines: list[Line]) -> None:
        """Give these lines once more, before all others."""
        self._recoveries += 1
        if self._recoveries <= MAX_RECOVERIES:
            self._again.extendleft(reversed(lines))


def rows(lines: Iterable[Line], delimiter: str) -> Iterator[Row]:
    """The rows of a table, empty ones left out.

    Where a quotation mark is never closed, its line is a row with a problem and the next line is read
    as the beginning of a row.
    """
    reader = _Rereader(lines)
    for number, first in reader:
        if first is None:
            yield Row(number, None, TOO_LONG)
        elif first.strip():
            yield _row(reader, number, first, delimiter)


def _row(reader: _Rereader, number: int, first: str, delimiter: str) -> Row:
    """The row that begins with this line, and as many more as its quoted cells go over."""
    held, size = [first], len(first)
    behind: list[Line] = []
    inside = is_open(first, delimiter)
    while inside:
        line = next(reader, None)
        behind += [line] if line else []
        if line is None or line[1] is None or size > MAX_BYTES:
            reader.again(behind)
            return Row(number, None, "a quotation mark is never closed")
        held.append(line[1])
        size += len(line[1])
        inside = is_open(line[1], delimiter, inside=True)
    return Row(number, "".join(held).rstrip("\r\n"))
