"""Runs the examples of entries both ways: each fires on its examples, and not on its counter-examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tawthiq.knowledge import Entry, listed
from tawthiq.lexicon import Lexicon
from tawthiq.pipeline import read_text
from tawthiq.records import Report

PUBLISHED = "2020-05-14"  # the day that examples with relative dates are read as of
# layers that other stages ask than those of one text: the page stage, comparison (tests/compare runs their examples)
ELSEWHERE = frozenset({"furniture", "concept", "antonym"})


def failures(entries: Iterable[Entry], lexicon: Lexicon) -> Iterator[str]:
    """One line for each example of `entries` that does not do what it shows."""
    for entry in entries:
        if entry.layer in ELSEWHERE:
            continue
        for text in listed(entry.data.get("examples")):
            if entry.id not in makers(text, lexicon):
                yield f"{entry.id}: does not fire on its example: {text}"
        for text in listed(entry.data.get("not_examples")):
            if entry.id in makers(text, lexicon):
                yield f"{entry.id}: fires on its counter-example: {text}"


def makers(text: str, lexicon: Lexicon) -> set[str]:
    """Ids of the entries that made a record when `text` alone was read."""
    reading = read_text(Report(id="example", key="example", text=text, published=PUBLISHED), [], lexicon)
    layers = (reading.mentions, reading.dates, reading.counts, reading.statements, reading.events,
              reading.ties, reading.loaded)  # fmt: skip
    return {record.rule.rpartition("/")[0] for layer in layers for record in layer}
