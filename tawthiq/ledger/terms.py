"""Terms: the folded words that the search index holds, and the forms that a searched word may take.

Words are indexed folded and otherwise as they stand. What is attached to them (و ف ب ل ك س ال) is
dealt with when searching: a word is looked up in every form that it may take in a text.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from tawthiq.clitics import PROCLITICS
from tawthiq.fold import fold, fold_word
from tawthiq.knowledge import DATA, rows_of

INDEX = 1  # raised by hand when terms, entries or labels are made in another way
MAX_WORD = 40  # letters of a word that something may be attached to
MIN_CORE = 3  # letters that are left of a word without a single attached letter
MIN_DEFINITE = 2  # letters that are left of a word without the article
_PROBED = (*range(0x20, 0x250), *range(0x600, 0x700), *range(0x2000, 0x2070), *range(0xFB50, 0xFE00),
           *range(0xFE70, 0xFF00))  # fmt: skip
_DROPPED = "".join(chr(c) for c in _PROBED if not fold(chr(c)))
_MARKS = rf"[{re.escape(_DROPPED)}\u0300-\u036f]"
_TERM = re.compile(rf"[^\W\d_]+(?:{_MARKS}+[^\W\d_]*)*|\d{{1,3}}(?:[,٬]\d{{3}})+(?!\d)|\d+")
_GROUPING = str.maketrans("", "", ",٬")


class Term(NamedTuple):
    """A word or number of a text at text[start:end], as the index holds it."""

    start: int
    end: int
    form: str


def terms(text: str) -> list[Term]:
    """The words and numbers of `text`, folded; 1,200 is 1200; accents of Latin letters dropped."""
    found = _TERM.finditer(text)
    return [Term(*match.span(), form) for match in found for form in _forms_at(match.group())]


def folded(text: str) -> str:
    """The terms of `text` with a space between them."""
    return " ".join(term.form for term in terms(text))


@lru_cache(maxsize=16384)
def folded_name(name: str) -> str:
    """`folded` for a name, remembered: news repeats its names."""
    return folded(name)


def storable(text: str) -> str:
    """`text` as the database takes it: half surrogate pairs are replaced."""
    return text.encode("utf-8", "replace").decode()


@lru_cache(maxsize=65536)
def _forms_at(word: str) -> tuple[str, ...]:
    """The terms that a written word gives: one, or those of a ligature that stands for several."""
    plain = fold_word(word).translate(_GROUPING)
    if plain and not plain.isascii() and plain[0] < "\u0600":
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return tuple(plain.split())


@cache
def whole_words() -> frozenset[str]:
    """Folded words whose first letters are their own, data/words/whole.tsv: بيان is no ب + يان."""
    return frozenset(fold(row["word"]) for row in rows_of(DATA / "words" / "whole.tsv"))


def variants(word: str) -> list[str]:
    """Every form that a searched word (folded) may take in a text, itself first."""
    if len(word) > MAX_WORD:
        return [word]
    found = [word, *(form for core in cores(word) for form in _attached(core))]
    return list(dict.fromkeys(found))


def cores(word: str) -> list[str]:
    """A folded word without what may be attached to it: الرياض -> رياض, بدمشق -> بدمشق and دمشق."""
    stems = [(before, word[len(before) :]) for before in PROCLITICS if before and _splits(before, word)]
    definite = [stem for before, stem in stems if before.endswith(("ال", "لل"))]
    return definite or [word, *(stem for _, stem in stems)]


def _splits(before: str, word: str) -> bool:
    stem = word[len(before) :]
    if not word.startswith(before) or (stem.startswith("ال") and len(stem) < 2 + MIN_DEFINITE):
        return False
    least = MIN_DEFINITE if before.endswith(("ال", "لل")) else MIN_CORE
    return len(stem) >= least and not _whole_before(before, word)


def _whole_before(before: str, word: str) -> bool:
    """Whether a word of its own stands in the way of taking all of `before` off `word`."""
    shorter = (part for part in PROCLITICS if before.startswith(part) and part != before)
    return any(word[len(part) :] in whole_words() for part in shorter)


def _attached(core: str) -> Iterator[str]:
    """`core` with each proclitic, but for those that make another word of it."""
    if not ("\u0620" <= core[:1] <= "\u064a") or len(core) < 2:
        return
    for before in PROCLITICS:
        if not _whole_before(before, before + core):
            yield before + core


def fingerprint() -> str:
    """What the index depends on besides the readings: an index made under another is made again."""
    probe = "".join(folded(chr(code)) + " " for code in _PROBED)
    return hashlib.sha256(f"{INDEX} {probe}".encode()).hexdigest()[:16]
