"""What a telling commits itself to, field by field, so that two tellings of one deed can be held against each other."""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec import Struct

from tawthiq.compare.days import day_of
from tawthiq.compare.lead import lead_end
from tawthiq.compare.names import name_stems
from tawthiq.compare.spans import Cited
from tawthiq.fold import fold_word
from tawthiq.records import Count, Event, Mention, Reading, Side

TOLLS = frozenset(("dead", "wounded", "missing", "detained", "displaced", "abducted", "released", "casualties"))
ONE_OF = frozenset(("احد", "احدي"))  # one of (masculine, feminine), folded
# among, among them, of them, one of them, folded
AMONG = frozenset(("بين", "بينهم", "بينها", "منهم", "منها", "ضمنهم", "احدهم", "احدهما"))
REACH = 30  # code points before a count in which such a word stands
DEEDS = frozenset(("ASSAULT", "COERCE"))  # acts that reports blame somebody for (PLOVER 2024-02)
TIMES = 5  # how many times as high another toll of the same may be
FAR = 60.0  # kilometres from which two named places are not one
DAYS = 1  # days that two dates of a deed may differ by: dawn and midnight are told either way
EARTH = 6371.0  # kilometres


class Fact(Struct, frozen=True):
    """A value that a telling gives of a field, and its words.

    field: "count dead" and the like, "actor", "place" or "date" with the type of the event. value: words or an id
    or an EDTF day; low, high: of a count, inclusive; lat, lon: of a place, in degrees (WGS 84). about: stems of what
    it is told of: of a toll the places, of an act those to whom it was done.
    """

    field: str
    value: str
    cited: Cited
    low: int | None = None
    high: int | None = None
    lat: float | None = None
    lon: float | None = None
    about: frozenset[str] = frozenset()


def facts_of(reading: Reading, content: Cited) -> tuple[Fact, ...]:
    """The facts told in a stretch of a report."""
    counts = [c for c in reading.counts if content.start <= c.start < content.end and _is_toll(reading, c)]
    places = _places(reading, content) if counts else frozenset()
    events = (e for e in reading.events if content.start <= e.trigger.start < content.end and e.type in DEEDS)
    return (*(_toll(reading, c, places) for c in counts), *(f for e in events for f in _of_deed(reading, e)))


def _is_toll(reading: Reading, count: Count) -> bool:
    """Whether a count is a toll of its own, no part of one (أحد الجرحى, one of them; بينهم ثلاثة, three among them)."""
    before = [fold_word(word) for word in reading.report.text[max(0, count.start - REACH) : count.start].split()[-3:]]
    return count.of in TOLLS and not ONE_OF.intersection(fold_word(count.text).split()) and not AMONG & {*before}


def _places(reading: Reading, content: Cited) -> frozenset[str]:
    """Stems of the places named in a content; where it names none, in the lead; where that names none, anywhere."""
    for start, end in ((content.start, content.end), (0, lead_end(reading.report.text)), (0, len(reading.report.text))):
        named = [m.text for m in reading.mentions if m.kind == "place" and start <= m.start < end]
        if named:
            return frozenset().union(*map(name_stems, named))
    return frozenset()


def _toll(reading: Reading, count: Count, places: frozenset[str]) -> Fact:
    cited = Cited(reading.report.id, count.start, count.end, count.text)
    return Fact(f"count {count.of}", count.text, cited, count.low, count.high, about=places)


def _of_deed(reading: Reading, event: Event) -> Iterator[Fact]:
    """Who did it, where and when, as far as it is told; of acts that are said to have happened."""
    if event.status != "actual":
        return
    report = reading.report.id
    about = frozenset().union(*(name_stems(side.text) for side in event.recipients))
    for side in event.actors:
        if side.actor or _named(reading, side):
            cited = Cited(report, side.start, side.end, side.text)
            yield Fact(f"actor {event.type}", side.actor or side.text, cited, about=about)
    if event.place is not None:
        where = Cited(report, event.place.start, event.place.end, event.place.text)
        yield from _place(reading, event, where, about)
    if day_of(event.date) is not None and len(event.date or "") == len("2018-05-11"):
        cited = Cited(report, event.trigger.start, event.trigger.end, event.trigger.text)
        yield Fact(f"date {event.type}", event.date or "", cited, about=about)


def _named(reading: Reading, side: Side) -> bool:
    kinds = ("person", "organisation", "group")
    return any(m.kind in kinds and m.start < side.end and side.start < m.end for m in reading.mentions)


def _place(reading: Reading, event: Event, cited: Cited, about: frozenset[str]) -> Iterator[Fact]:
    mention = next((m for m in reading.mentions if m.kind == "place" and m.start == cited.start), None)
    if mention is not None and _pointed(mention):
        yield Fact(f"place {event.type}", cited.text, cited, lat=mention.lat, lon=mention.lon, about=about)


def _pointed(mention: Mention) -> bool:
    """Whether a place is small enough to tell it from another one."""
    return mention.lat is not None and mention.precision in ("site", "town")


def comparable(a: Fact, b: Fact) -> bool:
    """Whether two facts of one field are told of the same: of tolls, of a common place and not many times as high."""
    if not a.about & b.about:
        return False
    least, most = sorted((a.high or a.low or 1, b.high or b.low or 1))
    return most <= TIMES * max(1, least)


def agree(a: Fact, b: Fact) -> bool:
    """Whether two facts of one field can both be so."""
    kind = a.field.partition(" ")[0]
    if kind == "count":
        return max(a.low or 0, b.low or 0) <= min(_most(a), _most(b))
    if kind == "actor":
        return a.value == b.value or bool(name_stems(a.cited.text) & name_stems(b.cited.text))
    if kind == "place":
        return a.value == b.value or _apart(a, b) < FAR
    return abs((day_of(a.value) or 0) - (day_of(b.value) or 0)) <= DAYS


def _most(fact: Fact) -> float:
    return math.inf if fact.high is None else fact.high


def _apart(a: Fact, b: Fact) -> float:
    """Kilometres between two places, by the haversine."""
    lat, lon, other_lat, other_lon = (math.radians(d or 0.0) for d in (a.lat, a.lon, b.lat, b.lon))
    half = math.sin((other_lat - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(other_lat) * math.sin((other_lon - lon) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(half))
