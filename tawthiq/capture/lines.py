"""Rows of a table or of lines of JSON, one by one in constant memory, each with its own bytes.

Bytes are carried through text with `surrogateescape`, which gives any bytes back as they came;
UTF-16 likewise with `surrogatepass`. What a row says is decoded later, row by row.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

MAX_BYTES = 16 << 20  # of one report; the longest pages of news are some 5 MB, nearly all of it scripts
TOO_LONG = f"longer than {MAX_BYTES >> 20} MB"


class Row(NamedTuple):
    """line: number of its first line, from 1. raw: its characters, or None with what is wrong."""

    line: int
    raw: str | None
    problem: str = ""


class Carrier(NamedTuple):
    """How the bytes of a file are carried through text and back."""

    encoding: str
    errors: str

    def bytes_of(self, raw: str) -> bytes:
        """The very bytes that `raw` was read from."""
        return raw.encode(self.encoding, self.errors)


def carrier_for(encoding: str) -> Carrier:
    """The way to carry a file that reads as `encoding`."""
    if encoding.startswith("utf-16"):
        return Carrier(encoding, "surrogatepass")
    return Carrier("utf-8", "surrogateescape")


def text_lines(stream: BinaryIO, carrier: Carrier, newline: str = "\n") -> Iterator[tuple[int, str | None]]:
    """Numbered lines with their line ends; None for one that is longer than a report may be."""
    text = io.TextIOWrapper(stream, carrier.encoding, carrier.errors, newline=newline)
    number = 0
    try:
        while line := text.readline(MAX_BYTES):
            number += 1
            too_long = len(line) == MAX_BYTES
            while len(line) == MAX_BYTES and not line.endswith("\n"):
                line = text.readline(MAX_BYTES)
            yield number, None if too_long else line
    finally:
        text.detach()


def json_lines(lines: Iterator[tuple[int, str | None]]) -> Iterator[Row]:
    """One row for each line that is not empty."""
    for number, line in lines:
        if line is None:
            yield Row(number, None, TOO_LONG)
        elif line.strip():
            yield Row(number, line.rstrip("\r\n"))
