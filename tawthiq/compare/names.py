"""When two names of a body or a person mean the same: one holds all the words of the other."""

from __future__ import annotations

from functools import lru_cache

from tawthiq.compare.stems import stem
from tawthiq.words import words


@lru_cache(maxsize=65536)
def name_stems(name: str) -> frozenset[str]:
    """The stems of a name's words, without single letters (initials) and marks."""
    return frozenset(stem(word.form) for word in words(name) if word.kind == "word" and len(word.form) > 1)


def same_name(a: str, b: str) -> bool:
    """Whether one name holds all the words of the other (الرواسي, وكالة أنباء الرواسي)."""
    first, second = name_stems(a), name_stems(b)
    return bool(first) and bool(second) and (first <= second or second <= first)
