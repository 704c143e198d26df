"""Scores events on gold sentences of the Open Event Data Alliance's Arabic records.

    python bench/gsr.py DIR      DIR holds {assault,protest}_spans_dev.json and {assault,protest}_dev.csv

Spans: the event is known to be in the sentence: how often its type is found, and how often an actor
(a recipient) of such an event shares a word with the gold source (target) where there is one.
Yes/no: is the sentence news of such an act? `yes` against `easy no` and `difficult no`; a reading
says yes where it holds an event of that type that is told as done.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tawthiq.evaluate.likeness import share
from tawthiq.lexicon import Lexicon, load
from tawthiq.pipeline import read_text
from tawthiq.records import Event, Report, Side

TYPES = ("ASSAULT", "PROTEST")


class Share(NamedTuple):
    """How many of how many."""

    right: int
    of: int

    def __str__(self) -> str:
        return f"{self.right / self.of if self.of else 0:.3f}   {self.right} / {self.of}"


def events_of(sentence: str, kind: str, lexicon: Lexicon) -> list[Event]:
    """The events of one type in a sentence read on its own."""
    report = Report(id=f"{hash(sentence):x}", key="", text=sentence)
    return [event for event in read_text(report, [], lexicon).events if event.type == kind]


def named(events: list[Event], words: str, which: str) -> bool:
    """Whether a side of some event shares a word with the gold words."""
    sides: Iterator[Side] = (side for event in events for side in getattr(event, which))
    return any(share(words, side.text) for side in sides)


def spans(path: Path, kind: str, lexicon: Lexicon) -> dict[str, Share]:
    """Shares of sentences whose type, source and target are found."""
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    read = [(row, events_of(row["text"], kind, lexicon)) for row in rows]
    found = {"type": Share(sum(bool(events) for _, events in read), len(read))}
    for name, which in (("source", "actors"), ("target", "recipients")):
        gold = [(row[f"{name}_gold"], events) for row, events in read if row[f"{name}_gold"]]
        found[name] = Share(sum(named(events, words, which) for words, events in gold), len(gold))
    return found


def yes_no(path: Path, kind: str, lexicon: Lexicon) -> tuple[float, float, float]:
    """Precision, recall and F1 of telling news of an act from other sentences."""
    right = said = gold = 0
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["label"] not in ("yes", "easy no", "difficult no"):
                continue
            yes = any(event.status == "actual" for event in events_of(row["text"], kind, lexicon))
            wanted = row["label"] == "yes"
            right, said, gold = right + (yes and wanted), said + yes, gold + wanted
    precision, recall = right / max(said, 1), right / max(gold, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main() -> None:
    """Print the scores of the files in the folder named on the command line."""
    folder, lexicon = Path(sys.argv[1]), load()
    for kind in TYPES:
        for name, value in spans(folder / f"{kind.lower()}_spans_dev.json", kind, lexicon).items():
            print(f"{kind:8} {name:7} {value}")
        precision, recall, f1 = yes_no(folder / f"{kind.lower()}_dev.csv", kind, lexicon)
        print(f"{kind:8} yes/no  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")


if __name__ == "__main__":
    main()
