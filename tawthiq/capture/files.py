"""Reports from files, folders and standard input, one capture at a time.

A report is at most 16 MB (`lines.MAX_BYTES`): a longer one is an error, before it is read into memory.
Files of many reports (.jsonl, .json, .csv) may be of any size; they are read row by row.
"""

from __future__ import annotations

import hashlib
import io
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, cast

from tawthiq.capture.lines import MAX_BYTES, TOO_LONG
from tawthiq.capture.media import MEDIA, ROWS, problem_of, sniff
from tawthiq.capture.rows import row_captures
from tawthiq.errors import SourceError
from tawthiq.records import Capture

_HEAD = 1 << 16
Sourced = Iterator[Capture | SourceError]


def sources(paths: Iterable[str], columns: Mapping[str, str] | None = None, stdin: BinaryIO | None = None) -> Sourced:
    """Every report in files, folders (sorted by name) and `-` (stdin), in the order given.

    columns: other names for the columns key, url, outlet, title, text, published. What cannot be read
    is yielded as a SourceError of one line, and the rest goes on.
    """
    for path in paths:
        if path == "-":
            yield from _told(path, _stream(stdin or sys.stdin.buffer, "stdin", columns or {}))
        else:
            for file, key in _files(Path(path)):
                yield from _told(str(file), _file(file, key, columns or {}))


def _told(name: str, found: Sourced) -> Sourced:
    """What was found, and a SourceError in place of an exception."""
    try:
        yield from found
    except SourceError as error:
        yield error
    except OSError as error:
        yield SourceError(f"{name}: {(error.strerror or str(error)).lower()}")


def capture_of(original: bytes, media: str, key: str) -> Capture:
    """The capture of one whole report. Raises SourceError where it is empty, binary or too long."""
    if problem := problem_of(original):
        raise SourceError(f"{key}: {problem}")
    return Capture(hashlib.sha256(original).hexdigest(), original, media, key)


def _files(path: Path) -> list[tuple[Path, str]]:
    """The files of a folder, or the file itself, each with its key."""
    if not path.is_dir():
        return [(path, path.name)]
    found = sorted(file for file in path.rglob("*") if _wanted(file, path))
    return [(file, file.relative_to(path).as_posix()) for file in found] or [(path, path.name)]


def _wanted(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.suffix.lower() in MEDIA and not hidden and path.is_file()


def _file(path: Path, key: str, columns: Mapping[str, str]) -> Sourced:
    if path.is_dir():
        raise SourceError(f"{path}: no .html, .txt, .json, .jsonl or .csv in this folder")
    media = MEDIA.get(path.suffix.lower())
    with path.open("rb") as stream:
        media = media or sniff(stream.peek(_HEAD))
        if media in ROWS:
            yield from row_captures(stream, media, key, columns)
            return
        yield _whole(stream, media, key)


def _stream(stdin: BinaryIO, key: str, columns: Mapping[str, str]) -> Sourced:
    stream = io.BufferedReader(cast(Any, stdin), _HEAD)
    try:
        media = sniff(stream.peek(_HEAD))
        if media in ROWS:
            yield from row_captures(stream, media, key, columns)
        else:
            yield _whole(stream, media, key)
    finally:
        stream.detach()


def _whole(stream: BinaryIO, media: str, key: str) -> Capture:
    original = stream.read(MAX_BYTES + 1)
    if len(original) > MAX_BYTES:
        raise SourceError(f"{key}: {TOO_LONG}")
    if media == "text" and sniff(original[:_HEAD]) == "html":
        media = "html"
    return capture_of(original, media, key)
