"""What a copy changed: the words of two reports aligned, each difference as a pair of spans."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

from tawthiq.compare.spans import Cited
from tawthiq.compare.stems import stem
from tawthiq.records import Reading
from tawthiq.words import Word, words

ChangeKind = Literal["replaced", "dropped", "added"]
Touched = Literal["attribution", "sentence", "figure", "words"]

TOGETHER = 2  # words alike between two differences that are still told as one


class Change(Struct, frozen=True):
    """A difference: the words of the earlier report and those of the later one, null where it has none.

    of: attribution where it took away or exchanged who is said to have said it, sentence for a whole one,
    figure where numbers differ, else words.
    """

    kind: ChangeKind
    of: Touched
    earlier: Cited | None
    later: Cited | None


def changes(earlier: Reading, later: Reading) -> list[Change]:
    """The differences between the texts of two readings, in the order of the later one's text."""
    first, second = _words(earlier), _words(later)
    matcher = SequenceMatcher(None, [stem(w.form) for w in first], [stem(w.form) for w in second], autojunk=False)
    return [
        _change(earlier, later, first[a:b], second[c:d]) for a, b, c, d in _gaps(matcher) if b > a or d > c
    ]  # fmt: skip


def _words(reading: Reading) -> list[Word]:
    return [word for word in words(reading.report.text) if word.kind != "mark"]


def _gaps(matcher: SequenceMatcher[str]) -> Iterator[tuple[int, int, int, int]]:
    """Stretches between the blocks that are alike, short blocks among differences counted to them."""
    a = c = 0
    for block in matcher.get_matching_blocks():
        last = block.size == 0
        apart = block.a > a or block.b > c
        if not last and apart and block.size <= TOGETHER and (a or c):
            continue
        yield a, block.a, c, block.b
        a, c = block.a + block.size, block.b + block.size


def _change(earlier: Reading, later: Reading, ours: list[Word], theirs: list[Word]) -> Change:
    before, after = _cited(earlier, ours), _cited(later, theirs)
    kind: ChangeKind = "replaced" if before and after else "dropped" if before else "added"
    return Change(kind, _touched(earlier, later, before, after), before, after)


def _cited(reading: Reading, told: list[Word]) -> Cited | None:
    if not told:
        return None
    start, end = told[0].start, told[-1].end
    return Cited(reading.report.id, start, end, reading.report.text[start:end])


def _touched(earlier: Reading, later: Reading, before: Cited | None, after: Cited | None) -> Touched:
    if before and _holds_source(earlier, before) and not (after and _holds_source(later, after)):
        return "attribution"
    for reading, cited in ((earlier, before), (later, after)):
        if cited and any(cited.start <= s.start and s.end - 1 <= cited.end for s in reading.sentences):
            return "sentence"
    if before and after and _figures(before) != _figures(after):
        return "figure"
    return "words"


def _holds_source(reading: Reading, cited: Cited) -> bool:
    """Whether the source of a statement stands in a stretch while what was said stands outside it."""
    return any(
        cited.start <= s.source.start and s.source.end <= cited.end and not _within(s.content.start, cited)
        for s in reading.statements
        if s.source is not None
    )


def _within(at: int, cited: Cited) -> bool:
    return cited.start <= at < cited.end


def _figures(cited: Cited) -> list[str]:
    return [word.form for word in words(cited.text) if word.kind == "number"]
