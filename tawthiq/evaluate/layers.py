"""Each layer of a record against gold: what counts as right.

persons, organisations, places: the same surface form in the same sentence. dates: overlapping words
and the same EDTF value. statement: content with token F1 of at least .6; said-by: its speaker right
as well; attributed: kind and polarity too. event: same type, triggers overlapping or within three
words; dyad: (type, actor, recipient), each side sharing a content word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from tawthiq.evaluate.likeness import bare, name_key, paired, share, token_f1, words
from tawthiq.records import DateMention, Event, Reading, Statement

LAYERS = (
    "persons",
    "organisations",
    "places",
    "dates",
    "statement",
    "said-by",
    "attributed",
    "event",
    "dyad",
)
NAMES = (("person", "persons"), ("organisation", "organisations"), ("place", "places"))
SAME_CONTENT = 0.6
NEAR = 3
Record = TypeVar("Record")
Gold = Mapping[str, Any]


class Score(NamedTuple):
    """Counts of a layer: records that are right, that gold has, that were said."""

    right: int = 0
    gold: int = 0
    said: int = 0

    def plus(self, other: Score) -> Score:
        """The sum of two."""
        return Score(self.right + other.right, self.gold + other.gold, self.said + other.said)

    @property
    def precision(self) -> float:
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.said) if self.gold + self.said else 0.0


def score(gold: Gold, reading: Reading) -> dict[str, Score]:
    """Scores of one reading by layer; `gold` is a line of the gold format (docs/evaluation.md)."""
    totals = dict.fromkeys(LAYERS, Score())
    for layer, counted in _sentence_scores(gold, reading):
        totals[layer] = totals[layer].plus(counted)
    return totals


def _sentence_scores(gold: Gold, reading: Reading) -> Iterator[tuple[str, Score]]:
    bounds = gold["sents"]
    mentions = by_sentence(bounds, reading.mentions, lambda m: m.start)
    dates = by_sentence(bounds, reading.dates, lambda d: d.start)
    statements = by_sentence(bounds, reading.statements, lambda s: s.content.start)
    events = by_sentence(bounds, reading.events, lambda e: e.trigger.start)
    for want in gold["sentences"]:
        n = want["n"]
        start, end = bounds[n]
        for kind, layer in NAMES:
            yield layer, _names(want.get(layer, []), [m.text for m in mentions[n] if m.kind == kind])
        yield "dates", _dates(want.get("dates", []), dates[n])
        yield from _statements(want.get("statements", []), statements[n])
        yield from _events(want.get("events", []), events[n], words(gold["text"][start:end]))


def by_sentence(
    bounds: Sequence[Sequence[int]], records: Iterable[Record], where: Callable[[Record], int]
) -> defaultdict[int, list[Record]]:
    """Records by the number of the sentence that they start in; those outside every sentence left out."""
    found: defaultdict[int, list[Record]] = defaultdict(list)
    for record in records:
        n = bisect_right(bounds, where(record), key=lambda bound: bound[0]) - 1
        if n >= 0 and where(record) < bounds[n][1]:
            found[n].append(record)
    return found


def _names(gold: Iterable[str], said: Iterable[str]) -> Score:
    wanted, found = {name_key(t) for t in gold}, {name_key(t) for t in said}
    return Score(len(wanted & found), len(wanted), len(found))


def _dates(gold: Sequence[Gold], said: Sequence[DateMention]) -> Score:
    def fits(g: Gold, s: DateMention) -> float:
        return float(g["value"] == s.value and bool(set(words(g["text"])) & set(words(s.text))))

    return Score(len(paired(gold, said, fits)), len(gold), len(said))


def _statements(gold: Sequence[Gold], said: Sequence[Statement]) -> Iterator[tuple[str, Score]]:
    def fits(g: Gold, s: Statement) -> float:
        value = token_f1(g["content"], s.content.text)
        return value if value >= SAME_CONTENT else 0.0

    found = paired(gold, said, fits)
    said_by = [(g, s) for g, s in found if s.speaker and share(g["speaker"], s.speaker.text)]
    full = [(g, s) for g, s in said_by if g["kind"] == s.kind and g["polarity"] == s.polarity]
    for layer, right in (("statement", found), ("said-by", said_by), ("attributed", full)):
        yield layer, Score(len(right), len(gold), len(said))


def _events(gold: Sequence[Gold], said: Sequence[Event], line: list[str]) -> Iterator[tuple[str, Score]]:
    right = paired(gold, said, lambda g, s: same_event(g, s, line))
    yield "event", Score(len(right), len(gold), len(said))
    wanted = [t for g in gold for t in _triples(g["type"], g.get("actors"), g.get("recipients"))]
    found = [t for s in said for t in _said_triples(s)]
    yield "dyad", Score(len(paired(wanted, found, _same_triple)), len(wanted), len(found))


def same_event(gold: Gold, said: Event, line: list[str]) -> float:
    """2 where triggers share a word and types agree, 1 where triggers stand close in `line`, else 0."""
    if gold["type"] != said.type:
        return 0.0
    wanted, found = words(gold["trigger"]), words(said.trigger.text)
    if {bare(w) for w in wanted} & {bare(w) for w in found}:
        return 2.0
    at = [i for i, w in enumerate(line) if w in wanted]
    near = (abs(i - j) <= NEAR for j, w in enumerate(line) if w in found for i in at)
    return float(any(near))


def _triples(kind: str, actors: Any, recipients: Any) -> list[tuple[str, str, str]]:
    return [(kind, a, r) for a in actors or [""] for r in recipients or [""]]


def _said_triples(event: Event) -> list[tuple[str, str, str]]:
    return _triples(event.type, [s.text for s in event.actors], [s.text for s in event.recipients])


def _same_triple(gold: tuple[str, str, str], said: tuple[str, str, str]) -> float:
    sides = (share(g, s) if g and s else not g and not s for g, s in zip(gold[1:], said[1:], strict=True))
    return float(gold[0] == said[0] and all(sides))
