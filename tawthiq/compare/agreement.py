"""Do two short texts on one matter tell the same? A likelihood, and the places that speak against it.

Nothing is said of which of the two is true. The likelihood is that of a logistic regression over the
features of features.py, trained by training/agreement.py (docs/model-agreement.md): it holds for
pairs that were chosen because they may differ, as headlines of one story are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, zip_longest
from math import exp
from pathlib import Path
from typing import Literal

import msgspec

from tawthiq.compare.alignment import Alignment, align
from tawthiq.compare.concepts import Concepts
from tawthiq.compare.differences import Difference, differences
from tawthiq.compare.features import RARE, features
from tawthiq.compare.terms import Term, Terms
from tawthiq.knowledge import DATA
from tawthiq.lexicon import Lexicon
from tawthiq.records import Span
from tawthiq.text import Text

MODEL = DATA / "models" / "agreement.json"
EVEN = 0.5
REST = 3  # pairs of words left over that are shown where nothing else says why
TELLING = 300  # thousandths of log odds from which a word left over is a reason by itself
Stance = Literal["agree", "disagree", "unrelated"]


class Weights(msgspec.Struct, frozen=True):
    """The model as it is kept: log odds of "disagree" in thousandths, for nothing and for 1 of each feature."""

    bias: int
    features: dict[str, int]


class Reason(msgspec.Struct, frozen=True):
    """A pair of places that speaks against agreement; one of them may be missing.

    kind: opposite number name negation sides word. rule: the data entry or rule that says so. weight: log odds
    of disagreement that the model gives it.
    """

    kind: str
    left: Span | None
    right: Span | None
    rule: str
    weight: float


class Agreement(msgspec.Struct, frozen=True):
    """stance: how the two texts stand to each other. score: the likelihood that they disagree, 0 to 1.

    reasons: the weightiest first. shared: the part of their content words that both have, 0 to 1. Two texts that
    share no word, name, number or meaning are unrelated.
    """

    stance: Stance
    score: float
    shared: float
    reasons: list[Reason]


class Judge:
    """Compares texts by what a lexicon knows and a model weighs."""

    def __init__(self, lexicon: Lexicon, weights: Weights | None = None) -> None:
        self.lexicon = lexicon
        self._weights = weights or load()
        self.concepts = Concepts(lexicon)

    def compare_strings(self, left: str, right: str) -> Agreement:
        """`compare` for two strings; spans index each of them."""
        return self.compare(Text(left, self.lexicon), Text(right, self.lexicon))

    def compare(self, left: Text, right: Text) -> Agreement:
        """How two texts stand to each other. The other way round the same comes out, with sides changed."""
        if left.content > right.content:
            return _mirrored(self.compare(right, left))
        alignment, found = self.differences(left, right)
        seen = features(alignment, found, self.concepts)
        shared = _shared(alignment)
        if not shared:
            return Agreement("unrelated", EVEN, 0.0, [])
        score = likelihood(seen, self._weights)
        stance: Stance = "disagree" if score > EVEN else "agree"
        reasons = sorted(self._reasons(left, right, alignment, found), key=lambda reason: -reason.weight)
        if stance == "disagree" and not reasons:
            reasons = list(_rest(left, right, alignment))
        return Agreement(stance, round(score, 3), round(shared, 3), reasons)

    def differences(self, left: Text, right: Text) -> tuple[Alignment, list[Difference]]:
        """How the terms of two texts are linked, and where they part."""
        alignment = align(Terms(left, self.concepts).items, Terms(right, self.concepts).items)
        return alignment, differences(alignment, self.concepts)

    def _reasons(self, left: Text, right: Text, alignment: Alignment, found: Sequence[Difference]) -> Iterator[Reason]:
        for each in found:
            weight = self._weights.features.get(f"differs.{each.kind}", 0) * RARE.get(each.kind, 1.0) / 1000
            spans = _span(left, alignment.left, each.at), _span(right, alignment.right, each.to)
            yield Reason(each.kind, *spans, each.rule, weight)
        used = ({each.at for each in found}, {each.to for each in found})
        yield from self._words(left, alignment.left, [n for n in alignment.left_over if n not in used[0]], False)
        yield from self._words(right, alignment.right, [n for n in alignment.right_over if n not in used[1]], True)

    def _words(self, text: Text, terms: Sequence[Term], over: Sequence[int], other: bool) -> Iterator[Reason]:
        """Words that only one text has and that the model takes for a sign of disagreement."""
        for at in over:
            weights = {concept: self._weights.features.get(f"over:{concept}", 0) for concept in terms[at].concepts}
            best = max(sorted(weights), key=weights.__getitem__, default=None)
            if best and weights[best] >= TELLING:
                span = _span(text, terms, at)
                yield Reason("word", None if other else span, span if other else None, f"concept.{best}",
                             weights[best] / 1000)  # fmt: skip


def likelihood(seen: Mapping[str, float], weights: Weights) -> float:
    """The likelihood of disagreement of a pair with these features."""
    total = weights.bias + sum(weights.features.get(name, 0) * value for name, value in seen.items())
    return 1 / (1 + exp(-max(-20_000, min(20_000, total)) / 1000))


def _shared(alignment: Alignment) -> float:
    """Twice the content terms linked, of the content terms of both."""
    terms = sum(term.kind != "function" for side in (alignment.left, alignment.right) for term in side)
    links = sum(alignment.left[link.at].kind != "function" for link in alignment.links)
    return min(1.0, 2 * links / terms) if terms else 0.0


def _rest(left: Text, right: Text, alignment: Alignment) -> Iterator[Reason]:
    """Content that only one of the texts has, in pairs as far as they go, where nothing else says why they differ."""
    over = [[at for at in places if terms[at].kind != "function"] for terms, places in
            ((alignment.left, alignment.left_over), (alignment.right, alignment.right_over))]  # fmt: skip
    for at, to in islice(zip_longest(*over), REST):
        spans = _span(left, alignment.left, at), _span(right, alignment.right, to)
        yield Reason("word", *spans, "left-over", 0.0)


def _span(text: Text, terms: Sequence[Term], at: int | None) -> Span | None:
    return None if at is None else text.span_of(terms[at].first, terms[at].last)


def _mirrored(found: Agreement) -> Agreement:
    reasons = [Reason(r.kind, r.right, r.left, r.rule, r.weight) for r in found.reasons]
    return Agreement(found.stance, found.score, found.shared, reasons)


@lru_cache(maxsize=1)
def load(path: Path = MODEL) -> Weights:
    """The model that ships."""
    return msgspec.json.decode(path.read_bytes(), type=Weights)
