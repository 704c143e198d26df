"""Trains the judge of agreement: python training/agreement.py headline_pairs_train.csv [--score]

Data: pairs of Arabic news headlines that agree or disagree (J. Khouja, Stance Prediction and Claim
Verification: An Arabic Perspective, 2020), columns s1, s2, stance; Apache-2.0. Pairs of another stance are
left out. The same data, lexicon and library give the same model. With --score, cross-validation in five
parts is printed instead; pairs that share a sentence, or a chain of them, stay in one part.

    pip install -e '.[train]'
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from tawthiq.compare.agreement import EVEN, MODEL, Judge, Weights, likelihood
from tawthiq.compare.features import features
from tawthiq.lexicon import load
from tawthiq.text import Text

STRENGTH = 0.2  # inverse of the regularisation
SEEN = 5  # pairs that must have a feature
PARTS = 5
STANCES = ("agree", "disagree")


class Pair(NamedTuple):
    """Two headlines, and whether they disagree."""

    left: str
    right: str
    disagrees: bool


def pairs(path: Path) -> list[Pair]:
    """The pairs of a file."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["stance"] in STANCES]
    return [Pair(row["s1"], row["s2"], row["stance"] == "disagree") for row in rows]


def groups(data: Sequence[Pair]) -> list[int]:
    """A number for each pair, the same for pairs that a chain of equal sentences joins."""
    above: dict[str, str] = {}

    def top(text: str) -> str:
        while above.setdefault(text, text) != text:
            text = above[text]
        return text

    for pair in data:
        above[top(pair.left)] = top(pair.right)
    numbers: dict[str, int] = {}
    return [numbers.setdefault(top(pair.left), len(numbers)) for pair in data]


def seen_of(data: Sequence[Pair], judge: Judge) -> list[dict[str, float]]:
    """The features of each pair."""
    return [{name: float(value) for name, value in _seen(pair, judge).items()} for pair in data]


def _seen(pair: Pair, judge: Judge) -> dict[str, float]:
    left, right = sorted((pair.left, pair.right))
    alignment, found = judge.differences(Text(left, judge.lexicon), Text(right, judge.lexicon))
    return features(alignment, found, judge.concepts)


def train(seen: Sequence[dict[str, float]], disagrees: Sequence[bool]) -> Weights:
    """The weights of the model, in thousandths."""
    often = Counter(name for features in seen for name in features)
    kept = [{name: value for name, value in features.items() if often[name] >= SEEN} for features in seen]
    columns = DictVectorizer()
    model = LogisticRegression(C=STRENGTH, max_iter=5000, tol=1e-6)
    model.fit(columns.fit_transform(kept), disagrees)
    found = zip(columns.get_feature_names_out(), model.coef_[0], strict=True)
    return Weights(
        round(1000 * model.intercept_[0]), {name: round(1000 * w) for name, w in sorted(found) if round(1000 * w)}
    )


def judged(
    seen: Sequence[dict[str, float]], disagrees: Sequence[bool], parts: Sequence[int]
) -> Iterator[tuple[int, bool]]:
    """Each pair with what a model says of it that was trained without its group."""
    for learnt, asked in GroupKFold(PARTS, shuffle=True, random_state=0).split(np.zeros(len(seen)), groups=parts):
        weights = train([seen[at] for at in learnt], [disagrees[at] for at in learnt])
        yield from ((int(at), likelihood(seen[at], weights) > EVEN) for at in asked)


def main() -> None:
    """Trains on all of the data, or with --score prints cross-validation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--score", action="store_true")
    options = parser.parse_args()
    data = pairs(options.data)
    seen, disagrees = seen_of(data, Judge(load(), Weights(0, {}))), [pair.disagrees for pair in data]
    if options.score:
        found = dict(judged(seen, disagrees, groups(data)))
        print(f"accuracy {np.mean([found[at] == each for at, each in enumerate(disagrees)]):.3f}")
        return
    MODEL.write_bytes(msgspec.json.format(msgspec.json.encode(train(seen, disagrees)), indent=1) + b"\n")


if __name__ == "__main__":
    main()
