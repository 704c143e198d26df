"""Entries found in a text word by word: a word is looked up whole and with its clitics split off, a phrase as
the words that follow it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, TypeVar

from tawthiq.clitics import PROCLITICS, Split, splits
from tawthiq.fold import unfolded_offset
from tawthiq.knowledge import Entry
from tawthiq.lexicon.compiled import Compiled, Entries, key_of, terms_of
from tawthiq.words import LONGEST, Word

_CLASS_OF = {
    "past": "verb", "present": "verb", "jussive": "verb", "passive": "verb",
    "masdar": "noun", "noun": "noun", "participle": "noun", "passive_participle": "noun",
    "adjective": "noun", "phrase": "phrase", "name": "name", "weak_name": "name", "capital": "name",
}  # fmt: skip

Value = TypeVar("Value")
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


_new = tuple.__new__  # a third of the time of Match(…), for what is made by the thousand


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


class Found(NamedTuple):
    """A match by itself: how many words it has, how far into the first it starts, and the rest of a Match."""

    length: int
    cut: int
    rest: tuple[str, str, str, bool, Entry]


class Known(NamedTuple):
    """What is known of a written word: its readings, the stems that phrases start with, and what it is where
    none of those phrases goes on behind it."""

    ways: tuple[Way, ...]
    stems: tuple[str, ...]
    alone: list[Found]


class Lexicon:
    """The compiled knowledge. `version` is the fingerprint of the data it was made from."""

    def __init__(self, compiled: Compiled, version: str) -> None:
        self.version = version
        self._numbers = range(len(compiled.entries))
        self._entries = Entries(compiled.entries)
        self._layers = compiled.layers
        self._phrases = compiled.phrases
        self._starts = compiled.starts
        self._pairs = compiled.pairs
        self._frequency = compiled.frequency
        self._known: dict[str, Known] = {}
        self._known_phrases: dict[str, list[Found]] = {}

    def layer(self, name: str) -> list[Entry]:
        """All entries of a layer."""
        return [self._entries[number] for number in self._layers.get(name, ())]

    @property
    def entries(self) -> list[Entry]:
        """All entries."""
        return [self._entries[number] for number in self._numbers]

    def lookup(self, phrase: str) -> list[tuple[Entry, str]]:
        """Entries whose form is exactly `phrase` (folded here), each with the part of that form."""
        return [(self._entries[number], part) for number, part in terms_of(self._phrases.get(key_of(phrase)))]

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
        reach = 1
        for stem in known.stems:
            reach = max(reach, self._pairs.get(f"{stem} {following}", 1))
        if reach > 1:
            return self._phrases_at(words[first : first + reach], first, known.ways)
        whole = first, first + 1, start, end
        return [_new(Match, (_behind(whole, cut) if cut else whole) + rest) for _, cut, rest in known.alone]

    def _phrases_at(self, words: Sequence[Word], first: int, ways: Iterable[Way]) -> list[Match]:
        """The matches at the first of these words, which may begin a phrase that reaches to the last of them."""
        start, _, text, _, _ = words[0]
        key = " ".join([text, *[word.form for word in words[1:]]])
        known = self._known_phrases.get(key)
        if known is None:
            known = self._sought(words, ways)
            _remember(self._known_phrases, key, known)
        ends = [word.end for word in words]
        return [Match(first, first + n, start + cut, ends[n - 1], *rest) for n, cut, rest in known]

    def _learn(self, word: Word) -> Known:
        """What is known of a written word, worked out once and remembered: news repeats its words."""
        ways = tuple(self._way(word.form, split) for split in splits(word.form) if split.stem in self._starts)
        stems = tuple(dict.fromkeys(way.stem for way in ways if way.reach > 1))
        known = Known(ways, stems, self._sought([word], ways))
        _remember(self._known, word.text, known)
        return known

    def _sought(self, words: Sequence[Word], ways: Iterable[Way]) -> list[Found]:
        """What starts at the first of the words and ends at any of them."""
        found: list[Found] = []
        whole = False
        for way in ways:
            if whole and not way.beside_whole:
                break
            more = list(self._read(words, way))
            found += more
            whole = whole or (way.whole and any(map(_binds, more)))
        return found

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
        known = terms_of(self._phrases.get(key))
        terms = ((number, part, _CLASS_OF[part.partition(".")[0]]) for number, part in known)
        return [
            (self._entries[number], part)
            for number, part, kind in terms
            if kind in classes and not (after and kind in _FIXED)
        ]

    def _read(self, words: Sequence[Word], way: Way) -> Iterator[Found]:
        """What one reading of the first word gives, longest first, one length a layer."""
        cut = unfolded_offset(words[0].text, way.cut) if way.cut else 0
        seen: set[str] = set()
        for length in range(min(way.reach, len(words)), 0, -1):
            terms = way.single
            if length > 1:
                key = " ".join([way.stem, *[w.form for w in words[1:length]]])
                terms = self._terms(key, way.before, "")
            new = [term for term in terms if term[0].layer not in seen]
            for entry, part in new:
                yield Found(length, cut, (way.before, way.after, part, way.definite, entry))
            seen.update(entry.layer for entry, _ in new)


def _behind(whole: tuple[int, int, int, int], cut: int) -> tuple[int, int, int, int]:
    """first, last, start and end of a match without the letters of a proclitic."""
    first, last, start, end = whole
    return first, last, start + cut, end


def _remember(known: dict[str, Value], key: str, value: Value) -> None:
    """Keep what is known of words; all is forgotten where it gets much, and what is no word of news is not kept."""
    if len(known) >= REMEMBERED:
        known.clear()
    if len(key) <= LONGEST:
        known[key] = value


def _binds(found: Found) -> bool:
    """Whether a reading of a whole word rules out that its first letters are attached particles.

    A phrase of one word does not, unless it is a function word: data lists such phrases (وطالب, and he
    demanded) to set one form apart, not to say that its letters belong together.
    """
    _, _, part, _, entry = found.rest
    if entry.data.get("common"):  # a name that is a common word too (ورد: a name, or and he replied)
        return False
    return part != "phrase" or found.length > 1 or entry.layer == "function"


def _detachable(form: str, split: Split) -> int:
    """How many letters of the proclitic can be left out of a span: not ال, nor a ل that swallowed it."""
    fused = split.before.endswith("لل") or not form[len(split.before) :].startswith(split.stem)
    if fused:
        return len(split.before.rstrip("ل"))
    return len(split.before.removesuffix("ال"))
