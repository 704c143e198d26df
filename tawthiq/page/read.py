"""One saved original read: what is known of the report, and its blocks in the order of the original."""

from __future__ import annotations

from tawthiq.capture.encoding import decode
from tawthiq.errors import SourceError
from tawthiq.page.assemble import assembled
from tawthiq.page.dump import dump_pieces
from tawthiq.page.furniture import Furniture, shipped
from tawthiq.page.rows import row_pieces
from tawthiq.records import Block, Capture, Report


def read_page(capture: Capture, furniture: Furniture | None = None) -> tuple[Report, list[Block]]:
    """The report of a capture and its blocks. Raises SourceError where nothing in it can be read."""
    decoded = decode(capture.original, capture.encoding)
    if capture.media in ("json", "csv"):
        pieces = row_pieces(capture, decoded.text)
    else:
        pieces = dump_pieces(decoded.text, furniture or shipped())
    text, blocks = assembled(pieces)
    if not text:
        raise SourceError(f"{capture.key}: no text in it")
    given = capture.given
    title = "\n".join(block.text for block in blocks if block.role == "title")
    report = Report(
        id=capture.id,
        key=capture.key,
        text=text,
        title=given.get("title") or title or None,
        outlet=given.get("outlet"),
        url=capture.url or given.get("url"),
        published=given.get("published"),
        published_from="given" if "published" in given else None,
        retrieved=capture.retrieved,
        notes=list(decoded.notes),
    )
    return report, blocks
