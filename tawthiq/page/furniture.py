"""Phrases of pages that are no part of a report: which line is which kind of furniture.

The phrases are data (data/furniture, keys in docs/knowledge.md). A line and a phrase are compared in
their bare form: letters folded, numbers as `#`, marks between words gone but for the colon.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from msgspec import Struct, convert

from tawthiq.fold import fold
from tawthiq.knowledge import DATA, Entry, toml_entries
from tawthiq.records import BlockRole

# numbers, words with the marks that folding drops, and signs that matter
_TOKEN = re.compile(
    r"\d[\d.,٬٫]*"
    r"|(?:[^\W\d_]|[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\u00ad\ufeff])+"
    r"|[:：/|©؟?+#]"
)
_LINE_LIMIT = 300  # characters; a longer line is read no further: furniture stands at its head
_ROW = 8  # words of the longest row of labels
_COLONS = frozenset(":：/|")
_MARKS = frozenset(":+?؟")  # tokens that a line may have more or fewer of at its ends than the phrase
_WEAK = _MARKS | {"#"}  # a count may stand beside a label


class Phrases(Struct, frozen=True):
    """An entry of data/furniture.

    role: of the line that matches. follows: role of the lines behind it, up to the next that matches.
    match: whole (the line is the phrase), prefix or contains. ends_body: what comes behind is furniture.
    words: a line that is longer does not match. number: only a line with a number in it matches.
    """

    id: str
    role: BlockRole
    match: Literal["whole", "prefix", "contains"]
    phrases: list[str]
    follows: BlockRole | None = None
    ends_body: bool = False
    words: int = 12
    number: bool = False


def bare(line: str) -> str:
    """The line as words, `#` for each number and `:` for a colon, slash or bar, parted by single spaces."""
    return " ".join(filter(None, map(_bare_token, _TOKEN.findall(line[:_LINE_LIMIT]))))


@lru_cache(maxsize=65536)
def _bare_token(token: str) -> str:
    if token[0].isdigit():
        return "#"
    return ":" if token in _COLONS else fold(token)


class Furniture:
    """All phrases, asked line by line."""

    def __init__(self, entries: Iterable[Phrases]) -> None:
        self._whole: dict[str, Phrases] = {}
        self._prefix: defaultdict[str, list[tuple[str, Phrases]]] = defaultdict(list)
        self._contained: defaultdict[str, list[tuple[str, Phrases]]] = defaultdict(list)
        known = list(entries)
        for entry in known:
            for phrase in map(bare, entry.phrases):
                if entry.match == "whole":
                    for marks in (_MARKS, _WEAK):
                        self._whole.setdefault(_trimmed(phrase, marks), entry)
                elif entry.match == "prefix":
                    self._prefix[phrase.split(" ", 1)[0]].append((phrase + " ", entry))
                else:
                    self._contained[phrase.split(" ", 1)[0]].append((phrase + " ", entry))
        self._words = max((entry.words for entry in known), default=0)
        self._longest = 1 + max((phrase.count(" ") for phrase in self._whole), default=0)

    def match(self, line: str) -> Phrases | None:
        """The entry that this line is furniture by; None for a line that may belong to the report."""
        if line.count(" ") > self._words:
            return None
        plain = bare(line)
        words = plain.count(" ") + 1
        found = self._match_whole(plain, words) or self._match_labels(plain, words)
        if found:
            return found
        return next((entry for entry in self._inside(plain) if _fits(entry, plain, words)), None)

    def _match_whole(self, plain: str, words: int) -> Phrases | None:
        if words > self._longest + 4:
            return None
        return self._whole.get(_trimmed(plain, _MARKS)) or self._whole.get(_trimmed(plain, _WEAK))

    def _match_labels(self, plain: str, words: int) -> Phrases | None:
        """Labels in a row, each a word of furniture: Facebook Twitter Print."""
        if not 1 < words <= _ROW:
            return None
        found = [self._whole.get(word) for word in plain.split(" ") if word not in _WEAK]
        named = [entry for entry in found if entry and entry.role == "furniture"]
        return named[0] if named and len(named) == len(found) else None

    def _inside(self, plain: str) -> Iterator[Phrases]:
        """Entries whose phrase the line begins with, then those whose phrase it holds."""
        plain += " "
        at = 0
        for phrase, entry in self._prefix.get(plain.split(" ", 1)[0], ()):
            if plain.startswith(phrase):
                yield entry
        for word in plain.split(" "):
            for phrase, entry in self._contained.get(word, ()):
                if plain.startswith(phrase, at):
                    yield entry
            at += len(word) + 1


def _fits(entry: Phrases, plain: str, words: int) -> bool:
    return words <= entry.words and (not entry.number or "#" in plain)


def _trimmed(plain: str, marks: frozenset[str]) -> str:
    tokens = plain.split(" ")
    while tokens and tokens[-1] in marks:
        tokens.pop()
    while tokens and tokens[0] in marks:
        tokens.pop(0)
    return " ".join(tokens)


def phrases_of(entries: Iterable[Entry]) -> list[Phrases]:
    """The furniture among entries of a lexicon. Raises msgspec.ValidationError for keys of the wrong kind."""
    return [convert({**entry.data, "id": entry.id}, Phrases) for entry in entries if entry.layer == "furniture"]


@cache
def shipped(folder: Path = DATA) -> Furniture:
    """The furniture of a folder of knowledge. Raises KnowledgeError where a file is malformed."""
    files = sorted((folder / "furniture").glob("*.toml"))
    return Furniture(phrases_of(entry for file in files for entry in toml_entries(file)))
