"""Whether a page is a report, or what else it is: home, section, video, live, paywall or error page."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from tawthiq.knowledge import DATA, toml_entries
from tawthiq.page.assemble import TEXT_ROLES
from tawthiq.page.furniture import bare
from tawthiq.page.html import Html

REPORT = "report"
_PAYWALL = "furniture.subscribe.paywall"
_BRIEF = 80  # words of text, up to which a page may be something else than a report
_SCANT = 20  # words of text, up to which a page full of links is a list
_LINKS = 15  # linked headlines that fill a page
_PATH = re.compile(r"[^/]+")


class Kind(Struct, frozen=True):
    """A kind of page: phrases of its titles (bare), parts of its addresses, types that it gives itself."""

    name: str
    titles: list[str]
    addresses: frozenset[str]
    types: frozenset[str]


@cache
def kinds(folder: Path = DATA) -> dict[str, Kind]:
    """The kinds of a folder of knowledge by name. Raises KnowledgeError where the file is malformed."""
    entries = toml_entries(folder / "furniture" / "kinds.toml")
    found = (
        Kind(
            entry.id.partition(".")[2],
            [bare(title) for title in entry.data["titles"]],
            frozenset(entry.data["addresses"]),
            frozenset(entry.data["types"]),
        )
        for entry in entries
    )
    return {kind.name: kind for kind in found}


def kind_of(page: Html, url: str | None) -> str:
    """report, or what the page is instead, by its title, address, types and how little it says."""
    words = sum(len(piece.text.split()) for piece in page.pieces if piece.role in TEXT_ROLES)
    known = kinds()
    if _calls_itself(page, known["live"]) or _is_typed(page, known["live"]):
        return "live"
    if words > _BRIEF:
        return REPORT
    path = _PATH.findall(urlsplit(url or "").path.lower())
    if _calls_itself(page, known["error"]):
        return "error"
    if _PAYWALL in page.marks:
        return "paywall"
    if url and not path:
        return "home"
    return _list_or_video(page, words, path)


def _list_or_video(page: Html, words: int, path: list[str]) -> str:
    section, video = kinds()["section"], kinds()["video"]
    if _is_typed(page, video) or (words <= _SCANT and video.addresses.intersection(path)):
        return "video"
    listed = _is_typed(page, section) or bool(section.addresses.intersection(path))
    if words <= _SCANT and (page.links >= _LINKS or listed):
        return "section"
    return REPORT


def _calls_itself(page: Html, kind: Kind) -> bool:
    title = f" {bare(page.title.text)} " if page.title else ""
    return any(f" {phrase} " in title for phrase in kind.titles)


def _is_typed(page: Html, kind: Kind) -> bool:
    types = {name.lower() for name in (*page.head.kinds, *page.head.all("og:type"))}
    return bool(types & kind.types) and not page.head.said.get("ld:headline")
