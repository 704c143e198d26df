"""How it was said: in quotation marks or not, with which reserve."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

from tawthiq.records import Span, StatementMode
from tawthiq.statements.view import View
from tawthiq.text.quotes import Quotation

TERM = 3  # words: a shorter quotation that is a name is no quotation of speech


def mode_of(view: View, start: int, end: int) -> StatementMode:
    """Direct where the content is quotation throughout, mixed where a part of it is."""
    quoted = 0
    direct = False
    quotations = view.text.quotations
    for quotation in islice(quotations, _first_ending(quotations, start), None):
        if quotation.start >= end:
            break
        if quotation.inner_start <= start and end <= quotation.inner_end:
            return "direct"
        inside = start <= quotation.inner_start and quotation.inner_end <= end + 1
        if inside and not _names(view, quotation.inner_start, quotation.inner_end):
            quoted += quotation.inner_end - quotation.inner_start
            direct = True
    if direct:
        return "direct" if quoted >= end - start - 2 else "mixed"
    return "indirect"


def _first_ending(quotations: list[Quotation], start: int) -> int:
    """The number of the first quotation that ends behind an offset."""
    return bisect_left(quotations, start, key=lambda quotation: quotation.end)


def _names(view: View, start: int, end: int) -> bool:
    first, last = view.text.word_at(start), view.text.word_at(end - 1) + 1
    return last - first <= TERM and any(word in view.named for word in range(first, last))


def hedge_of(view: View, start: int, end: int) -> Span | None:
    """The first hedge inside the content."""
    hedges = view.text.layer("hedge")
    for match in islice(hedges, bisect_left(hedges, start, key=lambda match: match.start), None):
        if match.start >= end:
            break
        if match.end <= end:
            return view.text.span(match.start, match.end)
    return None
