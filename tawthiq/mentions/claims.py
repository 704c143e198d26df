"""Claims on words: what a rule takes a run of words for, and which claim wins where two meet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tawthiq.records import Mention, MentionKind
from tawthiq.text import Text


class Claim(NamedTuple):
    """words[first:last], start/end in code points, as a mention of a kind; rule as records keep it."""

    first: int
    last: int
    start: int
    end: int
    kind: MentionKind
    actor: str | None
    rule: str


def claim(text: Text, first: int, last: int, kind: MentionKind, rule: str, *,
          start: int | None = None, actor: str | None = None) -> Claim:  # fmt: skip
    """A claim on words[first:last]; start says where the first word begins behind its clitic."""
    words = text.words
    begin = words[first].start if start is None else start
    return Claim(first, last, begin, words[last - 1].end, kind, actor, rule)


def settled(claims: Iterable[Claim]) -> list[Claim]:
    """Claims that do not overlap, in reading order: the longer one wins, of one length the one named first."""
    chosen: list[Claim] = []
    taken: set[int] = set()
    for found in sorted(claims, key=lambda c: c.first - c.last):
        if taken.isdisjoint(range(found.first, found.last)):
            chosen.append(found)
            taken.update(range(found.first, found.last))
    return sorted(chosen, key=lambda c: (c.first, c.start))


def clear_of(taken: Iterable[Claim], others: Iterable[Claim]) -> list[Claim]:
    """Those of the others that share no word with what is taken."""
    inside = {at for found in taken for at in range(found.first, found.last)}
    return [other for other in others if inside.isdisjoint(range(other.first, other.last))]


def mention(text: Text, found: Claim) -> Mention:
    """The record of a claim."""
    span = text.span(found.start, found.end)
    return Mention(span.start, span.end, span.text, found.kind, found.actor, rule=found.rule)
