"""What Tawthiq knows, compiled into one matcher over folded words.

Compiled once and cached by content hash; found in a text word by word: a word is looked up whole
and with its clitics split off, a phrase as the words that follow it.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from tawthiq import knowledge
from tawthiq.clitics import PROCLITICS, Split, splits
from tawthiq.errors import KnowledgeError
from tawthiq.fold import fold, unfolded_offset
from tawthiq.knowledge import Entry
from tawthiq.version import __version__
from tawthiq.words import Word, words

_CLASS_OF = {
    "past": "verb", "present": "verb", "jussive": "verb", "passive": "verb",
    "masdar": "noun", "noun": "noun", "participle": "noun", "passive_participle": "noun",
    "adjective": "noun", "phrase": "phrase", "name": "name", "weak_name": "name", "capital": "name",
}  # fmt: skip

_MAKERS = ("fold.py", "words.py", "inflect.py", "knowledge.py", "lexicon.py")  # what compiles
KEPT = 8  # compiled forms in the cache, for users who edit knowledge of their own
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


class Compiled(msgspec.Struct):
    """The matcher as it is cached: phrases over folded words, and the longest that starts with a word."""

    entries: list[Entry]
    phrases: dict[str, list[tuple[int, str]]]
    starts: dict[str, int]
    frequency: dict[str, int]


def key_of(phrase: str) -> str:
    """The folded words of a phrase, cut as those of a text are (أ.ف.ب, AFP, is five), one space between."""
    if phrase.replace(" ", "").isalpha():
        return fold(phrase)
    return " ".join(word.form for word in words(phrase))


def compile_entries(entries: Iterable[Entry], frequency: dict[str, int]) -> Compiled:
    """Every form of every entry; a later entry replaces an earlier one of the same id."""
    chosen = list({(entry.layer, entry.id): entry for entry in entries}.values())
    phrases: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    starts: dict[str, int] = {}
    for number, entry in enumerate(chosen):
        for form in set(knowledge.forms_of(entry)):
            key = key_of(form.text)
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
        self._known: dict[str, tuple[Way, ...]] = {}

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
        found: list[Match] = []
        for first, word in enumerate(words):
            whole = False
            for way in self._ways(word.form):
                if whole and not way.beside_whole:
                    break
                count = len(found)
                self._add(found, words, first, way)
                whole = whole or (way.whole and any(map(_binds, found[count:])))
        return found

    def _ways(self, form: str) -> tuple[Way, ...]:
        """The readings of a word that the lexicon knows, worked out once for each form."""
        known = self._known.get(form)
        if known is None:
            known = tuple(self._way(form, split) for split in splits(form) if split.stem in self._starts)
            self._known[form] = known
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
        for length in range(min(way.reach, len(words) - first), 1, -1):
            key = " ".join([way.stem, *(w.form for w in words[first + 1 : first + length])])
            if key in self._phrases:
                terms = [t for t in self._terms(key, way.before, "") if t[0].layer not in seen]
                found.extend(_match(words, first, length, way, term) for term in terms)
                seen.update(entry.layer for entry, _ in terms)
        found.extend(_match(words, first, 1, way, term) for term in way.single if term[0].layer not in seen)


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
    return Match(first, last, start, end, way.before, way.after, term[1], way.definite, term[0])


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
    place = _place(cache, version)
    compiled = place and _cached(place)
    if not compiled:
        compiled = compile_entries(_entries(user), knowledge.frequencies(knowledge.DATA))
        if place:
            _keep(place, compiled)
    return Lexicon(compiled, version)


def _entries(user: Path | None) -> list[Entry]:
    """What ships and what is the user's own. Raises KnowledgeError for an entry unfit for its layer."""
    shipped = list(knowledge.entries_of(knowledge.DATA))
    own = list(knowledge.entries_of(user)) if user else []
    needed = knowledge.needs(shipped) if own else {}
    for problem in filter(None, (knowledge.unfit(entry, needed) for entry in own)):
        raise KnowledgeError(problem)
    return shipped + own


def _place(cache: Path | None, version: str) -> Path | None:
    """The file for what this code makes of this data; None where the user has no folder of their own."""
    try:
        folder = cache or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tawthiq"
    except RuntimeError:  # a user without a home, as in containers
        return None
    code = hashlib.sha256(b"".join((Path(__file__).parent / name).read_bytes() for name in _MAKERS))
    return folder / f"lexicon-{__version__}-{code.hexdigest()[:8]}-{version[:16]}.msgpack"


def _cached(place: Path) -> Compiled | None:
    try:
        return msgspec.msgpack.decode(place.read_bytes(), type=Compiled)
    except (OSError, ValueError):  # not there, or damaged
        return None


def _keep(place: Path, compiled: Compiled) -> None:
    """Write the cache in one step, and let the oldest go; a cache that cannot be written is no error."""
    part = None
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as file:
            part = Path(file.name)
            file.write(msgspec.msgpack.encode(compiled))
        part.replace(place)
        for old in sorted(place.parent.glob("lexicon-*"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
            old.unlink()
    except (OSError, ValueError, OverflowError):
        if part:
            part.unlink(missing_ok=True)
