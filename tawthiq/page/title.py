"""The title of the report: the heading that agrees with what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tawthiq.page.furniture import bare
from tawthiq.page.head import Head, Told
from tawthiq.page.markup import fold_html, tag_name
from tawthiq.page.outline import Node, Outline, Stretch

_HEADINGS = ("h1", "h2", "h3", "h4")
_BETWEEN = " |–—:•»«/\\-\u200f"
BOLD = ("b", "strong", "font", "big")
_UP = 4  # elements between a heading and its text
_AGREE, _AGREE_SHORT = 0.4, 0.7  # share of the page's own title that a heading has to hold; one of few words
_PARTS = re.compile(r"\s+[|–—:•»«/\\-]+\s+|\s*[|»]\s*")  # what stands between a title and the name of a site
_WORDS = 3  # of the shortest title that a name is cut off
_LONGEST = 500  # characters of the source of a title


class Title(NamedTuple):
    """The title, its place in the source, and where it stands on the page, if it does."""

    text: str
    start: int
    end: int
    stretch: Stretch | None


class _Heading(NamedTuple):
    level: int
    first: Stretch
    last: Stretch


def title_of(page: Outline, head: Head, names: list[str], outlet: str | None) -> Title | None:
    """The title of a page; None where it has neither a heading nor a title of its own.

    names: under which it may say so. outlet: its name, which is cut off the title.
    """
    said = [told for name in names for told in head.said.get(name, ()) if told.value]
    headings = sorted(_headings(page), key=lambda heading: heading.level)
    keys = [bare(told.value) for told in said]
    for heading in headings:
        if any(_agrees(bare(_text(page, heading)), key) for key in keys):
            return _shown(page, heading)
    tops = [heading for heading in headings if heading.level == 0]
    alone = [heading for heading in tops if bare(_text(page, heading)).count(" ") >= _WORDS]
    if len(alone) == 1:
        return _shown(page, alone[0])
    return _repeated(page, keys) or (_told(page, said[0], outlet) if said else None)


def _repeated(page: Outline, keys: list[str]) -> Title | None:
    """Text on the page that is no heading but says the page's title."""
    for stretch in page.stretches:
        if stretch.size < _LONGEST and keys and stretch.text.count(" ") >= _WORDS:
            key = bare(stretch.text)
            if any(_agrees(key, said) for said in keys):
                return Title(stretch.text, stretch.start, stretch.end, stretch)
    return None


def is_doubtful(title: Title | None, head: Head) -> bool:
    """Whether the title is only the page's `<title>`, which many pages have in common."""
    return title is None or (title.stretch is None and not head.first("og:title", "ld:headline"))


def site_name(title: Title | None, head: Head) -> str | None:
    """What a page's `<title>` says beside the report's title: the name of the site."""
    said = head.first("title")
    if not title or not said or title.text not in said.value:
        return None
    before, _, behind = said.value.partition(title.text)
    name = (before if before.strip() else behind).strip(_BETWEEN)
    return name if name and name.count(" ") <= _WORDS and not (before.strip() and behind.strip()) else None


def title_above(page: Outline, above: Sequence[Stretch]) -> Title | None:
    """The nearest heading or bold line of these stretches, those right above the body."""
    long = [s for s in above if s.text.count(" ") >= _WORDS and s.size < _LONGEST and not s.linked]
    headings = [s for s in long if s.node.name in _HEADINGS]
    bold = [s for s in long if tag_name(s.lead) in BOLD]
    found = (headings or bold)[-1:]
    return Title(found[0].text, found[0].start, found[0].end, found[0]) if found else None


def _text(page: Outline, heading: _Heading) -> str:
    return fold_html(page.source[heading.first.start : heading.last.end])


def _shown(page: Outline, heading: _Heading) -> Title:
    start, end = heading.first.start, heading.last.end
    return Title(_text(page, heading), start, end, heading.first)


def _headings(page: Outline) -> Iterator[_Heading]:
    """Headings in the order of the page, each with its text from first to last."""
    found: dict[Node, _Heading] = {}
    for stretch in page.stretches:
        node: Node | None = stretch.node
        for _ in range(_UP):
            if node is None:
                break
            if node.name in _HEADINGS:
                known = found.get(node)
                first = known.first if known else stretch
                found[node] = _Heading(_HEADINGS.index(node.name), first, stretch)
                break
            node = node.parent
    return iter(found.values())


def _agrees(shown: str, said: str) -> bool:
    """Whether a heading is the title that the page says it has, a site's name or a cut aside."""
    if not shown or not said:
        return False
    inside = f"{said} ".startswith(f"{shown} ") or f" {said}".endswith(f" {shown}")
    least = _AGREE if shown.count(" ") + 1 > _WORDS else _AGREE_SHORT
    if inside and len(shown) >= len(said) * least:
        return True
    return said.count(" ") >= _WORDS and shown.startswith(said)


def _told(page: Outline, told: Told, outlet: str | None) -> Title:
    """The title that the page says it has, without the name of the site before or behind it."""
    raw = page.source[told.start : told.end] if told.start >= 0 else told.value
    start, end = 0, len(raw)
    for part in _PARTS.finditer(raw):
        if _is_name(raw[part.end() : end], outlet) and raw[start : part.start()].count(" ") + 1 >= _WORDS:
            end = part.start()
            break
        if start == 0 and outlet and bare(fold_html(raw[: part.start()])) == bare(outlet):
            start = part.end()
    if told.start < 0:
        return Title(raw[start:end], -1, -1, None)
    return Title(fold_html(raw[start:end]), told.start + start, told.start + end, None)


def _is_name(text: str, outlet: str | None) -> bool:
    """Whether a part of a title names the site: it is the outlet's name, or short and last."""
    key = bare(fold_html(text))
    return key == bare(outlet) if outlet else key.count(" ") < _WORDS
