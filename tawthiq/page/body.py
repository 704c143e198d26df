"""Where on a page the body of the report stands: by running text, by links, and by what elements are called.

Running text is grouped by the elements that it stands in. The group that counts most is the body, with
what stands beside it: by its length, what its elements are called, and how near it is to the title;
texts that each belong to a linked headline count little.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tawthiq.page.classes import Classes
from tawthiq.page.dump import STOPS
from tawthiq.page.outline import Node, Outline, Stretch
from tawthiq.records import BlockRole

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LONG = 80  # characters of text that counts as running, whatever it ends with
_SHORT = 25  # characters of the shortest sentence
_LINKED = 0.5  # share of a stretch inside links, from which on it is no running text
_MOST = 0.6  # share of all running text that makes names like "sidebar" on an element mean nothing
_ABOVE = 0.3  # what running text above the title counts for
_NAMED = 2.0  # how much more text counts in an element named as a body
_NEAR = 4.0  # how much more text counts in the same part of the page as the title
_FIRST = 300.0  # what a stretch counts for that the page's description is taken from
_KNOWN = 40  # characters of the description that are looked for
_TEASED = 0.8  # share of a headline inside links
_TEASER = 0.2  # what the texts below linked headlines count for
_NEVER = frozenset(("footer", "nav", "aside", "dialog"))  # that no amount of text makes a body of
_UP = 4  # elements between a heading and its text
_PARAGRAPHS = frozenset("p li ul ol h1 h2 h3 h4 h5 h6 blockquote pre center".split())
LABELS: frozenset[BlockRole] = frozenset(("byline", "date", "section"))  # of no element with running text
_ASIDE: frozenset[BlockRole] = frozenset(("comment", "related", "furniture", "tag", "caption", "subheading"))


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
        named = self.named(node.tag)
        return around if named is None or (named in LABELS and node.size) else named

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


def body_of(page: Outline, zones: Zones, title: Stretch | None, known: Known) -> list[Stretch]:
    """The stretches from the first to the last of the body, furniture among them included.

    title: where the report's title stands. known: what the page says of its body elsewhere.
    """
    running = [stretch for stretch in page.stretches if is_running(stretch)]
    _pardon(page, running, zones, title)
    plain = [s for s in running if zones.of(s.node) not in _ASIDE] or running
    groups = _groups(plain)
    if not groups:
        return []
    judge = _Judge(page, zones, title, known, plain)
    main = max(groups, key=judge.score)
    body = [stretch for group in _joined(groups, main, judge) for stretch in group]
    return _until_next(page, _between(page, body), title)


def _pardon(page: Outline, running: Sequence[Stretch], zones: Zones, title: Stretch | None) -> None:
    """Take no notice of the names of elements that hold the title or most of the running text."""
    zones.pardon(_around(title.node) if title else [])
    for stretch in running:
        stretch.node.size += len(stretch.text)
    for node in reversed(page.nodes):
        if node.parent:
            node.parent.size += node.size
    most = page.nodes[0].size * _MOST
    large = [n for n in page.nodes if n.size and n.size >= most and n.name not in _NEVER]
    zones.pardon([node for node in large if zones.named(node.tag) in ("furniture", "tag")])


def _around(node: Node | None) -> list[Node]:
    found = []
    while node:
        found.append(node)
        node = node.parent
    return found


def container(stretch: Stretch) -> Node:
    """The element that paragraphs like this one stand in."""
    node = stretch.node
    while node.name in _PARAGRAPHS and node.parent:
        node = node.parent
    return node


Group = list[Stretch]


def _groups(plain: Sequence[Stretch]) -> list[Group]:
    """Running text by its containers; containers written alike beside each other are one."""
    found: dict[tuple[Node | None, str], Group] = {}
    for stretch in plain:
        found.setdefault(place(stretch), []).append(stretch)
    return list(found.values())


def place(stretch: Stretch) -> tuple[Node | None, str]:
    """Where paragraphs like this one stand: elements written alike beside each other are one place."""
    around = container(stretch)
    parent = around.parent
    if parent and parent.name == "tr":
        return parent.parent, parent.tag + around.tag
    return parent, around.tag


class Known(NamedTuple):
    """What a page says of its body elsewhere: a description, often its beginning, or all of it."""

    description: str = ""
    body: str = ""


class _Judge:
    """What groups of running text count for as the body of the report."""

    def __init__(
        self, page: Outline, zones: Zones, title: Stretch | None, known: Known, plain: Sequence[Stretch]
    ) -> None:
        self._zones = zones
        self._title = title.start if title else -1
        self._begins, self._told = known.description[:_KNOWN], known.body
        self._near = self._nearest(title, plain)
        linked = {s.start for s in page.stretches if s.linked > s.size * _TEASED}
        starts = [s.start for s in page.stretches]
        self._teased = {after for before, after in pairwise(starts) if before in linked}

    def _nearest(self, title: Stretch | None, plain: Sequence[Stretch]) -> Node | None:
        """The smallest element around the title that has running text behind it."""
        after = next((s.start for s in plain if s.start > self._title), -1)
        node = title.node if title else None
        while node and not node.holds(after):
            node = node.parent
        return node

    def score(self, group: Group) -> float:
        """The greater, the more likely it is the body."""
        total = sum(map(self._weight, group))
        if self._zones.of(group[0].node) == "body":
            total *= _NAMED
        if self._near and self._near.holds(group[0].start):
            total *= _NEAR
        return total * _TEASER if self.is_teasers(group) else total

    def _weight(self, stretch: Stretch) -> float:
        weight = float(len(stretch.text))
        if self._begins and self._begins in stretch.text:
            weight += _FIRST
        if self._told and stretch.text[:_KNOWN] in self._told:
            weight *= _NAMED
        return weight if stretch.start > self._title else weight * _ABOVE

    def is_teasers(self, group: Group) -> bool:
        """Whether it is several reports, each with its linked headline and a line of text."""
        return len(group) > 1 and sum(s.start in self._teased for s in group) * 2 > len(group)


def _joined(groups: Sequence[Group], main: Group, judge: _Judge) -> list[Group]:
    """The main group, and those in elements right beside or inside its own."""
    joined = [main]
    inside = {container(stretch) for stretch in main}
    parents = {node.parent for node in inside}
    for group in (*groups, *reversed(groups)):
        around = container(group[0])
        beside = around.parent in inside or around in parents or around.parent in parents
        if beside and group not in joined and not judge.is_teasers(group):
            joined.append(group)
            inside.add(around)
            parents.add(around.parent)
    return joined


def _between(page: Outline, body: Sequence[Stretch]) -> list[Stretch]:
    """The stretches from the first to the last, and those beside them in the same containers."""
    first, last = min(body, key=_start), max(body, key=_start)
    start, end = container(first), container(last)
    return [
        s
        for s in page.stretches
        if first.start <= s.start <= last.start
        or (s.start < first.start and start.holds(s.start) and container(s) is start)
        or (s.start > last.start and end.holds(s.start) and container(s) is end)
    ]


def _start(stretch: Stretch) -> int:
    return stretch.start


def _until_next(page: Outline, region: list[Stretch], title: Stretch | None) -> list[Stretch]:
    """The region up to the heading of a next report on the same page."""
    own = _heading(title) if title else None
    for n, stretch in enumerate(region):
        heading = _heading(stretch)
        if n and own and heading and heading is not own and heading.name == own.name == "h1":
            return region[:n]
    return region


def _heading(stretch: Stretch) -> Node | None:
    """The heading that a stretch stands in."""
    node: Node | None = stretch.node
    for _ in range(_UP):
        if node is None or node.name in HEADINGS:
            return node
        node = node.parent
    return None
