"""A reading as a page for the terminal: right-to-left words isolated, every quotation with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tawthiq.capture.encoding import decode
from tawthiq.page.locate import Original
from tawthiq.records import Capture, Event, Mention, Reading, Side, Span, Statement
from tawthiq.rules import Trace

FIRST_STRONG, POP = "\u2068", "\u2069"  # isolates keep Arabic and Latin from shuffling each other
LABEL = 14


def page(capture: Capture, reading: Reading) -> Iterator[str]:
    """Lines of the record: head, statements, events, names, dates, counts, ties, loaded words."""
    original = original_of(capture, reading)
    yield from _head(reading)
    yield from _section("statements", _statements(reading.statements, original))
    yield from _section("events", _events(reading, reading.events, original))
    yield from _section("names", _names(reading.mentions))
    yield from _section("dates", (f"{rtl(d.text)}  {d.value or '?'}  ({d.precision})" for d in reading.dates))
    yield from _section("counts", (f"{rtl(c.text)}  {_range(c.low, c.high)} {c.of}" for c in reading.counts))
    yield from _section("ties", (f"{rtl(t.source.text)}  {t.kind}  {rtl(t.target.text)}" for t in reading.ties))
    loaded = (f"{rtl(w.text)}  →  {rtl(w.neutral)}  ({w.connotation})" for w in reading.loaded)
    yield from _section("loaded words", loaded)


def one_record(capture: Capture, reading: Reading, record: Statement | Event) -> Iterator[str]:
    """Lines of one statement or event, under the head of its report."""
    original = original_of(capture, reading)
    yield from _head(reading)
    yield ""
    if isinstance(record, Statement):
        yield from _statements([record], original)
    else:
        yield from _events(reading, [record], original)


def original_of(capture: Capture, reading: Reading) -> Original:
    """The saved original, decoded, with the blocks that were read from it."""
    return Original(decode(capture.original, capture.encoding).text, capture.media, reading.blocks)


def rtl(text: str) -> str:
    """Words in whatever direction they run, kept apart from what stands around them."""
    return f"{FIRST_STRONG}{' '.join(text.split())}{POP}"


def _head(reading: Reading) -> Iterator[str]:
    report = reading.report
    yield rtl(report.title or report.key)
    dated = f"{report.published} (from {report.published_from})" if report.published else "date not known"
    yield "  ".join(rtl(part) if part == report.outlet else part for part in (report.outlet, dated) if part)
    yield f"report {report.id[:16]}  {report.key}"
    yield from (f"note: {note}" for note in report.notes)


def _section(name: str, lines: Iterable[str]) -> Iterator[str]:
    lines = list(lines)
    if lines:
        yield ""
        yield f"{name.upper()} ({sum(not line.startswith(' ') for line in lines)})"
        yield from ("  " + line for line in lines)


def _field(label: str, value: str) -> str:
    return f"  {label:{LABEL}}{value}"


def _place(original: Original, start: int, end: int) -> str:
    """Where a span stands in the saved original, as a reader can check it."""
    found = original.span(start, end)
    return f"original {found[0]}–{found[1]}" if found else "not in one block of the original"


def _statements(statements: Iterable[Statement], original: Original) -> Iterator[str]:
    for s in statements:
        yield f"{rtl(s.speaker.text if s.speaker else '—')}  ({s.kind})"
        yield _field("denies" if s.polarity == "deny" else "says", f"«{rtl(s.content.text)}»")
        yield _field("place", f"{_place(original, s.content.start, s.content.end)}  {s.mode}")
        yield from _how(s)


def _how(statement: Statement) -> Iterator[str]:
    cue = rtl(statement.cue.text) if statement.cue else "quotation goes on"
    yield _field("cue", f"{cue}  [{statement.rule}]  {statement.id}")
    if len(statement.chain) > 1:
        yield _field("chain", " → ".join(f"{rtl(link.text)} ({link.kind})" for link in statement.chain))
    if statement.hedge:
        yield _field("hedge", rtl(statement.hedge.text))


def _events(reading: Reading, events: Iterable[Event], original: Original) -> Iterator[str]:
    speakers = {s.id: s.speaker.text for s in reading.statements if s.speaker}
    for e in events:
        kind = f"{e.type}/{e.mode}" if e.mode else e.type
        yield f"{kind}  {rtl(e.trigger.text)}  {e.status}"
        yield _field("who → whom", f"{sides(e.actors)} → {sides(e.recipients)}")
        yield _field("place", _place(original, e.trigger.start, e.trigger.end))
        yield from _circumstances(e, speakers)


def _circumstances(event: Event, speakers: dict[str, str]) -> Iterator[str]:
    where = [rtl(event.place.text)] if isinstance(event.place, Span) else []
    if where or event.date:
        yield _field("where, when", "  ".join([*where, *([event.date] if event.date else [])]))
    if event.statement:
        yield _field("according to", rtl(speakers.get(event.statement, "—")))


def sides(of: Sequence[Side]) -> str:
    """The words of one side of an event, or a dash where the sentence leaves it out."""
    return ", ".join(rtl(side.text) for side in of) or "—"


def _names(mentions: Sequence[Mention]) -> Iterator[str]:
    for kind in ("person", "organisation", "place", "group", "role"):
        names = dict.fromkeys(rtl(m.text) for m in mentions if m.kind == kind)
        if names:
            yield f"{kind}: {'، '.join(names)}"


def _range(low: int | None, high: int | None) -> str:
    if low == high:
        return str(low)
    return f"{'' if low is None else low}–{'' if high is None else high}"


def explanation(reading: Reading, trace: Trace) -> Iterator[str]:
    """Which data entry or rule made each record, then every rule that was tried, in order."""
    yield ""
    yield "RULES"
    layers = (reading.mentions, reading.dates, reading.counts, reading.loaded)
    spans = [(m.start, rtl(m.text), m.rule) for layer in layers for m in layer]
    spans += [(s.content.start, rtl(s.content.text[:60]), s.rule) for s in reading.statements]
    spans += [(e.trigger.start, rtl(e.trigger.text), e.rule) for e in reading.events]
    spans += [(t.words.start, rtl(t.words.text), t.rule) for t in reading.ties]
    yield from (f"  {start:6}  {rule:44} {text}" for start, text, rule in sorted(spans))
    yield ""
    yield "TRIED"
    yield from (f"  {step.stage:12} {rtl(step.at)}  {step.rule}: {step.outcome}" for step in trace.steps)
