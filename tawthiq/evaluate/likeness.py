"""When two strings say the same: folded words, loose about clitics, as the guidelines' scorer defines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from tawthiq.fold import fold_word

G = TypeVar("G")
S = TypeVar("S")
_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"[\u064b-\u0652\u0670\u06d6-\u06ed\u200e\u200f]")
_PREFIXES = ("وبال", "وال", "فال", "بال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك")  # and/in/to/the
# in, from, to, on, about, with, between, that, which, this, those, not, what, has, as, then, or, any, …
_WEAK = frozenset(
    "من في على الي عن مع بين ان انه انها التي الذي هذا هذه ذلك ما لا لم لن قد كما او ثم اي كل بعد قبل".split()
)


def words(text: str | None) -> list[str]:
    """Folded words of a string."""
    return [fold_word(word) for word in _WORD.findall(_MARKS.sub("", text or ""))]


def bare(word: str) -> str:
    """A word without attached و ف ب ل ك and ال, for loose comparison only."""
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            return word[len(prefix) :]
    return word


def name_key(text: str) -> str:
    """What two names have in common that are the same but for spelling and clitics."""
    found = words(text)
    return " ".join([bare(found[0]), *found[1:]]) if found else ""


def share(a: str | None, b: str | None) -> bool:
    """Whether two phrases share a content word."""
    heads = ({bare(w) for w in words(text) if w not in _WEAK} for text in (a, b))
    return bool(set.intersection(*heads))


def token_f1(a: str, b: str) -> float:
    """F1 over the words of two strings."""
    first, second = Counter(words(a)), Counter(words(b))
    both = sum((first & second).values())
    return 2 * both / (sum(first.values()) + sum(second.values())) if both else 0.0


def paired(gold: Sequence[G], said: Sequence[S], fits: Callable[[G, S], float]) -> list[tuple[G, S]]:
    """Greedy one-to-one pairs, best fit first; `fits` gives 0 where two do not belong together."""
    scored = sorted(((fits(g, s), i, j) for i, g in enumerate(gold) for j, s in enumerate(said)), reverse=True)
    used_gold: set[int] = set()
    used_said: set[int] = set()
    pairs: list[tuple[G, S]] = []
    for value, i, j in scored:
        if value and i not in used_gold and j not in used_said:
            used_gold.add(i)
            used_said.add(j)
            pairs.append((gold[i], said[j]))
    return pairs
