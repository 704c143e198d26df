"""Words and marks of a text with their places and folded forms."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from tawthiq.fold import fold

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200c\u200d\u00ad"
_CONTROLS = "\u200e\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff"
_LETTER = r"[^\W\d_]"
_DASH = "\u0640+"  # tatweels between spaces stand for a dash
_PLAIN = "\u0621-\u063a\u0641-\u064a"  # nearly all words are of these letters only, and found three times as fast
_TOKEN = re.compile(
    rf"""
    (?P<word>[{_PLAIN}]++(?![\w{_MARKS}{_CONTROLS}])
     | (?!{_DASH}(?!{_LETTER}))
      {_LETTER}++(?:[{_MARKS}{_CONTROLS}]++{_LETTER}++)*+[{_MARKS}]*+(?:(?<=[A-Za-z])\d+)?)
  | (?P<number>\d+(?:[.,٫٬]\d+)*)
  | (?P<mark>{_DASH}|[^\w\s\u200b{_CONTROLS}])
    """,
    re.VERBOSE,
)

Kind = Literal["word", "number", "mark"]


LONGEST = 40  # letters of a word that is remembered: what is longer is no word that comes again


class Word(NamedTuple):
    """A word, number or punctuation mark: text == content[start:end]; form is its folded form."""

    start: int
    end: int
    text: str
    form: str
    kind: Kind


_new = tuple.__new__  # a third of the time of Word(…), for what is made for every word of a text


def words(content: str) -> list[Word]:
    """The words, numbers and marks of `content` in reading order; white space and controls lie between."""
    return [_word(match) for match in _TOKEN.finditer(content)]


def first_word(content: str, start: int) -> Word | None:
    """The first word, number or mark at `start` or behind it."""
    found = _TOKEN.search(content, start)
    return _word(found) if found else None


def _word(match: re.Match[str]) -> Word:
    text = match[0]
    told = _told if len(text) <= LONGEST else _told.__wrapped__
    return _new(Word, match.span() + told(text, match.lastgroup))


@lru_cache(maxsize=65536)
def _told(text: str, kind: Kind) -> tuple[str, str, Kind]:
    """Text, form and kind of a token, remembered: news repeats its words."""
    return text, "-" if kind == "mark" and text[0] == "\u0640" else fold(text), kind
