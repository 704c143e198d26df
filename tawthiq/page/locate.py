"""Where words of the report stand in the saved original."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tawthiq.page.markup import fold_markup
from tawthiq.records import Block

SLACK = 12  # characters that an entity or escape may reach over a cut


class Original:
    """A decoded original and the blocks read from it; answers where a span of the text stands in it."""

    def __init__(self, decoded: str, media: str, blocks: Sequence[Block]) -> None:
        self.decoded = decoded
        self.media = media
        self._blocks = sorted((b for b in blocks if b.start is not None), key=lambda b: b.start or 0)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Code points of the decoded original that say text[start:end]; None where no one block holds it."""
        for block in self._blocks:
            if block.start is not None and block.end is not None and block.start <= start < end <= block.end:
                return self._inside(block, start - block.start, end - block.start)
        return None

    def _inside(self, block: Block, start: int, end: int) -> tuple[int, int] | None:
        raw = self.decoded[block.source_start : block.source_end]
        if raw == block.text:
            return block.source_start + start, block.source_start + end
        found = _cuts(raw, self.media, block.text[start:end], start, end)
        return (block.source_start + found[0], block.source_start + found[1]) if found else None


def _cuts(raw: str, media: str, words: str, start: int, end: int) -> tuple[int, int] | None:
    """Cuts of `raw` between which it folds to `words`, the shortest near where their lengths say."""

    def folded(cut: int) -> int:
        return len(fold_markup(raw[:cut], media))

    last = bisect_left(range(len(raw) + 1), end, key=folded)
    first = bisect_left(range(len(raw) + 1), start, key=folded)
    for to in range(last, min(last + SLACK, len(raw)) + 1):
        for begin in range(min(first + SLACK, to), max(first - SLACK, 0) - 1, -1):
            if fold_markup(raw[begin:to], media) == words:
                return begin, to
    return None
