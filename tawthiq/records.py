"""The record types, nothing else: what is kept of a report, field by field (docs/record.md).

All offsets count Unicode code points in logical order. `start` is the first code point of a span,
`end` the one after its last; they index `Report.text`. `source_start`/`source_end` index the
decoded original. Every type is frozen and encodes to JSON by `msgspec.json.encode`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

BlockRole = Literal[
    "title", "section", "subheading", "body", "quote", "caption", "byline", "date", "tag",
    "promo", "related", "comment", "furniture",
]  # fmt: skip
MentionKind = Literal["person", "organisation", "place", "group", "role"]
StatementKind = Literal["person", "institution", "official", "sources", "witnesses", "media", "document"]
StatementMode = Literal["direct", "indirect", "mixed"]
Polarity = Literal["affirm", "deny"]
Status = Literal["actual", "negated", "future", "hypothetical", "historical"]
TieKind = Literal["office", "part_of", "leads", "backed_by", "allied_with", "against"]


class Span(Struct, frozen=True):
    """A stretch of the report's text and the words it holds: `text == report.text[start:end]`."""

    start: int
    end: int
    text: str


class Exchange(Struct, frozen=True):
    """A request and its answer as they went over the wire, headers in their order.

    address: the IP that was asked; started: UTC, ISO 8601; body: as it came, still packed as its
    Content-Encoding says, without the chunks that carried it.
    """

    method: str
    url: str
    request_headers: list[tuple[str, str]]
    status: int
    reason: str
    response_headers: list[tuple[str, str]]
    address: str | None
    started: str
    body: bytes


class Capture(Struct, frozen=True):
    """A saved original: its bytes as they came, where and when they were got.

    id: sha256 of the bytes, in hex. media: html, text, json or csv (how offsets into it are read).
    key: the caller's own name for it, else the file name or address. given: what the caller knows
    of the report (outlet, title, text, url, published…), which wins over what the page says.
    exchanges: of a page from the network, all that led to it, the last one its own.
    """

    id: str
    original: bytes
    media: str
    key: str
    url: str | None = None
    retrieved: str | None = None
    encoding: str | None = None
    given: dict[str, str] = {}
    exchanges: list[Exchange] = []


class Block(Struct, frozen=True):
    """A piece of the page in its role. start/end index `report.text` (null for what is not in it)."""

    role: BlockRole
    text: str
    source_start: int
    source_end: int
    start: int | None = None
    end: int | None = None


class Report(Struct, frozen=True):
    """What is known of the report as a whole. published: EDTF or null; published_from: its evidence."""

    id: str
    key: str
    text: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    section: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: str | None = None
    published_from: str | None = None
    retrieved: str | None = None
    language: str | None = None
    tags: list[str] = []
    notes: list[str] = []


class Sentence(Struct, frozen=True):
    """One sentence of the text, without the white space around it."""

    start: int
    end: int


class Mention(Struct, frozen=True):
    """A name, group or role in the text; `actor` is the id of the entry in data/actors it stands for.

    Places also carry GeoNames id, latitude and longitude in degrees (WGS 84) and precision:
    site, town, district, region or country.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    actor: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    rule: str = ""


class DateMention(Struct, frozen=True):
    """An expression of time. value: EDTF (ISO 8601-2:2019), "" where it cannot be reckoned.

    precision: day, month, year, decade, interval…; of a value that stays relative, "relative".
    """

    start: int
    end: int
    text: str
    value: str
    precision: str
    rule: str = ""


class Count(Struct, frozen=True):
    """How many of whom or what. low/high: inclusive bounds, null where the words set none.

    of: dead, wounded, missing, detained, displaced, abducted, released, people, fighters…
    """

    start: int
    end: int
    text: str
    low: int | None
    high: int | None
    of: str
    rule: str = ""


class Speaker(Struct, frozen=True):
    """Who speaks: the fullest name or description found anywhere in the report, and its place."""

    text: str
    start: int | None = None
    end: int | None = None
    actor: str | None = None


class Link(Struct, frozen=True):
    """One hand that a statement went through, from the outlet inwards."""

    kind: StatementKind
    text: str
    start: int | None = None
    end: int | None = None


class Statement(Struct, frozen=True):
    """Content that the report attributes to someone (gold guidelines, section 3)."""

    id: str
    cue: Span | None
    source: Span | None
    speaker: Speaker | None
    kind: StatementKind
    via: Span | None
    chain: list[Link]
    content: Span
    mode: StatementMode
    polarity: Polarity
    hedge: Span | None
    rule: str


class Side(Struct, frozen=True):
    """An actor or recipient of an event: its words, and the entry in data/actors it stands for."""

    start: int
    end: int
    text: str
    actor: str | None = None


class Event(Struct, frozen=True):
    """Who did what to whom, as PLOVER codes it (manual of 2024-02), and who tells it.

    statement: id of the statement it is told in, or null where the outlet itself tells it.
    """

    id: str
    type: str
    mode: str | None
    trigger: Span
    actors: list[Side]
    recipients: list[Side]
    place: Span | None
    date: str | None
    status: Status
    statement: str | None
    rule: str


class Tie(Struct, frozen=True, rename={"source": "from", "target": "to"}):
    """A lasting relation that the words state: an office held, a part, a leader, a backer.

    In JSON the two ends are called `from` and `to`.
    """

    kind: TieKind
    source: Span
    target: Span
    words: Span
    rule: str


class Loaded(Struct, frozen=True):
    """A word that takes a side: whom or what it is said of, a neutral wording, its connotation."""

    start: int
    end: int
    text: str
    of: Span | None
    neutral: str
    connotation: str
    rule: str = ""


class Version(Struct, frozen=True):
    """The code and the data that made a reading, so that it can be made again."""

    tawthiq: str
    data: str


class Reading(Struct, frozen=True):
    """The sourced record of one report."""

    version: Version
    report: Report
    blocks: list[Block]
    sentences: list[Sentence]
    mentions: list[Mention]
    dates: list[DateMention]
    counts: list[Count]
    statements: list[Statement]
    events: list[Event]
    ties: list[Tie]
    loaded: list[Loaded]
