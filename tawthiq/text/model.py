"""A report's text, analysed once: what every later layer reads from."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import cached_property

from tawthiq.lexicon import Lexicon, Match
from tawthiq.records import Sentence, Span
from tawthiq.rules import Trace
from tawthiq.text.quotes import Quotation, quotations
from tawthiq.text.sentences import sentences
from tawthiq.words import Word, words


class Text:
    """Words, sentences, quotations and lexicon matches of `content`; word positions index `words`."""

    def __init__(self, content: str, lexicon: Lexicon, trace: Trace | None = None) -> None:
        self.content = content
        self.lexicon = lexicon
        self.trace = trace
        self.words: list[Word] = words(content)
        self.quotations: list[Quotation] = quotations(content)
        self.sentences: list[Sentence] = sentences(content, self.quotations)
        self.matches: list[Match] = lexicon.find(self.words)

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _by_layer(self) -> dict[str, list[Match]]:
        layers: defaultdict[str, list[Match]] = defaultdict(list)
        for match in self.matches:
            layers[match.entry.layer].append(match)
        return dict(layers)

    @cached_property
    def _by_word(self) -> dict[int, list[Match]]:
        at: defaultdict[int, list[Match]] = defaultdict(list)
        for match in self.matches:
            at[match.first].append(match)
        return dict(at)

    def layer(self, name: str) -> list[Match]:
        """All matches of a layer in reading order."""
        return self._by_layer.get(name, [])

    def at(self, word: int, layer: str | None = None) -> list[Match]:
        """Matches that start at a word, of one layer or of all."""
        found = self._by_word.get(word, [])
        return [match for match in found if match.entry.layer == layer] if layer else found

    def word_at(self, offset: int) -> int:
        """The position of the word at `offset`, or of the first one behind it."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and offset < self.words[at].end else at + 1

    def sentence_of(self, offset: int) -> int:
        """The number of the sentence at `offset` (of the one before it, where it lies between two)."""
        return max(0, bisect_right(self.sentences, offset, key=lambda s: s.start) - 1)

    def words_of(self, sentence: Sentence) -> range:
        """Positions of the words of a sentence."""
        return range(self.word_at(sentence.start), self.word_at(sentence.end))

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that `offset` lies in (its marks included)."""
        at = bisect_right(self.quotations, offset, key=lambda q: q.start) - 1
        found = self.quotations[at] if at >= 0 else None
        return found if found and offset < found.end else None

    def span(self, start: int, end: int) -> Span:
        """The span of two offsets, with white space at its ends left out."""
        piece = self.content[start:end]
        left, right = len(piece) - len(piece.lstrip()), len(piece) - len(piece.rstrip())
        start, end = (start + left, end - right) if left < len(piece) else (start, start)
        return Span(start, end, self.content[start:end])

    def span_of(self, first: int, last: int) -> Span:
        """The span of words[first:last]."""
        return self.span(self.words[first].start, self.words[last - 1].end)


def analyse(content: str, lexicon: Lexicon, trace: Trace | None = None) -> Text:
    """Words, sentences, quotations and lexicon matches of a report's text."""
    return Text(content, lexicon, trace)
