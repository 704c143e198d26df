"""A page copied or dumped as text: which line is what, by furniture phrases and by its place.

The title is the line that stands out before the first paragraph; the body goes from there to the
furniture that ends it. A text without furniture is a title, where its first line looks like one, and
a body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from tawthiq.page.assemble import Piece
from tawthiq.page.dates import written_dates
from tawthiq.page.furniture import Furniture, Phrases
from tawthiq.page.lines import Line, lines_of
from tawthiq.records import BlockRole

FULL_STOP = "."
STOPS = (FULL_STOP, "؟", "?", "!", "…", "»", '"', "”", ")", ":", "،")  # what a headline seldom ends with
_PARAGRAPH = 30  # words; from here on a line is a paragraph, whatever it ends with
_QUOTE = 18  # words of the shortest paragraph that ends in a quotation mark or the like: titles do, too
_SENTENCE = 8  # words of the shortest paragraph that ends with a full stop
_TITLE = 4  # words of the shortest line that is taken for a title before a longer one
_NAME = 5  # words of the longest line below the title that names a writer or a place
_TAG = 5  # words of the longest tag
_SUBHEADING = 12  # words of the longest subheading
_LIST = 3  # headlines behind the body that make a list
_MASTHEAD = 8  # words of the longest name of a site
_SECTION = 3  # words of the longest name of a section
# agency, newspaper, daily, network, portal, site, centre, channel, radio, magazine, platform
_OUTLETS = ("وكالة ", "صحيفة ", "جريدة ", "شبكة ", "بوابة ", "موقع ", "مركز ", "قناة ", "إذاعة ", "مجلة ", "منصة ")
_PARTED = (" - ", " | ", " – ")  # between the name of a site and what it says of itself
_CLOCK = re.compile(r"\W*\d{1,2}:\d{2}(?:\W+\w{1,4}){0,3}\W*")  # 18:25 ت م
_LETTERS = r"(?:[^\W\d]\.\s?){1,3}[^\W\d]?\.?"
_INITIALS = re.compile(rf"(?:\([^()]{{1,40}}\)\s*)?{_LETTERS}(?:\s*[/،-]\s*{_LETTERS})*|\([^().:]{{2,40}}\)")


class Lined(Struct, frozen=True):
    """A line, the furniture that it is, if any, and the number of its words."""

    line: Line
    mark: Phrases | None
    words: int

    @property
    def is_paragraph(self) -> bool:
        """Whether it is running text."""
        text = self.line.text
        least = _SENTENCE if text.endswith(FULL_STOP) else _QUOTE if text.endswith(STOPS) else _PARAGRAPH
        return self.mark is None and self.words >= least

    @property
    def is_headline(self) -> bool:
        """Whether it could be the title of a report."""
        return self.mark is None and self.words < _PARAGRAPH and not self.line.text.endswith(FULL_STOP)

    @property
    def is_date(self) -> bool:
        """Whether it says little but a date."""
        return self.words <= _SUBHEADING and next(written_dates(self.line.text), None) is not None

    def piece(self, role: BlockRole) -> Piece:
        """The line in its role."""
        return Piece(role, self.line.start, self.line.end, self.line.text)


Roles = Iterator[BlockRole]


def dump_pieces(text: str, furniture: Furniture) -> list[Piece]:
    """The lines of a dump in their roles."""
    lines = [Lined(line, furniture.match(line.text), len(line.text.split())) for line in lines_of(text)]
    title, first = _title(lines)
    end = _end(lines, first)
    above, below = (title, title + 1) if title is not None else (first, first)
    titles: list[BlockRole] = ["title"] * (below - above)
    roles = [
        *_above(lines[:above]),
        *titles,
        *_below(lines[below:first]),
        *_body(lines[first:end]),
        *_behind(lines[end:]),
    ]
    return [line.piece(role) for line, role in zip(lines, roles, strict=True)]


def body_roles(lines: Sequence[Lined]) -> Roles:
    """The roles of lines that begin with the body: its own, then those of what stands behind it."""
    first = next((n for n, line in enumerate(lines) if line.is_paragraph), 0)
    end = next((n for n in range(first + 1, len(lines)) if _ends_body(lines, n)), len(lines))
    yield from _below(lines[:first])
    yield from _body(lines[first:end])
    yield from _behind(lines[end:])


def _title(lines: Sequence[Lined]) -> tuple[int | None, int]:
    """Which line is the title, if any, and which is the first of the body."""
    first = next((n for n, line in enumerate(lines) if line.is_paragraph), None)
    if first is None:
        heads = [n for n, line in enumerate(lines) if line.is_headline and not line.is_date]
        plain = next((n for n, line in enumerate(lines) if line.mark is None), len(lines))
        return (heads[0], heads[0] + 1) if len(heads) > 1 else (None, plain)
    above = [n for n, line in enumerate(lines[:first]) if line.is_headline and not line.is_date]
    long = [n for n in above if lines[n].words >= _TITLE]
    if long:
        return _standing_out(lines, long), first
    if lines[first].is_headline and any(line.is_paragraph for line in lines[first + 1 :]):
        return first, first + 1
    return (max(above, key=lambda n: lines[n].words) if above else None), first


def _standing_out(lines: Sequence[Lined], candidates: Sequence[int]) -> int:
    """The candidate that comes twice (the page's title on top, then the report's), else the first."""
    for n in reversed(candidates):
        text = lines[n].line.text
        if any(lines[m].line.text.startswith(text) for m in candidates if m < n):
            return n
    return next((n for n in candidates[:-1] if not _is_masthead(lines[n])), candidates[-1])


def _is_masthead(line: Lined) -> bool:
    """Whether a line that another headline follows is the name of the site: an outlet's, or one with its motto."""
    text = line.line.text
    named = text.startswith(_OUTLETS) or any(mark in text for mark in _PARTED)
    return line.words <= _MASTHEAD and named and not text.startswith("«") and ":" not in text


