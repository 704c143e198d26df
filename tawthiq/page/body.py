"""Where on a page the body of the report stands: by running text, by links, and by what elements are called.

Each stretch counts for or against being body: running text for it by its length, links and scraps
against it. The element with the greatest sum holds the body.
"""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.page.classes import Classes
from tawthiq.page.dump import STOPS
from tawthiq.page.outline import Node, Outline, Stretch
from tawthiq.records import BlockRole

_LONG = 80  # characters of text that counts as running, whatever it ends with
_SHORT = 25  # characters of the shortest sentence
_SCRAP = 12.0  # what a scrap of text counts against its element
_LINKED = 0.5  # share of a stretch inside links, from which on it is no running text
_MOST = 0.6  # share of all running text that makes names like "sidebar" on an element mean nothing
_NAMED = 0.6  # share of the running text in elements named as bodies, from which on the rest is left out
_ABOVE = 0.3  # what running text above the title counts for
_FIRST = 300.0  # what a stretch counts for that the page's description is taken from
_KNOWN = 40  # characters of the description that are looked for
_PARAGRAPHS = frozenset("p li ul ol h1 h2 h3 h4 h5 h6 blockquote pre center".split())
_ASIDE: frozenset[BlockRole] = frozenset(("comment", "related", "furniture", "tag"))


class Zones:
    """What each part of a page is by the names of its elements, from the outermost inwards."""

    def __init__(self, classes: Classes) -> None:
        self._classes = classes
        self._named: dict[str, BlockRole | None] = {}
        self._zones: dict[Node | None, BlockRole | None] = {None: None}
        self.pardoned: set[Node] = set()

    def of(self, node: Node) -> BlockRole | None:
        """The role that the element or one around it is named for."""
        path = []
        at: Node | None = node
        while at not in self._zones and at is not None:
            path.append(at)
            at = at.parent
        zone = self._zones[at]
        for inner in reversed(path):
            zone = self._zones[inner] = self._inside(zone, inner)
        return zone

    def _inside(self, around: BlockRole | None, node: Node) -> BlockRole | None:
        if around in _ASIDE or node in self.pardoned or node.name in ("body", "html", ""):
            return around
        return self.named(node.tag) or around

    def named(self, tag: str) -> BlockRole | None:
        """The role that a start tag is named for."""
        if tag not in self._named:
            self._named[tag] = self._classes.role_of(tag)
        return self._named[tag]

    def pardon(self, nodes: Sequence[Node]) -> None:
        """Take no notice of what these elements are called."""
        self.pardoned.update(nodes)
        self._zones = {None: None}


def is_running(stretch: Stretch) -> bool:
    """Whether it is running text, by its length, its end and its links."""
    if stretch.size < _SHORT or stretch.linked > stretch.size * _LINKED:
        return False
    size = len(stretch.text)
    return size >= _LONG or (size >= _SHORT and stretch.text.endswith(STOPS))


def body_of(page: Outline, zones: Zones, title: Stretch | None, description: str) -> list[Stretch]:
    """The stretches from the first to the last of the body, furniture among them included.

    title: where the report's title stands. description: what the page says of itself, often the beginning
    of the body.
    """
    running = [stretch for stretch in page.stretches if is_running(stretch)]
    _pardon(page, running, zones, title)
    best = _best(page, running, zones, title, description[:_KNOWN])
    inside = [s for s in running if best.holds(s.start) and zones.of(s.node) not in _ASIDE]
    named = [stretch for stretch in inside if zones.of(stretch.node) == "body"]
    if _length(named) > _length(inside) * _NAMED:
        inside = named
    return _between(page, inside[0], inside[-1]) if inside else []


def _length(stretches: Sequence[Stretch]) -> int:
    return sum(len(stretch.text) for stretch in stretches)


def _pardon(page: Outline, running: Sequence[Stretch], zones: Zones, title: Stretch | None) -> None:
    """Take no notice of the names of elements that hold the title or most of the running text."""
    if title:
        zones.pardon(_around(title.node))
    for stretch in running:
        stretch.node.score += len(stretch.text)
    _sum(page.nodes)
    most = page.nodes[0].score * _MOST
    large = [node for node in page.nodes if node.score >= most]
    zones.pardon([node for node in large if zones.named(node.tag) in ("furniture", "tag")])


def _around(node: Node | None) -> list[Node]:
    found = []
    while node:
        found.append(node)
        node = node.parent
    return found


def _sum(nodes: Sequence[Node]) -> None:
    """Add up the scores from the innermost outwards."""
    for node in reversed(nodes):
        if node.parent:
            node.parent.score += node.score


def _best(page: Outline, running: Sequence[Stretch], zones: Zones, title: Stretch | None, known: str) -> Node:
    """The element with the greatest sum; the innermost of those with the same."""
    for node in page.nodes:
        node.score = 0.0
    for stretch in page.stretches:
        stretch.node.score -= _SCRAP + stretch.linked / 4
    after = [stretch for stretch in running if title is None or stretch.start > title.start]
    for stretch in running:
        aside = zones.of(stretch.node) in _ASIDE
        stretch.node.score += 0.0 if aside else len(stretch.text) * (1.0 if title is None else _ABOVE)
    for stretch in after:
        if zones.of(stretch.node) not in _ASIDE:
            stretch.node.score += len(stretch.text) * (1.0 - _ABOVE)
            stretch.node.score += _FIRST if known and known in stretch.text else 0.0
    _sum(page.nodes)
    return max(reversed(page.nodes), key=lambda node: node.score)


def _between(page: Outline, first: Stretch, last: Stretch) -> list[Stretch]:
    """The stretches from one to the other, and those right beside them in the same element."""
    start = min(_holder(first).start, first.start)
    end = max(_holder(last).end, last.end)
    return [stretch for stretch in page.stretches if start <= stretch.start < end]


def _holder(stretch: Stretch) -> Node:
    """The element that a paragraph stands in."""
    node = stretch.node
    while node.name in _PARAGRAPHS and node.parent:
        node = node.parent
    return node
