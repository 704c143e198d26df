"""A saved original, harmless enough to be shown, and where words of the report stand in it."""

from __future__ import annotations

from msgspec import Struct

from tawthiq.capture.encoding import decode
from tawthiq.page.locate import Original
from tawthiq.records import Capture, Reading

# nothing runs, nothing is fetched, nothing is sent; pictures only where the page holds them itself
CONTENT_SECURITY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)
AROUND = 400  # characters of the original shown on either side of the words


class InOriginal(Struct, frozen=True):
    """Words of the report as the original has them, markup and all, between what stands around them."""

    before: str
    words: str
    after: str
    start: int
    end: int


def as_shown(capture: Capture) -> tuple[bytes, str]:
    """An original in UTF-8 for a frame, and its media type; what is no page of markup is plain text."""
    text = decode(capture.original, capture.encoding).text.encode("utf-8", "replace")
    return text, "text/html; charset=utf-8" if capture.media == "html" else "text/plain; charset=utf-8"


def words_in(capture: Capture, reading: Reading, start: int, end: int) -> InOriginal | None:
    """Where text[start:end] stands in the original; None where no one block of it holds these words."""
    decoded = decode(capture.original, capture.encoding).text
    found = Original(decoded, capture.media, reading.blocks).span(start, end) if start < end else None
    if found is None:
        return None
    first, last = found
    before, after = decoded[max(first - AROUND, 0) : first], decoded[last : last + AROUND]
    return InOriginal(before, decoded[first:last], after, first, last)
