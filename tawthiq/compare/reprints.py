"""Reprints: which reports are copies of which, whole or in part. Every pair is kept with its similarity.

A report is looked up by some of its shingles among the reports placed before it (Broder's sampling modulo), and
compared in full with those that share most of them. What reports share without copying does not count: names,
offices, quoted words. Two texts of one mould that tell of different people or places are no copies.
"""

from __future__ import annotations

from collections import Counter
from typing import Literal

import numpy as np
from msgspec import Struct

from tawthiq.compare.digest import Digest, numbers_of
from tawthiq.compare.shingles import Numbers, shared

Extent = Literal["whole", "part"]

SAMPLED = 4  # one shingle in so many is looked up
POSTED = 12  # reports remembered for one shingle: what more reports share is boilerplate, or known by its first copies
LOOKED_AT = 10  # reports that one is compared with in full
WHOLE = 0.5  # share of the shorter report's own shingles from which it is a copy as a whole
PART, PART_AT_LEAST = 0.3, 20  # the same for a copy in part, and how many shingles that must be
PASSAGE = 60  # shingles in common that make a copy in part of however long a report
CLOSE = 0.9  # from here a copy adds nothing to look later ones up by
FEW = 5  # shingles of a report under which it is too short to be told a copy
FLASH, FLASH_ALIKE = 20, 0.8  # shingles under which a report is a flash, and what share of one makes a copy
MOULD = 3  # numbers on each side that the other lacks, by which daily tables of one mould are told apart


class Pair(Struct, frozen=True):
    """Two reports with words in common; `copy` is the later one, as far as their dates tell.

    similarity: share (0 to 1) of the shorter one's own shingles that the other holds; words: about how many.
    """

    original: str
    copy: str
    extent: Extent
    similarity: float
    words: int


class Reprints:
    """The reports placed so far, by what they would be copied with."""

    def __init__(self) -> None:
        self.digests: dict[str, Digest] = {}
        self.pairs: dict[str, list[Pair]] = {}
        self._posted: dict[int, list[str]] = {}

    def place(self, digest: Digest) -> list[Pair]:
        """The pairs of a report with those placed before it, the most similar first."""
        every = numbers_of(digest.every)
        sampled: list[int] = every[every % np.uint64(SAMPLED) == 0].tolist()
        pairs = [pair for other in self._candidates(sampled) if (pair := paired(other, digest))]
        pairs.sort(key=lambda pair: (-pair.similarity, pair.original))
        self._post(digest.report, sampled, known=bool(pairs) and pairs[0].similarity >= CLOSE)
        self.digests[digest.report] = digest
        for pair in pairs:
            self.pairs.setdefault(pair.copy, []).append(pair)
        return pairs

    def _candidates(self, sampled: list[int]) -> list[Digest]:
        hits = Counter(id for number in sampled for id in self._posted.get(number, ()))
        return [self.digests[id] for id, count in hits.most_common(LOOKED_AT) if count > 1 or len(sampled) < FEW]

    def _post(self, report: str, sampled: list[int], known: bool) -> None:
        """Remembers a report by its shingles; one that is a close copy only by what nobody had before it."""
        for number in sampled:
            posted = self._posted.setdefault(number, [])
            if len(posted) < (1 if known else POSTED):
                posted.append(report)

    def original_of(self, report: str) -> Pair | None:
        """The pair by which a report is most of all a copy: as a whole before in part, then the most similar."""
        pairs = self.pairs.get(report, ())
        return min(pairs, key=lambda pair: (pair.extent != "whole", -pair.similarity, pair.original), default=None)

    def root_of(self, report: str) -> str:
        """The earliest known telling that a report goes back to by copies as a whole; itself where it is none."""
        seen = {report}
        while (pair := self.original_of(report)) and pair.extent == "whole" and pair.original not in seen:
            report = pair.original
            seen.add(report)
        return report


def paired(a: Digest, b: Digest) -> Pair | None:
    """What two reports have in common, as a pair; None where neither is a copy of the other. a was placed before b."""
    first, second = numbers_of(a.own), numbers_of(b.own)
    if min(len(first), len(second)) < FEW:
        first, second = numbers_of(a.every), numbers_of(b.every)
    shorter = min(len(first), len(second))
    common = shared(first, second)
    similarity = common / shorter if shorter >= FEW else 0.0
    extent = _extent(similarity, common, shorter)
    if extent is None or of_different_matters(a, b):
        return None
    original, copy = (b, a) if _before(b, a) else (a, b)
    return Pair(original.report, copy.report, extent, round(similarity, 3), common)


def _extent(similarity: float, common: int, shorter: int) -> Extent | None:
    if similarity >= (WHOLE if shorter >= FLASH else FLASH_ALIKE):
        return "whole"
    return "part" if common >= PASSAGE or (similarity >= PART and common >= PART_AT_LEAST) else None


def of_different_matters(a: Digest, b: Digest) -> bool:
    """Whether each report leads with names that the other nowhere has, or tells other numbers on another day."""
    first, second = numbers_of(a.stems), numbers_of(b.stems)
    if _foreign(a, second) and _foreign(b, first):
        return True
    ours, theirs = numbers_of(a.figures), numbers_of(b.figures)
    common = shared(ours, theirs)
    least = min(len(ours), len(theirs))
    return a.day != b.day and least - common >= MOULD and common * 2 < least


def _foreign(digest: Digest, stems: Numbers) -> bool:
    """Whether a report leads with a name of which the other report holds no word."""
    return any(not np.isin(np.array(name, dtype=np.uint64), stems).any() for name in digest.names if name)


def _before(a: Digest, b: Digest) -> bool:
    """Whether a report is the earlier one: by day, then by hour, then as the one that the other credits."""
    if a.day is None or b.day is None or a.day != b.day:
        return a.day is not None and b.day is not None and a.day < b.day
    hours = (a.published or "")[11:16], (b.published or "")[11:16]
    if all(hours) and hours[0] != hours[1]:
        return hours[0] < hours[1]
    return _credits(b, a) and not _credits(a, b)


def _credits(a: Digest, b: Digest) -> bool:
    """Whether a report credits whom another one is told by."""
    return b.teller in a.credits and a.teller != b.teller
