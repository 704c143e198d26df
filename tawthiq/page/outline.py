"""The outline of a page: its elements as a tree, its text in stretches, each with its place in the source.

One pass over the tokens in linear time, tolerant as browsers are: end tags without a start are passed
over, elements never closed end with the one around them. A stretch is what stands between two tags
that part paragraphs, `<br>` among them; inline tags, comments and scripts may lie inside it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from tawthiq.page.markup import INLINE_NAMES, MARKUP, RAW_NAMES, fold_html, tag_name

_TOKEN = re.compile(f"({MARKUP})")
INLINE, BREAK, OPEN, CLOSE, LINK, UNLINK, HEAD = range(7)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HIDDEN = frozenset("noscript template svg math select button object video audio canvas map datalist".split())
_HEAD = ("meta", "link", "title", "time", "script")
_KEPT = frozenset(("body", "html"))  # what stands behind their end tags still belongs to them
_WATCHED = _KEPT | _HIDDEN  # whose end tags do more than to end them
_SCRIPT_TAG = 200  # characters, within which a script says that it is JSON-LD
_CELLS = frozenset(("td", "th"))  # no end tag reaches out of a cell but those of tables
_TABLES = frozenset(("table", "tbody", "thead", "tfoot", "tr", "td", "th", "body", "html"))
# an element that ends where one of these begins
_ENDS = {
    "p": frozenset(
        "address article aside blockquote div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr "
        "main nav ol p pre section table ul".split()
    ),
    "li": frozenset(("li",)), "dt": frozenset(("dt", "dd")), "dd": frozenset(("dt", "dd")),
    "td": frozenset(("td", "th", "tr")), "th": frozenset(("td", "th", "tr")), "tr": frozenset(("tr",)),
    "option": frozenset(("option",)),
}  # fmt: skip
_DOES = {
    **dict.fromkeys([*RAW_NAMES, *_VOID], BREAK),
    **dict.fromkeys([*INLINE_NAMES, "style", ""], INLINE),
    **dict.fromkeys(_HEAD, HEAD),
    "a": LINK,
}
_DEEPEST = 256  # how far up an end tag looks for its element inside a cell


class Node:
    """An element: its start tag as written, the element around it, its place in the source.

    size: characters of running text in it, once they were counted.
    """

    __slots__ = ("end", "name", "parent", "size", "start", "tag")

    def __init__(self, parent: Node | None, name: str, tag: str, start: int) -> None:
        self.parent = parent
        self.name = name
        self.tag = tag
        self.start = start
        self.end = -1
        self.size = 0

    def holds(self, at: int) -> bool:
        """Whether a place in the source lies inside the element."""
        return self.start <= at < self.end


class Stretch:
    """Text between two tags that part paragraphs: source[start:end], inside `node`.

    size: characters of text; linked: those inside links. lead: the inline start tag right before it.
    pictured: whether a picture stands before it with no text between.
    """

    __slots__ = ("_source", "_text", "end", "lead", "linked", "node", "pictured", "size", "start")

    def __init__(self, source: str, node: Node, start: int, lead: str, pictured: bool) -> None:
        self._source = source
        self._text: str | None = None
        self.node = node
        self.start = start
        self.end = start
        self.lead = lead
        self.pictured = pictured
        self.size = 0
        self.linked = 0

    @property
    def text(self) -> str:
        """What it says, without markup."""
        if self._text is None:
            self._text = fold_html(self._source[self.start : self.end])
        return self._text


class HeadTag(NamedTuple):
    """A tag that carries metadata, with its place in the source."""

    name: str
    tag: str
    start: int


class Outline(NamedTuple):
    """A page: its nodes in the order of their start tags, its stretches, the tags that carry metadata."""

    source: str
    nodes: list[Node]
    stretches: list[Stretch]
    head: list[HeadTag]


def outline(source: str) -> Outline:
    """The outline of a page."""
    return _Builder(source).build()


def _kind(name: str | None, tag: str) -> tuple[int, str]:
    """What a tag does, and the name of its element. name: as written, with the slash of an end tag."""
    if name is None:
        return _raw_kind(tag)
    plain = name.lower().removeprefix("/")
    does = _DOES.get(plain, OPEN)
    if name[0] != "/":
        return does, plain
    return {OPEN: CLOSE, LINK: UNLINK, HEAD: INLINE}.get(does, does), plain


def _raw_kind(tag: str) -> tuple[int, str]:
    """The same for what is one token with its content: scripts, the page's title, comments."""
    name = tag_name(tag)
    if name == "script" and "ld+json" not in tag[:_SCRIPT_TAG]:
        return INLINE, name
    return _DOES.get(name, INLINE), name


def _learned(kinds: dict[str | None, tuple[int, str]], written: str | None, tag: str) -> tuple[int, str]:
    """The kind of a tag, kept for the next one of its name."""
    kind = _kind(written, tag)
    if written is not None:
        kinds[written] = kind
    return kind


