"""Hits: what a search found, with its words, the sentences around them and the places to mark."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from tawthiq.ledger.entries import Layer
from tawthiq.ledger.query import Phrase, places
from tawthiq.records import Event, Reading, Span, Statement


class Hit(Struct, frozen=True):
    """A report, statement or event that was found, in the current reading of its report.

    report: id. span: the words of the record (a statement's content, an event's trigger, of a report
    the sentence with the most of the words searched for). context: the sentences around it. places:
    start and end in the report's text of the words searched for, inside the context. record: the
    statement or event, null of a report.
    """

    layer: Layer
    id: str
    report: str
    key: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    span: Span
    context: Span
    places: list[tuple[int, int]]
    record: Statement | Event | None


class Found(NamedTuple):
    """An entry that a search found: its layer, its position there, its reading."""

    layer: Layer
    position: int
    reading: Reading


def hit(found: Found, phrases: Sequence[Phrase]) -> Hit:
    """The hit of an entry."""
    report, record = found.reading.report, _record(found)
    span = _span(record) if record else _best_sentence(found.reading, phrases)
    context = _sentences_around(found.reading, span)
    return Hit(
        layer=found.layer,
        id=record.id if record else report.id,
        report=report.id,
        key=report.key,
        title=report.title,
        outlet=report.outlet,
        published=report.published,
        url=report.url,
        span=span,
        context=context,
        places=places(phrases, context.text, context.start),
        record=record,
    )


def _record(found: Found) -> Statement | Event | None:
    if found.layer == "statement":
        return found.reading.statements[found.position]
    return found.reading.events[found.position] if found.layer == "event" else None


def _span(record: Statement | Event) -> Span:
    return record.content if isinstance(record, Statement) else record.trigger


def _best_sentence(reading: Reading, phrases: Sequence[Phrase]) -> Span:
    """The sentence with the most different phrases in it, the first of several; the text's where none is."""
    text, found = reading.report.text, []
    spans = [Span(one.start, one.end, text[one.start : one.end]) for one in reading.sentences]
    if not spans:
        return Span(0, len(text), text)
    for phrase in phrases:
        found.append([start for start, _ in places([phrase], text)])
    return max(spans, key=lambda span: sum(any(span.start <= at < span.end for at in of) for of in found))


def _sentences_around(reading: Reading, span: Span) -> Span:
    """The sentences that a span touches; the span itself where there are none."""
    starts = [one.start for one in reading.sentences]
    first = max(bisect_right(starts, span.start) - 1, 0)
    last = bisect_right(starts, max(span.end - 1, span.start)) - 1
    if not 0 <= first <= last:
        return span
    start = min(span.start, reading.sentences[first].start)
    end = max(span.end, reading.sentences[last].end)
    return Span(start, end, reading.report.text[start:end])
