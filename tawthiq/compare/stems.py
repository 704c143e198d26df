"""Words for comparison: what is attached to them and their endings taken off, and how much each one tells.

A light stemmer after Larkey, Ballesteros and Connell (2002, Improving stemming for Arabic information
retrieval): no root is sought. Letters of a word itself may go too; as they go everywhere, equal words stay equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from tawthiq.ledger.terms import whole_words
from tawthiq.words import Word

BEFORE = ("وبال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال")  # and, so, in, like, to + the
JOINED = ("و", "ف")  # and, so
BEHIND = ("هما", "تين", "تان", "يات", "ها", "هم", "هن", "نا", "وا", "ون", "ين", "ان", "ات", "يه", "ته", "ه", "ي", "ا")
LEFT = 3  # letters that are left of a word at least
COMMON, RARE = 6.4, 3.4  # zipf frequency from which a word tells nothing, and up to which it tells all
ALIKE = 20  # letters of a stem that count: longer ones are run together


@lru_cache(maxsize=200_000)
def stem(form: str) -> str:
    """A folded word without the article, و ف before it, and one ending (plural, dual, feminine, pronoun)."""
    form = _core(form)
    for behind in BEHIND:
        if form.endswith(behind) and len(form) - len(behind) >= LEFT:
            return form[: -len(behind)][:ALIKE]
    return form[:ALIKE]


def _core(form: str) -> str:
    """A folded word without what is written together with it before it; a word that begins so by itself stays whole."""
    for before in BEFORE:
        if form.startswith(before) and len(form) - len(before) >= LEFT:
            return form[len(before) :]
    joined = form.startswith(JOINED) and len(form) > LEFT and form not in whole_words()
    return form[1:] if joined else form


class Vocabulary:
    """How much the words of a text tell, by how common they are.

    zipf: gives the frequency of a folded form, log10 of occurrences in a thousand million words, 0 where unknown.
    """

    def __init__(self, zipf: Callable[[str], float]) -> None:
        self._zipf = zipf
        self._weight = lru_cache(maxsize=200_000)(self._weigh)

    def weight(self, form: str) -> float:
        """From 0 (a word of structure: في، من، أن) to 1 (a rare word or a name)."""
        return self._weight(form)

    def _weigh(self, form: str) -> float:
        common = max(self._zipf(form), self._zipf(stem(form)))
        return min(1.0, max(0.0, (COMMON - common) / (COMMON - RARE)))

    def stems(self, words: Iterable[Word]) -> dict[str, float]:
        """The stems of content words and numbers, each with the weight of its most telling form."""
        found: dict[str, float] = {}
        for word in words:
            weight = self.weight(word.form) if word.kind == "word" else 1.0 if word.kind == "number" else 0.0
            if weight:
                name = stem(word.form) if word.kind == "word" else word.form
                found[name] = max(weight, found.get(name, 0.0))
        return found


def overlap(a: dict[str, float], b: dict[str, float]) -> tuple[float, float]:
    """The weight that two texts share, as a share of the first's and of the second's (0 to 1 each)."""
    if not a or not b:
        return 0.0, 0.0
    both = sum(min(a[name], b[name]) for name in a.keys() & b.keys())
    return both / sum(a.values()), both / sum(b.values())