class _Builder:
    """The state of the one pass. Its loop is written out: it is where reading a page spends its time."""

    def __init__(self, source: str) -> None:
        root = Node(None, "", "", 0)
        self.source = source
        self.nodes = [root]
        self.stack = [root]
        self.open = defaultdict(int, {"": 1})  # how many elements of each name are open
        self.stretches: list[Stretch] = []
        self.head: list[HeadTag] = []
        self.lead = ""
        self.picture = False
        self.link = 0  # how deep the open link lies; 0 outside links
        self.unlinked = 0  # where the last link ended
        self.hidden = 0  # elements around, whose text is not shown

    def build(self) -> Outline:
        """Read all tokens."""
        tokens = _TOKEN.split(self.source)
        tokens += ("", "")
        kinds: dict[str | None, tuple[int, str]] = {"": (BREAK, "")}
        nodes, stack, opened, known, at = self.nodes, self.stack, self.open, kinds.get, 0
        stretch: Stretch | None = None
        for text, tag, written in zip(tokens[::3], tokens[1::3], tokens[2::3], strict=True):
            if text:
                if not text.isspace() and not self.hidden:
                    stretch = self._say(stretch, text, at)
                at += len(text)
            does, name = known(written) or _learned(kinds, written, tag)
            if does == CLOSE:
                stretch = None
                if stack[-1].name == name and name not in _WATCHED and not self.link:
                    stack.pop().end = at
                    opened[name] -= 1
                elif opened.get(name):
                    self._close(name, at)
            elif does == OPEN:
                stretch, self.lead = None, ""
                if stack[-1].name in _ENDS:
                    self._end_before(name, at)
                node = Node(stack[-1], name, tag, at)
                nodes.append(node)
                stack.append(node)
                opened[name] += 1
                if name in _HIDDEN:
                    self.hidden += 1
            elif does != INLINE:
                stretch = self._inline(stretch, does, name, tag, at)
            elif stretch is None and tag[1] != "/":
                self.lead = tag
                self.picture = self.picture or name == "img"
            at += len(tag)
        self._pop_to(0, at)
        return Outline(self.source, self.nodes, self.stretches, self.head)

    def _say(self, stretch: Stretch | None, text: str, at: int) -> Stretch | None:
        inner = text.strip()
        start = at + text.index(inner)
        if "\n" in inner and self.stack[-1].name == "pre":
            return self._say_lines(stretch, text, at)
        if stretch is None:
            stretch = Stretch(self.source, self.stack[-1], start, self.lead, self.picture)
            self.stretches.append(stretch)
            self.lead, self.picture = "", False
        size = len(inner)
        stretch.end = start + size
        stretch.size += size
        if self.link:
            stretch.linked += size
        return stretch

    def _say_lines(self, stretch: Stretch | None, text: str, at: int) -> Stretch | None:
        """Preformatted text: each line is a paragraph."""
        for n, line in enumerate(text.split("\n")):
            stretch = None if n else stretch
            if line.strip():
                stretch = self._say(stretch, line, at)
            at += len(line) + 1
        return stretch

    def _inline(self, stretch: Stretch | None, does: int, name: str, tag: str, at: int) -> Stretch | None:
        """What a tag does that opens and closes no element that paragraphs stand in."""
        if does == LINK:
            if stretch and not _TOKEN.sub("", self.source[self.unlinked : at]):
                stretch = None  # right behind another link: a list of links, no sentence
            if "href" in tag:
                self.link = len(self.stack)
        elif does == UNLINK:
            self.link = 0
            self.unlinked = at + len(tag)
        elif does == BREAK:
            stretch, self.lead = None, ""
        else:
            self.head.append(HeadTag(name, tag, at))
        return stretch

    def _end_before(self, name: str, at: int) -> None:
        """End the elements that end where one of this name begins."""
        stack = self.stack
        while name in _ENDS.get(stack[-1].name, ()):
            self._pop_to(len(stack) - 1, at)

    def _close(self, name: str, at: int) -> None:
        """End the innermost element of this name, and all inside it."""
        stack = self.stack
        cells = name not in _TABLES and (self.open.get("td") or self.open.get("th"))
        depth = len(stack) - 1
        while stack[depth].name != name:
            if cells and (stack[depth].name in _CELLS or len(stack) - depth > _DEEPEST):
                return
            depth -= 1
        if name not in _KEPT:
            self._pop_to(depth, at)

    def _pop_to(self, depth: int, at: int) -> None:
        stack = self.stack
        while len(stack) > depth:
            node = stack.pop()
            node.end = at
            self.open[node.name] -= 1
            if node.name in _HIDDEN:
                self.hidden -= 1
        if len(stack) < self.link:
            self.link = 0