def _above(lines: Sequence[Lined]) -> Roles:
    """Above the title: the section is the nearest line that is known to name one, else the short one right there."""
    sections = [n for n, line in enumerate(lines) if line.mark and line.mark.role == "section"]
    if not sections and lines and _may_be_section(lines[-1]):
        sections = [len(lines) - 1]
    for n, line in enumerate(lines):
        if [n] == sections[-1:]:
            yield "section"
        else:
            yield _role(line, "date" if line.is_date else "furniture")


def _may_be_section(line: Lined) -> bool:
    return line.mark is None and line.words <= _SECTION and not line.is_date and line.line.text[-1:].isalpha()


def _role(line: Lined, otherwise: BlockRole) -> BlockRole:
    """The role of a line by its furniture; a name of a section says so only above the title."""
    if line.mark is None:
        return otherwise
    return "furniture" if line.mark.role == "section" else line.mark.role


def _below(lines: Sequence[Lined]) -> Roles:
    """Between the title and the first paragraph: who, when and where, or a longer heading."""
    for line in lines:
        short = line.words <= _NAME and not line.line.text.endswith(STOPS)
        yield _role(line, "date" if line.is_date else "byline" if short else "subheading")


def _body(lines: Sequence[Lined]) -> Roles:
    following: BlockRole | None = None
    for n, line in enumerate(lines):
        if line.mark:
            following = line.mark.follows
            yield _role(line, "furniture")
        elif following and not line.is_paragraph:
            yield following
            following = None if following == "promo" else following
        else:
            following = None
            yield _small(line) or ("subheading" if _heads(line, lines[n + 1 : n + 2]) else "body")


def _small(line: Lined) -> BlockRole | None:
    """What agencies set at the end of a report: initials of writers, the time, hashtags."""
    text = line.line.text
    if text.startswith("#") and line.words <= _TAG:
        return "tag"
    if _INITIALS.fullmatch(text):
        return "byline"
    return "furniture" if _CLOCK.fullmatch(text) else None


def _heads(line: Lined, following: Sequence[Lined]) -> bool:
    """Whether a line of the body is the heading of the paragraph behind it."""
    short = line.words <= _SUBHEADING and not line.line.text.endswith(STOPS)
    plain = line.line.text[0].isalpha()  # no item of a list
    return short and plain and any(behind.is_paragraph for behind in following)


def _end(lines: Sequence[Lined], first: int) -> int:
    """Where the body ends: at the furniture that ends it, else at a list of headlines."""
    ends = (n for n in range(first + 1, len(lines)) if _ends_body(lines, n))
    end = next(ends, len(lines))
    if not any(line.mark and line.mark.role == "furniture" for line in lines):
        return end
    tail = end
    while tail > first + 1 and _is_tail(lines[tail - 1]):
        tail -= 1
    return tail if end - tail >= _LIST else end


def _is_tail(line: Lined) -> bool:
    return line.mark is not None or (not line.is_paragraph and not line.line.text.endswith(STOPS))


def _ends_body(lines: Sequence[Lined], at: int) -> bool:
    """Whether the line ends the body: a box of related reports does not where the text goes on."""
    mark = lines[at].mark
    if not mark or not mark.ends_body:
        return False
    if mark.follows != "related":
        return True
    until = next((n for n in range(at + 1, len(lines)) if _ends(lines[n])), len(lines))
    plain = [line for line in lines[at + 1 : until] if line.mark is None]
    text = sum(line.is_paragraph for line in plain)
    return text < 2 or text * 2 <= len(plain)


def _ends(line: Lined) -> bool:
    return line.mark is not None and line.mark.ends_body


def _behind(lines: Sequence[Lined]) -> Roles:
    """Behind the body: lists under their headers, and furniture."""
    following: BlockRole = "furniture"
    for line in lines:
        if line.mark:
            following = line.mark.follows or "furniture"
            yield _role(line, "furniture")
        elif following == "tag" and line.words > _TAG:
            yield "furniture"
        else:
            yield following
