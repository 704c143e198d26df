"""Measures the judge of agreement by cross-validation: python bench/agreement.py ../shared/compare

    pip install -e '.[train]'

The folder holds headline_pairs_train.csv (s1, s2, stance). Every pair is judged by a model that was
trained without its sentences.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

import agreement as training

from tawthiq.compare.agreement import Judge
from tawthiq.lexicon import load

OVERLAP = ("shared", "contained", "length", "length.gap")  # what word overlap alone sees


def f1(said: Sequence[bool], right: Sequence[bool], of: bool) -> float:
    """F1 of one answer."""
    hits = sum(s == r == of for s, r in zip(said, right, strict=True))
    return 2 * hits / max(1, sum(s == of for s in said) + sum(r == of for r in right))


def show(name: str, said: Sequence[bool], right: Sequence[bool]) -> None:
    """Prints accuracy, F1 of both answers and their mean."""
    hits = sum(s == r for s, r in zip(said, right, strict=True)) / len(right)
    disagree, agree = f1(said, right, True), f1(said, right, False)
    mean = (disagree + agree) / 2
    print(f"{name:24} accuracy {hits:.3f}  macro-F1 {mean:.3f}  disagree {disagree:.3f}  agree {agree:.3f}")


def headlines(path: Path) -> None:
    """Agree or disagree, of pairs of headlines."""
    data, judge = training.pairs(path), Judge(load())
    right, parts = [pair.disagrees for pair in data], training.groups(data)
    seen = training.seen_of(data, judge)
    overlap = [{name: value for name, value in features.items() if name in OVERLAP} for features in seen]
    print(f"{len(data)} pairs of headlines, {sum(right)} disagree, {len(set(parts))} groups")
    show("always disagree", [True] * len(data), right)
    show("shared words alone", crossed(overlap, right, parts), right)
    said = crossed(seen, right, parts)
    show("judge", said, right)
    table = Counter(zip(right, said, strict=True))
    print("confusion (rows: disagree, agree; columns: said disagree, said agree)")
    print("\n".join(f"  {table[row, True]:5} {table[row, False]:5}" for row in (True, False)))
    started = time.perf_counter()
    for pair in data:
        judge.compare_strings(pair.left, pair.right)
    print(f"{(time.perf_counter() - started) / len(data) * 1000:.2f} ms a pair")


def crossed(seen: Sequence[dict[str, float]], right: Sequence[bool], parts: Sequence[int]) -> list[bool]:
    """What cross-validation says of each pair."""
    said = dict(training.judged(seen, right, parts))
    return [said[at] for at in range(len(right))]


def main() -> None:
    """Print everything."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/compare")
    headlines(folder / "headline_pairs_train.csv")


if __name__ == "__main__":
    main()
