"""Ties: what is told to have passed between two actors, by PLOVER's four quads, over time, by whose telling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from tawthiq.compare.names import same_name
from tawthiq.compare.spans import Cited
from tawthiq.compare.teller import teller_of
from tawthiq.records import Event, Reading, Side

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]

# PLOVER manual of 2024-02, "quad" categories
QUADS: dict[str, Quad] = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "verbal cooperation"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "material cooperation"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "verbal conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material conflict"),
}
SHOWN = 3  # places cited for one tie


class Passage(Struct, frozen=True):
    """An event between two actors in one telling. teller: the outlet; speaker: in whose statement, or None."""

    source: str
    target: str
    type: str
    quad: Quad
    month: str
    teller: str
    speaker: str | None
    cited: Cited


class Relation(Struct, frozen=True):
    """What is told between an ordered pair of actors in one quad: how often, by month and by outlet; first places."""

    source: str
    target: str
    quad: Quad
    count: int
    by_month: dict[str, int]
    by_teller: dict[str, int]
    cited: tuple[Cited, ...]


def relations(readings: Iterable[Reading], actor: str | None = None) -> list[Relation]:
    """The relations of all pairs, or of those with an actor (id of data/actors, or a name), the most told first."""
    pairs: dict[tuple[str, str, Quad], list[Passage]] = {}
    for reading in readings:
        for passage in passages(reading, actor):
            pairs.setdefault((passage.source, passage.target, passage.quad), []).append(passage)
    found = [_relation(told) for told in pairs.values()]
    return sorted(found, key=lambda r: (-r.count, r.source, r.target, r.quad))


def passages(reading: Reading, actor: str | None = None) -> Iterator[Passage]:
    """The events of a reading that have two sides, one of them the actor if given, and are said to have happened."""
    speakers = {s.id: s.speaker.text for s in reading.statements if s.speaker}
    for event in reading.events:
        if event.status in ("actual", "historical") and event.type in QUADS:
            yield from _between(reading, event, speakers.get(event.statement or ""), actor)


def _between(reading: Reading, event: Event, speaker: str | None, actor: str | None) -> Iterator[Passage]:
    month = (event.date or reading.report.published or "")[:7]
    cited = Cited(reading.report.id, event.trigger.start, event.trigger.end, event.trigger.text)
    for source in event.actors:
        for target in event.recipients:
            names = _name(source), _name(target)
            asked = actor is None or _is(source, actor) or _is(target, actor)
            if asked and names[0] != names[1]:
                yield Passage(*names, event.type, QUADS[event.type], month, teller_of(reading), speaker, cited)


def _name(side: Side) -> str:
    return side.actor or " ".join(side.text.split())


def _is(side: Side, actor: str) -> bool:
    return side.actor == actor or same_name(side.text, actor)


def _relation(told: list[Passage]) -> Relation:
    first = told[0]
    months, tellers = (Counter(getattr(p, field) for p in told) for field in ("month", "teller"))
    cited = tuple(p.cited for p in told[:SHOWN])
    return Relation(
        first.source, first.target, first.quad, len(told), dict(sorted(months.items())), dict(tellers), cited
    )
