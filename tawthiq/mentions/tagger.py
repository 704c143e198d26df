"""The trained tagger: how likely each word is to be part of a person's, a body's or a place's name.

A linear-chain conditional random field (J. Lafferty, A. McCallum, F. Pereira, 2001), trained by
training/tagger.py; docs/model-tagger.md says on what, and how well it does. What each block of
features weighs is remembered, and words that are hardly ever part of a name are left out of the
sums: this makes it ten times as fast as summing over everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import NamedTuple

import msgspec

from tawthiq.knowledge import DATA
from tawthiq.mentions.features import EDGE, Seen, beside, between, own, seen
from tawthiq.text import Text

MODEL = DATA / "models" / "tagger.msgpack"
LABELS = ("person", "organisation", "place", "outside")
PLAIN = 0.75  # a word whose own weight for "outside" leads by this much is taken for no part of a name
REMEMBERED = 50_000
Vector = tuple[float, float, float, float]
NOTHING: Vector = (0.0, 0.0, 0.0, 0.0)
OUTSIDE: Vector = (0.0, 0.0, 0.0, 1.0)


class Weights(msgspec.Struct):
    """The model as it is kept: transitions[to][from] and each feature's weights in the order of LABELS, ‰."""

    transitions: list[tuple[int, int, int, int]]
    features: dict[str, tuple[int, int, int, int]]


class Block(NamedTuple):
    """What a word weighs for itself and for the words behind, before, two behind and two before it."""

    own: Vector
    behind: Vector
    before: Vector
    second_behind: Vector
    second_before: Vector
    plain: bool


class Tagged(NamedTuple):
    """words[first:last] as person, organisation or place; sure: the least probability of its words."""

    first: int
    last: int
    kind: str
    sure: float


class Tagger:
    """The model, ready to use."""

    def __init__(self, weights: Weights) -> None:
        self._features = weights.features
        self._into = [tuple(exp(w / 1000) for w in row) for row in weights.transitions]
        self._from = list(zip(*self._into, strict=True))
        self._blocks: dict[Seen, Block] = {}
        self._pairs: dict[tuple[str, str], tuple[Vector, Vector]] = {}

    def probabilities(self, words: Sequence[Seen]) -> list[Vector]:
        """For each word the probability of each label, in the order of LABELS."""
        blocks = [self._block(word) for word in words]
        chances = [OUTSIDE if block.plain else None for block in blocks]
        scored = list(self._scored([EDGE, *words, EDGE], blocks))
        for at, scores in scored:
            best = max(scores)
            chances[at] = tuple([exp(score - best) for score in scores])  # type: ignore[assignment]
        return self._summed([chance or OUTSIDE for chance in chances])

    def _scored(self, row: Sequence[Seen], blocks: Sequence[Block]) -> Iterator[tuple[int, list[float]]]:
        """The scores of the labels of each word that may be part of a name; row has an edge at both ends."""
        edge = self._block(EDGE)
        around = [edge, edge, *blocks, edge, edge]
        for at, block in enumerate(blocks):
            if not block.plain:
                yield at, [
                    sum(weights)
                    for weights in zip(block.own, around[at + 1].behind, around[at + 3].before,
                                       around[at].second_behind, around[at + 4].second_before,
                                       self._pair(row[at], row[at + 1])[1], self._pair(row[at + 1], row[at + 2])[0],
                                       strict=True)
                ]  # fmt: skip

    def _block(self, word: Seen) -> Block:
        found = self._blocks.get(word)
        if found is None:
            itself = self._weight(own(word))
            near = (self._weight(beside(word, offset)) for offset in (-1, 1, -2, 2))
            found = self._blocks[word] = Block(itself, *near, plain=itself[3] - max(itself[:3]) > PLAIN)
            if len(self._blocks) > REMEMBERED:
                self._blocks.clear()
        return found

    def _pair(self, word: Seen, after: Seen) -> tuple[Vector, Vector]:
        key = (word.codes, after.codes)
        found = self._pairs.get(key)
        if found is None:
            first, second = between(word, after)
            found = self._pairs[key] = (self._weight((first,)), self._weight((second,)))
        return found

    def _weight(self, features: Iterable[str]) -> Vector:
        rows = [self._features.get(feature, NOTHING) for feature in features]
        return tuple([sum(column) / 1000 for column in zip(*rows, strict=True)])  # type: ignore[return-value]

    def _summed(self, chances: Sequence[Vector]) -> list[Vector]:
        """Forward and backward sums joined (each word's row sums to one)."""
        ahead = self._pass(chances, self._into)
        behind = self._pass(chances[::-1], self._from)[::-1]
        return [
            OUTSIDE if here is OUTSIDE else _normal([a * b / c if c else 0.0 for a, b, c in zip(x, y, here, strict=True)])
            for here, x, y in zip(chances, ahead, behind, strict=True)
        ]  # fmt: skip

    def _pass(self, chances: Sequence[Vector], into: Sequence[Sequence[float]]) -> list[Vector]:
        """For each word the sums over all labellings of the words up to it, scaled to one."""
        sums: list[Vector] = []
        p, o, q, n = OUTSIDE
        for here in chances:
            if here is OUTSIDE:
                p, o, q, n = OUTSIDE
            else:
                p, o, q, n = _normal([
                    chance * (p * row[0] + o * row[1] + q * row[2] + n * row[3])
                    for chance, row in zip(here, into, strict=True)
                ])  # fmt: skip
            sums.append((p, o, q, n))
        return sums


def _normal(sums: list[float]) -> Vector:
    total = sum(sums) or 1.0
    p, o, q, n = sums
    return p / total, o / total, q / total, n / total


@lru_cache(maxsize=1)
def load(path: Path = MODEL) -> Tagger | None:
    """The model of a file; None where there is none."""
    return Tagger(msgspec.msgpack.decode(path.read_bytes(), type=Weights)) if path.is_file() else None


class Likelihoods:
    """How likely each word of a text is to be inside a name of each kind."""

    def __init__(self, text: Text, tagger: Tagger | None) -> None:
        self._of: list[Vector] = [OUTSIDE] * len(text.words)
        self._joined: set[int] = set()
        if tagger is None:
            return
        for sentence in text.sentences:
            words = text.words_of(sentence)
            row = seen(text, words.start, words.stop)
            self._of[words.start : words.stop] = tagger.probabilities(row)
            self._joined.update(at for at, word in zip(words, row, strict=True) if word.joined)

    def of(self, at: int, kind: str) -> float:
        """The probability that the word is inside a name of this kind (or "outside")."""
        return self._of[at][LABELS.index(kind)] if 0 <= at < len(self._of) else 0.0

    def joined(self, at: int) -> bool:
        """Whether a conjunction is written to the word."""
        return at in self._joined

    def tagged(self, kind: str, least: float = 0.5) -> Iterator[Tagged]:
        """Runs of words that are inside a name of this kind with at least this probability.

        A word with a conjunction written to it begins a new name of a person or place.
        """
        start: int | None = None
        for at in range(len(self._of) + 1):
            inside = self.of(at, kind) >= least
            breaks = not inside or (at in self._joined and kind != "organisation")
            if start is not None and breaks:
                yield Tagged(start, at, kind, min(self.of(i, kind) for i in range(start, at)))
                start = None
            if start is None and inside:
                start = at
