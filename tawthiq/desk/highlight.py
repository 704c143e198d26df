"""Words of a report as runs that carry the records they belong to, for a page to mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tawthiq.records import DateMention, Event, Mention, Reading, Span, Statement


class Mark(NamedTuple):
    """A stretch of the text that belongs to a record. kind: what it is there, the class of its mark."""

    start: int
    end: int
    kind: str
    picks: bool = True  # whether its words lead to what was made of them


class Run(NamedTuple):
    """Words that the same marks cover. at: the offset to pick them by, or None where no mark leads on."""

    text: str
    kinds: tuple[str, ...]
    at: int | None


def marks_of(reading: Reading) -> Iterator[Mark]:
    """What is lit in every report: names, dates, counts, cues, triggers, loaded words."""
    yield from (Mark(m.start, m.end, m.kind) for m in reading.mentions)
    yield from (Mark(d.start, d.end, "date") for d in reading.dates)
    yield from (Mark(c.start, c.end, "count") for c in reading.counts)
    yield from (Mark(w.start, w.end, "loaded") for w in reading.loaded)
    yield from (Mark(s.cue.start, s.cue.end, "cue") for s in reading.statements if s.cue)
    yield from (Mark(e.trigger.start, e.trigger.end, "trigger") for e in reading.events)


def picked(record: Statement | Event | Mention | DateMention | Span) -> Iterator[Mark]:
    """The parts of one record, lit more strongly than the rest."""
    if isinstance(record, Statement):
        parts = {"content": record.content, "cue": record.cue, "source": record.source, "hedge": record.hedge}
        yield from (_part(kind, span) for kind, span in parts.items() if span)
    elif isinstance(record, Event):
        yield _part("trigger", record.trigger)
        yield from (Mark(side.start, side.end, "picked actor", False) for side in record.actors)
        yield from (Mark(side.start, side.end, "picked recipient", False) for side in record.recipients)
        if record.place:
            yield _part("where", record.place)
    else:
        yield Mark(record.start, record.end, "picked", False)


def _part(kind: str, span: Span) -> Mark:
    return Mark(span.start, span.end, f"picked {kind}", False)


def runs(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Run]:
    """text[start:end] cut wherever a mark begins or ends; together the runs say the same text."""
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = sorted({start, end, *(cut for mark in inside for cut in mark[:2] if start < cut < end)})
    return [_run(text, first, last, inside) for first, last in pairwise(cuts)]


def _run(text: str, first: int, last: int, marks: Sequence[Mark]) -> Run:
    over = [mark for mark in marks if mark.start <= first and last <= mark.end]
    kinds = dict.fromkeys(kind for mark in over for kind in mark.kind.split())
    leads = any(mark.picks for mark in over)
    return Run(text[first:last], tuple(kinds), first if leads else None)
