"""What a page says of itself: meta tags, JSON-LD, microdata, its title; each with where it says so."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from tawthiq.capture.rows import parsed
from tawthiq.page.classes import attributes
from tawthiq.page.markup import fold_html
from tawthiq.page.outline import HeadTag

_CONTENT = re.compile(r"""\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_REPORTS = (
    "NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "AnalysisNewsArticle",
    "OpinionNewsArticle", "BackgroundNewsArticle", "LiveBlogPosting"
)  # fmt: skip
_NODES = 500  # of a page's JSON-LD that are looked at


class Told(NamedTuple):
    """A value and its place in the source, -1 where it has none of its own."""

    value: str
    start: int = -1
    end: int = -1


class Head:
    """What a page says of itself by name, in lower case: `og:title`, `title`, `canonical`, `ld:headline`…"""

    def __init__(self, tags: Iterable[HeadTag] = ()) -> None:
        self.said: dict[str, list[Told]] = {}
        self.kinds: set[str] = set()
        for tag in tags:
            for name, told in _READERS[tag.name](tag):
                self.said.setdefault(name, []).append(told)
        for thing in _things(self.all("ld")):
            self._take(thing)

    def all(self, *names: str) -> list[str]:
        """All values under these names, in the order of the names."""
        return [told.value for name in names for told in self.said.get(name, ())]

    def first(self, *names: str) -> Told | None:
        """The first value under the first of these names that has one."""
        return next((told for name in names for told in self.said.get(name, ()) if told.value), None)

    def _take(self, thing: dict[str, Any]) -> None:
        kinds = {kind for kind in _listed(thing.get("@type")) if isinstance(kind, str)}
        self.kinds |= kinds
        prefix = "ld:" if kinds.intersection(_REPORTS) else "ld.other:"
        for key, value in thing.items():
            for text in _texts(value):
                self.said.setdefault(prefix + key.lower(), []).append(Told(text))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _texts(value: Any) -> Iterator[str]:
    """The strings of a JSON-LD value: itself, its name, or those of a list."""
    for item in _listed(value):
        known = item.get("name") if isinstance(item, dict) else item
        if isinstance(known, str) and known.strip():
            yield fold_html(html.unescape(known))


def _things(scripts: list[str]) -> Iterator[dict[str, Any]]:
    """All objects of a page's JSON-LD, outermost first; scripts that are no JSON are passed over."""
    left: list[Any] = []
    for script in scripts:
        try:
            left.append(parsed(script.strip().removesuffix(";")))
        except ValueError:
            continue
    for _ in range(_NODES):
        if not left:
            return
        thing = left.pop(0)
        if isinstance(thing, dict):
            yield thing
            left += [value for value in thing.values() if isinstance(value, dict | list)]
        elif isinstance(thing, list):
            left += thing


def _meta(tag: HeadTag) -> Iterator[tuple[str, Told]]:
    found = _CONTENT.search(tag.tag)
    if not found:
        return
    group = found.lastindex or 1
    start = tag.start + found.start(group)
    told = Told(fold_html(found.group(group)), start, start + len(found.group(group)))
    known = attributes(tag.tag)
    for key in ("property", "name", "itemprop", "http-equiv"):
        for name in known.get(key, "").lower().split():
            yield name, told


def _link(tag: HeadTag) -> Iterator[tuple[str, Told]]:
    known = attributes(tag.tag)
    if "href" in known:
        yield known.get("rel", "").lower(), Told(html.unescape(known["href"]).strip())


def _title(tag: HeadTag) -> Iterator[tuple[str, Told]]:
    start = tag.tag.find(">") + 1
    end = tag.tag.rfind("</")
    inner = tag.tag[start : end if end >= start else len(tag.tag)]
    yield "title", Told(fold_html(inner), tag.start + start, tag.start + start + len(inner))


def _time(tag: HeadTag) -> Iterator[tuple[str, Told]]:
    known = attributes(tag.tag)
    if "datetime" in known:
        name = "time:" + " ".join((known.get("itemprop", ""), known.get("class", ""))).strip().lower()
        yield name, Told(known["datetime"], tag.start, tag.start)


def _script(tag: HeadTag) -> Iterator[tuple[str, Told]]:
    yield "ld", Told(tag.tag[tag.tag.find(">") + 1 : tag.tag.rfind("</")])


_READERS = {"meta": _meta, "link": _link, "title": _title, "time": _time, "script": _script}
