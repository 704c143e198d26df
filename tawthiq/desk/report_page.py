"""A report as the reading room shows it: the page's blocks in order, and the record beside them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct

from tawthiq.desk.highlight import Mark, Run, marks_of, picked, runs
from tawthiq.records import Block, Count, DateMention, Event, Loaded, Mention, Reading, Statement, Tie

_TAGS = {"title": "h1", "subheading": "h3", "quote": "blockquote", "caption": "figcaption"}
_LINES = frozenset({"section", "byline", "date"})
SHOWN_TAGS = 8  # tags before `show more`

Entry = Statement | Event | Mention | DateMention | Count | Loaded | Tie


class Piece(Struct, frozen=True):
    """A block of the page as it is shown: an HTML element, and its words as runs."""

    element: str
    role: str
    runs: list[Run]


class Voice(Struct, frozen=True):
    """All that one speaker says in the report."""

    speaker: str
    actor: str | None
    statements: list[Statement]


class ReportPage(Struct, frozen=True):
    """What the template of a report needs. pieces: of the text; related, tags, rest: the page's other blocks."""

    reading: Reading
    pieces: list[Piece]
    related: list[Block]
    tags: list[str]
    rest: list[Block]
    voices: list[Voice]
    names: list[tuple[str, list[Mention]]]
    picked: Statement | Event | None
    here: list[Entry] | None


def report_page(reading: Reading, pick: str | None = None, at: int | None = None) -> ReportPage:
    """The page of a reading. pick: id of a statement or event to light up; at: an offset whose records to list."""
    told: list[Statement | Event] = [*reading.statements, *reading.events]
    chosen = next((one for one in told if one.id == pick), None)
    here = None if at is None else records_at(reading, at)
    marks = [*marks_of(reading), *(picked(chosen) if chosen else ())]
    blocks = reading.blocks or [Block("body", reading.report.text, 0, 0, 0, len(reading.report.text))]
    return ReportPage(
        reading=reading,
        pieces=[_piece(reading, block, marks) for block in blocks if block.start is not None or block.role == "promo"],
        related=[block for block in blocks if block.role == "related"],
        tags=reading.report.tags or [block.text for block in blocks if block.role == "tag"],
        rest=[block for block in blocks if block.role in ("furniture", "comment")],
        voices=_voices(reading.statements),
        names=_names(reading.mentions),
        picked=chosen,
        here=here,
    )


def records_at(reading: Reading, at: int) -> list[Entry]:
    """Every entry of the record that covers the code point at an offset, narrowest first."""
    layers = (reading.mentions, reading.dates, reading.counts, reading.loaded)
    spans: list[tuple[int, int, Entry]] = [(one.start, one.end, one) for layer in layers for one in layer]
    spans += [(s.content.start, s.content.end, s) for s in reading.statements]
    spans += [(s.cue.start, s.cue.end, s) for s in reading.statements if s.cue]
    spans += [(e.trigger.start, e.trigger.end, e) for e in reading.events]
    spans += [(t.words.start, t.words.end, t) for t in reading.ties]
    return [one for start, end, one in sorted(spans, key=lambda s: s[1] - s[0]) if start <= at < end]


def _piece(reading: Reading, block: Block, marks: Iterable[Mark]) -> Piece:
    element = "p" if block.role in _LINES else _TAGS.get(block.role, "p")
    if block.start is None or block.end is None:
        return Piece("aside", block.role, [Run(block.text, (), None)])
    return Piece(element, block.role, runs(reading.report.text, block.start, block.end, marks))


def _voices(statements: Iterable[Statement]) -> list[Voice]:
    """Statements by speaker, in the order in which the report lets them speak."""
    by_speaker: dict[str, list[Statement]] = {}
    for said in statements:
        by_speaker.setdefault(said.speaker.text if said.speaker else "—", []).append(said)
    return [Voice(name, _actor(said), said) for name, said in by_speaker.items()]


def _actor(said: list[Statement]) -> str | None:
    return next((one.speaker.actor for one in said if one.speaker and one.speaker.actor), None)


def _names(mentions: Iterable[Mention]) -> list[tuple[str, list[Mention]]]:
    """Each name once, by kind: the first place where the report has it."""
    once = {(m.kind, m.actor or m.text): m for m in reversed(list(mentions))}
    ordered = sorted(once.values(), key=lambda m: (m.kind, m.start))
    return [(kind, list(group)) for kind, group in groupby(ordered, key=lambda m: m.kind)]
