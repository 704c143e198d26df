"""Objects of a JSON file one by one in constant memory, in one array or one after another."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from tawthiq.capture.lines import MAX_BYTES, TOO_LONG, Carrier, Row

_CHUNK = 1 << 16
_REST = r'[^"\\]*(?:\\.[^"\\]*)*"'
_MARK = re.compile(rf'"{_REST}|["{{}}\[\]]', re.DOTALL)  # a whole string, or one that the chunk cuts off
_STRING_END = re.compile(_REST, re.DOTALL)


class _Scanner:
    """Feed it chunks, take rows; it holds no more than the object at hand."""

    def __init__(self) -> None:
        self._depth = 0
        self._inside = False  # a string that an earlier chunk began
        self._held: list[str] = []
        self._size = 0
        self._line = 1
        self._first = 1

    def feed(self, chunk: str) -> Iterator[Row]:
        """The objects that end in this chunk."""
        begin = counted = 0
        for mark, at, end in self._marks(chunk):
            if mark in "{[" and self._opens(mark):
                self._line += chunk.count("\n", counted, at)
                self._first, begin, counted = self._line, at, at
            elif mark in "}]" and self._closes(mark):
                yield self._row(chunk[begin:end])
        self._line += chunk.count("\n", counted)
        if self._depth:
            self._hold(chunk[begin:])

    def _marks(self, chunk: str) -> Iterator[tuple[str, int, int]]:
        """Brackets outside strings, each with its place."""
        at = 0
        if self._inside:
            closed = _STRING_END.match(chunk)
            if not closed:
                return
            self._inside, at = False, closed.end()
        for match in _MARK.finditer(chunk, at):
            if match.group() == '"':
                self._inside = True
                return
            if not match.group().startswith('"'):
                yield match.group(), match.start(), match.end()

    def _opens(self, mark: str) -> bool:
        """Whether an object of its own begins here; arrays around the objects are passed by."""
        if self._depth == 0 and mark == "[":
            return False
        self._depth += 1
        return self._depth == 1

    def _closes(self, mark: str) -> bool:
        if self._depth == 0:
            return False
        self._depth -= 1
        return self._depth == 0

    def _hold(self, piece: str) -> None:
        self._size += len(piece)
        if self._size <= MAX_BYTES:
            self._held.append(piece)

    def _row(self, last: str) -> Row:
        self._hold(last)
        raw = "".join(self._held) if self._size <= MAX_BYTES else None
        self._held, self._size = [], 0
        return Row(self._first, raw, "" if raw else TOO_LONG)

    def finish(self) -> Iterator[Row]:
        """A row with its problem, where an object is still open."""
        if self._depth:
            yield Row(self._first, None, "the file ends inside the object that begins here")


def json_objects(stream: BinaryIO, carrier: Carrier) -> Iterator[Row]:
    """One row for each object of the file. What stands between objects is passed over."""
    scanner = _Scanner()
    text = io.TextIOWrapper(stream, carrier.encoding, carrier.errors, newline="\n")
    carried = ""
    try:
        while chunk := text.read(_CHUNK):
            chunk, carried = _whole_escapes(carried + chunk)
            yield from scanner.feed(chunk)
    finally:
        text.detach()
    yield from scanner.finish()


def _whole_escapes(chunk: str) -> tuple[str, str]:
    """The chunk without a backslash whose escaped character is in the next one, and that backslash."""
    slashes = len(chunk) - len(chunk.rstrip("\\"))
    return (chunk[:-1], "\\") if slashes % 2 else (chunk, "")
