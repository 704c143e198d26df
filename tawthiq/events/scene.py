"""What the rules for events look at: the text with its phrases, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tawthiq.events.grammar import Grammar, grammar
from tawthiq.lexicon import Match
from tawthiq.records import DateMention, Mention, Statement
from tawthiq.text import Text
from tawthiq.text.phrases import QUOTES, Phrase, phrase
from tawthiq.text.views import FINITE, View, Views

MAX_REACH = 20  # words that a clause may stretch before its verb
BREAKS = frozenset(("complementizer", "conjunction", "verb", "relative"))
STEPPED_OVER = frozenset(("date", "auxiliary", "negation", "future", "hypothetical"))


class Scene:
    """A text, the views of its words, and what the earlier stages found in it."""

    def __init__(
        self, text: Text, mentions: Iterable[Mention], dates: list[DateMention], statements: list[Statement]
    ) -> None:
        self.text = text
        self.words = text.words
        self.dates = dates
        self.statements = statements
        self.views = Views(text, mentions, dates)
        self.grammar: Grammar = grammar(text.lexicon)
        self.sentences = [text.words_of(sentence) for sentence in text.sentences]

    def sentence(self, at: int) -> range:
        """Positions of the words of the sentence that a word stands in."""
        return self.sentences[self.text.sentence_of(self.words[at].start)]

    def breaks(self, at: int) -> bool:
        """Whether a clause ends at a word: a mark that is no quotation mark, a conjunction, a verb."""
        view = self.views(at)
        return view.kind in BREAKS or (view.kind == "mark" and self.words[at].form not in QUOTES)

    def clause_start(self, at: int) -> int:
        """Where the clause starts that the word at a position stands in."""
        first = max(self.sentence(at).start, at - MAX_REACH)
        start = at
        while start > first and not self.breaks(start - 1) and not self._opens(start):
            start -= 1
        return start

    def _opens(self, at: int) -> bool:
        return self.views(at).kind == "verb" and self.views(at).before in ("و", "ف")  # and, so

    def phrase_before(self, at: int) -> Phrase | None:
        """The phrase that opens the clause before a word, or None: the subject of a verb that follows it."""
        start = self.clause_start(at)
        while start < at and (self.views(start).kind in STEPPED_OVER or self.words[start].form in QUOTES):
            start = self.views(start).last
        if start >= at or self.views(start).kind not in ("name", "noun", "number"):
            return None
        if self.views(start).before not in ("", "و", "ف"):
            return None
        return phrase(self.views, start, at)

    def light(self, at: int) -> Match | None:
        """The light verb at a word, preferring its finite forms."""
        found = self.text.at(at, "light")
        return next((m for m in found if m.part.startswith(FINITE)), found[0] if found else None)

    def view(self, at: int) -> View:
        """What a word is."""
        return self.views(at)

    def backwards(self, at: int, reach: int) -> Iterator[int]:
        """Positions before a word inside its sentence, nearest first."""
        first = max(self.sentence(at).start, at - reach)
        return iter(range(at - 1, first - 1, -1))
