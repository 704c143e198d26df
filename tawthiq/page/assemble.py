"""Pieces of a page put together: the report's text, and each block's place in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tawthiq.records import Block, BlockRole

TEXT_ROLES: tuple[BlockRole, ...] = ("body", "subheading", "quote")


class Piece(NamedTuple):
    """A stretch of the decoded original, its role and what it says."""

    role: BlockRole
    start: int
    end: int
    text: str


def assembled(pieces: Iterable[Piece]) -> tuple[str, list[Block]]:
    """The report's text, title first, and the blocks in the order of the original.

    Only the first piece that is a title stands in the text as such, with the lines that follow it directly.
    """
    kept = [piece for piece in pieces if piece.text]
    inside = [p for p in kept if p.role == "title"] + [p for p in kept if p.role in TEXT_ROLES]
    places: dict[Piece, tuple[int, int]] = {}
    at = 0
    for piece in inside:
        places[piece] = (at, at + len(piece.text))
        at += len(piece.text) + 1
    blocks = [_block(piece, *places.get(piece, (None, None))) for piece in kept]
    blocks.sort(key=lambda block: (block.source_start, block.source_end))
    return "\n".join(piece.text for piece in inside), blocks


def _block(piece: Piece, start: int | None, end: int | None) -> Block:
    return Block(piece.role, piece.text, piece.start, piece.end, start, end)
