"""Which words mean the same, and which concepts rule each other out: data/compare read for look-up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from tawthiq.compare.wordforms import spellings
from tawthiq.errors import KnowledgeError
from tawthiq.lexicon import Lexicon, key_of

NOTHING: frozenset[str] = frozenset()


class Concepts:
    """The concepts of words and phrases; which pairs of concepts are antonyms, by which entry."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._of: defaultdict[str, set[str]] = defaultdict(set)
        self._phrases: defaultdict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
        self._known: dict[str, frozenset[str]] = {}
        self._opposites: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._excluded: dict[frozenset[str], frozenset[str]] = {}
        entries = {entry.id.partition(".")[2]: entry for entry in lexicon.layer("concept")}
        self.inverting = frozenset(name for name, entry in entries.items() if entry.data.get("inverts"))
        for name, entry in entries.items():
            self._add(name, entry.data["words"])
        self._pairs(lexicon, entries.keys())

    def _add(self, concept: str, words: Sequence[str]) -> None:
        for word in words:
            head, *rest = key_of(word).split()
            if rest:
                self._phrases[head][head, *rest] = concept
            else:
                self._of[head].add(concept)

    def _pairs(self, lexicon: Lexicon, concepts: Collection[str]) -> None:
        """Raises KnowledgeError where an antonym names a concept that is not there."""
        for entry in lexicon.layer("antonym"):
            one, other = entry.data["one"], entry.data["other"]
            if one not in concepts or other not in concepts:
                raise KnowledgeError(f"{entry.id}: no concept {one if one not in concepts else other}")
            self._opposites[one][other] = self._opposites[other][one] = entry.id

    def of(self, form: str) -> frozenset[str]:
        """The concepts of a folded word: of its first spelling that has any."""
        found = self._known.get(form)
        if found is None:
            named = (self._of[word] for word in spellings(form) if word in self._of)
            found = self._known[form] = frozenset(next(named, NOTHING))
        return found

    def phrase(self, forms: Sequence[str], at: int) -> tuple[int, str] | None:
        """How many words from `at` on make up a phrase that is known, and its concept."""
        for spelling in spellings(forms[at]):
            for phrase, concept in self._phrases.get(spelling, {}).items():
                tail = forms[at + 1 : at + len(phrase)]
                if len(tail) == len(phrase) - 1 and all(
                    part in spellings(form) for part, form in zip(phrase[1:], tail, strict=True)
                ):
                    return len(phrase), concept
        return None

    def excluded(self, concepts: frozenset[str]) -> frozenset[str]:
        """The concepts that a word of these concepts rules out."""
        found = self._excluded.get(concepts)
        if found is None:
            found = frozenset(other for one in concepts for other in self._opposites.get(one, ())) - concepts
            self._excluded[concepts] = found
        return found

    def opposed(self, left: frozenset[str], right: frozenset[str]) -> str | None:
        """The antonym entry by which two words exclude each other; None where they share a concept or no entry does."""
        if not left or not right or left & right or self.excluded(left).isdisjoint(right):
            return None
        pairs = (self._opposites.get(one, {}).get(other) for one in sorted(left) for other in sorted(right))
        return next(filter(None, pairs), None)
