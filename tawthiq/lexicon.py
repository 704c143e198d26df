"""What Tawthiq knows, compiled into one matcher over folded words.

Compiled once and cached by content hash; found in a text word by word: a word is looked up whole
and with its clitics split off, a phrase as the words that follow it.
"""

from __future__ import annotations

import os
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from tawthiq import knowledge
from tawthiq.clitics import PROCLITICS, Split, splits
from tawthiq.fold import fold, unfolded_offset
from tawthiq.knowledge import Entry
from tawthiq.version import __version__

_CLASS_OF = {
    "past": "verb", "present": "verb", "jussive": "verb", "passive": "verb",
    "masdar": "noun", "noun": "noun", "participle": "noun", "passive_participle": "noun",
    "adjective": "noun", "phrase": "phrase", "name": "name", "weak_name": "name", "capital": "name",
}  # fmt: skip


class WordLike(Protocol):
    """What the matcher asks of a word (text/words.py has it)."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def form(self) -> str: ...


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


class Compiled(msgspec.Struct):
    """The matcher as it is cached: phrases over folded words, and the longest that starts with a word."""

    entries: list[Entry]
    phrases: dict[str, list[tuple[int, str]]]
    starts: dict[str, int]
    frequency: dict[str, int]


def compile_entries(entries: Iterable[Entry], frequency: dict[str, int]) -> Compiled:
    """Every form of every entry; a later entry replaces an earlier one of the same id."""
    chosen = list({(entry.layer, entry.id): entry for entry in entries}.values())
    phrases: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    starts: dict[str, int] = {}
    for number, entry in enumerate(chosen):
        for form in set(knowledge.forms_of(entry)):
            key = fold(form.text)
            phrases[key].append((number, form.part))
            head, *rest = key.split(" ")
            starts[head] = max(starts.get(head, 0), 1 + len(rest))
    return Compiled(chosen, {key: sorted(set(terms)) for key, terms in phrases.items()}, starts,
                    frequency)  # fmt: skip


class Lexicon:
    """The compiled knowledge. `version` is the fingerprint of the data it was made from."""

    def __init__(self, compiled: Compiled, version: str) -> None:
        self.version = version
        self.entries = compiled.entries
        self._phrases = compiled.phrases
        self._starts = compiled.starts
        self._frequency = compiled.frequency
        self._known: dict[str, tuple[Split, ...]] = {}

    def layer(self, name: str) -> list[Entry]:
        """All entries of a layer."""
        return [entry for entry in self.entries if entry.layer == name]

    def lookup(self, phrase: str) -> list[tuple[Entry, str]]:
        """Entries whose form is exactly `phrase` (folded here), each with the part of that form."""
        return [(self.entries[number], part) for number, part in self._phrases.get(fold(phrase), ())]

    def zipf(self, form: str) -> float:
        """How common a folded word form is: log10 of occurrences in a thousand million words, 0 if rare."""
        return self._frequency.get(form, 0) / 10

    def find(self, words: Sequence[WordLike]) -> list[Match]:
        """All matches in reading order; for each word, clitic reading and layer only the longest."""
        return [match for first in range(len(words)) for match in self._at(words, first)]

    def _at(self, words: Sequence[WordLike], first: int) -> Iterator[Match]:
        whole = False
        for split in self._splits(words[first].form):
            if whole and (split.after or split.before not in ("", "ال")):
                return
            for match in self._longest(words, first, split):
                whole = whole or not (split.before or split.after)
                yield match

    def _splits(self, form: str) -> tuple[Split, ...]:
        known = self._known.get(form)
        if known is None:
            known = tuple(split for split in splits(form) if split.stem in self._starts)
            self._known[form] = known
        return known

    def _longest(self, words: Sequence[WordLike], first: int, split: Split) -> Iterator[Match]:
        seen: set[str] = set()
        reach = 1 if split.after else min(self._starts[split.stem], len(words) - first)
        for length in range(reach, 0, -1):
            key = " ".join([split.stem, *(w.form for w in words[first + 1 : first + length])])
            found = [self._match(words, first, length, split, *term) for term in self._phrases.get(key, ())]
            fits = [match for match in found if match and match.entry.layer not in seen]
            seen.update(match.entry.layer for match in fits)
            yield from fits

    def _match(
        self, words: Sequence[WordLike], first: int, length: int, split: Split, number: int, part: str
    ) -> Match | None:
        wanted = _CLASS_OF[part.partition(".")[0]]
        if wanted not in PROCLITICS[split.before] or (split.after and wanted in ("name", "phrase")):
            return None
        word, last = words[first], first + length
        cut = _detachable(word.form, split)
        start = word.start + unfolded_offset(word.text, cut)
        definite = split.before.endswith(("ال", "لل"))
        return Match(first, last, start, words[last - 1].end, split.before, split.after, part, definite,
                     self.entries[number])  # fmt: skip


def _detachable(form: str, split: Split) -> int:
    """How many letters of the proclitic can be left out of a span: not ال, nor a ل that swallowed it."""
    fused = split.before.endswith("لل") or not form[len(split.before) :].startswith(split.stem)
    if fused:
        return len(split.before.rstrip("ل"))
    return len(split.before.removesuffix("ال"))


def load(user: Path | None = None, cache: Path | None = None) -> Lexicon:
    """The lexicon that ships, and a user's own folder over it. Raises KnowledgeError for bad entries.

    cache: where the compiled form is kept, by default the user's cache folder.
    """
    folders = [knowledge.DATA, *([user] if user else [])]
    version = knowledge.fingerprint(folders)
    place = (cache or _cache_folder()) / f"lexicon-{__version__}-{version[:16]}.msgpack"
    compiled = _cached(place) or _kept(place, lambda: _compiled(folders))
    return Lexicon(compiled, version)


def _compiled(folders: Iterable[Path]) -> Compiled:
    return compile_entries(_entries(folders), knowledge.frequencies(knowledge.DATA))


def _entries(folders: Iterable[Path]) -> Iterator[Entry]:
    for folder in folders:
        yield from knowledge.entries_of(folder)


def _cache_folder() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tawthiq"


def _cached(place: Path) -> Compiled | None:
    try:
        return msgspec.msgpack.decode(place.read_bytes(), type=Compiled)
    except (OSError, msgspec.MsgspecError):
        return None


def _kept(place: Path, make: Callable[[], Compiled]) -> Compiled:
    """What `make` gives, written in one step; a cache that cannot be written is no error."""
    compiled = make()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as file:
            file.write(msgspec.msgpack.encode(compiled))
        Path(file.name).replace(place)
    except OSError:
        pass
    return compiled
