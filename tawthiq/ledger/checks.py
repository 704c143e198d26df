"""What must hold of a reading and the saved original that it was made from. Pure, nothing is looked up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from tawthiq.capture.encoding import decode
from tawthiq.page.markup import fold_markup
from tawthiq.records import Capture, Reading

_SHOWN = 40  # characters of a text that a fault quotes


class Fault(NamedTuple):
    """What does not hold: the path in the record (`statements[3].content`), and what is wrong with it."""

    where: str
    what: str


def faults(reading: Reading, capture: Capture) -> Iterator[Fault]:
    """Everything that does not hold of a reading and its capture."""
    yield from _capture_faults(reading, capture)
    yield from _block_faults(reading, capture)
    yield from _text_faults(reading)
    yield from _span_faults("", msgspec.to_builtins(reading), reading.report.text)
    yield from _sentence_faults(reading)
    yield from _statement_faults(reading)


def _capture_faults(reading: Reading, capture: Capture) -> Iterator[Fault]:
    report = reading.report
    for name, said, noted in (
        ("id", report.id, capture.id), ("key", report.key, capture.key),
        ("retrieved", report.retrieved, capture.retrieved),
    ):  # fmt: skip
        if said != noted:
            yield Fault(f"report.{name}", f"is {_short(said)}, the capture says {_short(noted)}")


def _block_faults(reading: Reading, capture: Capture) -> Iterator[Fault]:
    """The promise behind every block: the original, read again, says it at its place."""
    source = decode(capture.original, capture.encoding).text
    for number, block in enumerate(reading.blocks):
        where = f"blocks[{number}]"
        if not 0 <= block.source_start <= block.source_end <= len(source):
            yield Fault(where, f"lies outside the original ({block.source_start}-{block.source_end})")
            continue
        said = fold_markup(source[block.source_start : block.source_end], capture.media)
        if said != block.text:
            yield Fault(where, f"says {_differing(block.text, said)} in the original")


def _text_faults(reading: Reading) -> Iterator[Fault]:
    """The text is its blocks, joined by line feeds."""
    inside = [block for block in reading.blocks if block.start is not None]
    inside.sort(key=lambda block: block.start or 0)
    if "\n".join(block.text for block in inside) != reading.report.text:
        yield Fault("report.text", "is not what its blocks say, joined by line feeds")


def _span_faults(path: str, value: Any, text: str) -> Iterator[Fault]:
    """Spans at any depth: a start, an end, and the words that the report's text holds between them."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield from _one_span(path, value["start"], value["end"], value["text"], text)
        for name, inner in value.items():
            yield from _span_faults(f"{path}.{name}" if path else name, inner, text)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _span_faults(f"{path}[{number}]", inner, text)


def _one_span(path: str, start: int | None, end: int | None, said: str, text: str) -> Iterator[Fault]:
    if start is None or end is None:
        if start != end:
            yield Fault(path, "has a start or an end, not both")
    elif not 0 <= start <= end <= len(text):
        yield Fault(path, f"lies outside the text ({start}-{end} of {len(text)})")
    elif text[start:end] != said:
        yield Fault(path, f"says {_differing(said, text[start:end])} in the text")


def _sentence_faults(reading: Reading) -> Iterator[Fault]:
    last = 0
    for number, sentence in enumerate(reading.sentences):
        if not last <= sentence.start < sentence.end <= len(reading.report.text):
            yield Fault(f"sentences[{number}]", f"is out of place ({sentence.start}-{sentence.end})")
        last = max(last, sentence.end)


def _statement_faults(reading: Reading) -> Iterator[Fault]:
    """An event told in a statement is told in one of this reading."""
    known = {statement.id for statement in reading.statements}
    for number, event in enumerate(reading.events):
        if event.statement is not None and event.statement not in known:
            yield Fault(f"events[{number}].statement", f"is no statement of this reading: {event.statement[:16]}")


def _differing(kept: str, found: str) -> str:
    """Both texts from a little before their first difference."""
    pairs = enumerate(zip(kept, found, strict=False))
    at = next((n for n, (a, b) in pairs if a != b), min(len(kept), len(found)))
    first = max(at - 10, 0)
    return f"{_short(kept[first:])}, but {_short(found[first:])}"


def _short(text: str | None) -> str:
    return repr(text if text is None or len(text) <= _SHOWN else text[:_SHOWN] + "…")
