"""Where the words that were said end: with their quotation, before a new clause, or with the sentence."""

from __future__ import annotations

from collections.abc import Mapping

from tawthiq.statements.openings import SPOKEN, Opening, quotation_end
from tawthiq.statements.view import QUOTES, View


def content_end(view: View, opening: Opening, limit: int, breaks: Mapping[int, bool], embedded: bool) -> int:
    """The word behind the last of a content.

    breaks: words at which a new clause begins, each with whether it does so inside quotation marks too.
    embedded: the cue stands in a relative clause, its content ends before the main verb.
    """
    at = opening.first
    quoted = quotation_end(view, at) if at < limit else None
    while at < limit:
        if quoted is not None and quoted > at:
            inside = _break_inside(opening, at, min(quoted, limit), breaks)
            if inside is not None:
                return inside
            begun, at = at, min(quoted, limit)
            if begun == opening.first and opening.kind == "direct" and _closes(view, begun, at, limit):
                return at
        elif at > opening.first and (at in breaks or (embedded and _main_verb(view, at))):
            return at
        else:
            at += 1
        quoted = quotation_end(view, at) if view.forms[at] in QUOTES else None
    return limit


def _break_inside(opening: Opening, at: int, end: int, breaks: Mapping[int, bool]) -> int | None:
    return next((word for word in range(max(at, opening.first + 1), end) if breaks.get(word)), None)


def _closes(view: View, begun: int, at: int, limit: int) -> bool:
    """Whether a quotation behind a colon or a verb is all that was said."""
    return at - begun > SPOKEN or at >= limit or view.marks[at]


def _main_verb(view: View, at: int) -> bool:
    verb = view.finite(at)
    return verb is not None and not verb.conjoined and at - 1 not in view.closing
