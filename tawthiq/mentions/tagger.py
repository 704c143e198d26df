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
from tawthiq.lexicon import Lexicon
from tawthiq.mentions.features import EDGE, Seen, beside, between, codes_of, look, own
from tawthiq.text import Text

MODEL = DATA / "models" / "tagger.msgpack"
LABELS = ("person", "organisation", "place", "outside")
PLAIN = -0.4  # a word whose own weight for "outside" leads by this (or lags by less) is taken for no part of a name
CLEAR = 2.0  # the same, of all that weighs on a word, neighbours included
LONGEST = 20  # words whose sums fit into a float without scaling
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
    codes: str
    joined: bool


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
        self._into: list[Vector] = [_exponents(row) for row in weights.transitions]
        self._from: list[Vector] = list(zip(*self._into, strict=True))
        self._blocks: dict[Seen, Block] = {}
        self._pairs: dict[tuple[str, str], tuple[Vector, Vector]] = {}
        self._edge = self.block(EDGE)
        self.sight = lru_cache(maxsize=REMEMBERED)(self._sight)

    def probabilities(self, words: Sequence[Block]) -> list[Vector]:
        """For each word of a sentence the probability of each label, in the order of LABELS."""
        found = [OUTSIDE] * len(words)
        for first, run in self._runs(words):
            found[first : first + len(run)] = self._summed(run)
        return found

    def _runs(self, words: Sequence[Block]) -> Iterator[tuple[int, list[Vector]]]:
        """The runs of words that may be part of names: the first of each, and what speaks for the labels."""
        blocks = [self._edge, self._edge, *words, self._edge, self._edge]
        run: list[Vector] = []
        end = 0
        for at in [at for at, word in enumerate(words) if not word.plain]:
            here = self._chances(blocks[at : at + 5])
            if here is OUTSIDE:
                continue
            if run and at != end:
                yield end - len(run), run
                run = []
            run.append(here)
            end = at + 1
        if run:
            yield end - len(run), run

    def _chances(self, near: Sequence[Block]) -> Vector:
        """What speaks for the labels of the middle one of five words; OUTSIDE where that is clear."""
        second, before, here, after, last = near
        pair, next_pair = self._pair(before.codes, here.codes)[1], self._pair(here.codes, after.codes)[0]
        p, o, q, n = here.own
        for a, b, c, d in (before.behind, after.before, second.second_behind, last.second_before, pair, next_pair):
            p, o, q, n = p + a, o + b, q + c, n + d
        return OUTSIDE if n - max(p, o, q) > CLEAR else (exp(p - n), exp(o - n), exp(q - n), 1.0)

    def _sight(self, form: str, codes: str, lexicon: Lexicon) -> Block:
        """What a word of this form weighs in a text; `sight` remembers it."""
        return self.block(look(form, codes, lexicon))

    def block(self, word: Seen) -> Block:
        """What a word weighs."""
        found = self._blocks.get(word)
        if found is None:
            itself = self._weight(own(word))
            behind, before, second_behind, second_before = (self._weight(beside(word, at)) for at in (-1, 1, -2, 2))
            plain = itself[3] - max(itself[:3]) > PLAIN
            found = Block(itself, behind, before, second_behind, second_before, plain, word.codes, word.joined)
            self._blocks[word] = found
            if len(self._blocks) > REMEMBERED:
                self._blocks.clear()
        return found

    def _pair(self, codes: str, after: str) -> tuple[Vector, Vector]:
        found = self._pairs.get((codes, after))
        if found is None:
            first, second = between(codes, after)
            found = self._pairs[codes, after] = (self._weight((first,)), self._weight((second,)))
        return found

    def _weight(self, features: Iterable[str]) -> Vector:
        p, o, q, n = NOTHING
        for feature in features:
            a, b, c, d = self._features.get(feature, (0, 0, 0, 0))
            p, o, q, n = p + a, o + b, q + c, n + d
        return p / 1000, o / 1000, q / 1000, n / 1000

    def _summed(self, run: Sequence[Vector]) -> list[Vector]:
        """Forward and backward sums of a run of words joined: the probabilities of their labels."""
        if len(run) > LONGEST:
            return self._summed(run[:LONGEST]) + self._summed(run[LONGEST:])
        ahead = _pass(run, self._into)
        behind = _pass(run[::-1], self._from)[::-1]
        return [_normal(a * e / w, b * f / x, c * g / y, d * h / z)
                for (w, x, y, z), (a, b, c, d), (e, f, g, h) in zip(run, ahead, behind, strict=True)]  # fmt: skip


def _exponents(row: Sequence[int]) -> Vector:
    p, o, q, n = (exp(weight / 1000) for weight in row)
    return p, o, q, n


def _pass(run: Sequence[Vector], into: Sequence[Vector]) -> list[Vector]:
    """For each word the sums over all labellings of the words up to it."""
    sums: list[Vector] = []
    (pp, po, pq, pn), (op, oo, oq, on), (qp, qo, qq, qn), (np, no, nq, nn) = into
    p, o, q, n = OUTSIDE
    for w, x, y, z in run:
        p, o, q, n = (
            w * (p * pp + o * po + q * pq + n * pn),
            x * (p * op + o * oo + q * oq + n * on),
            y * (p * qp + o * qo + q * qq + n * qn),
            z * (p * np + o * no + q * nq + n * nn),
        )
        sums.append((p, o, q, n))
    return sums


def _normal(p: float, o: float, q: float, n: float) -> Vector:
    total = p + o + q + n
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
        if tagger is not None:
            codes, lexicon = codes_of(text), text.lexicon
            blocks = [tagger.sight(word.form, codes.get(at, ""), lexicon) for at, word in enumerate(text.words)]
            self._joined = {at for at, block in enumerate(blocks) if block.joined}
            for sentence in text.sentences:
                places = text.words_of(sentence)
                self._of[places.start : places.stop] = tagger.probabilities(blocks[places.start : places.stop])

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
        label = LABELS.index(kind)
        inside = [at for at, row in enumerate(self._of) if row[label] >= least]
        first = 0
        for number, at in enumerate(inside, 1):
            after = inside[number] if number < len(inside) else -1
            if after != at + 1 or (after in self._joined and kind != "organisation"):
                run = inside[first:number]
                yield Tagged(run[0], at + 1, kind, min(self._of[i][label] for i in run))
                first = number
