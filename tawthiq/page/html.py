"""A page of HTML: its title, the blocks of its body in their roles, and what stands around them.

Blocks are kept from the title to the end of the body, with related reports, tags and comments behind
it; menus, headers and footers of the site are left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tawthiq.page.assemble import Piece
from tawthiq.page.body import HEADINGS, LABELS, Known, Zones, body_of, is_running, place
from tawthiq.page.classes import classes
from tawthiq.page.dates import written_dates
from tawthiq.page.dump import FULL_STOP, Lined, body_roles
from tawthiq.page.facts import evidence, told
from tawthiq.page.furniture import Furniture, Phrases, bare
from tawthiq.page.head import Head
from tawthiq.page.lines import Line
from tawthiq.page.markup import tag_name
from tawthiq.page.outline import Node, Stretch, outline
from tawthiq.page.title import BOLD, Title, is_doubtful, title_above, title_of
from tawthiq.records import BlockRole

_LINKED = 0.75  # share of a stretch inside links, from which on it points elsewhere
_LABEL = 15  # words of the longest line that only says who, when or where
_NEAR = 12  # stretches around the title and before the body that dates and names are looked for in
_BEHIND = 80  # stretches behind the body that related reports, tags and comments are looked for in
_MARKS_IN_TITLE = 6  # words of a title that its bare form may have fewer
_COPY = 40  # characters of the shortest paragraph that is taken for a copy
_HEADLINE = 25  # characters of the shortest linked headline
_HEADER = 6  # words of the longest heading of a list of links
_UP = 3  # elements between a heading or quotation and its text
_ASIDE: frozenset[BlockRole] = frozenset(("comment", "related", "furniture", "tag", "caption", "promo"))
_MARKS: dict[BlockRole | None, Phrases] = {
    role: Phrases(f"page_class.{role}", role, "whole", [])
    for role in ("comment", "related", "furniture", "tag", "caption", "promo", "byline", "date", "section")
}
_NO_PHRASES = frozenset(("furniture", "promo", "caption", *LABELS))  # roles that no phrase overrides
_BEHIND_ROLES: frozenset[BlockRole] = frozenset(("comment", "related", "tag"))


class Html(NamedTuple):
    """What was read: the page's own words on itself, its title, the pieces in their roles.

    dates: texts that may say when it was published. marks: ids of the furniture found. links: how many
    linked headlines the page has.
    """

    head: Head
    title: Title | None
    pieces: list[Piece]
    dates: list[str]
    marks: frozenset[str]
    links: int


def read_html(source: str, furniture: Furniture) -> Html:
    """A page, from its decoded source."""
    return _Reader(source, furniture).read()


class _Reader:
    """One page while it is read."""

    def __init__(self, source: str, furniture: Furniture) -> None:
        self.furniture = furniture
        self.page = outline(source)
        self.head = Head(self.page.head)
        self.zones = Zones(classes())
        self.title = title_of(self.page, self.head, evidence()["title"], told(self.head, "outlet"))
        self.marks: set[str] = set()
        self.key = bare(self.title.text) if self.title else ""

    def read(self) -> Html:
        """The page in pieces."""
        anchor = self.title.stretch if self.title else None
        said = self.head.first("ld:articlebody")
        known = Known(told(self.head, "description") or "", said.value if said else "")
        region = body_of(self.page, self.zones, anchor, known)
        if region and is_doubtful(self.title, self.head):
            self.title = title_above(self.page, self._right_above(region)) or self.title
        pieces = [*self._title(), *self._body(region), *self._around(region)]
        links = sum(s.size > _HEADLINE and s.linked > s.size * _LINKED for s in self.page.stretches)
        return Html(self.head, self.title, pieces, self._dates(region), frozenset(self.marks), links)

    def _title(self) -> Iterator[Piece]:
        if self.title and self.title.start >= 0:
            yield Piece("title", self.title.start, self.title.end, self.title.text)

    def _in_title(self, stretch: Stretch) -> bool:
        return self.title is not None and self.title.start <= stretch.start < self.title.end

    def _body(self, region: Sequence[Stretch]) -> Iterator[Piece]:
        top = self.title.start if self.title else 0
        said = [s for s in region if any(map(str.isalnum, s.text)) and not self._in_title(s)]
        yield from filter(_is_label, (self._above(s) for s in said if s.start < top))
        kept = list(_once(s for s in said if s.start >= top))
        lines = list(_without_lists([self._lined(stretch) for stretch in kept]))
        for stretch, line, role in zip(kept, lines, body_roles(lines), strict=True):
            yield line.piece(_refined(role, stretch))

    def _lined(self, stretch: Stretch) -> Lined:
        """The stretch as a line of a dump, marked by what its element is, else by what it says."""
        words = stretch.text.count(" ") + 1
        role = self._role(stretch, words)
        mark = None if role in _NO_PHRASES else self.furniture.match(stretch.text)
        if mark:
            self.marks.add(mark.id)
        return Lined(Line(stretch.start, stretch.end, stretch.text), mark or _MARKS.get(role), words)

    def _role(self, stretch: Stretch, words: int) -> BlockRole | None:
        zone = self.zones.of(stretch.node)
        named = self.zones.named(stretch.lead) if stretch.lead and words <= _LABEL else None
        for role in (zone, named):
            if role in _ASIDE or (role in LABELS and words <= _LABEL):
                return role
        if stretch.pictured and words <= _LABEL and _is_caption(stretch):
            return "caption"
        if words <= self.key.count(" ") + _MARKS_IN_TITLE and bare(stretch.text) == self.key:
            return "furniture"
        return "promo" if stretch.linked > stretch.size * _LINKED else None

    def _around(self, region: Sequence[Stretch]) -> Iterator[Piece]:
        """What stands between title and body, and behind the body."""
        known = set(region)
        top = self.title.start if self.title else 0
        for stretch in self._near(region):
            if stretch not in known and not self._in_title(stretch) and stretch.text:
                piece = self._above(stretch)
                if stretch.start > top or _is_label(piece):
                    yield piece
        for n, stretch in enumerate(self._behind(region)):
            if stretch.text and (found := self._below(stretch, right_behind=n < _NEAR)):
                yield found

    def _below(self, stretch: Stretch, right_behind: bool) -> Piece | None:
        """A stretch behind the body, if it is of a related report, a tag or a comment."""
        zone = self.zones.of(stretch.node)
        if zone not in _BEHIND_ROLES and not right_behind:
            return None
        mark = self.furniture.match(stretch.text)
        role = mark.role if mark else zone
        if zone in _BEHIND_ROLES or role == "tag":
            return Piece(role or "furniture", stretch.start, stretch.end, stretch.text)
        return None

    def _above(self, stretch: Stretch) -> Piece:
        line = self._lined(stretch)
        role = line.mark.role if line.mark else "date" if line.is_date else "furniture"
        return line.piece(role if role not in _BEHIND_ROLES else "furniture")

    def _near(self, region: Sequence[Stretch]) -> list[Stretch]:
        """The stretches around the title and right before the body."""
        all_of_them = self.page.stretches
        first = _index(all_of_them, region[0]) if region else 0
        anchor = self.title.stretch if self.title else None
        top = _index(all_of_them, anchor) if anchor else first
        around = range(max(top - _NEAR, 0), min(top + _NEAR, len(all_of_them)))
        return [all_of_them[n] for n in sorted({*around, *range(max(first - _NEAR, 0), first)})]

    def _right_above(self, region: Sequence[Stretch]) -> list[Stretch]:
        """The stretches before the body that are no furniture."""
        first = _index(self.page.stretches, region[0])
        above = self.page.stretches[max(first - _NEAR, 0) : first]
        running = next((n for n, stretch in enumerate(region) if is_running(stretch)), 0)
        lines = ((stretch, self._lined(stretch)) for stretch in (*above, *region[:running]))
        return [stretch for stretch, line in lines if line.mark is None and not line.is_date]

    def _behind(self, region: Sequence[Stretch]) -> Sequence[Stretch]:
        if not region:
            return ()
        last = _index(self.page.stretches, region[-1]) + 1
        return self.page.stretches[last : last + _BEHIND]

    def _dates(self, region: Sequence[Stretch]) -> list[str]:
        """Texts near the title that may say when the report was published, those below it and labelled ones first."""
        near = [s for s in self._near(region) if s.size < 200 and next(written_dates(s.text), None)]
        top = self.title.start if self.title else 0
        return [s.text for s in sorted(near, key=lambda s: (s.start < top, self.zones.of(s.node) != "date"))]


def _once(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """The stretches without copies of a paragraph elsewhere: pages hold some for print or small screens."""
    seen: dict[str, tuple[Node | None, str]] = {}
    for stretch in stretches:
        if stretch.size < _COPY or seen.setdefault(stretch.text, place(stretch)) == place(stretch):
            yield stretch


def _is_caption(stretch: Stretch) -> bool:
    """Whether a short line right behind a picture says what it shows; a sentence or a heading does not."""
    heading = stretch.node.name in HEADINGS or tag_name(stretch.lead) in BOLD
    return not heading and not stretch.text.endswith(FULL_STOP)


def _is_label(piece: Piece) -> bool:
    return piece.role in LABELS


def _index(stretches: Sequence[Stretch], wanted: Stretch) -> int:
    return bisect_left(stretches, wanted.start, key=lambda stretch: stretch.start)


def _without_lists(lines: Sequence[Lined]) -> Iterator[Lined]:
    """The lines, with the short heading of a list of links marked like the links."""
    for line, *following in zip(lines, [*lines[1:], None], [*lines[2:], None, None], strict=False):
        listed = all(after and after.mark and after.mark.id == _MARKS["promo"].id for after in following)
        if listed and line.mark is None and line.words <= _HEADER and not line.line.text.endswith("."):
            line = Lined(line.line, _MARKS["furniture"], line.words)
        yield line


def _refined(role: BlockRole, stretch: Stretch) -> BlockRole:
    """A role by the element that the text stands in: headings and quotations."""
    if role not in ("body", "subheading"):
        return role
    node: Node | None = stretch.node
    for _ in range(_UP):
        if node is None:
            break
        if node.name in HEADINGS:
            return "subheading"
        if node.name == "blockquote":
            return "quote"
        node = node.parent
    return role
