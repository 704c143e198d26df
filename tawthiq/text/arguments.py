"""What stands behind a verb or a verbal noun: phrases, each with the preposition before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tawthiq.text.phrases import QUOTES, Phrase, phrase
from tawthiq.text.views import Views

ENDS = frozenset(
    ("verb", "complementizer", "conjunction", "relative", "negation", "auxiliary", "hypothetical", "future")
)
CLOSING = {"(": ")", "-": "-", "–": "–", "—": "—"}
MAX_BRACKET = 14
MAX_MISSES = 3


class Argument(NamedTuple):
    """Phrases joined by `and` behind one preposition (its folded form, "" for none); words[first:last]."""

    marker: str
    phrases: tuple[Phrase, ...]
    first: int
    last: int


def joined(views: Views, at: int, limit: int) -> tuple[Phrase, ...]:
    """The phrase at a word and those joined to it by و (and)."""
    found = phrase(views, at, limit)
    phrases = [found] if found else []
    while phrases:
        following = _joined_at(views, phrases[-1].last, limit)
        found = phrase(views, following, limit) if following is not None else None
        if found is None:
            break
        phrases.append(found)
    return tuple(phrases)


def _joined_at(views: Views, at: int, limit: int) -> int | None:
    """Where a phrase joined by `and`, or by a comma between names, starts; None if none does."""
    while at < limit and views.words[at].form in QUOTES:
        at += 1
    if at >= limit:
        return None
    alone = views.words[at].form in ("و", "،")  # and
    following = at + 1 if alone else at
    if following >= limit or not _nominal(views, following):
        return None
    if views.words[at].form == "،":
        return following if views[following].kind == "name" and views[following].before in ("", "و") else None
    return following if alone or views[at].before == "و" else None


def _nominal(views: Views, at: int) -> bool:
    view = views[at]
    return view.kind == "name" or (view.kind == "noun" and view.match is not None)


def arguments(views: Views, at: int, limit: int) -> Iterator[Argument]:
    """What stands behind a word up to `limit`, phrase by phrase; ends at a verb or a new clause."""
    misses = 0
    while at < limit and misses < MAX_MISSES:
        skipped = _skipped(views, at, limit)
        if skipped is None:
            return
        if skipped > at:
            at = skipped
            continue
        marker, inner = _marker(views, at)
        phrases = joined(views, inner, limit) if inner < limit else ()
        if phrases:
            yield Argument(marker, phrases, at, phrases[-1].last)
        at, misses = (phrases[-1].last, 0) if phrases else (max(at + 1, inner), misses + 1)


def _skipped(views: Views, at: int, limit: int) -> int | None:
    """Behind dates, quotation marks, brackets; `at` itself where an argument may start; None at an end."""
    view, form = views[at], views.words[at].form
    if view.kind == "date":
        return view.last
    if form in QUOTES:
        return at + 1
    if view.kind == "mark":
        return _behind_mark(views, at, limit, form)
    if view.kind in ENDS or (view.kind in ("name", "noun") and view.before in ("و", "ف", "ول", "وب")):
        return None
    return at


def _behind_mark(views: Views, at: int, limit: int, form: str) -> int | None:
    if form in CLOSING:
        closing = (i for i in range(at + 1, min(limit, at + MAX_BRACKET)) if views.words[i].form == CLOSING[form])
        end = next(closing, None)
        return end + 1 if end is not None else None
    goes_on = form == "،" and at + 1 < limit and views[at + 1].kind in ("preposition", "date")
    return at + 1 if goes_on else None


def _marker(views: Views, at: int) -> tuple[str, int]:
    """The preposition at a word, folded, and where what it governs starts."""
    view = views[at]
    if view.kind == "preposition":
        form = " ".join(word.form for word in views.words[at : view.last])
        return form[len(view.before) :], view.last
    letter = view.before.removeprefix("و")[:1]
    return (letter if letter in ("ب", "ل", "ك") else ""), at  # in/by, to/for, like
