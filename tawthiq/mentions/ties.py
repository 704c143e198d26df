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
BESIDE = 6  # words between a verb or phrase and what it is said of
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
    return 0 <= end - start <= GAP and not text.content[start:end].strip(' ،,-–()«»"“”')


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
    """Words such as المدعوم من (backed by) between two names, or a verb of leading."""
    for match in text.layer("tie"):
        if match.after:
            continue
        ends = _ORDERS[match.entry.data["order"]](text, match, names.ends)
        if ends:
            rule = f"{match.entry.id}/{match.entry.data['order']}"
            yield Tie(match.entry.data["kind"], *ends, text.span(match.start, match.end), rule)


Ends = tuple[Span, Span] | None


def from_to(text: Text, match: Match, ends: Sequence[Mention]) -> Ends:
    """What stands before the words stands in the relation to what is behind them."""
    before, behind = _before(text, match, ends), _behind(text, match, ends)
    return (before, behind) if before and behind else None


def to_from(text: Text, match: Match, ends: Sequence[Mention]) -> Ends:
    """The other way round: وفد X برئاسة Y, the delegation of X headed by Y."""
    before, behind = _before(text, match, ends), _behind(text, match, ends)
    led = _led_before(text, match) if behind else None
    target = text.span(led.start, before.end) if led and before and led.start < before.start else led or before
    return (behind, target) if behind and target else None


def verb(text: Text, match: Match, ends: Sequence[Mention]) -> Ends:
    """قاد X وفدا, X led a delegation: who leads stands beside the verb, what is led behind it."""
    sentence = text.sentences[text.sentence_of(match.start)]
    behind = [m for m in ends if match.end <= m.start < sentence.end and m.kind != "place"]
    before = _before(text, match, ends) if match.first - text.word_at(sentence.start) < BESIDE else None
    leader = before or (_span(behind[0]) if behind and behind[0].kind == "person" else None)
    if leader is None:
        return None
    at = text.word_at(max(leader.end, match.end))
    led = next((m for m in text.layer("tie_body") if at <= m.first < match.last + match.entry.data["reach"]), None)
    if led is not None and led.end <= sentence.end:
        return leader, text.span(led.start, led.end)
    body = next((m for m in behind if m.kind == "organisation" and m.start >= leader.end), None)
    return (leader, _span(body)) if body else None


_ORDERS = {"from-to": from_to, "to-from": to_from, "verb": verb}


def _led_before(text: Text, match: Match) -> Span | None:
    """The delegation, team or force just before the words, in their sentence."""
    start = text.sentences[text.sentence_of(match.start)].start
    nearest = (m for m in reversed(text.layer("tie_body")) if start <= m.start and m.last <= match.first)
    led = next((m for m in nearest if match.first - m.last <= BESIDE), None)
    return text.span(led.start, led.end) if led else None


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
