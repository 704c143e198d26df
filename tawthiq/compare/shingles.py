"""Word shingles: overlapping runs of folded words as 64-bit numbers, the same on every machine.

A shingle is WIDTH consecutive words (Broder 1997, On the resemblance and containment of documents). Words, not
characters: Arabic words share so many letters that shingles of characters find copies everywhere.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tawthiq.compare.stems import stem

Numbers = NDArray[np.uint64]

WIDTH = 3
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_HALF = np.uint64(32)


@lru_cache(maxsize=200_000)
def number(form: str) -> int:
    """64 bits that stand for a folded word."""
    return int.from_bytes(hashlib.blake2b(stem(form).encode("utf-8", "replace"), digest_size=8).digest())


def shingles(tokens: Numbers) -> Numbers:
    """One number for each run of WIDTH words (given as numbers), in order; none for fewer words."""
    runs = len(tokens) - WIDTH + 1
    if runs < 1:
        return np.empty(0, dtype=np.uint64)
    mixed = np.zeros(runs, dtype=np.uint64)
    for at, factor in enumerate(_FACTORS):
        mixed += tokens[at : at + runs] * factor
    mixed ^= mixed >> _HALF
    mixed *= _MIX
    return mixed ^ (mixed >> _HALF)


def shared(a: Numbers, b: Numbers) -> int:
    """How many numbers two ascending arrays of distinct numbers have in common."""
    return len(np.intersect1d(a, b, assume_unique=True))
