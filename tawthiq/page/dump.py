"""A page copied or dumped as text: which line is what."""

from __future__ import annotations

from tawthiq.page.assemble import Piece
from tawthiq.page.lines import lines_of


def dump_pieces(text: str) -> list[Piece]:
    """The lines of a dump in their roles."""
    return [
        Piece("body" if n else "title", line.start, line.end, line.text)
        for n, line in enumerate(lines_of(text))
    ]
