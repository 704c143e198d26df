"""What a source is: a page, a text or rows; told by the name's ending, else by how it begins."""

from __future__ import annotations

import re

from tawthiq.capture.encoding import decode

TABLE, OBJECTS, LINES = "csv", "objects", "lines"
ROWS = (TABLE, OBJECTS, LINES)
MEDIA = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".txt": "text",
    ".json": OBJECTS, ".jsonl": LINES, ".ndjson": LINES, ".csv": TABLE, ".tsv": TABLE,
}  # fmt: skip
_MAGIC = (
    (b"%PDF-", "PDF"), (b"PK\x03\x04", "zip archive or office document"), (b"\x1f\x8b", "gzip archive"),
    (b"\x89PNG", "picture"), (b"\xff\xd8\xff", "picture"), (b"GIF8", "picture"), (b"RIFF", "sound"),
    (b"\xd0\xcf\x11\xe0", "office document"), (b"SQLite format 3", "database"), (b"\x7fELF", "program"),
)  # fmt: skip
_HEAD = 1 << 16
_PAGE = re.compile(r"(?:(?><\?xml[^>]*>|<!--.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_TABLE = re.compile(r'"?\w+"?(?:[,;\t]"?\w+"?)+\s*')  # a header: bare names and delimiters
_OBJECTS = re.compile(r"\[?\s*\{")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f\ufffd]")
_BINARY = 10  # one control character in so many characters is no text


def sniff(head: bytes) -> str:
    """html, text, or one of ROWS, from the first bytes of a source without a telling name."""
    text = decode(head).text[:_HEAD]
    start = text.lstrip()
    if _PAGE.match(start):
        return "html"
    if start.startswith("{") and start.split("\n", 1)[0].rstrip().endswith("}"):
        return LINES
    if _OBJECTS.match(start):
        return OBJECTS
    return TABLE if _TABLE.fullmatch(start.split("\n", 1)[0]) else "text"


def problem_of(original: bytes) -> str | None:
    """Why these bytes are no report: empty, or binary; None where they may be one."""
    if not original.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return "empty"
    for magic, name in _MAGIC:
        if original.startswith(magic):
            return f"not text ({name})"
    text = decode(original[:_HEAD]).text
    if len(_CONTROL.findall(text)) * _BINARY > len(text):
        return "not text (binary)"
    return None
