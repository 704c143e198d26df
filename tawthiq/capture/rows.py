"""Rows of JSON and CSV as captures: each row's own bytes are its original."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from io import BufferedReader
from typing import Any, NamedTuple

import msgspec

from tawthiq.capture import cells
from tawthiq.capture.encoding import decode
from tawthiq.capture.lines import Carrier, Row, carrier_for, json_lines, text_lines
from tawthiq.capture.media import LINES, TABLE, problem_of
from tawthiq.capture.objects import json_objects
from tawthiq.errors import SourceError
from tawthiq.records import Capture

COLUMNS = ("key", "url", "outlet", "title", "text", "published")
PLACES = "columns"  # in Capture.given: which columns or cells hold title and text, as JSON
_HEAD = 1 << 16
_BOM = b"\xef\xbb\xbf"


class _Given(NamedTuple):
    """A row that can be read: its bytes and what it says of the report."""

    original: bytes
    media: str
    given: dict[str, str]


class _Source(NamedTuple):
    """The file that rows come from."""

    name: str
    encoding: str
    carrier: Carrier
    columns: Mapping[str, str]

    def error(self, line: int, problem: str) -> SourceError:
        return SourceError(f"{self.name}:{line}: {problem}")

    def bytes_of(self, row: Row) -> bytes:
        """The row's own bytes. Raises SourceError where it could not be read."""
        if row.raw is None:
            raise self.error(row.line, row.problem)
        return self.carrier.bytes_of(row.raw)

    def name_of(self, column: str) -> str:
        return self.columns.get(column, column)


def row_captures(
    stream: BufferedReader, media: str, name: str, columns: Mapping[str, str]
) -> Iterator[Capture | SourceError]:
    """A capture for each row; a malformed row is a SourceError that names the file and the line."""
    head = stream.peek(_HEAD)[:_HEAD]
    if problem := problem_of(head):
        raise SourceError(f"{name}: {problem}")
    encoding = decode(_whole_lines(head)).encoding
    source = _Source(name, encoding, carrier_for(encoding), columns)
    found = False
    for row in (_table_rows if media == TABLE else _object_rows)(stream, media, source):
        found = True
        yield row if isinstance(row, SourceError) else _capture(row, source)
    if not found:
        raise SourceError(f"{name}: no rows in it")


def _whole_lines(head: bytes) -> bytes:
    cut = head.rfind(b"\n") + 1
    return head[: cut + head.startswith(b"\0", cut)] if cut else head  # UTF-16 has a NUL behind the line feed


def _capture(row: _Given, source: _Source) -> Capture:
    given = dict(row.given)
    digest = hashlib.sha256(row.original).hexdigest()
    key, url = given.pop("key"), given.pop("url", None)
    return Capture(digest, row.original, row.media, key, url, encoding=source.encoding, given=given)


def _object_rows(stream: BufferedReader, media: str, source: _Source) -> Iterator[_Given | SourceError]:
    in_lines = media == LINES
    lines = text_lines(stream, source.carrier) if in_lines else iter(())
    for row in json_lines(lines) if in_lines else json_objects(stream, source.carrier):
        try:
            yield _object(row, source)
        except SourceError as error:
            yield error


def _object(row: Row, source: _Source) -> _Given:
    original = source.bytes_of(row).removeprefix(_BOM)
    try:
        value = parsed(decode(original, source.encoding).text)
    except ValueError as error:
        raise source.error(row.line, f"malformed JSON: {error}") from error
    if not isinstance(value, dict):
        raise source.error(row.line, "malformed JSON: not an object")
    given = {column: value.get(source.name_of(column)) for column in COLUMNS}
    if given["key"] is None:
        given["key"] = value.get("id")
    places = {column: source.name_of(column) for column in ("title", "text")}
    return _Given(original, "json", _checked(given, row, source, list(value)) | {PLACES: _json(places)})


def parsed(text: str) -> Any:
    """The value of a JSON text, control characters in strings let pass. Raises ValueError of one line."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
        pass
    try:
        return json.loads(text, strict=False)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _checked(given: Mapping[str, Any], row: Row, source: _Source, names: list[str]) -> dict[str, str]:
    """What a row says of the report, as strings. Raises SourceError where it has no text and no title."""
    if not given.get("text") and not given.get("title"):
        has = ", ".join(map(str, names[:8])) or "nothing"
        raise source.error(row.line, f"no {source.name_of('text')} in this row (it has: {has})")
    told = {column: _plain(given.get(column)) for column in ("key", "url", "outlet", "published")}
    told["key"] = told["key"] or f"{source.name}:{row.line}"
    return {column: value for column, value in told.items() if value}


def _plain(value: Any) -> str:
    known = str(value).strip() if isinstance(value, str | int | float) else ""
    return known.encode("utf-8", "replace").decode()


def _table_rows(stream: BufferedReader, media: str, source: _Source) -> Iterator[_Given | SourceError]:
    lines = text_lines(stream, source.carrier, newline="")
    header = next((line for line in lines if line[1] is None or line[1].strip(" \r\n\ufeff")), None)
    if header is None or header[1] is None:
        return
    delimiter = cells.delimiter_of(header[1])
    names = _cells(source.carrier.bytes_of(header[1]).removeprefix(_BOM), delimiter, source.encoding)
    table = _Table(source, delimiter, [name.strip().lower() for name in names])
    for row in cells.rows(lines, delimiter):
        try:
            yield table.read(row)
        except SourceError as error:
            yield error


class _Table(NamedTuple):
    """How the rows of a table are read: its delimiter and the names of its columns."""

    source: _Source
    delimiter: str
    names: list[str]

    def place(self, column: str) -> int | None:
        """The number of the cell that holds a column, from 0."""
        wanted = [self.source.name_of(column).lower(), *(["id"] if column == "key" else [])]
        return next((self.names.index(name) for name in wanted if name in self.names), None)

    def read(self, row: Row) -> _Given:
        """What a row says. Raises SourceError where it does not fit the header."""
        original = self.source.bytes_of(row)
        found = _cells(original, self.delimiter, self.source.encoding)
        if len(found) != len(self.names):
            raise self.source.error(row.line, f"{len(found)} cells under a header of {len(self.names)}")
        places = {column: self.place(column) for column in COLUMNS}
        given = {column: found[at] for column, at in places.items() if at is not None}
        layout = {"delimiter": self.delimiter, **{c: places[c] for c in ("title", "text")}}
        told = _checked(given, row, self.source, self.names)
        return _Given(original, "csv", told | {PLACES: _json(layout)})


def _cells(original: bytes, delimiter: str, encoding: str) -> list[str]:
    text = decode(original, encoding).text
    return [text[cell.start : cell.end].replace('""', '"') for cell in cells.cells(text, delimiter)]
