"""How it was said: in quotation marks or not, with which reserve."""

from __future__ import annotations

from tawthiq.records import Span, StatementMode
from tawthiq.statements.view import View

TERM = 3  # words: a shorter quotation that is a name is no quotation of speech


def mode_of(view: View, start: int, end: int) -> StatementMode:
    """Direct where the content is quotation throughout, mixed where a part of it is."""
    quoted = 0
    direct = False
    for quotation in view.text.quotations:
        if quotation.inner_start <= start and end <= quotation.inner_end:
            return "direct"
        inside = start <= quotation.inner_start and quotation.inner_end <= end + 1
        if inside and not _names(view, quotation.inner_start, quotation.inner_end):
            quoted += quotation.inner_end - quotation.inner_start
            direct = True
    if direct:
        return "direct" if quoted >= end - start - 2 else "mixed"
    return "indirect"


def _names(view: View, start: int, end: int) -> bool:
    first, last = view.text.word_at(start), view.text.word_at(end - 1) + 1
    return last - first <= TERM and any(word in view.named for word in range(first, last))


def hedge_of(view: View, start: int, end: int) -> Span | None:
    """The first hedge inside the content."""
    for match in view.text.layer("hedge"):
        if start <= match.start and match.end <= end:
            return view.text.span(match.start, match.end)
    return None
