"""A report's text, analysed once: what every later layer reads from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import chain

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
        self._by_word: list[list[Match]] = lexicon.found(self.words)
        self.matches: list[Match] = list(chain.from_iterable(self._by_word))
        self._by_layer_and_word: dict[str, dict[int, list[Match]]] = {}

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
    def sentence_of_word(self) -> list[int]:
        """For each word the number of its sentence, as `sentence_of` gives it."""
        of: list[int] = []
        for number, following in enumerate([*self._sentence_starts[1:], len(self.content) + 1]):
            behind = bisect_left(self._starts, following, len(of))
            of += [number] * (behind - len(of))
        return of

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.start for quotation in self.quotations]

    def layer(self, name: str) -> list[Match]:
        """All matches of a layer in reading order."""
        return self._by_layer.get(name, [])

    def at(self, word: int, layer: str | None = None) -> Sequence[Match]:
        """Matches that start at a word, of one layer or of all; none outside the text."""
        if layer is None:
            return self._by_word[word] if 0 <= word < len(self._by_word) else ()
        try:
            return self._by_layer_and_word[layer].get(word, ())
        except KeyError:
            return self._of_layer(layer).get(word, ())

    def _of_layer(self, layer: str) -> dict[int, list[Match]]:
        """The matches of a layer by word, sorted out when first asked for."""
        found = self._by_layer_and_word[layer] = {}
        for match in self.layer(layer):
            found.setdefault(match.first, []).append(match)
        return found

    def word_at(self, offset: int) -> int:
        """The position of the word at `offset`, or of the first one behind it."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and offset < self.words[at].end else at + 1

    def sentence_of(self, offset: int) -> int:
        """The number of the sentence at `offset` (of the one before it, where it lies between two)."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def words_of(self, sentence: Sentence) -> range:
        """Positions of the words of a sentence."""
        return range(self.word_at(sentence.start), self.word_at(sentence.end))

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that `offset` lies in (its marks included)."""
        at = bisect_right(self._quotation_starts, offset) - 1
        found = self.quotations[at] if at >= 0 else None
        return found if found and offset < found.end else None

    def span(self, start: int, end: int) -> Span:
        """The span of two offsets, with white space at its ends left out."""
        piece = self.content[start:end]
        if piece == piece.strip():
            return Span(start, end, piece)
        left, right = len(piece) - len(piece.lstrip()), len(piece) - len(piece.rstrip())
        start, end = (start + left, end - right) if left < len(piece) else (start, start)
        return Span(start, end, self.content[start:end])

    def span_of(self, first: int, last: int) -> Span:
        """The span of words[first:last]."""
        return self.span(self.words[first].start, self.words[last - 1].end)


def analyse(content: str, lexicon: Lexicon, trace: Trace | None = None) -> Text:
    """Words, sentences, quotations and lexicon matches of a report's text."""
    return Text(content, lexicon, trace)
