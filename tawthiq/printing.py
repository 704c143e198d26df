"""Readings on standard output: pages for people, JSON for machines."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from tawthiq.lexicon import load
from tawthiq.pipeline import read
from tawthiq.reading import Options, Outcome
from tawthiq.records import Capture
from tawthiq.rules import Trace
from tawthiq.terminal import explanation, one_record, page

if TYPE_CHECKING:  # the ledger takes long to import, and reading needs none
    from tawthiq.ledger import Shown


def jsonl(found: Iterable[Outcome]) -> None:
    """One reading a line."""
    for item in found:
        sys.stdout.buffer.write(msgspec.json.encode(item.reading) + b"\n")
        sys.stdout.buffer.flush()


def json_array(found: Iterable[Outcome]) -> None:
    """One JSON array, indented."""
    json([item.reading for item in found])


def json(record: object) -> None:
    """A record or several as JSON, indented."""
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n")


def shown(found: Shown, capture: Capture) -> None:
    """A report, statement or event of a ledger."""
    reading = found.readings[0]
    lines = one_record(capture, reading, found.record) if found.record else page(capture, reading)
    print("\n".join(lines))
    if len(found.readings) > 1:
        print(f"\n{len(found.readings) - 1} older reading(s) of this report are kept beside this one")


def pages(found: Iterable[Outcome], explain: Options | None) -> None:
    """A page a reading; with options to explain by, also which rules were tried."""
    for number, item in enumerate(found):
        lines = list(page(item.capture, item.reading))
        if explain:
            trace = Trace()
            lines += explanation(read(item.capture, load(explain.knowledge), trace), trace)
        print("\n".join(["", *lines] if number else lines))
