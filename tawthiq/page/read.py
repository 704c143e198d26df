"""One saved original read: what is known of the report, and its blocks in the order of the original."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from tawthiq.capture.encoding import decode
from tawthiq.errors import SourceError
from tawthiq.page.assemble import Piece, assembled
from tawthiq.page.dates import machine_date
from tawthiq.page.dump import dump_pieces
from tawthiq.page.facts import dated, dateline_of, dates_told, evidence, language_of, tags_of, told, writer
from tawthiq.page.furniture import Furniture, shipped
from tawthiq.page.head import Head
from tawthiq.page.html import read_html
from tawthiq.page.kind import kind_of
from tawthiq.page.rows import row_pieces
from tawthiq.page.title import site_name
from tawthiq.records import Block, BlockRole, Capture, Report

_EDTF = re.compile(r"\d{4}(?:-\d\d)?")  # a year or a month; days are read like any other


class _Page(NamedTuple):
    """A page in pieces, and what it says of itself."""

    pieces: list[Piece]
    head: Head
    title: str | None = None
    dates: tuple[str, ...] = ()
    kind: str = "report"
    site: str | None = None


def read_page(capture: Capture, furniture: Furniture | None = None) -> tuple[Report, list[Block]]:
    """The report of a capture and its blocks. Raises SourceError where nothing in it can be read.

    Notes of the report say what was odd: a repaired encoding, evidence that was refused or disagrees,
    a page that is no report (`page kind: section`).
    """
    decoded = decode(capture.original, capture.encoding)
    page = _read(capture, decoded.text, furniture or shipped())
    text, blocks = assembled(page.pieces)
    if not text:
        raise SourceError(f"{capture.key}: no text in it")
    report = _report(capture, page, text, list(decoded.notes))
    body = next((block.text for block in blocks if block.role == "body"), "")
    return replace(report, dateline=dateline_of(body, furniture or shipped())), blocks


def _read(capture: Capture, text: str, furniture: Furniture) -> _Page:
    if capture.media == "html":
        found = read_html(text, furniture)
        title = found.title.text if found.title else None
        kind = kind_of(found, capture.url or told(found.head, "url"))
        site = told(found.head, "outlet") or site_name(found.title, found.head)
        return _Page(found.pieces, found.head, title, tuple(found.dates), kind, site)
    if capture.media in ("json", "csv"):
        return _Page(row_pieces(capture, text), Head())
    pieces = dump_pieces(text, furniture)
    return _Page(pieces, Head(), dates=tuple(_all(pieces, "date")))


def _report(capture: Capture, page: _Page, text: str, notes: list[str]) -> Report:
    given, head = capture.given, page.head
    outlet = given.get("outlet") or page.site or given.get("feed_outlet")
    url = capture.url or given.get("url") or told(head, "url")
    published, published_from, doubts = _published(capture, page, url)
    language = language_of(told(head, "language"), text)
    notes += [f"page kind: {page.kind}"] if page.kind != "report" else []
    notes += [f"language: {language or 'unknown'}, not Arabic"] if language != "ar" else []
    return Report(
        id=capture.id,
        key=capture.key,
        text=text,
        outlet=outlet,
        url=url,
        title=given.get("title") or page.title or _said(page.pieces, "title") or None,
        section=told(head, "section") or _first(page.pieces, "section"),
        byline=_byline(page, outlet),
        published=published,
        published_from=published_from,
        retrieved=capture.retrieved,
        language=language,
        tags=tags_of(head, _all(page.pieces, "tag")),
        notes=[*notes, *doubts],
    )


def _published(capture: Capture, page: _Page, url: str | None) -> tuple[str | None, str | None, list[str]]:
    given = capture.given.get("published", "")
    known = given if _EDTF.fullmatch(given) else machine_date(given)
    if known:
        return known, "given", []
    shown = [(text, "visible") for text in page.dates]
    value, name, doubts = dated(dates_told(page.head, shown, url), capture.retrieved)
    if value is None and capture.given.get("feed_published"):
        value, name = capture.given["feed_published"], "feed"
    return value, name, [f"published: {given} (given) is no date", *doubts] if given else doubts


def _byline(page: _Page, outlet: str | None) -> str | None:
    together = "، ".join(dict.fromkeys(page.head.all("ld:author")))  # Arabic comma
    return writer([together, *page.head.all(*evidence()["byline"]), *_all(page.pieces, "byline")], outlet)


def _all(pieces: Iterable[Piece], role: BlockRole) -> list[str]:
    return [piece.text for piece in pieces if piece.role == role]


def _said(pieces: Iterable[Piece], role: BlockRole) -> str:
    return "\n".join(_all(pieces, role))


def _first(pieces: Iterable[Piece], role: BlockRole) -> str | None:
    return next(iter(_all(pieces, role)), None)
