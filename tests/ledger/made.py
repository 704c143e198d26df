"""Captures and readings made by hand, for the tests of the ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from tawthiq.identity import record_id
from tawthiq.records import (
    Block,
    Capture,
    Event,
    Link,
    Mention,
    Reading,
    Report,
    Sentence,
    Side,
    Span,
    Speaker,
    Statement,
    Version,
)  # fmt: skip

HEAD = "الرئيسية | أخبار\n"  # home page | news: furniture before the report
Pair = tuple[Capture, Reading]


def span(text: str, words: str) -> Span:
    """The first place of some words in a text."""
    start = text.index(words)
    return Span(start, start + len(words), words)


def statement(report: str, text: str, said: dict[str, Any]) -> Statement:
    content, speaker = span(text, said["content"]), span(text, said["speaker"])
    return Statement(
        id=record_id(report, "statement", content.start, content.end),
        cue=span(text, said["cue"]) if "cue" in said else None,
        source=speaker,
        speaker=Speaker(speaker.text, speaker.start, speaker.end, said.get("actor")),
        kind=said.get("kind", "person"),
        via=span(text, said["via"]) if "via" in said else None,
        chain=[Link("media", said["via"])] if "via" in said else [],
        content=content,
        mode="indirect",
        polarity=said.get("polarity", "affirm"),
        hedge=None,
        rule="test.said",
    )


def sides(text: str, named: Sequence[str]) -> list[Side]:
    return [Side(found.start, found.end, found.text) for found in (span(text, name) for name in named)]


def event(report: str, text: str, done: dict[str, Any], told: Sequence[Statement]) -> Event:
    trigger = span(text, done["trigger"])
    return Event(
        id=record_id(report, "event", trigger.start, trigger.end),
        type=done["type"],
        mode=None,
        trigger=trigger,
        actors=sides(text, done.get("actors", ())),
        recipients=sides(text, done.get("recipients", ())),
        place=span(text, done["place"]) if "place" in done else None,
        date=None,
        status="actual",
        statement=told[0].id if told else None,
        rule="test.done",
    )


def mention(text: str, words: str, kind: Any, actor: str | None = None, geonames: int | None = None) -> Mention:
    found = span(text, words)
    return Mention(found.start, found.end, found.text, kind, actor, geonames, rule="test.named")


def blocks_of(lines: Sequence[str]) -> list[Block]:
    blocks = [Block("furniture", HEAD.strip(), 0, len(HEAD) - 1)]
    at = 0
    for number, line in enumerate(lines):
        role: Any = "body" if number else "title"
        source = at + len(HEAD)
        blocks.append(Block(role, line, source, source + len(line), at, at + len(line)))
        at += len(line) + 1
    return blocks


def made(
    *lines: str,
    key: str = "report.txt",
    outlet: str | None = None,
    published: str | None = None,
    said: Sequence[dict[str, Any]] = (),
    done: Sequence[dict[str, Any]] = (),
    named: Sequence[tuple[Any, ...]] = (),
    version: str = "1",
) -> Pair:
    """A capture and its reading; the first line is the title, each line a block and a sentence."""
    text = "\n".join(lines)
    original = (HEAD + text).encode()
    report = hashlib.sha256(original).hexdigest()
    statements = [statement(report, text, one) for one in said]
    blocks = blocks_of(lines)
    reading = Reading(
        version=Version(version, "data"),
        report=Report(report, key, text, outlet=outlet, title=lines[0], published=published),
        blocks=blocks,
        sentences=[Sentence(block.start, block.end) for block in blocks if block.start is not None and block.end],
        mentions=[mention(text, *one) for one in named],
        dates=[],
        counts=[],
        statements=statements,
        events=[event(report, text, one, statements) for one in done],
        ties=[],
        loaded=[],
    )
    given = {name: value for name, value in (("outlet", outlet), ("published", published)) if value}
    return Capture(report, original, "text", key, given=given), reading


def visit(number: int = 0) -> Pair:
    """A report with everything in it: a statement through an agency, an event, places, an outlet."""
    return made(
        f"وزير النقل يزور ميناء سَلمى للمرة {number}",  # the minister of transport visits the port of Salma
        "قال الوزير هاني درويش لوكالة نسيم إن العمل في الميناء سيبدأ قريبا",  # to the agency Nasim: work will begin
        "والتقى درويش رئيس البلدية في مدينة سَلمى",  # Darwish met the mayor in the town of Salma
        key=f"visit-{number}.txt",
        outlet="صحيفة المرفأ",  # the newspaper The Harbour
        published=f"2021-03-{1 + number % 28:02}",
        said=[{
            "cue": "قال", "speaker": "هاني درويش", "actor": "person.darwish", "via": "لوكالة نسيم",
            "content": "العمل في الميناء سيبدأ قريبا",
        }],
        done=[{
            "type": "CONSULT", "trigger": "التقى", "actors": ["درويش"], "recipients": ["رئيس البلدية"],
            "place": "سَلمى",
        }],
        named=[("هاني درويش", "person", "person.darwish"), ("سَلمى", "place", None, 4711)],
    )  # fmt: skip
