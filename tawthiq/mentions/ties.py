"""Lasting relations that the words state: offices, parts, leaders, backers, allies, opponents.

A tie is what the report's words say of two names, nothing that Tawthiq knows by itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tawthiq.lexicon import Match
from tawthiq.records import Mention, Span, Tie
from tawthiq.text import Text

ENDS = frozenset({"person", "organisation", "place", "group"})
GAP = 3  # characters between a name and the role beside it: a space, a comma


class Names(NamedTuple):
    """The mentions that can stand in a tie, in reading order, and their roles."""

    ends: Sequence[Mention]
    roles: Sequence[Mention]


def ties(text: Text, mentions: list[Mention]) -> list[Tie]:
    """The ties that the text states between what it names, in reading order."""
    names = Names([m for m in mentions if m.kind in ENDS], [m for m in mentions if m.kind == "role"])
    found = [*_offices(text, names), *_bodies_within_bodies(text, names), *_stated(text, names)]
    unique = {(t.kind, t.source.start, t.target.start): t for t in found if t.source.start != t.target.start}
    return sorted(unique.values(), key=lambda t: (t.words.start, t.kind))


def _span(mention: Mention) -> Span:
    return Span(mention.start, mention.end, mention.text)


def _offices(text: Text, names: Names) -> Iterator[Tie]:
    """A person beside a role: the office, and that they lead the body where the office leads."""
    persons = [m for m in names.ends if m.kind == "person"]
    for role in names.roles:
        holder = _beside(text, role, persons)
        if holder is None:
            continue
        body = _body_of(role, names.ends)
        target = _span(body) if body else _span(role)
        made_by = role.rule.rpartition("/")[0] or "rule:"
        yield Tie("office", _span(holder), target, _span(role), f"{made_by}/office")
        if body and text.at(text.word_at(role.start), "tie_office"):
            yield Tie("leads", _span(holder), target, _span(role), "tie_office.leading/office")


def _beside(text: Text, role: Mention, persons: Sequence[Mention]) -> Mention | None:
    """The person right behind the role, else the one right before it."""
    at = bisect_left(persons, role.end, key=lambda m: m.start)
    if at < len(persons) and _adjacent(text, role.end, persons[at].start):
        return persons[at]
    return persons[at - 1] if at and _adjacent(text, persons[at - 1].end, role.start) else None


def _adjacent(text: Text, start: int, end: int) -> bool:
    return 0 <= end - start <= GAP and not text.content[start:end].strip(" ،,-–()«»\"“”")


def _body_of(role: Mention, ends: Sequence[Mention]) -> Mention | None:
    """What the office belongs to: the first body or place named inside the role's words."""
    at = bisect_left(ends, role.start, key=lambda m: m.start)
    inside = (m for m in ends[at:] if m.end <= role.end and m.kind in ("organisation", "place"))
    return next(inside, None)


def _bodies_within_bodies(text: Text, names: Names) -> Iterator[Tie]:
    """One body in another: the executive board in a council."""
    bodies = [m for m in names.ends if m.kind == "organisation"]
    for inner, outer in pairwise(bodies):
        between = text.content[inner.end : outer.start].split()
        if between == ["في"]:  # in
            words = Span(inner.end + 1, outer.start - 1, "في")
            if text.content[words.start : words.end] == "في":
                yield Tie("part_of", _span(inner), _span(outer), words, "rule:body-in-body")


def _stated(text: Text, names: Names) -> Iterator[Tie]:
    """Words such as المدعوم من (backed by) between two names."""
    for match in text.layer("tie"):
        before, behind = _before(text, match, names.ends), _behind(text, match, names.ends)
        if before and behind:
            data = match.entry.data
            ends = (before, behind) if data["order"] == "from-to" else (behind, before)
            words = text.span(match.start, match.end)
            yield Tie(data["kind"], *ends, words, f"{match.entry.id}/{data['order']}")


def _before(text: Text, match: Match, ends: Sequence[Mention]) -> Span | None:
    """The nearest name before the words that is no place, within the entry's reach and sentence."""
    at = bisect_right(ends, match.start, key=lambda m: m.start)
    mention = next((m for m in reversed(ends[:at]) if m.kind != "place"), None)
    if mention is None or text.sentence_of(mention.start) != text.sentence_of(match.start):
        return None
    between = match.first - text.word_at(mention.end)
    return _span(mention) if mention.end <= match.start and between <= match.entry.data["reach"] else None


def _behind(text: Text, match: Match, ends: Sequence[Mention]) -> Span | None:
    """The name behind the words (a title may stand between), or the demonym there (أمريكيا, by America)."""
    at = bisect_left(ends, match.end, key=lambda m: m.start)
    mention = ends[at] if at < len(ends) else None
    if mention and _near(text, match, mention):
        return _span(mention)
    if match.last < len(text.words):
        states = (m for m in text.at(match.last, "actor") if m.part.startswith("adjective"))
        state = next(states, None)
        return text.span(state.start, state.end) if state else None
    return None


def _near(text: Text, match: Match, mention: Mention) -> bool:
    """Whether only a title or a class word stands between the words and the name, in one sentence."""
    first = text.word_at(mention.start)
    titles = (m.last for layer in ("title", "org_head") for m in text.at(match.last, layer))
    starts = {match.last, match.last + 1, *titles}
    same = text.sentence_of(match.start) == text.sentence_of(mention.start)
    return same and first in starts and not _marks(text, match.last, first)


def _marks(text: Text, first: int, last: int) -> bool:
    return any(word.kind == "mark" and word.text in "،,.؛:" for word in text.words[first:last])
