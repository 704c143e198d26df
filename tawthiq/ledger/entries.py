"""What can be searched of a reading: an entry for the report, each statement and each event.

Pure: the same reading gives the same entries, so that the index can be made again and verified.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from tawthiq.ledger.terms import Term, folded, folded_name, terms
from tawthiq.records import Event, Mention, Reading, Side, Span, Speaker, Statement

Layer = Literal["report", "statement", "event"]
Role = Literal["who", "place", "outlet"]
NAMED = ("person", "organisation", "group")
MAX_LABEL = 200  # characters of a label; what is longer is a description, no name


class Label(NamedTuple):
    """A name that an entry is filtered by: folded words, id in data/actors or "", GeoNames id or 0."""

    role: Role
    words: str
    actor: str = ""
    geonames: int = 0


class Entry(NamedTuple):
    """A report, statement or event as it is indexed; title and text are folded terms."""

    layer: Layer
    position: int
    id: str
    kind: str | None
    type: str | None
    title: str
    text: str
    labels: frozenset[Label]


class _Source:
    """A reading with the terms of its text and the places and names in it by offset."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.terms: list[Term] = terms(reading.report.text)
        self.mentions = sorted(reading.mentions, key=lambda mention: mention.start)
        outlet = reading.report.outlet
        self.outlet = [_label("outlet", outlet)] if outlet else []

    def words(self, start: int, end: int) -> str:
        """The terms that touch text[start:end]; و may be left out of a span, its word is not."""
        first = bisect_right(self.terms, start, key=lambda term: term.end)
        last = bisect_left(self.terms, end, key=lambda term: term.start)
        return " ".join(term.form for term in self.terms[first:last])

    def mentions_in(self, span: Span | None) -> list[Mention]:
        """Mentions that lie inside a span."""
        if span is None:
            return []
        first = bisect_left(self.mentions, span.start, key=lambda mention: mention.start)
        last = bisect_left(self.mentions, span.end, key=lambda mention: mention.start)
        return [mention for mention in self.mentions[first:last] if mention.end <= span.end]

    def labels(self, found: Iterable[Label | None]) -> frozenset[Label]:
        """The labels of an entry and those that all entries of its report have."""
        return frozenset(label for label in [*found, *self.outlet] if label and label.words)


def entries(reading: Reading) -> list[Entry]:
    """The entries of a reading: the report, its statements, its events."""
    source = _Source(reading)
    said = [_statement(source, number, one) for number, one in enumerate(reading.statements)]
    done = [_event(source, number, one) for number, one in enumerate(reading.events)]
    return [_report(source), *said, *done]


def _report(source: _Source) -> Entry:
    report, mentions = source.reading.report, source.mentions
    text = " ".join(term.form for term in source.terms)
    labels = [_who(m.text, m.actor) for m in mentions if m.kind in NAMED or m.actor]
    labels += [*_places(mentions), _label("place", report.dateline)]
    return Entry("report", 0, report.id, None, None, folded(report.title or ""), text, source.labels(labels))


def _statement(source: _Source, number: int, said: Statement) -> Entry:
    speakers = " ".join(dict.fromkeys(_speakers(said.speaker, said.source)))
    labels = [*_says(said), *_places(source.mentions_in(said.content))]
    text = source.words(said.content.start, said.content.end)
    return Entry("statement", number, said.id, said.kind, None, speakers, text, source.labels(labels))


def _speakers(speaker: Speaker | None, source: Span | None) -> Iterator[str]:
    for one in (speaker, source):
        if one:
            yield folded(one.text)


def _says(said: Statement) -> Iterator[Label | None]:
    """Who speaks in a statement, and the hands that it went through."""
    actor = said.speaker.actor if said.speaker else None
    if said.speaker:
        yield _who(said.speaker.text, actor)
    if said.source:
        yield _who(said.source.text, actor)
    if said.via:
        yield _who(said.via.text)
    yield from (_who(link.text) for link in said.chain)


def _event(source: _Source, number: int, event: Event) -> Entry:
    sides: list[Side] = [*event.actors, *event.recipients]
    named = [event.trigger.text, *(side.text for side in sides), event.place.text if event.place else ""]
    labels = [*(_who(side.text, side.actor) for side in sides), *_event_places(source, event)]
    text = source.words(*_sentence(source.reading, event.trigger))
    return Entry("event", number, event.id, None, event.type, folded(" ".join(named)), text,
                 source.labels(labels))  # fmt: skip


def _event_places(source: _Source, event: Event) -> Iterator[Label | None]:
    if event.place:
        yield _label("place", event.place.text)
        yield from _places(source.mentions_in(event.place))


def _sentence(reading: Reading, span: Span) -> tuple[int, int]:
    """Start and end of the sentence that a span lies in, else those of the span."""
    at = bisect_right(reading.sentences, span.start, key=lambda sentence: sentence.start) - 1
    if at >= 0 and span.end <= reading.sentences[at].end:
        return reading.sentences[at].start, reading.sentences[at].end
    return span.start, span.end


def _places(mentions: Iterable[Mention]) -> Iterator[Label | None]:
    for mention in mentions:
        if mention.kind == "place":
            yield _label("place", mention.text, mention.actor, mention.geonames)


def _who(text: str, actor: str | None = None) -> Label | None:
    return _label("who", text, actor)


def _label(role: Role, text: str | None, actor: str | None = None, place: int | None = None) -> Label | None:
    words = folded_name((text or "")[:MAX_LABEL])
    return Label(role, words, actor or "", place or 0) if words else None
