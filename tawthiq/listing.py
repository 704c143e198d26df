"""Hits of a search as lines for the terminal: who, how, the words in their sentence, where to read on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast, get_args

import msgspec

from tawthiq.errors import OptionError
from tawthiq.ledger.hits import Hit
from tawthiq.ledger.search import What
from tawthiq.records import Event, Span, Statement
from tawthiq.terminal import rtl, sides

BOLD, PLAIN = "\x1b[1m", "\x1b[0m"


def listing(hits: Iterable[Hit], colour: bool) -> Iterator[str]:
    """Some lines a hit, an empty line between two; with `colour` the words that matched are bold."""
    for hit in hits:
        yield _headline(hit)
        yield f"  {rtl(marked(hit.context, hit.places, colour))}"
        about = (hit.published, hit.outlet, hit.title)
        yield "  " + "  ".join(rtl(part) for part in about if part)
        yield f"  {hit.layer} {hit.id[:16]}  in {hit.key}, {hit.span.start}–{hit.span.end}"
        yield ""


def as_json(hits: Iterable[Hit]) -> Iterator[str]:
    """One JSON object a hit."""
    return (msgspec.json.encode(hit).decode() for hit in hits)


def what(asked: str) -> What:
    """The part of the ledger to search. Raises OptionError for a word that names none."""
    for known in get_args(What):
        if asked == known:
            return cast(What, known)
    raise OptionError(f"--what {asked}: expected one of {', '.join(get_args(What))}")


def _headline(hit: Hit) -> str:
    record = hit.record
    if isinstance(record, Statement):
        said = "denies" if record.polarity == "deny" else "says"
        return f"{rtl(record.speaker.text if record.speaker else '—')} ({record.kind}) {said}"
    if isinstance(record, Event):
        return f"{record.type}: {sides(record.actors)} → {sides(record.recipients)} ({record.status})"
    return rtl(hit.title or hit.key)


def marked(context: Span, places: Sequence[tuple[int, int]], colour: bool) -> str:
    """The words of `context` with the stretches at `places` (offsets of the report) marked."""
    if not colour:
        return context.text
    pieces, at = [], context.start
    for start, end in places:
        pieces += [context.text[at - context.start : start - context.start], BOLD]
        pieces += [context.text[start - context.start : end - context.start], PLAIN]
        at = end
    return "".join([*pieces, context.text[at - context.start :]])
