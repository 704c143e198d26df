"""Readings on standard output: pages for people, JSON for machines."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import msgspec

from tawthiq.lexicon import load
from tawthiq.pipeline import read
from tawthiq.reading import Options, Outcome
from tawthiq.rules import Trace
from tawthiq.terminal import explanation, page


def jsonl(found: Iterable[Outcome]) -> None:
    """One reading a line."""
    for item in found:
        sys.stdout.buffer.write(msgspec.json.encode(item.reading) + b"\n")
        sys.stdout.buffer.flush()


def json_array(found: Iterable[Outcome]) -> None:
    """One JSON array, indented."""
    readings = msgspec.json.encode([item.reading for item in found])
    sys.stdout.buffer.write(msgspec.json.format(readings, indent=2) + b"\n")


def pages(found: Iterable[Outcome], explain: Options | None) -> None:
    """A page a reading; with options to explain by, also which rules were tried."""
    for number, item in enumerate(found):
        lines = list(page(item.capture, item.reading))
        if explain:
            trace = Trace()
            lines += explanation(read(item.capture, load(explain.knowledge), trace), trace)
        print("\n".join(["", *lines] if number else lines))
