"""Entries found in a text word by word: a word is looked up whole and with its clitics split off, a phrase as
the words that follow it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from tawthiq.clitics import PROCLITICS, Split, splits
from tawthiq.fold import unfolded_offset
from tawthiq.knowledge import Entry
from tawthiq.lexicon.compiled import Compiled, key_of
from tawthiq.words import LONGEST, Word

_CLASS_OF = {
    "past": "verb", "present": "verb", "jussive": "verb", "passive": "verb",
    "masdar": "noun", "noun": "noun", "participle": "noun", "passive_participle": "noun",
    "adjective": "noun", "phrase": "phrase", "name": "name", "weak_name": "name", "capital": "name",
}  # fmt: skip

REMEMBERED = 50_000  # words whose readings are kept, so that what reads millions of pages stays small
_FIXED = ("name", "phrase")  # classes that bear no pronoun


class Match(NamedTuple):
    """An entry found at words[first:last]; start/end in code points.

    start: behind و ف ب ل ك س, before ال. before, after: the clitics. part: which form it is
    (`past.3fs`, `name`…). definite: the article stands before it.
    """

    first: int
    last: int
    start: int
    end: int
    before: str
    after: str
    part: str
    definite: bool
    entry: Entry


_new = partial(tuple.__new__, Match)  # a third of the time of Match(…), for what is made by the thousand


class Way(NamedTuple):
    """One known reading of a folded word: its clitics, how far phrases that start with it reach, and the
    entries that it is by itself. cut: letters of the proclitic that spans leave out. beside_whole: may
    stand beside the reading as a whole word."""

    stem: str
    before: str
    after: str
    definite: bool
    cut: int
    reach: int
    single: list[tuple[Entry, str]]
    whole: bool
    beside_whole: bool


class Known(NamedTuple):
    """What is known of a written word: its readings, the stems that phrases start with, and its matches where
    none of those phrases goes on behind it, each as its start in the word and the tail of a Match."""

    ways: tuple[Way, ...]
    stems: tuple[str, ...]
    alone: tuple[tuple[int, tuple[str, str, str, bool, Entry]], ...]


class Lexicon:
    """The compiled knowledge. `version` is the fingerprint of the data it was made from."""

    def __init__(self, compiled: Compiled, version: str) -> None:
        self.version = version
        self.entries = compiled.entries
        self._phrases = compiled.phrases
        self._starts = compiled.starts
        self._pairs = compiled.pairs
        self._frequency = compiled.frequency
        self._known: dict[str, Known] = {}

    def layer(self, name: str) -> list[Entry]:
        """All entries of a layer."""
        return [entry for entry in self.entries if entry.layer == name]

    def lookup(self, phrase: str) -> list[tuple[Entry, str]]:
        """Entries whose form is exactly `phrase` (folded here), each with the part of that form."""
        return [(self.entries[number], part) for number, part in self._phrases.get(key_of(phrase), ())]

    def zipf(self, form: str) -> float:
        """How common a folded word form is: log10 of occurrences in a thousand million words, 0 if rare."""
        return self._frequency.get(form, 0) / 10

    def find(self, words: Sequence[Word]) -> list[Match]:
        """All matches in reading order; for each word, clitic reading and layer only the longest."""
        return list(chain.from_iterable(self.found(words)))

    def found(self, words: Sequence[Word]) -> list[list[Match]]:
        """The matches that start at each word, as `find` orders them."""
        forms = [*(word.form for word in words[1:]), ""]
        return [self._at(words, first, following) for first, following in enumerate(forms[: len(words)])]

    def _at(self, words: Sequence[Word], first: int, following: str) -> list[Match]:
        """The matches at a word; only where a phrase may go on with the folded word behind it they are sought."""
        start, end, text, _, _ = word = words[first]
        known = self._known.get(text) or self._learn(word)
        for stem in known.stems:
            if f"{stem} {following}" in self._pairs:
                return self._sought(words, first, known.ways)
        return [_new((first, first + 1, start + cut, end, *tail)) for cut, tail in known.alone]

    def _sought(self, words: Sequence[Word], first: int, ways: Iterable[Way]) -> list[Match]:
        found: list[Match] = []
        whole = False
        for way in ways:
            if whole and not way.beside_whole:
                break
            count = len(found)
            self._add(found, words, first, way)
            whole = whole or (way.whole and any(map(_binds, found[count:])))
        return found

    def _learn(self, word: Word) -> Known:
        """What is known of a written word, worked out once and remembered: news repeats its words."""
        ways = tuple(self._way(word.form, split) for split in splits(word.form) if split.stem in self._starts)
        alone = self._sought([word], 0, ways)
        known = Known(
            ways,
            tuple(dict.fromkeys(way.stem for way in ways if way.reach > 1)),
            tuple((match.start - word.start, match[4:]) for match in alone),
        )
        if len(self._known) >= REMEMBERED:
            self._known.clear()
        if len(word.text) <= LONGEST:
            self._known[word.text] = known
        return known

    def _way(self, form: str, split: Split) -> Way:
        return Way(
            split.stem,
            split.before,
            split.after,
            split.before.endswith(("ال", "لل")),
            _detachable(form, split),
            1 if split.after else self._starts[split.stem],
            self._terms(split.stem, split.before, split.after),
            not (split.before or split.after),
            not split.after and split.before in ("", "ال"),
        )

    def _terms(self, key: str, before: str, after: str) -> list[tuple[Entry, str]]:
        """Entries with the form `key` whose class of word may bear these clitics."""
        classes = PROCLITICS[before]
        terms = ((number, part, _CLASS_OF[part.partition(".")[0]]) for number, part in self._phrases.get(key, ()))
        return [
            (self.entries[number], part)
            for number, part, kind in terms
            if kind in classes and not (after and kind in _FIXED)
        ]

    def _add(self, found: list[Match], words: Sequence[Word], first: int, way: Way) -> None:
        """Append the matches of one reading at one word, longest first, one length a layer."""
        seen: set[str] = set()
        for length in range(self._longest(words, first, way), 1, -1):
            key = " ".join([way.stem, *[w.form for w in words[first + 1 : first + length]]])
            if key in self._phrases:
                terms = [t for t in self._terms(key, way.before, "") if t[0].layer not in seen]
                found += [_match(words, first, length, way, term) for term in terms]
                seen.update(entry.layer for entry, _ in terms)
        found += [_match(words, first, 1, way, term) for term in way.single if term[0].layer not in seen]

    def _longest(self, words: Sequence[Word], first: int, way: Way) -> int:
        """How many words the longest phrase may have that starts here: told by the first two."""
        if way.reach == 1 or first + 1 == len(words):
            return 1
        return min(self._pairs.get(f"{way.stem} {words[first + 1].form}", 1), len(words) - first)


def _binds(match: Match) -> bool:
    """Whether a reading of a whole word rules out that its first letters are attached particles.

    A phrase of one word does not, unless it is a function word: data lists such phrases (وطالب, and he
    demanded) to set one form apart, not to say that its letters belong together.
    """
    if match.entry.data.get("common"):  # a name that is a common word too (ورد: a name, or and he replied)
        return False
    return match.part != "phrase" or match.last - match.first > 1 or match.entry.layer == "function"


def _match(words: Sequence[Word], first: int, length: int, way: Way, term: tuple[Entry, str]) -> Match:
    word, last = words[first], first + length
    start = word.start + (unfolded_offset(word.text, way.cut) if way.cut else 0)
    end = words[last - 1].end
    return _new((first, last, start, end, way.before, way.after, term[1], way.definite, term[0]))


def _detachable(form: str, split: Split) -> int:
    """How many letters of the proclitic can be left out of a span: not ال, nor a ل that swallowed it."""
    fused = split.before.endswith("لل") or not form[len(split.before) :].startswith(split.stem)
    if fused:
        return len(split.before.rstrip("ل"))
    return len(split.before.removesuffix("ال"))
