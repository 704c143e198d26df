"""A whole gold file read and scored, and the floors that a score must not fall under."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tawthiq.errors import SourceError
from tawthiq.evaluate.layers import LAYERS, Score, score
from tawthiq.lexicon import Lexicon
from tawthiq.pipeline import read_text
from tawthiq.records import Reading, Report


def gold_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Gold records of a .jsonl file. Raises SourceError, naming the line, where one is malformed."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _gold(path, number, line)


def _gold(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        gold = json.loads(line)
    except ValueError as error:
        raise SourceError(f"{path.name}:{number}: not JSON: {error}") from None
    missing = [key for key in ("id", "text", "sents", "sentences") if key not in gold]
    if missing:
        raise SourceError(f"{path.name}:{number}: not a gold record, it lacks {', '.join(missing)}")
    return dict(gold)


def reading_of(gold: Mapping[str, Any], lexicon: Lexicon) -> Reading:
    """A reading of a gold record's own text, as published on its date by its outlet."""
    report = Report(
        id=hashlib.sha256(gold["text"].encode()).hexdigest(),
        key=str(gold["id"]),
        text=gold["text"],
        title=gold.get("title"),
        outlet=gold.get("outlet"),
        published=gold.get("published"),
    )
    return read_text(report, [], lexicon)


def evaluate(path: Path, lexicon: Lexicon) -> dict[str, Score]:
    """Scores of all records of a gold file, by layer."""
    totals = dict.fromkeys(LAYERS, Score())
    for gold in gold_lines(path):
        for layer, counted in score(gold, reading_of(gold, lexicon)).items():
            totals[layer] = totals[layer].plus(counted)
    return totals


def floors(path: Path, name: str) -> dict[str, float]:
    """The floors that a file pins for the gold called `name`; none where it is not named."""
    pinned = tomllib.loads(path.read_text(encoding="utf-8")).get(name, {})
    return {layer: float(value) for layer, value in pinned.items()}


def under(scores: Mapping[str, Score], pinned: Mapping[str, float]) -> list[str]:
    """One line for each layer whose F1, to three places, is under its floor."""
    return [
        f"{layer}: F1 {scores[layer].f1:.3f} is under its floor of {floor:.3f}"
        for layer, floor in pinned.items()
        if round(scores[layer].f1, 3) < floor
    ]
