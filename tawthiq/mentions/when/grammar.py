"""The grammar of dates: patterns over classes of words, from data/dates/patterns.toml, as one expression.

A pattern is a regular expression whose letters are names: classes of words (data/dates/words.tsv,
when.tokens.BUILT_IN) and shapes ([[date_shape]], named pieces of patterns). The order of the entries is
their policy: at each word the first one that matches is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from tawthiq.errors import KnowledgeError
from tawthiq.knowledge import Entry
from tawthiq.lexicon import Lexicon
from tawthiq.mentions.when.tokens import BUILT_IN, Token

_NAME = re.compile(r"[a-z_]+")
_REMEMBERED = 50_000
_LONGEST = 60  # tokens of an expression: keeps the time linear in any text
_FIRST_CODE = 0xE000  # private use: no letter of a text


class Found(NamedTuple):
    """A pattern that matches at tokens[first:last]."""

    entry: Entry
    first: int
    last: int


class Grammar:
    """All patterns as one expression over one character a token; what was read is remembered."""

    def __init__(self, entries: Sequence[Entry], codes: Mapping[str, str], expression: re.Pattern[str]) -> None:
        self._entries = entries
        self._codes = codes
        self._expression = expression
        apart = f"{codes['other']}{codes['stop']}"
        self._stretch = re.compile(f"[^{apart}]{{1,{_LONGEST}}}[{apart}]?")
        self._known: dict[str, list[tuple[int, int, int]]] = {}

    def find(self, tokens: Sequence[Token]) -> Iterator[Found]:
        """Matches from left to right; none goes over other words or the end of a sentence."""
        row = "".join([self._codes[token.kind] for token in tokens])
        for stretch in self._stretch.finditer(row):
            for number, first, last in self._read(stretch.group()):
                yield Found(self._entries[number], stretch.start() + first, stretch.start() + last)

    def _read(self, stretch: str) -> list[tuple[int, int, int]]:
        """Group and place of each match; news repeats its turns, so that most are known."""
        known = self._known.get(stretch)
        if known is None:
            found = self._expression.finditer(stretch)
            known = [(int((match.lastgroup or "_0")[1:]), match.start(), match.end()) for match in found]
            if len(self._known) < _REMEMBERED:
                self._known[stretch] = known
        return known


@lru_cache(maxsize=4)
def grammar(lexicon: Lexicon) -> Grammar:
    """The grammar that a lexicon holds. Raises KnowledgeError for a pattern that cannot be compiled."""
    classes = {entry.data["class"] for entry in lexicon.layer("time")} | set(BUILT_IN)
    codes = {name: chr(_FIRST_CODE + number) for number, name in enumerate(sorted(classes))}
    shapes = _shapes(lexicon.layer("date_shape"), codes)
    entries = lexicon.layer("date")
    return Grammar(entries, codes, _joined(entries, [_expanded(entry, {**codes, **shapes}) for entry in entries]))


def _shapes(entries: Iterable[Entry], codes: Mapping[str, str]) -> dict[str, str]:
    """What each shape stands for; a shape may use those before it."""
    known: dict[str, str] = {}
    for entry in entries:
        known[entry.id.partition(".")[2]] = f"(?:{_expanded(entry, {**codes, **known})})"
    return known


def _expanded(entry: Entry, known: Mapping[str, str]) -> str:
    """The pattern of an entry with one character for each class of words."""
    pattern = str(entry.data.get("pattern", ""))
    try:
        expanded = _NAME.sub(lambda name: known[name.group()], pattern).replace(" ", "")
    except KeyError as error:
        raise KnowledgeError(f"{entry.id}: pattern {pattern!r}: {error}") from error
    if not expanded or not _is_closed(expanded):
        raise KnowledgeError(f"{entry.id}: pattern {pattern!r} is empty, or its brackets do not close")
    return expanded


def _is_closed(pattern: str) -> bool:
    """Whether each bracket has its partner in the pattern itself."""
    depths = list(accumulate((c == "(") - (c == ")") for c in pattern))
    return min(depths) >= 0 and depths[-1] == 0


def _joined(entries: Sequence[Entry], patterns: Sequence[str]) -> re.Pattern[str]:
    """All patterns as one expression, each a group. To compile each by itself costs more than all together, and is
    left for when they are at fault."""
    try:
        expression = re.compile("|".join(f"(?P<_{n}>{pattern})" for n, pattern in enumerate(patterns)) or "(?!)")
        if not expression.match(""):
            return expression
    except re.error:
        pass
    raise KnowledgeError("; ".join(filter(None, map(_fault, entries, patterns))))


def _fault(entry: Entry, pattern: str) -> str:
    """What is wrong with a pattern; nothing where it is not to blame."""
    try:
        empty = re.match(pattern, "")
    except re.error as error:
        return f"{entry.id}: pattern {entry.data['pattern']!r}: {error}"
    return f"{entry.id}: pattern {entry.data['pattern']!r} matches nothing at all" if empty else ""
