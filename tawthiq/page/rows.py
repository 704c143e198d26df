"""Rows of JSON and CSV: the title is the lines of `title`, the body the lines of `text`, as given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from tawthiq.capture.cells import cells
from tawthiq.page.assemble import Piece
from tawthiq.page.lines import lines_of
from tawthiq.page.markup import fold_json
from tawthiq.records import BlockRole, Capture

_DEFAULT: dict[str, Any] = {"title": "title", "text": "text"}
_STRING = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_TOKEN = re.compile(rf"({_STRING})|([\[{{])|([\]}}])|(:)", re.DOTALL)
# a line inside a JSON string (plain characters, escapes other than those of line ends), or a line end
_LINE = re.compile(
    r"((?:[^\\\n\r\v\f\x1c-\x1e\x85\u2028\u2029]++"
    r"|\\(?:[^unrf]|u(?!000[a-dA-D]|001[c-eC-E]|0085|202[89])[0-9a-fA-F]{4}))++)"
    r"|\\u[0-9a-fA-F]{4}|\\?.",
    re.DOTALL,
)
_WRITTEN = re.compile(r"\\u[0-9a-fA-F]{4}|\\.|.", re.DOTALL)  # one character as it is written


def row_pieces(capture: Capture, text: str) -> list[Piece]:
    """Title and body of a row; a first line of `text` that says the title again is left out."""
    places = msgspec.json.decode(capture.given["columns"]) if "columns" in capture.given else _DEFAULT
    read = _json_lines if capture.media == "json" else _csv_lines
    title = [_piece("title", line) for line in read(text, places, "title")]
    body = [_piece("body", line) for line in read(text, places, "text")]
    if body and " ".join(piece.text for piece in title) == body[0].text:
        del body[0]
    return title + body


Stretch = tuple[int, int, str]


def _piece(role: BlockRole, stretch: Stretch) -> Piece:
    return Piece(role, *stretch)


def _csv_lines(text: str, places: dict[str, Any], column: str) -> Iterator[Stretch]:
    number = places.get(column)
    found = cells(text, places.get("delimiter", ","))
    if isinstance(number, int) and number < len(found):
        for line in lines_of(text, *found[number]):
            yield line.start, line.end, line.text.replace('""', '"')


def _json_lines(text: str, places: dict[str, Any], column: str) -> Iterator[Stretch]:
    found = dict(_members(text))
    for start, end in found.get(places.get(column, column), ()):
        yield from _string_lines(text, start, end)


def _members(text: str) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """The keys of a JSON object, each with the strings of its value (one, or those of a list)."""
    opened: list[str] = []
    key, strings = "", [(0, 0)]
    for match in _TOKEN.finditer(text):
        string, opens, closes, colon = match.groups()
        if string and opened in (["{"], ["{", "["]):
            strings.append((match.start() + 1, match.end() - 1))
        elif opens:
            opened.append(opens)
        elif closes and opened:
            opened.pop()
        elif colon and opened == ["{"]:
            start, end = strings.pop()
            yield key, strings
            key, strings = fold_json(text[start:end]), []
    yield key, strings


def _string_lines(text: str, start: int, end: int) -> Iterator[Stretch]:
    """The lines of a JSON string that stands at text[start:end], line ends written or escaped."""
    for line in _LINE.finditer(text, start, end):
        inner = (line.group(1) or "").strip()
        said = fold_json(inner)
        if said.strip() == said != "":
            at = text.index(inner, line.start())
            yield at, at + len(inner), said
        elif said.strip():
            yield _stripped(text, line.start(), line.end())


def _stripped(text: str, start: int, end: int) -> Stretch:
    """A line without the white space at its ends, some of it written as escapes."""
    written = list(_WRITTEN.finditer(text, start, end))
    said = [match for match in written if fold_json(match.group()).strip()]
    start, end = said[0].start(), said[-1].end()
    return start, end, fold_json(text[start:end])
